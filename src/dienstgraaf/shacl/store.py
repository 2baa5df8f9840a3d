"""The smallest engine there is: a store of pyoxigraph, asked as it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pyoxigraph import Quad, QuerySolutions, Store, Triple

__all__ = ["StoreEngine"]


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to a SELECT; its rows come as they are asked for, once."""

    variables: Sequence[str]
    rows: Iterable[Sequence[object]]


class StoreEngine:
    """Answers SELECT queries over some triples, or over all graphs of a store, for who has no engine of their own.

    A statement that stands in two graphs may count twice, which no check minds.
    """

    def __init__(self, triples: Iterable[Triple] = (), store: Store | None = None) -> None:
        """Take over `triples`, and what is in `store`."""
        self._store = Store() if store is None else store
        if triples:
            self._store.bulk_extend(Quad(each.subject, each.predicate, each.object) for each in triples)

    def select(self, query: str) -> Rows:
        """Return the solutions of a SELECT.

        Raises:
            SyntaxError: if it is none.
        """
        answer = self._store.query(query, use_default_graph_as_union=True)
        if not isinstance(answer, QuerySolutions):
            raise SyntaxError("not a SELECT")
        names = [variable.value for variable in answer.variables]
        return Rows(names, (tuple(solution) for solution in answer))
