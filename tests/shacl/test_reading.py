"""Shapes as they are read: what is not well-formed is refused with the name of its node."""

from __future__ import annotations

import pytest

from dienstgraaf.shacl import CannotCompileError, ShapesError
from shacl_cases import foci, found, graph

DATA = "ex:a ex:p ex:b ."


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ("sh:path ex:p, ex:q", "more than one sh:path"),
        ("sh:path ex:p ; sh:minCount 'x'", "sh:minCount"),
        ("sh:path ex:p ; sh:minCount -1", "sh:minCount"),
        ("sh:path ex:p ; sh:minCount 1.5", "sh:minCount"),
        ("sh:path ex:p ; sh:maxCount 1, 2", "more than one sh:maxCount"),
        ("sh:minCount 1", "no sh:path"),
        ("sh:uniqueLang true", "no sh:path"),
        ("sh:lessThan ex:q", "no sh:path"),
        ("sh:class 'text'", "sh:class"),
        ("sh:datatype xsd:string, xsd:integer", "more than one sh:datatype"),
        ("sh:nodeKind ex:Kind", "nodeKind"),
        ("sh:closed 'yes'", "sh:closed"),
        ("sh:pattern ex:p", "sh:pattern"),
        ("sh:node 3", "sh:node"),
        ("sh:node [ sh:path ex:p ]", "no node shape"),
        ("sh:property [ sh:class ex:C ]", "no property shape"),
        ("sh:in ex:list", "no well-formed list"),
        ("sh:or ( 3 )", "literal"),
        (
            "sh:path ex:p ; sh:qualifiedMinCount 1 ; sh:qualifiedValueShape [], []",
            "more than one sh:qualifiedValueShape",
        ),
        ("sh:and [ rdf:first ex:T ; rdf:rest rdf:nil, () , ( ex:T ) ]", "no well-formed list"),
    ],
)
def test_a_shape_that_is_wrong_in_itself_is_refused_with_its_reason(wrong: str, reason: str) -> None:
    with pytest.raises(ShapesError, match=reason):
        found(DATA, f"ex:S sh:targetNode ex:a ; {wrong} . ex:T sh:class ex:C .")


@pytest.mark.parametrize("wrong", ["sh:path ex:p ; sh:minCount 'x'", "sh:minCount 1", "sh:class 'text'"])
def test_the_error_names_the_node(wrong: str) -> None:
    with pytest.raises(ShapesError) as caught:
        found(DATA, f"ex:S sh:targetNode ex:a ; sh:and ( ex:Inner ) . ex:Inner {wrong} .")
    assert str(caught.value.node) == "<http://example.org/Inner>"
    assert str(caught.value).startswith("<http://example.org/Inner>: ")


@pytest.mark.parametrize(
    "shapes",
    [
        "ex:S sh:targetNode ex:a ; sh:node ex:S .",
        "ex:S sh:targetNode ex:a ; sh:property ex:P . ex:P sh:path ex:p ; sh:node ex:S .",
        "ex:S sh:targetNode ex:a ; sh:not ex:T . ex:T sh:or ( ex:U ex:S ) . ex:U sh:class ex:C .",
        "ex:S sh:targetNode ex:a ; sh:path ex:p ; sh:qualifiedMinCount 1 ; sh:qualifiedValueShape ex:S .",
    ],
)
def test_recursion_is_refused_with_the_circle(shapes: str) -> None:
    with pytest.raises(ShapesError, match=r"recursive.*example.org/S> → .*example.org/S>"):
        found(DATA, shapes)


def test_a_shape_that_is_referred_to_twice_is_not_recursive() -> None:
    assert foci(DATA, "ex:S sh:targetNode ex:a ; sh:node ex:T, ex:U . ex:T sh:node ex:U . ex:U sh:class ex:C .") == [
        "a",
        "a",
    ]


def test_diamonds_without_end_are_read_once_and_refused_where_a_query_would_be_too_long() -> None:
    steps = "".join(f"ex:N{i} sh:and ( ex:N{i + 1} ex:N{i + 1} ) . " for i in range(39))
    with pytest.raises(CannotCompileError, match=r"too often|deep"):
        found(DATA, f"ex:S sh:targetNode ex:a ; sh:node ex:N0 . {steps} ex:N39 sh:class ex:C .")


@pytest.mark.parametrize("link", ["sh:node", "sh:not"])
def test_nesting_deeper_than_a_store_can_take_is_refused_and_less_deep_is_not(link: str) -> None:
    def shapes(depth: int) -> str:
        steps = "".join(f"ex:N{i} {link} ex:N{i + 1} . " for i in range(depth))
        return f"ex:S sh:targetNode ex:a ; {link} ex:N0 . {steps} ex:N{depth} sh:class ex:C ."

    assert foci(DATA, shapes(36)) == (["a"] if link == "sh:node" else [])
    with pytest.raises(CannotCompileError, match="more than 40 deep"):
        found(DATA, shapes(10_000))


def test_a_circular_list_is_refused() -> None:
    circle = "_:l rdf:first ex:x ; rdf:rest _:m . _:m rdf:first ex:y ; rdf:rest _:l ."
    with pytest.raises(ShapesError, match="no well-formed list"):
        found(DATA, f"ex:S sh:targetNode ex:a ; sh:in _:l . {circle}")


@pytest.mark.slow
def test_a_list_may_be_100_000_long() -> None:
    iris = " ".join(f"ex:i{number}" for number in range(100_000))
    assert foci("ex:a ex:p ex:i7, ex:i99999, ex:none .", f"ex:S sh:targetObjectsOf ex:p ; sh:in ( {iris} ) .") == [
        "none"
    ]
    assert len(graph(f"ex:S sh:in ( {iris} ) .").nodes()) == 100_001


@pytest.mark.parametrize("name", ["or", "and", "xone"])
def test_a_list_of_shapes_may_be_long(name: str) -> None:
    shapes = " ".join(f"[ sh:hasValue ex:i{number} ]" for number in range(2_000))
    expected = ["b", "i7"] if name == "and" else ["b"]
    assert foci("ex:a ex:p ex:i7, ex:b .", f"ex:S sh:targetObjectsOf ex:p ; sh:{name} ( {shapes} ) .") == expected


@pytest.mark.parametrize("count", [10, 100])
def test_the_items_of_a_list_are_compared_as_terms_however_many_there_are(count: int) -> None:
    items = " ".join([f"ex:i{number}" for number in range(count)] + ["1", "'a'", "'a'@en"])
    data = "ex:a ex:p 1, 1.0, 2, 'a', 'a'@nl, 'a'@en, ex:i3, ex:x, _:x ."
    assert len(foci(data, f"ex:S sh:targetObjectsOf ex:p ; sh:in ( {items} ) .")) == 5


def test_a_severity_and_a_deactivation_are_those_of_the_shape_itself() -> None:
    shapes = """ex:S sh:targetNode ex:a ; sh:severity sh:Info ; sh:class ex:C ;
        sh:property [ sh:path ex:p ; sh:class ex:C ] , [ sh:path ex:p ; sh:class ex:D ; sh:deactivated true ] ."""
    assert sorted(each.severity.value.rpartition("#")[2] for each in found(DATA, shapes)) == ["Info", "Violation"]
    assert foci(DATA, "ex:S sh:targetNode ex:a ; sh:class ex:C ; sh:deactivated true .") == []
    assert foci(DATA, "ex:S sh:targetNode ex:a ; sh:not [ sh:class ex:C ; sh:deactivated true ] .") == ["a"]


@pytest.mark.parametrize("beyond", ["sh:expression ex:e", "sh:js ex:j", "sh:rule ex:r"])
def test_what_is_beyond_the_core_and_sparql_is_said_and_not_skipped(beyond: str) -> None:
    for shapes in (f"ex:S sh:targetNode ex:a ; {beyond} .", f"ex:S sh:targetNode ex:a ; sh:node [ {beyond} ] ."):
        with pytest.raises(CannotCompileError, match=beyond.split()[0]):
            found(DATA, shapes)


def test_entailment_that_shapes_ask_for_is_refused() -> None:
    with pytest.raises(CannotCompileError, match="entailment"):
        found(
            DATA, "ex:graph sh:entailment <http://www.w3.org/ns/entailment/RDFS> . ex:S sh:targetNode ex:a ; sh:in () ."
        )
