"""The text from which a picture is drawn, and the checks that a picture shows only what there is."""

from __future__ import annotations

import pytest

from dienstgraaf.diagram import VIEWS, Edge, View, ViewError, Vocabulary, to_d2

DESKS = View(
    "desks",
    "Desks",
    ("RouteEnd", "Desk", "Shared"),
    attributes={"Desk": "open level"},
    edges=(Edge("Desk", ("next",), "RouteEnd"),),
)


def test_a_box_has_the_label_of_its_class_and_lists_the_properties_with_their_ranges(small: Vocabulary) -> None:
    text = to_d2(DESKS, small)
    assert 'Desk: "Desk" {\n  class: end\n  shape: class\n  "open": "boolean"\n  "level": "Level"\n}' in text


def test_a_subclass_points_to_the_nearest_class_shown_only(small: Vocabulary) -> None:
    text = to_d2(DESKS, small)
    assert "Shared -> Desk: {class: is}" in text
    assert "Shared -> RouteEnd" not in text


def test_the_nearest_class_shown_may_be_two_steps_up(small: Vocabulary) -> None:
    assert "Shared -> RouteEnd: {class: is}" in to_d2(View("v", "V", ("RouteEnd", "Shared")), small)


def test_an_arrow_carries_the_name_of_its_property(small: Vocabulary) -> None:
    assert 'Desk -> RouteEnd: "next" {class: has}' in to_d2(DESKS, small)


def test_a_class_that_is_left_out_has_no_arrow_up_and_the_route_end_says_what_is_one(small: Vocabulary) -> None:
    text = to_d2(View("v", "V", ("RouteEnd", "Desk"), left_out=frozenset({"Desk"})), small)
    assert "->" not in text.split("}\n", 5)[-1]
    assert 'RouteEnd: "End (any blue box)"' in text


def test_with_columns_a_subclass_stands_inside_the_box_of_its_class(small: Vocabulary) -> None:
    text = to_d2(View("v", "V", ("RouteEnd", "Desk", "Shared"), columns=3), small)
    assert text.index("RouteEnd:") < text.index("Desk:") < text.index("Shared:")
    assert text.endswith("}\n}\n}\n")
    assert "class: is}" not in text


@pytest.mark.parametrize(
    ("view", "message"),
    [
        (View("v", "V", ("Counter",)), "no class dg:Counter"),
        (View("v", "V", ("Desk",), edges=(Edge("Desk", ("after",), "Desk"),)), "no property dg:after"),
        (View("v", "V", ("Desk",), edges=(Edge("RouteEnd", ("next",), "Desk"),)), "dg:next does not hold"),
        (View("v", "V", ("Desk",), edges=(Edge("Desk", ("level",), "Desk"),)), "dg:level does not hold"),
        (View("v", "V", ("RouteEnd",), attributes={"RouteEnd": "open"}), "dg:open does not hold for dg:RouteEnd"),
        (View("v", "V", ("RouteEnd",), attributes={"Desk": "open"}), "attributes of dg:Desk, which is not shown"),
    ],
)
def test_a_picture_of_what_is_not_there_is_refused(small: Vocabulary, view: View, message: str) -> None:
    with pytest.raises(ViewError, match=message):
        to_d2(view, small)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.slug)
def test_every_picture_of_the_documentation_fits_the_ontology(whole: Vocabulary, view: View) -> None:
    assert to_d2(view, whole) == to_d2(view, whole)


def test_every_class_that_people_write_is_in_some_picture(whole: Vocabulary) -> None:
    shown = {f"dg:{name}" for view in VIEWS for name in view.classes}
    written = {name for name in whole.classes if not whole.is_concept_class(name)}
    assert written - shown == {"dg:Source"}
