"""What follows from graphs made at random, beside what owlrl says: no conclusion too few, and none too many."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from dienstgraaf.inventory.namespaces import PREFIXES
from dienstgraaf.reasoning import infer
from dienstgraaf.reasoning.reference import owlrl_closure

GRAPH = NamedNode("urn:graph")


def names(letters: str) -> st.SearchStrategy[NamedNode]:
    return st.sampled_from([NamedNode(f"https://example.org/{letter}") for letter in letters])


def term(short: str) -> NamedNode:
    prefix, local = short.split(":")
    return NamedNode(PREFIXES[prefix] + local)


def statements(subjects, predicate: str, objects) -> st.SearchStrategy[Quad]:
    return st.builds(lambda s, o: Quad(s, term(predicate), o, GRAPH), subjects, objects)


VALUE = NamedNode("https://example.org/value")
"""The one property of texts; it takes part in no axiom but one, as a text that equals a thing contradicts RDF."""

THINGS, CLASSES, PROPERTIES = names("vwxyz"), names("ABCD"), names("pqr")
KINDS = st.sampled_from(
    [
        term(f"owl:{kind}")
        for kind in ("FunctionalProperty", "InverseFunctionalProperty", "SymmetricProperty", "TransitiveProperty")
    ]
)
AXIOMS = st.one_of(
    statements(CLASSES, "rdfs:subClassOf", CLASSES),
    statements(PROPERTIES, "rdfs:subPropertyOf", PROPERTIES),
    statements(PROPERTIES, "rdfs:domain", CLASSES),
    statements(PROPERTIES, "rdfs:range", CLASSES),
    statements(PROPERTIES, "owl:inverseOf", PROPERTIES),
    statements(PROPERTIES, "rdf:type", KINDS),
    statements(st.just(VALUE), "rdf:type", st.just(term("owl:InverseFunctionalProperty"))),
)
FACTS = st.one_of(
    statements(THINGS, "rdf:type", CLASSES),
    st.builds(lambda s, p, o: Quad(s, p, o, GRAPH), THINGS, PROPERTIES, THINGS),
    st.builds(lambda s, o: Quad(s, VALUE, Literal(o), GRAPH), THINGS, st.sampled_from(["one", "two"])),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(st.lists(AXIOMS, max_size=5), st.lists(FACTS, max_size=7))
def test_what_follows_from_any_graph_is_what_owl_2_rl_says(axioms, facts):
    quads = axioms + facts
    assert set(infer(quads)) == set(owlrl_closure(quads))
