"""The W3C test suite for SHACL (core and sparql): each entry that its manifests name, exactly as it expects."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, Triple, parse

from dienstgraaf.engine import EmbeddedEngine
from dienstgraaf.shacl import CannotCompileError, Graph, ShapesError, check
from dienstgraaf.shacl.terms import Node, Term, sh
from shacl_cases import path_structure

MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
SHT = "http://www.w3.org/ns/shacl-test#"
DATA, SHAPES = NamedNode("urn:example:data"), NamedNode("urn:example:shapes")
ROOT = Path(os.environ.get("DIENSTGRAAF_SHARED") or Path(__file__).parents[3] / "shared")
SUITE = ROOT / "standards" / "w3c-shacl-suite" / "tests"
ENTRIES = 121
"""How many entries the suite has at the commit that is in shared/."""

FORGOTTEN = SUITE / "sparql" / "component" / "nodeValidator-001.ttl"
"""A file with an entry of its own, which no manifest includes; run all the same."""

BY_VALUE = {
    "core/node/maxExclusive-001": ('"4.0"', '"4"'),
    "core/node/minExclusive-001": ('"4.0"', '"4"'),
}
"""Deviations of the store: Oxigraph keeps numbers by their value, so that the literal 4.0 comes back as 4."""

REFUSED = {"core/property/datatype-ill-formed": "asks for <http://www.w3.org/2001/XMLSchema#byte>"}
"""Deviations that are said: Oxigraph keeps xsd:byte and its like as plain integers, so that a shape which asks for
one of these is refused, to be handed to a validator that has the data as written."""


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


def validated(entry: Entry) -> Counter[tuple[str, ...]]:
    """The results that this package gives for an entry."""
    graph = Graph(triples(entry.file))
    action = graph.value(entry.node, NamedNode(MF + "action"))
    assert action is not None
    data, shapes = (
        triples(file_of(graph.value(action, NamedNode(SHT + name)))) for name in ("dataGraph", "shapesGraph")
    )
    engine = EmbeddedEngine()
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


def test_the_whole_suite_is_there(shared: Path) -> None:
    described = {path for path in SUITE.rglob("*.ttl") if b"sht:Validate" in path.read_bytes()}
    assert {entry.file for entry in ALL} == described
    assert len(ALL) == len({entry.node for entry in ALL}) == ENTRIES
    assert {entry.name for entry in ALL} > BY_VALUE.keys() | REFUSED.keys()


@pytest.mark.parametrize("entry", ALL or [None], ids=lambda entry: entry.name if entry else "absent")
def test_an_entry_gives_the_results_that_it_expects(shared: Path, entry: Entry) -> None:
    wanted = expected(entry)
    if wanted is None:
        with pytest.raises(ShapesError):
            validated(entry)
    elif entry.name in REFUSED:
        with pytest.raises(CannotCompileError, match=REFUSED[entry.name]):
            validated(entry)
    elif entry.name in BY_VALUE:
        as_written, by_value = BY_VALUE[entry.name]
        got = validated(entry)
        assert got != wanted
        changed = Counter({tuple(text.replace(as_written, by_value) for text in key): n for key, n in wanted.items()})
        assert got == changed
    else:
        assert validated(entry) == wanted
