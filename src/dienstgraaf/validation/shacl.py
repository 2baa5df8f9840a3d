"""Runs the shapes: compiled to SPARQL, and by pySHACL where something cannot be compiled."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple, cast

from pyoxigraph import BlankNode, NamedNode, Quad, Triple

from dienstgraaf._rdflib import from_rdflib, to_graph
from dienstgraaf.engine import Term
from dienstgraaf.errors import DienstgraafError
from dienstgraaf.inventory.namespaces import PREFIXES, shorten
from dienstgraaf.shacl import CannotCompileError, Check, Engine, Graph, Result, Shape, ShapesError, again, check
from dienstgraaf.validation.paths import path_text
from dienstgraaf.validation.report import Finding, Severity
from dienstgraaf.validation.rules import COMPONENTS

if TYPE_CHECKING:
    import rdflib

__all__ = ["Around", "Checking", "Reference", "Rules", "restricted_to"]

_SH, _FIRST = PREFIXES["sh"], NamedNode(PREFIXES["rdf"] + "first")
_SEVERITIES: dict[str, Severity] = {f"{_SH}Violation": "violation", f"{_SH}Warning": "warning", f"{_SH}Info": "info"}
_TARGETS = {f"{_SH}{name}" for name in ("targetNode", "targetClass", "targetSubjectsOf", "targetObjectsOf", "target")}
_SUBJECTS_OF = NamedNode(f"{_SH}targetSubjectsOf")
_SCRIPTS = {f"{_SH}{name}" for name in ("js", "jsLibrary", "jsFunctionName", "jsLibraryURL")}
_WORKERS = min(4, os.cpu_count() or 1)
_PARAMETERS = {iri: NamedNode(_SH + name) for name, iri in COMPONENTS.items()}


class Reference(NamedTuple):
    """What pySHACL wants: the data, and apart from it the ontology."""

    data: Iterable[Quad]
    ontology: Iterable[Quad]


class Checking:
    """A check of what an engine holds by some shapes; `handed` are the reasons why some could not be compiled."""

    def __init__(self, engine: Engine, shapes: Iterable[Quad], others: Callable[[], Reference] | None = None) -> None:
        """Take the data, with the ontology that its classes come from, and the rules.

        `others` gives data and ontology to pySHACL, for the shapes that cannot be compiled; None where these cannot
        be had: then nothing is checked by such shapes, which is for the caller to tell.
        """
        self._engine = engine
        self._triples = [quad.triple for quad in shapes]
        self._others = others
        self.rules = Rules(Graph(self._triples))
        self.handed: list[CannotCompileError] = []

    @property
    def told(self) -> tuple[tuple[str, str], ...]:
        """The shapes that could not be compiled, as people read them, each with the reason."""
        return tuple((self.rules.name(error.node) or str(error.node), error.reason) for error in self.handed)

    def findings(self, restriction: str = "", around: Around | None = None) -> Iterator[Finding]:
        """Yield what SHACL finds; `restriction` is a pattern on `?this` that narrows what shapes apply to.

        With `around` a result at a blank node is asked for again, with what is around it, and comes last.

        Raises:
            ShapesError: if the shapes themselves are wrong.
            DienstgraafError: if the check cannot be done.
        """
        refused: list[Shape] = []
        self._refuse_beyond()
        if self.handed:  # what a rule adds, any shape may apply to: pySHACL does all
            yield from () if self._others is None else _by_reference(self._others(), self._triples, self.rules)
            return

        def refuse(shape: Shape, error: CannotCompileError) -> None:
            refused.append(shape)
            self.handed.append(error)

        nameless: dict[Check, None] = {}
        results = check(self._engine, self.rules.graph, restriction=restriction, refused=refuse, workers=_WORKERS)
        for result in _distinct(results):
            if around is not None and isinstance(result.focus, BlankNode) and result.check is not None:
                nameless[result.check] = None
            else:
                yield self.rules.finding(result)
        if around is not None:
            for each in nameless:
                for result, found in again(self._engine, each, around.pattern):
                    yield around.placed(self.rules.finding(result), found)
        if refused and self._others is not None:
            kept = {shape.node for shape in refused}
            yield from _by_reference(self._others(), _without_targets(self._triples, kept), self.rules)

    def _refuse_beyond(self) -> None:
        """Refuse what nothing here can run, and note what adds to the data before it is checked.

        Raises:
            ShapesError: if a shape needs JavaScript.
        """
        for triple in self._triples:
            if triple.predicate.value in _SCRIPTS and isinstance(triple.subject, NamedNode | BlankNode):
                name = shorten(triple.predicate.value)
                raise ShapesError(f"has {name}: nothing here runs JavaScript, so it cannot be checked", triple.subject)
            if triple.predicate.value == f"{_SH}rule" and isinstance(triple.subject, NamedNode | BlankNode):
                self.handed.append(CannotCompileError("has sh:rule, which adds to the data", triple.subject))


def _distinct(results: Iterable[Result]) -> Iterator[Result]:
    """Yield `results` without those that a query gives twice."""
    seen: set[object] = set()
    last: object = None
    for result in results:
        if result.check is not last:
            last, seen = result.check, set()
        if (what := (result.focus, result.path and result.path.text, result.value, result.messages)) not in seen:
            seen.add(what)
            yield result


def restricted_to(graphs: Iterable[str]) -> str:
    """Return the pattern that narrows what shapes apply to: to what `graphs` describe, or they mention alone."""
    named = f"FILTER (?_g IN ({', '.join(f'<{graph}>' for graph in graphs)}))"
    described = f"EXISTS {{ GRAPH ?_g {{ ?this ?_p ?_o }} {named} }}"
    mentioned = f"EXISTS {{ GRAPH ?_g {{ ?_s ?_p ?this }} {named} }}"
    return f"FILTER ({described} || (NOT EXISTS {{ ?this ?_p ?_o }} && {mentioned}))"


class Around(NamedTuple):
    """What is asked about blank nodes besides: a pattern on `?focus`, and what makes a finding of what it binds."""

    pattern: str
    placed: Callable[[Finding, Mapping[str, Term]], Finding]


class Rules:
    """The shapes, to tell which rule a result is of and what it asks."""

    def __init__(self, graph: Graph) -> None:
        """Take the shapes graph."""
        self.graph = graph
        self._owners: dict[Term, Term] = {value: subject for subject, _, value in graph if type(value) is BlankNode}

    def finding(self, result: Result) -> Finding:
        """Return `result` as a finding."""
        path = result.path
        return Finding(
            focus=result.focus,
            path=None if path is None else path.predicate.value if path.predicate else self.path(path.node),
            value=result.value,
            severity=_SEVERITIES.get(result.severity.value, "violation"),
            messages={message.language or "": message.value for message in result.messages},
            rule=self.name(result.shape),
            component=result.component.value,
            parameter=self.parameter(result.component.value, result.shape),
            target=getattr(self.graph.value(result.shape, _SUBJECTS_OF), "value", ""),
        )

    def name(self, shape: Term | None) -> str:
        """Return the IRI of the shape, or of the named shape around it."""
        seen: set[Term] = set()
        while isinstance(shape, BlankNode) and shape not in seen:
            seen.add(shape)
            shape = self._owners.get(shape)
        return shape.value if isinstance(shape, NamedNode) else ""

    def path(self, node: Term) -> str | None:
        """Return the IRI of the property, or a longer path in the syntax of SPARQL."""
        return path_text(node, lambda each, predicate: self.graph.objects(each, NamedNode(predicate))) or None

    def parameter(self, component: str, shape: Term | None) -> str:
        """Return what the shape gives the constraint component, as text; items of a list with commas between."""
        name = _PARAMETERS.get(component)
        value = self.graph.value(shape, name) if name and shape is not None else None
        if value is None or (isinstance(value, BlankNode) and self.graph.value(value, _FIRST) is None):
            return ""
        items = self.graph.items(value) if isinstance(value, BlankNode) else [value]
        if any(isinstance(each, BlankNode) for each in items):
            return ""
        return ", ".join(shorten(each.value) if isinstance(each, NamedNode) else each.value for each in items)


def _without_targets(triples: Iterable[Triple], kept: set[NamedNode | BlankNode]) -> list[Triple]:
    """Return the shapes as they are, but let only those `kept` apply to anything by themselves."""
    return [each for each in triples if each.predicate.value not in _TARGETS or each.subject in kept]


def _by_reference(reference: Reference, shapes: Iterable[Triple], rules: Rules) -> Iterator[Finding]:
    """Yield what pySHACL finds.

    Raises:
        DienstgraafError: if the shapes themselves are wrong, or the check cannot be done.
    """
    import pyshacl
    from pyshacl.errors import ReportableRuntimeError, ShapeLoadError, ValidationFailure

    shapes_graph = to_graph(shapes)
    try:
        _conforms, results, _text = pyshacl.validate(
            to_graph(reference.data),
            shacl_graph=shapes_graph,
            ont_graph=to_graph(reference.ontology),
            advanced=True,
            inplace=True,
        )
    except (ReportableRuntimeError, ShapeLoadError) as error:
        raise DienstgraafError("shapes-broken", reason=getattr(error, "message", str(error))) from error
    except (ValueError, RecursionError) as error:  # data that the library cannot walk, such as a list without an end
        raise DienstgraafError("check-failed", reason=str(error)) from error
    if isinstance(results, ValidationFailure | bytes | str):
        raise DienstgraafError("shapes-broken", reason=str(results))
    yield from _findings(cast("rdflib.Graph", results), shapes_graph, rules)


def _findings(results: rdflib.Graph, shapes: rdflib.Graph, rules: Rules) -> Iterator[Finding]:
    from rdflib.namespace import RDF, SH

    for node in results.subjects(RDF.type, SH.ValidationResult):
        focus = results.value(node, SH.focusNode)
        if focus is None:
            continue
        value, shape, component, path = (
            None if term is None else from_rdflib(term)
            for term in (
                results.value(node, name)
                for name in (SH.value, SH.sourceShape, SH.sourceConstraintComponent, SH.resultPath)
            )
        )
        kind = component.value if isinstance(component, NamedNode) else ""
        own = rules.graph.value(shape, NamedNode(f"{_SH}path")) if shape is not None else None
        yield Finding(
            focus=from_rdflib(focus),
            path=path.value if isinstance(path, NamedNode) else rules.path(own) if path and own else None,
            value=value,
            severity=_SEVERITIES.get(str(results.value(node, SH.resultSeverity)), "violation"),
            messages=_messages(results, node, shapes),
            rule=rules.name(shape),
            component=kind,
            parameter=rules.parameter(kind, shape),
        )


def _messages(results: rdflib.Graph, node: rdflib.term.Node, shapes: rdflib.Graph) -> dict[str, str]:
    """Return the messages of a result by language; none if they are the library's own and not the rule's."""
    from rdflib.namespace import SH

    sources = (results.value(node, name) for name in (SH.sourceShape, SH.sourceConstraint))
    if not any(each is not None and (each, SH.message, None) in shapes for each in sources):
        return {}
    return {
        str(getattr(message, "language", "") or ""): str(message)
        for message in sorted(results.objects(node, SH.resultMessage), key=str)
    }
