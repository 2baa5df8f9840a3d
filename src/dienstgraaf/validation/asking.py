"""Asks an endpoint where findings are: in which graph their subject is described, and of which organisation it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from itertools import islice
from typing import Final

from pyoxigraph import Literal, NamedNode

from dienstgraaf._sparql import in_batches, prepared
from dienstgraaf.engine import Term
from dienstgraaf.errors import DienstgraafError
from dienstgraaf.inventory.namespaces import DG, INFERRED_GRAPH
from dienstgraaf.shacl import Engine, subclasses
from dienstgraaf.validation.report import Finding
from dienstgraaf.validation.shacl import Around

__all__ = ["AROUND", "Asker"]

_BATCH: Final = 500
"""So many findings are placed by one query."""
_DEEP: Final = 4
"""So many blank nodes may hang in each other."""


class Asker:
    """Places findings, by queries for many at a time."""

    def __init__(self, engine: Engine) -> None:
        """Take what answers queries."""
        self._engine = engine

    def refuse_unless_whole(self) -> None:
        """Do nothing if the default graph holds what the named graphs do: shapes are checked in the default graph.

        Raises:
            DienstgraafError: if there is nothing, or something of a named graph is missing there.
        """
        some = [row[0] for row in self._engine.select("SELECT ?s WHERE { ?s ?p ?o } LIMIT 1").rows]
        apart = [row[0] for row in self._engine.select(prepared("apart")).rows]
        if apart or not some:
            raise DienstgraafError("endpoint-not-whole" if apart else "endpoint-empty")

    def placed(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Yield `findings` with graph and organisation."""
        waiting = iter(findings)
        while batch := list(islice(waiting, _BATCH)):
            homes = self._homes({each.focus for each in batch if isinstance(each.focus, NamedNode)})
            for each in batch:
                graph, owner = homes.get(each.focus, ("", None))
                node = each.focus if each.node is None else each.node
                yield replace(each, node=node, graph=each.graph or graph, owner=owner)

    def labels(self, findings: Iterable[Finding]) -> dict[str, dict[str, str]]:
        """Return the labels of what `findings` are about, by IRI and language."""
        about = (term for each in findings for term in (each.focus, each.owner))
        terms = sorted({term for term in about if isinstance(term, NamedNode)}, key=str)
        found: dict[str, dict[str, str]] = {}
        for query in in_batches("labels_of", "term", terms):
            for term, label in self._engine.select(query).rows:
                if isinstance(term, NamedNode) and isinstance(label, Literal):
                    found.setdefault(term.value, {}).setdefault(label.language or "", label.value)
        return found

    def graphs(self) -> int:
        """Return the number of named graphs."""
        return sum(1 for _ in self._engine.select("SELECT ?graph WHERE { GRAPH ?graph { } }").rows)

    @cached_property
    def _providers(self) -> list[NamedNode]:
        return [NamedNode(each[1:-1]) for each in subclasses(self._engine)(NamedNode(f"{DG}Provider"))]

    def _homes(self, terms: set[NamedNode]) -> dict[Term, tuple[str, Term | None]]:
        """Return for each of `terms` the graph that describes it (if it can, not the inferred one) and its owner."""
        graphs: dict[Term, str] = {}
        owners: dict[Term, Term] = {}
        query = prepared("homes_of", term=sorted(terms, key=str), kind=self._providers)
        for term, graph, _, owner in self._engine.select(query).rows if terms else ():
            if not isinstance(term, NamedNode):
                continue
            if isinstance(graph, NamedNode) and graphs.get(term) in (None, INFERRED_GRAPH):
                graphs[term] = graph.value
            if isinstance(owner, NamedNode):
                owners.setdefault(term, owner)
        return {term: (graphs.get(term, ""), owners.get(term)) for term in terms}


def _around() -> str:
    """Return a pattern for what a blank focus hangs in, step by step up to what has a name."""
    inner = ""
    for step in range(_DEEP, 1, -1):
        inner = f"OPTIONAL {{ ?_up{step} ?_by{step} ?_up{step - 1} . FILTER (isBlank(?_up{step - 1})) {inner} }}"
    return f"FILTER (isBlank(?focus)) GRAPH ?_graph {{ ?_up1 ?_by1 ?focus {inner} }}"


def _placed(finding: Finding, found: Mapping[str, Term]) -> Finding:
    ups = [found[f"_up{step}"] for step in range(1, _DEEP + 1) if f"_up{step}" in found]
    steps = [found[f"_by{step}"] for step in range(1, len(ups) + 1)]
    graph = found.get("_graph")
    return replace(
        finding,
        focus=ups[-1] if ups else finding.focus,
        node=finding.focus,
        inside=tuple(step.value for step in reversed(steps) if isinstance(step, NamedNode)),
        graph=graph.value if isinstance(graph, NamedNode) else "",
    )


AROUND: Final = Around(_around(), _placed)
"""What is asked about blank nodes along with what is wrong with them."""
