"""Writes results as a standard validation report (SHACL 1.0, section 3.6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from dienstgraaf.shacl.model import Result
from dienstgraaf.shacl.terms import RDF, Graph, Term, sh

__all__ = ["report_triples"]

_TYPE = NamedNode(RDF + "type")


def report_triples(results: Iterable[Result], shapes: Graph) -> list[Triple]:
    """Return `results` as a `sh:ValidationReport`; it conforms if there are none, of whatever severity.

    Blank nodes of the data and of the shapes keep their labels. Those of the report are numbered in the order of the
    results, and a path that is more than a property is written out anew for each result, as it is in `shapes`.
    """
    found = list(results)
    fresh = _fresh({each.value for result in found for each in _blank(result)} | _labels(shapes))
    report = next(fresh)
    triples = [
        Triple(report, _TYPE, sh("ValidationReport")),
        Triple(report, sh("conforms"), Literal(not found)),
    ]
    for result in found:
        node = next(fresh)
        triples.append(Triple(report, sh("result"), node))
        triples += _result(node, result, shapes, fresh)
    return triples


def _result(node: BlankNode, result: Result, shapes: Graph, fresh: Iterator[BlankNode]) -> Iterator[Triple]:
    yield Triple(node, _TYPE, sh("ValidationResult"))
    yield Triple(node, sh("focusNode"), result.focus)
    if result.path is not None:
        path, copied = _copied(result.path.node, shapes, fresh)
        yield Triple(node, sh("resultPath"), path)
        yield from copied
    if result.value is not None:
        yield Triple(node, sh("value"), result.value)
    yield Triple(node, sh("sourceConstraintComponent"), result.component)
    yield Triple(node, sh("sourceShape"), result.shape)
    if result.constraint is not None:
        yield Triple(node, sh("sourceConstraint"), result.constraint)
    yield Triple(node, sh("resultSeverity"), result.severity)
    for message in result.messages:
        yield Triple(node, sh("resultMessage"), message)


def _copied(top: Term, shapes: Graph, fresh: Iterator[BlankNode]) -> tuple[Term, list[Triple]]:
    """Return the path at `top` with new blank nodes, and the triples that describe it."""
    names: dict[Term, Term] = {top: next(fresh) if isinstance(top, BlankNode) else top}
    triples = []
    todo = [top]
    while todo:
        old = todo.pop()
        if not isinstance(old, BlankNode):
            continue
        for predicate in shapes.predicates(old):
            for value in shapes.objects(old, predicate):
                if value not in names:
                    names[value] = next(fresh) if isinstance(value, BlankNode) else value
                    todo.append(value)
                subject = names[old]
                assert isinstance(subject, BlankNode)  # noqa: S101 - as `old` is one
                triples.append(Triple(subject, predicate, names[value]))
    return names[top], triples


def _blank(result: Result) -> list[BlankNode]:
    terms: tuple[Term | None, ...] = (result.focus, result.value, result.shape, result.constraint)
    return [each for each in terms if isinstance(each, BlankNode)]


def _labels(graph: Graph) -> set[str]:
    return {node.value for node in graph.nodes() if isinstance(node, BlankNode)}


def _fresh(taken: set[str]) -> Iterator[BlankNode]:
    """Yield blank nodes with labels that are not `taken`."""
    return (BlankNode(label) for number in count() if (label := f"report{number}") not in taken)
