"""Small graphs to validate, and results in a form in which those of two validators can be compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, Triple, parse

from dienstgraaf.engine import EmbeddedEngine
from dienstgraaf.shacl import Graph, Result, check
from dienstgraaf.shacl.terms import RDF, SH, Node, Term, sh

PROLOGUE = """\
@prefix ex: <http://example.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
EX = "http://example.org/"


class Key(NamedTuple):
    """What two validators must agree on; terms as N-Triples writes them, "" where there is none."""

    focus: str
    path: str
    value: str
    component: str
    severity: str


def ex(name: str) -> NamedNode:
    return NamedNode(EX + name)


def triples(turtle: str) -> list[Triple]:
    """The triples of `turtle`, which may use the usual prefixes."""
    return [quad.triple for quad in parse(PROLOGUE + turtle, RdfFormat.TURTLE, base_iri=EX)]


def graph(turtle: str) -> Graph:
    return Graph(triples(turtle))


def engine_with(statements: Iterable[Triple]) -> EmbeddedEngine:
    engine = EmbeddedEngine()
    engine.load([Quad(each.subject, each.predicate, each.object) for each in statements])
    return engine


def found(data: str, shapes: str, **options: Any) -> list[Result]:
    """The results of validating `data` against `shapes`, both in Turtle."""
    return list(check(engine_with(triples(data)), graph(shapes), **options))


def foci(data: str, shapes: str, **options: Any) -> list[str]:
    """The local names of the nodes that do not conform, one for each result, sorted."""
    return sorted(str(each.focus).strip("<>").removeprefix(EX) for each in found(data, shapes, **options))


def components(data: str, shapes: str, **options: Any) -> list[str]:
    """The names of the components that results come from, without "ConstraintComponent", sorted."""
    names = [
        each.component.value.removeprefix(SH).removesuffix("ConstraintComponent")
        for each in found(data, shapes, **options)
    ]
    return sorted(names)


def path_structure(lookup: Graph, node: Term) -> str:
    """A path as text, whatever its blank nodes are called. Reads it independently of the package."""
    if not isinstance(node, BlankNode):
        return str(node)
    if lookup.value(node, NamedNode(RDF + "first")) is not None:
        return f"({' '.join(path_structure(lookup, each) for each in lookup.items(node))})"
    kind = next(each for each in lookup.predicates(node) if each.value.startswith(SH) and each.value.endswith("Path"))
    inner = lookup.value(node, kind)
    assert inner is not None
    return f"[{kind.value.removeprefix(SH)} {path_structure(lookup, inner)}]"


def keys(results: Iterable[Result], shapes: Graph) -> Counter[Key]:
    """The results of this package, each with how often it is there."""
    return Counter(
        Key(
            str(each.focus),
            "" if each.path is None else path_structure(shapes, each.path.node),
            "" if each.value is None else str(each.value),
            str(each.component),
            str(each.severity),
        )
        for each in results
    )


def reported(report: Graph, nodes: Iterable[Node], name: Callable[[Term], str] = str) -> Counter[Key]:
    """The results that `report` tells of at `nodes`, each with how often it is there."""

    def text(node: Node, prop: str) -> str:
        value = report.value(node, sh(prop))
        if value is None:
            return ""
        return path_structure(report, value) if prop == "resultPath" else name(value)

    properties = ("focusNode", "resultPath", "value", "sourceConstraintComponent", "resultSeverity")
    return Counter(Key(*(text(node, prop) for prop in properties)) for node in nodes)
