"""Writes tables for people: as aligned text, as Markdown, and for a terminal in frames or, if too narrow, in blocks."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence

from dienstgraaf.tables._blocks import to_blocks
from dienstgraaf.tables._wrapping import column_widths, display_width, wrapped
from dienstgraaf.tables.table import Table

__all__ = ["fits", "to_markdown", "to_plain", "to_terminal"]


def to_plain(table: Table, lang: str) -> str:
    """Return `table` as aligned columns, each row on one line of any length."""
    headings = table.shown_headings()
    rows = table.shown_rows(lang)
    widths = [max(display_width(line[i]) for line in [headings, *rows]) for i in range(len(headings))]
    lines = [headings, ["-" * width for width in widths], *rows]
    return "".join(_aligned(line, widths) + "\n" for line in lines)


def fits(table: Table, lang: str, width: int) -> bool:
    """Return whether `table` is shown in columns, and not in blocks, on a screen of `width` characters."""
    return _widths(table.shown_headings(), table.shown_rows(lang), width) is not None


def to_terminal(table: Table, lang: str, width: int, color: bool) -> str:
    """Return `table` for a screen of `width` characters: framed, or in blocks where columns would be too narrow.

    No word is broken, unless it is wider than the screen. With `color`, headings are bold.
    """
    headings, rows = table.shown_headings(), table.shown_rows(lang)
    widths = _widths(headings, rows, width)
    if widths is None:
        return to_blocks(headings, rows, lang, width, _bold if color else str)
    return _framed(headings, rows, widths, width, color)


def _widths(headings: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> list[int] | None:
    return column_widths([headings, *rows], width - 3 * len(headings) - 1)


def _framed(
    headings: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int], width: int, color: bool
) -> str:
    from rich.box import ROUNDED
    from rich.console import Console
    from rich.table import Table as RichTable
    from rich.text import Text

    def fitted(line: Sequence[str]) -> list[Text]:
        return [Text("\n".join(wrapped(cell, most))) for cell, most in zip(line, widths, strict=True)]

    framed = RichTable(box=ROUNDED, header_style="bold", show_lines=True)
    for heading in fitted(headings):
        framed.add_column(heading, overflow="fold")
    for row in rows:
        framed.add_row(*fitted(row))
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=color, color_system="standard" if color else None)
    console.print(framed)
    return out.getvalue()


def to_markdown(table: Table, lang: str) -> str:
    """Return `table` as a Markdown table; what Markdown would take for markup is escaped."""
    headings = table.shown_headings()
    lines = [headings, ["---"] * len(headings), *table.shown_rows(lang)]
    first, rule, *rest = ["| " + " | ".join(map(_escaped, line)) + " |" for line in lines]
    return "\n".join([first, rule, *rest]) + "\n"


def _escaped(cell: str) -> str:
    return re.sub(r"([\\`*_\[\]<>|])", r"\\\1", cell)


def _bold(words: str) -> str:
    return f"\x1b[1m{words}\x1b[0m"


def _aligned(cells: list[str], widths: list[int]) -> str:
    padded = (cell + " " * (width - display_width(cell)) for cell, width in zip(cells, widths, strict=True))
    return "  ".join(padded).rstrip()
