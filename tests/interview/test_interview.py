"""The interview guide put to providers: every question answered or visibly not, with grounds, in every form."""

from __future__ import annotations

import csv
import io
import json
import re
from functools import cache

import openpyxl
import pytest

from dienstgraaf import Inventory
from dienstgraaf.interview import FORMATS, GuideError, Interview, write_comparison, write_interview
from dienstgraaf.questions import ParameterError

AGENCIES = ("Belastingdienst", "CAK", "CBR", "CIZ", "CJIB", "DUO", "IND", "Logius", "RDW", "SVB")


@cache
def inventory(lang: str = "en") -> Inventory:
    return Inventory.load(lang=lang)


@cache
def interviewed(name: str, presumed: bool = False) -> Interview:
    return inventory().interview(name, presumed)


def answers(found: Interview) -> dict[str, list[str]]:
    """By reference the answers, without what is not stated."""
    return {
        reply.question.reference: [ground.answer_label for ground in reply.grounds]
        for reply in found.replies
        if reply.is_stated
    }


def grounds(found: Interview, reference: str) -> list[str]:
    return [
        ground.label for reply in found.replies if reply.question.reference == reference for ground in reply.grounds
    ]


def test_the_guide_has_its_eighteen_questions_in_order_and_four_audiences_in_the_thirteenth() -> None:
    asked = [reply.question for reply in interviewed("municipality").replies]
    assert [*dict.fromkeys(question.number for question in asked)] == list(range(1, 19))
    thirteenth = [
        question.audience.rsplit("/", 1)[1] for question in asked if question.number == 13 and question.audience
    ]
    assert thirteenth == ["non-digital", "low-literate", "non-native-speaker", "not-bureaucratically-skilled"]


def test_a_municipality_in_general_has_an_answer_with_grounds_to_at_least_sixteen() -> None:
    found = interviewed("municipality")
    assert (found.stated >= 16, found.total) == (True, 18)
    for reply in found.replies:
        for ground in reply.grounds:
            assert bool(ground.iri) == bool(ground.basis)
            assert ground.segments or not ground.iri


@pytest.mark.parametrize("name", AGENCIES)
def test_each_interviewed_agency_has_answers_and_the_rest_is_visibly_not_stated(name: str) -> None:
    found = interviewed(name)
    assert found.stated >= 4
    for reply in found.replies:
        assert reply.is_stated or {ground.answer_label for ground in reply.grounds} == {"not stated"}


def test_aftercare_of_municipalities_is_there_and_in_simple_cases_expressly_not() -> None:
    assert {"yes", "no"} <= set(answers(interviewed("municipality"))["17.1"])


def test_what_is_planned_is_no_yes_but_is_shown_with_its_status() -> None:
    rows = [
        ground
        for reply in interviewed("Belastingdienst").replies
        if reply.question.reference == "17.1"
        for ground in reply.grounds
    ]
    assert {(ground.answer_label, ground.status) for ground in rows} == {("not stated", "planned")}


def test_a_municipality_by_name_gets_presumptions_only_when_asked_for() -> None:
    without, presumed = interviewed("gemeente Amsterdam"), interviewed("gemeente Amsterdam", True)
    bases = {ground.basis for reply in without.replies for ground in reply.grounds}
    assert "presumed" not in bases
    assert presumed.stated > without.stated
    assert "presumed" in {ground.basis for reply in presumed.replies for ground in reply.grounds}


def test_who_sends_people_and_whom_it_sends_on_do_not_mix() -> None:
    found = interviewed("RDW")
    incoming, onward = grounds(found, "1.2"), grounds(found, "11.2")
    assert any("PostNL" in label for label in incoming)
    assert any("CBR" in label for label in onward)
    assert any("CJIB" in label for label in onward)
    assert set(incoming).isdisjoint(onward)


def test_an_unknown_organisation_is_refused_with_what_is_near() -> None:
    with pytest.raises(ParameterError, match="Belastingdienst"):
        inventory().interview("Belastingdients")


def test_data_without_a_guide_say_so(small) -> None:
    with pytest.raises(GuideError, match="no interview guide"):
        Inventory.load(small, only_data=True).interview("North")


@pytest.mark.parametrize("format_name", FORMATS)
def test_every_format_names_every_question_and_each_provider(format_name: str) -> None:
    both = [interviewed("SVB"), interviewed("RDW")]
    for content in (write_interview(both[0], format_name), write_comparison(both, format_name)):
        if format_name == "xlsx":
            book = openpyxl.load_workbook(io.BytesIO(content))
            words = "\n".join(str(cell.value) for sheet in book for row in sheet for cell in row)
        else:
            words = content.decode()
        for reply in both[0].replies:
            assert reply.question.label in words.replace("&#39;", "'").replace("\\", "")
        assert "Social Insurance Bank" in words or format_name in ("table", "csv", "markdown")


def test_a_csv_has_one_row_a_ground() -> None:
    found = interviewed("SVB")
    rows = list(csv.DictReader(io.StringIO(write_interview(found, "csv").decode())))
    assert len(rows) == sum(len(reply.grounds) for reply in found.replies)
    card = next(row for row in rows if "handwritten" in row["ground"])
    assert (card["reference"], card["answer"], card["segments"]) == ("6", "yes", "4.2-04")


def test_a_json_has_full_iris() -> None:
    document = json.loads(write_interview(interviewed("SVB"), "json"))
    assert document["provider"]["iri"] == "https://w3id.org/dienstgraaf/id/organisation/svb"
    stated = [each for reply in document["replies"] for each in reply["answers"] if each["ground"]]
    assert all(each["ground"]["iri"].startswith("https://w3id.org/dienstgraaf/id/") for each in stated)


def test_a_workbook_is_ready_to_hand_on() -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_comparison([interviewed("SVB"), interviewed("RDW")], "xlsx")))
    assert book.sheetnames == ["Answers", "Grounds", "Sources"]
    for sheet in book:
        assert sheet.freeze_panes == ("D2" if sheet.title == "Answers" else "A2")
        assert sheet.auto_filter.ref
        assert all(4 <= column.width <= 62 for column in sheet.column_dimensions.values())
        assert sheet["A1"].font.bold
    sources = {str(row[0].value): str(row[1].value) for row in book["Sources"]}
    assert sources["4.2-04"] == "4.2"


def test_a_page_needs_nothing_else_and_speaks_the_language_asked_for() -> None:
    page = write_interview(inventory("nl").interview("SVB"), "html").decode()
    assert page.startswith('<!DOCTYPE html>\n<html lang="nl">')
    assert not re.search(r"<(?:script|link|img|iframe)|url\(|@import|https?://", page)
    assert "niet gesteld" in page
    assert "In circa" not in page
    assert page.count('scope="row"') == len(interviewed("SVB").replies)


def test_names_in_data_are_escaped_in_a_page() -> None:
    found = interviewed("SVB")
    odd = Interview(found.provider, "<b>x</b>", "en", found.replies)
    assert "<b>x</b>" not in write_interview(odd, "html").decode()
