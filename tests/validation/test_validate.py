"""Validation finds what breaks the rules, says where and how to mend it, and goes on after a file it cannot read."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from dienstgraaf.errors import DienstgraafError
from dienstgraaf.inventory import at, shipped
from dienstgraaf.validation import to_text, validate
from dienstgraaf.validation.checking import EMPTY

PREFIXES = """@prefix dg: <https://w3id.org/dienstgraaf/def#> .
@prefix c-topic: <https://w3id.org/dienstgraaf/concept/topic/> .
@prefix i-entry-point: <https://w3id.org/dienstgraaf/id/entry-point/> .
@prefix i-organisation: <https://w3id.org/dienstgraaf/id/organisation/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .

"""
SHAPE = """@prefix dg: <https://w3id.org/dienstgraaf/def#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rule: <https://w3id.org/dienstgraaf/rule/> .

rule:provider a sh:NodeShape ; sh:targetClass dg:Provider ; sh:property rule:provider-label .
rule:provider-label a sh:PropertyShape ;
    sh:path dg:abbreviation ; sh:minCount 1 ;
    sh:message "Geef de afkorting."@nl, "Give the abbreviation."@en .
rule:entry a sh:NodeShape ; sh:targetClass dg:EntryPoint ; sh:property rule:entry-topic .
rule:entry-topic a sh:PropertyShape ;
    sh:path dg:topic ; sh:minCount 1 ; sh:severity sh:Warning ;
    sh:message "Geef een onderwerp."@nl, "Give a topic."@en .
"""
VOCABULARY = """
dg:abbreviation a owl:DatatypeProperty . dg:formerName a owl:DatatypeProperty . dg:nameOf a owl:ObjectProperty .
dg:LocalName a owl:Class . dg:hedge a owl:DatatypeProperty . dg:observation a owl:ObjectProperty .
dg:value a owl:DatatypeProperty . dg:unit a owl:ObjectProperty . dg:inverseLabel a owl:AnnotationProperty .
<https://w3id.org/dienstgraaf/concept/topic> a skos:ConceptScheme .
"""
SEGMENTS = """@prefix seg: <https://w3id.org/dienstgraaf/id/segment/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
seg:3.2-10 rdfs:label "a" . seg:3.2-9 rdfs:label "b" . seg:4.1-01 rdfs:label "c" .
"""


@pytest.fixture
def home(small: Path) -> Path:
    """The small inventory with shapes, without anything wrong."""
    (small / "ontology" / "shapes").mkdir()
    (small / "ontology" / "shapes" / "provider.ttl").write_text(SHAPE, "utf-8")
    ontology = small / "ontology" / "dienstgraaf.ttl"
    ontology.write_text(ontology.read_text("utf-8") + VOCABULARY, "utf-8")
    (small / "instances" / "source.ttl").write_text(SEGMENTS, "utf-8")
    return small


@pytest.fixture
def own(tmp_path: Path):
    """Writes a file of the user's own."""

    def write(name: str, body: str) -> Path:
        path = tmp_path / "own" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(PREFIXES + body, "utf-8")
        return path

    return write


def test_an_inventory_without_mistakes_conforms(home: Path) -> None:
    report = validate([at(home)])
    assert to_text(report, "en") == "Fine: 5 files, no findings.\n"
    assert report.conforms


def test_a_violation_names_the_file_the_line_the_rule_and_the_fix_in_two_languages(home: Path, own) -> None:
    path = own(
        "a.ttl", 'i-organisation:x a dg:Organisation ; dg:abbreviation "x" .\n\ni-organisation:y a dg:Organisation .\n'
    )
    report = validate([at(home)], [path])
    (finding,) = report.findings
    assert not report.conforms
    assert (finding.file, finding.line, finding.severity) == (path, 9, "violation")
    assert finding.rule == "https://w3id.org/dienstgraaf/rule/provider-label"
    assert f"{path}:9:1: fout [rule:provider-label] Geef de afkorting.\n" in to_text(report, "nl")
    assert "violation [rule:provider-label] Give the abbreviation." in to_text(report, "en")


def test_a_subclass_is_held_to_the_rules_of_its_class(home: Path, own) -> None:
    report = validate([at(home)], [own("a.ttl", "i-organisation:y a dg:Organisation .\n")])
    assert [each.rule.rsplit("/", 1)[-1] for each in report.findings] == ["provider-label"]


def test_a_warning_is_told_and_does_no_harm(home: Path, own) -> None:
    report = validate([at(home)], [own("a.ttl", "i-entry-point:x a dg:EntryPoint .\n")])
    assert [each.severity for each in report.findings] == ["warning"]
    assert report.conforms


def test_only_what_the_files_describe_is_reported(home: Path, own) -> None:
    (home / "instances" / "bad.ttl").write_text(PREFIXES + "i-organisation:bad a dg:Organisation .\n", "utf-8")
    fine = own("a.ttl", 'i-organisation:x a dg:Organisation ; dg:abbreviation "x" .\n')
    assert validate([at(home)], [fine]).findings == ()
    assert len(validate([at(home)]).findings) == 1


def test_a_file_may_refer_to_what_the_inventory_describes(home: Path, own) -> None:
    body = "i-entry-point:x a dg:EntryPoint ; dg:topic c-topic:care ; dg:provider i-organisation:northdam .\n"
    assert validate([at(home)], [own("a.ttl", body)]).findings == ()


@pytest.mark.parametrize(
    ("body", "line", "message"),
    [
        (
            "i-entry-point:x a dg:EntryPoint ;\n  dg:topc c-topic:care ; dg:topic c-topic:care .\n",
            8,
            "dg:topc is not defined in the ontology. Did you mean: dg:topic?",
        ),
        (
            "i-entry-point:x a dg:EntryPoint ;\n  dg:topic c-topic:caer .\n",
            8,
            "c-topic:caer is not defined in the ontology. Did you mean: c-topic:care?",
        ),
        (
            "i-entry-point:x a dg:EntryPoint ; dg:topic c-topic:care ;\n  dg:provder i-organisation:northdam .\n",
            8,
            "dg:provder is not defined in the ontology. Did you mean: dg:provider?",
        ),
        (
            "i-entry-point:x a dg:EntryPoint ; dg:topic c-topic:care ;\n  dg:Provder i-organisation:northdam .\n",
            8,
            "dg:Provder is not defined in the ontology. Did you mean: dg:provider?",
        ),
        (
            "i-entry-point:x a dg:provder, dg:EntryPoint ; dg:topic c-topic:care .\n",
            7,
            "dg:provder is not defined in the ontology. Did you mean: dg:Provider?",
        ),
        (
            "i-entry-point:x a dg:EntryPont .\n",
            7,
            "dg:EntryPont is not defined in the ontology. Did you mean: dg:EntryPoint?",
        ),
        (
            "i-entry-point:x a dg:EntryPoint ; dg:topic c-topic:care ;\n\n  dg:provider i-organisation:nordam .\n",
            9,
            "i-organisation:nordam is used but described nowhere. Did you mean: i-organisation:northdam?",
        ),
    ],
)
def test_a_slip_of_the_pen_is_a_violation_with_the_nearest_name(
    home: Path, own, body: str, line: int, message: str
) -> None:
    path = own("a.ttl", body)
    (finding,) = validate([at(home)], [path]).findings
    assert (finding.file, finding.line, finding.message("en")) == (path, line, message)
    assert finding.severity == "violation"


def test_a_file_that_cannot_be_read_is_told_and_the_next_is_checked(home: Path, own) -> None:
    broken, wrong = (
        own("a.ttl", "i-organisation:x a\n  dg:Organisation ;;; . }\n"),
        own("b.ttl", "i-organisation:y a dg:Organisation .\n"),
    )
    report = validate([at(home)], [broken.parent])
    assert [(each.path, each.line) for each in report.unreadable] == [(broken, 8)]
    assert [each.file for each in report.findings] == [wrong]
    assert to_text(report, "en").startswith(f"{broken}:8:")
    assert not report.conforms


def test_a_part_without_a_name_is_reported_at_what_it_belongs_to(home: Path, own) -> None:
    path = own(
        "a.ttl", "i-entry-point:x a dg:EntryPoint ; dg:topic c-topic:care ; dg:provider [ a dg:Organisation ] .\n"
    )
    (finding,) = validate([at(home)], [path]).findings
    assert finding.focus.value.endswith("entry-point/x")
    assert finding.line == 7


def test_the_report_is_shacl_in_turtle(home: Path, own) -> None:
    report = validate([at(home)], [own("a.ttl", "i-organisation:y a dg:Organisation .\n")])
    triples = {(str(each.predicate), str(each.object)) for each in parse(report.to_turtle().encode(), RdfFormat.TURTLE)}
    shacl = "http://www.w3.org/ns/shacl#"
    assert (f"<{shacl}conforms>", '"false"^^<http://www.w3.org/2001/XMLSchema#boolean>') in triples
    assert (f"<{shacl}resultMessage>", '"Give the abbreviation."@en') in triples
    assert (f"<{shacl}focusNode>", "<https://w3id.org/dienstgraaf/id/organisation/y>") in triples


def test_the_report_is_json(home: Path, own) -> None:
    path = own("a.ttl", "i-organisation:y a dg:Organisation .\n")
    document = validate([at(home)], [path]).to_json()
    assert document["conforms"] is False
    assert document["findings"][0]["messages"] == {"nl": "Geef de afkorting.", "en": "Give the abbreviation."}
    assert (document["findings"][0]["file"], document["findings"][0]["line"]) == (str(path), 7)


def test_a_path_that_does_not_exist_is_an_error(home: Path, tmp_path: Path) -> None:
    with pytest.raises(DienstgraafError, match=r"none\.ttl does not exist"):
        validate([at(home)], [tmp_path / "none.ttl"])


def test_a_folder_without_turtle_is_an_error(home: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(DienstgraafError, match=r"holds no \.ttl files"):
        validate([at(home)], [tmp_path / "empty"])


def test_without_shapes_nothing_is_said_to_be_fine(small: Path) -> None:
    with pytest.raises(DienstgraafError, match="no shapes were found"):
        validate([at(small)])


def test_broken_shapes_are_told(home: Path) -> None:
    shape = home / "ontology" / "shapes" / "provider.ttl"
    shape.write_text(SHAPE + 'rule:provider-label sh:minCount "many" .\n', "utf-8")
    report = validate([at(home)])
    assert (shape, SHAPE.count("\n") + 1) in [(error.path, error.line) for error in report.unreadable]
    assert "this shape is wrong itself" in to_text(report, "en")
    assert not report.conforms


@pytest.mark.slow
def test_the_shipped_inventory_conforms() -> None:
    report = validate([shipped()])
    assert report.files > 50
    assert report.conforms, to_text(report, "en")


def test_a_file_without_a_statement_is_warned_about(home: Path) -> None:
    (home / "instances" / "empty.ttl").write_text("# nothing yet\n", "utf-8")
    report = validate([at(home)], [home / "instances" / "empty.ttl"])
    assert [(finding.severity, finding.rule, finding.line) for finding in report.findings] == [("warning", EMPTY, 1)]
    assert report.conforms
