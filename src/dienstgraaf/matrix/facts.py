"""Reads from the structure what the matrix rests on: channel uses, entry points, hops, services and absences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from dienstgraaf.inventory.namespaces import BASE
from dienstgraaf.matrix.model import Basis
from dienstgraaf.structure import Hop, Structure
from dienstgraaf.structure.model import REACHING, slug

__all__ = ["ANY_TOPIC", "EVERYONE", "NOT_STATED", "Fact", "read_facts"]

ANY_TOPIC: Final = f"{BASE}concept/topic/any"
EVERYONE: Final = f"{BASE}concept/audience/everyone"
"""The concepts for no restriction: what names one of these is as unrestricted as what names none."""

NOT_STATED: Final = ""
"""Stands for the channel type of an entry point whose channel is not stated."""

_HARDLY: Final = frozenset({"none", "not-often", "rarely"})
"""Prevalences of what as good as never happens: no way in to count on."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact with what it is about, by IRI; without `types` it only tells that a topic concerns its providers.

    `kind` is "open" for a way in that works, "sent" for a channel that goes out, "other" for what is not in operation,
    and "no" for an absence.
    """

    iri: str
    kind: Literal["open", "sent", "other", "no"]
    topics: frozenset[str]
    audiences: frozenset[str]
    events: frozenset[str]
    providers: frozenset[str]
    types: tuple[str, ...] = ()
    entry_point: str | None = None
    channels: tuple[str, ...] = ()
    digital: bool | None = None
    conditional: bool = False
    basis: Basis = "stated"

    @property
    def is_bound(self) -> bool:
        """Whether it is for certain topics or life events only."""
        return bool(self.topics or self.events)


def read_facts(structure: Structure, bases: Mapping[str, Basis] | None) -> list[Fact]:
    """Return the facts that `structure` holds, in a fixed order; with `bases` only those in it, each with its basis."""
    found = [
        *(_of_use(structure, item) for item in structure.of_kind("ChannelUse")),
        *(_of_entry_point(structure, item) for item in structure.of_kind("EntryPoint")),
        *(_of_hop(structure, hop) for hop in structure.hops),
        *(_fact(structure, item, "open") for item in structure.of_kind("Service")),
        *(_of_absence(structure, item) for item in structure.of_kind("Absence")),
    ]
    if bases is None:
        return found
    return [replace(fact, basis=bases[fact.iri]) for fact in found if fact.iri in bases]


def _of_use(structure: Structure, use: str) -> Fact:
    point = structure.value(use, "entryPoint")
    channels = structure.values(use, "channel")
    directions = set(map(slug, structure.values(use, "direction")))
    operates = structure.operates(use) and (point is None or structure.operates(point))
    hardly = any(slug(each) in _HARDLY for each in structure.values(use, "prevalence"))
    kind: Literal["open", "sent", "other"] = "open" if operates and not hardly else "other"
    if kind == "open" and directions == {"outbound"}:
        kind = "sent"
    asks = structure.value(use, "asksDigitalSkill")
    return replace(
        _fact(structure, use, kind, point),
        types=_types(structure, channels),
        entry_point=point,
        channels=channels,
        digital=None if asks is None else asks == "true",
    )


def _of_entry_point(structure: Structure, point: str) -> Fact:
    fact = _fact(structure, point, "open" if structure.operates(point) else "other")
    if structure.subjects("entryPoint", point):
        return fact
    return replace(fact, types=(NOT_STATED,), entry_point=point)


def _of_hop(structure: Structure, hop: Hop) -> Fact:
    """Return a hop; its channel counts where the provider starts it, and else it tells whom the topic concerns."""
    reaches = hop.kind in REACHING
    fact = _fact(structure, hop.iri, "sent" if hop.operates else "other")
    ends = {each for each in (hop.start, hop.end) if structure.is_a(each, "Audience")}
    channels = structure.values(hop.iri, "channel") if reaches else ()
    return replace(
        fact,
        audiences=fact.audiences or _unless_all(ends, EVERYONE),
        providers=frozenset(structure.providers(hop.start if reaches else hop.end)),
        types=_types(structure, channels) if channels else (),
        channels=channels,
    )


def _of_absence(structure: Structure, absence: str) -> Fact:
    """Return an absence, with the channel types that it speaks of, if it speaks of any."""
    conditions = structure.values(absence, "condition", "trigger", "caseComplexity")
    types = [each for each in structure.values(absence, "absentKind") if structure.is_a(each, "ChannelType")]
    for thing in structure.values(absence, "absentThing"):
        uses = structure.subjects("entryPoint", thing)
        if structure.is_a(thing, "EntryPoint") and not uses:
            types.append(NOT_STATED)
        for use in [thing, *uses]:
            types += _types(structure, structure.values(use, "channel"))
        types += structure.values(thing, "channelType")
    return replace(_fact(structure, absence, "no"), types=tuple(sorted(set(types))), conditional=bool(conditions))


def _fact(
    structure: Structure, item: str, kind: Literal["open", "sent", "other", "no"], point: str | None = None
) -> Fact:
    """Return what `item` is about; where it does not say so itself, its entry point `point` does."""

    def said(*properties: str) -> set[str]:
        own = structure.values(item, *properties)
        return set(own or (structure.values(point, *properties) if point else ()))

    services = said("serviceProvided")
    topics = said("topic").union(*(structure.values(each, "topic") for each in services))
    items = (item, point) if point else (item,)
    events = {each for each in said("lifeEvent", "trigger") if structure.is_a(each, "LifeEvent")}
    return Fact(
        iri=item,
        kind=kind,
        topics=_unless_all(topics, ANY_TOPIC),
        audiences=_unless_all(said("audience"), EVERYONE),
        events=frozenset(events.union(*(structure.subjects("setsInMotion", each) for each in items))),
        providers=frozenset(said("provider")),
    )


def _unless_all(concepts: Iterable[str], everything: str) -> frozenset[str]:
    found = frozenset(concepts)
    return frozenset() if everything in found else found


def _types(structure: Structure, channels: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(_each_type(structure, channels))))


def _each_type(structure: Structure, channels: Iterable[str]) -> Iterator[str]:
    for channel in channels:
        yield from structure.values(channel, "channelType") or (NOT_STATED,)
