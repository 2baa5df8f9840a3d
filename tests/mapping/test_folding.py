"""Parties that stand alike share a box, knots have their own, and what is too much is left out and told."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from dienstgraaf import Inventory
from dienstgraaf.drawing import certainty, line_class
from dienstgraaf.mapping import Map, Sketch, compute_map, sketch
from dienstgraaf.structure import Structure
from drafted import Drafted


def boxes(drawn: Sketch) -> list[list[list[str]]]:
    return [[[party.label for party in group] for group in box.groups] for box in drawn.boxes]


def arrows(drawn: Sketch) -> set[tuple[str, str, str, str, str]]:
    first = [box.first.label for box in drawn.boxes]
    return {(first[a.start], "<->" if a.mutual else "->", first[a.end], a.line, a.certainty) for a in drawn.arrows}


def whole(draft: Drafted) -> Map:
    return compute_map(draft.structure(), "en")


def test_those_who_stand_alike_share_a_box_in_the_groups_of_the_source(town: Drafted) -> None:
    drawn = sketch(whole(town))
    assert boxes(drawn) == [[["town hall"]], [["agency"]], [["library", "school"], ["church"]], [["shelter"]]]
    assert arrows(drawn) == {
        ("agency", "<->", "town hall", "forwarding", "stated"),
        ("town hall", "->", "agency", "forwarding", "not-in-operation"),
        ("library", "->", "town hall", "guidance", "stated"),
        ("town hall", "->", "shelter", "forwarding", "hedged"),
    }
    assert not drawn.left_out


def test_unfolded_each_party_has_a_box_and_no_link_is_lost(town: Drafted) -> None:
    drawn = sketch(whole(town), unfold=True)
    assert [box.first.label for box in drawn.boxes] == ["agency", "church", "library", "school", "shelter", "town hall"]
    assert len(drawn.arrows) == 6


def test_an_organisation_and_a_kind_of_organisation_stand_in_groups_of_their_own(town: Drafted) -> None:
    town.party("Red Cross", "Organisation", organisationKind="civic-partner")
    town.hop("Red Cross", "town hall", segments=["3.1-1"])
    assert [["Red Cross"], ["library", "school"], ["church"]] in boxes(sketch(whole(town)))


def test_a_party_that_is_tied_to_two_in_different_company_stands_twice_and_has_an_asterisk(town: Drafted) -> None:
    town.hop("town hall", "church", "forwarding", hedges=["sometimes"])
    drawn = sketch(whole(town))
    assert boxes(drawn)[2:] == [[["library", "school"], ["church"]], [["church"], ["shelter"]]]
    church = next(party for party in drawn.map.parties if party.label == "church")
    assert drawn.label(church) == "church*"
    assert drawn.repeated == {church.iri}


def test_a_number_stands_at_an_arrow_only_where_several_statements_are_behind_it(town: Drafted) -> None:
    town.hop("desk", "shelter", "forwarding", hedges=["often"])
    drawn = sketch(whole(town))
    first = [box.first.label for box in drawn.boxes]
    assert {(first[a.start], first[a.end], a.certainty): a.label for a in drawn.arrows} == {
        ("town hall", "shelter", "hedged"): "2",
        ("agency", "town hall", "stated"): "",
        ("town hall", "agency", "not-in-operation"): "",
        ("library", "town hall", "stated"): "",
    }


def test_who_only_receives_from_another_cluster_stands_apart_from_who_sends(town: Drafted) -> None:
    clusters = {(label, onward): positions for (_, label, onward), positions in sketch(whole(town)).clusters().items()}
    assert clusters == {
        ("municipalities", False): [0],
        ("executive agencies", False): [1],
        ("partners and others", False): [2],
        ("partners and others", True): [3],
    }


def test_what_stays_within_one_party_has_no_arrow(town: Drafted) -> None:
    town.hop("desk", "town hall", "call-transfer")
    drawn = sketch(whole(town))
    assert all(arrow.start != arrow.end for arrow in drawn.arrows)
    assert len(drawn.arrows) == 4


def test_beyond_the_limit_the_nearest_to_the_middle_stay_and_the_rest_is_counted(town: Drafted) -> None:
    town.party("far away")
    town.party("farther away")
    town.hop("shelter", "far away")
    town.hop("far away", "farther away")
    drawn = sketch(compute_map(town.structure(), "en", center=[town.iri("town hall")], hops=3), limit=3)
    shown = {party.label for box in drawn.boxes for party in box.parties}
    assert "town hall" in shown
    assert not shown & {"far away", "farther away"}
    assert len(drawn.boxes) <= 3
    assert drawn.left_out.parties == 8 - len(shown)
    assert drawn.left_out.links > 0


def test_a_box_with_too_many_names_tells_how_many_there_are_more(draft: Drafted) -> None:
    draft.party("hall")
    for number in range(70):
        draft.party(f"school {number:02}")
        draft.hop(f"school {number:02}", "hall")
    drawn = sketch(whole(draft))
    (box,) = [box for box in drawn.boxes if len(box.parties) == 70]
    assert sum(map(len, box.shown())) == 60
    assert drawn.left_out.parties == 10


def drawn_links(drawn: Sketch) -> list[tuple[str, str, str, str]]:
    """What the arrows say: from, to, line and certainty, for each party of a box."""
    said = []
    for arrow in drawn.arrows:
        for start in drawn.boxes[arrow.start].parties:
            for end in drawn.boxes[arrow.end].parties:
                said.append((start.iri, end.iri, arrow.line, arrow.certainty))
                if arrow.mutual:
                    said.append((end.iri, start.iri, arrow.line, arrow.certainty))
    return sorted(said)


def links(found: Map) -> list[tuple[str, str, str, str]]:
    looks = ((link, line_class(link.kind), certainty(link.hedged, link.operates)) for link in found.links)
    return sorted({(link.start.iri, link.end.iri, line, sure) for link, line, sure in looks if link.start != link.end})


HOPS = st.lists(
    st.tuples(
        st.integers(0, 9),
        st.integers(0, 9),
        st.sampled_from(["guidance", "forwarding", "call-transfer"]),
        st.booleans(),
        st.sampled_from(["operational", "planned"]),
    ),
    max_size=60,
)


@given(HOPS, st.booleans())
def test_a_picture_says_each_link_once_and_nothing_else(
    hops: list[tuple[int, int, str, bool, str]], unfold: bool
) -> None:
    draft = Drafted()
    for number in range(10):
        kind = ("municipality", "executive-agency", "company")[number % 3]
        draft.party(f"p{number}", "Organisation", organisationKind=kind)
    for start, end, hop_kind, hedged, status in hops:
        draft.hop(f"p{start}", f"p{end}", hop_kind, status=status, hedges=["often"] if hedged else [])
    found = whole(draft)
    drawn = sketch(found, unfold=unfold)
    assert drawn_links(drawn) == links(found)
    assert not drawn.left_out


def test_the_picture_of_the_inventory_says_each_link_once_and_nothing_else() -> None:
    found = Inventory.load().map()
    assert drawn_links(sketch(found)) == links(found)


def test_a_map_a_hundred_times_as_large_is_drawn_in_seconds_and_stays_readable(country: Structure) -> None:
    start = time.perf_counter()
    found = compute_map(country, "en")
    drawn = sketch(found)
    assert (
        len(country.of_kind("EntryPoint")) + len(country.of_kind("AccessRoute")) + len(country.of_kind("Provider"))
        > 130_000
    )
    assert (len(found.parties), len(found.links)) == (40_501, 50_000)
    assert 2 <= len(drawn.boxes) <= 80
    assert 1 <= len(drawn.arrows) <= 150
    assert sum(len(group) for box in drawn.boxes for group in box.shown()) <= 240
    assert drawn.left_out.parties > 40_000
    assert time.perf_counter() - start < 60


def test_around_one_town_of_a_large_country_only_that_town_is_drawn(country: Structure) -> None:
    center = next(item for item in country.of_kind("Organisation") if country.label(item) == "hall 7")
    drawn = sketch(compute_map(country, "en", center=[center]))
    assert len(drawn.map.parties) == 82
    assert len(drawn.boxes) <= 10
