"""Fits words and signs in the room that the heat map has for them; all sizes are in points."""

from __future__ import annotations

import textwrap
from typing import Final

from dienstgraaf.matrix.model import Cell, Column, Row
from dienstgraaf.matrix.wording import cell_text, is_gap

__all__ = [
    "EMPTY",
    "IN_A_NAME",
    "LETTER",
    "MORE",
    "SIGN",
    "SIZE",
    "SMALL",
    "WORDS",
    "fitted",
    "heading",
    "signs",
    "two",
]

LETTER, IN_A_NAME, SIGN = 0.47, 0.52, 0.6
"""The width of a letter, of one in a name, where little evens out, and of a sign as a part of its height."""
WORDS, SMALL, SIZE = 8.0, 6.8, 8.0
"""The heights of letters of rows, of gaps and of cells."""

EMPTY, MORE = "·", "+"
"""The signs of a cell of which nothing is stated, and of one that says more than it has room for."""

_LEAST: Final = 12
"""A heading is never broken to fewer letters than this."""


def signs(row: Row, column: Column, cell: Cell, width: float) -> str:
    """Return the signs of a cell, or the first of them and a plus where not all fit."""
    found = cell_text(cell, is_gap(row, column)).split() or [EMPTY]
    room = width / (SIZE * SIGN)
    for last in range(len(found), 1, -1):
        shown = " ".join(found[:last]) + ("" if last == len(found) else MORE)
        if len(shown) <= room:
            return shown
    return found[0] + (MORE if len(found) > 1 else "")


def heading(column: Column) -> tuple[str, ...]:
    """Return the heading of a column in two lines, the shortest that hold it; a short one in one."""
    label = column.item.label
    widths = (each for each in range(1, len(label)) if len(textwrap.wrap(label, each, break_long_words=False)) <= 2)
    width = next(widths, len(label))
    return tuple(textwrap.wrap(label, max(width, _LEAST), break_long_words=False))


def two(words: str, letters: int) -> tuple[str, ...]:
    """Return `words` in at most two lines of so many letters; an ellipsis stands for what does not fit."""
    return tuple(textwrap.wrap(words, letters, max_lines=2, placeholder=" …"))


def fitted(words: str, width: float) -> tuple[str, ...]:
    """Return `words` in one line of `WORDS`, or if that is wider than `width` in two of `SMALL`."""
    if len(words) <= int((width - 6) / (WORDS * IN_A_NAME)):
        return (words,) if words else ()
    return two(words, int((width - 6) / (SMALL * IN_A_NAME)))
