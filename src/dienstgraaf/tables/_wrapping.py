"""Wraps the text of cells: at words and between the items of a list, and by the width of what is shown."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

__all__ = ["BETWEEN", "column_widths", "display_width", "wrapped"]

_NARROW: Final = 14
"""A column with longer text than this is never made narrower."""
_LINES: Final = 3
"""A row of a table takes at most so many lines."""
BETWEEN: Final = " | "
"""What stands between the items of a list in a cell."""


def display_width(text: str) -> int:
    """Return how many columns `text` takes: wide characters take two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def wrapped(text: str, width: int) -> list[str]:
    """Return `text` in lines of at most `width` columns; an item of a list stays whole if it fits on a line.

    >>> wrapped("few skills | no phone", 14)
    ['few skills |', 'no phone']

    A word is broken only if it is wider than `width` by itself.
    """
    if display_width(text) <= width:
        return [text]
    lines = [""]
    for item in _items(text):
        pieces = [item] if display_width(item) <= width else list(_pieces(item, width))
        for piece in pieces:
            longer = f"{lines[-1]} {piece}" if lines[-1] else piece
            if display_width(longer) <= width:
                lines[-1] = longer
            else:
                lines.append(piece)
    return lines if lines[0] else lines[1:]


def column_widths(lines: Sequence[Sequence[str]], room: int) -> list[int] | None:
    """Return widths of the columns of `lines` that together fit in `room` and break no word, or None.

    The widths are the smallest that keep every line of cells to one line, else to two, else to three.
    """
    columns = [list(dict.fromkeys(column)) for column in zip(*lines, strict=True)]
    least = [_least(column) for column in columns]
    if sum(least) > room:
        return None
    for count in range(1, _LINES + 1):
        widths = [_enough(column, count, low) for column, low in zip(columns, least, strict=True)]
        if sum(widths) <= room:
            return widths
    return None


def _items(text: str) -> list[str]:
    *firsts, last = text.split(BETWEEN)
    return [*(f"{item} |" for item in firsts), last]


def _pieces(item: str, width: int) -> Iterator[str]:
    """Yield the words of `item`, cut where they are wider than `width`."""
    for word in item.split():
        piece = ""
        for char in word if display_width(word) > width else ():
            if piece and display_width(piece + char) > width:
                yield piece
                piece = ""
            piece += char
        yield piece or word


def _least(column: list[str]) -> int:
    """Return the least width of a column: its longest word fits, and it is not needlessly narrow."""
    word = max((display_width(word) for cell in column for word in cell.split()), default=1)
    return max(word, min(_NARROW, max(map(display_width, column))))


def _enough(column: list[str], count: int, least: int) -> int:
    """Return the smallest width, from `least`, at which each cell of `column` takes at most `count` lines."""
    low, high = least, max(least, *map(display_width, column))
    while low < high:
        middle = (low + high) // 2
        if all(len(wrapped(cell, middle)) <= count for cell in column):
            high = middle
        else:
            low = middle + 1
    return low
