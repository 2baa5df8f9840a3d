"""`dienstgraaf matrix`, as a user runs it."""

from __future__ import annotations

import csv
import io
from pathlib import Path


def test_a_matrix_tells_its_signs_and_ends_with_how_many_gaps_there_are(run) -> None:
    result = run("matrix")
    assert result.exit_code == 0
    assert "no phone and no desk stated" in result.stdout
    assert "no phone is stated here" in result.stdout
    assert "with no phone and no desk stated" in result.stderr


def test_the_extension_chooses_the_format(run, tmp_path: Path) -> None:
    starts = {"a.html": b"<!DOCTYPE html>", "a.svg": b"<svg ", "a.xlsx": b"PK", "a.md": b"| ", "a.csv": b"kind,topic,"}
    for name, start in starts.items():
        assert run("matrix", "--provider", "SVB", "-o", tmp_path / name).exit_code == 0
        assert (tmp_path / name).read_bytes().startswith(start)


def test_provider_and_audience_narrow_and_by_audience_splits(run) -> None:
    narrow = run("matrix", "--provider", "Belastingdienst", "--audience", "self-employed person", "--format", "csv")
    assert narrow.exit_code == 0
    assert "in some cases expressly no desk" in narrow.stdout
    split = run("matrix", "--by", "audience", "--format", "csv", "--lang", "nl").stdout
    assert split.startswith("kind,topic,topicLabel,audience,audienceLabel,")
    assert "inwoner" in split


def test_presumptions_come_only_when_asked_for(run) -> None:
    without = run("matrix", "--provider", "gemeente Amsterdam", "--format", "csv").stdout
    presumed = run("matrix", "--provider", "gemeente Amsterdam", "--presumed", "--format", "csv").stdout
    assert "?" not in without
    assert "4?" in presumed


def test_the_grounds_can_be_had_by_themselves(run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("matrix", "--provider", "SVB", "--grounds", "--format", "csv").stdout)))
    assert {row["mark"] for row in rows} >= {"offered", "○ in general", "→ outgoing"}
    assert all(row["fact"].startswith("https://") and row["segments"] for row in rows)
    wrong = run("matrix", "--grounds", "--format", "svg")
    assert (wrong.exit_code, "does not fit matrix --grounds" in wrong.stderr) == (2, True)


def test_a_wrong_name_or_option_is_misuse(run) -> None:
    wrong = run("matrix", "--provider", "SVP")
    assert (wrong.exit_code, "SVB" in wrong.stderr) == (2, True)
    assert run("matrix", "--audience", "nobody at all").exit_code == 2
    assert run("matrix", "--by", "provider").exit_code == 2
    assert run("matrix", "--format", "turtle").exit_code == 2
