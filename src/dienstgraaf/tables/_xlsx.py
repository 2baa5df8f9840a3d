"""Writes tables as Excel workbooks; text stays text, so that no cell becomes a formula or a link."""

from __future__ import annotations

import datetime
import io
from typing import Final

from dienstgraaf.tables.table import Table

__all__ = ["to_xlsx"]

_EPOCH: Final = datetime.datetime(2000, 1, 1)
_WIDEST: Final = 60


def to_xlsx(table: Table, lang: str, title: str) -> bytes:
    """Return `table` as an .xlsx workbook of one sheet, with a frozen heading row and a filter."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False})
    book.set_properties({"title": title, "created": _EPOCH})
    sheet = book.add_worksheet()
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    headings, rows = table.shown_headings(), table.shown_rows(lang)
    for column, heading in enumerate(headings):
        sheet.write_string(0, column, heading, bold)
        longest = max((len(row[column]) for row in rows), default=0)
        sheet.set_column(column, column, min(max(longest, len(heading)) + 2, _WIDEST))
        for number, row in enumerate(rows, 1):
            sheet.write_string(number, column, row[column], wrapped)
    sheet.freeze_panes(1, 0)
    if headings:
        sheet.autofilter(0, 0, max(len(rows), 1), len(headings) - 1)
    book.close()
    return out.getvalue()
