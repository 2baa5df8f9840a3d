"""The answer to a question: rows of terms, and the same as plain Python values."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode

from dienstgraaf.engine import Solutions, Term
from dienstgraaf.questions.model import Column, Question

__all__ = ["Answer", "PlainValue", "plain"]

PlainValue = str | int | float | bool | Decimal | datetime.date | list[str] | None
"""A cell as plain Python: IRIs are text, list columns are lists, an empty cell is None."""

_XSD = "http://www.w3.org/2001/XMLSchema#"


@dataclass(frozen=True)
class Answer:
    """What a question gave: `solutions` holds the terms and `to_rows` plain Python values, or `boolean` yes or no."""

    question: Question
    lang: str
    solutions: Solutions = field(default_factory=lambda: Solutions((), ()))
    boolean: bool | None = None

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, in the order of the cells in `rows`."""
        return self.question.columns

    @property
    def rows(self) -> list[tuple[PlainValue, ...]]:
        """The rows as tuples of plain Python values."""
        return [
            tuple(plain(cell, column.list) for cell, column in zip(row, self.columns, strict=True))
            for row in self.solutions.rows
        ]

    def to_rows(self) -> list[dict[str, PlainValue]]:
        """Return the rows as dictionaries from column name to plain Python value."""
        names = [column.name for column in self.columns]
        return [dict(zip(names, row, strict=True)) for row in self.rows]

    def to_json(self) -> dict[str, Any]:
        """Return the answer as a document in the SPARQL 1.1 Query Results JSON Format."""
        from dienstgraaf.tables.sparql_json import boolean_document, solutions_document

        if self.boolean is not None:
            return boolean_document(self.boolean)
        return solutions_document(self.solutions)

    def __iter__(self) -> Iterator[dict[str, PlainValue]]:
        """Yield the rows as dictionaries, as `to_rows` does."""
        return iter(self.to_rows())

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.solutions.rows)


def plain(cell: Term | None, is_list: bool = False) -> PlainValue:
    """Return `cell` as a plain Python value; text of a list column is split into its items.

    >>> plain(Literal(5))
    5
    """
    if cell is None:
        return [] if is_list else None
    if isinstance(cell, NamedNode | BlankNode):
        return cell.value
    if is_list:
        return cell.value.split(" | ") if cell.value else []
    return _python_value(cell)


def _python_value(literal: Literal) -> PlainValue:
    text, kind = literal.value, literal.datatype.value.removeprefix(_XSD)
    try:
        if kind in ("integer", "int", "long", "nonNegativeInteger", "positiveInteger"):
            return int(text)
        if kind == "boolean":
            return {"true": True, "1": True, "false": False, "0": False}[text]
        if kind == "decimal":
            return Decimal(text)
        if kind in ("double", "float"):
            return float(text)
        if kind == "date":
            return datetime.date.fromisoformat(text)
    except (ArithmeticError, KeyError, ValueError):
        return text
    return text
