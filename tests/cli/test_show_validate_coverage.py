"""`dienstgraaf show`, `validate`, `coverage`, `fmt` and `dump`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

NORTH = "i-entry-point:north-desk"
TYPO = """@prefix dg: <https://w3id.org/dienstgraaf/def#> .
@prefix i-organisation: <https://w3id.org/dienstgraaf/id/organisation/> .

i-organisation:x dg:abbrevation "X" .
"""


def test_a_card_is_text_json_turtle_or_markdown(on_small, tmp_path: Path) -> None:
    text = on_small("show", "north desk").stdout
    assert text.startswith(f"north desk\n{NORTH}\nis Entry point")
    assert json.loads(on_small("show", NORTH, "--format", "json").stdout)["label"] == "north desk"
    assert on_small("show", NORTH, "--format", "markdown", "--lang", "nl").stdout.startswith("# loket Noord\n")
    assert list(parse(on_small("show", NORTH, "--format", "turtle").stdout.encode(), RdfFormat.TURTLE))
    on_small("show", NORTH, "-o", tmp_path / "card.md")
    assert (tmp_path / "card.md").read_text("utf-8").startswith("# north desk")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["show", "nort desk"], "nothing is called 'nort desk'. Did you mean: north desk"),
        (["show", "board"], "'board' may mean several: Board (i-organisation:dike-board)"),
        (["show", NORTH, "--format", "csv"], "format csv does not fit show; choose from text, json"),
        (["coverage", "--section", "99"], "there is no section '99'"),
        (["validate", "no-such.ttl"], "no-such.ttl does not exist"),
        (["validate", "--format", "xlsx"], "format xlsx does not fit validate"),
        (["validate", "--limit", "-1"], "--limit: -1 will not do"),
        (["validate", "--only-shapes"], "--only-shapes checks against rules of your own alone"),
    ],
)
def test_misuse_is_told_without_a_traceback(on_small, args: list[str], message: str) -> None:
    result = on_small(*args)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "own" / "x.ttl"
    path.parent.mkdir()
    path.write_text(TYPO, "utf-8")
    return path


def test_a_violation_gives_exit_code_one_and_the_message_in_the_readers_language(on_small, wrong: Path) -> None:
    result = on_small("validate", wrong)
    assert result.exit_code == 1
    assert f"{wrong}:4:18: violation [rule:term-undefined] dg:abbrevation is not" in result.stdout
    assert "dg:abbrevation is not defined in the ontology. Did you mean: dg:abbreviation?" in result.stdout
    dutch = on_small("--lang", "nl", "validate", wrong, "--format", "json")
    assert dutch.exit_code == 1
    assert json.loads(dutch.stdout)["conforms"] is False


def test_an_unreadable_file_gives_exit_code_two_and_the_rest_is_checked(on_small, wrong: Path) -> None:
    broken = wrong.with_name("broken.ttl")
    broken.write_text("<a> <b> }\n", "utf-8")
    result = on_small("validate", wrong.parent)
    assert result.exit_code == 2
    assert f"{broken}:1:" in result.stdout
    assert "dg:abbrevation" in result.stdout
    assert "1 file could not be read and was skipped" in result.stdout


def test_a_file_without_mistakes_gives_exit_code_zero(on_small, tmp_path: Path) -> None:
    path = tmp_path / "fine.ttl"
    path.write_text("<https://example.org/a> <https://example.org/b> 1 .\n", "utf-8")
    result = on_small("validate", path)
    assert (result.exit_code, result.stdout) == (0, "Fine: 1 file, no findings.\n")


def test_a_dump_has_a_graph_for_each_file_and_one_for_what_was_inferred(on_small, tmp_path: Path) -> None:
    result = on_small("dump")
    assert result.exit_code == 0
    graphs = {str(quad.graph_name) for quad in parse(result.stdout.encode(), RdfFormat.N_QUADS)}
    assert "<https://w3id.org/dienstgraaf/graph/data/small/instances/desks>" in graphs
    assert "<https://w3id.org/dienstgraaf/graph/inferred>" in graphs
    assert on_small("dump").stdout == result.stdout
    assert "graph/inferred> ." not in on_small("dump", "--no-inferred").stdout
    on_small("dump", "-o", tmp_path / "all.trig")
    assert len(list(parse((tmp_path / "all.trig").read_bytes(), RdfFormat.TRIG))) == len(result.stdout.splitlines())


def test_what_a_dump_cannot_be_written_as_is_refused(on_small) -> None:
    result = on_small("dump", "--format", "csv")
    assert (result.exit_code, "format csv does not fit dump; choose from nquads, trig" in result.stderr) == (2, True)


MESSY = "@prefix dg: <https://w3id.org/dienstgraaf/def#>.\ndg:a   a dg:B ."


def test_files_are_put_in_canonical_form(run, tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text(MESSY, "utf-8")
    check = run("fmt", "--check", path)
    assert (check.exit_code, path.read_text("utf-8")) == (1, MESSY)
    assert f"{path}:1: not in canonical form\n1 file is not in canonical form; mend with" in check.stdout
    assert run("fmt", path).exit_code == 0
    assert path.read_text("utf-8") != MESSY
    again = run("--lang", "nl", "fmt", "--check", path)
    assert (again.exit_code, again.stdout) == (0, "1 bestand in de vaste vorm.\n")


def test_a_file_that_is_no_turtle_is_told_with_its_place_and_the_next_is_formatted(run, tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("<a> <b> }", "utf-8")
    (tmp_path / "b.ttl").write_text(MESSY, "utf-8")
    result = run("fmt", tmp_path)
    assert result.exit_code == 2
    assert f"{tmp_path / 'a.ttl'}:1:9: " in result.stdout
    assert (tmp_path / "b.ttl").read_text("utf-8") != MESSY
    rows = json.loads(run("fmt", "--check", tmp_path, "--format", "json").stdout)
    assert [row["status"] for row in rows] == ["error", "ok"]


def test_only_the_data_folders_are_formatted_where_only_they_count(on_small, small: Path) -> None:
    (small / "instances" / "messy.ttl").write_text(MESSY, "utf-8")
    assert on_small("fmt", "--check").exit_code == 1
    assert on_small("fmt").exit_code == 0
    assert on_small("fmt", "--check").exit_code == 0


def test_a_path_that_does_not_exist_is_told(run, tmp_path: Path) -> None:
    result = run("fmt", tmp_path / "none.ttl")
    assert (result.exit_code, result.stderr) == (2, f"error: {tmp_path / 'none.ttl'} does not exist\n")
