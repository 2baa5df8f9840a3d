"""Constraints, components and targets that bring a query along."""

from __future__ import annotations

import pytest

from dienstgraaf.shacl import CannotCompileError, ShapesError
from shacl_cases import components, ex, foci, found

PREFIXES = """ex:prefixes sh:declare [ sh:prefix "ex" ; sh:namespace "http://example.org/"^^xsd:anyURI ] ."""
DATA = "ex:a a ex:A ; ex:p 1, 2 . ex:b a ex:A ; ex:p 3 . ex:c a ex:A ."


def constraint(query: str, more: str = "") -> str:
    text = f'sh:prefixes ex:prefixes ; sh:select """{query}""" {more}'
    return f"{PREFIXES} ex:S sh:targetClass ex:A ; sh:sparql [ {text} ] ."


@pytest.mark.parametrize(
    ("query", "nodes"),
    [
        ("SELECT $this { $this ex:p ?value }", "a a b"),
        ("SELECT $this ?value { $this ex:p ?value . FILTER (?value > 2) }", "b"),
        ("SELECT $this { FILTER NOT EXISTS { $this ex:p ?x } }", "c"),
        ("SELECT $this { FILTER NOT EXISTS { { $this ex:p ?x } UNION { $this ex:q ?x } } }", "c"),
        ("SELECT $this { OPTIONAL { $this ex:p ?x } FILTER (!BOUND(?x)) }", "c"),
        ("SELECT $this { { FILTER NOT EXISTS { $this ex:p ?x } } UNION { $this ex:p 3 } }", "b c"),
        ("SELECT $this { { SELECT $this (COUNT(?x) AS ?n) { $this ex:p ?x } GROUP BY $this } FILTER (?n > 1) }", "a"),
        ("SELECT $this (COUNT(?x) AS ?n) { $this ex:p ?x } GROUP BY $this HAVING (COUNT(?x) > 1)", "a"),
        ("SELECT $this { BIND ($this AS ?that) ?that ex:p 3 }", "b"),
        ("SELECT DISTINCT $this { $this ex:p ?x } # { $this a comment }", "a b"),
        ('SELECT $this { $this ex:p ?x FILTER (STR(?x) = "1" && "{ $this" != "}") }', "a"),
        ("PREFIX e: <http://example.org/> SELECT $this { $this e:p 3 }", "b"),
    ],
)
def test_a_query_is_asked_of_each_focus_node(query: str, nodes: str) -> None:
    assert " ".join(foci(DATA, constraint(query))) == nodes


def test_what_a_query_does_not_select_comes_from_the_shape() -> None:
    (result,) = found(DATA, constraint("SELECT $this { $this ex:p 3 }"))
    assert (result.value, result.path, result.component.value.rpartition("#")[2]) == (
        ex("b"),
        None,
        "SPARQLConstraintComponent",
    )
    assert result.constraint is not None


def test_a_query_gives_value_path_and_message() -> None:
    query = 'SELECT $this ?value (ex:p AS ?path) ("too much" AS ?message) { $this ex:p ?value FILTER (?value > 2) }'
    (result,) = found(DATA, constraint(query))
    assert (str(result.value), result.path and result.path.node) == (
        '"3"^^<http://www.w3.org/2001/XMLSchema#integer>',
        ex("p"),
    )
    assert [each.value for each in result.messages] == ["too much"]


def test_places_in_messages_are_filled_in_for_each_language() -> None:
    told = """; sh:message "{$this} has {?value}, {?none}"@en , "{?this} heeft {?value}"@nl"""
    (result,) = found(DATA, constraint("SELECT $this ?value { $this ex:p ?value FILTER (?value > 2) }", told))
    assert {each.language: each.value for each in result.messages} == {
        "en": "http://example.org/b has 3, {?none}",
        "nl": "http://example.org/b heeft 3",
    }


def test_messages_of_a_nested_query_and_of_a_component_name_what_they_are_about() -> None:
    nested = """ex:S sh:targetClass ex:A ; sh:property [ sh:path ex:of ; sh:sparql [ sh:message "{$this} {?value}" ;
        sh:select "SELECT $this ?value { $this $PATH ?value }" ] ; sh:property ex:Inner ] .
    ex:Inner sh:path ex:p ; sh:sparql [ sh:message "{$this}: {?value}" ;
        sh:select "SELECT $this ?value { $this $PATH ?value }" ] ."""
    told = [each.messages[0].value for each in found("ex:a a ex:A ; ex:of ex:b . ex:b ex:p 7 .", nested)]
    assert sorted(told) == ["http://example.org/a http://example.org/b", "http://example.org/b: 7"]
    shape = f"{COMPONENT} ex:S sh:targetNode ex:b ; sh:property [ sh:path ex:p ; ex:most 1 ] ."
    assert [each.messages[0].value for each in found(DATA, shape)] == ["http://example.org/b: 3 is more than 1"]


def test_a_path_takes_the_place_of_its_variable() -> None:
    query = "SELECT $this ?value { $this $PATH ?value . FILTER (?value > 2) }"
    path = "sh:path [ sh:alternativePath ( ex:p ex:q ) ]"
    shape = f'ex:S sh:targetClass ex:A ; {path} ; sh:sparql [ sh:select "{query}" ] .'
    assert foci(DATA, shape) == ["b"]


@pytest.mark.parametrize("word", ["MINUS { $this ex:q ?x }", "SERVICE ex:s { $this ex:q ?x }", "VALUES ?x { 1 }"])
def test_what_shacl_forbids_in_a_query_is_refused(word: str) -> None:
    with pytest.raises(ShapesError, match=word.split()[0]):
        found(DATA, constraint(f"SELECT $this {{ $this ex:p ?x . {word} }}"))


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("SELECT $this { $this un:known ?x }", "prefix un:"),
        ("SELECT $this { BIND (1 AS ?this) }", "bound beforehand"),
        ("SELECT $this { { SELECT ?x { $this ex:p ?x } } }", "does not project"),
    ],
)
def test_a_query_that_is_wrong_is_refused_with_its_reason(query: str, reason: str) -> None:
    with pytest.raises(ShapesError, match=reason):
        found(DATA, constraint(query))


def test_a_count_over_everything_cannot_be_compiled_and_is_said_to_be() -> None:
    with pytest.raises(CannotCompileError, match="GROUP BY"):
        found(DATA, constraint("SELECT $this (COUNT(?x) AS ?n) { $this ex:p ?x }"))


@pytest.mark.parametrize(
    "query", ["SELECT $this { } LIMIT 1", "SELECT $this { { SELECT $this { $this ex:p ?x } OFFSET 1 } }"]
)
def test_a_limit_cannot_be_compiled_and_is_said_to_be(query: str) -> None:
    with pytest.raises(CannotCompileError, match="all focus nodes together"):
        found(DATA, constraint(query))


def test_a_shape_with_a_query_inside_another_shape_cannot_be_compiled_and_is_said_to_be() -> None:
    with pytest.raises(CannotCompileError, match="constraints in SPARQL"):
        found(DATA, constraint("SELECT $this { }") + " ex:T sh:targetClass ex:A ; sh:node ex:S .")


def test_a_deactivated_query_is_not_asked() -> None:
    assert foci(DATA, constraint("SELECT $this { }", "; sh:deactivated true")) == []


COMPONENT = (
    PREFIXES
    + """
ex:Most a sh:ConstraintComponent ; sh:parameter [ sh:path ex:most ] , [ sh:path ex:but ; sh:optional true ] ;
    sh:validator [ a sh:SPARQLAskValidator ; sh:message "{$this}: {?value} is more than {$most}" ;
        sh:ask "ASK { FILTER ($value <= $most || (BOUND($but) && $value = $but)) }" ] .
"""
)


@pytest.mark.parametrize(("given", "nodes"), [("ex:most 1", "a b"), ("ex:most 1 ; ex:but 3", "a"), ("ex:but 3", "")])
def test_a_component_of_its_own_is_used_where_its_parameters_are_given(given: str, nodes: str) -> None:
    shape = f"{COMPONENT} ex:S sh:targetClass ex:A ; sh:property [ sh:path ex:p ; {given} ] ."
    assert " ".join(foci(DATA, shape)) == nodes
    assert set(components(DATA, shape)) <= {"http://example.org/Most"}


def test_a_component_with_one_parameter_applies_for_each_of_its_values() -> None:
    shapes = """
    ex:No a sh:ConstraintComponent ; sh:parameter [ sh:path ex:no ] ;
        sh:validator [ sh:ask "ASK { FILTER ($value != $no) }" ] .
    ex:S sh:targetClass ex:A ; sh:property [ sh:path ex:p ; ex:no 1, 3 ] ."""
    assert foci(DATA, shapes) == ["a", "b"]


def test_a_component_with_more_parameters_takes_one_value_for_each() -> None:
    with pytest.raises(ShapesError, match="more than one value"):
        found(DATA, f"{COMPONENT} ex:S sh:targetClass ex:A ; sh:property [ sh:path ex:p ; ex:most 1, 2 ] .")


def test_a_component_may_select_by_shape_kind() -> None:
    shapes = (
        PREFIXES
        + """
    ex:No a sh:ConstraintComponent ; sh:parameter [ sh:path ex:no ] ;
        sh:nodeValidator [ sh:prefixes ex:prefixes ; sh:select "SELECT $this { $this ex:p $no }" ] ;
        sh:propertyValidator [ sh:select "SELECT $this ?value { $this $PATH ?value FILTER (?value = $no) }" ] .
    ex:S sh:targetClass ex:A ; ex:no 3 ; sh:property [ sh:path ex:p ; ex:no 1 ] ."""
    )
    assert foci(DATA, shapes) == ["a", "b"]


def test_a_target_may_be_a_query() -> None:
    target = "sh:target [ a sh:SPARQLTarget ; sh:prefixes ex:prefixes ; sh:select 'SELECT ?this { ?this ex:p 3 }' ]"
    assert foci(DATA, f"{PREFIXES} ex:S {target} ; sh:class ex:B .") == ["b"]


def test_a_target_type_with_parameters_cannot_be_compiled_and_is_said_to_be() -> None:
    shapes = """
    ex:Type a sh:SPARQLTargetType ; sh:parameter [ sh:path ex:kind ] ; sh:select 'SELECT ?this { ?this a $kind }' .
    ex:S sh:target [ a ex:Type ; ex:kind ex:A ] ; sh:class ex:B . ex:T sh:targetNode ex:a ; sh:class ex:B ."""
    with pytest.raises(CannotCompileError, match="target without a query"):
        found(DATA, shapes)
    told: list[str] = []
    assert foci(DATA, shapes, refused=lambda shape, error: told.append(f"{shape.node} {error.reason}")) == ["a"]
    assert told == ["<http://example.org/S> is a target without a query of its own"]
