"""`dienstgraaf explain`, and what `validate` writes where."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

OWN = """@prefix ex: <http://example.org/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
ex:own a sh:NodeShape ; sh:targetClass ex:T ; sh:property [ sh:path ex:p ; sh:minCount 1 ] .
"""
DATA = "@prefix ex: <http://example.org/> .\nex:a a ex:T .\n"


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, Path]:
    """The options for rules of one's own alone, and a file that breaks one."""
    (tmp_path / "own.ttl").write_text(OWN, "utf-8")
    (tmp_path / "data.ttl").write_text(DATA, "utf-8")
    return str(tmp_path / "own.ttl"), tmp_path / "data.ttl"


def test_a_rule_is_explained_in_the_readers_language(run) -> None:
    english = run("explain", "entry-point-status")
    assert english.exit_code == 0
    assert "To mend it: Choose one status" in english.stdout
    dutch = run("explain", "rule:entry-point-status", "--lang", "nl", "--format", "markdown")
    assert "- Herstel: Kies één status" in dutch.stdout
    assert json.loads(run("explain", "file-empty", "--format", "json").stdout)["severity"] == "warning"


def test_without_a_name_all_rules_are_listed(run) -> None:
    listed = run("explain").stdout
    assert "rule:entry-point-status" in listed
    assert "rule:reference-dangling" in listed


def test_an_unknown_rule_is_misuse_with_a_suggestion(run) -> None:
    result = run("explain", "entry-point-statu")
    assert result.exit_code == 2
    assert "Did you mean: entry-point-status" in result.stderr
    assert result.stdout == ""


def test_a_rule_of_ones_own_is_explained(run, files: tuple[str, Path]) -> None:
    result = run("explain", "own", "--shapes", files[0])
    assert result.exit_code == 0
    assert "has at least 1 value" in result.stdout


def test_rules_of_ones_own_are_checked_besides_or_alone(run, on_small, files: tuple[str, Path]) -> None:
    shapes, data = files
    besides = on_small("validate", data, "--shapes", shapes)
    assert besides.exit_code == 1
    assert "ex:p has at least 1 value" in besides.stdout
    alone = run("validate", data, "--only-shapes", "--shapes", shapes)
    assert alone.exit_code == 1
    assert f"{data}:2:1: violation [<http://example.org/own>] required: ex:p has at least 1 value" in alone.stdout


def test_the_extension_chooses_the_format_of_the_report(run, files: tuple[str, Path], tmp_path: Path) -> None:
    def write(name: str) -> str:
        result = run("validate", files[1], "--only-shapes", "--shapes", files[0], "-o", tmp_path / name)
        assert (result.exit_code, result.stdout) == (1, "")
        return (tmp_path / name).read_text("utf-8")

    assert json.loads(write("report.sarif"))["version"] == "2.1.0"
    assert ElementTree.fromstring(write("report.xml")).tag == "testsuites"
    assert write("report.html").startswith("<!DOCTYPE html>")
    assert write("report.csv").startswith("severity,file,line,column")
