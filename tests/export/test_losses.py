"""The report of losses: every number adds up with what the graph itself holds, and speaks of what the mappings do."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from dienstgraaf.export import profile_folders, read_profile, write_losses
from dienstgraaf.export.losses import FATES, HEDGES
from dienstgraaf.export.pages import stale
from dienstgraaf.inventory import shipped
from dienstgraaf.inventory.namespaces import DG, PREFIXES
from dienstgraaf.reasoning import load_facts
from export_claims import CONCEPT
from exported import export, of_class, with_data

PROFILES = list(profile_folders([shipped()]))
TAKES_ALL = "STRSTARTS(STR(?property), STR(dg:))"
"""What stands in a mapping that carries every property of the ontology."""

ANY = ""
"""What stands for every class."""

COUNT = """
PREFIX dcat: <http://www.w3.org/ns/dcat#>
SELECT ?class ?property (COUNT(*) AS ?n) WHERE {
  ?item a ?class ; ?property ?value
  FILTER (STRSTARTS(STR(?class), STR(dg:)) || ?class IN (CLASSES)) FILTER (?property != rdf:type)
  FILTER (?class = skos:Concept || NOT EXISTS { ?item a skos:Concept })
} GROUP BY ?class ?property
"""
COUNTED = {
    "cpsv-ap": "skos:Concept",
    "dcat-ap-nl": "dcat:Dataset, dcat:Distribution",
    "hsds": "skos:Concept, skos:ConceptScheme",
    "nl-sbb": "skos:Concept, skos:ConceptScheme",
    "org": "skos:Concept",
    "table": "skos:Concept",
}
"""Of which classes, besides those of the project, each profile takes the instances."""


@pytest.mark.parametrize("which", ["report", "generated"])
@pytest.mark.parametrize("name", PROFILES)
def test_what_arrives_and_what_is_lost_make_up_what_there_is(name, which, request):
    inventory = request.getfixturevalue(which)
    found = inventory.losses(name)
    engine = load_facts(inventory.layouts)
    rows = engine.select(COUNT.replace("CLASSES", COUNTED.get(name, "")))
    there = {(row[0].value, row[1].value): int(row[2].value) for row in rows}
    told = {(line.source, line.term): sum(line.fates.values()) for line in found.properties}
    assert told == there
    assert all(number >= 0 for line in (*found.classes, *found.properties) for number in line.fates.values())
    for line in found.classes:
        query = f"SELECT ?s {{ ?s a <{line.source}> FILTER NOT EXISTS {{ ?s a skos:Concept }} }}"
        if line.source == CONCEPT:
            query = "SELECT ?s { ?s a skos:Concept }"
        assert sum(line.fates.values()) == line.total == len(engine.select(query)), line.source


def test_hedges_are_told_in_full(report):
    hedges = report.losses("cpsv-ap").hedges()
    assert set(hedges) == set(HEDGES)
    engine = load_facts(report.layouts)
    for kind, term in (("status", "dg:status"), ("provenance", "prov:wasDerivedFrom")):
        of_a_class = "FILTER(STRSTARTS(STR(?c), STR(dg:))) FILTER NOT EXISTS { ?s a skos:Concept }"
        query = f"SELECT ?s ?o {{ ?s {term} ?o ; a ?c {of_a_class} }}"
        assert hedges[kind].total() == len(engine.select(query))
    assert hedges["negatives"].total() == len(engine.select("SELECT ?s { ?s a dg:Absence }"))


def test_a_service_that_refers_to_one_that_is_not_exported_does_not_count_as_carried(report):
    (line,) = [each for each in report.losses("cpsv-ap").properties if each.term == f"{DG}supplements"]
    assert (line.fates["mapped"], line.fates["reference"]) == (0, 1)


@pytest.mark.parametrize(
    ("name", "property_"),
    [("cpsv-ap", "http://data.europa.eu/m8g/relatedService"), ("schema-org", "https://schema.org/isRelatedTo")],
)
def test_a_reference_to_a_generic_description_does_not_count_as_carried(name, property_, tmp_path):
    inventory = with_data(
        tmp_path / "own",
        """
        ex:town a dg:Organisation ; dg:organisationKind c-organisation-kind:municipality ; rdfs:label "gemeente"@nl .
        ex:kind a dg:Archetype ; rdfs:label "soort"@nl .
        ex:help a dg:Service ; rdfs:label "hulp"@nl ; dg:provider ex:town ; dg:status c-status:operational .
        ex:advice a dg:Service ; rdfs:label "advies"@nl ; dg:provider ex:town ; dg:status c-status:operational ;
          dg:supplements ex:help, ex:general .
        ex:general a dg:Service ; rdfs:label "algemeen"@nl ; dg:provider ex:kind ; dg:status c-status:operational .
        """,
    )
    triples, done = export(inventory, name, archetypes=True)
    assert done.written
    assert any("general" in str(each.subject) for each in triples)
    (line,) = [each for each in inventory.losses(name, archetypes=True).properties if each.term == f"{DG}supplements"]
    made = [each for each in triples if each.predicate.value == property_ and "advice" in each.subject.value]
    assert (line.fates["mapped"], line.fates["reference"]) == (len(made), line.total - len(made)) == (1, 1)


@pytest.mark.parametrize("name", PROFILES)
def test_what_is_said_to_be_carried_stands_in_a_mapping(name):
    profile = read_profile([shipped()], name)
    texts = "\n".join(part.query for part in profile.parts)
    used = {f"{DG}{local}" for local in re.findall(r"\bdg:(\w+)", texts)}
    treated = {each.term for each in profile.treatments if each.how != "dropped" and each.term.startswith(DG)}
    if TAKES_ALL in texts:  # whatever property there is comes along by its own name
        treated = {each.term for each in profile.treatments if each.how in ("mapped", "note")} & treated
    assert treated - used == set()


@pytest.mark.parametrize("name", PROFILES)
def test_what_a_mapping_reads_is_not_said_to_be_lost(name, report):
    profile = read_profile([shipped()], name)
    lost = [each for each in profile.treatments if each.how == "dropped" or each.unsaid]
    said = {(each.term, source) for each in lost for source in each.of or (ANY,)}
    dropped = {(line.source, line.term) for line in report.losses(name).properties if line.fates["dropped"]}
    wrong = [
        (part.name, term)
        for part in profile.parts
        for prefix, local in re.findall(r"\b(dg|rdfs|skos|prov):([a-z]\w+)", part.query.split("WHERE {", 1)[1])
        for term in [f"{PREFIXES[prefix]}{local}"]
        for source in part.sources
        if (source, term) in dropped and not {(term, source), (term, ANY)} & said
    ]
    assert wrong == []


def test_a_channel_that_only_its_use_takes_along_is_not_said_to_be_lost(report):
    found = report.losses("cpsv-ap")
    (kind,) = [each for each in found.classes if each.source == f"{DG}Channel"]
    lines = {each.term: each.fates for each in found.properties if each.source == f"{DG}Channel"}
    channels = "?use a dg:ChannelUse ; dg:channel ?channel . ?channel dg:channelType ?type"
    exported = {NamedNode(iri) for iri in of_class(export(report, "cpsv-ap")[0], "http://data.europa.eu/m8g/Channel")}
    engine = load_facts(report.layouts)
    led = [row for row in engine.select(f"SELECT DISTINCT ?use ?channel ?type {{ {channels} }}") if row[0] in exported]
    assert kind.fates["mapped"] == len({row[1] for row in led}) > 2
    assert lines[f"{DG}channelType"]["mapped"] == len({row[1:] for row in led})


def test_texts_in_the_language_that_is_not_asked_for_are_told(report):
    both = {(each.source, each.term): each.fates for each in report.losses("cpsv-ap").properties}
    dutch = {(each.source, each.term): each.fates for each in report.losses("cpsv-ap", lang="nl").properties}
    labels = (f"{DG}Organisation", f"{PREFIXES['rdfs']}label")
    assert both[labels]["language"] == 0
    assert dutch[labels]["language"] == dutch[labels]["mapped"] == both[labels]["mapped"] // 2
    assert {key: sum(fates.values()) for key, fates in dutch.items()} == {
        key: sum(fates.values()) for key, fates in both.items()
    }


def test_what_the_mappings_of_cpsv_ap_read_is_accounted_for():
    profile = read_profile([shipped()], "cpsv-ap")
    treated = {each.term for each in profile.treatments if each.how != "dropped"}
    helping = {f"{DG}{name}" for name in ("inOperation", "registerIri", "serviceProvided")}
    for part in profile.parts:
        read = {f"{DG}{local}" for local in re.findall(r"\bdg:([a-z]\w+)", part.query.split("WHERE {", 1)[1])}
        assert read - treated - helping == set(), part.name


def test_the_report_is_text_and_json_in_both_languages(report):
    found = report.losses("cpsv-ap")
    assert b"Hedges" in write_losses(found, "text", "en")
    assert b"Nuanceringen" in write_losses(found, "text", "nl")
    document = json.loads(write_losses(found, "json", "en"))
    assert set(document["classes"][0]["fates"]) == set(FATES)
    assert document["hedges"]["negatives"]["dropped"] > 0


def test_the_pages_of_the_profiles_are_up_to_date(repo_root: Path):
    layouts = [shipped()]
    assert stale(layouts, load_facts(layouts), repo_root / "docs" / "exports") == [], "run `make docs`"


@pytest.mark.parametrize("name", ["cpsv-ap", "dcat-ap-nl", "nl-sbb", "org", "schema-org"])
def test_a_page_tells_of_each_property_that_a_mapping_makes(name, report):
    profile = read_profile([shipped()], name)
    page = (Path(__file__).parents[2] / "docs" / "exports" / f"{name}.md").read_text(encoding="utf-8")
    for part in profile.parts:
        template = part.query.partition("CONSTRUCT")[2].partition("WHERE")[0]
        (section,) = re.findall(rf"^## [^\n]*\n\n[^\n]*/{re.escape(part.path.name)}`.*?(?=^## |\Z)", page, re.M | re.S)
        made = set(re.findall(r"(?:^ +|\?\w+ |; )([\w-]+:\w+) \?", template, re.M))
        assert made or re.search(r" a \?\w+ }", template)
        assert {each for each in made if f"| `{each}` | " not in section} == set(), part.name
