"""Lays the heat map out on sheets of A4 in landscape; all sizes are in points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from dienstgraaf.matrix.fitting import (
    EMPTY,
    IN_A_NAME,
    LETTER,
    MORE,
    SIGN,
    SIZE,
    SMALL,
    WORDS,
    fitted,
    heading,
    signs,
    two,
)
from dienstgraaf.matrix.model import Matrix, Row
from dienstgraaf.matrix.sheets import SWATCHES, tint_of
from dienstgraaf.matrix.wording import SIGNS, cell_words, gap_words, legend, subject_label
from dienstgraaf.messages import text

__all__ = ["Box", "Key", "Line", "Sheet", "sheets"]

WIDTH, HEIGHT = 842, 595

_MARGIN: Final = 24
_TOP, _BOTTOM = 150, 98
"""Where the rows begin, and what is kept below them for the legend."""
_LOWEST, _HIGHEST = 14.0, 20.0
"""The least and the most height of a row."""
_LEAST_WORDS, _MOST_WORDS, _GAPS = 90, 200, 178
"""The widths of a column with a name, and the least of that with gaps."""
_CROWDED: Final = 420
"""So much room for cells is kept before names get more than half of the most."""
_WIDEST: Final = 40
"""The most width of a column of a channel."""
_COLUMNS_OF_LEGEND, _BESIDE, _DOWN = 3, 22, 14.5
"""Of the legend: its columns, the width that a sign takes, and how far a sign is below the one before."""


@dataclass(frozen=True, slots=True)
class Box:
    """A cell: where it is, its signs with the height of these, and what they say.

    `tint` is by which of the tints it is coloured, "" for none; `lacks` tells of a phone or desk only in general.
    """

    x: float
    width: float
    tint: str
    signs: str
    size: float
    words: str
    lacks: bool


@dataclass(frozen=True, slots=True)
class Key:
    """A sign of the legend: where it stands, how its cells look, and its meaning."""

    x: float
    y: float
    sign: str
    words: tuple[str, ...]
    tint: str = ""
    lacks: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A row: how far down, its words (lines), its cells and its gaps (lines)."""

    y: float
    height: float
    subject: tuple[str, ...]
    audience: tuple[str, ...]
    boxes: tuple[Box, ...]
    gaps: tuple[str, ...]
    starts: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet, the `number`th of `count`.

    `columns` are where headings stand, and their lines.
    """

    number: int
    count: int
    columns: tuple[tuple[float, tuple[str, ...]], ...]
    lines: tuple[Line, ...]
    gaps_at: float
    audience_at: float | None
    subject_heading: tuple[str, ...]
    legend: tuple[Key, ...]

    @property
    def height(self) -> float:
        """How high it is: A4, but the last one ends where its words do."""
        return HEIGHT if self.number < self.count else min(max(key.y for key in self.legend) + _MARGIN, HEIGHT)

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
    letters = (WIDTH - _MARGIN - gaps_at) / (SMALL * LETTER)
    firsts = [True, *(one.subject != other.subject for one, other in pairwise(rows))]
    return Sheet(
        number=number,
        count=count,
        columns=tuple((x + width / 2, heading(column)) for x, column in zip(places, matrix.columns, strict=True)),
        lines=tuple(
            Line(
                y=_TOP + i * height,
                height=height,
                subject=fitted(subject_label(row, matrix.lang), subject) if starts else (),
                audience=fitted(row.audience.label, audience) if row.audience and matrix.by_audience else (),
                boxes=tuple(_box(matrix, row, place, x, width) for place, x in enumerate(places)),
                gaps=two(gap_words(row, matrix.lang), int(letters)),
                starts=starts,
            )
            for i, (row, starts) in enumerate(zip(rows, firsts, strict=bool(rows)))
        ),
        gaps_at=gaps_at,
        audience_at=_MARGIN + subject if matrix.by_audience else None,
        subject_heading=two(text("matrix-subject", matrix.lang), int((subject - 6) / (WORDS * IN_A_NAME))),
        legend=_legend(matrix.lang, _TOP + height * len(rows) + 24),
    )


def _name_widths(matrix: Matrix) -> tuple[float, float]:
    """Return how wide the columns with topics and with audiences are: as their names ask, but cells keep their room."""
    cells = min(_WIDEST * len(matrix.columns), _CROWDED)
    most = (WIDTH - 2 * _MARGIN - _GAPS - cells) / (2 if matrix.by_audience else 1)
    limit = max(min(most, _MOST_WORDS), _LEAST_WORDS)

    def width(names: Iterable[str]) -> float:
        asked = max(map(len, names), default=0) * WORDS * IN_A_NAME + 8
        return min(max(asked, _LEAST_WORDS), limit)

    audiences = [row.audience.label for row in matrix.rows if row.audience]
    return width(subject_label(row, matrix.lang) for row in matrix.rows), width(audiences) if matrix.by_audience else 0


def _box(matrix: Matrix, row: Row, place: int, x: float, width: float) -> Box:
    column, cell = matrix.columns[place], row.cells[place]
    shown = signs(row, column, cell, width)
    return Box(
        x=x,
        width=width,
        tint=tint_of(row, column, place) or "",
        signs=shown,
        size=min(SIZE, width / (len(shown) * SIGN)),
        words=cell_words(row, column, cell, matrix.lang),
        lacks=dict(row.needs).get(column.need or "") == "general",
    )


def _legend(lang: str, top: float) -> tuple[Key, ...]:
    """Return the signs and their meaning, from `top` down, in columns."""
    items = [(sign, words, SWATCHES.get(sign, ""), False) for sign, words in legend(lang)]
    items.append((SIGNS["general"], text("matrix-legend-lacking", lang), "general", True))
    items += [
        (sign, text(key, lang), "", False)
        for sign, key in ((EMPTY, "matrix-legend-empty"), (MORE, "matrix-legend-more"))
    ]
    high = -(-len(items) // _COLUMNS_OF_LEGEND)
    wide = (WIDTH - 2 * _MARGIN) / _COLUMNS_OF_LEGEND
    letters = int((wide - _BESIDE) / (SMALL * LETTER))
    return tuple(
        Key(_MARGIN + (i // high) * wide, top + (i % high) * _DOWN, sign, two(words, letters), tint, lacks)
        for i, (sign, words, tint, lacks) in enumerate(items)
    )
