"""Which graph, and so which file, and which organisation each finding is of: looked up in the store."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store

from dienstgraaf.engine import Term
from dienstgraaf.inventory.namespaces import DG, INFERRED_GRAPH, PREFIXES
from dienstgraaf.validation.report import Finding

__all__ = ["Homes", "labels_of"]

_PROVIDER: Final = NamedNode(f"{DG}provider")
_BY: Final = tuple(NamedNode(f"{DG}{name}") for name in ("entryPoint", "from"))
_TYPE: Final = NamedNode(PREFIXES["rdf"] + "type")
_SUBCLASS: Final = NamedNode(PREFIXES["rdfs"] + "subClassOf")
_LABELS: Final = tuple(
    NamedNode(PREFIXES[prefix] + name) for prefix, name in (("rdfs", "label"), ("skos", "prefLabel"))
)


class Homes:
    """Where each node is described, and of which organisation it is."""

    def __init__(
        self,
        store: Store,
        files: Mapping[str, Path],
        checked: Collection[str] | None = None,
        shapes: Iterable[Quad] = (),
    ) -> None:
        """Take what is known, the files of its graphs by IRI, the graphs that are checked (None: all), and the shapes.

        `shapes` are no part of the store; they may name a node that nothing describes.
        """
        self._store = store
        self._files = files
        self._checked = checked
        self._shapes = shapes
        self._providers = _provider_classes(store)
        self._roots: dict[Term, Term] = {}
        self._alone: dict[str, Term | None] = {}

    def placed(self, finding: Finding) -> Finding | None:
        """Return `finding` with its graph, file and owner; None if it is about what is described elsewhere only.

        What no graph describes is placed where it is mentioned.
        """
        graph = finding.graph or self._graph(finding)
        if graph is None:
            return None
        node = finding.focus
        root = self._root(node)
        owner = self._provider(root) or self._provider_of_all(graph)
        return replace(finding, focus=root, node=node, owner=owner, file=self._files.get(graph), graph=graph)

    def _graph(self, finding: Finding) -> str | None:
        described = self._in_order(self._quads(finding.focus))
        mine = [graph for graph in described if self._is_checked(graph)]
        if len(mine) > 1 and finding.value is not None:
            holding = self._in_order(self._quads(finding.focus, finding.value))
            mine = [graph for graph in mine if graph in holding] or mine
        if mine or described:
            return next(iter(mine), None)
        mentioned = self._in_order(self._quads(None, finding.focus))
        named = (quad.graph_name for quad in self._shapes if quad.object == finding.focus)
        shape = next((graph.value for graph in named if isinstance(graph, NamedNode)), None)
        return next((graph for graph in mentioned if self._is_checked(graph)), None) or next(iter(mentioned), shape)

    def _quads(self, subject: Term | None, value: Term | None = None) -> Iterator[Quad]:
        if isinstance(subject, Literal):
            return iter(())
        return self._store.quads_for_pattern(subject, None, value)

    def _in_order(self, quads: Iterable[Quad]) -> list[str]:
        """Return the graphs of `quads` in the order of their files; what was inferred comes last."""
        graphs = {quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else "" for quad in quads}
        return sorted(graphs, key=lambda graph: (graph == INFERRED_GRAPH, str(self._files.get(graph, "")), graph))

    def _is_checked(self, graph: str) -> bool:
        return self._checked is None or graph in self._checked

    def _root(self, node: Term) -> Term:
        """Return the named node that a blank `node` hangs in, or the last blank one."""
        way: list[Term] = []
        seen: set[Term] = set()
        while isinstance(node, BlankNode) and node not in seen:
            if node in self._roots:
                node = self._roots[node]
                break
            seen.add(node)
            parent = min((quad.subject for quad in self._quads(None, node)), key=str, default=None)
            if not isinstance(parent, NamedNode | BlankNode):
                break
            way.append(node)
            node = parent
        self._roots.update(dict.fromkeys(way, node))
        return node

    def _provider(self, node: Term) -> Term | None:
        """Return the organisation that `node` is of, itself or by its entry point or its start, or that it is."""
        if not isinstance(node, NamedNode | BlankNode):
            return None
        if isinstance(node, NamedNode) and len(self._providers) > 1 and self._is_provider(node):
            return node
        for way in (None, *_BY):
            tops = [node] if way is None else [quad.object for quad in self._store.quads_for_pattern(node, way, None)]
            of = (each for top in tops if isinstance(top, NamedNode | BlankNode) for each in self._providers_of(top))
            found = min(of, key=str, default=None)
            if found is not None:
                return found
        return None

    def _providers_of(self, node: NamedNode | BlankNode) -> Iterator[NamedNode]:
        for quad in self._store.quads_for_pattern(node, _PROVIDER, None):
            if isinstance(quad.object, NamedNode) and self._is_provider(quad.object):
                yield quad.object

    def _is_provider(self, node: NamedNode) -> bool:
        """Return whether `node` is of a class of providers; without the ontology, of any class."""
        kinds = self._store.quads_for_pattern(node, _TYPE, None)
        return any(len(self._providers) == 1 or quad.object in self._providers for quad in kinds)

    def _provider_of_all(self, graph: str) -> Term | None:
        """Return the organisation that all of the file of `graph` is of, if it is of one alone."""
        if graph not in self._files:
            return None
        if graph not in self._alone:
            name = NamedNode(graph)
            of = (quad.object for quad in self._store.quads_for_pattern(None, _PROVIDER, None, name))
            found: set[NamedNode] = {each for each in of if isinstance(each, NamedNode)}
            for kind in self._providers:
                are = (quad.subject for quad in self._store.quads_for_pattern(None, _TYPE, kind, name))
                found |= {each for each in are if isinstance(each, NamedNode)}
            self._alone[graph] = next(filter(self._is_provider, found), None) if len(found) == 1 else None
        return self._alone[graph]


def labels_of(terms: Iterable[Term | None], store: Store) -> dict[str, dict[str, str]]:
    """Return the labels of the named ones among `terms`, by IRI and language, as `store` has them."""
    found: dict[str, dict[str, str]] = {}
    for term in sorted({term for term in terms if isinstance(term, NamedNode)}, key=str):
        for predicate in _LABELS:
            labels = (quad.object for quad in store.quads_for_pattern(term, predicate, None))
            for label in sorted((each for each in labels if isinstance(each, Literal)), key=str):
                found.setdefault(term.value, {}).setdefault(label.language or "", label.value)
    return found


def _provider_classes(store: Store) -> Sequence[Term]:
    """Return the class of providers and all below it."""
    found: list[Term] = [NamedNode(f"{DG}Provider")]
    for each in found:
        if isinstance(each, NamedNode | BlankNode):
            below = (quad.subject for quad in store.quads_for_pattern(None, _SUBCLASS, each))
            found += [sub for sub in below if isinstance(sub, NamedNode) and sub not in found]
    return found
