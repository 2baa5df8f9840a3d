"""The catalogue: accepted by the official rules of DCAT-AP-NL, recommended ones too, and true to the files."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from dienstgraaf import Inventory
from exported import PREFIXES, export, of_class, values, with_data

DCAT = "http://www.w3.org/ns/dcat#"
ACCESS = "http://publications.europa.eu/resource/authority/access-right/"
DCT = "http://purl.org/dc/terms/"
EU = "http://publications.europa.eu/resource/authority/"
CATALOGUE = "https://w3id.org/dienstgraaf/doc/catalogue"
OWN = "https://w3id.org/dienstgraaf/"
DESCRIBED = """
<https://data.example.org/graph/own> a dcat:Dataset ;
    dct:title "Loketten van Voorbeeld"@nl ; dct:publisher ex:town ; dct:license <https://example.org/licence> .
ex:town a dg:Organisation ; rdfs:label "gemeente Voorbeeld"@nl, "Municipality of Example"@en .
ex:desk a dg:EntryPoint ; rdfs:label "balie"@nl ; dg:topic c-topic:parking .
"""


def test_the_official_rules_find_nothing_but_what_is_listed_with_its_reason(inventory: Inventory, shared: Path) -> None:
    triples, done = export(inventory, "dcat-ap-nl", official=shared / "standards")
    assert done.findings == []
    suppliers = {name for name in of_class(triples, f"{DCAT}Dataset") if not name.startswith(OWN)}
    paths = Counter(each.path for each in done.accepted)
    accepted = (f"{DCAT}accessService", f"{DCAT}downloadURL", f"{DCAT}landingPage")
    assert paths == (dict.fromkeys(accepted, len(suppliers)) if suppliers else {})
    assert {each.severity for each in done.accepted} <= {"warning"}


def test_every_file_that_describes_itself_is_in_the_catalogue_with_a_distribution(inventory: Inventory) -> None:
    triples, _ = export(inventory, "dcat-ap-nl")
    files = {row[0].value for row in inventory.engine.select("SELECT ?file { ?file a dcat:Dataset }")}
    assert len(files) > 150
    assert of_class(triples, f"{DCAT}Dataset") == files == values(triples, CATALOGUE, f"{DCAT}dataset")
    assert len(of_class(triples, f"{DCAT}Distribution")) == len(files)


def test_a_file_that_does_not_describe_itself_is_left_out(tmp_path: Path) -> None:
    own = with_data(tmp_path / "own", "ex:town a dg:Organisation ; rdfs:label 'gemeente Voorbeeld'@nl .")
    triples, done = export(own, "dcat-ap-nl")
    assert done.valid
    assert all(name.startswith(OWN) for name in of_class(triples, f"{DCAT}Dataset"))


def test_themes_and_keywords_are_those_of_the_topics_in_a_file(tmp_path: Path) -> None:
    triples, _ = export(with_data(tmp_path / "own", DESCRIBED), "dcat-ap-nl")
    themes = values(triples, "https://data.example.org/graph/own", f"{DCAT}theme")
    assert f"{EU}data-theme/TRAN" in themes
    assert "http://standaarden.overheid.nl/owms/terms/Verkeer_(thema)" in themes
    assert "https://identifier.overheid.nl/tooi/def/thes/top/c_849842ac" in themes
    assert values(triples, "https://data.example.org/graph/own", f"{DCAT}keyword") == {"parkeren", "parking"}
    elsewhere = values(triples, f"{OWN}graph/ontology/concepts/audience", f"{DCAT}theme")
    assert {name for name in elsewhere if name.startswith(EU)} == {f"{EU}data-theme/GOVE"}


def test_a_supplier_is_named_as_publisher_and_maker_with_its_place_in_the_register(tmp_path: Path) -> None:
    register = (
        "ex:town dg:registerEntry ex:entry . ex:entry dg:registerIri <https://identifier.overheid.nl/tooi/id/x> ."
    )
    triples, _ = export(with_data(tmp_path / "own", DESCRIBED + register), "dcat-ap-nl")
    town = "https://data.example.org/id/town"
    assert values(triples, "https://data.example.org/graph/own", f"{DCT}publisher") == {town}
    assert values(triples, "https://data.example.org/graph/own", f"{DCT}creator") == {town}
    assert values(triples, town, "http://www.w3.org/2002/07/owl#sameAs") == {"https://identifier.overheid.nl/tooi/id/x"}
    assert values(triples, f"{town}#contact", "http://www.w3.org/2006/vcard/ns#fn") >= {"gemeente Voorbeeld"}


def test_licences_and_languages_are_those_of_the_eu_where_it_has_them(tmp_path: Path) -> None:
    triples, _ = export(with_data(tmp_path / "own", DESCRIBED), "dcat-ap-nl")
    theirs, ours = "https://data.example.org/graph/own", f"{OWN}graph/ontology/concepts/audience"
    assert values(triples, f"{theirs}#turtle", f"{DCT}license") == {"https://example.org/licence"}
    assert values(triples, f"{ours}#turtle", f"{DCT}license") == {f"{EU}licence/CC0"}
    assert values(triples, theirs, f"{DCT}language") == {f"{EU}language/NLD"}
    assert values(triples, ours, f"{DCT}language") == {f"{EU}language/NLD", f"{EU}language/ENG"}


def test_distributions_that_a_file_states_come_instead_of_the_file_itself(tmp_path: Path, shared: Path) -> None:
    stated = """
        <https://data.example.org/graph/own> dcat:distribution ex:download ;
            dcat:landingPage <https://example.org/page> .
        ex:download dct:title "alles"@nl ; dcat:downloadURL <https://example.org/all.ttl> .
    """
    own = with_data(tmp_path / "own", DESCRIBED + stated)
    triples, done = export(own, "dcat-ap-nl", official=shared / "standards")
    assert done.findings == []
    assert [each.path for each in done.accepted] == [f"{DCAT}accessService"]
    name = "https://data.example.org/id/download"
    assert values(triples, "https://data.example.org/graph/own", f"{DCAT}distribution") == {name}
    assert values(triples, name, f"{DCAT}accessURL") == {"https://example.org/all.ttl"}
    assert values(triples, name, f"{DCT}license") == {"https://example.org/licence"}
    assert values(triples, "https://data.example.org/graph/own", f"{DCAT}landingPage") == {"https://example.org/page"}


@pytest.mark.parametrize(
    ("without", "path"), [("dct:license <https://example.org/licence>", "license"), ('"@nl ;', "language")]
)
def test_a_description_that_lacks_something_is_not_written_and_the_rule_says_how_to_mend_it(
    tmp_path: Path, without: str, path: str
) -> None:
    text = DESCRIBED.replace(without, '" ;' if path == "language" else "dct:subject ex:nothing", 1)
    triples, done = export(with_data(tmp_path / "own", text), "dcat-ap-nl")
    assert not triples
    assert not done.written
    assert f"{DCT}{path}" in {each.path for each in done.findings}
    assert all("Herstel" in each.text("nl") and "To mend it" in each.text("en") for each in done.findings)


def test_a_file_that_does_not_describe_itself_is_told(tmp_path: Path) -> None:
    own = with_data(tmp_path / "own", 'ex:town a dg:Organisation ; rdfs:label "stad"@nl .')
    (tmp_path / "own" / "described.ttl").write_text(PREFIXES + DESCRIBED, encoding="utf-8")
    _, done = export(own, "dcat-ap-nl")
    assert done.written
    (found,) = done.findings
    assert found.severity == "warning"
    assert found.place.endswith("own/own.ttl:1:1")
    assert "does not describe itself" in found.text("en")


def test_of_who_says_nothing_of_access_it_is_public_and_no_service_is_claimed(tmp_path: Path) -> None:
    stated = f"\n<https://data.example.org/graph/own> dct:accessRights <{ACCESS}RESTRICTED> ."
    for said, rights in (("", "PUBLIC"), (stated, "RESTRICTED")):
        triples, _ = export(with_data(tmp_path / "own", DESCRIBED + said), "dcat-ap-nl")
        assert values(triples, "https://data.example.org/graph/own", f"{DCT}accessRights") == {ACCESS + rights}
    assert "https://data.example.org/graph/own" not in values(triples, f"{OWN}doc/sparql", f"{DCAT}servesDataset")
    assert not values(triples, "https://data.example.org/graph/own#turtle", f"{DCAT}accessService")


def test_the_catalogue_of_one_publisher_has_its_files_only(with_two: Inventory) -> None:
    triples, done = export(with_two, "dcat-ap-nl", provider="gemeente Esdoornterterp", lang="nl")
    found = of_class(triples, f"{DCAT}Dataset")
    assert done.valid
    assert len(found) == 8
    assert found == values(triples, CATALOGUE, f"{DCAT}dataset")
    assert all(name.startswith("https://data.esdoornterterp.example/") for name in found)


def test_each_data_set_tells_its_version_and_the_date_of_its_source(report: Inventory) -> None:
    triples, _ = export(report, "dcat-ap-nl")
    file = f"{OWN}graph/instances/executive-agencies/svb"
    assert values(triples, file, f"{DCAT}version") == {"0.1.0"}
    (period,) = values(triples, file, f"{DCT}temporal")
    assert values(triples, period, f"{DCAT}startDate") == {"2021-04-21"}
    assert any("2021" in text for text in values(triples, f"{file}#provenance", f"{DCT}title") | _labels(triples, file))


def _labels(triples, file: str) -> set[str]:
    return values(triples, f"{file}#provenance", "http://www.w3.org/2000/01/rdf-schema#label")
