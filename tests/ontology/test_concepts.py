"""Every list of values is one well-formed SKOS concept scheme in a file of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from rdflib import DCAT, DCTERMS, RDF, RDFS, SKOS, Graph, Literal, URIRef

from dienstgraaf.inventory.namespaces import CONCEPT_SCHEMES

BASE = "https://w3id.org/dienstgraaf/"
RANK = URIRef(f"{BASE}def#rank")
BOUND = URIRef(f"{BASE}def#bound")
IN_OPERATION = URIRef(f"{BASE}def#inOperation")
ORDERED = ("need", "prevalence", "service-level", "status", "use")
WORKS_TODAY = {"operational", "scaling-up", "phasing-out"}
NO_DEGREE = {"not-stated", "as-much-as-possible"}
"""What stands in an ordered scheme and is no degree: a silence of the source, and an aim."""

ONE_EACH = Counter({"nl": 1, "en": 1})


def _scheme(name: str) -> URIRef:
    return URIRef(f"{BASE}concept/{name}")


def _members(graph: Graph) -> list[URIRef]:
    return sorted(URIRef(str(concept)) for concept in graph.subjects(RDF.type, SKOS.Concept))


def _concepts(schemes: dict[str, Graph]) -> Iterator[tuple[str, Graph, URIRef]]:
    for name, graph in schemes.items():
        for concept in _members(graph):
            yield name, graph, concept


def _languages(graph: Graph, subject: URIRef, predicate: URIRef) -> Counter[str | None]:
    return Counter(value.language for value in graph.objects(subject, predicate) if isinstance(value, Literal))


def _classes(graph: Graph) -> set[URIRef]:
    kinds = {kind for concept in _members(graph) for kind in graph.objects(concept, RDF.type)}
    return {URIRef(str(kind)) for kind in kinds - {SKOS.Concept}}


def test_there_is_a_file_for_every_scheme_that_has_a_prefix(schemes: dict[str, Graph]) -> None:
    assert sorted(schemes) == sorted(CONCEPT_SCHEMES)


def test_each_file_holds_exactly_its_scheme_and_describes_itself(schemes: dict[str, Graph]) -> None:
    for name, graph in schemes.items():
        assert list(graph.subjects(RDF.type, SKOS.ConceptScheme)) == [_scheme(name)]
        itself = URIRef(f"{BASE}graph/ontology/concepts/{name}")
        assert (itself, RDF.type, DCAT.Dataset) in graph
        assert _languages(graph, itself, DCTERMS.title) == ONE_EACH
        assert graph.value(itself, DCTERMS.license) == graph.value(_scheme(name), DCTERMS.license)
        others = set(graph.subjects()) - {itself, _scheme(name), *_members(graph)}
        assert not others, name


def test_each_scheme_has_at_least_two_concepts(schemes: dict[str, Graph]) -> None:
    assert not {name for name, graph in schemes.items() if len(_members(graph)) < 2}


def test_every_class_of_concepts_has_exactly_one_scheme(schemes: dict[str, Graph], ontology: Graph) -> None:
    used = [kind for graph in schemes.values() for kind in _classes(graph)]
    assert sorted(used) == sorted(ontology.subjects(RDFS.subClassOf, SKOS.Concept))


def test_a_scheme_and_the_class_of_its_concepts_have_the_same_name(schemes: dict[str, Graph], ontology: Graph) -> None:
    for name, graph in schemes.items():
        (kind,) = _classes(graph)
        assert set(graph.objects(_scheme(name), RDFS.label)) == set(ontology.objects(kind, RDFS.label)), name


@pytest.mark.parametrize(
    "predicate", [RDFS.label, SKOS.prefLabel, SKOS.definition], ids=["label", "prefLabel", "definition"]
)
def test_every_scheme_and_concept_has_exactly_one_in_each_language(
    schemes: dict[str, Graph], predicate: URIRef
) -> None:
    wrong = [c for _, graph, c in _concepts(schemes) if _languages(graph, c, predicate) != ONE_EACH]
    wrong += [
        _scheme(name) for name, graph in schemes.items() if _languages(graph, _scheme(name), predicate) != ONE_EACH
    ]
    assert not wrong


def test_label_and_preferred_label_are_the_same(schemes: dict[str, Graph]) -> None:
    assert not [
        concept
        for _, graph, concept in _concepts(schemes)
        if set(graph.objects(concept, RDFS.label)) != set(graph.objects(concept, SKOS.prefLabel))
    ]


def test_no_two_concepts_of_a_scheme_share_a_preferred_label(schemes: dict[str, Graph]) -> None:
    for name, graph in schemes.items():
        labels = Counter(label for concept in _members(graph) for label in graph.objects(concept, SKOS.prefLabel))
        assert not [label for label, count in labels.items() if count > 1], name


def test_an_alternative_label_is_no_preferred_label_of_the_same_scheme(schemes: dict[str, Graph]) -> None:
    for name, graph in schemes.items():
        preferred = {label for concept in _members(graph) for label in graph.objects(concept, SKOS.prefLabel)}
        assert not preferred & set(graph.objects(None, SKOS.altLabel)), name


def test_a_definition_is_a_sentence_and_no_repetition_of_the_label(schemes: dict[str, Graph]) -> None:
    for _, graph, concept in _concepts(schemes):
        labels = {str(label).casefold() for label in graph.objects(concept, SKOS.prefLabel)}
        for definition in map(str, graph.objects(concept, SKOS.definition)):
            assert definition.endswith("."), concept
            assert definition[0].isupper(), concept
            assert definition.rstrip(".").casefold() not in labels, concept


def test_every_concept_is_in_the_scheme_that_its_iri_names(schemes: dict[str, Graph]) -> None:
    for name, graph, concept in _concepts(schemes):
        assert concept.startswith(f"{_scheme(name)}/"), concept
        assert list(graph.objects(concept, SKOS.inScheme)) == [_scheme(name)], concept


def test_every_concept_is_at_the_top_or_has_something_broader_of_its_scheme(schemes: dict[str, Graph]) -> None:
    for name, graph, concept in _concepts(schemes):
        broader = set(graph.objects(concept, SKOS.broader))
        assert broader <= set(_members(graph)), concept
        assert bool(broader) != ((concept, SKOS.topConceptOf, _scheme(name)) in graph), concept


def test_broader_goes_in_no_circle(schemes: dict[str, Graph]) -> None:
    for _, graph, concept in _concepts(schemes):
        above = {
            s for parent in graph.objects(concept, SKOS.broader) for s in graph.transitive_objects(parent, SKOS.broader)
        }
        assert concept not in above, concept


@pytest.mark.parametrize("name", ORDERED)
def test_an_ordered_scheme_ranks_every_concept_or_calls_it_a_bound(schemes: dict[str, Graph], name: str) -> None:
    graph = schemes[name]
    for concept in _members(graph):
        ranks = [rank.toPython() for rank in graph.objects(concept, RANK)]
        bound = (concept, BOUND, Literal(True)) in graph
        unranked = bound or concept.rpartition("/")[2] in NO_DEGREE
        assert len(ranks) == (0 if unranked else 1), concept
        assert all(isinstance(rank, int) and 0 <= rank <= 100 for rank in ranks), concept


def test_prevalences_run_from_none_to_all_without_a_rank_for_bounds(schemes: dict[str, Graph]) -> None:
    graph = schemes["prevalence"]
    by_rank = sorted((rank.toPython(), str(concept)) for concept, rank in graph.subject_objects(RANK))
    assert by_rank[0] == (0, f"{_scheme('prevalence')}/none")
    assert by_rank[-1] == (100, f"{_scheme('prevalence')}/all")
    bounds = {str(concept).rpartition("/")[2] for concept in graph.subjects(BOUND, Literal(True))}
    assert {"not-all", "at-least-one"} <= bounds


def test_only_three_statuses_work_today_and_every_other_one_says_that_it_does_not(schemes: dict[str, Graph]) -> None:
    graph = schemes["status"]
    works = {concept.rpartition("/")[2]: list(graph.objects(concept, IN_OPERATION)) for concept in _members(graph)}
    assert works == {slug: [Literal(slug in WORKS_TODAY)] for slug in works}
    assert set(works) > WORKS_TODAY


def test_the_two_divisions_of_service_levels_match_each_other_both_ways(schemes: dict[str, Graph]) -> None:
    graph = schemes["service-level"]
    level = f"{_scheme('service-level')}/"
    pairs = {("click", "self-service"), ("call", "assisted-service"), ("face", "face-to-face-service")}
    found = {
        (str(a).removeprefix(level), str(b).removeprefix(level)) for a, b in graph.subject_objects(SKOS.closeMatch)
    }
    assert found == pairs | {(b, a) for a, b in pairs}
