"""`dienstgraaf map`, as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest


def test_the_table_tells_who_guides_to_whom_and_counts(run) -> None:
    result = run("map")
    assert result.exit_code == 0
    assert any(
        line.startswith("library") and "guidance" in line and "3.1-14" in line for line in result.stdout.splitlines()
    )
    assert " parties, " in result.stderr


def test_the_extension_chooses_the_format(run, tmp_path: Path) -> None:
    starts = {
        "m.svg": b"<?xml",
        "m.html": b"<!DOCTYPE html>",
        "m.mmd": b"---\ntitle:",
        "m.graphml": b"<graphml",
        "m.csv": b"from,",
    }
    for name, start in starts.items():
        assert run("map", "--around", "SVB", "-o", tmp_path / name).exit_code == 0
        assert (tmp_path / name).read_bytes().startswith(start)


def test_around_takes_any_name_of_a_provider_or_place_in_either_language(run) -> None:
    by_label = run("map", "--around", "Social Insurance Bank", "--format", "json")
    assert run("map", "--around", "svb", "--format", "json").stdout == by_label.stdout
    place = json.loads(run("map", "--around", "Bureau Belgische Zaken", "--lang", "nl", "--format", "json").stdout)
    assert place["around"] == json.loads(by_label.stdout)["around"]
    assert place["hops"] == 1


def test_what_is_left_out_of_a_picture_is_told(run) -> None:
    result = run("map", "--format", "mermaid", "--limit", "5")
    assert result.exit_code == 0
    assert "left out to stay readable" in result.stderr
    assert "left out" not in run("map", "--format", "mermaid").stderr


def test_kinds_choose_what_is_mapped(run) -> None:
    found = json.loads(
        run("map", "--kinds", "toeleiding", "--kinds", "outreach", "--format", "json", "--lang", "nl").stdout
    )
    assert {link["kind"]["slug"] for link in found["links"]} == {"guidance", "outreach"}


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["--around", "SVP"], "SVB"),
        (["--around", ""], "around"),
        (["--kinds", "forwardin"], "forwarding"),
        (["--hops", "0"], "at least 1"),
        (["--hops", "many"], "hops"),
        (["--format", "turtle"], "graphml"),
    ],
)
def test_wrong_use_names_the_remedy(run, args: list[str], told: str) -> None:
    result = run("map", *args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


def test_the_small_inventory_without_hops_has_an_empty_map(on_small) -> None:
    result = on_small("map", "--format", "csv")
    assert result.exit_code == 0
    assert "Not stated" in result.stderr or result.stdout.count("\n") > 1
