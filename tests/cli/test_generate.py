"""`dienstgraaf generate`, as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest


def test_an_inventory_is_made_and_told(run, tmp_path: Path) -> None:
    result = run("generate", "--municipalities", "2", "--seed", "3", "-o", tmp_path / "made")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("2 municipalities and 0 agencies: ")
    assert len(list((tmp_path / "made" / "municipalities").iterdir())) == 2


def test_the_list_of_errors_stands_beside_the_folder_or_where_it_was_asked(run, tmp_path: Path) -> None:
    result = run("generate", "--errors", "0.1", "-o", tmp_path / "a", "--lang", "nl")
    assert str(tmp_path / "a-errors.csv") in result.stderr.replace("\n", "")
    assert "fouten, in" in result.stderr
    run("generate", "--errors", "0.1", "--error-list", tmp_path / "own.csv", "-o", tmp_path / "b")
    assert (tmp_path / "own.csv").read_bytes() == (tmp_path / "a-errors.csv").read_bytes()


def test_quads_go_to_standard_output_or_a_file(run, tmp_path: Path) -> None:
    piped = run("generate", "-o", "-")
    assert piped.exit_code == 0
    run("generate", "-o", tmp_path / "made.nq")
    assert (tmp_path / "made.nq").read_text(encoding="utf-8") == piped.stdout


def test_the_kinds_of_errors_are_listed_in_the_language_of_the_reader(run) -> None:
    assert "hop-to-itself                  a hop from something to itself\n" in run("generate", "--list-kinds").stdout
    dutch = json.loads(run("generate", "--list-kinds", "--format", "json", "--lang", "nl").stdout)
    assert {"kind": "hop-to-itself", "meaning": "een stap van iets naar zichzelf"} in dutch


@pytest.mark.parametrize(
    ("args", "told"),
    [
        ([], "say with -o where"),
        (["-o", "OCCUPIED"], "exists already"),
        (["-o", "new", "--municipalities", "0"], "at least 1"),
        (["-o", "new", "--municipalities", "many"], "whole number"),
        (["-o", "new", "--errors", "5"], "between 0 and 1"),
        (["-o", "new", "--errors", "0.1", "--kinds", "nonsense"], "--list-kinds"),
        (["-o", "new", "--kinds", "hop-to-itself"], "--errors"),
        (["-o", "new", "--format", "csv"], "turtle, nquads"),
        (["-o", "-", "--format", "nquads", "--errors", "1"], "--error-list"),
        (["-o", "-", "--format", "turtle"], "nquads"),
    ],
)
def test_misuse_is_told_with_what_to_do_and_nothing_is_written(run, tmp_path: Path, args: list[str], told: str) -> None:
    (tmp_path / "OCCUPIED").write_text("mine", encoding="utf-8")
    placed = [str(tmp_path / arg) if arg in ("OCCUPIED", "new") else arg for arg in args]
    result = run("generate", *placed)
    assert result.exit_code == 2
    assert told in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["OCCUPIED"]
