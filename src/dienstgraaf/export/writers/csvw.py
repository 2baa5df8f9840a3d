"""Writes tables as CSV (RFC 4180) with metadata by CSV on the Web (W3C, https://www.w3.org/TR/tabular-metadata/)."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final

from dienstgraaf.export.model import Batch, Options
from dienstgraaf.export.writers.sheets import Column, Sheet, read_rows, read_sheets

__all__ = ["METADATA", "SEPARATOR", "guarded", "unguarded", "write_csvw"]

METADATA: Final = "csv-metadata.json"
"""The name of the file with the metadata, by which readers of CSVW find it."""

SEPARATOR: Final = "␟"
"""What stands between texts in one cell: the picture of the unit separator, which texts do not use. IRIs have `|`."""

_DATATYPES: Final = ("boolean", "date", "dateTime", "decimal", "gYear", "gYearMonth", "integer")
_FORMULA: Final = re.compile(r"'*[=+\-@\t\r]")
_NUMBER: Final = re.compile(r"[+-][\d .()/-]*")
_GUARD: Final = {
    "nl": "Een tekst die een rekenblad voor een formule houdt, krijgt een apostrof vooraan; haal die weg bij lezen: "
    "zie de notitie bij deze tabellen.",
    "en": "A text that a spreadsheet takes for a formula has an apostrophe in front; take it off when reading: see the "
    "note on these tables.",
}
_UNDOING: Final = {
    "datatype": "string",
    "pattern": r"^'('*[=+\-@\t\r])",
    "replacement": "$1",
    "rdfs:comment": "In a cell of datatype string that matches the pattern (a regular expression), before it is split "
    "by its separator, put the replacement: that takes off the apostrophe against formulas. U+FFFD stands for a "
    "separator within a text.",
}
"""How a program gets back the texts: what `unguarded` does."""


def write_csvw(batches: Iterable[Batch], folder: Path, options: Options) -> None:
    """Write `batches` as a CSV file for each class with members, and one with the metadata of all."""
    langs = (options.lang,) if options.lang else ("nl", "en")
    sheets, rest = read_sheets(batches, langs)
    with ExitStack() as files:
        writers: dict[str, Any] = {}
        for sheet, cells in read_rows(rest, sheets):
            if sheet.name not in writers:
                file = (folder / f"{sheet.name}.csv").open("w", encoding="utf-8", errors="surrogatepass", newline="")
                writers[sheet.name] = csv.writer(files.enter_context(file))
                writers[sheet.name].writerow([column.name for column in sheet.columns])
            writers[sheet.name].writerow(map(_cell, sheet.columns, cells))
    written = [sheet for sheet in sheets if sheet.name in writers]
    metadata = json.dumps(_metadata(written, options), ensure_ascii=False, indent=2)
    (folder / METADATA).write_text(metadata + "\n", encoding="utf-8")


def guarded(text: str) -> str:
    """Return `text` as spreadsheets do not take it for a formula: with an apostrophe in front where they would.

    >>> guarded("=1+1"), guarded("'s-Gravenhage"), guarded("+31 20 123")
    ("'=1+1", "'s-Gravenhage", '+31 20 123')
    """
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def unguarded(cell: str) -> str:
    """Return the text that `guarded` made `cell` of.

    >>> unguarded("'=1+1"), unguarded("'s-Gravenhage")
    ('=1+1', "'s-Gravenhage")
    """
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _cell(column: Column, values: list[str]) -> str:
    if column.holds == "iri":  # a text that should have been one may be anything
        return guarded("|".join(value.replace("|", "\ufffd") for value in values))
    if column.holds in _DATATYPES:
        return SEPARATOR.join(values)
    return guarded(SEPARATOR.join(value.replace(SEPARATOR, "\ufffd") for value in values))


def _metadata(sheets: list[Sheet], options: Options) -> dict[str, Any]:
    title = options.profile.title
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": options.lang or "en"}],
        "dc:title": [{"@value": title[lang], "@language": lang} for lang in ("nl", "en")],
        "dc:description": [{"@value": _GUARD[lang], "@language": lang} for lang in ("nl", "en")],
        "dc:license": {"@id": "https://creativecommons.org/publicdomain/zero/1.0/"},
        "notes": [_UNDOING],
        "tables": [_table(sheet) for sheet in sheets],
    }


def _table(sheet: Sheet) -> dict[str, Any]:
    single = sheet.columns[0].name == "iri" and sheet.columns[-1].name != "language"
    return {
        "url": f"{sheet.name}.csv",
        "dc:title": [{"@value": sheet.titles[lang], "@language": lang} for lang in ("nl", "en")],
        "tableSchema": {
            "columns": [_column(column) for column in sheet.columns],
            **({"primaryKey": "iri", "aboutUrl": "{+iri}"} if single else {}),
        },
    }


def _column(column: Column) -> dict[str, Any]:
    found: dict[str, Any] = {"name": column.name, "titles": {"en": [column.name]}}
    return found | dict(_details(column))


def _details(column: Column) -> Iterator[tuple[str, Any]]:
    names = [{"@value": column.titles[lang], "@language": lang} for lang in ("nl", "en")]
    yield "dc:title", names
    if any(column.definition.values()):
        yield "dc:description", [{"@value": text, "@language": lang} for lang, text in column.definition.items()]
    if column.holds == "iri":
        yield "datatype", "anyURI"
    elif column.holds in _DATATYPES:
        yield "datatype", column.holds
    else:
        yield "datatype", "string"
    if column.lang:
        yield "lang", column.lang
    if column.prop:
        yield "separator", "|" if column.holds == "iri" else SEPARATOR
        if column.holds != "name":
            yield "propertyUrl", column.prop
    elif column.name == "iri":
        yield "required", True
