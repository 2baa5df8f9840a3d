"""Plotting on small structures made by hand: what gets on a route, what does not, and where a gap shows."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from dienstgraaf import Inventory
from dienstgraaf.questions import ParameterError
from dienstgraaf.routes import Route, write_route

PREFIXES = """\
@prefix c-audience: <https://w3id.org/dienstgraaf/concept/audience/> .
@prefix c-channel-type: <https://w3id.org/dienstgraaf/concept/channel-type/> .
@prefix c-line-level: <https://w3id.org/dienstgraaf/concept/line-level/> .
@prefix c-route-kind: <https://w3id.org/dienstgraaf/concept/route-kind/> .
@prefix c-status: <https://w3id.org/dienstgraaf/concept/status/> .
@prefix c-topic: <https://w3id.org/dienstgraaf/concept/topic/> .
@prefix dg: <https://w3id.org/dienstgraaf/def#> .
@prefix ex: <https://example.org/id/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix seg: <https://w3id.org/dienstgraaf/id/segment/> .

ex:flood a dg:LifeEvent ; rdfs:label "overstroming"@nl, "flood"@en ; dg:namedAsLifeEvent false ;
    dg:topic c-topic:safety .
ex:dam a dg:Organisation ; rdfs:label "Dam"@nl, "Dam"@en .
ex:desk a dg:EntryPoint ; rdfs:label "waterloket"@nl, "water desk"@en ; dg:provider ex:dam ; dg:topic c-topic:safety ;
    dg:status c-status:operational ; prov:wasDerivedFrom seg:1-1 .
"""

Plot = Callable[..., Route]


@pytest.fixture
def plot(tmp_path: Path) -> Plot:
    """Plot the route of the flood over the small structure and what a test adds to it."""

    def plotted(more: str = "", event: str = "flood", **options: object) -> Route:
        (tmp_path / "flood.ttl").write_text(PREFIXES + more, encoding="utf-8")
        inventory = Inventory.load(tmp_path, only_data=True, lang="en")
        return inventory.route(event, **options)  # type: ignore[arg-type]

    return plotted


def kinds(route: Route) -> list[tuple[str, str, str]]:
    return [(route.name(step.start), step.kind, route.name(step.end)) for step in route.steps]


def labels(route: Route, kind: str) -> list[str]:
    return [item.label for stop in route.stops if stop.kind == kind for item in stop.items]


def test_an_entry_point_for_the_event_is_a_way_in_and_what_is_missing_behind_it_are_gaps(plot: Plot) -> None:
    assert kinds(plot()) == [
        ("flood", "way-in", "water desk"),
        ("water desk", "gap", "not stated"),
        ("not stated", "gap", "not stated"),
        ("not stated", "gap", "not stated"),
    ]


def test_a_line_in_which_the_entry_point_stands_closes_the_gap(plot: Plot) -> None:
    route = plot(
        "ex:desk dg:supportLine ex:first . ex:first a dg:SupportLine ; rdfs:label 'eerste'@nl, 'front office'@en ; "
        "dg:provider ex:dam ; dg:lineLevel c-line-level:first-line ; dg:status c-status:operational ; "
        "dg:nextLine ex:next . "
        "ex:next a dg:SupportLine ; rdfs:label 'tweede'@nl, 'experts'@en ; dg:provider ex:dam ; "
        "dg:lineLevel c-line-level:second-line ; dg:status c-status:operational ."
    )
    assert ("water desk", "stands-in", "front office") in kinds(route)
    assert ("front office", "next-line", "experts") in kinds(route)
    assert [(route.name(gap.start), route.name(gap.end)) for gap in route.gaps] == [("experts", "not stated")]


def test_a_stated_negative_is_no_gap(plot: Plot) -> None:
    route = plot(
        "ex:none a dg:Absence ; rdfs:label 'geen nazorg'@nl, 'no aftercare'@en ; dg:provider ex:dam ; "
        "dg:absentKind c-line-level:aftercare ."
    )
    assert labels(route, "absence") == ["no aftercare"]
    assert all(route.lane_of(gap.end) != "aftercare" for gap in route.gaps)


def test_an_entry_point_for_something_else_is_not_on_the_route(plot: Plot) -> None:
    route = plot(
        "ex:other a dg:EntryPoint ; rdfs:label 'parkeerloket'@nl, 'parking desk'@en ; dg:provider ex:dam ; "
        "dg:topic c-topic:parking ; dg:status c-status:operational ."
    )
    assert labels(route, "entry") + labels(route, "entries") == ["water desk"]


def test_an_entry_point_for_any_question_stands_apart(plot: Plot) -> None:
    route = plot(
        "ex:hall a dg:EntryPoint ; rdfs:label 'hal'@nl, 'hall'@en ; dg:provider ex:dam ; "
        "dg:status c-status:operational ."
    )
    assert (labels(route, "entry"), labels(route, "entries")) == (["water desk"], ["hall"])


HOP = (
    "ex:hop a dg:AccessRoute ; rdfs:label 'stap'@nl, 'hop'@en ; dg:routeKind c-route-kind:{kind} ; dg:from {start} ; "
    "dg:to {end} ; dg:status c-status:{status} . "
    "ex:gp a dg:Archetype ; rdfs:label 'huisarts'@nl, 'GP'@en . "
    "ex:police a dg:Organisation ; rdfs:label 'politie'@nl, 'police'@en ."
)


def hop(kind: str, start: str, end: str, status: str = "operational") -> str:
    return HOP.format(kind=kind, start=start, end=end, status=status)


def test_who_sends_people_stands_before_and_who_is_sent_to_behind(plot: Plot) -> None:
    route = plot(hop("guidance", "ex:gp", "ex:dam"))
    assert ("GP", "guidance", "Dam") in kinds(route)
    assert [stop.lane for stop in route.stops if stop.items[0].label == "GP"] == ["access"]
    route = plot(hop("forwarding", "ex:desk", "ex:police"))
    assert ("water desk", "forwarding", "police") in kinds(route)
    assert [stop.lane for stop in route.stops if stop.items[0].label == "police"] == ["onward"]


def test_a_hop_that_only_comes_is_on_the_route_but_does_not_operate(plot: Plot) -> None:
    route = plot(hop("forwarding", "ex:desk", "ex:police", status="planned"))
    (step,) = [step for step in route.steps if step.kind == "forwarding"]
    assert not step.operates
    assert [stop.operates for stop in route.stops if stop.kind == "target"] == [False]
    assert "planned" in write_route(route, "text")


def test_a_hop_between_others_is_not_on_the_route(plot: Plot) -> None:
    assert "GP" not in str(kinds(plot(hop("forwarding", "ex:gp", "ex:police"))))


def test_a_letter_to_the_person_stands_in_the_access_lane_with_what_it_still_asks(plot: Plot) -> None:
    route = plot(
        hop("system-signal", "ex:dam", "c-audience:citizen")
        + "ex:hop dg:topic c-topic:safety ; dg:asksOfPerson <https://w3id.org/dienstgraaf/concept/asked/make-contact> ."
    )
    assert ("hop", "system-signal", "flood") in kinds(route)
    assert ("flood", "asked", "Dam") in kinds(route)


def test_many_senders_are_folded_and_none_is_lost(plot: Plot) -> None:
    many = "".join(
        f"ex:s{n} a dg:Archetype ; rdfs:label 'S{n}'@nl, 'S{n}'@en . ex:h{n} a dg:AccessRoute ; rdfs:label 'h{n}'@nl, "
        f"'h{n}'@en ; dg:routeKind c-route-kind:guidance ; dg:from ex:s{n} ; dg:to ex:dam ; "
        "dg:status c-status:operational ."
        for n in range(30)
    )
    route = plot(many)
    (step,) = [step for step in route.steps if step.kind == "guidance"]
    assert len(step.legs) == 30
    assert labels(route, "senders") == [f"S{n}" for n in range(30)]
    assert "… and 25 more" in write_route(route, "svg")
    page = write_route(route, "html")
    assert all(f">{label}<" in page for label in labels(route, "senders"))


def test_more_parties_than_a_picture_can_hold_are_left_out_and_that_is_said(plot: Plot) -> None:
    many = "".join(
        f"ex:o{n} a dg:Organisation ; rdfs:label 'Org {n}'@nl, 'Org {n}'@en . ex:e{n} a dg:EntryPoint ; "
        f"rdfs:label 'loket {n}'@nl, 'desk {n}'@en ; dg:provider ex:o{n} ; dg:topic c-topic:safety ; "
        "dg:status c-status:operational ."
        for n in range(40)
    )
    route = plot(many)
    assert len(route.parties) == 6
    assert len(route.left_out) == 35
    assert "35 more parties" in write_route(route, "text")
    assert "35 more parties" in write_route(route, "svg")
    assert [party.label for party in plot(many, provider="Org 39").parties] == ["Org 39"]


def test_an_entry_point_of_nobody_in_particular_is_a_party_of_its_own(plot: Plot) -> None:
    route = plot(
        "ex:line a dg:EntryPoint ; rdfs:label 'rampenlijn'@nl, 'disaster line'@en ; dg:topic c-topic:safety ; "
        "dg:status c-status:operational ."
    )
    assert sorted(party.label for party in route.parties) == ["Dam", "disaster line"]


def test_an_event_of_which_nothing_is_stated_gives_a_route_that_says_so(plot: Plot) -> None:
    route = plot("ex:eclipse a dg:LifeEvent ; rdfs:label 'eclips'@nl, 'eclipse'@en .", event="eclipse")
    assert (route.parties, kinds(route)) == ((), [])
    for format_name in ("text", "svg", "html"):
        assert "Not stated: no way in and no hop for eclipse." in write_route(route, format_name)


def test_an_unknown_name_gets_the_nearest_or_the_choices(plot: Plot) -> None:
    with pytest.raises(ParameterError, match=r"Did you mean: flood"):
        plot(event="floood")
    with pytest.raises(ParameterError, match=r"Choose from: flood"):
        plot(event="zzz")


HOSTILE = "a \"b\" 'c' <script>alert(1)</script> ]]> | # ; ${x} {y} -> z \u202e \\ % `"


@pytest.mark.parametrize("format_name", ["text", "json", "mermaid", "svg", "html"])
def test_a_hostile_label_arrives_intact_and_harmless(plot: Plot, format_name: str) -> None:
    quoted = json.dumps(HOSTILE, ensure_ascii=False)
    route = plot(
        f"ex:bad a dg:EntryPoint ; rdfs:label {quoted}@nl, {quoted}@en ; dg:provider ex:dam ; "
        "dg:topic c-topic:safety ; dg:status c-status:operational ."
    )
    written = write_route(route, format_name)
    assert "<script>alert" not in written or format_name in ("text", "json")
    if format_name == "svg":
        words = " ".join(ElementTree.fromstring(written).itertext())
    elif format_name == "mermaid":
        words = re.sub(r"#(\d+);", lambda found: chr(int(found[1])), written.replace("<br/>", " "))
        assert all(line.count('"') % 2 == 0 for line in written.splitlines())
    elif format_name == "json":
        words = " ".join(item["label"] for stop in json.loads(written)["stops"] for item in stop["items"])
    else:
        words = html.unescape(written) if format_name == "html" else written
    assert "".join(HOSTILE.split()) in "".join(words.split())
