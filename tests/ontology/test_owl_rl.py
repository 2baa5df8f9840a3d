"""The axioms keep to OWL 2 RL, so that a rule engine draws all conclusions that follow from them.

Checked as the profile tells it: https://www.w3.org/TR/owl2-profiles/#OWL_2_RL, section 4.2.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from rdflib import OWL, RDF, RDFS, XSD, BNode, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

FORBIDDEN = (OWL.disjointUnionOf, OWL.hasSelf, OWL.onDataRange, OWL.onDatatype, OWL.datatypeComplementOf)
RL_DATATYPES = {
    RDF.PlainLiteral, RDF.langString, RDF.XMLLiteral, RDFS.Literal, XSD.decimal, XSD.integer, XSD.nonNegativeInteger,
    XSD.nonPositiveInteger, XSD.positiveInteger, XSD.negativeInteger, XSD.long, XSD.int, XSD.short, XSD.byte,
    XSD.unsignedLong, XSD.unsignedInt, XSD.unsignedShort, XSD.unsignedByte, XSD.float, XSD.double, XSD.string,
    XSD.normalizedString, XSD.token, XSD.language, XSD.Name, XSD.NCName, XSD.NMTOKEN, XSD.boolean, XSD.hexBinary,
    XSD.base64Binary, XSD.anyURI, XSD.dateTime, XSD.dateTimeStamp,
}  # fmt: skip
"""The datatypes of the profile; it has rdf:PlainLiteral for what RDF 1.1 has rdf:langString for."""


def departures(graph: Graph) -> Iterator[str]:
    """Yield what in `graph` is not OWL 2 RL, as one line for each departure."""
    for subject, predicate, kind in graph:
        if predicate in FORBIDDEN or (predicate, kind) == (RDF.type, OWL.ReflexiveProperty):
            yield f"{subject} {predicate} {kind}"
    for sub in _below(graph):
        yield from _not_a_subclass(graph, sub)
    for predicate in (RDFS.subClassOf, RDFS.domain, RDFS.range):
        for sup in graph.objects(None, predicate):
            yield from _not_a_superclass(graph, sup)
    for pair in graph.subject_objects(OWL.equivalentClass):
        for expression in pair:
            yield from _not_an_equivalent(graph, expression)


def _below(graph: Graph) -> Iterator[Node]:
    """Yield the expressions that stand as a subclass: those of disjoint classes do too."""
    yield from graph.subjects(RDFS.subClassOf)
    for pair in graph.subject_objects(OWL.disjointWith):
        yield from pair
    for axiom in graph.subjects(RDF.type, OWL.AllDisjointClasses):
        yield from _items(graph, graph.value(axiom, OWL.members))


def _items(graph: Graph, head: Node | None) -> list[Node]:
    return list(Collection(graph, head)) if head is not None else []


def _name_or_datatype(graph: Graph, expression: Node) -> Iterator[str]:
    if expression == OWL.Thing:
        yield "owl:Thing may not stand here"
    if str(expression).startswith((str(XSD), str(RDF))) and expression not in RL_DATATYPES:
        yield f"{expression} is no datatype of the profile"


def _not_a_subclass(graph: Graph, expression: Node) -> Iterator[str]:
    """Names, one-ofs, intersections, unions, some-values-from and has-value may stand below a class."""
    if isinstance(expression, URIRef):
        yield from _name_or_datatype(graph, expression)
        return
    parts = [*graph.objects(expression, OWL.intersectionOf), *graph.objects(expression, OWL.unionOf)]
    fillers = [f for f in graph.objects(expression, OWL.someValuesFrom) if f != OWL.Thing]
    leaves = [*graph.objects(expression, OWL.oneOf), *graph.objects(expression, OWL.hasValue)]
    if not (parts or leaves or list(graph.objects(expression, OWL.someValuesFrom))):
        yield f"below a class: {_describe(graph, expression)}"
    for inner in [item for part in parts for item in _items(graph, part)] + fillers:
        yield from _not_a_subclass(graph, inner)


def _not_a_superclass(graph: Graph, expression: Node) -> Iterator[str]:
    """Names, intersections, complements, all-values-from, has-value and at most 0 or 1 may stand above a class."""
    if isinstance(expression, URIRef):
        yield from _name_or_datatype(graph, expression)
        return
    parts = [item for part in graph.objects(expression, OWL.intersectionOf) for item in _items(graph, part)]
    everything = list(graph.objects(expression, OWL.allValuesFrom))
    complements = list(graph.objects(expression, OWL.complementOf))
    at_most = [
        number
        for predicate in (OWL.maxCardinality, OWL.maxQualifiedCardinality)
        for number in graph.objects(expression, predicate)
        if int(str(number)) in {0, 1}
    ]
    if not (parts or everything or complements or at_most or list(graph.objects(expression, OWL.hasValue))):
        yield f"above a class: {_describe(graph, expression)}"
    for inner in parts + everything:
        yield from _not_a_superclass(graph, inner)
    for inner in complements:
        yield from _not_a_subclass(graph, inner)


def _not_an_equivalent(graph: Graph, expression: Node) -> Iterator[str]:
    """Only names, intersections and has-value may be equivalent to a class."""
    if isinstance(expression, URIRef):
        yield from _name_or_datatype(graph, expression)
        return
    parts = [item for part in graph.objects(expression, OWL.intersectionOf) for item in _items(graph, part)]
    if not parts and not list(graph.objects(expression, OWL.hasValue)):
        yield f"equivalent to a class: {_describe(graph, expression)}"
    for inner in parts:
        yield from _not_an_equivalent(graph, inner)


def _describe(graph: Graph, expression: Node) -> str:
    assert isinstance(expression, BNode)
    return " ".join(sorted(str(p).rpartition("#")[2] for p in graph.predicates(expression) if p != RDF.type))


def _axioms(turtle: str) -> Graph:
    prefixes = "@prefix ex: <https://example.org/> .\n"
    prefixes += "".join(f"@prefix {p}: <{n}> .\n" for p, n in (("owl", OWL), ("rdfs", RDFS), ("xsd", XSD)))
    return Graph().parse(data=prefixes + turtle, format="turtle")


def test_the_ontology_and_the_alignments_are_owl_2_rl(ontology: Graph, alignments: Graph) -> None:
    assert list(departures(ontology + alignments)) == []


@pytest.mark.parametrize(
    "axiom",
    [
        "ex:A rdfs:subClassOf [ owl:onProperty ex:p ; owl:someValuesFrom ex:B ] .",
        "ex:A rdfs:subClassOf [ owl:unionOf ( ex:B ex:C ) ] .",
        "ex:A rdfs:subClassOf [ owl:oneOf ( ex:b ex:c ) ] .",
        "ex:A rdfs:subClassOf [ owl:intersectionOf ( ex:B [ owl:onProperty ex:p ; owl:someValuesFrom ex:C ] ) ] .",
        "ex:A rdfs:subClassOf [ owl:onProperty ex:p ; owl:maxCardinality 2 ] .",
        "ex:A rdfs:subClassOf [ owl:onProperty ex:p ; owl:minCardinality 1 ] .",
        "[] owl:onProperty ex:p ; owl:allValuesFrom ex:B ; rdfs:subClassOf ex:A .",
        "[] owl:complementOf ex:B ; rdfs:subClassOf ex:A .",
        "ex:A owl:equivalentClass [ owl:onProperty ex:p ; owl:someValuesFrom ex:B ] .",
        "ex:A owl:disjointUnionOf ( ex:B ex:C ) .",
        "ex:p rdfs:domain [ owl:unionOf ( ex:B ex:C ) ] .",
        "ex:p rdfs:range xsd:gYear .",
        "owl:Thing rdfs:subClassOf ex:A .",
        "ex:p a owl:ReflexiveProperty .",
    ],
)
def test_an_axiom_outside_the_profile_is_found(axiom: str) -> None:
    assert len(list(departures(_axioms(axiom)))) == 1


@pytest.mark.parametrize(
    "axiom",
    [
        "[] owl:intersectionOf ( ex:A [ owl:onProperty ex:p ; owl:someValuesFrom ex:B ] ) ; rdfs:subClassOf ex:C .",
        "[] owl:unionOf ( ex:A ex:B ) ; rdfs:subClassOf ex:C .",
        "[] owl:onProperty ex:p ; owl:someValuesFrom owl:Thing ; rdfs:subClassOf ex:C .",
        "ex:A rdfs:subClassOf [ owl:onProperty ex:p ; owl:allValuesFrom ex:B ] .",
        "ex:A rdfs:subClassOf [ owl:onProperty ex:p ; owl:maxCardinality 1 ] .",
        "ex:A rdfs:subClassOf [ owl:complementOf ex:B ] .",
        "ex:A owl:equivalentClass [ owl:intersectionOf ( ex:B [ owl:onProperty ex:p ; owl:hasValue true ] ) ] .",
    ],
)
def test_an_axiom_inside_the_profile_is_not_complained_of(axiom: str) -> None:
    assert list(departures(_axioms(axiom))) == []
