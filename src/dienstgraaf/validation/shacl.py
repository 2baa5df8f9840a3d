"""Runs pySHACL, and turns its results into findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, cast

from pyoxigraph import BlankNode, Quad

from dienstgraaf._rdflib import from_rdflib, to_graph
from dienstgraaf.engine import Term
from dienstgraaf.errors import DienstgraafError
from dienstgraaf.inventory.namespaces import PREFIXES, shorten
from dienstgraaf.validation.paths import path_text
from dienstgraaf.validation.report import Finding, Severity
from dienstgraaf.validation.rules import COMPONENTS

if TYPE_CHECKING:
    import rdflib

__all__ = ["check_shapes"]

_SH = PREFIXES["sh"]
_SEVERITIES: dict[str, Severity] = {f"{_SH}Violation": "violation", f"{_SH}Warning": "warning", f"{_SH}Info": "info"}


def check_shapes(data: Iterable[Quad], ontology: Iterable[Quad], shapes: Iterable[Quad]) -> list[Finding]:
    """Return what SHACL finds in `data`, with `ontology` for the classes, by the rules of `shapes`.

    Raises:
        DienstgraafError: if the shapes themselves are wrong, or the check cannot be done.
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
    except (ValueError, RecursionError) as error:  # data that the library cannot walk, such as a list without an end
        raise DienstgraafError("check-failed", reason=str(error)) from error
    if isinstance(results, ValidationFailure | bytes | str):
        raise DienstgraafError("shapes-broken", reason=str(results))
    return list(_findings(cast("rdflib.Graph", results), shapes_graph))


def _findings(results: rdflib.Graph, shapes: rdflib.Graph) -> Iterator[Finding]:
    from rdflib.namespace import RDF, SH

    for node in results.subjects(RDF.type, SH.ValidationResult):
        focus = results.value(node, SH.focusNode)
        if focus is None:
            continue
        value, shape, component = (
            results.value(node, name) for name in (SH.value, SH.sourceShape, SH.sourceConstraintComponent)
        )
        yield Finding(
            focus=from_rdflib(focus),
            path=_path(results.value(node, SH.resultPath), shape, shapes),
            value=None if value is None else from_rdflib(value),
            severity=_SEVERITIES.get(str(results.value(node, SH.resultSeverity)), "violation"),
            messages=_messages(results, node, shape, shapes),
            rule=_rule(shape, shapes),
            component=str(component or ""),
            parameter=_parameter(str(component or ""), shape, shapes),
        )


def _messages(
    results: rdflib.Graph, node: rdflib.term.Node, shape: rdflib.term.Node | None, shapes: rdflib.Graph
) -> dict[str, str]:
    """Return the messages of a result by language; none if they are the library's own and not the rule's."""
    from rdflib.namespace import SH

    constraint = results.value(node, SH.sourceConstraint)
    if not any(each is not None and (each, SH.message, None) in shapes for each in (shape, constraint)):
        return {}
    return {
        str(getattr(message, "language", "") or ""): str(message)
        for message in sorted(results.objects(node, SH.resultMessage), key=str)
    }


def _path(path: rdflib.term.Node | None, shape: rdflib.term.Node | None, shapes: rdflib.Graph) -> str | None:
    """Return the IRI of the property, or a longer path, as the shape has it, in the syntax of SPARQL."""
    import rdflib
    from rdflib.namespace import SH

    if path is None or isinstance(path, rdflib.URIRef):
        return None if path is None else str(path)
    own = shapes.value(shape, SH.path) if shape is not None else None

    def objects(node: Term, predicate: str) -> list[Term]:
        start = rdflib.BNode(node.value) if isinstance(node, BlankNode) else rdflib.URIRef(node.value)
        return [from_rdflib(each) for each in shapes.objects(start, rdflib.URIRef(predicate))]

    return path_text(from_rdflib(own), objects) or None if own is not None else None


def _parameter(component: str, shape: rdflib.term.Node | None, shapes: rdflib.Graph) -> str:
    """Return what the shape gives the constraint component to ask, as text; items of a list with commas between."""
    import rdflib
    from rdflib.collection import Collection
    from rdflib.namespace import RDF

    name = next((name for name, iri in COMPONENTS.items() if iri == component), None)
    value = shapes.value(shape, rdflib.URIRef(_SH + name)) if name and shape is not None else None
    if value is None or (isinstance(value, rdflib.BNode) and (value, RDF.first, None) not in shapes):
        return ""
    items = list(Collection(shapes, value)) if isinstance(value, rdflib.BNode) else [value]
    if any(isinstance(each, rdflib.BNode) for each in items):
        return ""
    return ", ".join(shorten(str(each)) if isinstance(each, rdflib.URIRef) else str(each) for each in items)


def _rule(shape: rdflib.term.Node | None, shapes: rdflib.Graph) -> str:
    """Return the IRI of the shape, or of the named shape around it."""
    import rdflib

    seen: set[rdflib.term.Node] = set()
    while shape is not None and not isinstance(shape, rdflib.URIRef) and shape not in seen:
        seen.add(shape)
        shape = next(iter(shapes.subjects(None, shape)), None)
    return str(shape) if isinstance(shape, rdflib.URIRef) else ""
