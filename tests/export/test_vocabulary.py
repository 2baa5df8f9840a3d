"""Official vocabularies: a term that is not there, and a subject or value of another class than is asked, is found."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

from dienstgraaf import Inventory
from dienstgraaf.export import ExportError, profile_folders, read_profile
from dienstgraaf.export.vocabulary import check_vocabulary, read_vocabulary
from dienstgraaf.inventory import shipped

VOC = "https://voc.example.org/"
EX = "https://data.example.org/id/"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
PREFIXES = f"""
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <{RDFS}> .
@prefix schema: <https://schema.org/> .
@prefix voc: <{VOC}> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
TERMS = """
voc:Agent a owl:Class .
voc:Town a owl:Class ; rdfs:subClassOf voc:Body .
voc:Body a owl:Class ; owl:equivalentClass voc:Organ .
voc:Organ a owl:Class ; rdfs:subClassOf voc:Agent .
voc:Place a rdfs:Class .
voc:of a rdf:Property ; rdfs:domain voc:Agent ; rdfs:range voc:Agent .
voc:at a owl:ObjectProperty ; rdfs:domain [ owl:unionOf (voc:Agent voc:Place) ] ; rdfs:range rdfs:Resource .
voc:code a owl:DatatypeProperty ; rdfs:domain voc:Agent , voc:Place ; rdfs:range xsd:string .
voc:says a rdf:Property ; schema:domainIncludes voc:Agent , voc:Place ; schema:rangeIncludes schema:Text .
voc:page a rdf:Property ; schema:rangeIncludes schema:URL , voc:Place .
schema:Text a rdfs:Class . schema:URL a rdfs:Class ; rdfs:subClassOf schema:Text .
"""


def found(tmp_path: Path, text: str) -> list[tuple[str, str, str, str]]:
    """What is wrong with the statements of `text`: of what, along which property, the value, and what it breaks."""
    path = tmp_path / "terms.ttl"
    path.write_text(PREFIXES + TERMS, encoding="utf-8")
    data = Store()
    data.load((PREFIXES + text).encode(), format=RdfFormat.TURTLE, base_iri=EX)
    return [
        (each.focus, each.path, each.value, each.component.removeprefix(RDFS))
        for each in check_vocabulary(data, read_vocabulary([path]), "terms.ttl", [VOC])
    ]


@pytest.mark.parametrize(
    "text",
    [
        "<a> a voc:Town ; voc:of <a> .",
        "<a> a voc:Place ; voc:at <b> , 3 .",
        "<a> a voc:Agent , voc:Place ; voc:code 'x' .",
        "<a> a voc:Place ; voc:says 'x'@nl , 'y' .",
        "<a> voc:page <b> .",
        "<a> a <Other> ; <other> 3 ; rdfs:label 'x' .",
    ],
)
def test_what_the_vocabulary_allows_is_fine(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "path", "value", "component"),
    [
        ("<a> a voc:Village .", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", f"<{VOC}Village>", "isDefinedBy"),
        ("<a> a voc:of .", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", f"<{VOC}of>", "isDefinedBy"),
        ("<a> voc:name 'x' .", f"{VOC}name", '"x"', "isDefinedBy"),
        ("<a> voc:Place 'x' .", f"{VOC}Place", '"x"', "isDefinedBy"),
        ("<a> a voc:Place ; voc:of <b> . <b> a voc:Town .", f"{VOC}of", "", "domain"),
        ("<a> voc:at <b> .", f"{VOC}at", "", "domain"),
        ("<a> a voc:Town ; voc:code 'x' .", f"{VOC}code", "", "domain"),
        ("<a> voc:says 'x' .", f"{VOC}says", "", "domain"),
        ("<a> a voc:Town ; voc:of <b> . <b> a voc:Place .", f"{VOC}of", f"<{EX}b>", "range"),
        ("<a> a voc:Town ; voc:of <b> .", f"{VOC}of", f"<{EX}b>", "range"),
        ("<a> a voc:Agent , voc:Place ; voc:code 'x'@nl .", f"{VOC}code", '"x"@nl', "range"),
        ("<a> a voc:Town ; voc:says true .", f"{VOC}says", "true", "range"),
        ("<a> a voc:Town ; voc:says <b> .", f"{VOC}says", f"<{EX}b>", "range"),
        ("<a> voc:page 'x' .", f"{VOC}page", '"x"', "range"),
    ],
)
def test_a_wrong_term_domain_or_range_is_found(
    tmp_path: Path, text: str, path: str, value: str, component: str
) -> None:
    ((focus, *rest),) = found(tmp_path, text)
    assert focus == f"<{EX}a>"
    if value == "true":
        rest[1] = rest[1].split("^^")[0].strip('"')
    assert rest == [path, value, component]


def test_an_export_that_breaks_the_vocabulary_is_not_written_and_each_line_tells_what_is_wanted(
    report: Inventory, tmp_path: Path
) -> None:
    (tmp_path / "w3c-org").mkdir()
    terms = "PREFIX org: <http://www.w3.org/ns/org#> PREFIX owl: <http://www.w3.org/2002/07/owl#>"
    terms += f" PREFIX rdfs: <{RDFS}>"
    for name in ("Site", "Membership", "Role", "Post", "OrganizationalUnit", "OrganizationalCollaboration"):
        terms += f" org:{name} a owl:Class ."
    terms += " org:Organization a owl:Class . org:memberOf a owl:ObjectProperty ; rdfs:range org:Site ."
    (tmp_path / "w3c-org" / "org.ttl").write_text(terms, encoding="utf-8")
    done = report.export("org", tmp_path / "o.ttl", official=tmp_path)
    assert not done.written
    assert not (tmp_path / "o.ttl").exists()
    lines = {lang: [each.text(lang) for each in done.findings] for lang in ("nl", "en")}
    member = next(line for line in lines["en"] if "memberOf" in line)
    assert re.match(r"\S*instances/\S+\.ttl:\d+:1: violation: <https://w3id\.org/dienstgraaf/id/organisation/", member)
    assert "> org:memberOf <https://w3id.org/dienstgraaf/id/organisation/" in member
    assert member.endswith("the vocabulary asks for a value that is org:Site, and this value is none [w3c-org/org.ttl]")
    assert any(line.endswith("het vocabulaire heeft deze eigenschap niet [w3c-org/org.ttl]") for line in lines["nl"])
    assert any(
        "FormalOrganization" in line and line.endswith("no such class [w3c-org/org.ttl]") for line in lines["en"]
    )


@pytest.mark.parametrize("name", profile_folders([shipped()]))
def test_a_folder_of_standards_that_lacks_a_file_is_told_which(report: Inventory, tmp_path: Path, name: str) -> None:
    (tmp_path / "standards").mkdir()
    profile = read_profile([shipped()], name)
    needed = sorted([*profile.official, *profile.vocabulary])
    wanted = f"the folder of standards .* has no {needed[0]}" if needed else f"{name} has no official rules"
    with pytest.raises(ExportError, match=wanted):
        report.export(name, tmp_path / "o", format=profile.formats[0], official=tmp_path / "standards")
    assert [path.name for path in tmp_path.iterdir()] == ["standards"]


def test_a_profile_without_official_rules_does_not_claim_to_be_checked(report: Inventory, shared: Path) -> None:
    without = [
        name
        for name in profile_folders([shipped()])
        if not read_profile([shipped()], name).official and not read_profile([shipped()], name).vocabulary
    ]
    assert without == ["graph", "table"]
    for name in without:
        with pytest.raises(ExportError, match=f"{name} has no official rules; leave out --official"):
            report.export(name, io.BytesIO(), official=shared / "standards")


def test_a_file_in_the_place_of_the_folder_of_standards_is_told_so(report: Inventory, tmp_path: Path) -> None:
    (tmp_path / "org.ttl").write_text("", encoding="utf-8")
    with pytest.raises(ExportError, match=r"org\.ttl is a file; name a folder"):
        report.export("org", io.BytesIO(), official=tmp_path / "org.ttl")


def test_a_vocabulary_that_is_not_turtle_is_an_error(report: Inventory, tmp_path: Path) -> None:
    (tmp_path / "w3c-org").mkdir()
    (tmp_path / "w3c-org" / "org.ttl").write_text("no turtle", encoding="utf-8")
    with pytest.raises(ExportError, match=r"cannot read .*org\.ttl"):
        report.export("org", io.BytesIO(), official=tmp_path)
