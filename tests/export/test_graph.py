"""The profile graph: GraphML and GEXF that networkx opens, whole and harmless."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from pyoxigraph import Literal

from dienstgraaf import Inventory
from dienstgraaf.export import Wish, export, read_profile
from dienstgraaf.export.writers import FORMATS
from dienstgraaf.export.writers.xmltext import readable
from dienstgraaf.inventory import shipped
from export_claims import LABEL, Stated, untrue
from exported import HOSTILE, with_data

READERS = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}
ID = "https://w3id.org/dienstgraaf/id/"


def network(inventory: Inventory, path: Path, **options: Any) -> nx.MultiDiGraph:
    """An export as networkx reads it, by IRI."""
    done = inventory.export("graph", path, **options)
    assert done.written, [each.text("en") for each in done.findings]
    read = READERS[path.suffix.removeprefix(".")](path)
    return nx.relabel_nodes(read, {name: data["iri"] for name, data in read.nodes(data=True)})


@pytest.fixture(params=["graphml", "gexf"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Where to write, in each of the formats."""
    return tmp_path / f"o.{request.param}"


def edges(graph: nx.MultiDiGraph, kind: str) -> dict[str, tuple[str, str, dict[str, Any]]]:
    """The edges of a kind by IRI: start, end and attributes."""
    return {data["iri"]: (start, end, data) for start, end, data in graph.edges(data=True) if data["kind"] == kind}


def test_networkx_opens_it_and_every_edge_has_its_nodes(report: Inventory, place: Path) -> None:
    graph = network(report, place)
    assert isinstance(graph, nx.MultiDiGraph)
    assert all("kind" in data for _, data in graph.nodes(data=True))
    kinds = {data["kind"] for _, data in graph.nodes(data=True)}
    assert {"Organisation", "EntryPoint", "Channel", "SupportLine", "LifeEvent", "Service"} <= kinds


def test_nodes_have_labels_hedges_and_segments(report: Inventory, place: Path) -> None:
    graph = network(report, place, lang="en")
    node = graph.nodes[f"{ID}entry-point/duo-svb-joint-desk"]
    assert node["label"] == node["label_en"] == "joint desk of DUO and SVB"
    assert node["inOperation"] is True
    assert node["saidOf"] == "Organisation"
    assert "4.2-21" in node["wasDerivedFrom"]
    assert graph.nodes[f"{ID}entry-point/ind-desks"]["inOperation"] is False


def test_a_referral_is_an_edge_with_its_hedges(report: Inventory, place: Path) -> None:
    graph = network(report, place, lang="en")
    hops = edges(graph, "AccessRoute")
    query = f"""SELECT ?route ?from ?to WHERE {{ ?route dg:from ?from ; dg:to ?to
      FILTER (STRSTARTS(STR(?route), "{ID}route/svb-")) }}"""
    expected = {row["route"]: (row["from"], row["to"]) for row in report.select(query)}
    assert len(expected) > 3
    assert {iri: hops[iri][:2] for iri in expected} == expected
    card = hops[f"{ID}route/svb-handwritten-card"][2]
    assert card["routeKind"] == "outreach"
    assert card["hedge"] == "in ieder geval richting een oplossing"
    assert card["wasDerivedFrom"] == "4.2-04"


def test_channel_use_is_an_edge_from_the_entry_point_to_the_channel(report: Inventory, place: Path) -> None:
    graph = network(report, place)
    start, end, data = edges(graph, "ChannelUse")[f"{ID}channel-use/svb-own-office"]
    assert (start, end) == (f"{ID}entry-point/svb-own-offices", f"{ID}channel/svb-own-office")
    assert data["asksDigitalSkill"] == "false"


def test_archetypes_show_and_what_hangs_on_them_comes_only_if_asked(report: Inventory, place: Path) -> None:
    plain = network(report, place)
    wide = network(report, place, archetypes=True)
    general = f"{ID}entry-point/municipality-social-desk"
    assert general not in plain
    assert wide.nodes[general]["saidOf"] == "Archetype"
    assert wide.nodes[f"{ID}archetype/municipality"]["kind"] == "Archetype"
    assert set(plain.nodes) <= set(wide.nodes)


def test_a_generated_inventory_opens_too(with_two: Inventory, place: Path) -> None:
    graph = network(with_two, place)
    assert len(graph) > 400
    assert all("kind" in data for _, data in graph.nodes(data=True))


def test_one_provider_alone(report: Inventory, place: Path) -> None:
    graph = network(report, place, provider="SVB")
    assert 10 < len(graph) < len(network(report, place))
    assert f"{ID}organisation/svb" in graph


def test_hostile_labels_arrive_as_whole_as_xml_can_hold_them(hostile_inventory: Inventory, place: Path) -> None:
    graph = network(hostile_inventory, place)
    node = graph.nodes["https://town.example/id/desk"]
    assert node["label_nl"] == node["label_en"] == node["hedge"] == readable(HOSTILE)
    assert edges(graph, "AccessRoute")["https://town.example/id/hop"][2]["hedge"] == readable(HOSTILE)
    assert b"</script>" not in place.read_bytes()
    ET.parse(place)


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_the_bytes_are_the_same_every_time_and_for_every_batch(report: Inventory, form: str) -> None:
    made = []
    for batch in (400, 7):
        output = io.BytesIO()
        wish = Wish(check=False, batch=batch)
        profile = read_profile([shipped()], "graph")
        export(Inventory.load(inferred=False).engine, profile, wish, FORMATS[form], output)
        made.append(output.getvalue())
    assert made[0] == made[1]


class Drawn:
    """A graph that was exported, and what it says of statements."""

    def __init__(self, graph: nx.MultiDiGraph, stated: Stated) -> None:
        self.stated = stated
        self.data = dict(graph.nodes(data=True))
        self.ends: dict[str, tuple[str, str]] = {}
        self.links: set[tuple[str, str, str]] = set()
        for start, end, data in graph.edges(data=True):
            self.data[data["iri"]] = data
            self.ends[data["iri"]] = (start, end)
            self.links.add((start, data["kind"], end))

    def arrives(self, item: str, term: str, value: Any) -> bool:
        """Whether a statement is an attribute, an edge, or an end of one."""
        name = term.replace("#", "/").rpartition("/")[2]
        start, end = self.ends.get(item, ("", ""))
        if (item, name, value.value) in self.links or value.value == {
            "from": start,
            "to": end,
            "entryPoint": start,
            "channel": end,
        }.get(name):
            return True
        key = f"label_{value.language}" if term == LABEL else name
        found = str(self.data.get(item, {}).get(key, "")).removesuffix("\n")
        text = value.value if isinstance(value, Literal) else self.called(value.value)
        return f" | {readable(text)} | " in f" | {found} | "

    def called(self, iri: str) -> str:
        return self.stated.segments.get(iri) or self.stated.name(iri, "nl") or iri


@pytest.mark.parametrize("archetypes", [False, True])
def test_what_the_report_says_arrives_stands_in_the_graph(
    inventory: Inventory, tmp_path: Path, archetypes: bool
) -> None:
    stated = Stated(inventory)
    drawn = Drawn(network(inventory, tmp_path / "o.graphml", archetypes=archetypes, check=False), stated)
    assert untrue(stated, "graph", drawn.arrives, "mapped", archetypes=archetypes) == []


def test_what_refers_to_something_undescribed_is_not_said_to_arrive_unless_it_does(
    half: Inventory, tmp_path: Path
) -> None:
    stated = Stated(half)
    drawn = Drawn(network(half, tmp_path / "o.graphml", check=False), stated)
    assert untrue(stated, "graph", drawn.arrives, "mapped") == []


@pytest.mark.parametrize("lang", [None, "nl"])
def test_a_region_in_the_language_of_a_name_does_not_lose_the_name(tmp_path: Path, lang: str | None) -> None:
    own = with_data(
        tmp_path / "own",
        """
        ex:town a dg:Organisation ; rdfs:label "Vlaams"@nl-BE, "British"@en-GB .
        """,
    )
    drawn = network(own, tmp_path / "o.graphml", lang=lang)
    (town,) = [data for data in drawn.nodes.values() if data["iri"].endswith("/town")]
    assert (town["label_nl"], town["label"]) == ("Vlaams", "Vlaams")
    assert town.get("label_en") == (None if lang else "British")
