"""Results as a standard validation report, read back."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse, serialize
from rdflib.compare import isomorphic

from dienstgraaf._rdflib import to_graph
from dienstgraaf.shacl import Graph, check
from dienstgraaf.shacl.report import report_triples
from dienstgraaf.shacl.terms import RDF, sh
from shacl_cases import engine_with, ex, graph, keys, path_structure, reported, triples
from shacl_reference import report

DATA = "ex:a ex:p _:x, 3 ; ex:q 'b'@nl . ex:b ex:p ex:a ."
SHAPES = """
ex:S sh:targetSubjectsOf ex:p ; sh:severity sh:Warning ; sh:message "ten hoogste"@nl, "at most"@en ; sh:class ex:C ;
    sh:property [ sh:path [ sh:alternativePath ( ex:q [ sh:inversePath ( ex:p [ sh:zeroOrMorePath ex:p ] ) ] ) ] ;
        sh:minCount 5 ; sh:nodeKind sh:BlankNode ] ;
    sh:sparql ex:query .
ex:query sh:select "SELECT $this ?value { $this <http://example.org/p> ?value }" .
"""


def read_back(written: list[Triple]) -> Graph:
    """The triples after a journey through a file."""
    return Graph(quad.triple for quad in parse(serialize(written, format=RdfFormat.TURTLE), RdfFormat.TURTLE))


def tops(lookup: Graph) -> list[NamedNode | BlankNode]:
    return lookup.subjects(NamedNode(RDF + "type"), sh("ValidationReport"))


def test_a_report_read_back_tells_every_result() -> None:
    shapes = graph(SHAPES)
    results = list(check(engine_with(triples(DATA)), shapes))
    back = Graph(report_triples(results, shapes))
    (top,) = tops(back)
    assert len(results) > 8
    assert back.objects(top, sh("conforms")) == [Literal(False)]
    nodes = [each for each in back.objects(top, sh("result")) if isinstance(each, BlankNode)]
    assert reported(back, nodes) == keys(results, shapes)
    through_a_file = read_back(report_triples(results, shapes))
    assert len(list(through_a_file)) == len(list(back))


def test_a_result_names_its_shape_its_query_and_its_messages() -> None:
    shapes = graph(SHAPES)
    back = Graph(report_triples(check(engine_with(triples(DATA)), shapes), shapes))
    (first, *_) = back.subjects(sh("sourceConstraint"), ex("query"))
    assert back.types(first) == [sh("ValidationResult")]
    assert back.objects(first, sh("sourceShape")) == [ex("S")]
    assert back.objects(first, sh("resultSeverity")) == [sh("Warning")]
    assert set(back.objects(first, sh("resultMessage"))) == {
        Literal("ten hoogste", language="nl"),
        Literal("at most", language="en"),
    }


def test_without_results_a_report_conforms_and_says_no_more() -> None:
    back = Graph(report_triples([], graph("")))
    assert [(prop, value) for _, prop, value in back] == [
        (NamedNode(RDF + "type"), sh("ValidationReport")),
        (sh("conforms"), Literal(True)),
    ]


def test_the_blank_nodes_of_a_report_are_not_those_of_the_data() -> None:
    shapes = graph("ex:S sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:in () ] .")
    parsed = [Triple(ex("a"), ex("p"), BlankNode(f"report{number}")) for number in range(3)]
    written = report_triples(check(engine_with(parsed), shapes), shapes)
    subjects = {each.subject for each in written}
    assert not subjects & {each.object for each in parsed}


def test_a_report_is_the_same_each_time() -> None:
    shapes = graph(SHAPES)
    results = list(check(engine_with(triples(DATA)), shapes))
    assert report_triples(results, shapes) == report_triples(results, shapes)


@pytest.mark.parametrize(
    "shapes",
    [
        SHAPES.replace("sh:sparql ex:query .", "sh:nodeKind sh:IRI ."),
        "ex:S sh:targetSubjectsOf ex:p ; sh:closed true ; sh:property [ sh:path ex:q ; sh:minCount 1 ] .",
        "ex:S sh:targetObjectsOf ex:p ; sh:or ( [ sh:class ex:C ] [ sh:datatype xsd:string ] ) .",
        "ex:S sh:targetNode ex:a ; sh:property [ sh:path ( ex:p [ sh:oneOrMorePath ex:q ] ) ; sh:minCount 1 ] .",
        "ex:S sh:targetNode ex:none ; sh:nodeKind sh:IRI .",
    ],
)
def test_a_report_is_that_of_pyshacl_but_for_its_words(shapes: str) -> None:
    data, parsed = triples(DATA), triples(shapes)
    mine = without_words(report_triples(check(engine_with(data), Graph(parsed)), Graph(parsed)))
    assert len(mine) >= 2
    assert isomorphic(mine, without_words(report(data, parsed)))


@pytest.mark.parametrize("name", ["path-complex-001", "path-inverse-001", "path-sequence-001"])
def test_a_report_on_an_entry_of_the_suite_is_that_of_pyshacl(shared: Path, name: str) -> None:
    file = shared / "standards" / "w3c-shacl-suite" / "tests" / "core" / "path" / f"{name}.ttl"
    both = [quad.triple for quad in parse(file.read_bytes(), RdfFormat.TURTLE, base_iri=file.as_uri())]
    mine = without_words(report_triples(check(engine_with(both), Graph(both)), Graph(both)))
    assert len(mine) > 5
    assert isomorphic(mine, without_words(report(both, both)))


def without_words(triples_: list[Triple]) -> rdflib.Graph:
    """A report without its messages; what it does not describe itself has no name, and a path is written as text, as
    several results may share its blank nodes."""
    lookup, kept = Graph(triples_), []
    for subject, prop, value in lookup:
        if sh("ValidationResult") in lookup.types(subject) and prop != sh("resultMessage"):
            path = prop == sh("resultPath")
            text = path_structure(lookup, value) if path else "a blank node"
            kept.append(Triple(subject, prop, Literal(text) if path or isinstance(value, BlankNode) else value))
        elif sh("ValidationReport") in lookup.types(subject):
            kept.append(Triple(subject, prop, value))
    return to_graph(kept)
