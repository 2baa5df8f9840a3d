"""Writes a matrix: as a table, as data, as a workbook, as a page, and as a heat map."""

from __future__ import annotations

from typing import Final

from dienstgraaf.matrix.model import Matrix
from dienstgraaf.matrix.sheets import abbreviated, grounds_table, legend_table, list_table, matrix_table
from dienstgraaf.matrix.wording import legend, title
from dienstgraaf.messages import text
from dienstgraaf.tables import Screen, dumps, fits, render, workbook

__all__ = ["FORMATS", "GROUNDS_FORMATS", "write_grounds", "write_matrix"]

FORMATS: Final = ("table", "csv", "tsv", "json", "markdown", "xlsx", "html", "svg")
"""What a matrix can be written as; the first is the default."""

GROUNDS_FORMATS: Final = ("table", "csv", "tsv", "markdown", "xlsx")
"""What the grounds of a matrix can be written as by themselves."""

_PIPE: Final = Screen()


def write_grounds(matrix: Matrix, format_name: str, screen: Screen = _PIPE) -> bytes:
    """Return what the cells of `matrix` rest on, one row a ground, in one of `GROUNDS_FORMATS`."""
    return render(grounds_table(matrix), format_name, lang=matrix.lang, screen=screen, title=title(matrix))


def write_matrix(matrix: Matrix, format_name: str, screen: Screen = _PIPE) -> bytes:
    """Return `matrix` in one of `FORMATS`."""
    if format_name == "json":
        return dumps(matrix.to_json()).encode()
    if format_name in ("html", "svg"):
        from dienstgraaf.matrix.drawing import heat_map, page

        return (page if format_name == "html" else heat_map)(matrix).encode()
    if format_name == "xlsx":
        return _workbook(matrix)
    if format_name == "table":
        return _shown(matrix, screen)
    return render(matrix_table(matrix), format_name, lang=matrix.lang, screen=screen)


def _shown(matrix: Matrix, screen: Screen) -> bytes:
    """Return the matrix for a screen: with short headings if the long ones do not fit, and the signs explained."""
    lang, table, key = matrix.lang, matrix_table(matrix), ""
    if not matrix.rows:
        return f"{text('matrix-none', lang)}\n".encode()
    if screen.width is not None and not fits(table, lang, screen.width):
        short, told = abbreviated(table, matrix)
        table, key = (short, told) if fits(short, lang, screen.width) else (list_table(matrix), "")
    signs = [f"{sign}  {meaning}" for sign, meaning in legend(lang)]
    foot = "\n".join(["", *([key] if key else []), *signs, ""])
    return render(table, "table", lang=lang, screen=screen) + foot.encode()


def _workbook(matrix: Matrix) -> bytes:
    """Return a workbook of three sheets: the matrix, what its cells rest on, and what its signs mean."""
    lang = matrix.lang
    sheets = {
        text("sheet-matrix", lang): matrix_table(matrix),
        text("sheet-grounds", lang): grounds_table(matrix),
        text("sheet-legend", lang): legend_table(lang),
    }
    return workbook(sheets, lang, title(matrix))
