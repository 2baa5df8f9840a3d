"""Finds what an endpoint holds that files state, and not what was inferred from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import BlankNode, NamedNode, Quad, Triple

from dienstgraaf._sparql import prepared
from dienstgraaf.engine import EmbeddedEngine, Engine
from dienstgraaf.export.errors import ExportError
from dienstgraaf.inventory.namespaces import INFERRED_GRAPH

__all__ = ["stated_engine"]

_GRAPHS = "SELECT ?graph WHERE { GRAPH ?graph { } }"


def stated_engine(engine: Engine) -> Engine:
    """Return `engine` itself if nothing inferred is in it, else a copy in memory of its other named graphs.

    SPARQL can leave a graph out only by naming all others, in each query, and a server answers that slowly: of two
    municipalities a copy is made in a second, and what took minutes takes as long as with files.

    Raises:
        ExportError: if what was inferred stands among what is stated.
        EndpointError: if the endpoint cannot be reached, or fails.
    """
    names = sorted(row[0].value for row in engine.select(_GRAPHS).rows if isinstance(row[0], NamedNode))
    if INFERRED_GRAPH not in names:
        if engine.ask(prepared("export_derived")):
            raise ExportError("export-endpoint-mixed")
        return engine
    stated = EmbeddedEngine()
    for number, name in enumerate(names):
        if name != INFERRED_GRAPH:
            found = engine.construct(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{name}> {{ ?s ?p ?o }} }}")
            stated.load(_quads(found, name, f"g{number}"))
    return stated


def _quads(triples: Iterable[Triple], graph: str, stem: str) -> Iterator[Quad]:
    """Yield `triples` in `graph`; another answer may use the same labels of blank nodes, so they get a `stem`."""
    for each in triples:
        subject, value = each.subject, each.object
        yield Quad(
            BlankNode(stem + subject.value) if isinstance(subject, BlankNode) else subject,
            each.predicate,
            BlankNode(stem + value.value) if isinstance(value, BlankNode) else value,
            NamedNode(graph),
        )
