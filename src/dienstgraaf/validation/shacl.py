"""Runs pySHACL, and turns its results into findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, cast

from pyoxigraph import Quad

from dienstgraaf._rdflib import from_rdflib, to_graph
from dienstgraaf.errors import DienstgraafError
from dienstgraaf.inventory.namespaces import PREFIXES
from dienstgraaf.validation.report import Finding, Severity

if TYPE_CHECKING:
    import rdflib

__all__ = ["check_shapes"]

_SH = PREFIXES["sh"]
_SEVERITIES: dict[str, Severity] = {f"{_SH}Violation": "violation", f"{_SH}Warning": "warning", f"{_SH}Info": "info"}


def check_shapes(data: Iterable[Quad], ontology: Iterable[Quad], shapes: Iterable[Quad]) -> list[Finding]:
    """Return what SHACL finds in `data`, with `ontology` for the classes, by the rules of `shapes`.

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
    return list(_findings(cast("rdflib.Graph", results), shapes_graph))


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
