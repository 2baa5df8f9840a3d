"""Ten routes over the whole inventory, held against the source hop by hop, and what every picture of them must be."""

from __future__ import annotations

import base64
import html
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml

from dienstgraaf import Inventory
from dienstgraaf.routes import FORMATS, Route, write_route
from route_lines import facts, lines, slug

EXPECTED = {
    path.stem: yaml.safe_load(path.read_text("utf-8")) for path in Path(__file__).parent.glob("expected/*.yaml")
}
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def inventory() -> Inventory:
    return Inventory.load(lang="en")


@pytest.fixture(scope="module")
def dutch() -> Inventory:
    return Inventory.load(lang="nl")


@pytest.fixture(scope="module")
def routes(inventory: Inventory) -> dict[str, Route]:
    return {name: inventory.route(name) for name in EXPECTED}


def test_ten_routes_are_held_against_the_source() -> None:
    assert len(EXPECTED) == 10


@pytest.mark.parametrize("name", EXPECTED)
def test_a_route_has_the_hops_of_the_source_in_order_and_no_others(routes: dict[str, Route], name: str) -> None:
    assert lines(routes[name]) == EXPECTED[name]["steps"]


@pytest.mark.parametrize("name", EXPECTED)
def test_what_the_source_does_not_tie_to_the_event_is_not_on_its_route(routes: dict[str, Route], name: str) -> None:
    assert facts(routes[name]).isdisjoint(EXPECTED[name]["not"])


@pytest.mark.parametrize("name", EXPECTED)
def test_what_must_not_be_on_a_route_exists_in_the_inventory(inventory: Inventory, name: str) -> None:
    known = {slug(str(iri)) for iri in inventory.graph().subjects()}
    assert set(EXPECTED[name]["not"]) <= known


@pytest.mark.parametrize("name", EXPECTED)
def test_a_route_says_whether_the_source_names_the_life_event_and_who_people_come_to(
    routes: dict[str, Route], name: str
) -> None:
    route = routes[name]
    assert slug(route.event.iri) == EXPECTED[name]["event"]
    assert route.named is EXPECTED[name]["named"]
    assert [slug(party.iri) for party in route.parties] == EXPECTED[name]["parties"]


@pytest.mark.parametrize(
    ("name", "called"), [(name, called) for name, expected in EXPECTED.items() for called in expected["names"]]
)
def test_every_usual_name_gives_the_route(inventory: Inventory, dutch: Inventory, name: str, called: str) -> None:
    assert slug(inventory.route(called).event.iri) == EXPECTED[name]["event"]
    assert slug(dutch.route(called).event.iri) == EXPECTED[name]["event"]


def test_every_hop_of_a_route_cites_its_segments(routes: dict[str, Route]) -> None:
    bare = [leg.fact.iri for route in routes.values() for step in route.steps for leg in step.legs if not leg.segments]
    assert bare == []


def test_the_data_give_every_hop_with_full_iris(routes: dict[str, Route]) -> None:
    document = json.loads(write_route(routes["schulden"], "json"))
    hops = [hop for step in document["steps"] for hop in step["hops"]]
    iris = [hop[end]["iri"] for hop in hops for end in ("fact", "from", "to")]
    iris += [segment for hop in hops for segment in hop["segments"]]
    iris += [arrangement["iri"] for hop in hops for arrangement in hop["arrangements"]]
    iris += [step["kind"]["iri"] for step in document["steps"] if step["kind"]["iri"]]
    assert iris
    assert all(iri.startswith("https://w3id.org/dienstgraaf/") for iri in iris)
    personal = [hop for hop in hops if any("personal-network" in each["iri"] for each in hop["arrangements"])]
    assert personal
    assert all(hop["status"]["iri"].endswith("/status/operational") for hop in personal)
    assert all(hop["hedges"] for hop in personal)


def test_what_is_planned_is_on_the_route_as_planned(routes: dict[str, Route]) -> None:
    (step,) = [step for step in routes["buitenland"].steps if step.kind == "forwarding"]
    assert (step.operates, step.legs[0].status and step.legs[0].status.label) == (False, "ambition")


def test_a_municipality_by_name_shows_nothing_of_its_kind_unless_asked(inventory: Inventory) -> None:
    plain = inventory.route("overlijden", provider="Amsterdam")
    assert "municipality-bereavement-desk" not in facts(plain)
    presumed = inventory.route("overlijden", provider="Amsterdam", presumed=True)
    (desk,) = [stop for stop in presumed.stops if slug(stop.items[0].iri) == "municipality-bereavement-desk"]
    assert desk.basis == "presumed"
    assert "--presumed" in write_route(plain, "text")


def test_an_audience_leaves_out_what_asks_a_skill_that_it_misses(inventory: Inventory) -> None:
    everyone, some = inventory.route("ondernemer"), inventory.route("ondernemer", audience="non-digital")
    assert "belastingdienst-filing-portal" in facts(everyone)
    assert "belastingdienst-filing-portal" not in facts(some)
    assert "ido" in facts(some)


def test_the_same_route_is_drawn_the_same_twice(inventory: Inventory, routes: dict[str, Route]) -> None:
    for format_name in FORMATS:
        assert write_route(inventory.route("pensioen"), format_name) == write_route(routes["pensioen"], format_name)


@pytest.fixture(scope="module")
def pictures(inventory: Inventory, dutch: Inventory) -> dict[tuple[str, str], str]:
    return {(name, each.lang): write_route(each.route(name), "svg") for each in (inventory, dutch) for name in EXPECTED}


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("name", EXPECTED)
def test_a_picture_has_lanes_a_legend_and_words_for_who_does_not_see_it(
    pictures: dict[tuple[str, str], str], name: str, lang: str
) -> None:
    root = ElementTree.fromstring(pictures[name, lang])
    words = " ".join("".join(text.itertext()) for text in root.iter(f"{SVG}text"))
    lanes = {
        "en": ("Access", "Way in and channel", "First line", "Second line", "Aftercare", "Legend"),
        "nl": ("Toegang", "Ingang en kanaal", "Eerste lijn", "Tweede lijn", "Nazorg", "Legenda"),
    }[lang]
    assert [lane for lane in lanes if lane not in words] == []
    assert root.get("role") == "img"
    assert root.get("lang") == lang
    told = [root.find(f"{SVG}{kind}") for kind in ("title", "desc")]
    assert all(each is not None and each.text for each in told)
    assert root.get("aria-labelledby") == " ".join(str(each.get("id")) for each in told if each is not None)


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("name", EXPECTED)
def test_no_box_and_no_label_lies_over_another(pictures: dict[tuple[str, str], str], name: str, lang: str) -> None:
    boxes, labels = _drawn(pictures[name, lang])
    places = [*boxes, *labels]
    over = [(a[0], b[0]) for i, a in enumerate(places) for b in places[i + 1 :] if _overlap(a[1], b[1])]
    assert boxes
    assert over == []


Rectangle = tuple[float, float, float, float]


def _drawn(svg: str) -> tuple[list[tuple[str, Rectangle]], list[tuple[str, Rectangle]]]:
    """Return the boxes that hold no other, and the labels of arrows, each with left, top, width and height."""
    boxes: dict[str, Rectangle] = {}
    labels = []
    for group in ElementTree.fromstring(svg).iter(f"{SVG}g"):
        name = _decoded(group)
        shape, text = group.find(f"{SVG}g[@class='shape']/{SVG}rect"), group.find(f"{SVG}text")
        if name and shape is not None:
            left, top, width, height = (float(shape.get(key, 0)) for key in ("x", "y", "width", "height"))
            boxes[name] = left, top, width, height
        elif name and text is not None and "->" in name:
            words = "".join(text.itertext())
            width = 7.5 * len(words)  # the labels are 15 pixels high
            labels.append((words, (float(text.get("x", 0)) - width / 2, float(text.get("y", 0)) - 12, width, 14)))
    outer = {name for name in boxes if any(other.startswith(f"{name}.") for other in boxes)}
    return [(name, box) for name, box in boxes.items() if name not in outer], labels


def _decoded(group: ElementTree.Element) -> str:
    """Return which box or arrow `group` is: D2 writes that as its class, in base 64."""
    names = (group.get("class") or "").split()
    if not names or not re.fullmatch(r"[A-Za-z0-9+/]+={0,2}", names[0]):
        return ""
    try:
        return html.unescape(base64.b64decode(names[0], validate=True).decode())
    except ValueError:
        return ""


def _overlap(a: Rectangle, b: Rectangle) -> bool:
    return a[0] < b[0] + b[2] and b[0] < a[0] + a[2] and a[1] < b[1] + b[3] and b[1] < a[1] + a[3]


def test_a_page_holds_the_picture_and_every_hop(inventory: Inventory, routes: dict[str, Route]) -> None:
    page = write_route(routes["rijbewijs"], "html")
    words = html.unescape(page)
    told = [leg.fact.label for step in routes["rijbewijs"].steps for leg in step.legs]
    assert page.count("<svg") >= 1
    assert [label for label in told if f"<td>{label}</td>" not in words] == []
    assert not re.search(r"(?:src|href)=\"https?:", page)
