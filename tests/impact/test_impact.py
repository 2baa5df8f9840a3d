"""What loses its way if something goes: what was its only way, who was sent there, and what remains."""

from __future__ import annotations

import csv
import html
import io
import json
from pathlib import Path

import openpyxl
import pytest

from dienstgraaf import Inventory
from dienstgraaf.cards import UnknownNameError
from dienstgraaf.impact import FORMATS, GROUPS, Impact, ImpactError, write_impact
from hops import archetype, channel_use, entry_point, hop, organisations, slug, thing, written

A, B, C = (f"i-organisation:{name}" for name in "abc")
CARE = "dg:topic c-topic:care"


def told(found: Impact, group: str) -> dict[str, str]:
    """By slug of the item the kind of its loss."""
    return {slug(loss.item.iri): loss.kind for loss in found.of(group)}


def remains(found: Impact, group: str, item: str) -> list[str]:
    """What remains of an item, as slugs."""
    return [slug(each.iri) for loss in found.of(group) if slug(loss.item.iri) == item for each in loss.remains]


def test_with_a_provider_go_the_things_that_are_only_its_own(tmp_path: Path) -> None:
    own = entry_point("desk", f"dg:provider {A}") + entry_point("joint", f"dg:provider {A}, {B}")
    parts = (
        thing("i-support-line:line", "SupportLine", f"dg:provider {A}", "dg:status c-status:operational"),
        thing("i-team:team", "Team", f"dg:provider {A}", "dg:status c-status:operational"),
        thing("i-role:role", "Role", f"dg:provider {A}", "dg:status c-status:operational"),
        thing("i-channel:counter", "Channel", f"dg:provider {A}"),
        channel_use("visit", "desk", "counter", False),
        hop(A, B) + hop(B, "i-entry-point:desk"),
    )
    found = written(tmp_path, organisations("a", "b"), own, *parts).impact("a")
    assert told(found, "gone") == {
        "desk": "entry-point",
        "counter": "channel",
        "visit": "channel-use",
        "line": "support-line",
        "team": "team",
        "role": "role",
        "a-to-b": "hop-from",
        "b-to-desk": "hop-to",
    }


def test_a_channel_takes_the_entry_point_along_for_which_no_other_is_stated(tmp_path: Path) -> None:
    parts = (
        entry_point("phone-only") + entry_point("both"),
        thing("i-channel:number", "Channel") + thing("i-channel:site", "Channel"),
        channel_use("call-one", "phone-only", "number", False),
        channel_use("call-two", "both", "number", False) + channel_use("click", "both", "site", True),
    )
    found = written(tmp_path, *parts).impact("number")
    kinds = {"call-one": "channel-use", "call-two": "channel-use", "phone-only": "left-without-channel"}
    assert told(found, "gone") == kinds
    assert told(found, "ways") == {"both": "keeps-way"}
    assert remains(found, "ways", "both") == ["click"]
    assert told(found, "digital") == {"both": "no-way-without-skill"}


def test_a_channel_that_is_only_planned_does_not_keep_an_entry_point(tmp_path: Path) -> None:
    planned = channel_use("chat", "desk", "site", True).replace("c-status:operational", "c-status:planned")
    parts = entry_point("desk"), thing("i-channel:number", "Channel"), thing("i-channel:site", "Channel"), planned
    found = written(tmp_path, *parts, channel_use("call", "desk", "number", False)).impact("number")
    assert told(found, "gone")["desk"] == "left-without-channel"


def test_a_topic_for_which_it_was_the_only_way_is_told_apart_from_one_that_keeps_ways(tmp_path: Path) -> None:
    parts = (
        thing("c-topic:care", "Topic") + thing("c-topic:income", "Topic") + thing("c-audience:youth", "Audience"),
        entry_point("one", CARE, "dg:topic c-topic:income", "dg:audience c-audience:youth"),
        entry_point("two", "dg:topic c-topic:income") + entry_point("later", CARE, status="planned"),
    )
    found = written(tmp_path, *parts).impact("one")
    assert told(found, "ways") == {"care": "no-way", "income": "keeps-way", "youth": "no-way"}
    assert remains(found, "ways", "income") == ["two"]


def test_a_way_for_something_broader_is_said_to_be_that(tmp_path: Path) -> None:
    topics = thing("c-topic:care", "Topic", "skos:broader c-topic:social") + thing("c-topic:social", "Topic")
    parts = topics, entry_point("one", CARE), entry_point("two", "dg:topic c-topic:social")
    found = written(tmp_path, *parts).impact("one")
    assert told(found, "ways") == {"care": "broader-way"}
    assert remains(found, "ways", "care") == ["two"]


def test_life_events_and_services_lose_their_way_too(tmp_path: Path) -> None:
    parts = (
        thing("i-life-event:birth", "LifeEvent") + thing("i-service:passport", "Service"),
        entry_point("desk", "dg:lifeEvent i-life-event:birth", "dg:serviceProvided i-service:passport"),
    )
    assert told(written(tmp_path, *parts).impact("desk"), "ways") == {"birth": "no-way", "passport": "no-way"}


def test_who_keeps_only_digital_ways_is_named_apart(tmp_path: Path) -> None:
    parts = (
        thing("c-audience:elderly", "Audience") + thing("i-channel:site", "Channel") + thing("i-channel:c", "Channel"),
        entry_point("counter", "dg:audience c-audience:elderly")
        + entry_point("portal", "dg:audience c-audience:elderly"),
        channel_use("visit", "counter", "c", False) + channel_use("click", "portal", "site", True),
    )
    inventory = written(tmp_path, *parts)
    found = inventory.impact("counter")
    assert told(found, "ways") == {"elderly": "keeps-way"}
    assert told(found, "digital") == {"elderly": "no-way-without-skill"}
    assert remains(found, "digital", "elderly") == ["portal"]
    assert told(inventory.impact("portal"), "digital") == {}


def test_a_hop_from_a_site_alone_is_no_way_without_digital_skill(tmp_path: Path) -> None:
    parts = (
        thing("c-topic:care", "Topic") + thing("i-channel:site", "Channel") + thing("i-channel:counter", "Channel"),
        organisations("a") + entry_point("desk", f"dg:provider {A}") + entry_point("portal"),
        channel_use("visit", "desk", "counter", False) + channel_use("click", "portal", "site", True),
        hop("i-entry-point:portal", A, CARE),
    )
    assert "care" not in told(written(tmp_path / "site", *parts).impact("a"), "digital")
    phone = channel_use("call", "portal", "counter", False)
    assert told(written(tmp_path / "phone", *parts, phone).impact("a"), "digital")["care"] == "no-way-without-skill"


def test_a_party_that_also_sends_on_from_another_line_keeps_a_destination(tmp_path: Path) -> None:
    line = thing("i-support-line:line", "SupportLine", f"dg:provider {A}", "dg:status c-status:operational")
    hops = hop(A, B) + hop("i-support-line:line", C)
    found = written(tmp_path, organisations("a", "b", "c"), line, hops).impact("b")
    assert told(found, "senders") == {"a-to-b": "nowhere", "a": "keeps-destination"}


def test_hops_there_lead_nowhere_and_who_had_no_other_destination_is_told(tmp_path: Path) -> None:
    hops = hop(A, C) + hop(B, C) + hop(B, A)
    found = written(tmp_path, organisations("a", "b", "c"), hops).impact("c")
    assert told(found, "senders") == {
        "a-to-c": "nowhere",
        "b-to-c": "nowhere",
        "a": "no-destination",
        "b": "keeps-destination",
    }
    assert remains(found, "senders", "b") == ["b-to-a"]


def test_a_hop_takes_only_itself(tmp_path: Path) -> None:
    hops = hop(A, B, 'dg:hedge "soms"@nl', segment="4-2") + hop(C, B)
    found = written(tmp_path, organisations("a", "b", "c"), hops).impact("a-to-b")
    assert told(found, "gone") == {"a-to-b": "hop"}
    assert told(found, "senders") == {"a": "no-destination"}
    assert told(found, "unreachable") == {}
    loss = found.of("gone")[0]
    assert (loss.hedges, loss.segments) == (("soms",), ("4-2",))


def test_who_is_reached_by_nothing_else_is_told(tmp_path: Path) -> None:
    hops = hop(A, B) + hop(A, C) + hop(B, C)
    found = written(tmp_path, organisations("a", "b", "c"), hops).impact("a")
    assert told(found, "unreachable") == {"b": "unreachable"}
    has_desk = entry_point("desk", f"dg:provider {B}")
    assert told(written(tmp_path, organisations("a", "b", "c"), hops, has_desk).impact("a"), "unreachable") == {}


def test_a_line_without_a_way_in_is_told(tmp_path: Path) -> None:
    line = thing("i-support-line:first", "SupportLine", f"dg:provider {A}", "dg:status c-status:operational")
    desk = entry_point("desk", f"dg:provider {A}", "dg:supportLine i-support-line:first")
    phone = entry_point("phone", f"dg:provider {A}", "dg:supportLine i-support-line:first")
    found = written(tmp_path / "one", organisations("a"), line, desk).impact("desk")
    assert told(found, "unreachable")["first"] == "line-without-way"
    found = written(tmp_path / "two", organisations("a"), line, desk, phone).impact("desk")
    assert "first" not in told(found, "unreachable")


def test_a_second_line_loses_the_first_that_leads_to_it(tmp_path: Path) -> None:
    status = "dg:status c-status:operational"
    first = thing("i-support-line:first", "SupportLine", status, "dg:nextLine i-support-line:second")
    found = written(tmp_path, first, thing("i-support-line:second", "SupportLine", status)).impact("first")
    assert told(found, "unreachable") == {"second": "line-without-way"}


def test_a_team_or_role_takes_the_hops_to_it_along(tmp_path: Path) -> None:
    team = thing("i-team:team", "Team", "dg:status c-status:operational")
    found = written(tmp_path, organisations("a"), team, hop(A, "i-team:team")).impact("team")
    assert told(found, "gone") == {"a-to-team": "hop-to"}
    assert told(found, "senders") == {"a-to-team": "nowhere", "a": "no-destination"}


def test_what_leans_on_it_stays_and_is_told(tmp_path: Path) -> None:
    parts = organisations("a", "b"), entry_point("counter", f"dg:provider {A}", f"dg:operatedBy {B}")
    found = written(tmp_path, *parts).impact("b")
    assert told(found, "leaning") == {"counter": "operated"}
    assert told(found, "gone") == {}


def test_circles_through_it_end_unless_another_hop_closes_them(tmp_path: Path) -> None:
    parts = organisations("a", "b"), hop(A, B), hop(B, A)
    found = written(tmp_path / "one", *parts).impact("a-to-b")
    assert [loss.item.label for loss in found.of("circles")] == ["a → b → a"]
    again = hop(A, B).replace("i-route:a-to-b ", "i-route:again ")
    assert written(tmp_path / "two", *parts, again).impact("a-to-b").of("circles") == ()


def test_a_circle_by_name_goes_on_by_what_is_presumed_of_the_kind(tmp_path: Path) -> None:
    parts = archetype("agency"), archetype("town"), organisations("a", of="agency")
    named = hop("i-archetype:town", A) + hop(A, "i-archetype:town")
    kind = hop("i-archetype:town", "i-archetype:agency")
    inventory = written(tmp_path, *parts, named, kind)
    assert inventory.impact("town-to-a").of("circles") == ()
    assert len(inventory.impact("a-to-town").of("circles")) == 1


def test_of_a_kind_it_is_said_that_its_organisations_remain(tmp_path: Path) -> None:
    inventory = written(tmp_path, archetype("town"), organisations("a", "b", of="town"), hop("i-archetype:town", C))
    found = inventory.impact("town")
    assert found.of_the_kind == 2
    assert "organisations, narrower kinds and groups of it remains" in write_impact(found, "markdown").decode()
    assert inventory.impact("a").presuming == 1


def test_what_is_not_in_operation_is_said_to_be_no_way_in_today(tmp_path: Path) -> None:
    parts = thing("c-topic:care", "Topic"), organisations("a", "b"), entry_point("desk", CARE, status="planned")
    inventory = written(tmp_path, *parts, hop(A, B, CARE, status="ended"))
    status = inventory.impact("desk").idle
    assert (
        f"desk is not in operation ({status}), so no way in today."
        in write_impact(inventory.impact("desk"), "table").decode()
    )
    for name in ("desk", "a-to-b"):
        assert [loss.group for loss in inventory.impact(name).losses if loss.group != "gone"] == []


def test_what_cannot_go_or_is_unknown_is_refused(tmp_path: Path) -> None:
    inventory = written(tmp_path, thing("c-topic:care", "Topic"), organisations("northdam"))
    with pytest.raises(ImpactError, match="care cannot go"):
        inventory.impact("care")
    with pytest.raises(UnknownNameError, match="northdam"):
        inventory.impact("nortdam")


@pytest.fixture(scope="module")
def inventory() -> Inventory:
    return Inventory.load(lang="en")


def test_without_the_national_environment_desk_those_of_municipalities_remain_and_the_circle_ends(
    inventory: Inventory,
) -> None:
    found = inventory.impact("environment-desk")
    assert told(found, "ways")["spatial-domain"] == "keeps-way"
    assert [loss.about for loss in found.of("circles")] == ["stated: named as a circle"]
    assert told(found, "senders")["municipality-to-environment-desk"] == "nowhere"
    assert told(found, "leaning") == {"municipality-environment-desk": "connected"}


def test_without_1400_informatie_rijksoverheid_keeps_only_a_site(inventory: Inventory) -> None:
    found = inventory.impact("1400")
    assert told(found, "digital")["informatie-rijksoverheid"] == "no-way-without-skill"
    assert [each.label for loss in found.of("ways") for each in loss.remains] == ["information at Rijksoverheid.nl"]


def test_a_gp_who_no_longer_refers_still_guides(inventory: Inventory) -> None:
    found = inventory.impact("gp-refers-to-municipality")
    assert "gp-guides-to-municipality" in remains(found, "senders", "gp")


@pytest.mark.parametrize("name", ["municipality", "Belastingdienst", "CBR", "svb-phone", "rijksoverheid.nl", "KVK"])
def test_what_is_counted_is_consistent(inventory: Inventory, name: str) -> None:
    found = inventory.impact(name)
    gone = {loss.item.iri for loss in found.of("gone")} | {found.item.iri}
    for loss in found.losses:
        assert loss.group in GROUPS
        assert gone.isdisjoint(each.iri for each in loss.remains)
        if loss.group in ("ways", "digital", "unreachable"):
            assert loss.item.iri not in gone
            assert gone.issuperset(each.iri for each in loss.lost)
        if loss.kind in ("no-way", "no-destination"):
            assert loss.remains == ()
        if loss.kind in ("keeps-way", "keeps-destination", "broader-way"):
            assert loss.remains


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_format_tells_the_same_losses(lang: str, format_name: str) -> None:
    found = Inventory.load(lang=lang).impact("environment-desk")
    content = write_impact(found, format_name)
    if format_name == "xlsx":
        words = "\n".join(str(cell.value) for row in openpyxl.load_workbook(io.BytesIO(content)).active for cell in row)
    else:
        words = html.unescape(content.decode())
    for loss in found.losses:
        assert loss.item.label.replace("(", "\\(") in words or loss.item.label in words
    assert content == write_impact(found, format_name)


def test_for_reading_each_kind_of_loss_is_cut_with_a_statement_and_csv_is_not(inventory: Inventory) -> None:
    found = inventory.impact("municipality")
    text = write_impact(found, "table", limit=2).decode()
    entries = [loss for loss in found.of("gone") if loss.kind == "entry-point"]
    assert f"Left out: 'entry point goes' {len(entries) - 2} times more." in text
    assert text.count("entry point goes  ") == 2
    rows = [*csv.DictReader(io.StringIO(write_impact(found, "csv", limit=2).decode()))]
    assert len(rows) == len(found.losses)
    assert rows[0]["item"].startswith("https://w3id.org/dienstgraaf/id/")
    document = json.loads(write_impact(found, "json"))
    assert [loss["kind"] for loss in document["losses"]] == [loss.kind for loss in found.losses]


def test_nothing_is_said_to_be_absent_that_is_only_not_stated(inventory: Inventory) -> None:
    text = write_impact(inventory.impact("environment-desk"), "table").decode()
    assert "no other way is stated" in text
    assert "That no other way is stated does not say that there is none." in text
    assert "Nothing, as far as stated." in text
