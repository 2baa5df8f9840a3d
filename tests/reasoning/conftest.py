"""Small graphs for the tests of inference, and a cache of their own."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from dienstgraaf.inventory.namespaces import prologue

PROLOGUE = prologue(["dg", "owl", "rdf", "rdfs", "skos", "xsd"]) + "PREFIX : <https://example.org/>\n"


@pytest.fixture
def graph():
    """Turns Turtle into quads; the prefixes dg, owl, rdf, rdfs, skos, xsd and the empty one are declared."""

    def made(turtle: str) -> list[Quad]:
        name = NamedNode("https://example.org/graph")
        triples = parse((PROLOGUE + turtle).encode(), format=RdfFormat.TURTLE)
        return [Quad(each.subject, each.predicate, each.object, name) for each in triples]

    return made


@pytest.fixture
def triples(graph):
    """Turns Turtle into a set of triples."""
    return lambda turtle: {quad.triple for quad in graph(turtle)}


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    """The folder of this test's own cache; it does not exist yet."""
    folder = tmp_path / "the-cache"
    monkeypatch.setenv("DIENSTGRAAF_CACHE", str(folder))
    return folder
