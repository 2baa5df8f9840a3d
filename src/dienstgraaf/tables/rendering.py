"""Renders what a query gave: solutions, a truth value, or triples."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from pyoxigraph import Triple

from dienstgraaf.engine import Solutions, Term
from dienstgraaf.messages import text
from dienstgraaf.tables._delimited import to_csv, to_tsv
from dienstgraaf.tables._text import to_markdown, to_plain, to_terminal
from dienstgraaf.tables._turtle import triples_to_turtle
from dienstgraaf.tables.sparql_json import boolean_document, solutions_document
from dienstgraaf.tables.table import Table

__all__ = ["BOOLEAN_FORMATS", "TABLE_FORMATS", "TRIPLE_FORMATS", "Screen", "dumps", "render", "workbook"]

TABLE_FORMATS: Final = ("table", "csv", "tsv", "json", "markdown", "xlsx")
"""What a table can be written as; the first is the default."""
BOOLEAN_FORMATS: Final = ("table", "json")
"""What the answer to an ASK query can be written as."""
TRIPLE_FORMATS: Final = ("turtle", "table", "csv", "tsv", "json", "markdown", "xlsx")
"""What triples can be written as."""


@dataclass(frozen=True, slots=True)
class Screen:
    """What is written to: `width` is None where lines are not to be wrapped."""

    width: int | None = None
    color: bool = False


_PIPE: Final = Screen()


def render(
    result: Table | Solutions | bool | Iterable[Triple],
    format_name: str,
    *,
    lang: str = "en",
    screen: Screen = _PIPE,
    title: str = "",
) -> bytes:
    """Return `result` in a format, encoded in UTF-8.

    Args:
        result: a table, solutions, a truth value, or triples.
        format_name: one of `TABLE_FORMATS`, `BOOLEAN_FORMATS` or `TRIPLE_FORMATS`, as `result` is.
        lang: the language of yes and no.
        screen: where the "table" format is to be shown.
        title: the title of a workbook.
    """
    if isinstance(result, bool):
        return _boolean(result, format_name, lang).encode()
    if isinstance(result, Solutions):
        result = Table.from_solutions(result)
    if not isinstance(result, Table):
        if format_name == "turtle":
            return triples_to_turtle(result).encode()
        result = _triples(result)
    if format_name == "xlsx":
        return workbook({"": result}, lang, title)
    return _text(result, format_name, lang, screen).encode("utf-8", "surrogatepass")


def workbook(sheets: Mapping[str, Table], lang: str, title: str) -> bytes:
    """Return tables as an Excel workbook called `title`, each on the sheet of its name ("": the usual name)."""
    from dienstgraaf.tables._xlsx import to_xlsx

    return to_xlsx(sheets, lang, title)


def dumps(document: Any) -> str:
    """Return `document` as JSON text, indented, ending in a line break."""
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _text(table: Table, format_name: str, lang: str, screen: Screen) -> str:
    if format_name == "csv":
        return to_csv(table)
    if format_name == "tsv":
        return to_tsv(table)
    if format_name == "json":
        return dumps(solutions_document(Solutions(table.names, table.rows)))
    if format_name == "markdown":
        return to_markdown(table, lang)
    if screen.width is None:
        return to_plain(table, lang)
    return to_terminal(table, lang, screen.width, screen.color)


def _boolean(value: bool, format_name: str, lang: str) -> str:
    if format_name == "json":
        return dumps(boolean_document(value))
    return text("yes" if value else "no", lang) + "\n"


def _triples(triples: Iterable[Triple]) -> Table:
    rows: set[tuple[Term, ...]] = {
        (each.subject, each.predicate, each.object)
        for each in triples
        if not isinstance(each.subject, Triple) and not isinstance(each.object, Triple)
    }
    names = ("subject", "predicate", "object")
    return Table(names, names, tuple(sorted(rows, key=lambda row: tuple(map(str, row)))))
