"""What stands in the cells of a matrix: what works, what does not, what is denied, and what is a gap."""

from __future__ import annotations

import json

import pytest

from dienstgraaf import Inventory
from dienstgraaf.matrix import Matrix, Row
from dienstgraaf.matrix.wording import cell_text, gap_words, is_gap
from dienstgraaf.questions import ParameterError


def row(matrix: Matrix, subject: str, audience: str | None = None) -> Row:
    (found,) = (
        each
        for each in matrix.rows
        if each.subject.label == subject and (each.audience.label if each.audience else None) == audience
    )
    return found


def cells(matrix: Matrix, subject: str, audience: str | None = None) -> dict[str, str]:
    """The signs of a row by short name of the column, without the empty ones."""
    found = row(matrix, subject, audience)
    texts = {
        column.name: cell_text(cell, is_gap(found, column))
        for column, cell in zip(matrix.columns, found.cells, strict=True)
    }
    return {name: signs for name, signs in texts.items() if signs}


def gaps(matrix: Matrix, subject: str, audience: str | None = None) -> str:
    return gap_words(row(matrix, subject, audience), "en", matrix.columns)


def test_rows_are_life_events_topics_and_what_is_not_restricted(town: Inventory) -> None:
    found = town.matrix()
    assert [(each.kind, each.subject.label) for each in found.rows] == [
        ("life-event", "divorce"),
        ("topic", "parking"),
        ("topic", "taxes"),
        ("topic", "waste"),
        ("any", "any topic, or not restricted"),
    ]


def test_columns_are_main_kinds_with_the_ways_to_a_person_first(town: Inventory) -> None:
    names = [column.name for column in town.matrix().columns]
    assert names == ["counter", "telephone", "video-call", "website", "post", "fax", "channel-not-stated"]
    assert [column.need for column in town.matrix().columns][:2] == ["desk", "phone"]


def test_a_use_counts_where_it_works_and_shows_whether_it_is_hedged_to_come_or_general(town: Inventory) -> None:
    assert cells(town.matrix(), "parking") == {
        "counter": "1~",
        "telephone": "○1",
        "video-call": "△1",
        "website": "1",
    }


def test_a_gap_is_told_in_words_and_only_where_nothing_is_stated(town: Inventory) -> None:
    found = town.matrix()
    assert gaps(found, "taxes") == "no phone and no desk stated"
    assert cells(found, "taxes") == {"counter": "!", "telephone": "!"}
    assert gaps(found, "parking") == "no phone stated for it, only in general"
    assert found.gaps == 1


def test_a_way_in_without_a_stated_channel_is_said_beside_the_gap(town: Inventory) -> None:
    found = town.matrix()
    assert cells(found, "divorce")["channel-not-stated"] == "1"
    assert gaps(found, "divorce").endswith("; but 1 way in without a stated channel")
    assert gaps(found, "divorce").startswith("no desk stated; no phone stated for it, only in general")


def test_what_is_general_counts_only_for_a_provider_that_the_topic_concerns(town: Inventory) -> None:
    assert "○" not in "".join(cells(town.matrix(), "taxes").values())
    assert cells(town.matrix(), "waste")["telephone"] == "○1"


def test_what_a_provider_sends_is_no_way_in(town: Inventory) -> None:
    found = town.matrix()
    assert cells(found, "waste")["post"] == "→1"
    assert row(found, "waste").without_digital_skill == "general"


def test_a_no_is_another_mark_and_not_a_gap_in_the_source(town: Inventory) -> None:
    office = town.matrix("Office")
    assert cells(office, "any topic, or not restricted") == {"counter": "! ✗1", "telephone": "!"}
    assert gaps(office, "taxes") == "expressly no desk; no phone stated"


def test_a_no_of_one_provider_does_not_speak_for_all(town: Inventory) -> None:
    found = town.matrix()
    assert cells(found, "any topic, or not restricted")["counter"] == "! ✗1"
    assert gaps(found, "any topic, or not restricted").startswith("no desk stated; in some cases expressly no")
    assert gaps(found, "taxes") == "no phone and no desk stated"


def test_a_conditional_no_does_not_deny_a_whole_row(town: Inventory) -> None:
    found = town.matrix("TWN")
    assert cells(found, "any topic, or not restricted")["telephone"] == "1 ✗1"
    assert dict(row(found, "any topic, or not restricted").needs)["phone"] == "stated"
    assert gaps(found, "any topic, or not restricted") == "no desk stated; in some cases expressly no phone"


def test_a_no_to_some_people_about_anything_stands_in_a_topic_only_for_them(load) -> None:
    denied = load("""
        ex:no-desk-for-some a dg:Absence ; rdfs:label "no desk for some"@en ; dg:provider ex:town ;
            dg:absentKind c-channel-type:counter ; dg:audience c-audience:entrepreneur .
    """)
    assert cells(denied.matrix("TWN"), "waste")["counter"] == "!"
    assert cells(denied.matrix("TWN"), "any topic, or not restricted")["counter"] == "! ✗1"
    found = denied.matrix("TWN", audience="entrepreneur")
    assert cells(found, "parking", "entrepreneur")["counter"] == "! ○1~ ✗1"
    assert gaps(found, "parking", "entrepreneur").startswith("expressly no desk")


def test_usable_without_digital_skill_is_told_of_what_works(town: Inventory) -> None:
    found = town.matrix()
    assert row(found, "parking").without_digital_skill == "stated"
    assert row(found, "taxes").without_digital_skill == "none"


@pytest.mark.parametrize("name", ["Town", "TWN", "twn", "https://data.example.org/id/town"])
def test_a_provider_is_found_by_each_of_its_names(town: Inventory, name: str) -> None:
    found = town.matrix(name)
    assert found.provider is not None
    assert found.provider.label == "Town"
    assert "taxes" not in [each.subject.label for each in found.rows]


def test_what_follows_is_marked_and_what_is_presumed_comes_only_when_asked_for(town: Inventory) -> None:
    without, presumed = town.matrix("TWN"), town.matrix("TWN", presumed=True)
    assert cells(without, "any topic, or not restricted")["post"] == "1»"
    assert "fax" not in cells(without, "any topic, or not restricted")
    assert cells(presumed, "any topic, or not restricted")["fax"] == "1?"


def test_an_unknown_provider_or_audience_is_refused_with_what_is_near(town: Inventory) -> None:
    with pytest.raises(ParameterError, match="Town"):
        town.matrix("Towm")
    with pytest.raises(ParameterError, match="citizen"):
        town.matrix(audience="citizn")


def test_an_audience_gets_what_is_for_it_and_the_rest_only_in_general(town: Inventory) -> None:
    found = town.matrix(audience="entrepreneur")
    assert found.audience is not None
    assert cells(found, "parking", "entrepreneur") == {
        "counter": "○1~",
        "telephone": "○1",
        "video-call": "△1",
        "website": "1",
    }
    narrower = town.matrix(audience="self-employed person")
    assert cells(narrower, "parking", "self-employed person")["website"] == "○1"
    assert "website" not in cells(town.matrix(audience="citizen"), "parking", "citizen")


def test_by_audience_there_is_a_row_for_each_topic_and_audience(town: Inventory) -> None:
    found = town.matrix(by_audience=True)
    parking = [each.audience.label for each in found.rows if each.subject.label == "parking" and each.audience]
    assert parking == ["entrepreneur", "not restricted"]
    assert cells(found, "parking", "not restricted")["website"] == "◐1"
    assert cells(found, "parking", "entrepreneur")["website"] == "1"
    assert [each.audience.label for each in found.rows if each.subject.label == "waste" and each.audience] == [
        "citizen"
    ]


def test_a_narrower_topic_fills_only_a_part_and_a_broader_one_is_general(load) -> None:
    found = load("""
        ex:permit-desk a dg:EntryPoint ; rdfs:label "permit desk"@en ; dg:provider ex:town ;
            dg:topic c-topic:parking-permits ; dg:status c-status:operational .
        ex:permit-phone a dg:ChannelUse ; rdfs:label "permit phone"@en ; dg:entryPoint ex:permit-desk ;
            dg:channel ex:number ; dg:asksDigitalSkill false ; dg:status c-status:operational .
    """).matrix()
    assert cells(found, "parking")["telephone"] == "◐1 ○1"
    assert cells(found, "parking permits")["counter"] == "○1~"
    assert gaps(found, "parking") == "phone only for a part"


def test_an_entry_point_that_is_not_there_yet_makes_its_channels_no_offer(load) -> None:
    found = load("""
        ex:new-desk a dg:EntryPoint ; rdfs:label "new desk"@en ; dg:provider ex:office ; dg:topic c-topic:taxes ;
            dg:status c-status:under-consideration .
        ex:new-counter a dg:ChannelUse ; rdfs:label "new counter"@en ; dg:entryPoint ex:new-desk ;
            dg:channel ex:counter ; dg:asksDigitalSkill false ; dg:status c-status:operational .
    """).matrix()
    assert cells(found, "taxes")["counter"] == "! △1"
    (ground,) = row(found, "taxes").cells[0].grounds
    assert ground.status is not None
    assert ground.status.label == "under consideration"
    assert row(found, "taxes").without_digital_skill == "none"


def test_a_desk_stands_for_any_contact_in_person(load) -> None:
    found = load("""
        ex:visit-point a dg:EntryPoint ; rdfs:label "visits"@en ; dg:provider ex:office ; dg:topic c-topic:taxes ;
            dg:status c-status:operational .
        ex:visit a dg:ChannelUse ; rdfs:label "visit"@en ; dg:entryPoint ex:visit-point ; dg:channel ex:talk ;
            dg:asksDigitalSkill false ; dg:status c-status:operational .
        ex:talk a dg:Channel ; rdfs:label "talk"@en ; dg:channelType c-channel-type:conversation .
    """).matrix()
    assert gaps(found, "taxes") == "no phone stated"
    assert cells(found, "taxes") == {"conversation": "1", "telephone": "!"}


def test_grounds_carry_iris_hedges_status_and_segments_in_the_order_of_the_source(town: Inventory) -> None:
    document = json.loads(json.dumps(town.matrix().to_json()))
    (parking,) = (each for each in document["rows"] if each["subject"]["label"] == "parking")
    (ground,) = parking["cells"]["counter"]
    assert ground["fact"]["iri"] == "https://data.example.org/id/parking-desk-counter"
    assert ground["entryPoint"]["iri"] == "https://data.example.org/id/parking-desk"
    assert (ground["hedges"], ground["segments"]) == (["meestal"], ["1-01", "1-02", "1-10"])
    assert (ground["mark"], ground["basis"], ground["asksDigitalSkill"]) == ("offered", "stated", False)
    assert ground["status"]["label"] == "operational"
    assert parking["needs"] == {"phone": "general", "desk": "stated"}


def test_the_same_inventory_gives_the_same_matrix(load) -> None:
    assert load().matrix("TWN", presumed=True) == load().matrix("TWN", presumed=True)


def test_of_the_shipped_inventory_every_ground_has_a_segment_and_nothing_planned_is_offered() -> None:
    found = Inventory.load().matrix()
    grounds = [ground for each in found.rows for cell in each.cells for ground in cell.grounds]
    assert len(grounds) > 100
    assert all(ground.segments for ground in grounds)
    works = {"operational", "being scaled up", "being phased out"}
    assert {ground.status.label for ground in grounds if ground.mark == "offered" and ground.status} <= works
    assert any(ground.mark == "other" and ground.status and ground.status.label not in works for ground in grounds)
    assert gaps(found, "digital government") == "no phone and no desk stated"
