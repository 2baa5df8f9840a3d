"""Writes tables as one Excel workbook, a sheet for each class; text stays text, so that no cell becomes a formula."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, BinaryIO, Final

from dienstgraaf.export.model import Batch, Options
from dienstgraaf.export.writers.sheets import Cells, Column, Sheet, read_rows, read_sheets

__all__ = ["write_xlsx"]

_EPOCH: Final = datetime.datetime(2000, 1, 1)
_MOST_ROWS: Final = 1_048_576
_MOST_CHARACTERS: Final = 32_767
"""The most that Excel has room for, of rows in a sheet and of characters in a cell."""

_BETWEEN: Final = " | "
_NOT_IN_NAMES: Final = re.compile(r"[\[\]:*?/\\]")


@dataclass
class _Filling:
    """A sheet that is being filled: the worksheet, the row that comes next, and the columns that have something."""

    sheet: Sheet
    page: Any
    row: int = 1
    used: set[int] = field(default_factory=set)


class _Sink:
    """A stream that fails once: what the archive still wants to write to it when it is thrown away goes nowhere.

    From then on it only counts where it would be, which the archive reckons with.
    """

    def __init__(self, output: BinaryIO) -> None:
        self._output = output
        self._broken = False
        self._place = 0

    def write(self, data: bytes) -> int:
        self._unless_broken(lambda: self._output.write(data))
        self._place += len(data)
        return len(data)

    def seek(self, place: int) -> int:
        self._place = place if self._broken else self._output.seek(place)
        return self._place

    def tell(self) -> int:
        return self._place if self._broken else self._output.tell()

    def flush(self) -> None:
        self._unless_broken(self._output.flush)

    def _unless_broken(self, act: Callable[[], object]) -> None:
        if not self._broken:
            try:
                act()
            except OSError:
                self._broken = True
                raise


def write_xlsx(batches: Iterable[Batch], output: BinaryIO, options: Options) -> None:
    """Write `batches` as a workbook, row after row, with what was written on disk and not in memory.

    A sheet that is full goes on in another. The text of a cell that has too much is cut off.

    Raises:
        OSError: if `output` or the disk takes no more.
    """
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    langs = (options.lang,) if options.lang else ("nl", "en")
    sheets, rest = read_sheets(batches, langs)
    book = xlsxwriter.Workbook(
        _Sink(output), {"constant_memory": True, "strings_to_urls": False, "strings_to_formulas": False}
    )
    book.set_properties({"title": options.profile.title[langs[0]], "created": _EPOCH})
    filling: dict[str, _Filling] = {}
    counts: dict[str, int] = {}
    heading = book.add_format({"bold": True, "bg_color": "#E6EBF1", "bottom": 1})
    for sheet, cells in read_rows(rest, sheets):
        at = filling.get(sheet.iri)
        if at is None or at.row >= _MOST_ROWS:
            if at is not None:
                _finish(at)
            counts[sheet.iri] = counts.get(sheet.iri, 0) + 1
            at = filling[sheet.iri] = _begin(book, sheet, langs[0], counts[sheet.iri], heading)
        _write(at, cells)
    for at in filling.values():
        _finish(at)
    if not filling:
        book.add_worksheet()
    try:
        book.close()
    except FileCreateError as error:  # xlsxwriter's name for any OSError, which it holds
        raise (error.__context__ or error) from None


def _begin(book: Any, sheet: Sheet, lang: str, number: int, heading: Any) -> _Filling:
    suffix = f" {number}" if number > 1 else ""
    name = _NOT_IN_NAMES.sub(" ", sheet.titles[lang])[: 31 - len(suffix)] + suffix
    taken = {each.get_name().casefold() for each in book.worksheets()}
    page = book.add_worksheet(name if name.casefold() not in taken else None)
    for place, column in enumerate(sheet.columns):
        page.write_string(0, place, column.titles[lang], heading)
    page.freeze_panes(1, sum(column.prop.endswith("#label") for column in sheet.columns) + 1)
    return _Filling(sheet, page)


def _write(at: _Filling, cells: Cells) -> None:
    for place, values in enumerate(cells):
        if values:
            at.page.write_string(at.row, place, _BETWEEN.join(values)[:_MOST_CHARACTERS])
            at.used.add(place)
    at.row += 1


def _finish(at: _Filling) -> None:
    """Hide the columns that are empty, and the IRIs that have their names beside them; add the filter."""
    for place, column in enumerate(at.sheet.columns):
        hidden = place not in at.used or _named_beside(column)
        at.page.set_column(place, place, _width(column), None, {"hidden": hidden})
    at.page.autofilter(0, 0, at.row - 1, len(at.sheet.columns) - 1)


def _named_beside(column: Column) -> bool:
    return column.holds == "iri" and bool(column.prop)


def _width(column: Column) -> int:
    return 30 if column.holds in ("name", "lang", "iri") else 14
