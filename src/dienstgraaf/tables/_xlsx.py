"""Writes tables as Excel workbooks; text stays text, so that no cell becomes a formula or a link."""

from __future__ import annotations

import datetime
import io
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from dienstgraaf.tables._wrapping import wrapped as wrap
from dienstgraaf.tables.table import Table

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

__all__ = ["to_xlsx"]

_EPOCH: Final = datetime.datetime(2000, 1, 1)
_WIDEST: Final = 50
"""The widest column, in characters."""
_LINE, _TALLEST = 15, 409
"""The height of a line, and the most that Excel allows a row, in points."""


def to_xlsx(sheets: Mapping[str, Table], lang: str, title: str) -> bytes:
    """Return tables as an .xlsx workbook, each on the sheet of its name, with a frozen heading row and a filter.

    A sheet without a name gets the usual one. Pages print in landscape, as wide as the sheet, with the headings again.
    """
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False})
    book.set_properties({"title": title, "created": _EPOCH})
    bold = book.add_format({"bold": True, "bg_color": "#E6EBF1", "bottom": 1, "text_wrap": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for name, table in sheets.items():
        tints = {
            tint: book.add_format({"text_wrap": True, "valign": "top", "bg_color": tint}) for tint in _tints(table)
        }
        _fill(book.add_worksheet(name or None), table, lang, bold, wrapped)
        _tint(book.worksheets()[-1], table, lang, tints)
    book.close()
    return out.getvalue()


def _fill(sheet: Worksheet, table: Table, lang: str, bold: Format, wrapped: Format) -> None:
    headings, rows = table.shown_headings(), table.shown_rows(lang)
    widths = []
    for column, heading in enumerate(headings):
        sheet.write_string(0, column, heading, bold)
        longest = max((len(row[column]) for row in rows), default=0)
        word = max(map(len, heading.split()), default=0)
        widths.append(min(max(longest, word) + 3, _WIDEST))  # a heading has the arrow of the filter beside it
        sheet.set_column(column, column, widths[-1])
        for number, row in enumerate(rows, 1):
            sheet.write_string(number, column, row[column], wrapped)
    for number, row in enumerate([headings, *rows]):  # not every program fits a row to its wrapped text
        lines = max((len(wrap(cell, width - 2)) for cell, width in zip(row, widths, strict=True)), default=1)
        sheet.set_row(number, min(lines * _LINE, _TALLEST))
    sheet.freeze_panes(1, table.frozen - len([each for each in table.hidden if each < table.frozen]))
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    if headings:
        sheet.autofilter(0, 0, max(len(rows), 1), len(headings) - 1)


def _tints(table: Table) -> list[str]:
    return sorted({tint for _, _, tint in table.tints})


def _tint(sheet: Worksheet, table: Table, lang: str, formats: Mapping[str, Format]) -> None:
    """Write the cells that have a colour again, with it."""
    shown = [i for i in range(len(table.names)) if i not in table.hidden]
    rows = table.shown_rows(lang)
    for row, column, tint in table.tints:
        place = shown.index(column)
        sheet.write_string(row + 1, place, rows[row][place], formats[tint])
