"""The concept schemes: accepted by the official rules of NL-SBB, complete, and with nothing said twice."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import Literal

from dienstgraaf import Inventory
from exported import HOSTILE, export, of_class, values, with_data

SKOS = "http://www.w3.org/2004/02/skos/core#"
BASE = "https://w3id.org/dienstgraaf/concept"
TOOI = "https://identifier.overheid.nl/tooi/def/thes/kern/"


def test_the_official_rules_find_nothing(inventory: Inventory, shared: Path) -> None:
    triples, done = export(inventory, "nl-sbb", official=shared / "standards")
    assert done.findings == done.accepted == []
    assert len(triples) > 7000


def test_every_list_and_every_concept_is_there(inventory: Inventory) -> None:
    triples, _ = export(inventory, "nl-sbb")
    for name, least in (("ConceptScheme", 50), ("Concept", 600)):
        ours = {row[0].value for row in inventory.engine.select(f"SELECT ?it {{ ?it a skos:{name} }}")}
        assert len(ours) > least
        assert {each for each in of_class(triples, SKOS + name) if each.startswith(BASE)} == ours


def test_concepts_of_one_list_that_are_close_are_related_there(report: Inventory) -> None:
    triples, _ = export(report, "nl-sbb")
    assert values(triples, f"{BASE}/service-level/call", f"{SKOS}related") == {f"{BASE}/service-level/assisted-service"}
    assert values(triples, f"{BASE}/service-level/assisted-service", f"{SKOS}related") == {f"{BASE}/service-level/call"}
    assert not values(triples, f"{BASE}/service-level/call", f"{SKOS}closeMatch")


def test_a_concept_of_the_register_is_matched_and_described(report: Inventory) -> None:
    triples, _ = export(report, "nl-sbb")
    municipality = f"{BASE}/organisation-kind/municipality"
    assert values(triples, municipality, f"{SKOS}closeMatch") == {f"{TOOI}c_49ea8180"}
    assert values(triples, f"{TOOI}c_49ea8180", f"{SKOS}prefLabel") == {"gemeente", "municipality"}


def test_rank_bound_and_operation_become_words(report: Inventory) -> None:
    triples, _ = export(report, "nl-sbb")
    notes = values(triples, f"{BASE}/status/planned", f"{SKOS}scopeNote")
    assert {
        "Place in the order, from low to high: 30",
        "At this status people cannot regularly make use of it.",
    } <= notes


def test_a_list_of_a_supplier_is_exported_as_well(tmp_path: Path, shared: Path) -> None:
    text = """
        ex:colours a skos:ConceptScheme ; skos:prefLabel "kleuren"@nl, "colours"@en .
        ex:red a skos:Concept ; skos:prefLabel "rood"@nl, "red"@en ; skos:definition "Een kleur."@nl ;
            skos:altLabel "rood"@nl ; skos:inScheme ex:colours ; skos:closeMatch <https://example.org/elsewhere> .
        ex:crimson a skos:Concept ; skos:prefLabel %s ; skos:definition "Een rode kleur."@nl ; skos:broader ex:red ;
            skos:inScheme ex:colours .
    """
    label = str(Literal(HOSTILE, language="nl"))
    triples, done = export(with_data(tmp_path / "own", text % label), "nl-sbb", official=shared / "standards")
    assert done.findings == []
    ex = "https://data.example.org/id/"
    assert values(triples, f"{ex}crimson", f"{SKOS}prefLabel") == {HOSTILE}
    assert values(triples, f"{ex}red", f"{SKOS}narrower") == {f"{ex}crimson"}
    assert values(triples, f"{ex}red", f"{SKOS}altLabel") == set()
    assert values(triples, f"{ex}red", "http://www.w3.org/2000/01/rdf-schema#seeAlso") == {
        "https://example.org/elsewhere"
    }
    assert values(triples, f"{ex}colours", f"{SKOS}hasTopConcept") == {f"{ex}red"}
    assert values(triples, f"{ex}red", f"{SKOS}topConceptOf") == {f"{ex}colours"}
    assert not values(triples, f"{ex}crimson", f"{SKOS}topConceptOf")


def test_a_concept_without_a_definition_is_not_written(tmp_path: Path) -> None:
    text = """
        ex:colours a skos:ConceptScheme ; skos:prefLabel "kleuren"@nl .
        ex:red a skos:Concept ; skos:prefLabel "rood"@nl ; skos:inScheme ex:colours .
    """
    triples, done = export(with_data(tmp_path / "own", text), "nl-sbb")
    assert not triples
    assert [each.path for each in done.findings] == [f"{SKOS}definition"]
    assert "Herstel" in done.findings[0].text("nl")
