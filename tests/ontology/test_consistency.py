"""What a description logic reasoner finds in the ontology, its concepts and the facts, and in wrong graphs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

PREFIXES = """
@prefix dg: <https://w3id.org/dienstgraaf/def#> .
@prefix ex: <https://example.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""

WRONG = {
    "an organisation that is an archetype": "ex:a a dg:Organisation, dg:Archetype .",
    "an entry point that is a channel": "ex:a a dg:EntryPoint, dg:Channel .",
    "a fact that is a concept": "ex:a a dg:Practice, skos:Concept .",
    "a provider that is an absence, by the range of a property": ("ex:b dg:provider ex:a . ex:a a dg:Absence ."),
    "a channel use at a channel instead of an entry point": "ex:a dg:entryPoint ex:b . ex:b a dg:Channel .",
    "a digital skill that is and is not asked": "ex:a a dg:ChannelUse ; dg:asksDigitalSkill true, false .",
}


@pytest.fixture(scope="module")
def axiom_files(repo_root: Path) -> list[Path]:
    return [repo_root / "ontology" / "dienstgraaf.ttl", repo_root / "ontology" / "alignments.ttl"]


def test_every_class_of_ontology_and_alignments_can_have_members(
    classes_without_members: Callable[..., set[str]], axiom_files: list[Path]
) -> None:
    assert classes_without_members(axiom_files) == set()


def test_a_class_that_can_have_no_members_is_named(
    classes_without_members: Callable[..., set[str]], axiom_files: list[Path]
) -> None:
    impossible = "ex:Impossible a owl:Class ; rdfs:subClassOf dg:Organisation, dg:Group ."
    assert classes_without_members(axiom_files, PREFIXES + impossible) == {"https://example.org/Impossible"}


@pytest.mark.slow
def test_ontology_concepts_and_facts_together_contradict_nothing(
    is_consistent: Callable[..., bool], ontology_files: list[Path], instance_files: list[Path]
) -> None:
    assert is_consistent([*ontology_files, *instance_files])


@pytest.mark.slow
def test_one_wrong_fact_among_all_others_is_found(
    is_consistent: Callable[..., bool], ontology_files: list[Path], instance_files: list[Path]
) -> None:
    wrong = "<https://w3id.org/dienstgraaf/id/archetype/municipality> a dg:Organisation ."
    assert not is_consistent([*ontology_files, *instance_files], PREFIXES + wrong)


@pytest.mark.parametrize("graph", WRONG.values(), ids=WRONG.keys())
def test_a_wrong_graph_is_found_to_contradict_itself(
    is_consistent: Callable[..., bool], axiom_files: list[Path], graph: str
) -> None:
    assert not is_consistent(axiom_files, PREFIXES + graph)


def test_a_right_graph_is_not_found_to_contradict_itself(
    is_consistent: Callable[..., bool], axiom_files: list[Path]
) -> None:
    graph = "ex:use a dg:ChannelUse ; dg:entryPoint ex:desk ; dg:channel ex:phone ; dg:asksDigitalSkill false ."
    assert is_consistent(axiom_files, PREFIXES + graph)
