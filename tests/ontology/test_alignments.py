"""The alignments speak of terms that exist, on both sides, and add no axiom that the ontology already has."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from rdflib import DCAT, DCTERMS, FOAF, OWL, PROV, RDF, RDFS, SKOS, Graph, URIRef
from rdflib.namespace import DefinedNamespace

OWN = "https://w3id.org/dienstgraaf/"
TOOI = "https://identifier.overheid.nl/tooi/"
CONCEPT = f"{OWN}concept/organisation-kind/"
AXIOMS = (RDFS.subClassOf, RDFS.subPropertyOf, OWL.equivalentClass, OWL.equivalentProperty)
MATCHES = (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch)

PUBLISHED = (
    "cpsv-ap/cpsv-ap-vocabulary.ttl",
    "cpsv-ap/cpsv-ap-SHACL.ttl",
    "cpov/cpov-ap-vocabulary.ttl",
    "cpov/cpov-ap-SHACL.ttl",
    "w3c-org/org.ttl",
    "schema-org/schemaorg-current-https.ttl",
)
"""Where the terms stand that are checked against the publications themselves."""

KNOWN: tuple[type[DefinedNamespace], ...] = (DCAT, DCTERMS, FOAF, OWL, PROV, SKOS)
"""Vocabularies whose lists of terms rdflib carries."""


def _foreign(alignments: Graph) -> set[URIRef]:
    pairs = [(s, o) for p in (*AXIOMS, *MATCHES) for s, o in alignments.subject_objects(p)]
    declared = {s for kind in (OWL.Class, OWL.ObjectProperty) for s in alignments.subjects(RDF.type, kind)}
    return {URIRef(str(t)) for t in declared.union(*pairs) if not str(t).startswith((OWN, TOOI))}


def _in_a_known_list(term: URIRef) -> bool:
    return any(term in vocabulary for vocabulary in KNOWN)


def test_there_are_alignments_with_each_vocabulary(alignments: Graph) -> None:
    namespaces = {str(term).replace("#", "/").rpartition("/")[0] for term in _foreign(alignments)}
    assert namespaces >= {"http://data.europa.eu/m8g", "http://www.w3.org/ns/org", "http://www.w3.org/ns/dcat"}
    assert namespaces >= {"http://www.w3.org/ns/prov", "http://purl.org/dc/terms", "https://schema.org"}


def test_every_foreign_term_exists_in_its_vocabulary(alignments: Graph, shared: Path) -> None:
    published = {node for path in PUBLISHED for triple in Graph().parse(shared / "standards" / path) for node in triple}
    unknown = {t for t in _foreign(alignments) if t not in published and not _in_a_known_list(t)}
    assert not unknown


def test_every_own_term_exists(alignments: Graph, ontology: Graph, schemes: dict[str, Graph]) -> None:
    defined = set(ontology.subjects(RDF.type)).union(*(graph.subjects(RDF.type) for graph in schemes.values()))
    used = {s for p in (*AXIOMS, *MATCHES) for s in alignments.subjects(p) if str(s).startswith(OWN)}
    assert used - defined == set()


@pytest.mark.parametrize("predicate", AXIOMS)
def test_no_axiom_is_stated_twice(alignments: Graph, ontology: Graph, predicate: URIRef) -> None:
    assert not set(alignments.subject_objects(predicate)) & set(ontology.subject_objects(predicate))


def test_no_pair_of_terms_is_related_in_two_ways(alignments: Graph, ontology: Graph) -> None:
    related = [
        pair for p in (*AXIOMS, *MATCHES) for graph in (alignments, ontology) for pair in graph.subject_objects(p)
    ]
    assert len(related) == len(set(related))


def test_a_class_is_matched_with_a_class_and_a_property_with_a_property(alignments: Graph) -> None:
    def is_property(term: URIRef) -> bool:
        return str(term).replace("#", "/").rpartition("/")[2][0].islower()

    own = [(s, o) for p in MATCHES for s, o in alignments.subject_objects(p) if not str(s).startswith(f"{OWN}concept")]
    assert not [(s, o) for s, o in own if is_property(URIRef(str(s))) != is_property(URIRef(str(o)))]


@pytest.mark.parametrize(("slug", "register"), [("municipality", "gemeente"), ("ministry", "ministerie")])
def test_a_kind_in_tooi_is_that_of_every_organisation_of_the_register_and_of_no_other(
    alignments: Graph, shared: Path, slug: str, register: str
) -> None:
    matches = [o for p in MATCHES for o in alignments.objects(URIRef(CONCEPT + slug), p)]
    assert len(matches) == 1
    with (shared / "standards" / "tooi" / "organisaties.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["organisatiesoort"]]
    assert {row["type"] for row in rows if str(matches[0]) in row["organisatiesoort"].split()} == {register}
    assert {row["organisatiesoort"] for row in rows if row["type"] == register} == {str(matches[0])}
