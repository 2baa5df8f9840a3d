"""Every rule is tested by the good and the bad example that stand beside it in its own file."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest
import rdflib
from pyshacl import validate
from rdflib import RDF, SH, Graph, Literal, Namespace, URIRef

ROOT = Path(__file__).parents[2]
DG = Namespace("https://w3id.org/dienstgraaf/def#")
RULE = "https://w3id.org/dienstgraaf/rule/"
PREFIXES = "@prefix dg: <https://w3id.org/dienstgraaf/def#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
PREFIXES += "@prefix prov: <http://www.w3.org/ns/prov#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"


@functools.cache
def shapes() -> Graph:
    """Return all shapes in one graph."""
    graph = Graph()
    for path in sorted((ROOT / "ontology" / "shapes").glob("*.ttl")):
        graph.parse(path)
    return graph


@functools.cache
def ontology() -> Graph:
    """Return the ontology and its concepts in one graph."""
    graph = Graph()
    for path in [ROOT / "ontology" / "dienstgraaf.ttl", *sorted((ROOT / "ontology" / "concepts").glob("*.ttl"))]:
        graph.parse(path)
    return graph


def rules() -> list[str]:
    """Return the names of all shapes that carry a message."""
    named = {str(s) for s in shapes().subjects(SH.message, None) if isinstance(s, URIRef)}
    return sorted(name.removeprefix(RULE) for name in named)


@functools.cache
def results(example: str) -> dict[str, set[str]]:
    """Validate all rules' examples of one kind at once; give per rule the focus nodes that it reports."""
    data = rdflib.Graph() + ontology()
    for rule in rules():
        for text in shapes().objects(URIRef(RULE + rule), DG[example]):
            data.parse(data=f"{PREFIXES}@prefix ex: <https://example.org/{rule}/> .\n{text}", format="turtle")
    _, report, _ = validate(data, shacl_graph=shapes(), advanced=True)
    assert isinstance(report, Graph)
    found: dict[str, set[str]] = {}
    for result in report.subjects(RDF.type, SH.ValidationResult):
        rule = str(report.value(result, SH.sourceShape)).removeprefix(RULE)
        found.setdefault(rule, set()).add(str(report.value(result, SH.focusNode)))
    return found


def test_there_are_rules_for_every_class_that_people_write() -> None:
    """Every core class is the target of a shape."""
    derived = {DG.OperationalFact, *ontology().subjects(rdflib.RDFS.subClassOf, DG.EntryPoint)}
    written = {
        c
        for c in ontology().subjects(RDF.type, rdflib.OWL.Class)
        if str(c).startswith(str(DG)) and (c, rdflib.RDFS.subClassOf, rdflib.SKOS.Concept) not in ontology()
    } - derived
    targets = set(shapes().objects(None, SH.targetClass))
    assert written - targets - {DG.RouteEnd} == set()


@pytest.mark.parametrize("rule", rules())
class TestRule:
    """What each rule must have and do."""

    def test_it_speaks_dutch_and_english(self, rule: str) -> None:
        """A message in each language."""
        messages = list(shapes().objects(URIRef(RULE + rule), SH.message))
        assert sorted(m.language or "" for m in messages if isinstance(m, Literal)) == ["en", "nl"]

    def test_its_good_example_passes(self, rule: str) -> None:
        """The rule reports nothing in its own good example."""
        assert shapes().value(URIRef(RULE + rule), DG.validExample), "add dg:validExample to the rule"
        own = {f for f in results("validExample").get(rule, set()) if f.startswith(f"https://example.org/{rule}/")}
        assert own == set()

    def test_its_bad_example_is_reported(self, rule: str) -> None:
        """The rule reports something in its own bad example."""
        assert shapes().value(URIRef(RULE + rule), DG.invalidExample), "add dg:invalidExample to the rule"
        own = {f for f in results("invalidExample").get(rule, set()) if f.startswith(f"https://example.org/{rule}/")}
        assert own != set()
