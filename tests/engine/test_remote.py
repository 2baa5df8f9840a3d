"""The remote engine, against a real server and against what only looks like one."""

from __future__ import annotations

import socket
import time

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from dienstgraaf.engine import EmbeddedEngine, EndpointError, QueryFormError, QuerySyntaxError, RemoteEngine, Solutions
from dienstgraaf.engine.remote import CHUNK
from dienstgraaf.inventory.namespaces import DG

DESK = NamedNode("https://example.org/desk")
GRAPH = NamedNode("https://example.org/graph")
QUADS = [
    Quad(DESK, NamedNode(f"{DG}topic"), NamedNode("https://example.org/care"), GRAPH),
    Quad(DESK, NamedNode(f"{DG}hedge"), Literal('zo\'n "loket"\n\\ – ë', language="nl"), GRAPH),
    Quad(DESK, NamedNode(f"{DG}memberCount"), Literal(8), GRAPH),
    Quad(DESK, NamedNode(f"{DG}condition"), BlankNode("b1"), GRAPH),
    Quad(BlankNode("b1"), NamedNode(f"{DG}season"), Literal("summer"), GRAPH),
]

QUERIES = [
    "SELECT ?property ?value { ?desk dg:topic ?x ; ?property ?value FILTER(!isBlank(?value)) } ORDER BY ?property",
    "SELECT ?topic ?missing { ?desk dg:topic ?topic OPTIONAL { ?desk dg:nothing ?missing } }",
    "SELECT (COUNT(*) AS ?count) { ?s ?p ?o }",
    "ASK { ?desk dg:condition/dg:season 'summer' }",
    "ASK { ?desk dg:condition/dg:season 'winter' }",
    "CONSTRUCT { ?desk rdfs:comment ?hedge } WHERE { ?desk dg:hedge ?hedge }",
    "DESCRIBE <https://example.org/nothing>",
    "PREFIX dg: <https://example.org/> SELECT ?p { dg:desk ?p dg:care } # not the usual dg:",
    "SELECT ?g { GRAPH ?g { ?s dg:topic ?o } }",
]


@pytest.fixture
def remote(sparql_server) -> RemoteEngine:
    engine = RemoteEngine(sparql_server.query_url)
    engine.load(QUADS)
    return engine


@pytest.mark.parametrize("query", QUERIES)
def test_the_remote_engine_answers_as_the_embedded_one(remote, query):
    embedded = EmbeddedEngine()
    embedded.load(QUADS)
    assert remote.query(query) == embedded.query(query)


def test_each_form_has_its_method(remote):
    assert remote.select("SELECT ?o { ?s dg:topic ?o }").rows == ((NamedNode("https://example.org/care"),),)
    assert remote.ask("ASK { ?s dg:topic ?o }") is True
    assert len(remote.construct("CONSTRUCT WHERE { ?s dg:topic ?o }")) == 1


def test_a_query_of_another_form_than_asked_for_is_refused(remote):
    with pytest.raises(QueryFormError, match="ASK"):
        remote.select("ASK { ?s ?p ?o }")


def test_more_quads_than_fit_one_update_all_arrive(remote):
    number = NamedNode("https://example.org/number")
    remote.load(Quad(DESK, number, Literal(count), GRAPH) for count in range(2 * CHUNK + 1))
    counted = remote.select("SELECT (COUNT(*) AS ?count) { ?s <https://example.org/number> ?o }")
    assert counted.rows == ((Literal(2 * CHUNK + 1),),)


def test_an_update_changes_what_is_answered(remote):
    remote.update("DELETE WHERE { GRAPH ?g { ?s dg:topic ?o } }")
    assert remote.ask("ASK { ?s dg:topic ?o }") is False


@pytest.mark.parametrize(
    ("query", "line", "column"),
    [
        ("SELECT ?x\nWHERE { ?x dg:topic ?z FILTR(?z > 3) }", 2, 24),
        ("SELECT ?x WHERE { ?x dg:topic ?z FILTR(?z > 3) }", 1, 34),
        ("SELECT ?x { ?x nope:topic ?z }", 1, 16),
    ],
)
def test_a_query_that_the_server_rejects_is_wrong_at_a_place_in_the_users_own_text(remote, query, line, column):
    with pytest.raises(QuerySyntaxError) as caught:
        remote.query(query)
    assert (caught.value.line, caught.value.column, caught.value.query) == (line, column, query)


def test_a_rejected_update_is_a_syntax_error_too(remote):
    with pytest.raises(QuerySyntaxError, match="does not belong here"):
        remote.update("INSERT NOTHING { }")


def test_a_server_that_is_not_there_is_named_with_what_to_look_at():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound, and nobody listens
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/query"
        with pytest.raises(EndpointError, match=r"cannot be reached .* is the server running") as caught:
            RemoteEngine(url).query("ASK { }")
    assert caught.value.url == url
    assert "niet te bereiken" in caught.value.text("nl")


def test_a_web_page_is_no_answer(answer_server):
    for query in ("SELECT * { ?s ?p ?o }", "CONSTRUCT WHERE { ?s ?p ?o }"):
        with pytest.raises(EndpointError, match="answered with text/html, not with a SPARQL result"):
            RemoteEngine(answer_server.url).query(query)


def test_an_answer_that_breaks_off_is_no_answer(answer_server):
    answer_server.kind, answer_server.body = "application/sparql-results+json", b'{"head": {"vars": ["s"]}, "resu'
    with pytest.raises(EndpointError, match="not with a SPARQL result"):
        RemoteEngine(answer_server.url).query("SELECT * { ?s ?p ?o }")


@pytest.mark.parametrize("status", [401, 403, 404, 414, 500, 503])
def test_an_error_of_the_server_is_told_with_its_status(answer_server, status):
    answer_server.status = status
    with pytest.raises(EndpointError, match=f"HTTP status {status}"):
        RemoteEngine(answer_server.url).query("SELECT * { ?s ?p ?o }")


def test_a_server_that_is_too_slow_is_given_up(answer_server):
    answer_server.delay = 3.0
    start = time.monotonic()
    with pytest.raises(EndpointError, match="did not answer within 1 seconds"):
        RemoteEngine(answer_server.url, timeout=1).query("ASK { }")
    assert time.monotonic() - start < 2.5


def test_answers_in_xml_are_understood(answer_server):
    answer_server.kind = "application/sparql-results+xml; charset=utf-8"
    answer_server.body = (
        b'<sparql xmlns="http://www.w3.org/2005/sparql-results#"><head><variable name="x"/></head><results>'
        b'<result><binding name="x"><literal xml:lang="nl">loket</literal></binding></result></results></sparql>'
    )
    answer = RemoteEngine(answer_server.url).query("SELECT ?x { ?x ?y ?z }")
    assert answer == Solutions(("x",), ((Literal("loket", language="nl"),),))


def test_only_the_prefixes_that_a_query_uses_and_lacks_are_sent(answer_server):
    with pytest.raises(EndpointError):
        RemoteEngine(answer_server.url).query("PREFIX x: <http://e/> SELECT * { ?s x:a skos:b # dg:c\n }")
    assert answer_server.requests[0].startswith("query=PREFIX+skos")
    assert "w3id" not in answer_server.requests[0]


@pytest.mark.parametrize(
    "url", ["", "localhost:7878/query", "ftp://example.org/query", "http://", "http://exa mple.org/", "http://e:x/"]
)
def test_what_is_no_address_is_refused_at_once(url):
    with pytest.raises(EndpointError, match="is not the address of a SPARQL endpoint"):
        RemoteEngine(url)


def test_updates_go_beside_the_queries_unless_told_otherwise():
    assert RemoteEngine("https://example.org/query").update_url == "https://example.org/update"
    assert RemoteEngine("https://example.org/sparql").update_url == "https://example.org/sparql"
    assert RemoteEngine("https://example.org/a", "https://example.org/b").update_url == "https://example.org/b"
