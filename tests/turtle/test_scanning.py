"""The places of triples come in the order in which the parser gives the triples, in any text."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, parse

from dienstgraaf.turtle.scanning import scan_triples

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def assert_in_step(text: str) -> None:
    """Each triple that the parser gives stands where the scan says."""
    quads = list(parse(text.encode(), RdfFormat.TURTLE, base_iri="http://e/"))
    found = scan_triples(text)
    assert found is not None
    assert len(found) == len(quads)
    for number, quad in enumerate(quads):
        written = text[found.objects[number] : found.ends[number]]
        predicate = text[found.predicates[number] :]
        if quad.predicate.value in (f"{RDF}first", f"{RDF}rest"):
            continue
        last = quad.predicate.value[-1]
        assert predicate.startswith("a") if quad.predicate.value == f"{RDF}type" else last in predicate[:60]
        if isinstance(quad.object, Literal):
            assert quad.object.value[:3].strip() in written or "\\" in written or "\r" in written
        elif isinstance(quad.object, BlankNode):
            assert written[0] in "[(_"
        elif isinstance(quad.object, NamedNode):
            assert written.startswith(("<", "(")) or ":" in written


@pytest.mark.parametrize(
    "text",
    [
        "<a> <p> 1 , 2.0 , 3e0 , true , 'x' , \"y\"@en , '''z'''^^<d> .",
        "<a> <p> [ <q> [ <r> 1 ] ; <s> 2 ] , (1 (2 3) [ <z> 4 ] ) ; <t> () .",
        "[ <x> 1 ] <y> 2 . [] <w> 3 . ( 1 2 ) <l> 5 . [ <only> 'x' ] .",
        '<a> <p> ( ( ) ) , ("a" \'b\'@en ( "c"^^<d> "e" ) "f") .',
        "<a> <p> [ <q> \"x\" ; <r> 'y' , 'z' ] , [ <q> [ <r> \"s\" ] ] .",
        '("a" "b") <q> "z" . [<p> "x"] <q> "y" . <a> <p> ("x"@en) .',
        "@prefix e: <x/> . PREFIX f: <y/> BASE <http://z/> e:a a f:b ; ; . @base <v> . _:b e:p [] , _:c .",
        "# a comment\r\n<a> # one\r\n  <p> # two\r\n  '#' .\r\n",
        "",
    ],
)
def test_every_form_of_turtle_is_in_step(text: str) -> None:
    assert_in_step(text)


terms = st.recursive(
    st.sampled_from(["<a>", "_:b", "1", "true", "'x'", "'x'@en", "'x'^^<d>", "()", "[]"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"( {' '.join(items)} )"),
        st.lists(inner, min_size=1, max_size=3).map(lambda items: f"[ <p> {' , '.join(items)} ; ]"),
    ),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(terms, min_size=1, max_size=3), max_size=3))
def test_any_nesting_of_lists_and_blank_nodes_is_in_step(statements: list[list[str]]) -> None:
    assert_in_step("\n".join(f"<s> <p> {' , '.join(objects)} ." for objects in statements))


def test_the_files_of_the_project_are_in_step(repo_root: Path) -> None:
    for path in [*(repo_root / "ontology").rglob("*.ttl"), *(repo_root / "instances").rglob("*.ttl")]:
        assert_in_step(path.read_text("utf-8"))


def test_what_turtle_1_1_does_not_have_gives_no_places() -> None:
    assert scan_triples("<a> <p> <<( <s> <p> <o> )>> .") is None


@pytest.mark.parametrize("opening", ["( ", "[ <p> "])
def test_a_hundred_thousand_brackets_deep_takes_seconds_and_no_recursion(opening: str) -> None:
    closing = {"(": ")", "[": "]"}[opening[0]]
    text = f"<a> <p> {opening * 100_000}1{closing * 100_000} ."
    started = time.monotonic()
    found = scan_triples(text)
    assert found is not None
    assert len(found) >= 100_001
    assert time.monotonic() - started < 20
