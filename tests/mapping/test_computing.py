"""Hops become links between parties, and around a party only what is near stays."""

from __future__ import annotations

from dienstgraaf.mapping import ALL_KINDS, Map, compute_map
from dienstgraaf.structure.model import ENTERING, REACHING, SENDING
from drafted import Drafted


def told(found: Map) -> list[tuple[str, str, str, int]]:
    return [(link.start.label, link.end.label, link.kind, link.count) for link in found.links]


def test_hops_of_one_kind_between_two_parties_are_one_link_and_planned_ones_another(town: Drafted) -> None:
    town.hop("agency", "town hall", "forwarding", hedges=["often"], segments=["4.1-9"])
    found = compute_map(town.structure(), "en")
    assert told(found) == [
        ("agency", "town hall", "forwarding", 2),
        ("church", "town hall", "guidance", 1),
        ("library", "town hall", "guidance", 1),
        ("school", "town hall", "guidance", 1),
        ("town hall", "agency", "forwarding", 1),
        ("town hall", "agency", "forwarding", 1),
        ("town hall", "shelter", "forwarding", 1),
    ]
    assert [(link.operates, link.statuses) for link in found.links[4:6]] == [
        (True, ("operational",)),
        (False, ("planned",)),
    ]
    assert found.links[0].segments == ("4.1-1", "4.1-9")


def test_a_link_has_a_reservation_only_if_every_hop_of_it_has_one(town: Drafted) -> None:
    town.hop("agency", "town hall", "forwarding", hedges=["often"])
    links = {(link.start.label, link.end.label): link for link in compute_map(town.structure(), "en").links}
    assert not links["agency", "town hall"].hedged
    assert links["agency", "town hall"].hedges == ("often",)
    assert links["town hall", "shelter"].hedged


def test_a_place_stands_for_its_provider_and_is_named_in_the_link(town: Drafted) -> None:
    link = compute_map(town.structure(), "en").links[-1]
    assert (link.start.label, link.start_places, link.end_places) == ("town hall", ("desk",), ())


def test_a_place_of_two_providers_makes_a_link_from_each_and_one_of_none_stands_for_itself(draft: Drafted) -> None:
    draft.party("north")
    draft.party("south")
    draft.place("shared desk", "north", "south")
    draft.place("lone desk")
    draft.hop("shared desk", "lone desk")
    found = compute_map(draft.structure(), "en")
    assert told(found) == [("north", "lone desk", "guidance", 1), ("south", "lone desk", "guidance", 1)]
    assert found.links[0].end.kind == "entry-point"


def test_a_circle_of_two_counts_only_what_is_in_operation(town: Drafted) -> None:
    town.party("clinic")
    town.hop("clinic", "school")
    town.hop("school", "clinic", status="planned")
    found = compute_map(town.structure(), "en")
    back = {(link.start.label, link.end.label, link.operates): found.returns(link) for link in found.links}
    assert back["agency", "town hall", True]
    assert back["town hall", "agency", True]
    assert not back["town hall", "agency", False]
    assert not back["clinic", "school", True]
    assert not back["church", "town hall", True]


def test_what_stays_within_one_party_is_no_circle(town: Drafted) -> None:
    town.hop("desk", "town hall", "call-transfer")
    found = compute_map(town.structure(), "en")
    (within,) = [link for link in found.links if link.start == link.end]
    assert not found.returns(within)


def test_people_are_no_parties_unless_asked_for(town: Drafted) -> None:
    town.audience("residents")
    town.hop("residents", "town hall", "self-initiated")
    town.hop("town hall", "residents", "outreach")
    assert "residents" not in {party.label for party in compute_map(town.structure(), "en").parties}
    found = compute_map(town.structure(), "en", ["outreach"])
    assert told(found) == [("town hall", "residents", "outreach", 1)]
    assert [(party.kind, party.cluster) for party in found.parties] == [
        ("audience", "people"),
        ("organisation", "municipalities"),
    ]


def test_all_kinds_of_hop_are_usual_or_can_be_asked_for() -> None:
    assert set(ALL_KINDS) >= SENDING | ENTERING | REACHING


def test_around_a_party_both_directions_count_as_far_as_the_hops_go(town: Drafted) -> None:
    structure = town.structure()
    near = compute_map(structure, "en", center=[town.iri("shelter")], hops=1)
    assert [party.label for party in near.parties] == ["shelter", "town hall"]
    assert [party.label for party in near.center] == ["shelter"]
    whole = compute_map(structure, "en", center=[town.iri("shelter")], hops=2)
    assert len(whole.parties) == 6


def test_around_a_place_is_around_its_provider(town: Drafted) -> None:
    found = compute_map(town.structure(), "en", center=[town.iri("desk")])
    assert [party.label for party in found.center] == ["town hall"]


def test_a_party_without_links_is_shown_alone(town: Drafted) -> None:
    town.party("hermit")
    found = compute_map(town.structure(), "en", center=[town.iri("hermit")])
    assert ([party.label for party in found.parties], found.links) == (["hermit"], ())
