"""Paths of every kind, what they lead to, and paths that are none."""

from __future__ import annotations

import pytest

from dienstgraaf.shacl import CannotCompileError, ShapesError
from dienstgraaf.shacl.paths import read_path
from dienstgraaf.shacl.terms import sh
from shacl_cases import found, graph

DATA = "ex:a ex:p ex:b . ex:b ex:p ex:c ; ex:q ex:d . ex:c ex:q ex:a ."


def reached(path: str, data: str = DATA) -> str:
    """The names of what `path` leads to from ex:a."""
    results = found(data, f"ex:S sh:targetNode ex:a ; sh:property [ sh:path {path} ; sh:in () ] .")
    return " ".join(sorted(str(each.value).rpartition("/")[2].rstrip(">") for each in results))


@pytest.mark.parametrize(
    ("path", "values"),
    [
        ("ex:p", "b"),
        ("[ sh:inversePath ex:q ]", "c"),
        ("( ex:p ex:q )", "d"),
        ("( ex:p ex:p ex:q )", "a"),
        ("[ sh:alternativePath ( ex:p ( ex:p ex:p ) ) ]", "b c"),
        ("[ sh:zeroOrMorePath ex:p ]", "a b c"),
        ("[ sh:oneOrMorePath [ sh:alternativePath ( ex:p ex:q ) ] ]", "a b c d"),
        ("[ sh:zeroOrOnePath ex:p ]", "a b"),
        ("[ sh:inversePath ( ex:p ex:p ex:q ) ]", "a"),
        ("( [ sh:inversePath [ sh:inversePath ex:p ] ] [ sh:zeroOrOnePath ex:p ] )", "b c"),
    ],
)
def test_a_path_leads_where_it_says(path: str, values: str) -> None:
    assert reached(path) == values


@pytest.mark.parametrize(
    ("path", "count"),
    [
        ("( ex:p ex:q )", 1),
        ("[ sh:inversePath ( ex:q ex:p ) ]", 0),
        ("[ sh:alternativePath ( ex:r ( ex:p ex:q ) ) ]", 1),
    ],
)
def test_a_path_inside_a_nested_shape_leads_there_too(path: str, count: int) -> None:
    assert len(found(DATA, f"ex:S sh:targetNode ex:a ; sh:not [ sh:path {path} ; sh:minCount 1 ] .")) == count


@pytest.mark.parametrize("path", ["[ sh:zeroOrMorePath ex:p ]", "[ sh:zeroOrOnePath ex:p ]"])
def test_a_path_without_length_leads_to_a_node_that_the_data_do_not_hold(path: str) -> None:
    assert reached(path, "ex:x ex:y ex:z .") == "a"
    nested = f"ex:S sh:targetNode ex:a ; sh:node [ sh:property [ sh:path {path} ; sh:in () ] ] ."
    assert len(found("ex:x ex:y ex:z .", nested)) == 1


@pytest.mark.parametrize(
    "path",
    [
        "[]",
        "'text'",
        "( ex:p )",
        "[ sh:alternativePath ( ex:p ) ]",
        "[ sh:alternativePath ex:p ]",
        "[ sh:inversePath ex:p , ex:q ]",
        "[ rdf:first ex:p ; rdf:rest ex:q ]",
        "_:x . _:x sh:inversePath _:x",
        "_:x . _:x rdf:first ex:p ; rdf:rest _:x",
    ],
)
def test_what_is_no_path_is_refused(path: str) -> None:
    with pytest.raises(ShapesError, match="path"):
        found(DATA, f"ex:S sh:targetNode ex:a ; sh:minCount 1 ; sh:path {path} .")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        (f"( {'ex:p ' * 1000})", "more than 200 parts"),
        (f"{'[ sh:inversePath ' * 50} ex:p {']' * 50}", "more than 40 deep"),
    ],
)
def test_a_path_beyond_what_a_store_can_take_is_refused_for_its_shape_only(path: str, reason: str) -> None:
    with pytest.raises(CannotCompileError, match=reason):
        reached(path)
    told: list[str] = []
    shapes = f"ex:S sh:targetNode ex:a ; sh:minCount 1 ; sh:path {path} . ex:T sh:targetNode ex:a ; sh:in () ."
    assert len(found(DATA, shapes, refused=lambda shape, error: told.append(str(shape.node)))) == 1
    assert told == ["<http://example.org/S>"]


def test_the_branches_of_a_path_are_all_its_ways_step_by_step() -> None:
    ways = "[ sh:alternativePath ( ex:q ( ex:r [ sh:oneOrMorePath ex:q ] ) ) ]"
    lookup = graph(f"ex:S sh:path [ sh:inversePath ( ex:p {ways} ) ] .")
    node = next(value for subject, prop, value in lookup if prop == sh("path"))
    p, q, r = (f"<http://example.org/{name}>" for name in "pqr")
    assert read_path(lookup, node).branches == ((f"^({q})", f"^({p})"), (f"^(({q})+)", f"^({r})", f"^({p})"))
