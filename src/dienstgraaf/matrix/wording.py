"""The words and signs of the matrix: what a cell says, what is missing in a row, and what the signs mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from dienstgraaf.matrix.model import Basis, Cell, Column, Ground, Mark, Matrix, Row, State
from dienstgraaf.messages import text

__all__ = ["GAP", "SIGNS", "cell_text", "cell_words", "gap_words", "is_gap", "legend", "subject_label", "title"]

SIGNS: Final[Mapping[Mark, str]] = {
    "offered": "",
    "part": "◐",
    "general": "○",
    "no": "✗",
    "other": "△",
    "sent": "→",
}
"""What stands before a number for each mark."""

_BASES: Final[Mapping[Basis, str]] = {"stated": "", "follows": "»", "presumed": "?"}
_HEDGED: Final = "~"
"""What stands after a number: the basis, and whether all are hedged."""

GAP: Final = "!"
"""The sign of a gap."""


def title(matrix: Matrix) -> str:
    """Return of whom and for whom the matrix is, as a title."""
    lang = matrix.lang
    scope = [matrix.provider.label if matrix.provider else text("matrix-all-providers", lang)]
    if matrix.audience:
        scope.append(text("matrix-for-audience", lang, audience=matrix.audience.label))
    if matrix.by_audience:
        scope.append(text("matrix-split", lang))
    if matrix.provider and matrix.presumed:
        scope.append(text("matrix-presumed", lang))
    return text("matrix-title", lang, scope=", ".join(scope))


def subject_label(row: Row, lang: str) -> str:
    """Return what a row is about; a life event is called one, for some share their name with a topic."""
    if row.kind == "life-event":
        return text("matrix-life-event", lang, label=row.subject.label)
    return row.subject.label


def is_gap(row: Row, column: Column) -> bool:
    """Return whether the cell of `row` in `column` shows a gap: no phone, or no desk."""
    return column.need in row.missing


def cell_text(cell: Cell, gap: bool = False) -> str:
    """Return what a cell says in signs: "! △1" or "3~ ○2"; nothing if nothing is stated."""
    found = [_token(mark, basis, grounds) for (mark, basis), grounds in cell.by_mark().items()]
    return " ".join([*([GAP] if gap else []), *found])


def _token(mark: Mark, basis: Basis, grounds: Sequence[Ground]) -> str:
    hedged = _HEDGED if all(ground.hedges for ground in grounds) and mark != "no" else ""
    return f"{SIGNS[mark]}{len(grounds)}{_BASES[basis]}{hedged}"


def cell_words(row: Row, column: Column, cell: Cell, lang: str) -> str:
    """Return what a cell says in words: "parking, telephone: in general 2"."""
    said = [f"{text(f'mark-{mark}', lang)} {cell.count(mark)}" for mark in SIGNS if cell.count(mark)]
    where = ", ".join([subject_label(row, lang), *([row.audience.label] if row.audience else []), column.item.label])
    return f"{where}: {'; '.join(said) or text('undemanding-none', lang)}"


def gap_words(row: Row, lang: str, columns: Sequence[Column] = ()) -> str:
    """Return what is missing in a row: "no phone and no desk stated", nothing if nothing is.

    With `columns`, ways in of which the channel is not stated are counted beside a gap, for they may fill it.
    """
    states: tuple[State, ...] = ("no", "none", "part", "general")
    parts = []
    for state in states:
        needs = [text(f"need-{need}", lang) for need, found in row.needs if found == state]
        if needs:
            between = text("and" if state == "part" else "and-no", lang)
            parts.append(text(f"gap-{state}", lang, needs=between.join(needs)))
    if row.denied:
        needs = [text(f"need-{need}", lang) for need in row.denied]
        parts.append(text("gap-denied", lang, needs=text("and-no", lang).join(needs)))
    cells = zip(columns, row.cells, strict=True) if columns else ()
    unknown = sum(cell.count("offered") for column, cell in cells if not column.item.iri)
    if unknown and any(found != "stated" for _, found in row.needs):
        parts.append(text("gap-open", lang, count=unknown))
    return "; ".join(parts)


def legend(lang: str) -> list[tuple[str, str]]:
    """Return the signs with their meaning."""
    signs = {
        "number": "3",
        "part": SIGNS["part"],
        "general": SIGNS["general"],
        "no": SIGNS["no"],
        "other": SIGNS["other"],
        "sent": SIGNS["sent"],
        "hedged": _HEDGED,
        "follows": _BASES["follows"],
        "presumed": _BASES["presumed"],
        "gap": GAP,
    }
    return [(sign, text(f"matrix-legend-{key}", lang)) for key, sign in signs.items()]
