"""The entries of the W3C test suite for SHACL, what they expect, and what this package gives for them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, Triple, parse

from dienstgraaf.engine import EmbeddedEngine, RemoteEngine
from dienstgraaf.shacl import Graph, check
from dienstgraaf.shacl.terms import Node, Term, sh
from shacl_cases import path_structure

MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
SHT = "http://www.w3.org/ns/shacl-test#"
DATA, SHAPES = NamedNode("urn:example:data"), NamedNode("urn:example:shapes")
ROOT = Path(os.environ.get("DIENSTGRAAF_SHARED") or Path(__file__).parents[2] / "shared")
SUITE = ROOT / "standards" / "w3c-shacl-suite" / "tests"

FORGOTTEN = SUITE / "sparql" / "component" / "nodeValidator-001.ttl"
"""A file with an entry of its own, which no manifest includes; run all the same."""


@dataclass(frozen=True)
class Entry:
    """A test of the suite, and the file that describes it."""

    file: Path
    node: Term

    @property
    def name(self) -> str:
        return self.file.relative_to(SUITE).with_suffix("").as_posix()


@cache
def triples(path: Path) -> tuple[Triple, ...]:
    return tuple(quad.triple for quad in parse(path.read_bytes(), RdfFormat.TURTLE, base_iri=path.as_uri()))


def file_of(iri: Term | None) -> Path:
    assert isinstance(iri, NamedNode)
    return Path(iri.value.removeprefix("file://"))


def entries(manifest: Path) -> Iterator[Entry]:
    """The entries of a manifest and of those that it includes."""
    graph, this = Graph(triples(manifest)), NamedNode(manifest.as_uri())
    for included in graph.objects(this, NamedNode(MF + "include")):
        yield from entries(file_of(included))
    for head in graph.objects(this, NamedNode(MF + "entries")):
        yield from (Entry(manifest, node) for node in graph.items(head))


ALL = [each for top in (SUITE / "manifest.ttl", FORGOTTEN) for each in entries(top)] if SUITE.is_dir() else []


def expected(entry: Entry) -> Counter[tuple[str, ...]] | None:
    """The results that an entry expects, None if it expects a failure."""
    graph = Graph(triples(entry.file))
    result = graph.value(entry.node, NamedNode(MF + "result"))
    assert result is not None
    if result == NamedNode(SHT + "Failure"):
        return None
    names = ("focusNode", "resultPath", "value", "sourceConstraintComponent", "resultSeverity", "sourceShape")
    return Counter(_texts(graph, [graph.value(each, sh(name)) for name in names]) for each in results_of(graph, result))


def results_of(graph: Graph, report: Term) -> list[Node]:
    return [each for each in graph.objects(report, sh("result")) if isinstance(each, NamedNode | BlankNode)]


def validated(entry: Entry, engine: EmbeddedEngine | RemoteEngine) -> Counter[tuple[str, ...]]:
    """The results that this package gives for an entry, with its data in `engine`, which is empty."""
    graph = Graph(triples(entry.file))
    action = graph.value(entry.node, NamedNode(MF + "action"))
    assert action is not None
    data, shapes = (
        triples(file_of(graph.value(action, NamedNode(SHT + name)))) for name in ("dataGraph", "shapesGraph")
    )
    engine.load([Quad(*each, DATA) for each in data])
    if "$shapesGraph" in entry.file.read_text(encoding="utf-8"):
        engine.load([Quad(*each, SHAPES) for each in shapes])
    known = Graph(shapes)
    return Counter(
        _texts(known, [each.focus, each.path and each.path.node, each.value, each.component, each.severity, each.shape])
        for each in check(engine, known, shapes_graph=SHAPES.value)
    )


def _texts(graph: Graph, terms: list[Term | None]) -> tuple[str, ...]:
    """The terms as text; where the shapes or the data are a file of their own, a blank node has no name to compare."""
    focus, path, *others = terms
    named = ("" if each is None else "_" if isinstance(each, BlankNode) else str(each) for each in (focus, *others))
    return (*named, "" if path is None else path_structure(graph, path))
