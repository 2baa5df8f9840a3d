"""`dienstgraaf export`: what people type, and what they are told."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest


def test_the_profiles_are_listed(run):
    assert "cpsv-ap" in run("export", "--list").stdout


def test_a_file_is_written_and_told_of(run, tmp_path):
    result = run("export", "cpsv-ap", "--provider", "SVB", "-o", tmp_path / "o.jsonld")
    assert result.exit_code == 0
    assert "triples mapped, and written as jsonld to" in result.stderr
    assert json.loads((tmp_path / "o.jsonld").read_text("utf-8"))["@graph"]


def test_without_a_file_it_goes_to_standard_output(run):
    assert "a cpsv:PublicService" in run("export", "cpsv-ap", "--lang", "nl").stdout


def test_the_report_counts_what_is_lost(run):
    document = json.loads(run("export", "cpsv-ap", "--report", "--format", "json").stdout)
    assert document["profile"] == "cpsv-ap"
    assert "Nuanceringen" in run("export", "cpsv-ap", "--report", "--lang", "nl").stdout


def test_unknown_names_are_misuse_and_suggest(run, tmp_path):
    for args, words in (
        ((), "name a profile"),
        (("cpsv",), "Did you mean: cpsv-ap?"),
        (("cpsv-ap", "--format", "turtel"), "Did you mean: turtle?"),
        (("cpsv-ap", "--provider", "SVG"), "Did you mean: SVB"),
        (("cpsv-ap", "-o", tmp_path / "o.xyz"), "tells no format of this profile; choose from: .ttl (turtle)"),
        (("table", "-o", tmp_path / "o.csv"), "choose from: FOLDER (csvw), .xlsx (xlsx)"),
        (("nl-sbb", "--provider", "SVB"), "leave out --provider"),
        (("dcat-ap-nl", "--provider", "SVB"), "has nothing of https://w3id.org/dienstgraaf/id/organisation/svb"),
        (("cpsv-ap", "--provider", "municipality"), "add --archetypes"),
        (("cpsv-ap", "--report", "--provider", "municipality"), "add --archetypes"),
        (("cpsv-ap", "--report", "--official", tmp_path), "leave out --official"),
        (("cpsv-ap", "--report", "--no-check"), "leave out --no-check"),
    ):
        result = run("export", *args)
        assert (result.exit_code, result.stdout) == (2, "")
        assert words in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_what_violates_a_rule_is_told_and_gives_exit_code_1(run, tmp_path):
    (tmp_path / "own.ttl").write_text(
        """
        @prefix dg: <https://w3id.org/dienstgraaf/def#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        <https://example.org/town> a dg:Organisation ; rdfs:label "stad"@nl, "dorp"@nl ;
          dg:organisationKind <https://w3id.org/dienstgraaf/concept/organisation-kind/municipality> .
        """,
        encoding="utf-8",
    )
    output = tmp_path / "o.ttl"
    result = run("export", "cpsv-ap", "--data", tmp_path, "--only-data", "-o", output)
    assert result.exit_code == 1
    assert "nothing written" in result.stderr
    assert not output.exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_a_full_standard_output_is_told() -> None:
    command = [sys.executable, "-m", "dienstgraaf", "--lang", "en", "export", "org"]
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert result.returncode == 2
    assert result.stderr.startswith("error: cannot write -: No space left on device")
