"""A small ontology to draw: three classes, a class of concepts with its scheme, and a few properties."""

from __future__ import annotations

from pathlib import Path

import pytest

from dienstgraaf.diagram import Vocabulary, read_vocabulary
from dienstgraaf.inventory.layout import Layout, at, shipped

PREFIXES = """\
@prefix c-level: <https://w3id.org/dienstgraaf/concept/level/> .
@prefix dg: <https://w3id.org/dienstgraaf/def#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

ONTOLOGY = """
dg:RouteEnd a owl:Class ; rdfs:label "Punt"@nl, "End"@en ; skos:definition "Een punt."@nl, "An end."@en .
dg:Desk a owl:Class ; rdfs:label "Loket"@nl, "Desk"@en ; skos:definition "Een loket | balie."@nl, "A desk."@en ;
    rdfs:subClassOf dg:RouteEnd .
dg:Shared a owl:Class ; rdfs:label "Gedeeld"@nl, "Shared"@en ; rdfs:subClassOf dg:Desk ;
    skos:definition "Gedeeld loket."@nl, "A shared desk."@en .
dg:Level a owl:Class ; rdfs:label "Niveau"@nl, "Level"@en ; skos:definition "Een niveau."@nl, "A level."@en ;
    rdfs:subClassOf skos:Concept .
dg:level a owl:ObjectProperty, owl:FunctionalProperty ; rdfs:label "niveau"@nl, "level"@en ;
    skos:definition "Het niveau."@nl, "The level."@en ; rdfs:domain dg:Desk ; rdfs:range dg:Level .
dg:open a owl:DatatypeProperty ; rdfs:label "open"@nl, "open"@en ;
    skos:definition "Of het open is."@nl, "Whether it is open."@en ; rdfs:domain dg:Desk ; rdfs:range xsd:boolean .
dg:next a owl:ObjectProperty ; rdfs:label "daarna"@nl, "next"@en ; dg:inverseLabel "hiervoor"@nl, "before"@en ;
    skos:definition "Wat erna komt."@nl, "What comes next."@en ; rdfs:domain dg:Desk ; rdfs:range dg:RouteEnd .
"""

ALIGNMENTS = "dg:Desk skos:closeMatch org:Site ."

SCHEME = """
<https://w3id.org/dienstgraaf/concept/level> a skos:ConceptScheme ; skos:prefLabel "Niveau"@nl, "Level"@en ;
    skos:definition "Hoe hoog."@nl, "How high."@en .
c-level:low a skos:Concept, dg:Level ; skos:prefLabel "laag"@nl, "low"@en ; dg:rank 1 ;
    skos:definition "Beneden."@nl, "Down."@en ; skos:inScheme <https://w3id.org/dienstgraaf/concept/level> .
c-level:lowest a skos:Concept, dg:Level ; skos:prefLabel "laagst"@nl, "lowest"@en ; skos:broader c-level:low ;
    skos:definition "Onderaan."@nl, "At the bottom."@en ; skos:inScheme <https://w3id.org/dienstgraaf/concept/level> .
"""


@pytest.fixture
def small_layout(tmp_path: Path) -> Layout:
    """A folder with the small ontology."""
    root = tmp_path / "knowledge"
    (root / "ontology" / "concepts").mkdir(parents=True)
    (root / "ontology" / "dienstgraaf.ttl").write_text(PREFIXES + ONTOLOGY, encoding="utf-8")
    (root / "ontology" / "alignments.ttl").write_text(PREFIXES + ALIGNMENTS, encoding="utf-8")
    (root / "ontology" / "concepts" / "level.ttl").write_text(PREFIXES + SCHEME, encoding="utf-8")
    return at(root)


@pytest.fixture
def small(small_layout: Layout) -> Vocabulary:
    """What the small ontology says."""
    return read_vocabulary(small_layout)


@pytest.fixture(scope="session")
def whole() -> Vocabulary:
    """What the project's own ontology says."""
    return read_vocabulary(shipped())
