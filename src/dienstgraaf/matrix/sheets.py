"""Lays a matrix out as tables: the matrix itself, what its cells rest on, and what its signs mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from pyoxigraph import Literal, NamedNode

from dienstgraaf.engine import Term
from dienstgraaf.matrix.model import Cell, Column, Ground, Item, Matrix, Row
from dienstgraaf.matrix.wording import GAP, SIGNS, cell_text, gap_words, is_gap, legend, subject_label
from dienstgraaf.messages import text
from dienstgraaf.tables import Table, listed

__all__ = ["SWATCHES", "TINTS", "abbreviated", "grounds_table", "legend_table", "list_table", "matrix_table", "tint_of"]

TINTS: Final = {
    "gap": "#FBE0C4",
    "no": "#F6CDCD",
    "offered": "#BFE3D3",
    "part": "#E1F0D6",
    "general": "#EAF0F8",
    "other": "#FCF2C7",
    "sent": "#E9E2F3",
}
"""The colours of cells by what they say before all; dark letters on each keep a contrast of 4.5:1 and more."""

SWATCHES: Final = {"3": "offered", GAP: "gap", **{sign: mark for mark, sign in SIGNS.items() if sign}}
"""By which of the tints a sign of the legend is coloured."""

_LISTED: Final = 6
"""How many kinds of channel that are there in general a list names; the last row has them all."""

_SHORT: Final = 4
"""How many letters an abbreviated heading has at least."""


def matrix_table(matrix: Matrix) -> Table:
    """Return one row for each of the matrix: what it is about, the signs of its cells, its gaps."""
    lang = matrix.lang
    heads = [
        ("kind", text("matrix-kind", lang)),
        ("topic", text("matrix-subject", lang)),
        ("topicLabel", text("matrix-subject", lang)),
    ]
    if matrix.by_audience:
        heads += [("audience", text("matrix-audience", lang)), ("audienceLabel", text("matrix-audience", lang))]
    first = len(heads)
    heads += [(column.name, column.item.label) for column in matrix.columns]
    heads += [("gaps", text("matrix-gaps", lang)), ("withoutDigitalSkill", text("matrix-without-digital", lang))]
    names = tuple(name for name, _ in heads)
    return Table(
        names=names,
        headings=tuple(heading for _, heading in heads),
        rows=tuple(_row(row, matrix) for row in matrix.rows),
        hidden=frozenset(names.index(name) for name in ("kind", "topic", "audience") if name in names),
        frozen=first,
        tints=tuple(
            (number, first + place, TINTS[tint])
            for number, row in enumerate(matrix.rows)
            for place, column in enumerate(matrix.columns)
            if (tint := tint_of(row, column, place))
        ),
    )


def tint_of(row: Row, column: Column, place: int) -> str | None:
    """Return by which of `TINTS` the cell at `place` in a row is coloured, None if nothing is stated there."""
    found = next((mark for mark in SIGNS if row.cells[place].count(mark)), None)
    if is_gap(row, column):
        return "no" if row.cells[place].count("no") else "gap"
    return found


def _row(row: Row, matrix: Matrix) -> tuple[Term | None, ...]:
    lang = matrix.lang
    cells = [cell_text(cell, is_gap(row, column)) for column, cell in zip(matrix.columns, row.cells, strict=True)]
    audience = [*_terms(row.audience)] if matrix.by_audience else []
    ends = [gap_words(row, lang, matrix.columns), text(f"undemanding-{row.without_digital_skill}", lang)]
    label = Literal(subject_label(row, lang))
    return (Literal(row.kind), _terms(row.subject)[0], label, *audience, *map(Literal, [*cells, *ends]))


def _terms(item: Item | None) -> tuple[Term | None, Term | None]:
    if item is None:
        return None, None
    return NamedNode(item.iri) if item.iri else None, Literal(item.label)


def list_table(matrix: Matrix) -> Table:
    """Return one row for each of the matrix with lists in place of columns, for a screen that these do not fit."""
    lang = matrix.lang
    heads = ["subject", *(["audience"] if matrix.by_audience else []), "here", "in-general", "gaps"]
    rows = []
    for row in matrix.rows:
        here, general = [], []
        for column, cell in zip(matrix.columns, row.cells, strict=True):
            own = Cell(tuple(ground for ground in cell.grounds if ground.mark != "general"))
            if own.grounds:
                here.append(f"{column.item.label} {cell_text(own)}")
            elif cell.grounds:
                general.append(column.item.label)
        gaps = gap_words(row, lang, matrix.columns)
        rows.append([*_titles(row, matrix), listed(here, lang), listed(general, lang, _LISTED), gaps])
    return Table.from_text(heads, [text(f"matrix-{head}", lang) for head in heads], rows)


def abbreviated(table: Table, matrix: Matrix) -> tuple[Table, str]:
    """Return `table` with short headings for the kinds of channels, and a line that tells what they stand for."""
    labels = {column.name: column.item.label for column in matrix.columns}
    short = {
        name: _shortened(label, [each for each in labels.values() if each != label]) for name, label in labels.items()
    }
    headings = [short.get(name, heading) for name, heading in zip(table.names, table.headings, strict=True)]
    key = "; ".join(f"{short[name]} = {label}" for name, label in labels.items() if short[name] != label)
    return replace(table, headings=tuple(headings)), key


def _shortened(label: str, others: Sequence[str]) -> str:
    """Return the shortest beginning of `label`, of some letters at least, with which none of `others` begins."""
    for length in range(_SHORT, len(label)):
        if not any(other.startswith(label[:length]) for other in others):
            return label[:length].rstrip(" ,-").replace(" ", "")
    return label


def grounds_table(matrix: Matrix) -> Table:
    """Return one row for each ground of each cell."""
    lang = matrix.lang
    names = ["subject", *(["audience"] if matrix.by_audience else [])]
    rest = (
        *("channel-kind", "mark", "entry-point", "fact", "providers", "audiences", "digital"),
        *("basis", "status", "conditions", "hedges", "segments"),
    )
    own = {"basis", "status", "conditions", "hedges", "segments"}
    headings = [text(f"{'column' if name in own else 'matrix'}-{name}", lang) for name in [*names, *rest]]
    rows = [
        [*_titles(row, matrix), column.item.label, *_told(ground, lang)]
        for row in matrix.rows
        for column, cell in zip(matrix.columns, row.cells, strict=True)
        for ground in cell.grounds
    ]
    return Table.from_text([*names, *rest], headings, rows)


def _titles(row: Row, matrix: Matrix) -> list[str]:
    audience = [row.audience.label if row.audience else ""] if matrix.by_audience else []
    return [subject_label(row, matrix.lang), *audience]


def _told(ground: Ground, lang: str) -> list[str]:
    digital = "" if ground.digital is None else text("yes" if ground.digital else "no", lang)
    return [
        f"{SIGNS[ground.mark]} {text(f'mark-{ground.mark}', lang)}".strip(),
        ground.entry_point.label if ground.entry_point else "",
        ground.fact.label,
        listed([each.label for each in ground.providers], lang),
        listed([each.label for each in ground.audiences], lang),
        digital,
        text(f"basis-{ground.basis}", lang),
        ground.status.label if ground.status else "",
        listed(ground.conditions, lang),
        listed(ground.hedges, lang),
        listed(ground.segments, lang),
    ]


def legend_table(lang: str) -> Table:
    """Return the signs with their meaning."""
    headings = [text("matrix-mark", lang), text("matrix-meaning", lang)]
    return Table.from_text(["mark", "meaning"], headings, [[*pair] for pair in legend(lang)])
