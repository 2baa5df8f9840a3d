"""Lays the heat map out on sheets of A4 in landscape; all sizes are in points."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from dienstgraaf.matrix.model import Cell, Column, Matrix, Row
from dienstgraaf.matrix.sheets import tint_of
from dienstgraaf.matrix.wording import cell_text, cell_words, gap_words, is_gap, legend, subject_label
from dienstgraaf.messages import text

__all__ = ["LACKING", "Box", "Line", "Sheet", "sheets"]

WIDTH, HEIGHT = 842, 595

LACKING: Final = "○ "
"""The sign of a phone or desk that is there only in general, as the legend shows it."""

_MARGIN: Final = 24
_TOP, _BOTTOM = 150, 84
"""Where the rows begin, and what is kept below them for the legend."""
_LOWEST, _HIGHEST = 14.0, 20.0
"""The least and the most height of a row."""
_LEAST_WORDS, _MOST_WORDS, _GAPS = 90, 200, 178
"""The widths of a column with a name, and the least of that with gaps."""
_CROWDED: Final = 420
"""So much room for cells is kept before names get more than half of the most."""
_WIDEST: Final = 40
"""The most width of a column of a channel."""
_LETTER, _SIGN = 0.47, 0.6
"""The width of a letter and of a sign as a part of its height, on average."""
_WORDS, _SMALL, _SIGNS = 8.0, 6.8, 8.0
"""The heights of letters of rows, of gaps and of cells."""
_COLUMNS_OF_LEGEND: Final = 3


@dataclass(frozen=True, slots=True)
class Box:
    """A cell: where it is, how it is coloured (a key of the tints, "" for none), its signs (and the
    height of these), and what they say.

    `lacks` tells whether a phone or desk is there only in general.
    """

    x: float
    width: float
    tint: str
    signs: str
    size: float
    words: str
    lacks: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A row: how far down, its words (lines), its cells and its gaps (lines)."""

    y: float
    height: float
    subject: str
    audience: str
    boxes: tuple[Box, ...]
    gaps: tuple[str, ...]
    starts: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet, the `number`th of `count`.

    `columns` are where headings stand, and their lines; `legend` where a sign stands, the sign, and its meaning.
    """

    number: int
    count: int
    columns: tuple[tuple[float, tuple[str, ...]], ...]
    lines: tuple[Line, ...]
    gaps_at: float
    audience_at: float | None
    legend: tuple[tuple[float, float, str, str], ...]

    @property
    def height(self) -> float:
        """How high it is: A4, but the last one ends where its words do."""
        return HEIGHT if self.number < self.count else min(self.legend[-1][1] + _MARGIN, HEIGHT)

    @property
    def bottom(self) -> float:
        """How far down the last row ends."""
        return self.lines[-1].y + self.lines[-1].height if self.lines else _TOP


def sheets(matrix: Matrix) -> list[Sheet]:
    """Return the sheets that `matrix` takes, at least one, each with all columns and as many rows as fit."""
    room = HEIGHT - _TOP - _BOTTOM
    most = int(room // _LOWEST)
    count = max(-(-len(matrix.rows) // most), 1)
    each = -(-len(matrix.rows) // count)
    height = min(max(room / max(each, 1), _LOWEST), _HIGHEST)
    parts = [matrix.rows[start : start + each] for start in range(0, len(matrix.rows), max(each, 1))] or [()]
    return [_sheet(matrix, rows, number, count, height) for number, rows in enumerate(parts, 1)]


def _sheet(matrix: Matrix, rows: Sequence[Row], number: int, count: int, height: float) -> Sheet:
    subject, audience = _name_widths(matrix)
    start = _MARGIN + subject + audience
    room = WIDTH - _MARGIN - start - _GAPS
    width = min(room / max(len(matrix.columns), 1), _WIDEST)
    places = [start + i * width for i in range(len(matrix.columns))]
    gaps_at = start + width * len(places) + 6
    letters = (WIDTH - _MARGIN - gaps_at) / (_SMALL * _LETTER)
    firsts = [True, *(one.subject != other.subject for one, other in pairwise(rows))]
    return Sheet(
        number=number,
        count=count,
        columns=tuple((x + width / 2, _heading(column)) for x, column in zip(places, matrix.columns, strict=True)),
        lines=tuple(
            Line(
                y=_TOP + i * height,
                height=height,
                subject=_cut(subject_label(row, matrix.lang), subject) if starts else "",
                audience=_cut(row.audience.label, audience) if row.audience and matrix.by_audience else "",
                boxes=tuple(_box(matrix, row, place, x, width) for place, x in enumerate(places)),
                gaps=_two(gap_words(row, matrix.lang), int(letters)),
                starts=starts,
            )
            for i, (row, starts) in enumerate(zip(rows, firsts, strict=bool(rows)))
        ),
        gaps_at=gaps_at,
        audience_at=_MARGIN + subject if matrix.by_audience else None,
        legend=_legend(matrix.lang, _TOP + height * len(rows) + 24),
    )


def _name_widths(matrix: Matrix) -> tuple[float, float]:
    """Return how wide the columns with topics and with audiences are: as their names ask, but cells keep their room."""
    names = [[subject_label(row, matrix.lang) for row in matrix.rows]]
    names.append([row.audience.label if row.audience else "" for row in matrix.rows] if matrix.by_audience else [])
    asked = [max(map(len, each), default=0) * _WORDS * _LETTER + 8 if each else 0 for each in names]
    cells = min(_WIDEST * len(matrix.columns), _CROWDED)
    most = (WIDTH - 2 * _MARGIN - _GAPS - cells) / (2 if matrix.by_audience else 1)
    limit = max(min(most, _MOST_WORDS), _LEAST_WORDS)
    first, second = (min(each, limit) for each in asked)
    return first, second


def _box(matrix: Matrix, row: Row, place: int, x: float, width: float) -> Box:
    column, cell = matrix.columns[place], row.cells[place]
    signs = _signs(row, column, cell, width)
    return Box(
        x=x,
        width=width,
        tint=tint_of(row, column, place) or "",
        signs=signs,
        size=min(_SIGNS, width / (len(signs) * _SIGN)),
        words=cell_words(row, column, cell, matrix.lang),
        lacks=dict(row.needs).get(column.need or "") == "general",
    )


def _signs(row: Row, column: Column, cell: Cell, width: float) -> str:
    """Return the signs of a cell, or the first of them and a plus where not all fit."""
    signs = cell_text(cell, is_gap(row, column)).split() or ["·"]
    room = width / (_SIGNS * _SIGN)
    for last in range(len(signs), 1, -1):
        shown = " ".join(signs[:last]) + ("" if last == len(signs) else "+")
        if len(shown) <= room:
            return shown
    return signs[0] + ("+" if len(signs) > 1 else "")


def _heading(column: Column) -> tuple[str, ...]:
    label = column.item.label
    width = next(
        each for each in range(1, len(label) + 1) if len(textwrap.wrap(label, each, break_long_words=False)) <= 2
    )
    return tuple(textwrap.wrap(label, max(width, 12), break_long_words=False))


def _two(words: str, letters: int) -> tuple[str, ...]:
    return tuple(textwrap.wrap(words, letters, max_lines=2, placeholder=" …"))


def _cut(words: str, width: float) -> str:
    letters = int((width - 6) / (_WORDS * _LETTER))
    return words if len(words) <= letters else f"{words[: letters - 1].rstrip()}…"


def _legend(lang: str, top: float) -> tuple[tuple[float, float, str, str], ...]:
    """Return where each sign and its meaning stand, at the foot of a sheet."""
    items = [
        *legend(lang),
        (LACKING, text("legend-lacking", lang)),
        ("·", text("legend-empty", lang)),
        ("+", text("legend-more", lang)),
    ]
    high = -(-len(items) // _COLUMNS_OF_LEGEND)
    wide = (WIDTH - 2 * _MARGIN) / _COLUMNS_OF_LEGEND
    return tuple(
        (_MARGIN + (i // high) * wide, top + (i % high) * 12.0, sign, words) for i, (sign, words) in enumerate(items)
    )
