"""`dienstgraaf circles` and `dienstgraaf impact`, as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest


def test_circles_end_with_how_many_there_are(run) -> None:
    result = run("circles")
    assert result.exit_code == 0
    assert "municipality (kind) → environment desk (national) → municipality (kind)" in result.stdout
    assert "are stated, the others possible." in result.stderr


def test_what_the_limit_leaves_out_is_said(run) -> None:
    result = run("circles", "--limit", "1", "--lang", "nl", "--format", "csv")
    assert len(result.stdout.splitlines()) == 2
    assert "Weggelaten na de eerste 1: " in result.stderr
    document = json.loads(run("circles", "--length", "2", "--limit", "0", "--format", "json").stdout)
    assert (document["length"], document["leftOut"]) == (2, {})
    assert {circle["length"] for circle in document["circles"]} == {2}


def test_an_inventory_without_circles_says_that_there_are_none(on_small) -> None:
    result = on_small("circles")
    assert (result.exit_code, "0 circles of at most 4 steps" in result.stderr) == (0, True)


@pytest.mark.parametrize("args", [("--length", "1"), ("--limit", "-1"), ("--length", "few"), ("--format", "turtle")])
def test_circles_that_cannot_be_are_misuse(run, args: tuple[str, ...]) -> None:
    result = run("circles", *args)
    assert (result.exit_code, "error: " in result.stderr) == (2, True)


def test_what_is_no_number_is_refused_in_the_readers_language(run) -> None:
    assert "fout: --length: geef een geheel getal" in run("circles", "--length", "veel", "--lang", "nl").stderr


def test_impact_speaks_in_groups_and_of_what_is_stated(run) -> None:
    result = run("impact", "municipality-bereavement-desk")
    assert result.exit_code == 0
    for heading in ("What goes with it", "Who or what loses a way in", "Who was sent there", "Circles that end"):
        assert f"\n{heading}" in result.stdout
    assert "no other way is stated" in result.stdout
    assert "geen andere weg gesteld" in run("impact", "municipality-bereavement-desk", "--lang", "nl").stdout


def test_names_are_found_as_elsewhere(run) -> None:
    told = {
        run("impact", name, "--format", "csv").stdout
        for name in ("SVB", "i-organisation:svb", "sociale verzekeringsbank")
    }
    assert len(told) == 1


def test_a_wrong_name_is_misuse_with_what_is_near(run) -> None:
    wrong = run("impact", "Belastingdients")
    assert (wrong.exit_code, "Belastingdienst" in wrong.stderr) == (2, True)
    topic = run("impact", "c-topic:care")
    assert (topic.exit_code, "cannot go" in topic.stderr) == (2, True)
    assert run("impact").exit_code == 2
    assert run("impact", "SVB", "--limit", "-1").exit_code == 2


def test_the_extension_chooses_the_format(run, tmp_path: Path) -> None:
    for name, start in (
        ("a.html", b"<!DOCTYPE html>"),
        ("a.xlsx", b"PK"),
        ("a.md", b""),
        ("a.tsv", b"?"),
        ("a.json", b"{"),
    ):
        for args in (("circles",), ("impact", "CBR")):
            assert run(*args, "-o", tmp_path / name).exit_code == 0
            assert (tmp_path / name).read_bytes().startswith(start)
