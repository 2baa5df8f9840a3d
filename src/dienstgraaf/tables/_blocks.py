"""Writes a table as one block of lines for each row, for a screen that is too narrow for the columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final

from dienstgraaf.messages import text
from dienstgraaf.tables._wrapping import display_width, wrapped

__all__ = ["to_blocks"]

_EMPTY: Final = "—"
_READABLE: Final = 24
"""Values stand beside their labels if at least so many columns are left for them."""

_Strong = Callable[[str], str]


def to_blocks(headings: Sequence[str], rows: Sequence[Sequence[str]], lang: str, width: int, strong: _Strong) -> str:
    """Return `rows` as blocks of lines that fit `width`; the first lines of blocks pass through `strong`.

    Rows that follow each other with the same first cell stand under one heading. What all rows say alike is said once,
    above them.
    """
    grouped = len(headings) > 1 and any(one[0] == other[0] for one, other in pairwise(rows))
    titles = 2 if grouped else 1
    alike = [i for i in range(titles, len(headings)) if len(rows) > 1 and len({row[i] for row in rows}) == 1]
    told = [f"{headings[i]} {rows[0][i]}" for i in alike if rows[0][i]]
    parts = [wrapped(text("everywhere", lang, what="; ".join(told)), width)] if told else []
    others = [i for i in range(titles, len(headings)) if i not in alike]
    labels = [f"{headings[i]}:" for i in others]
    for first, group in groupby(rows, key=lambda row: row[0]):
        shown = [strong(line) for line in wrapped(first or f"{headings[0]}: {_EMPTY}", width)]
        for row in group:
            details = [(label, row[i]) for label, i in zip(labels, others, strict=True) if row[i]]
            if grouped:
                shown += _indented(row[1] or f"{headings[1]}: {_EMPTY}", 2, width)
                shown += _details(details, labels, 4, width)
                continue
            parts.append([*shown, *_details(details, labels, 2, width)])
        if grouped:
            parts.append(shown)
    return "\n".join("".join(f"{line}\n" for line in part) for part in parts)


def _details(details: list[tuple[str, str]], labels: list[str], indent: int, width: int) -> Iterator[str]:
    """Yield lines of labels and values: side by side if the screen is wide enough, else the one after the other."""
    beside = max(map(display_width, labels), default=0) + 1
    if width - indent - beside < _READABLE:
        for label, value in details:
            yield from _indented(f"{label} {value}", indent, width)
        return
    for label, value in details:
        first, *rest = wrapped(value, width - indent - beside)
        yield f"{'':{indent}}{label}{'':{beside - display_width(label)}}{first}"
        yield from (f"{'':{indent + beside}}{line}" for line in rest)


def _indented(words: str, indent: int, width: int) -> list[str]:
    """Return `words` in lines after `indent` spaces, the second and further ones two more."""
    first, *rest = wrapped(words, max(width - indent - 2, 1))
    return [f"{'':{indent}}{first}", *(f"{'':{indent + 2}}{line}" for line in rest)]
