"""Shapes that are wrong themselves: told at their place, by the rules of shacl-shacl or by the compiler."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dienstgraaf.cli import program

HEAD = "@prefix ex: <http://example.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> .\n"
DATA = "@prefix ex: <http://example.org/> .\nex:a a ex:T ; ex:age 1 , 2 .\n"


def check(folder: Path, shapes: str, *args: str) -> Result:
    (folder / "shapes.ttl").write_text(HEAD + shapes, "utf-8")
    (folder / "data.ttl").write_text(DATA, "utf-8")
    command = ["validate", str(folder / "data.ttl"), "--only-shapes", "--shapes", str(folder / "shapes.ttl")]
    return CliRunner().invoke(program, [*command, "--lang", "en", *args])


@pytest.mark.parametrize(
    ("shapes", "place"),
    [
        ('ex:s sh:targetClass ex:T ;\n  sh:property [ sh:path ex:age ;\n  sh:maxCount "one" ] .', "4:15"),
        ("ex:s sh:targetClass ex:T ;\n  sh:property [ sh:maxCount 1 ] .", "3:15"),
        ("ex:s sh:targetClass ex:T ;\n  sh:nodeKind ex:Iri .", "3:15"),
        ("ex:s sh:targetClass ex:T ; sh:severity\n  'bad' ; sh:nodeKind sh:IRI .", "3:3"),
        ("ex:s sh:targetClass ex:T ; sh:property\n  [ sh:path ( ex:age ) ; sh:maxCount 1 ] .", "3:3"),
        ("ex:s sh:targetClass ex:T ;\n  sh:in ex:noList .", "3:9"),
        ("ex:s sh:targetClass ex:T ; sh:minCount 1 .\n", "2:1"),
    ],
)
def test_what_shacl_does_not_allow_is_told_at_its_place(tmp_path: Path, shapes: str, place: str) -> None:
    result = check(tmp_path, shapes)
    assert result.exit_code == 2
    assert result.stdout.startswith(f"{tmp_path / 'shapes.ttl'}:{place}: this shape is wrong itself: ")
    assert "appendix C" in result.stdout
    assert "in the shapes themselves" in result.stdout
    assert "_:" not in result.stdout


def test_recursion_is_told_at_its_shape(tmp_path: Path) -> None:
    result = check(tmp_path, "ex:s sh:targetClass ex:T ;\n  sh:property [ sh:path ex:p ; sh:node ex:s ] .")
    assert result.exit_code == 2
    assert result.stdout.startswith(f"{tmp_path / 'shapes.ttl'}:2:1: this shape is wrong itself: ")
    assert "recurs" in result.stdout


def test_every_wrong_shape_is_told_and_the_good_ones_still_check(tmp_path: Path) -> None:
    good = "ex:good sh:targetClass ex:T ; sh:property [ sh:path ex:age ; sh:maxCount 1 ] .\n"
    result = check(
        tmp_path, good + "ex:b sh:nodeKind 1 .\nex:c sh:targetClass 'C' ; sh:severity 2 .\n", "--format", "json"
    )
    assert result.exit_code == 2
    document = json.loads(result.stdout)
    assert [error["line"] for error in document["unreadable"]] == [3, 4, 4]
    assert all("shape deugt niet" in error["messages"]["nl"] for error in document["unreadable"])


def test_shapes_that_are_right_are_not_accused(tmp_path: Path) -> None:
    result = check(tmp_path, "ex:s sh:targetClass ex:T ; sh:property [ sh:path ex:age ; sh:maxCount 2 ] .")
    assert result.exit_code == 0


def test_sarif_names_the_rule_that_shapes_break(tmp_path: Path) -> None:
    document = json.loads(check(tmp_path, "ex:b sh:nodeKind 1 .\n", "--format", "sarif").stdout)
    (run,) = document["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["rule:shape-malformed"]
    assert {result["ruleId"] for result in run["results"]} == {"rule:shape-malformed"}


TARGET = "ex:s sh:targetClass ex:T ; "
AGE = TARGET + "sh:property [ sh:path ex:age ; "


@pytest.mark.parametrize(
    ("shapes", "code", "told"),
    [
        (AGE + "sh:mincount 1 ] .", 2, "sh:mincount is no term of SHACL. Did you mean: sh:minCount?"),
        (AGE + "sh:pattern '([a' ] .", 2, "which is no regular expression"),
        (AGE + "sh:pattern '^(?!1)' ] .", 1, "and was checked by pySHACL: has the sh:pattern"),
        (TARGET + "sh:js [ sh:jsFunctionName 'f' ] .", 2, "nothing here runs JavaScript"),
        (TARGET + "sh:sparql [ sh:select 'SELECT $this WHERE { $this a ?b ' ] .", 2, "has a query that is no SPARQL"),
        ("ex:a ex:b ex:c .", 2, "holds no shape: nothing would be checked by it"),
    ],
)
def test_what_cannot_be_checked_is_never_said_to_be_fine(tmp_path: Path, shapes: str, code: int, told: str) -> None:
    result = check(tmp_path, shapes)
    assert result.exit_code == code, result.output
    assert told in result.output
    assert "Fine" not in result.output


def test_what_a_rule_adds_is_seen_by_all_shapes(tmp_path: Path) -> None:
    rule = "sh:rule [ a sh:TripleRule ; sh:subject sh:this ; sh:predicate ex:kind ; sh:object ex:Old ]"
    other = "ex:o sh:targetSubjectsOf ex:kind ; sh:property [ sh:path ex:name ; sh:minCount 1 ] ."
    result = check(tmp_path, f"{TARGET} {rule} .\n{other}")
    assert result.exit_code == 1
    assert "ex:name has at least 1 value" in result.stdout
    assert "has sh:rule, which adds to the data" in result.stdout
