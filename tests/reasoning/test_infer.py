"""What follows from small graphs, entailment by entailment, beside what owlrl says."""

from __future__ import annotations

import pytest

from dienstgraaf.engine import EmbeddedEngine
from dienstgraaf.reasoning import infer
from dienstgraaf.reasoning.reference import owlrl_closure

CASES = {
    "subclass": (":A rdfs:subClassOf :B . :B rdfs:subClassOf :C . :x a :A .", ":A rdfs:subClassOf :C . :x a :B, :C ."),
    "subproperty": (
        ":p rdfs:subPropertyOf :q . :q rdfs:subPropertyOf :r . :x :p :y .",
        ":p rdfs:subPropertyOf :r . :x :q :y ; :r :y .",
    ),
    "domain": (":p rdfs:domain :A . :A rdfs:subClassOf :B . :x :p 1 .", ":x a :A, :B ."),
    "range": (":p rdfs:range :A . :A rdfs:subClassOf :B . :x :p :y .", ":y a :A, :B ."),
    "equivalent class": (
        ":A owl:equivalentClass :B . :x a :A . :y a :B .",
        ":A rdfs:subClassOf :B . :B rdfs:subClassOf :A ; owl:equivalentClass :A . :x a :B . :y a :A .",
    ),
    "equivalent property": (
        ":p owl:equivalentProperty :q . :x :p :y .",
        ":p rdfs:subPropertyOf :q . :q rdfs:subPropertyOf :p ; owl:equivalentProperty :p . :x :q :y .",
    ),
    "subclasses of each other": (
        ":A rdfs:subClassOf :B . :B rdfs:subClassOf :A .",
        ":A owl:equivalentClass :B . :B owl:equivalentClass :A .",
    ),
    "inverse": (":p owl:inverseOf :q . :x :p :y . :z :q :w .", ":y :q :x . :w :p :z ."),
    "inverse of a subproperty": (
        ":p rdfs:subPropertyOf :q . :q owl:inverseOf :r . :x :p :y . :r rdfs:subPropertyOf :s .",
        ":x :q :y . :y :r :x ; :s :x .",
    ),
    "transitive": (":p a owl:TransitiveProperty . :a :p :b . :b :p :c . :c :p :d .", ":a :p :c, :d . :b :p :d ."),
    "symmetric": (":p a owl:SymmetricProperty . :a :p :b .", ":b :p :a ."),
    "functional": (
        ":p a owl:FunctionalProperty . :a :p :b , :c . :b a :B . :d :q :c .",
        ":b owl:sameAs :c . :c owl:sameAs :b ; a :B . :d :q :b .",
    ),
    "inverse functional, by a text": (
        ":p a owl:InverseFunctionalProperty . :b :p 'k' ; :q 1 . :c :p 'k' .",
        ":b owl:sameAs :c . :c owl:sameAs :b ; :q 1 .",
    ),
    "functional, of several things": (
        ":p a owl:FunctionalProperty . :a :p :b . :c :p :d . :e :p 1 . :f :p 2 .",
        "",
    ),
    "inverse functional, with several values": (
        ":p a owl:InverseFunctionalProperty . :a :p :x . :b :p :y . :c :p 1 . :d :p 2 . :e :p 3 .",
        "",
    ),
    "same": (":x owl:sameAs :y . :x a :A ; :p :z . :w :q :x .", ":y owl:sameAs :x ; a :A ; :p :z . :w :q :y ."),
    "has value": (
        ":A owl:equivalentClass [ a owl:Restriction ; owl:onProperty :p ; owl:hasValue true ] ."
        ":x :p true . :y a :A . :z :p false .",
        ":x a :A . :y :p true .",
    ),
    "some values": (
        "[ a owl:Restriction ; owl:onProperty :p ; owl:someValuesFrom :B ] rdfs:subClassOf :A . :x :p :y . :y a :B .",
        ":x a :A .",
    ),
    "some value at all": (
        "[ a owl:Restriction ; owl:onProperty :p ; owl:someValuesFrom owl:Thing ] rdfs:subClassOf :A . :x :p :y .",
        ":x a :A .",
    ),
    "all values": (
        ":A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :p ; owl:allValuesFrom :B ] . :x a :A ; :p :y .",
        ":y a :B .",
    ),
    "at most one": (
        ":A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :p ;"
        " owl:maxCardinality '1'^^xsd:nonNegativeInteger ] . :x a :A ; :p :y , :z .",
        ":y owl:sameAs :z . :z owl:sameAs :y .",
    ),
    "intersection": (
        ":A owl:equivalentClass [ a owl:Class ; owl:intersectionOf ( :B :C ) ] . :x a :B, :C . :y a :A . :z a :B .",
        ":A rdfs:subClassOf :B, :C . :x a :A . :y a :B, :C .",
    ),
    "union": (
        ":A owl:equivalentClass [ a owl:Class ; owl:unionOf ( :B :C ) ] . :x a :B .",
        ":B rdfs:subClassOf :A . :C rdfs:subClassOf :A . :x a :A .",
    ),
    "enumerated class": (":A owl:oneOf ( :x :y ) .", ":x a :A . :y a :A ."),
    "chain of two": (":p owl:propertyChainAxiom ( :q :r ) . :a :q :b . :b :r :c .", ":a :p :c ."),
    "chain of three": (
        ":p owl:propertyChainAxiom ( :q :r :s ) . :a :q :b . :b :r :c . :c :s 'end' .",
        ":a :p 'end' .",
    ),
    "chain that feeds itself": (
        ":p owl:propertyChainAxiom ( :p :r ) . :a :p :b . :b :r :c . :c :r :d .",
        ":a :p :c, :d .",
    ),
    "chain and inverse": (
        ":p owl:propertyChainAxiom ( :q :r ) ; rdfs:domain :D . :q owl:inverseOf :i . :b :i :a ; :r :c .",
        ":a :q :b ; :p :c ; a :D .",
    ),
    "key": (
        ":A owl:hasKey ( :k ) . :x a :A ; :k 'a' ; :q :z . :y a :A ; :k 'a' . :w :k 'a' .",
        ":x owl:sameAs :y . :y owl:sameAs :x ; :q :z .",
    ),
    "narrower values of a restriction": (
        ":A a owl:Restriction ; owl:onProperty :p ; owl:someValuesFrom :X . :X rdfs:subClassOf :Y ."
        ":B a owl:Restriction ; owl:onProperty :p ; owl:someValuesFrom :Y .",
        ":A rdfs:subClassOf :B .",
    ),
    "narrower property of a restriction": (
        ":A a owl:Restriction ; owl:onProperty :p ; owl:hasValue :v . :p rdfs:subPropertyOf :q ."
        ":B a owl:Restriction ; owl:onProperty :q ; owl:hasValue :v .",
        ":A rdfs:subClassOf :B .",
    ),
    "narrower property of all values": (
        ":A a owl:Restriction ; owl:onProperty :q ; owl:allValuesFrom :X . :p rdfs:subPropertyOf :q ."
        ":B a owl:Restriction ; owl:onProperty :p ; owl:allValuesFrom :X .",
        ":A rdfs:subClassOf :B .",
    ),
    "a nested definition": (
        "[] a owl:Class ; rdfs:subClassOf :N ; owl:intersectionOf ( :E [ a owl:Restriction ; owl:onProperty :has ;"
        " owl:someValuesFrom [ a owl:Class ; owl:intersectionOf ( :U [ a owl:Restriction ; owl:onProperty :skill ;"
        " owl:hasValue false ] ) ] ] ) . :has owl:inverseOf :of . :e a :E . :u a :U ; :of :e ; :skill false ."
        ":f a :E . :v a :U ; :of :f ; :skill true .",
        ":e :has :u ; a :N . :f :has :v .",
    ),
    "things without a name": (
        "_:x a :A ; :p _:y . _:y a :B . :A rdfs:subClassOf :C . :p rdfs:range :D .",
        None,
    ),
    "texts of all kinds": (
        ":p rdfs:subPropertyOf rdfs:comment . :x :p 'a'@nl, '01'^^xsd:integer, '1'^^xsd:integer, '\\\\ \\\"\\n'^^:t .",
        ":x rdfs:comment 'a'@nl, '01'^^xsd:integer, '1'^^xsd:integer, '\\\\ \\\"\\n'^^:t .",
    ),
    "disjoint classes say no more than they say": (
        "[] a owl:AllDisjointClasses ; owl:members ( :A :B ) . :x a :A . :y a :B .",
        "",
    ),
    "nothing": ("", ""),
}


@pytest.mark.parametrize("name", CASES)
def test_what_follows_is_what_owl_2_rl_says(name, graph, triples):
    asserted, expected = CASES[name]
    quads = graph(asserted)
    found = infer(quads)
    assert set(found) == set(owlrl_closure(quads))
    if expected is not None:
        assert set(found) == triples(expected)


def test_things_without_a_name_get_their_types(graph):
    asserted = CASES["things without a name"][0]
    kinds = sorted(str(each.object) for each in infer(graph(asserted)))
    assert kinds == ["<https://example.org/C>", "<https://example.org/D>"]


def test_a_key_of_two_properties_needs_both_to_agree(graph, triples):
    # Not compared with owlrl, which takes one property that agrees for enough.
    quads = graph(
        ":A owl:hasKey ( :k :l ) . :x a :A ; :k 'a' ; :l 1 . :y a :A ; :k 'a' ; :l 1 . :w a :A ; :k 'a' ; :l 2 ."
    )
    assert set(infer(quads)) == triples(":x owl:sameAs :y . :y owl:sameAs :x .")


def test_nothing_is_concluded_that_is_asserted_already(graph):
    quads = graph(":A rdfs:subClassOf :B . :x a :A, :B .")
    assert infer(quads) == []


def test_the_order_of_the_result_does_not_depend_on_that_of_the_facts(graph):
    quads = graph(CASES["functional"][0])
    assert infer(quads) == infer(quads[::-1])


def test_an_engine_can_be_reasoned_over(graph):
    engine = EmbeddedEngine()
    engine.load(graph(":p a owl:SymmetricProperty . :a :p :b ."))
    assert len(infer(engine)) == 1
