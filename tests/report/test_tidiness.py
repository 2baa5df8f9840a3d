"""Nothing in the inventory hangs loose: no orphans, no concept that nothing uses, nothing without its names."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

from dienstgraaf import Inventory

EXCEPTIONS = yaml.safe_load((Path(__file__).parent / "exceptions.yaml").read_text("utf-8"))
ROOT = Path(__file__).resolve().parents[2]
BASE = "https://w3id.org/dienstgraaf/"


@cache
def inventory() -> Inventory:
    return Inventory.load(inferred=False)


def test_what_is_there_for_others_is_used_by_another() -> None:
    """A condition, a channel or an archetype says nothing by itself."""
    rows = inventory().select(
        "SELECT DISTINCT ?item WHERE {"
        " VALUES ?kind { dg:Archetype dg:Channel dg:Condition dg:InformationSystem dg:Observation dg:Place"
        "   dg:RegisterEntry dg:StrategyStep }"
        " ?item a ?kind . FILTER NOT EXISTS { ?other ?property ?item . FILTER (?other != ?item) }"
        " FILTER NOT EXISTS { ?item a dg:Fact } } ORDER BY ?item"
    )
    assert [str(row["item"]).removeprefix(BASE) for row in rows] == []


def test_every_concept_is_used() -> None:
    """By an item, by the ontology, as what is broader than a used one, or by a question or rule."""
    rows = inventory().select(
        "SELECT DISTINCT ?concept ?scheme WHERE { ?concept skos:inScheme ?scheme . ?narrower skos:broader* ?concept ."
        " OPTIONAL { ?user ?property ?narrower . FILTER (?property NOT IN (skos:broader, skos:narrower, skos:related,"
        " skos:hasTopConcept, skos:exactMatch, skos:closeMatch)) } BIND (BOUND(?user) AS ?used) FILTER (?used) }"
    )
    used = {str(row["concept"]) for row in rows}
    queries = "\n".join(
        path.read_text("utf-8") for path in (*ROOT.glob("queries/*/*.rq"), *ROOT.glob("ontology/rules/*.rq"))
    )
    used.update(f"{BASE}concept/{scheme}/{name}" for scheme, name in re.findall(r"c-([a-z-]+):([a-z0-9-]+)", queries))
    everything = inventory().select("SELECT DISTINCT ?concept ?scheme WHERE { ?concept skos:inScheme ?scheme }")
    dead = sorted(
        str(row["concept"]).removeprefix(f"{BASE}concept/")
        for row in everything
        if str(row["concept"]) not in used
        and str(row["scheme"]).removeprefix(f"{BASE}concept/") not in EXCEPTIONS["closed-schemes"]
    )
    assert dead == []


def test_everything_has_a_name_in_both_languages() -> None:
    rows = inventory().select(
        "SELECT DISTINCT ?item ?lang WHERE { VALUES ?lang { 'nl' 'en' } ?item a ?kind ."
        " FILTER (STRSTARTS(STR(?item), 'https://w3id.org/dienstgraaf/'))"
        " FILTER NOT EXISTS { ?item rdfs:label|dct:title ?name . FILTER (LANG(?name) = ?lang) }"
        " FILTER NOT EXISTS { ?item a sh:PropertyShape } FILTER NOT EXISTS { ?item a sh:NodeShape } } ORDER BY ?item"
    )
    assert [(str(row["item"]).removeprefix(BASE), row["lang"]) for row in rows] == []


def test_every_folder_of_knowledge_says_what_belongs_in_it() -> None:
    folders = {path.parent for part in ("instances", "ontology", "queries") for path in (ROOT / part).rglob("*.*")}
    assert sorted(str(folder.relative_to(ROOT)) for folder in folders if not (folder / "README.md").is_file()) == []


def test_no_file_of_the_newer_chapters_grows_too_long_to_read() -> None:
    """The source has all segments, and three older files are as long as their chapters."""
    whole = {"source.ttl", "personal-contact.ttl", "digital-channels.ttl", "general.ttl"}
    long = {path.name for path in ROOT.glob("instances/**/*.ttl") if len(path.read_text("utf-8").splitlines()) > 360}
    assert long <= whole
