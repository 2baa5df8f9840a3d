"""What every engine can do: the small protocol that all of the product is written against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from dienstgraaf.engine.errors import QueryFormError

__all__ = ["Engine", "QueryResult", "Row", "Solutions", "Term", "expect_boolean", "expect_solutions", "expect_triples"]

Term = NamedNode | BlankNode | Literal
"""What a cell holds."""

Row = tuple[Term | None, ...]
"""A solution: one cell a variable, None where unbound."""


@dataclass(frozen=True)
class Solutions:
    """The rows of a SELECT: `variables` without question mark, and `rows` of as many cells."""

    variables: tuple[str, ...]
    rows: tuple[Row, ...]

    def __iter__(self) -> Iterator[Row]:
        """Yield the rows."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.rows)


QueryResult = Solutions | bool | list[Triple]
"""What a query gives: rows (SELECT), a truth value (ASK) or triples (CONSTRUCT, DESCRIBE)."""


class Engine(Protocol):
    """A store that answers SPARQL 1.1.

    Queries may use the project's prefixes without declaring them. All methods raise `QuerySyntaxError` for a query
    that cannot be understood; remote engines also raise `EndpointError`.
    """

    def query(self, query: str) -> QueryResult:
        """Answer `query`, whichever form it has."""
        ...

    def select(self, query: str) -> Solutions:
        """Answer a SELECT; any other form raises `QueryFormError`."""
        ...

    def ask(self, query: str) -> bool:
        """Answer an ASK; any other form raises `QueryFormError`."""
        ...

    def construct(self, query: str) -> list[Triple]:
        """Answer a CONSTRUCT or DESCRIBE; any other form raises `QueryFormError`."""
        ...

    def load(self, quads: Iterable[Quad]) -> None:
        """Add `quads`."""
        ...

    def update(self, update: str) -> None:
        """Carry out a SPARQL update."""
        ...


def expect_solutions(result: QueryResult) -> Solutions:
    """Return `result` if it has rows, else raise `QueryFormError`."""
    if isinstance(result, Solutions):
        return result
    raise QueryFormError(_form(result), "SELECT")


def expect_boolean(result: QueryResult) -> bool:
    """Return `result` if it is a truth value, else raise `QueryFormError`."""
    if isinstance(result, bool):
        return result
    raise QueryFormError(_form(result), "ASK")


def expect_triples(result: QueryResult) -> list[Triple]:
    """Return `result` if it is triples, else raise `QueryFormError`."""
    if isinstance(result, list):
        return result
    raise QueryFormError(_form(result), "CONSTRUCT")


def _form(result: QueryResult) -> str:
    if isinstance(result, bool):
        return "ASK"
    return "SELECT" if isinstance(result, Solutions) else "CONSTRUCT"
