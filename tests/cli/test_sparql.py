"""`dienstgraaf sparql`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

LABELS = "SELECT ?desk ?label WHERE { ?desk a dg:EntryPoint ; rdfs:label ?label } ORDER BY ?label"


def test_a_select_is_a_table_with_short_names(on_small) -> None:
    result = on_small("sparql", LABELS)
    assert result.exit_code == 0
    assert "i-entry-point:north-desk  loket Noord" in result.stdout


def test_the_query_comes_from_an_argument_a_file_or_standard_input(on_small, tmp_path: Path) -> None:
    path = tmp_path / "q.rq"
    path.write_text(LABELS, "utf-8")
    first = on_small("sparql", LABELS).stdout
    assert on_small("sparql", "-f", path).stdout == first
    assert on_small("sparql", "-", stdin=LABELS).stdout == first


def test_ask_construct_and_describe_have_their_own_forms(on_small) -> None:
    assert on_small("sparql", "ASK { ?x a dg:EntryPoint }").stdout == "yes\n"
    assert on_small("sparql", "ASK { ?x a dg:Nothing }", "--lang", "nl").stdout == "nee\n"
    assert on_small("sparql", "ASK { ?x a dg:Nothing }").exit_code == 0
    turtle = on_small("sparql", "CONSTRUCT WHERE { ?x a dg:EntryPoint }").stdout
    assert "i-entry-point:north-desk a dg:EntryPoint" in turtle
    assert "loket Noord" in on_small("sparql", "DESCRIBE i-entry-point:north-desk").stdout
    rows = on_small("sparql", "CONSTRUCT WHERE { ?x a dg:EntryPoint }", "--format", "csv").stdout
    assert rows.splitlines()[0] == "subject,predicate,object"


def test_json_is_the_sparql_results_format(on_small) -> None:
    document = json.loads(on_small("sparql", LABELS, "--format", "json").stdout)
    assert document["head"]["vars"] == ["desk", "label"]


def test_a_broken_query_shows_the_line_with_a_caret(on_small) -> None:
    result = on_small("sparql", "SELECT ?s WHERE {\n\t?s ?p ?o ?q\n}")
    assert result.exit_code == 2
    lines = result.stderr.splitlines()
    assert lines[0].startswith("error: line 2, column ")
    assert lines[1] == "  2 | \t?s ?p ?o ?q"
    column = int(lines[0].split("column ")[1].split(":")[0])
    assert lines[2] == "    | \t" + " " * (column - 2) + "^"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["sparql"], "give a query, -f FILE, or - to read from standard input"),
        (["sparql", "ASK {}", "-f", "x.rq"], "give a query or -f FILE, not both"),
        (["sparql", "-f", "no-such.rq"], "cannot read no-such.rq: No such file or directory"),
        (["sparql", ""], "error: "),
        (["sparql", "ASK {}", "--format", "xlsx"], "format xlsx does not fit ASK"),
        (["sparql", "ASK {}", "--format", "text"], "format text does not fit SPARQL"),
        (["sparql", LABELS, "--format", "turtle"], "format turtle does not fit SELECT"),
        (["sparql", "SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }"], "SERVICE asks another server"),
    ],
)
def test_misuse_is_told_without_a_traceback(on_small, args: list[str], message: str) -> None:
    result = on_small(*args)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""


def test_a_query_that_is_not_utf8_is_told_with_its_line(on_small) -> None:
    result = on_small("sparql", "-", stdin=b"ASK {\n\xff }")
    assert (result.exit_code, result.stderr) == (2, "error: -:2: not UTF-8; save the file as UTF-8\n")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--only-data", "sparql", "ASK {}"], "only-data asks for at least one data folder"),
        (["--data", "no-such-folder", "sparql", "ASK {}"], "no-such-folder does not exist"),
        (["--endpoint", "http://localhost:1/q", "--data", ".", "sparql", "ASK {}"], "do not go together"),
        (["--endpoint", "http://localhost:1/q", "sparql", "ASK {}"], "http://localhost:1/q cannot be reached"),
        (["--endpoint", "nonsense", "sparql", "ASK {}"], "'nonsense' is not the address of a SPARQL endpoint"),
        (["--endpoint", "http://localhost:1/q", "validate", "tests"], "not two of these"),
    ],
)
def test_sources_that_do_not_go_together_or_are_not_there_are_told(run, args: list[str], message: str) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert message in result.stderr


def test_a_broken_data_file_is_told_with_its_place(run, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "a.ttl").write_text("<a> <b>\n  ;;; }", "utf-8")
    result = run("sparql", "ASK {}", "--data", tmp_path / "own", "--only-data")
    assert result.exit_code == 2
    assert f"{(tmp_path / 'own').resolve()}/a.ttl:2:" in result.stderr
