"""The embedded engine: what it answers, what it refuses, and how it says so."""

from __future__ import annotations

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Triple

from dienstgraaf.engine import EmbeddedEngine, QueryFormError, QuerySyntaxError, Solutions
from dienstgraaf.inventory.namespaces import DG

A, B = NamedNode("https://example.org/a"), NamedNode("https://example.org/b")
TOPIC = NamedNode(f"{DG}topic")


@pytest.fixture
def engine() -> EmbeddedEngine:
    made = EmbeddedEngine()
    made.load([Quad(A, TOPIC, B, NamedNode("https://example.org/g1")), Quad(B, TOPIC, A, NamedNode("urn:g2"))])
    return made


def test_queries_see_the_union_of_all_graphs(engine):
    assert engine.ask("ASK { ?a dg:topic ?b . ?b dg:topic ?a }") is True


def test_named_graphs_can_still_be_told_apart(engine):
    assert engine.select("SELECT ?s { GRAPH <urn:g2> { ?s ?p ?o } }").rows == ((B,),)


def test_the_union_holds_a_triple_once_also_if_two_graphs_have_it(engine):
    engine.load([Quad(A, TOPIC, B, NamedNode("urn:g3"))])
    assert len(engine.select("SELECT ?s { ?s dg:topic ?o }")) == 2
    assert len(engine.select("SELECT ?g { GRAPH ?g { ?s dg:topic ?o } }")) == 3
    assert len(engine) == 3
    engine.update("DELETE DATA { GRAPH <urn:g3> { <https://example.org/a> dg:topic <https://example.org/b> } }")
    engine.update("DELETE WHERE { GRAPH <urn:g2> { ?s ?p ?o } }")
    assert engine.select("SELECT ?s { ?s dg:topic ?o }").rows == ((A,),)


def test_an_unbound_cell_is_none(engine):
    solutions = engine.select("SELECT ?s ?none { ?s dg:topic ?o OPTIONAL { ?s dg:none ?none } } ORDER BY ?s")
    assert solutions == Solutions(("s", "none"), ((A, None), (B, None)))
    assert list(solutions) == [(A, None), (B, None)]


def test_each_form_gives_its_own_kind_of_answer(engine):
    assert engine.query("ASK { ?s dg:nothing ?o }") is False
    assert engine.query("CONSTRUCT { ?o dg:of ?s } WHERE { GRAPH <urn:g2> { ?s dg:topic ?o } }") == [
        Triple(A, NamedNode(f"{DG}of"), B)
    ]
    assert engine.query("DESCRIBE <https://example.org/a>") == [Triple(A, TOPIC, B)]
    assert isinstance(engine.query("SELECT * { ?s ?p ?o }"), Solutions)


@pytest.mark.parametrize(
    ("method", "query", "form"),
    [
        ("select", "ASK { }", "ASK"),
        ("select", "CONSTRUCT WHERE { ?s ?p ?o }", "CONSTRUCT"),
        ("ask", "SELECT * { ?s ?p ?o }", "SELECT"),
        ("construct", "SELECT * { ?s ?p ?o }", "SELECT"),
    ],
)
def test_a_query_of_another_form_than_asked_for_is_refused(engine, method, query, form):
    with pytest.raises(QueryFormError, match=f"is of the form {form}"):
        getattr(engine, method)(query)


def test_a_prefix_that_the_query_declares_goes_before_the_projects_own(engine):
    assert engine.ask("PREFIX dg: <https://example.org/> ASK { dg:a ?p dg:b }") is True


def test_an_update_changes_the_store(engine):
    engine.update("INSERT DATA { GRAPH <urn:g4> { <urn:x> dg:memberCount 3 } }")
    assert engine.select("SELECT ?n { ?s dg:memberCount ?n }").rows == ((Literal(3),),)
    assert len(engine) == 3


def test_a_broken_update_is_told_with_its_place(engine):
    with pytest.raises(QuerySyntaxError, match="line 1, column 15: the prefix nope: is not known"):
        engine.update("INSERT DATA { nope:a dg:topic 1 }")


def test_a_store_on_disk_keeps_what_was_loaded(tmp_path):
    first = EmbeddedEngine.on_disk(tmp_path / "store")
    first.load([Quad(A, TOPIC, B, DefaultGraph())])
    del first
    assert EmbeddedEngine.on_disk(tmp_path / "store").construct("CONSTRUCT WHERE { ?s ?p ?o }") == [Triple(A, TOPIC, B)]


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { service<http://127.0.0.1:1/>{ ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p '# no comment' SERVICE ?where { ?s ?p ?o } }",
        "SELECT * { ?s ?p <http://e/#> . SERVICE ?where { ?s ?p ?o } }",
    ],
)
def test_other_servers_are_never_asked(engine, query):
    with pytest.raises(QuerySyntaxError, match="SERVICE asks another server"):
        engine.query(query)


def test_updates_fetch_nothing(engine):
    with pytest.raises(QuerySyntaxError, match="LOAD fetches from elsewhere"):
        engine.update("LOAD <http://127.0.0.1:1/>")
    with pytest.raises(QuerySyntaxError, match="SERVICE asks another server"):
        engine.update("INSERT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }")


def test_the_word_service_elsewhere_is_no_harm(engine):
    query = "SELECT ?service { ?service dg:topic ?o FILTER(STR(?o) != 'SERVICE <x>') } # SERVICE"
    assert len(engine.select(query)) == 2
    assert len(engine.select("SELECT * { ?s dg:service ?load }")) == 0


def test_a_query_that_names_its_graphs_sees_no_others():
    engine = EmbeddedEngine()
    one, two = NamedNode("https://example.org/one"), NamedNode("https://example.org/two")
    engine.load([Quad(one, one, one, one), Quad(two, two, two, two)])
    assert len(engine.select("SELECT * { ?s ?p ?o }")) == 2
    assert [row[0] for row in engine.select("SELECT ?s FROM <https://example.org/one> { ?s ?p ?o }")] == [one]
    assert [
        row[0] for row in engine.select("SELECT ?s FROM NAMED <https://example.org/two> { GRAPH ?g { ?s ?p ?o } }")
    ] == [two]
