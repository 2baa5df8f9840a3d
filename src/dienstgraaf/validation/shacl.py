"""Runs the shapes: compiled to SPARQL, and by pySHACL where something cannot be compiled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, cast

from pyoxigraph import BlankNode, NamedNode, Quad, Store, Triple

from dienstgraaf._rdflib import from_rdflib, to_graph
from dienstgraaf.engine import Term
from dienstgraaf.errors import DienstgraafError
from dienstgraaf.inventory.namespaces import PREFIXES
from dienstgraaf.shacl import CannotCompileError, Graph, Result, Shape, ShapesError, check
from dienstgraaf.validation.report import Finding, Severity

if TYPE_CHECKING:
    import rdflib
    from pyoxigraph import QuerySolutions

__all__ = ["check_shapes"]

_SH = PREFIXES["sh"]
_SEVERITIES: dict[str, Severity] = {f"{_SH}Violation": "violation", f"{_SH}Warning": "warning", f"{_SH}Info": "info"}
_TARGETS = {f"{_SH}{name}" for name in ("targetNode", "targetClass", "targetSubjectsOf", "targetObjectsOf", "target")}


def check_shapes(
    data: Sequence[Quad], ontology: Sequence[Quad], shapes: Iterable[Quad], graphs: Sequence[str] | None = None
) -> list[Finding]:
    """Return what SHACL finds in `data`, with `ontology` for the classes, by the rules of `shapes`.

    With `graphs`, shapes apply to what these graphs describe, and no further.

    Raises:
        DienstgraafError: if the shapes themselves are wrong.
    """
    triples = [quad.triple for quad in shapes]
    graph = Graph(triples)
    store = Store()
    store.bulk_extend([*data, *ontology])
    refused: list[Shape] = []

    def refuse(shape: Shape, _error: CannotCompileError) -> None:
        refused.append(shape)

    try:
        results = list(check(_Direct(store), graph, restriction=_restriction(graphs), refused=refuse))
    except ShapesError as error:
        raise DienstgraafError("shapes-broken", reason=str(error)) from error
    owners = _owners(graph)
    found = [_finding(result, owners) for result in results]
    if refused:
        found += _by_reference(data, ontology, _without_targets(triples, {shape.node for shape in refused}))
    return found


class _Direct:
    """A store, asked as it is: a statement in two graphs may count twice, which no check minds."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def select(self, query: str) -> _Answer:
        """Answer a SELECT over all graphs."""
        return _Answer(cast("QuerySolutions", self._store.query(query, use_default_graph_as_union=True)))


class _Answer:
    """Solutions as they come."""

    def __init__(self, solutions: QuerySolutions) -> None:
        self.variables = [variable.value for variable in solutions.variables]
        self.rows = (tuple(solution) for solution in solutions)


def _restriction(graphs: Sequence[str] | None) -> str:
    if graphs is None:
        return ""
    named = ", ".join(f"<{graph}>" for graph in graphs)
    return f"FILTER EXISTS {{ GRAPH ?_g {{ ?this ?_p ?_o }} FILTER (?_g IN ({named})) }}"


def _finding(result: Result, owners: dict[Term, Term]) -> Finding:
    shape: Term | None = result.shape
    while isinstance(shape, BlankNode):
        shape = owners.get(shape)
    path = result.path
    return Finding(
        focus=result.focus,
        path=None if path is None else path.predicate.value if path.predicate else path.text,
        value=result.value,
        severity=_SEVERITIES.get(result.severity.value, "violation"),
        messages={message.language or "": message.value for message in result.messages},
        rule=shape.value if isinstance(shape, NamedNode) else "",
    )


def _owners(shapes: Graph) -> dict[Term, Term]:
    """Return what each blank node of the shapes hangs on."""
    return {value: subject for subject, _, value in shapes if isinstance(value, BlankNode)}


def _without_targets(triples: Iterable[Triple], kept: set[NamedNode | BlankNode]) -> list[Triple]:
    """Return the shapes as they are, but let only those `kept` apply to anything by themselves."""
    return [each for each in triples if each.predicate.value not in _TARGETS or each.subject in kept]


def _by_reference(data: Iterable[Quad], ontology: Iterable[Quad], shapes: Iterable[Triple]) -> Iterator[Finding]:
    """Yield what pySHACL finds.

    Raises:
        DienstgraafError: if the shapes themselves are wrong.
    """
    import pyshacl
    from pyshacl.errors import ReportableRuntimeError, ShapeLoadError, ValidationFailure

    shapes_graph = to_graph(shapes)
    try:
        _conforms, results, _text = pyshacl.validate(
            to_graph(data),
            shacl_graph=shapes_graph,
            ont_graph=to_graph(ontology),
            advanced=True,
            inplace=True,
        )
    except (ReportableRuntimeError, ShapeLoadError) as error:
        raise DienstgraafError("shapes-broken", reason=getattr(error, "message", str(error))) from error
    if isinstance(results, ValidationFailure | bytes | str):
        raise DienstgraafError("shapes-broken", reason=str(results))
    yield from _findings(cast("rdflib.Graph", results), shapes_graph)


def _findings(results: rdflib.Graph, shapes: rdflib.Graph) -> Iterator[Finding]:
    from rdflib.namespace import RDF, SH

    for node in results.subjects(RDF.type, SH.ValidationResult):
        focus = results.value(node, SH.focusNode)
        if focus is None:
            continue
        path, value, shape = (results.value(node, name) for name in (SH.resultPath, SH.value, SH.sourceShape))
        messages = {
            str(getattr(message, "language", "") or ""): str(message)
            for message in sorted(results.objects(node, SH.resultMessage), key=str)
        }
        yield Finding(
            focus=from_rdflib(focus),
            path=_path(path),
            value=None if value is None else from_rdflib(value),
            severity=_SEVERITIES.get(str(results.value(node, SH.resultSeverity)), "violation"),
            messages=messages,
            rule=_rule(shape, shapes),
        )


def _path(path: rdflib.term.Node | None) -> str | None:
    import rdflib

    return str(path) if isinstance(path, rdflib.URIRef) else None


def _rule(shape: rdflib.term.Node | None, shapes: rdflib.Graph) -> str:
    """Return the IRI of the shape, or of the named shape around it."""
    import rdflib

    seen: set[rdflib.term.Node] = set()
    while shape is not None and not isinstance(shape, rdflib.URIRef) and shape not in seen:
        seen.add(shape)
        shape = next(iter(shapes.subjects(None, shape)), None)
    return str(shape) if isinstance(shape, rdflib.URIRef) else ""
