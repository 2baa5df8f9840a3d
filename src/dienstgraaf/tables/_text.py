"""Writes tables for people: as aligned text, as Markdown, and with frames for a terminal."""

from __future__ import annotations

import io
import re
import unicodedata

from dienstgraaf.tables.table import Table

__all__ = ["to_markdown", "to_plain", "to_terminal"]


def to_plain(table: Table, lang: str) -> str:
    """Return `table` as aligned columns, each row on one line of any length."""
    headings = table.shown_headings()
    rows = table.shown_rows(lang)
    widths = [max(_width(line[i]) for line in [headings, *rows]) for i in range(len(headings))]
    lines = [headings, ["-" * width for width in widths], *rows]
    return "".join(_aligned(line, widths) + "\n" for line in lines)


def to_terminal(table: Table, lang: str, width: int, color: bool) -> str:
    """Return `table` in frames that fit `width` characters, with wrapped cells; in `color` if asked."""
    from rich.box import ROUNDED
    from rich.console import Console
    from rich.table import Table as RichTable
    from rich.text import Text

    framed = RichTable(box=ROUNDED, header_style="bold", show_lines=True)
    for heading in table.shown_headings():
        framed.add_column(Text(heading), overflow="fold")
    for row in table.shown_rows(lang):
        framed.add_row(*(Text(cell) for cell in row))
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


def _width(text: str) -> int:
    """Return how many columns `text` takes: wide characters take two, combining ones none."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def _aligned(cells: list[str], widths: list[int]) -> str:
    padded = (cell + " " * (width - _width(cell)) for cell, width in zip(cells, widths, strict=True))
    return "  ".join(padded).rstrip()
