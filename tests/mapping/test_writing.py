"""Maps in each format: whole, valid, and harmless whatever the labels hold."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import networkx
import pytest

from dienstgraaf.mapping import FORMATS, Map, compute_map, sketch, write_map
from dienstgraaf.mapping.graphml import to_network
from dienstgraaf.mapping.writing import title
from dienstgraaf.messages import LANGUAGES, text
from dienstgraaf.structure import Structure
from drafted import Drafted

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "a \"b\" 'c' ]]> </script><script>alert(1)</script> | $x ${y} ; # % {{z}} `w` \\n <b>& | --> end"
"""A label that means something to each of the languages that maps are written in."""


@pytest.fixture
def found(town: Drafted) -> Map:
    return compute_map(town.structure(), "en")


@pytest.fixture
def hostile(draft: Drafted) -> Map:
    """Two parties with such a label, one of them on two lines, and a kind of organisation and hedge like it."""
    draft.party("good", "Organisation", HOSTILE, organisationKind="guild")
    draft.labels[draft.values[draft.iri("good")]["organisationKind"][0]] = HOSTILE
    draft.party("bad", "Group", f"{HOSTILE}\nnext line\x01")
    draft.party("lone", label="")
    draft.hop("good", "bad", hedges=[HOSTILE], segments=["3.1-1"])
    draft.hop("bad", "lone", "forwarding")
    return compute_map(draft.structure(), "en", center=[draft.iri("good")], hops=2)


def words(svg: bytes) -> str:
    """What a reader sees in a picture, with lines and spaces run together."""
    root = ET.fromstring(svg)
    return re.sub(r"\s+", "", "".join("".join(each.itertext()) for each in root.iter(f"{SVG}text")))


def test_the_table_has_a_row_for_each_link_and_hides_iris_from_people(found: Map) -> None:
    rows = list(csv.DictReader(io.StringIO(write_map(found, "csv").decode(), newline="")))
    assert len(rows) == len(found.links)
    assert rows[-1] == {
        "from": found.links[-1].start.iri,
        "fromLabel": "town hall",
        "fromPlaces": "desk",
        "to": found.links[-1].end.iri,
        "toLabel": "shelter",
        "toPlaces": "",
        "kind": "forwarding",
        "hops": "1",
        "back": "",
        "hedges": "now and then",
        "status": "operational",
        "segments": "3.3-1",
    }
    assert "https://" not in write_map(found, "table").decode()


def test_json_holds_everything_and_tells_what_a_picture_leaves_out(found: Map) -> None:
    document = json.loads(write_map(found, "json", limit=2))
    assert len(document["parties"]) == 6
    assert len(document["links"]) == len(found.links)
    assert document["links"][0]["hops"][0]["iri"].startswith("https://")
    assert document["picture"]["boxes"] == 2
    assert document["picture"]["leftOut"]["parties"] > 0
    assert json.loads(write_map(found, "json"))["picture"]["leftOut"] == {"parties": 0, "links": 0}


def test_graphml_opens_in_networkx_with_all_attributes(found: Map) -> None:
    graph = networkx.parse_graphml(write_map(found, "graphml").decode(), force_multigraph=True)
    assert dict(graph.nodes(data=True)) == dict(to_network(found).nodes(data=True))
    assert graph.number_of_edges() == len(found.links)
    labels = {node: data["label"] for node, data in graph.nodes(data=True)}
    assert sorted(labels.values()) == ["agency", "church", "library", "school", "shelter", "town hall"]
    (edge,) = [data for start, end, data in graph.edges(data=True) if labels[end] == "shelter"]
    assert edge["kind"] == "forwarding"
    assert (edge["hedge"], edge["segments"], edge["status"], edge["hops"]) == (
        "now and then",
        "3.3-1",
        "operational",
        1,
    )
    assert edge["iri"].startswith("https://")
    planned = [data for _, _, data in graph.edges(data=True) if not data["inOperation"]]
    assert [data["status"] for data in planned] == ["planned"]
    assert {data["cluster"] for _, data in graph.nodes(data=True)} == {
        "municipalities",
        "executive agencies",
        "partners and others",
    }


def test_mermaid_has_subgraphs_for_clusters_and_a_style_for_each_arrow(found: Map) -> None:
    drawn = write_map(found, "mermaid").decode()
    assert "\nflowchart LR\n" in drawn
    assert 'subgraph c0["municipalities"]' in drawn
    assert 'b2("library<br/>school<br/>church"):::archetype' in drawn
    arrows = re.findall(r"^ +[bs]\d+(?:\[\" \"\])? (?:-->|<-->|--o|o--o)", drawn, re.M)
    styles = re.findall(r"^ +linkStyle (\d+) stroke:#[0-9a-f]{6}", drawn, re.M)
    assert [int(number) for number in styles] == list(range(len(arrows)))
    assert "stroke-dasharray:5 5" in drawn
    assert "stroke-dasharray:2 2" in drawn


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_picture_has_a_title_a_description_a_legend_and_all_names_as_text(town: Drafted, lang: str) -> None:
    found = compute_map(town.structure(), lang)
    svg = write_map(found, "svg")
    root = ET.fromstring(svg)
    assert root.get("role") == "img"
    assert root.get("lang") == lang
    heading, told = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert heading is not None
    assert heading.text == text("map-title", lang)
    assert told is not None
    assert "town hall" in (told.text or "")
    seen = words(svg)
    for party in found.parties:
        assert party.label.replace(" ", "") in seen
    for key in ("legend", "legend-guidance", "legend-hedged", "legend-not-in-operation", "legend-archetype"):
        assert text(key, lang).replace(" ", "") in seen
    assert b"http" not in re.sub(rb'xmlns(?::\w+)?="[^"]*"', b"", svg).replace(b"data:application/font-woff", b"")


def test_a_picture_that_leaves_something_out_says_so(found: Map) -> None:
    told = text("map-left-out", "en", parties=4, links=4, middle="town hall")
    assert told.replace(" ", "") in words(write_map(found, "svg", limit=2))
    assert "left out to stay readable" in write_map(found, "mermaid", limit=2).decode()
    assert "leftout" not in words(write_map(found, "svg"))


def test_an_empty_map_says_that_nothing_is_stated(draft: Drafted) -> None:
    draft.party("hermit")
    alone = compute_map(draft.structure(), "en", center=[draft.iri("hermit")])
    assert "hermit" in words(write_map(alone, "svg"))
    assert "Notstated" in words(write_map(alone, "svg"))
    nothing = compute_map(draft.structure(), "en")
    for name in FORMATS:
        assert isinstance(write_map(nothing, name), bytes)


def test_the_title_tells_what_is_mapped(town: Drafted) -> None:
    town.audience("residents")
    town.hop("town hall", "residents", "outreach")
    structure, hall = town.structure(), [town.iri("town hall")]
    assert title(compute_map(structure, "en")) == "Who guides and refers to whom"
    assert (
        title(compute_map(structure, "nl", center=hall))
        == "Wie leidt toe en verwijst naar wie: rond town hall, tot 1 stap ver"
    )
    assert title(compute_map(structure, "en", ["outreach"])) == "Who reaches whom"


def test_hostile_labels_come_out_whole_in_the_picture_and_do_nothing(hostile: Map) -> None:
    svg = write_map(hostile, "svg")
    assert re.sub(r"\s+", "", HOSTILE) in words(svg)
    root = ET.fromstring(svg)
    assert [each.tag for each in root.iter() if each.tag.endswith(("script", "foreignObject"))] == []


def test_hostile_labels_come_out_whole_in_data_formats(hostile: Map) -> None:
    document = json.loads(write_map(hostile, "json"))
    assert HOSTILE in {party["label"] for party in document["parties"]}
    rows = list(csv.DictReader(io.StringIO(write_map(hostile, "csv").decode(), newline="")))
    assert HOSTILE in {row["fromLabel"] for row in rows}
    graph = networkx.parse_graphml(write_map(hostile, "graphml").decode())
    labels = {data["label"] for _, data in graph.nodes(data=True)}
    assert {HOSTILE, f"{HOSTILE}\nnext line "} <= labels


def test_hostile_labels_mean_nothing_to_mermaid_and_can_be_read_back(hostile: Map) -> None:
    drawn = write_map(hostile, "mermaid").decode()
    body = drawn.split("---\n", 2)[2]
    (line,) = re.findall(r'^ +b\d+\["([^"]*)"\]:::organisation$', body, re.M)
    assert not set(line) & set("`$|<>{}[]\\&")
    assert re.sub(r"#(\d+);", lambda match: chr(int(match[1])), line) == re.sub(r"\s+", " ", HOSTILE)


class Tags(HTMLParser):
    """Gathers the names of elements, and the text outside style."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def test_hostile_labels_do_nothing_in_a_page(hostile: Map) -> None:
    tags = Tags()
    tags.feed(write_map(hostile, "html").decode())
    assert "svg" in tags.names
    assert "table" in tags.names
    assert not tags.names & {"script", "b", "iframe", "link"}
    assert HOSTILE in tags.text


def test_the_same_map_is_drawn_the_same(found: Map, town: Drafted) -> None:
    again = compute_map(town.structure(), "en")
    for name in ("svg", "mermaid", "graphml", "json", "html"):
        assert write_map(again, name) == write_map(found, name)


def test_a_cut_map_of_a_large_country_is_drawn_and_tells_what_is_not_there(country: Structure) -> None:
    svg = words(write_map(compute_map(country, "en"), "svg"))
    assert "leftouttostayreadable" in svg
    drawn = write_map(compute_map(country, "en"), "mermaid").decode()
    assert len(drawn) < 100_000


def test_a_box_that_is_unfolded_is_drawn_alone(found: Map) -> None:
    assert len(sketch(found, unfold=True).boxes) == len(found.parties)
