"""The Python interface."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import rdflib

import dienstgraaf
from dienstgraaf import DienstgraafError, Inventory
from dienstgraaf.engine import QueryFormError, QuerySyntaxError, Solutions
from dienstgraaf.inventory import DataFolderError

DESKS = "desks-by-provider"
NORTH = "https://w3id.org/dienstgraaf/id/entry-point/north-desk"


@pytest.fixture
def inventory(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Inventory:
    monkeypatch.setenv("DIENSTGRAAF_CACHE", str(tmp_path / "cache"))
    return Inventory.load(small, only_data=True)


def test_a_question_is_asked_with_keyword_arguments(inventory: Inventory) -> None:
    answer = inventory.ask(DESKS, provider="ND")
    assert answer.question.slug == DESKS
    assert answer.to_rows() == [
        {
            "desk": NORTH,
            "deskLabel": "north desk",
            "provider": "https://w3id.org/dienstgraaf/id/organisation/northdam",
            "providerLabel": "Municipality of Northdam",
            "segments": ["3.2-9", "3.2-10"],
        }
    ]
    assert len(inventory.ask(DESKS, provider=["ND", "ZD"])) == 2
    assert inventory.ask("has-a-desk", provider="WR").boolean is False


def test_the_language_is_that_of_the_inventory(small: Path, inventory: Inventory) -> None:
    dutch = Inventory.load([small], only_data=True, lang="nl")
    assert dutch.ask(DESKS, provider="ND").rows[0][1] == "loket Noord"
    assert dutch.show(NORTH).label == "loket Noord"


def test_data_of_ones_own_stands_beside_the_shipped_inventory(small: Path, inventory: Inventory) -> None:
    both = Inventory.load(small)
    everything = "SELECT (COUNT(*) AS ?n) WHERE { ?x a dg:EntryPoint }"
    assert both.select(everything)[0]["n"] > inventory.select(everything)[0]["n"] == 2
    assert {"has-a-desk", "entry-points-for-non-digital-citizens"} <= {each.slug for each in both.questions()}


def test_sparql_gives_each_form_its_own_type(inventory: Inventory) -> None:
    assert isinstance(inventory.sparql("SELECT ?s WHERE { ?s a dg:EntryPoint }"), Solutions)
    assert inventory.sparql("ASK { ?s a dg:EntryPoint }") is True
    assert len(inventory.sparql("CONSTRUCT WHERE { ?s a dg:EntryPoint }")) == 2


def test_a_select_gives_plain_values(inventory: Inventory) -> None:
    query = 'SELECT ?i ?d ?b ?t ?n ?u WHERE { VALUES (?i ?d ?b ?t ?n) { (5 1.5 true "x"@nl UNDEF) } BIND(dg:a AS ?u) }'
    (row,) = inventory.select(query)
    assert row["i"] == 5
    assert str(row["d"]) == "1.5"
    assert row["b"] is True
    assert (row["t"], row["n"], row["u"]) == ("x", None, "https://w3id.org/dienstgraaf/def#a")


def test_a_broken_query_tells_its_place(inventory: Inventory) -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        inventory.select("SELECT ?s WHERE {\n ?s ?p }")
    assert caught.value.line == 2
    with pytest.raises(QueryFormError):
        inventory.select("ASK {}")


def test_the_graph_is_rdflibs_with_what_was_inferred(inventory: Inventory) -> None:
    graph = inventory.graph()
    assert isinstance(graph, rdflib.Graph)
    wanted = rdflib.URIRef(NORTH), rdflib.RDFS.label, rdflib.Literal("loket Noord", lang="nl")
    assert wanted in graph
    item = rdflib.URIRef("https://w3id.org/dienstgraaf/def#InventoryItem")
    assert (rdflib.URIRef(NORTH), rdflib.RDF.type, item) in graph
    without = Inventory([*inventory.layouts], inventory._open_engine, "en")
    assert len(without.graph()) == len(graph)


def test_what_was_inferred_can_be_left_out(small: Path, inventory: Inventory) -> None:
    bare = Inventory.load(small, only_data=True, inferred=False)
    query = "ASK { <" + NORTH + "> a dg:InventoryItem }"
    assert inventory.sparql(query) is True
    assert bare.sparql(query) is False


def test_coverage_counts_segments(inventory: Inventory) -> None:
    assert inventory.coverage().segments == ()


def test_files_are_validated_by_path_or_as_a_whole(inventory: Inventory, tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text("<https://w3id.org/dienstgraaf/id/place/x> a <https://w3id.org/dienstgraaf/def#Plaec> .\n", "utf-8")
    for given in (str(path), [path]):
        report = inventory.validate(given)
        assert [each.message("en") for each in report.findings] == [
            "dg:Plaec is not defined in the ontology. Did you mean: dg:Place?"
        ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"only_data": True}, "at least one data folder"),
        ({"data": "x", "endpoint": "http://localhost:1/"}, "do not go together"),
        ({"lang": "fr"}, "language 'fr' is unknown"),
    ],
)
def test_arguments_that_do_not_go_together_are_refused(arguments: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Inventory.load(**arguments)


def test_a_folder_that_is_not_there_is_an_error_of_the_packages_own(tmp_path: Path) -> None:
    with pytest.raises(DataFolderError) as caught:
        Inventory.load(tmp_path / "none")
    assert isinstance(caught.value, DienstgraafError)


@pytest.mark.parametrize("name", dienstgraaf.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    value = getattr(dienstgraaf, name)
    assert isinstance(value, str) or value.__doc__
    assert name in dir(dienstgraaf)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing_like_it"):
        dienstgraaf.nothing_like_it  # noqa: B018


def test_importing_the_package_imports_nothing_of_it() -> None:
    code = "import sys, dienstgraaf; print([name for name in sys.modules if name.startswith('dienstgraaf.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
