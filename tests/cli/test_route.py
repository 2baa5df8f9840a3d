"""`dienstgraaf route` and `dienstgraaf reach` as people type them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest


def test_a_route_is_printed_as_text_and_says_who_calls_it_a_life_event(run) -> None:
    done = run("route", "overlijden", "--lang", "nl")
    assert done.exit_code == 0
    assert done.stdout.startswith("Route: overlijden (door de bron een levensgebeurtenis genoemd)\n")
    assert "nabestaandendesk van een gemeente" in done.stdout
    assert "grouped as a life event by this project" in run("route", "divorce", "--lang", "en").stdout


@pytest.mark.parametrize(
    ("name", "begins"), [("r.svg", "<?xml"), ("r.html", "<!DOCTYPE html>"), ("r.json", "{"), ("r.mmd", "---")]
)
def test_the_name_of_the_file_decides_the_form(run, tmp_path: Path, name: str, begins: str) -> None:
    done = run("route", "pensioen", "-o", tmp_path / name)
    assert (done.exit_code, done.stdout) == (0, "")
    assert (tmp_path / name).read_text("utf-8").startswith(begins)


def test_a_route_narrowed_by_options_says_so_in_the_data(run) -> None:
    done = run("route", "ondernemer", "--audience", "non-digital", "--provider", "Belastingdienst", "--format", "json")
    document = json.loads(done.stdout)
    assert document["provider"]["iri"].endswith("/organisation/belastingdienst")
    assert document["audience"]["iri"].endswith("/audience/non-digital")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("route", "overleiden"), "overlijden"),
        (("route", "xyzzy"), "Choose from"),
        (("route", "death", "--provider", "svbb"), "SVB"),
        (("route", "death", "--format", "xlsx"), "choose from text, json, mermaid, svg, html"),
        (("route",), "LIFE_EVENT"),
        (("reach", "--format", "svg"), "does not fit reach"),
    ],
)
def test_a_wrong_word_is_answered_with_what_would_do(run, arguments: tuple[str, ...], told: str) -> None:
    done = run(*arguments, "--lang", "en")
    assert done.exit_code == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_reach_tells_how_far_each_party_is_and_where_no_way_is_stated(run) -> None:
    rows = run("reach", "--format", "csv", "--lang", "en").stdout.splitlines()
    assert "entrepreneurs without staff,Tax and Customs Administration,not stated,,,," in rows
    (row,) = [row for row in rows if row.startswith("living abroad,")]
    assert ",1,living abroad → contact centre for people from abroad," in row
