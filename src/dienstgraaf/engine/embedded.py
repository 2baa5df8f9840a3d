"""The embedded engine: a pyoxigraph store (SPARQL 1.1) in this process, in memory or on disk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, cast

from pyoxigraph import Quad, QueryBoolean, QueryTriples, Store, Triple

from dienstgraaf.engine._diagnosis import diagnose, forbid
from dienstgraaf.engine._results import solutions_from
from dienstgraaf.engine._scan import mentions
from dienstgraaf.engine.protocol import (
    QueryResult,
    Solutions,
    expect_boolean,
    expect_solutions,
    expect_triples,
)
from dienstgraaf.inventory.namespaces import PREFIXES
from dienstgraaf.messages import text

if TYPE_CHECKING:
    from pyoxigraph import Literal, QuerySolutions

__all__ = ["EmbeddedEngine"]

_COUNT = "SELECT (COUNT(*) AS ?count) { SELECT DISTINCT ?s ?p ?o { ?s ?p ?o } }"


class _View:
    """A store as queries see it: the default graph is the union of all graphs, as RDF merges graphs.

    The store's own union gives a triple that stands in two graphs twice. Where there is one, the view is a copy of the
    store with the union worked out in its default graph. A store without named graphs is its own union.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._is_worked_out = next(iter(store.named_graphs()), None) is None
        if not self._is_worked_out and _distinct_triples(store) != len(store):
            self._is_worked_out = True
            self._store = Store()
            self._store.bulk_extend(store)
            self._store.bulk_extend(Quad(each.subject, each.predicate, each.object) for each in store)

    def query(self, query: str) -> QuerySolutions | QueryBoolean | QueryTriples:
        return self._store.query(query, prefixes=PREFIXES, use_default_graph_as_union=not self._is_worked_out)


def _distinct_triples(store: Store) -> int:
    answer = cast("QuerySolutions", store.query(_COUNT, use_default_graph_as_union=True))
    return int(cast("Literal", next(answer)[0]).value)


class EmbeddedEngine:
    """A store in this process. Queries see the union of all named graphs; nothing reaches out to the network."""

    def __init__(self, store: Store | None = None) -> None:
        """Use `store`, or a new empty one in memory."""
        self.store = Store() if store is None else store
        self._view: _View | None = None

    @classmethod
    def on_disk(cls, folder: Path) -> EmbeddedEngine:
        """Return the engine of the store in `folder`, which is made if needed.

        Raises:
            OSError: if the folder cannot be used, or another process has it open.
        """
        return cls(Store(folder))

    def query(self, query: str) -> QueryResult:
        """Answer `query`, whichever form it has; over the graphs that it names itself (FROM), else over all.

        Raises:
            QuerySyntaxError: if it cannot be understood, or asks for another server (SERVICE).
        """
        forbid(query, "SERVICE", text("query-service", "en"))
        chooses_graphs = mentions(query, "FROM")
        try:
            answer = self.store.query(query, prefixes=PREFIXES) if chooses_graphs else self._union().query(query)
        except SyntaxError as error:
            raise diagnose(query, str(error)) from None
        if isinstance(answer, QueryBoolean):
            return bool(answer)
        if isinstance(answer, QueryTriples):
            return list(answer)
        return solutions_from(answer)

    def select(self, query: str) -> Solutions:
        """Answer a SELECT."""
        return expect_solutions(self.query(query))

    def ask(self, query: str) -> bool:
        """Answer an ASK."""
        return expect_boolean(self.query(query))

    def construct(self, query: str) -> list[Triple]:
        """Answer a CONSTRUCT or DESCRIBE."""
        return expect_triples(self.query(query))

    def load(self, quads: Iterable[Quad]) -> None:
        """Add `quads`, in one go."""
        self._view = None
        self.store.bulk_extend(quads)

    def update(self, update: str) -> None:
        """Carry out a SPARQL update.

        Raises:
            QuerySyntaxError: if it cannot be understood, or fetches from elsewhere (SERVICE, LOAD).
        """
        forbid(update, "SERVICE", text("query-service", "en"))
        forbid(update, "LOAD", text("query-load", "en"))
        self._view = None
        try:
            self.store.update(update, prefixes=PREFIXES)
        except SyntaxError as error:
            raise diagnose(update, str(error)) from None

    def _union(self) -> _View:
        if self._view is None:
            self._view = _View(self.store)
        return self._view

    def __iter__(self) -> Iterator[Quad]:
        """Yield all quads, in no particular order."""
        return iter(self.store)

    def __len__(self) -> int:
        """Return the number of quads."""
        return len(self.store)
