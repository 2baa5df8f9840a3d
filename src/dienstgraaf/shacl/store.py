"""The smallest engine there is: triples in memory, in a store of pyoxigraph."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pyoxigraph import Quad, QuerySolutions, Store, Triple

__all__ = ["StoreEngine"]


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to a SELECT."""

    variables: Sequence[str]
    rows: Sequence[Sequence[object]]


class StoreEngine:
    """Answers SELECT queries over some triples, for who has no engine of their own."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        """Take over `triples`."""
        self._store = Store()
        self._store.bulk_extend(Quad(each.subject, each.predicate, each.object) for each in triples)

    def select(self, query: str) -> Rows:
        """Return the solutions of a SELECT.

        Raises:
            SyntaxError: if it is none.
        """
        answer = self._store.query(query)
        if not isinstance(answer, QuerySolutions):
            raise SyntaxError("not a SELECT")
        names = [variable.value for variable in answer.variables]
        return Rows(names, [list(solution) for solution in answer])
