"""Constraints of the core, on their own and nested, where these have corners."""

from __future__ import annotations

import pytest

from shacl_cases import components, ex, foci, found

TARGET = "ex:S sh:targetNode ex:a ; "


def values(data: str, shape: str) -> list[str]:
    return sorted(str(each.value).rpartition("/")[2].rstrip(">") for each in found(data, TARGET + shape + " ."))


@pytest.mark.parametrize(
    ("least", "most", "fails"),
    [(0, 0, ["MaxCount"]), (0, 2, []), (1, 3, []), (2, 2, []), (3, 5, ["MinCount"]), (3, 1, ["MaxCount", "MinCount"])],
)
def test_values_are_counted_once_each(least: int, most: int, fails: list[str]) -> None:
    data = "ex:a ex:p ex:b, ex:c ; ex:q ex:b ."
    path = "[ sh:alternativePath ( ex:p ex:q ) ]"  # which leads to ex:b in two ways
    counts = f"sh:path {path} ; sh:minCount {least} ; sh:maxCount {most}"
    assert components(data, f"{TARGET} sh:property [ {counts} ] .") == fails
    assert components(data, f"{TARGET} sh:node [ sh:property [ {counts} ] ] .") == (["Node"] if fails else [])


def test_a_node_that_is_reached_in_two_ways_gives_two_results() -> None:
    data = "ex:a ex:p ex:b, ex:c . ex:b ex:p ex:d . ex:c ex:p ex:d ."
    inner = "sh:property [ sh:path ex:p ; sh:property [ sh:path ex:p ; sh:property [ sh:path ex:q ; sh:minCount 1 ] ] ]"
    assert foci(data, f"{TARGET} {inner} .") == ["d", "d"]


def test_a_node_that_two_targets_select_is_looked_at_once() -> None:
    data = "ex:a a ex:A, ex:B ; ex:p 1, 2 . ex:A rdfs:subClassOf ex:B ."
    targets = "sh:targetClass ex:A, ex:B ; sh:targetNode ex:a ; sh:targetSubjectsOf ex:p"
    assert foci(data, f"ex:S {targets} ; sh:class ex:C .") == ["a"]
    assert foci(data, f"ex:S {targets} ; sh:sparql [ sh:select 'SELECT $this {{ }}' ] .") == ["a"]


def test_classes_reach_along_subclass_axioms_even_in_a_circle() -> None:
    data = "ex:a a ex:A . ex:A rdfs:subClassOf ex:B . ex:B rdfs:subClassOf ex:C . ex:C rdfs:subClassOf ex:A ."
    assert foci(data, "ex:C a rdfs:Class, sh:NodeShape ; sh:class ex:B ; sh:nodeKind sh:Literal .") == ["a"]
    assert foci("ex:a a ex:A .", "ex:C a owl:Class, sh:NodeShape ; sh:nodeKind sh:Literal .") == []


def test_a_closed_shape_lets_its_own_and_the_ignored_properties_pass() -> None:
    data = "ex:a a ex:A ; ex:p ex:b ; ex:q ex:c, ex:d ; ex:r ex:e ."
    shape = "sh:closed true ; sh:ignoredProperties ( rdf:type ex:r ) ; sh:property [ sh:path ex:p ]"
    results = found(data, f"{TARGET} {shape} .")
    assert {(each.focus, each.path and each.path.node) for each in results} == {(ex("a"), ex("q"))}
    assert {each.value for each in results} == {ex("c"), ex("d")}
    assert components(data, f"{TARGET} sh:node [ {shape} ] .") == ["Node"]
    assert components(data, f"{TARGET} sh:closed false .") == []


def test_a_closed_property_shape_is_about_its_values_and_its_results_about_its_focus() -> None:
    (result,) = found("ex:a ex:p ex:b . ex:b ex:q 1 .", f"{TARGET} sh:property [ sh:path ex:p ; sh:closed true ] .")
    assert (result.focus, result.path and result.path.node) == (ex("a"), ex("q"))


@pytest.mark.parametrize(
    ("literals", "repeated"),
    [("'a'@en, 'b'@nl", 0), ("'a'@en, 'b'@en", 1), ("'a'@en, 'b'@EN, 'c'@nl, 'd'@nl", 2), ("'a', 'b'", 0)],
)
def test_a_language_is_unique_in_whatever_case_it_is_written(literals: str, repeated: int) -> None:
    data = f"ex:a ex:p {literals} ."
    assert len(found(data, f"{TARGET} sh:property [ sh:path ex:p ; sh:uniqueLang true ] .")) == repeated
    nested = f"{TARGET} sh:not [ sh:path ex:p ; sh:uniqueLang true ] ."
    assert len(found(data, nested)) == (0 if repeated else 1)


def test_equal_and_disjoint_properties_are_compared_from_both_sides() -> None:
    data = "ex:a ex:p ex:b, ex:c ; ex:q ex:c, ex:d ."
    assert values(data, "sh:property [ sh:path ex:p ; sh:equals ex:q ]") == ["b", "d"]
    assert values(data, "sh:property [ sh:path ex:p ; sh:disjoint ex:q ]") == ["c"]
    assert values(data, "sh:equals ex:p") == ["a", "b", "c"]


def test_each_pair_that_is_not_in_order_is_a_result() -> None:
    data = "ex:a ex:p 1, 3 ; ex:q 2, 3, 'text', ex:b ."
    assert len(found(data, f"{TARGET} sh:property [ sh:path ex:p ; sh:lessThan ex:q ] .")) == 2 * 2 + 2
    assert len(found(data, f"{TARGET} sh:property [ sh:path ex:p ; sh:lessThanOrEquals ex:q ] .")) == 2 * 2 + 1
    assert components(data, f"{TARGET} sh:node [ sh:property [ sh:path ex:p ; sh:lessThan ex:q ] ] .") == ["Node"]


def test_values_are_compared_as_terms_and_ordered_by_value() -> None:
    data = "ex:a ex:p 1, '1', 'x'@en ."
    assert len(found(data, f"{TARGET} sh:property [ sh:path ex:p ; sh:hasValue 1 ] .")) == 0
    assert len(found(data, f"{TARGET} sh:property [ sh:path ex:p ; sh:hasValue 'x' ] .")) == 1
    assert len(found(data, f"{TARGET} sh:property [ sh:path ex:p ; sh:minInclusive 1.0 ] .")) == 2


@pytest.mark.parametrize(
    ("datatype", "good", "bad"),
    [
        ("xsd:date", "2024-02-28", "2024-02-3"),
        ("xsd:boolean", "true", "yes"),
        ("xsd:gYear", "2024", "24"),
        ("xsd:dateTime", "2024-01-01T10:00:00Z", "2024-01-01"),
        ("xsd:decimal", "1.5", "1,5"),
    ],
)
def test_a_literal_that_is_not_of_the_form_of_its_datatype_fails(datatype: str, good: str, bad: str) -> None:
    data = f'ex:a ex:p "{good}"^^{datatype}, "{bad}"^^{datatype} .'
    results = found(data, f"{TARGET} sh:property [ sh:path ex:p ; sh:datatype {datatype} ] .")
    assert [getattr(each.value, "value", None) for each in results] == [bad]


QUALIFIED = """
    sh:property [ sh:path ex:p ; sh:qualifiedValueShape [ sh:class ex:Thumb ] ; sh:qualifiedMinCount 1 {0} ] ;
    sh:property [ sh:path ex:p ; sh:qualifiedValueShape [ sh:class ex:Finger ] ;
        sh:qualifiedMinCount 2 ; sh:qualifiedMaxCount 2 {0} ]"""


@pytest.mark.parametrize(
    ("disjoint", "fails"), [("", []), ("; sh:qualifiedValueShapesDisjoint true", ["QualifiedMinCount"] * 2)]
)
def test_values_that_count_for_two_qualified_shapes_count_for_none_if_these_are_disjoint(
    disjoint: str, fails: list[str]
) -> None:
    data = "ex:a ex:p ex:t, ex:f . ex:t a ex:Thumb, ex:Finger . ex:f a ex:Finger ."
    shape = QUALIFIED.format(disjoint)
    assert components(data, f"{TARGET} {shape} .") == fails
    assert components(data, f"{TARGET} sh:node [ {shape} ] .") == (["Node"] if fails else [])


@pytest.mark.parametrize(("types", "fails"), [("ex:A", 0), ("ex:A, ex:B", 1), ("ex:C", 1)])
def test_exactly_one_of_the_shapes_of_xone_may_be_met(types: str, fails: int) -> None:
    assert len(found(f"ex:a a {types} .", f"{TARGET} sh:xone ( [ sh:class ex:A ] [ sh:class ex:B ] ) .")) == fails


def test_a_pattern_and_its_flags_may_hold_quotes_and_backslashes() -> None:
    data = "ex:a ex:p 'say \"X\"', 'a\\\\b' ."
    assert len(found(data, f"""{TARGET} sh:property [ sh:path ex:p ; sh:pattern '"x"' ; sh:flags "i" ] .""")) == 1
    assert len(found(data, f"{TARGET} sh:property [ sh:path ex:p ; sh:pattern 'a\\\\\\\\b' ] .")) == 1
