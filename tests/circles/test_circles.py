"""Circular referrals: found whatever their length, each once, by hops that send people on and are in operation."""

from __future__ import annotations

import csv
import io
import itertools
import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from dienstgraaf import Inventory
from dienstgraaf.circles import FORMATS, Circles, notes, write_circles
from dienstgraaf.errors import DienstgraafError
from hops import archetype, entry_point, hop, organisations, slug, thing, written

A, B, C, D = (f"i-organisation:{name}" for name in "abcd")


def parties(found: Circles) -> list[list[str]]:
    return [[slug(party) for party in circle.parties] for circle in found.circles]


def ring(*names: str, **rest: str) -> str:
    """Hops from each to the next and round, each stated in a segment of its own."""
    pairs = itertools.pairwise([*names, names[0]])
    return "".join(hop(one, other, **{"segment": f"1-{i}", **rest}) for i, (one, other) in enumerate(pairs))


@pytest.mark.parametrize("names", [(A, B), (A, B, C), (A, B, C, D)])
def test_a_circle_of_any_length_is_found_once_and_starts_at_the_smallest_iri(tmp_path: Path, names) -> None:
    turned = (*names[1:], names[0])
    found = written(tmp_path, organisations("a", "b", "c", "d"), ring(*turned)).circles()
    assert parties(found) == [[slug(name.replace(":", "/")) for name in names]]
    assert found.circles[0].certainty == "possible"


def test_a_circle_longer_than_asked_for_is_not_sought(tmp_path: Path) -> None:
    inventory = written(tmp_path, organisations("a", "b", "c"), ring(A, B, C))
    assert parties(inventory.circles(length=2)) == []
    assert parties(inventory.circles(length=3)) == [["a", "b", "c"]]


def test_the_two_directions_round_are_two_circles(tmp_path: Path) -> None:
    found = written(tmp_path, organisations("a", "b", "c"), ring(A, B, C), ring(A, C, B)).circles()
    assert parties(found)[-2:] == [["a", "b", "c"], ["a", "c", "b"]]


@pytest.mark.parametrize("kind", ["outreach", "system-signal", "follow-up", "back-office-contact", "self-initiated"])
def test_what_sends_nobody_on_closes_no_circle(tmp_path: Path, kind: str) -> None:
    found = written(tmp_path, organisations("a", "b"), hop(A, B), hop(B, A, kind=kind)).circles()
    assert found.found == 0


@pytest.mark.parametrize("kind", ["guidance", "entitling-referral", "forwarding", "call-transfer"])
def test_each_way_of_sending_people_on_closes_a_circle(tmp_path: Path, kind: str) -> None:
    found = written(tmp_path, organisations("a", "b"), hop(A, B), hop(B, A, kind=kind)).circles()
    assert parties(found) == [["a", "b"]]


@pytest.mark.parametrize("status", ["planned", "ended", "under-consideration"])
def test_a_hop_that_is_not_in_operation_closes_no_circle_and_that_is_said(tmp_path: Path, status: str) -> None:
    found = written(tmp_path, organisations("a", "b"), hop(A, B), hop(B, A, status=status)).circles()
    assert (found.found, found.not_operating) == (0, 1)
    assert "Not counted: 1 circle that closes only by a step that is not in operation." in notes(found)


def test_a_circle_is_stated_if_one_segment_states_all_its_steps(tmp_path: Path) -> None:
    found = written(tmp_path, organisations("a", "b", "c"), ring(A, B, segment="4-1"), ring(A, C)).circles()
    assert [(circle.certainty, circle.together) for circle in found.circles] == [("stated", ("4-1",)), ("possible", ())]


def test_a_circle_that_the_source_names_comes_first(tmp_path: Path) -> None:
    barrier = thing("i-barrier:round", "Barrier", "dg:barrierKind c-barrier-kind:being-sent-around")
    example = "dg:exampleOf i-barrier:round"
    named = hop(C, D, example, segment="6-1") + hop(D, C, example, segment="6-2")
    found = written(tmp_path, organisations("a", "b", "c", "d"), ring(A, B, segment="4-1"), named, barrier).circles()
    assert [circle.certainty for circle in found.circles] == ["named", "stated"]


def test_ways_in_lines_and_roles_count_as_their_provider_and_are_shown(tmp_path: Path) -> None:
    desk = entry_point("desk", f"dg:provider {A}")
    line = thing("i-support-line:line", "SupportLine", f"dg:provider {A}", "dg:status c-status:operational")
    hops = hop(B, "i-entry-point:desk") + hop("i-support-line:line", B, segment="1-2")
    found = written(tmp_path, organisations("a", "b"), desk, line, hops).circles()
    assert parties(found) == [["a", "b"]]
    out, back = (step.referrals[0].hop for step in found.circles[0].steps)
    assert (slug(out.start), slug(back.end)) == ("line", "desk")


def test_a_way_in_whose_provider_is_not_stated_is_a_party_itself(tmp_path: Path) -> None:
    found = written(tmp_path, organisations("a"), entry_point("site"), ring(A, "i-entry-point:site")).circles()
    assert parties(found) == [["site", "a"]]


def test_a_hop_within_one_provider_closes_no_circle(tmp_path: Path) -> None:
    desks = entry_point("desk", f"dg:provider {A}") + entry_point("phone", f"dg:provider {A}")
    found = written(tmp_path, organisations("a"), desks, ring("i-entry-point:desk", "i-entry-point:phone")).circles()
    assert found.found == 0


def test_a_circle_through_a_kind_is_possible_and_says_which_step_rests_on_it(tmp_path: Path) -> None:
    parts = archetype("agency"), archetype("town"), organisations("a", of="agency")
    hops = hop("i-archetype:town", "i-archetype:agency", segment="1-1") + hop(A, "i-archetype:town", segment="1-1")
    found = written(tmp_path, *parts, hops).circles()
    assert parties(found) == [["town", "a"]]
    there, back = (step.referrals[0] for step in found.circles[0].steps)
    assert (there.basis, slug(there.end_as or ""), there.start_as) == ("presumed", "agency", None)
    assert (back.basis, back.start_as, back.end_as) == ("stated", None, None)
    assert found.circles[0].certainty == "possible"


def test_what_holds_for_all_of_a_kind_follows_for_the_organisation(tmp_path: Path) -> None:
    parts = archetype("agency"), archetype("town"), organisations("a", of="agency")
    every = hop("i-archetype:agency", "i-archetype:town", "dg:shareOfProviders c-prevalence:all")
    found = written(tmp_path, *parts, every, hop("i-archetype:town", A)).circles()
    assert [[step.referrals[0].basis for step in circle.steps] for circle in found.circles] == [["stated", "follows"]]


def test_what_is_denied_by_name_of_an_organisation_closes_no_circle(tmp_path: Path) -> None:
    parts = archetype("agency"), archetype("town"), organisations("a", of="agency")
    hops = hop("i-archetype:agency", "i-archetype:town") + hop("i-archetype:town", A)
    denied = thing("i-absence:no", "Absence", f"dg:provider {A}", "dg:absentThing i-route:agency-to-town")
    assert parties(written(tmp_path / "one", *parts, hops).circles()) == [["town", "a"]]
    assert written(tmp_path / "two", *parts, hops, denied).circles().found == 0


def test_what_is_said_of_one_organisation_is_not_said_of_its_kind(tmp_path: Path) -> None:
    parts = archetype("agency"), archetype("town"), organisations("a", "b", of="agency")
    found = written(tmp_path, *parts, hop(A, "i-archetype:town"), hop("i-archetype:town", B)).circles()
    assert found.found == 0


def test_members_that_no_hop_names_are_not_filled_in(tmp_path: Path) -> None:
    parts = archetype("agency"), archetype("town"), organisations("a", "b", "c", of="agency")
    found = written(tmp_path, *parts, ring("i-archetype:agency", "i-archetype:town")).circles()
    assert parties(found) == [["agency", "town"]]


def test_a_kind_and_one_of_it_are_not_two_parties_of_a_circle(tmp_path: Path) -> None:
    parts = archetype("agency"), organisations("a", "b", of="agency"), organisations("c")
    found = written(tmp_path, *parts, hop("i-archetype:agency", C), hop(C, A), hop(A, "i-archetype:agency")).circles()
    assert parties(found) == [["a", "c"]]


def test_a_named_member_of_a_group_is_meant_by_it(tmp_path: Path) -> None:
    group = thing("i-group:some", "Group", f"dg:namedMember {A}", "dg:memberKind i-archetype:agency")
    parts = archetype("agency"), organisations("a", "b"), group
    found = written(tmp_path, *parts, hop("i-group:some", B, segment="4-1"), hop(B, A, segment="4-1")).circles()
    assert [(circle.certainty, slug(circle.parties[0])) for circle in found.circles] == [("stated", "a")]


def test_an_unnamed_group_may_be_of_its_kind_but_no_organisation_is_put_in_it(tmp_path: Path) -> None:
    group = thing("i-group:some", "Group", "dg:memberKind i-archetype:agency")
    parts = archetype("agency"), organisations("a", of="agency"), organisations("b"), group
    found = written(tmp_path / "kind", *parts, hop(B, "i-archetype:agency"), hop("i-group:some", B)).circles()
    assert parties(found) == [["some", "b"]]
    assert written(tmp_path / "named", *parts, hop(B, A), hop("i-group:some", B)).circles().found == 0


def test_what_is_beyond_the_limit_is_counted_by_length(tmp_path: Path) -> None:
    found = written(tmp_path, organisations("a", "b", "c", "d"), ring(A, B), ring(A, C), ring(B, C, D)).circles(limit=1)
    assert (found.found, found.left_out) == (5, {2: 1, 3: 2, 4: 1})
    said = " ".join(notes(found))
    assert "Left out after the first 1: 1 of 2 steps, 2 of 3 steps, 1 of 4 steps." in said


@pytest.mark.parametrize(("name", "values"), [("length", {"length": 1}), ("limit", {"limit": 0})])
def test_a_length_or_limit_that_makes_no_sense_is_refused(tmp_path: Path, name: str, values) -> None:
    with pytest.raises(DienstgraafError, match=name):
        written(tmp_path, organisations("a")).circles(**values)


@pytest.fixture(scope="module")
def shipped() -> Circles:
    return Inventory.load(lang="en").circles()


def test_the_environment_desk_and_the_municipality_are_the_circle_that_the_source_names(shipped: Circles) -> None:
    first = shipped.circles[0]
    assert [slug(party) for party in first.parties] == ["municipality", "environment-desk"]
    assert (first.certainty, first.together, first.hedges) == ("named", ("6.1-03",), ("soms",))
    assert [circle.certainty for circle in shipped.circles].count("named") == 1


def test_every_circle_of_the_inventory_closes_and_each_step_cites_a_segment(shipped: Circles) -> None:
    assert {len(circle.steps) for circle in shipped.circles} == {2, 3, 4}
    assert len({tuple(each) for each in parties(shipped)}) == shipped.found
    for circle in shipped.circles:
        ends = [step.end for step in circle.steps]
        assert ends == [*circle.parties[1:], circle.parties[0]]
        assert min(circle.parties) == circle.parties[0]
        assert all(each.hop.segments and each.hop.operates for step in circle.steps for each in step.referrals)


def test_dutch_and_english_have_the_same_circles(shipped: Circles) -> None:
    dutch = Inventory.load(lang="nl").circles()
    assert dutch.circles == shipped.circles
    assert dutch.labels.keys() == shipped.labels.keys()
    assert "kringen van hoogstens 4 stappen" in notes(dutch)[0]


@pytest.mark.parametrize("format_name", FORMATS)
def test_every_format_tells_of_the_named_circle(shipped: Circles, format_name: str) -> None:
    content = write_circles(shipped, format_name)
    if format_name == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(content))
        assert book.sheetnames == ["Circles", "Hops"]
        words = "\n".join(str(cell.value) for sheet in book for row in sheet for cell in row)
    else:
        words = content.decode().replace("\\", "")
    assert "environment desk (national)" in words
    assert "stated: named as a circle" in words or format_name == "json"
    assert "6.1-03" in words
    assert content == write_circles(shipped, format_name)


def test_csv_has_iris_and_json_full_ones(shipped: Circles) -> None:
    rows = [*csv.DictReader(io.StringIO(write_circles(shipped, "csv").decode()))]
    assert len(rows) == shipped.found
    assert rows[0]["parties"].split(" | ")[1] == "https://w3id.org/dienstgraaf/id/entry-point/environment-desk"
    document = json.loads(write_circles(shipped, "json"))
    assert document["found"] == shipped.found
    assert document["circles"][0]["parties"][0]["is"] == "kind"
    kind = document["circles"][0]["steps"][0]["hops"][0]["kind"]["iri"]
    assert kind == "https://w3id.org/dienstgraaf/concept/route-kind/forwarding"


def test_the_answer_does_not_hang_on_the_order_in_which_python_keeps_sets(tmp_path: Path) -> None:
    names = [f"o{i}" for i in range(14)]
    hops = [hop(f"i-organisation:{a}", f"i-organisation:{b}") for a, b in itertools.permutations(names, 2)]
    written(tmp_path, organisations(*names), *hops)
    code = (
        "import dienstgraaf.circles.finding as f, sys; f.SEARCHED = 300\n"
        "from dienstgraaf import Inventory\n"
        "found = Inventory.load(sys.argv[1], only_data=True).circles(limit=None)\n"
        "assert not found.complete\n"
        "print([circle.parties for circle in found.circles])"
    )
    told = [
        subprocess.run(
            [sys.executable, "-c", code, str(tmp_path)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert told[0] == told[1] != b""
