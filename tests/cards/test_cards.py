"""A card says all that the graph says of a thing, and all that refers to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from dienstgraaf.cards import UnknownNameError, card, to_markdown, to_text, triples_of
from dienstgraaf.engine import EmbeddedEngine
from dienstgraaf.inventory import at, read_quads, source_files
from dienstgraaf.inventory.namespaces import INFERRED_GRAPH, PREFIXES, shorten

DESK = "https://w3id.org/dienstgraaf/id/entry-point/north-desk"
SECTIONS = """@prefix dg: <https://w3id.org/dienstgraaf/def#> .
@prefix seg: <https://w3id.org/dienstgraaf/id/segment/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
seg:3.2-9 dg:segmentId "3.2-9" ; dg:inSection <https://w3id.org/dienstgraaf/id/section/3.2> .
<https://w3id.org/dienstgraaf/id/section/3.2> dg:sectionNumber "3.2" ; rdfs:label "Toegang"@nl, "Access"@en .
"""


@pytest.fixture
def engine(small: Path) -> EmbeddedEngine:
    (small / "instances" / "source.ttl").write_text(SECTIONS, "utf-8")
    engine = EmbeddedEngine()
    for file in source_files([at(small)]):
        engine.load(read_quads(file))
    kind = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    public = NamedNode("https://w3id.org/dienstgraaf/def#PublicThing")
    engine.load([Quad(NamedNode(DESK), kind, public, NamedNode(INFERRED_GRAPH))])
    return engine


def links(groups, name: str) -> list[str]:
    return [link.text for group in groups for link in group.links if group.property.endswith(name)]


def test_a_card_has_label_types_and_facts_with_labels(engine: EmbeddedEngine) -> None:
    found = card(engine, "north desk", "nl")
    assert (found.iri, found.label) == (DESK, "loket Noord")
    assert links(found.facts, "topic") == ["inkomen", "zorg"]
    assert [group.label for group in found.facts if group.property.endswith("#topic")] == ["onderwerp"]


def test_what_reasoning_added_is_marked_and_comes_last(engine: EmbeddedEngine) -> None:
    found = card(engine, "north desk", "en")
    assert [(each.text, each.inferred) for each in found.types] == [("Entry point", False), ("dg:PublicThing", True)]
    assert "dg:PublicThing (inferred)" in to_text(found)


def test_a_text_in_another_language_is_shown_where_there_is_none_in_the_readers(engine: EmbeddedEngine) -> None:
    assert links(card(engine, DESK, "en").facts, "hedge") == ["bijna altijd"]


def test_unnamed_parts_are_told_in_one_line(engine: EmbeddedEngine) -> None:
    assert links(card(engine, DESK, "en").facts, "observation") == ["dg:unit: care; dg:value: 60"]


def test_the_source_is_told_with_its_section_in_natural_order(engine: EmbeddedEngine) -> None:
    found = card(engine, DESK, "en").provenance
    assert [(each.id, each.section, each.title) for each in found] == [("3.2-9", "3.2", "Access"), ("3.2-10", "", "")]


def test_what_refers_to_it_is_read_from_its_side(engine: EmbeddedEngine) -> None:
    found = card(engine, "ND", "en")
    assert [(group.label, [link.text for link in group.links]) for group in found.incoming] == [
        ("dg:nameOf of", ["De Dam"]),
        ("provides", ["north desk"]),
    ]
    assert found.also == ("Gemeente Noorddam", "ND", "Noorddam-Oost")
    assert [group.label for group in card(engine, "care", "en").incoming] == ["topic of"]


@pytest.mark.parametrize("name", ["dg:EntryPoint", "Entry Point", "c-topic:care", "zorgverlening", DESK, "north-desk"])
def test_anything_in_the_graph_has_a_card(engine: EmbeddedEngine, name: str) -> None:
    assert card(engine, name, "en").label


def test_an_unknown_name_suggests_the_nearest_in_the_readers_language(engine: EmbeddedEngine) -> None:
    with pytest.raises(UnknownNameError, match=r"nothing is called 'nort desk'\. Did you mean: north desk") as caught:
        card(engine, "nort desk", "en")
    assert caught.value.text("nl").startswith("niets heet 'nort desk'. Bedoelde u: ")
    with pytest.raises(UnknownNameError, match="Nothing resembles it"):
        card(engine, "", "en")


def test_a_name_of_several_lists_them(engine: EmbeddedEngine) -> None:
    with pytest.raises(UnknownNameError, match=r"i-organisation:dike-board.*i-organisation:water-board"):
        card(engine, "Board", "en")


SAME_NAME = """@prefix dg: <https://w3id.org/dienstgraaf/def#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
dg:Section a owl:Class . dg:Service a owl:Class ; rdfs:subClassOf dg:InventoryItem .
dg:EntryPoint rdfs:subClassOf dg:InventoryItem . dg:Provider rdfs:subClassOf dg:InventoryItem .
dg:Organisation rdfs:subClassOf dg:Provider .
"""
BY_RANK = (
    ("id/organisation/a", "a dg:Organisation ; rdfs:label 'long name' ; dg:abbreviation 'Same'"),
    ("id/entry-point/b", "a dg:EntryPoint ; rdfs:label 'SAME'"),
    ("id/service/c", "a dg:Service ; rdfs:label 'same'"),
    ("concept/kind/d", "a skos:Concept ; rdfs:label 'same'"),
    ("concept/topic/e", "a skos:Concept ; rdfs:label 'same'"),
    ("def#f", "a owl:ObjectProperty ; rdfs:label 'same'"),
    ("id/section/g", "a dg:Section ; rdfs:label 'same'"),
    ("id/organisation/same", "a dg:Organisation ; rdfs:label 'other'"),
)


@pytest.mark.parametrize("first", range(len(BY_RANK)))
def test_of_several_with_a_name_the_kind_that_people_mean_most_is_shown(tmp_path: Path, first: int) -> None:
    folder = tmp_path / "same"
    folder.mkdir()
    facts = [f"<https://w3id.org/dienstgraaf/{path}> {said} .\n" for path, said in reversed(BY_RANK[first:])]
    (folder / "same.ttl").write_text(SAME_NAME + "".join(facts), "utf-8")
    engine = EmbeddedEngine()
    for file in source_files([at(folder)]):
        engine.load(read_quads(file))
    found = card(engine, "same", "en")
    assert found.iri == f"https://w3id.org/dienstgraaf/{BY_RANK[first][0]}"
    assert len(found.also_called) == len(BY_RANK) - first - 1


def test_what_else_is_called_so_is_told_in_the_last_line(engine: EmbeddedEngine) -> None:
    abbreviation = NamedNode("https://w3id.org/dienstgraaf/def#abbreviation")
    north = NamedNode("https://w3id.org/dienstgraaf/id/organisation/northdam")
    engine.load([Quad(north, abbreviation, Literal("North Desk"), NamedNode(INFERRED_GRAPH))])
    found = card(engine, "north desk", "nl")
    assert found.label == "Gemeente Noorddam"
    assert to_text(found).endswith("\n\nZo heet ook: loket Noord (i-entry-point:north-desk).\n")
    assert "Also called so" not in to_text(card(engine, "care", "en"))


def test_a_near_miss_of_part_of_a_name_suggests_that_name(engine: EmbeddedEngine) -> None:
    with pytest.raises(UnknownNameError, match="Did you mean: Municipality of Northdam"):
        card(engine, "northdm", "en")


def test_the_text_fits_the_width(engine: EmbeddedEngine) -> None:
    text = to_text(card(engine, "ND", "en"), 40)
    assert max(map(len, text.splitlines())) <= 60
    assert text.startswith("Municipality of Northdam\ni-organisation:northdam\nis Organisation\n")


def test_markdown_links_to_the_iris(engine: EmbeddedEngine) -> None:
    text = to_markdown(card(engine, DESK, "en"))
    assert text.startswith("# north desk\n")
    assert "- **provider**: [Municipality of Northdam](https://w3id.org/dienstgraaf/id/organisation/northdam)" in text
    assert "## Source\n\n- [3.2-9 (3.2 Access)](https://w3id.org/dienstgraaf/id/segment/3.2-9)" in text


def test_the_triples_are_those_of_the_item_its_parts_and_what_refers_to_it(engine: EmbeddedEngine) -> None:
    triples = triples_of(engine, DESK)
    assert len({str(each.predicate) for each in triples if str(each.subject) == f"<{DESK}>"}) == 7
    assert any(str(each.predicate).endswith("#value>") for each in triples)


def test_json_holds_the_whole_card(engine: EmbeddedEngine) -> None:
    document = card(engine, DESK, "en").to_json()
    assert document["label"] == "north desk"
    assert document["provenance"][0]["id"] == "3.2-9"


def test_what_is_only_presumed_is_counted_and_shown_when_asked_for(engine: EmbeddedEngine) -> None:
    presumed = NamedNode("https://w3id.org/dienstgraaf/def#presumedFor")
    other = NamedNode("https://w3id.org/dienstgraaf/id/organisation/other")
    engine.load([Quad(NamedNode(DESK), presumed, other, NamedNode(INFERRED_GRAPH))])
    found = card(engine, "north desk", "en")
    assert links(found.facts, "presumedFor") == []
    assert found.presumptions_left_out == 1
    assert "Left out: 1 presumption (--presumed shows it)." in to_text(found)
    asked = card(engine, "north desk", "en", presumed=True)
    assert len(links(asked.facts, "presumedFor")) == 1
    assert "Left out" not in to_text(asked)


def inferred(engine: EmbeddedEngine, *triples: tuple[str, str, str]) -> None:
    graph = NamedNode(INFERRED_GRAPH)
    engine.load(
        [Quad(*(NamedNode(PREFIXES[n.split(":")[0]] + n.split(":")[1]) for n in each), graph) for each in triples]
    )


def incoming(engine: EmbeddedEngine, name: str) -> list[tuple[str, list[str]]]:
    groups = card(engine, name, "en").incoming
    return [(shorten(group.property), [link.text for link in group.links]) for group in groups]


def test_text_tells_only_the_kinds_that_say_something_and_json_tells_all(engine: EmbeddedEngine) -> None:
    kinds = ("dg:InventoryItem", "dg:RouteEnd", "dg:Fact", "prov:Entity")
    inferred(engine, *(("i-entry-point:north-desk", "rdf:type", kind) for kind in kinds))
    found = card(engine, DESK, "en")
    line = "is Entry point; dg:PublicThing (inferred)"
    assert line in to_text(found).splitlines()
    assert "is [Entry point](https://w3id.org/dienstgraaf/def#EntryPoint); [dg:PublicThing]" in to_markdown(found)
    assert {shorten(each["iri"]) for each in found.to_json()["types"]} >= set(kinds)


def test_a_thing_of_only_foreign_kinds_still_tells_what_it_is(engine: EmbeddedEngine) -> None:
    assert "is owl:Class" in to_text(card(engine, "dg:EntryPoint", "en")).splitlines()


def test_a_fact_is_told_to_be_of_an_item_only_where_nothing_else_links_the_two(engine: EmbeddedEngine) -> None:
    stated = [("i-entry-point:north-desk", "dg:statedFor"), ("i-entry-point:south-desk", "dg:statedFor")]
    inferred(engine, *((*each, "i-organisation:northdam") for each in stated))
    assert ("dg:statedFor", ['=south "desk"']) in incoming(engine, "ND")
    assert ("dg:provider", ["north desk"]) in incoming(engine, "ND")


def test_a_foreign_property_is_left_out_where_one_of_ours_was_the_reason_for_it(engine: EmbeddedEngine) -> None:
    added = [("i-entry-point:north-desk", "dct:publisher"), ("i-entry-point:south-desk", "dct:publisher")]
    inferred(engine, *((*each, "i-organisation:northdam") for each in added))
    assert ("dct:publisher", ['=south "desk"']) in incoming(engine, "ND")
    assert links(card(engine, DESK, "en").facts, "publisher") == []
    assert links(card(engine, "i-entry-point:south-desk", "en").facts, "publisher") == ["Municipality of Northdam"]


def test_the_label_in_the_other_language_is_another_name(engine: EmbeddedEngine) -> None:
    assert "also known as loket Noord" in to_text(card(engine, DESK, "en")).splitlines()
    assert "ook bekend als north desk" in to_text(card(engine, DESK, "nl")).splitlines()
