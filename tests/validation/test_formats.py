"""A report says the same in every format, each as its standard wants it; what is left out is counted."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from dienstgraaf.tables import FORMATS as ALL_FORMATS
from dienstgraaf.tables import Screen
from dienstgraaf.validation import FORMATS, Finding, ValidationReport, validate, write_report

HEAD = """@prefix ex: <http://example.org/> .
@prefix dg: <https://w3id.org/dienstgraaf/def#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rule: <https://w3id.org/dienstgraaf/rule/> .
"""
SHAPES = """
rule:age a sh:PropertyShape ; sh:targetClass ex:T ; sh:path ex:age ; sh:maxCount 1 ;
    dg:why "Daarom."@nl , "Because."@en ;
    sh:message "Te veel, jaren. Herstel: houd er een."@nl , "Too many, years. To mend it: keep one."@en .
ex:s sh:targetClass ex:T ; sh:severity sh:Warning ;
    sh:property [ sh:path ex:part ; sh:severity sh:Warning ; sh:nodeKind sh:IRI ] .
"""
DATA = """ex:north a dg:Organisation ; rdfs:label "Noord"@nl , "North"@en .
ex:a a ex:T ; rdfs:label "a%b\\n::c"@en ; dg:provider ex:north ; ex:age 1 , 2 .
ex:b a ex:T ; ex:age 1 , 2 ; ex:part [ ex:p "<b>" ] .
ex:c a ex:T ; ex:age 3 , 4 .
ex:d dg:provider ex:south .
"""


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ValidationReport:
    """Three violations of one rule, a warning of another, and a file that cannot be read."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "shapes.ttl").write_text(HEAD + SHAPES, "utf-8")
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "a b.ttl").write_text(HEAD + DATA, "utf-8")
    (tmp_path / "own" / "broken.ttl").write_text("<a> <b> }\n", "utf-8")
    return validate((), [tmp_path / "own"], [tmp_path / "shapes.ttl"], only_shapes=True)


def test_every_format_is_known_by_name_and_writes(report: ValidationReport) -> None:
    for name in FORMATS:
        assert name in ALL_FORMATS
        for lang in ("nl", "en"):
            written = write_report(report, name, lang)
            assert written.endswith("\n") or name == "html"
            assert not re.search(r"_:[a-z0-9]+n\d", written) or name == "turtle"
            assert written == write_report(report, name, lang)


def test_text_opens_each_result_with_path_line_and_column(report: ValidationReport) -> None:
    text = write_report(report, "text", "en")
    lines = text.splitlines()
    assert lines[0].startswith("own/broken.ttl:1:9: ")
    assert lines[1:3] == ["    1 | <a> <b> }", "      |         ^"]
    assert "own/a b.ttl:7:65: violation [rule:age] Too many, years." in lines
    assert "  why: Because." in lines
    assert "  to mend it: Keep one." in lines
    assert lines.count("  why: Because.") == 2  # once for North, once for the file
    assert any(line.endswith('is of the node kind sh:IRI; found: [ ex:p "<b>" ]') for line in lines)
    assert "1 file could not be read and was skipped." in lines
    assert "3 violations, 1 warning, 0 notes in 2 files." in lines


def test_text_in_dutch_has_no_english_of_its_own(report: ValidationReport) -> None:
    text = write_report(report, "text", "nl")
    assert "fout [rule:age] Te veel, jaren." in text
    assert "  waarom: Daarom." in text
    assert "  herstel: Houd er een." in text
    assert not {"why", "value", "about", "violation"} & set(re.findall(r"[a-z]+(?=:)", text))


def test_colours_are_for_terminals_alone(report: ValidationReport) -> None:
    assert "\x1b[" not in write_report(report, "text", "en", Screen())
    assert "\x1b[31mviolation\x1b[0m" in write_report(report, "text", "en", Screen(80, True))


def test_what_is_beyond_the_limit_is_counted_in_every_format(report: ValidationReport) -> None:
    said = "and 1 more of this rule at own/a b.ttl"
    for name in ("text", "github", "junit", "html"):
        assert said in write_report(report, name, "en", limit=1)
        assert said not in write_report(report, name, "en", limit=0)
    assert json.loads(write_report(report, "json", "en", limit=1))["leftOut"] == 1
    assert json.loads(write_report(report, "sarif", "en", limit=1))["runs"][0]["properties"] == {"leftOut": 1}
    assert "# 1 result is left out" in write_report(report, "turtle", "en", limit=1)
    rows = list(csv.DictReader(io.StringIO(write_report(report, "csv", "en", limit=1))))
    assert [row["what"] for row in rows if row["severity"] == "leftOut"] == ["1"]
    assert "3 violations" in write_report(report, "text", "en", limit=1)


def test_json_is_as_its_schema_says(report: ValidationReport, repo_root: Path) -> None:
    import jsonschema

    schema = json.loads((repo_root / "docs" / "validation-report.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    for limit in (0, 1):
        document = json.loads(write_report(report, "json", "en", limit=limit))
        jsonschema.validate(document, schema, cls=jsonschema.Draft202012Validator)
    blank = next(each for each in document["findings"] if each["severity"] == "warning")
    assert blank["value"] == {"type": "bnode", "value": '[ <http://example.org/p> "<b>" ]'}
    assert blank["what"] == 'required: each value of ex:part is of the node kind sh:IRI; found: [ ex:p "<b>" ]'


def test_sarif_is_as_the_standard_says(report: ValidationReport, shared: Path) -> None:
    import jsonschema

    schema = json.loads((shared / "standards" / "sarif" / "sarif-schema-2.1.0.json").read_text("utf-8"))
    for lang in ("nl", "en"):
        document = json.loads(write_report(report, "sarif", lang))
        jsonschema.validate(document, schema)
    run = document["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in run["results"])
    assert (
        next(each for each in rules if each["id"] == "rule:age")["helpUri"] == "https://w3id.org/dienstgraaf/rule/age"
    )
    place = run["results"][1]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "own/a%20b.ttl", "uriBaseId": "SRCROOT"}
    assert place["region"]["startLine"] == 7


def test_fingerprints_of_sarif_stay_when_lines_move_and_are_all_different(
    report: ValidationReport, tmp_path: Path
) -> None:
    def marks(found: ValidationReport) -> list[str]:
        results = json.loads(write_report(found, "sarif", "en"))["runs"][0]["results"]
        return [each["partialFingerprints"]["dienstgraaf/v1"] for each in results]

    before = marks(report)
    assert len(set(before)) == len(before) == 5
    path = tmp_path / "own" / "a b.ttl"
    path.write_text(path.read_text("utf-8").replace("ex:a a", "\n\n\nex:a a"), "utf-8")
    after = validate((), [tmp_path / "own"], [tmp_path / "shapes.ttl"], only_shapes=True)
    assert [each.line for each in after.findings] != [each.line for each in report.findings]
    assert sorted(marks(after)) == sorted(before)


def test_junit_has_a_suite_a_file_and_a_case_a_rule(report: ValidationReport) -> None:
    root = ElementTree.fromstring(write_report(report, "junit", "en"))
    assert root.tag == "testsuites"
    assert {name: root.get(name) for name in ("tests", "failures", "errors")} == {
        "tests": "4",
        "failures": "2",
        "errors": "1",
    }
    suites = {suite.get("name"): suite for suite in root}
    assert set(suites) == {"own/a b.ttl", "own/broken.ttl"}
    assert suites["own/broken.ttl"].find("testcase/error") is not None
    failure = suites["own/a b.ttl"].find("testcase/failure")
    assert failure is not None
    assert "own/a b.ttl:7:65: Too many, years." in (failure.text or "")


def test_junit_keeps_out_what_xml_cannot_hold(tmp_path: Path) -> None:
    (tmp_path / "s.ttl").write_text(HEAD + "ex:s sh:targetClass ex:T ; sh:property [ sh:path ex:p ; sh:in ( 1 ) ] .")
    (tmp_path / "d.ttl").write_text(HEAD + 'ex:a a ex:T ; ex:p "\\u0001\\uFFFE]]>&" .')
    found = validate((), [tmp_path / "d.ttl"], [tmp_path / "s.ttl"], only_shapes=True)
    assert ElementTree.fromstring(write_report(found, "junit", "en")) is not None


def test_github_gets_one_command_a_line_with_what_it_takes_for_markup_escaped(report: ValidationReport) -> None:
    *commands, unreadable, last = write_report(report, "github", "en").splitlines()
    assert unreadable == "1 file could not be read and was skipped."
    assert commands[0].startswith("::error file=own/broken.ttl,line=1,col=9,title=Turtle::")
    start = "::error file=own/a b.ttl,line=7,col=65,title=rule%3Aage::Too many, years.%0Aabout: a%25b ::c"
    assert [each for each in commands if each.startswith(start)]
    assert all(re.match(r"::(error|warning|notice) ", each) for each in commands)
    assert last.startswith("3 violations")


def test_turtle_is_a_report_of_shacl_with_the_place_of_each_result(report: ValidationReport) -> None:
    triples = list(parse(write_report(report, "turtle", "en").encode(), RdfFormat.TURTLE))
    places = {str(each.object) for each in triples if each.predicate.value == "http://purl.org/dc/terms/source"}
    assert '"own/a b.ttl:7:65"' in places
    assert len(places) == 4
    assert any(each.predicate.value == "http://example.org/p" for each in triples)


def test_csv_has_a_row_for_each_result_and_no_formula(report: ValidationReport, tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(write_report(report, "csv", "en"))))
    assert [row["severity"] for row in rows] == ["unreadable", *["violation"] * 3, "warning"]
    assert (rows[1]["line"], rows[1]["owner"]) == ("7", "North (ex:north)")
    (tmp_path / "own" / "a b.ttl").write_text(HEAD + 'ex:a a ex:T ; rdfs:label "=1+1"@en ; ex:age 1 , 2 .', "utf-8")
    found = validate((), [tmp_path / "own"], [tmp_path / "shapes.ttl"], only_shapes=True)
    assert '"=1+1' not in write_report(found, "csv", "en").replace("'=1+1", "")


def test_a_page_stands_alone_and_escapes_what_the_data_say(report: ValidationReport) -> None:
    page = write_report(report, "html", "nl")
    assert '<html lang="nl">' in page
    assert not re.search(r"""(?:src|href)=|@import|url\(""", page)
    assert "<b>" not in page
    assert "De gegevens voldoen niet." in page


def test_a_report_without_findings_is_well_formed_in_every_format(tmp_path: Path) -> None:
    (tmp_path / "s.ttl").write_text(HEAD + SHAPES, "utf-8")
    (tmp_path / "d.ttl").write_text(HEAD + "ex:a a ex:T ; ex:age 1 .", "utf-8")
    found = validate((), [tmp_path / "d.ttl"], [tmp_path / "s.ttl"], only_shapes=True)
    written = {name: write_report(found, name, "en") for name in FORMATS}
    assert written["text"] == "Fine: 1 file, no findings.\n"
    assert ElementTree.fromstring(written["junit"]).get("tests") == "1"
    document: dict[str, Any] = json.loads(written["sarif"])
    assert document["runs"][0]["results"] == []
    assert len(written["csv"].splitlines()) == 1


def test_a_remote_result_names_its_graph_and_subject_in_every_format(repo_root: Path, shared: Path) -> None:
    import jsonschema

    finding = Finding(
        NamedNode("http://example.org/a"),
        "http://example.org/p",
        None,
        "violation",
        {},
        "",
        component="http://www.w3.org/ns/shacl#MinCountConstraintComponent",
        parameter="2",
        graph="http://example.org/graph",
    )
    report = ValidationReport((finding,), files=0)
    written = {name: write_report(report, name, "en") for name in FORMATS}
    first = written["text"].splitlines()[0]
    said = "violation required: <http://example.org/p> has at least 2 values"
    assert first == f"<http://example.org/graph> <http://example.org/a>: {said}"
    schema = json.loads((repo_root / "docs" / "validation-report.schema.json").read_text("utf-8"))
    jsonschema.validate(json.loads(written["json"]), schema)
    sarif = json.loads((shared / "standards" / "sarif" / "sarif-schema-2.1.0.json").read_text("utf-8"))
    jsonschema.validate(json.loads(written["sarif"]), sarif)
    assert written["github"].startswith("::error title=SHACL::")
    assert 'testsuite name="http://example.org/graph"' in written["junit"]


def test_unnamed_shapes_with_different_causes_are_told_apart(tmp_path: Path) -> None:
    shapes = (
        "[] sh:targetClass ex:T ; sh:property [ sh:path ex:p ; sh:minCount 2 ] , [ sh:path ex:q ; sh:minCount 3 ] ."
    )
    (tmp_path / "s.ttl").write_text(HEAD + shapes, "utf-8")
    (tmp_path / "d.ttl").write_text(HEAD + "ex:a a ex:T . ex:b a ex:T ; ex:p 1 .", "utf-8")
    found = validate((), [tmp_path / "d.ttl"], [tmp_path / "s.ttl"], only_shapes=True)
    text = write_report(found, "text", "en", limit=1)
    assert "violation required: ex:p has at least 2 values; found in this file: 0" in text
    assert "violation required: ex:q has at least 3 values; found in this file: 0" in text
    assert text.count("and 1 more of this rule") == 2


def test_the_page_for_suppliers_lists_every_format_and_option(repo_root: Path) -> None:
    page = (repo_root / "docs" / "validation.md").read_text("utf-8")
    for name in FORMATS:
        assert f"| `{name}` |" in page
    for option in ("--fail-on", "--shapes", "--only-shapes", "--limit"):
        assert option in page
