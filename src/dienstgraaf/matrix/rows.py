"""The rows: topics, life events and audiences, and how near a fact comes to one."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Literal

from dienstgraaf.matrix.facts import Fact
from dienstgraaf.structure import Structure

__all__ = ["Nearness", "Subject", "nearest", "subjects", "to_audience"]

Nearness = Literal["exact", "part", "general"]
"""Whether something is for just this, for a narrower thing, or for a broader one or anything."""


@dataclass(frozen=True)
class Subject:
    """A topic, a life event with the topics and audiences that it stands for, or (without IRI) no restriction."""

    kind: Literal["life-event", "topic", "any"]
    iri: str = ""
    topics: frozenset[str] = frozenset()
    audiences: frozenset[str] = frozenset()
    providers: set[str] = field(default_factory=set)
    """The providers that it concerns, by the facts that name it."""

    def nearness(self, fact: Fact, structure: Structure) -> Nearness | None:
        """Return how near `fact` comes to this by what it is about, None if not at all."""
        if self.kind == "any":
            return None if fact.is_bound else "exact"
        if self.iri in fact.events or not fact.topics.isdisjoint(self.topics) or fact.audiences & self.audiences:
            return "exact"
        if not fact.is_bound:
            return "general"
        return _beside(fact.topics, self.topics, structure)


def subjects(facts: Iterable[Fact], structure: Structure) -> list[Subject]:
    """Return a subject for each life event and topic that `facts` name, and one for no restriction, in this order."""
    named = [fact for fact in facts if fact.kind != "no"]
    events = [
        Subject(
            "life-event",
            event,
            frozenset(structure.values(event, "topic")),
            frozenset(structure.values(event, "audience")),
        )
        for event in structure.of_kind("LifeEvent")
    ]
    topics = [
        Subject("topic", topic, frozenset({topic}))
        for topic in structure.sorted(topic for fact in named for topic in fact.topics)
    ]
    found = []
    for subject in [*events, *topics]:
        naming = [fact for fact in named if subject.nearness(fact, structure) == "exact"]
        subject.providers.update(provider for fact in naming for provider in fact.providers)
        if naming:
            found.append(subject)
    return [*found, Subject("any")]


def to_audience(fact: Fact, audience: str, structure: Structure) -> Nearness | None:
    """Return how near `fact` comes to `audience`, an IRI, or "" for everyone; None if it is for others."""
    if not audience:
        return "part" if fact.audiences else "exact"
    if not fact.audiences:
        return "general"
    return "exact" if audience in fact.audiences else _beside(fact.audiences, {audience}, structure)


def nearest(about: Nearness | None, for_whom: Nearness | None) -> Nearness | None:
    """Return how near a fact comes by its topic and its audience together; None if it comes near by only one."""
    if about is None or for_whom is None:
        return None
    return for_whom if about == "exact" else about


def _beside(concepts: Collection[str], wanted: Collection[str], structure: Structure) -> Nearness | None:
    """Return "part" if one of `concepts` is narrower than one of `wanted`, "general" if one is broader, else None."""
    if any(not structure.broader(concept).isdisjoint(wanted) for concept in concepts):
        return "part"
    return "general" if any(not structure.broader(each).isdisjoint(concepts) for each in wanted) else None
