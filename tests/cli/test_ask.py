"""`dienstgraaf ask` and `dienstgraaf questions`."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest

DESKS = "desks-by-provider"


def test_an_answer_is_a_table_with_headings_and_labels(on_small) -> None:
    result = on_small("ask", DESKS, "--param", "provider=ND")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].split("  ")[0] == "Desk"
    assert lines[2].split() == ["north", "desk", "Municipality", "of", "Northdam", "3.2-9", "|", "3.2-10"]


def test_the_language_comes_from_the_option_or_the_environment(on_small) -> None:
    assert "loket Noord" in on_small("ask", DESKS, "--lang", "nl").stdout
    assert "loket Noord" in on_small("ask", DESKS, env={"LC_ALL": "nl_NL.UTF-8"}).stdout
    assert "loket Noord" in on_small("ask", DESKS, env={"LC_ALL": "", "LC_MESSAGES": "", "LANG": "nl"}).stdout
    assert "north desk" in on_small("ask", DESKS, "--lang", "en", env={"LC_ALL": "nl_NL.UTF-8"}).stdout


def test_shared_options_stand_before_or_after_the_command_and_the_later_wins(run, small: Path) -> None:
    before = run("--data", small, "--only-data", "--format", "json", "ask", DESKS)
    after = run("ask", DESKS, "--data", small, "--only-data", "--format", "json")
    assert before.stdout == after.stdout
    assert json.loads(before.stdout)["head"]["vars"][0] == "desk"
    both = run("--format", "json", "--lang", "nl", "--data", small, "--only-data", "ask", DESKS, "--format", "csv")
    assert both.stdout.startswith("desk,deskLabel")
    assert "loket Noord" in both.stdout


def test_csv_has_all_columns(on_small) -> None:
    rows = list(csv.DictReader(io.StringIO(on_small("ask", DESKS, "--format", "csv").stdout)))
    assert rows[0]["desk"].endswith("/north-desk")
    assert rows[1]["deskLabel"] == '=south "desk"'


def test_the_extension_of_the_output_decides_the_format(on_small, tmp_path: Path) -> None:
    path = tmp_path / "answer.xlsx"
    result = on_small("ask", DESKS, "-o", path)
    assert (result.exit_code, result.stdout) == (0, "")
    assert openpyxl.load_workbook(path).active["A1"].value == "Desk"
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".")] == []


def test_several_values_of_one_parameter(on_small) -> None:
    result = on_small("ask", DESKS, "--param", "provider=ND", "--param", "provider=ZD", "--format", "json")
    assert len(json.loads(result.stdout)["results"]["bindings"]) == 2


def test_a_yes_or_no_question_is_answered_in_the_readers_language(on_small) -> None:
    assert on_small("ask", "has-a-desk").stdout == "yes\n"
    no = on_small("ask", "has-a-desk", "--param", "provider=WR", "--lang", "nl")
    assert (no.stdout, no.exit_code) == ("nee\n", 0)


def test_a_question_of_ones_own_is_asked_by_its_path(on_small, small: Path, tmp_path: Path) -> None:
    path = tmp_path / "mine.rq"
    path.write_text((small / "queries" / "access" / f"{DESKS}.rq").read_text("utf-8"), "utf-8")
    assert "north desk" in on_small("ask", path).stdout


def test_an_answer_without_rows_is_fine_and_says_so(on_small) -> None:
    result = on_small("ask", DESKS, "--param", "provider=WR")
    assert (result.exit_code, result.stderr[:11]) == (0, "Not stated:")


@pytest.fixture
def with_basis(small: Path) -> None:
    """Makes the topic of the question about desks a basis."""
    for folder, name in (("ontology/concepts", "topic.ttl"), ("queries/access", f"{DESKS}.rq")):
        path = small / folder / name
        text = path.read_text("utf-8").replace("concept/topic", "concept/basis").replace("c-topic", "c-basis")
        path.write_text(text.replace("name: topic, type: topic", "name: ground, type: basis"), "utf-8")
    path.write_text(path.read_text("utf-8").replace("?topic", "?ground"), "utf-8")


@pytest.mark.usefixtures("with_basis")
def test_without_rows_for_a_provider_the_presumptions_are_pointed_at(on_small) -> None:
    result = on_small("ask", DESKS, "--param", "provider=WR")
    hint = "Nothing is stated or follows; --param ground=presumed may give what can only be presumed.\n"
    assert (result.exit_code, result.stderr[:11], result.stderr.endswith(hint)) == (0, "Not stated:", True)
    assert (
        "--param ground=presumed geeft misschien"
        in on_small("ask", DESKS, "--lang", "nl", "--param", "provider=WR").stderr
    )
    given = on_small("ask", DESKS, "--param", "provider=WR", "--param", "ground=c-basis:care")
    assert given.stderr.startswith("Not stated:")
    assert on_small("ask", DESKS).stderr == "No rows.\n"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["ask", "desks-by-providr"], "there is no question 'desks-by-providr'. Did you mean: desks-by-provider?"),
        (["ask", "zzzzz"], "there is no question 'zzzzz'. `dienstgraaf questions` lists them all."),
        (["ask", "nowhere/x.rq"], "question file nowhere/x.rq does not exist or cannot be read"),
        (["ask", DESKS, "--param", "provider"], "--param 'provider': write NAME=VALUE"),
        (["ask", DESKS, "--param", "provder=ND"], "has no parameter 'provder'. Did you mean: provider?"),
        (["ask", DESKS, "--param", "provider=NDD"], "no provider is called 'NDD'. Did you mean: ND?"),
        (["ask", DESKS, "--param", "provider=board"], "'board' may mean several: Board (i-organisation:dike-board)"),
        (["ask", DESKS, "--param", "provider="], "parameter provider: the value is empty"),
        (["ask", DESKS, "--format", "nope"], "format 'nope' is unknown; choose from table, csv"),
        (["ask", DESKS, "--format", "turtle"], "format turtle does not fit desks-by-provider"),
        (["ask", "has-a-desk", "--format", "csv"], "format csv does not fit has-a-desk; choose from table, json"),
        (["ask", DESKS, "-o", "x.nope"], "the name x.nope tells no format"),
        (["ask", DESKS, "-o", "no/such/folder/x.csv"], "cannot write no/such/folder/x.csv"),
        (["ask"], "QUESTION is missing"),
        (["ask", DESKS, "--parm", "a=b"], "there is no option --parm. Did you mean: --param?"),
        (["ask", DESKS, "--lang", "de"], "--lang: choose from nl, en"),
    ],
)
def test_misuse_is_told_without_a_traceback(on_small, args: list[str], message: str) -> None:
    result = on_small(*args)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""


def test_an_option_without_its_value_is_told(run) -> None:
    result = run("ask", DESKS, "--param")
    assert (result.exit_code, result.stderr) == (2, "error: option --param needs a value\n")


def test_misuse_is_told_in_dutch(on_small) -> None:
    result = on_small("--lang", "nl", "ask", DESKS, "--param", "provider=NDD")
    assert result.stderr == "fout: parameter provider: geen provider heet 'NDD'. Bedoelde u: ND?\n"


def test_the_list_of_questions_is_searched_by_words_and_tags(on_small) -> None:
    everything = on_small("questions", "--format", "csv").stdout
    assert f'{DESKS},access,Which desks are there?,"provider: provider, topic: topic"' in everything
    assert [line.split(",")[0] for line in on_small("questions", "yes", "--format", "csv").stdout.splitlines()[1:]]
    tagged = on_small("questions", "--tag", "desk", "--format", "csv").stdout.splitlines()
    assert [line.split(",")[0] for line in tagged[1:]] == [DESKS]
    nothing = on_small("questions", "zzzzzzz")
    assert (nothing.exit_code, nothing.stderr) == (0, "No questions found.\n")


def test_a_broken_question_file_is_told_with_its_line(on_small, small: Path) -> None:
    path = small / "queries" / "access" / f"{DESKS}.rq"
    path.write_text(path.read_text("utf-8").replace("type: topic", "type: topik"), "utf-8")
    result = on_small("ask", DESKS)
    assert result.exit_code == 2
    assert f"{path.resolve()}:6: parameter 'topic' has the unknown type 'topik'" in result.stderr
