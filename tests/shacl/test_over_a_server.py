"""The same checks over a real SPARQL server as embedded, while the data stay where they are."""

from __future__ import annotations

import io
import re
from collections import Counter
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from dienstgraaf import Inventory
from dienstgraaf.engine import EmbeddedEngine, RemoteEngine, Solutions
from dienstgraaf.export import dump
from dienstgraaf.inventory.namespaces import PREFIXES
from dienstgraaf.shacl import Graph, check
from servers import SparqlServer
from shacl_cases import keys
from shacl_suite import ALL, Entry, expected, validated

SOME = [entry for entry in ALL if entry.name.startswith(("core/property/", "core/path/", "sparql/"))]
WHOLE = re.compile(r"CONSTRUCT|DESCRIBE|SELECT\s+\*|\{\s*\?\w+\s+\?\w+\s+\?\w+\s*\.?\s*\}")
"""A query for everything that there is."""


class Watched:
    """An engine that remembers what it is asked."""

    def __init__(self, engine: RemoteEngine) -> None:
        self.engine = engine
        self.queries: list[str] = []

    def select(self, query: str) -> Solutions:
        self.queries.append(query)
        return self.engine.select(query)


@pytest.fixture(scope="module")
def shapes(repo_root: Path) -> Graph:
    files = sorted((repo_root / "ontology" / "shapes").glob("*.ttl"))
    return Graph(quad.triple for file in files for quad in parse(file.read_bytes(), RdfFormat.TURTLE))


@pytest.fixture(scope="module")
def broken() -> list[Quad]:
    """The inventory with one in twenty of its statements gone, and a reference that leads nowhere."""
    quads = sorted((quad for quad in Inventory.load().quads() if not quad.subject.value.startswith("_")), key=str)
    kept = [quad for number, quad in enumerate(quads) if number % 20 or "ontology" in str(quad.graph_name)]
    status, subject = NamedNode(PREFIXES["dg"] + "status"), NamedNode("https://example.org/thing")
    return [*kept, Quad(subject, status, NamedNode("https://example.org/none"))]


def test_the_shapes_of_the_project_find_the_same_in_a_broken_inventory(
    shapes: Graph, broken: list[Quad], sparql_server: SparqlServer
) -> None:
    content = io.BytesIO()
    dump(broken, content)
    request = Request(f"{sparql_server.base}/store", content.getvalue(), {"Content-Type": "application/n-quads"})
    urlopen(request, timeout=60).close()
    embedded = EmbeddedEngine()
    embedded.load(broken)
    remote = Watched(RemoteEngine(sparql_server.query_url))
    here, there = list(check(embedded, shapes)), list(check(remote, shapes))
    assert len(here) > 100
    assert keys(there, shapes) == keys(here, shapes)
    assert Counter(each.messages for each in there) == Counter(each.messages for each in here)
    assert len(remote.queries) > 50
    assert [query for query in remote.queries if WHOLE.search(query)] == []


@pytest.mark.parametrize("entry", SOME or [None], ids=lambda entry: entry.name if entry else "absent")
def test_an_entry_of_the_suite_gives_the_same_over_a_server(
    shared: Path, entry: Entry, sparql_server: SparqlServer
) -> None:
    if expected(entry) is None or "ill-formed" in entry.name:
        with pytest.raises(ValueError, match=r"\w"):
            validated(entry, RemoteEngine(sparql_server.query_url))
    else:
        assert validated(entry, RemoteEngine(sparql_server.query_url)) == validated(entry, EmbeddedEngine())
