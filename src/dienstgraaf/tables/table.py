"""A table of RDF terms, ready to be written in any format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode

from dienstgraaf.engine import Solutions, Term
from dienstgraaf.inventory.namespaces import shorten
from dienstgraaf.messages import text
from dienstgraaf.tables._wrapping import BETWEEN

__all__ = ["Table", "cell_text", "listed"]


@dataclass(frozen=True)
class Table:
    """Rows of terms under names (for machines) and headings (for people).

    `hidden` are the positions of the columns that only machines get: IRIs whose label stands in the column
    beside them. `frozen` is how many of the first columns stay in view where a sheet is scrolled. `tints` are the
    row, the column (both from 0) and the colour ("#RRGGBB") of cells that a sheet tints: a hint to what they say.
    """

    names: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    hidden: frozenset[int] = frozenset()
    frozen: int = 0
    tints: tuple[tuple[int, int, str], ...] = ()

    @classmethod
    def from_solutions(cls, solutions: Solutions, headings: Sequence[str] | None = None) -> Table:
        """Make a table of `solutions`; with `headings`, a column x beside a column xLabel is hidden from people."""
        names = tuple(solutions.variables)
        if headings is None:
            return cls(names, names, tuple(solutions.rows))
        hidden = frozenset(i for i, name in enumerate(names) if f"{name}Label" in names)
        return cls(names, tuple(headings), tuple(solutions.rows), hidden)

    @classmethod
    def from_text(cls, names: Sequence[str], headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
        """Make a table of plain text."""
        return cls(tuple(names), tuple(headings), tuple(tuple(Literal(cell) for cell in row) for row in rows))

    def shown_headings(self) -> list[str]:
        """Return the headings that people see."""
        return [heading for i, heading in enumerate(self.headings) if i not in self.hidden]

    def shown_rows(self, lang: str) -> list[list[str]]:
        """Return the cells that people see, as text of one line; yes and no in `lang`."""
        return [[cell_text(cell, lang) for i, cell in enumerate(row) if i not in self.hidden] for row in self.rows]


def cell_text(cell: Term | None, lang: str) -> str:
    """Return `cell` as people read it: short IRIs, yes and no in `lang`, line breaks as spaces, nothing for None.

    >>> cell_text(Literal(True), "nl")
    'ja'
    """
    if cell is None:
        return ""
    if isinstance(cell, NamedNode):
        return shorten(cell.value)
    if isinstance(cell, BlankNode):
        return str(cell)
    if cell.datatype.value.endswith("#boolean") and cell.value in ("true", "false"):
        return text("yes" if cell.value == "true" else "no", lang)
    return " ".join(_printable(cell.value).split())


def listed(items: Sequence[str], lang: str, most: int | None = None) -> str:
    """Return `items` as one cell; those beyond `most` are only counted.

    >>> listed(["a", "b", "c"], "en", 1)
    'a | … and 2 more'
    """
    shown = items[:most]
    more = [text("more", lang, count=len(items) - len(shown))] if len(items) > len(shown) else []
    return BETWEEN.join([*shown, *more])


def _printable(value: str) -> str:
    """Return `value` without control characters, which could move the cursor or change colours."""
    return "".join(char if char.isprintable() else " " for char in value)
