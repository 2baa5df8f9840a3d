"""Every term of the ontology is defined, labelled and explained in both languages, and typed as it is used."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef

DG = "https://w3id.org/dienstgraaf/def#"
LANGUAGES = {"nl", "en"}
PROPERTY_KINDS = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)


def _terms(ontology: Graph) -> set[URIRef]:
    defined = {s for kind in (OWL.Class, *PROPERTY_KINDS) for s in ontology.subjects(RDF.type, kind)}
    return {term for term in defined if isinstance(term, URIRef) and term.startswith(DG)}


def _by_language(graph: Graph, subject: URIRef, predicate: URIRef) -> dict[str | None, list[str]]:
    found: dict[str | None, list[str]] = {}
    for value in graph.objects(subject, predicate):
        assert isinstance(value, Literal)
        found.setdefault(value.language, []).append(str(value))
    return found


def test_the_ontology_defines_classes_and_properties(ontology: Graph) -> None:
    assert len(_terms(ontology)) > 250


@pytest.mark.parametrize("predicate", [RDFS.label, SKOS.definition], ids=["label", "definition"])
def test_every_term_has_exactly_one_in_each_language(ontology: Graph, predicate: URIRef) -> None:
    counts = {
        term: {language: len(texts) for language, texts in _by_language(ontology, term, predicate).items()}
        for term in _terms(ontology)
    }
    wrong = {term: found for term, found in counts.items() if found != dict.fromkeys(LANGUAGES, 1)}
    assert not wrong


def test_no_definition_merely_repeats_the_label(ontology: Graph) -> None:
    repeats = [
        (term, language)
        for term in _terms(ontology)
        for language, labels in _by_language(ontology, term, RDFS.label).items()
        for definition in _by_language(ontology, term, SKOS.definition)[language]
        if definition.rstrip(".").casefold() in {labels[0].casefold(), f"een {labels[0].casefold()}"}
    ]
    assert not repeats


def test_every_own_term_used_in_a_file_of_the_ontology_is_defined(ontology: Graph, repo_root: Path) -> None:
    defined = {str(term) for term in _terms(ontology)}
    undefined: dict[str, str] = {}
    for path in sorted((repo_root / "ontology").rglob("*.ttl")):
        for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
            for term in (quad.subject, quad.predicate, quad.object):
                if isinstance(term, ox.NamedNode) and term.value.startswith(DG) and term.value not in defined:
                    undefined[term.value] = path.name
    assert not undefined


def test_every_term_says_which_ontology_defines_it(ontology: Graph) -> None:
    home = URIRef("https://w3id.org/dienstgraaf/def")
    assert [term for term in _terms(ontology) if (term, RDFS.isDefinedBy, home) not in ontology] == []


def test_no_property_is_of_two_kinds(ontology: Graph) -> None:
    kinds = {term: [k for k in PROPERTY_KINDS if (term, RDF.type, k) in ontology] for term in _terms(ontology)}
    assert not {term: found for term, found in kinds.items() if len(found) > 1}


def test_object_properties_range_over_classes_and_datatype_properties_over_datatypes(ontology: Graph) -> None:
    classes = set(ontology.subjects(RDF.type, OWL.Class))
    wrong = [
        p for p in ontology.subjects(RDF.type, OWL.ObjectProperty) if set(ontology.objects(p, RDFS.range)) - classes
    ]
    wrong += [
        p for p in ontology.subjects(RDF.type, OWL.DatatypeProperty) if classes & set(ontology.objects(p, RDFS.range))
    ]
    assert not wrong


def test_classes_have_upper_camel_case_names_and_properties_lower(ontology: Graph) -> None:
    def starts_upper(term: URIRef) -> bool:
        return term.removeprefix(DG)[0].isupper()

    classes = set(ontology.subjects(RDF.type, OWL.Class))
    assert [term for term in _terms(ontology) if starts_upper(term) != (term in classes)] == []


def test_subclasses_go_in_no_circle(ontology: Graph) -> None:
    for predicate in (RDFS.subClassOf, RDFS.subPropertyOf):
        for term in _terms(ontology):
            above = {
                step
                for parent in ontology.objects(term, predicate)
                for step in ontology.transitive_objects(parent, predicate)
            }
            assert term not in above, term
