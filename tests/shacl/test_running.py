"""Running shapes: what is narrowed, what is refused, what is told, and an engine that gives up half way."""

from __future__ import annotations

import re

import pytest
from pyoxigraph import Quad

from dienstgraaf.engine import EndpointError, RemoteEngine, Solutions
from dienstgraaf.shacl import CannotCompileError, Shape, check
from dienstgraaf.shacl.store import StoreEngine
from servers import AnswerServer, SparqlServer
from shacl_cases import engine_with, foci, found, graph, triples

DATA = "ex:a ex:p 1 . ex:b ex:p 'x' . ex:b ex:of ex:mine ."


def test_a_restriction_narrows_what_shapes_apply_to_and_not_what_they_lead_to() -> None:
    shapes = "ex:S sh:targetSubjectsOf ex:p ; sh:class ex:C ; sh:property [ sh:path ex:of ; sh:class ex:D ] ."
    assert foci(DATA, shapes) == ["a", "b", "b"]
    assert foci(DATA, shapes, restriction="?this <http://example.org/of> ?any .") == ["b", "b"]
    assert foci(DATA, shapes, restriction="FILTER (?this = <http://example.org/a>)") == ["a"]


def test_a_shape_that_cannot_be_compiled_is_told_of_and_the_others_are_run() -> None:
    told: list[tuple[Shape, CannotCompileError]] = []
    shapes = "ex:S sh:targetSubjectsOf ex:p ; sh:not [ sh:path ex:p ; sh:minCount 99 ] . "
    shapes += "ex:T sh:targetNode ex:a ; sh:in () ."
    with pytest.raises(CannotCompileError, match="counts to 99"):
        found(DATA, shapes)
    assert foci(DATA, shapes, refused=lambda *each: told.append(each)) == ["a"]
    assert [(str(shape.node), "99" in error.reason) for shape, error in told] == [("<http://example.org/S>", True)]


def test_messages_come_in_every_language_in_which_they_stand() -> None:
    shapes = "ex:S sh:targetNode ex:a ; sh:class ex:C ; sh:message 'geen C'@nl, 'no C'@en, 'C' ."
    (result,) = found(DATA, shapes)
    assert {(each.language, each.value) for each in result.messages} == {("nl", "geen C"), ("en", "no C"), (None, "C")}


def test_a_store_of_triples_is_engine_enough() -> None:
    shapes = graph("ex:S sh:targetSubjectsOf ex:p ; sh:property [ sh:path ex:p ; sh:datatype xsd:string ] .")
    assert [str(each.focus) for each in check(StoreEngine(triples(DATA)), shapes)] == ["<http://example.org/a>"]
    with pytest.raises(SyntaxError, match="SELECT"):
        StoreEngine([]).select("ASK { }")


def test_queries_are_sent_as_results_are_asked_for() -> None:
    asked: list[str] = []
    engine = engine_with(triples(DATA))

    class Watched:
        def select(self, query: str) -> Solutions:
            asked.append(query)
            return engine.select(query)

    results = check(Watched(), graph("ex:S sh:targetSubjectsOf ex:p ; sh:class ex:C ; sh:nodeKind sh:Literal ."))
    next(results)
    first = len(asked)
    assert len(list(results)) == 3
    assert len(asked) == first + 1
    assert not [query for query in asked if re.search(r"CONSTRUCT|DESCRIBE|\*\s*WHERE|SELECT \*", query)]


def test_an_endpoint_that_does_not_answer_is_named(answer_server: AnswerServer) -> None:
    answer_server.status, answer_server.body = 503, b"down"
    with pytest.raises(EndpointError, match=re.escape(answer_server.url)):
        list(check(RemoteEngine(answer_server.url), graph("ex:S sh:targetNode ex:a ; sh:class ex:C .")))


def test_an_endpoint_that_dies_half_way_is_named_and_what_was_found_before_stays_found(
    sparql_server: SparqlServer, answer_server: AnswerServer
) -> None:
    engine = RemoteEngine(sparql_server.query_url)
    engine.load(Quad(each.subject, each.predicate, each.object) for each in triples(DATA.replace("ex:b", "ex:a")))
    engine.load([])

    class Dying:
        """Passes what it is asked to a server, until that dies."""

        def __init__(self) -> None:
            self.alive = engine

        def select(self, query: str) -> Solutions:
            return self.alive.select(query)

    dying = Dying()
    shapes = "ex:S sh:targetSubjectsOf ex:p ; sh:class ex:C ; sh:nodeKind sh:Literal ."
    results = check(dying, graph(shapes))
    assert next(results).component.value.endswith("ClassConstraintComponent")
    answer_server.status = 500
    dying.alive = RemoteEngine(answer_server.url)
    with pytest.raises(EndpointError, match=re.escape(answer_server.url)):
        list(results)
