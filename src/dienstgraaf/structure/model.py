"""Items of the inventory with what is said of them, and the hops (`dg:AccessRoute`) as values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from dienstgraaf.inventory.namespaces import shorten
from dienstgraaf.questions.asking import natural_order

__all__ = ["CLASSES", "ENTERING", "PROPERTIES", "REACHING", "SENDING", "Hop", "Structure"]

PROPERTIES: Final[tuple[str, ...]] = tuple(
    """
    abbreviation absentKind absentThing appointmentNeed arrangement asksDigitalSkill asksLiteracy asksOfPerson audience
    availableAt barrierKind caseComplexity channel channelType concerns condition conformsTo connectedTo
    direction entryPoint entryPointKind exampleOf frequencyOfCases from handledBy hasMember hasRole hasTeam hedge
    hinders hostedAt identification identificationNeed inOperation lifeEvent lineLevel memberKind namedAsLifeEvent
    namedMember nextLine notForAudience offersEntryPoint operatedBy organisationKind partOf party prevalence
    provider purpose questionKind routeKind serviceProvided setsInMotion specialises status supportLine to topic trigger
    usesFact viewOf warm
    """.split()  # noqa: SIM905 - a list of sixty quoted words is harder to read
)
"""The properties of the ontology that are read, by local name; `derivedFrom` and `broader` come on top."""

CLASSES: Final = (
    *(
        "Absence",
        "AccessRoute",
        "Archetype",
        "Audience",
        "Barrier",
        "Channel",
        "ChannelType",
        "ChannelUse",
        "EntryPoint",
    ),
    *(
        "Group",
        "LifeEvent",
        "Organisation",
        "Practice",
        "Provider",
        "Role",
        "Service",
        "SupportAid",
        "SupportLine",
        "Team",
    ),
    *("Topic",),
)
"""The classes that are read, by local name; what an item is by inference counts."""

ENTERING: Final = frozenset({"self-initiated", "representation"})
"""The kinds of hop by which someone comes of their own accord, or through who acts in their name."""

SENDING: Final = frozenset({"guidance", "entitling-referral", "forwarding", "call-transfer"})
"""The kinds of hop by which one party sends a person on to another: only these can close a circle."""

REACHING: Final = frozenset({"system-signal", "outreach", "follow-up"})
"""The kinds of hop that a provider starts itself: `to` is whom it reaches."""


@dataclass(frozen=True, slots=True)
class Hop:
    """One hop, by IRI; `kind`, `status` and `arrangements` are slugs of concepts, such as `forwarding`.

    `start` and `end` are what the hop names: a provider, an entry point, a line, a role or an audience. `operates`
    tells whether it is in operation, and `warm` whether someone hands over in person (None where that is not stated).
    `segments` are ids in the order of the source.
    """

    iri: str
    kind: str
    start: str
    end: str
    status: str
    operates: bool
    arrangements: tuple[str, ...]
    warm: bool | None
    topics: tuple[str, ...]
    audiences: tuple[str, ...]
    hedges: tuple[str, ...]
    segments: tuple[str, ...]


class Structure:
    """What is said of items, looked up by IRI and local name of property.

    Values are IRIs, or the text of literals. Everything that is returned is in a fixed order.
    """

    def __init__(
        self,
        kinds: Mapping[str, frozenset[str]],
        values: Mapping[str, Mapping[str, Sequence[str]]],
        labels: Mapping[str, str],
    ) -> None:
        """Take, by IRI, the local names of classes, the values by local name of property, and the label."""
        self._kinds = kinds
        self._values = values
        self._labels = labels
        self._orders: dict[str, tuple[object, str]] = {}

    def label(self, item: str) -> str:
        """Return what `item` is called, or its prefixed name if it has no label in this language."""
        return self._labels.get(item) or shorten(item)

    def order(self, item: str) -> tuple[object, str]:
        """Return the key that sorts `item` by label."""
        found = self._orders.get(item)
        if found is None:
            found = self._orders[item] = natural_order(self.label(item)), item
        return found

    def sorted(self, items: Iterable[str]) -> list[str]:
        """Return `items` without doubles, by label."""
        return sorted(set(items), key=self.order)

    def is_a(self, item: str, *kinds: str) -> bool:
        """Return whether `item` is of one of the classes `kinds`, given by local name."""
        return not self._kinds.get(item, frozenset()).isdisjoint(kinds)

    def of_kind(self, kind: str) -> list[str]:
        """Return the items of the class `kind`, by label."""
        return list(self._members.get(kind, ()))

    def values(self, item: str, *properties: str) -> tuple[str, ...]:
        """Return what stands after each of `properties` of `item`, by IRI or text."""
        found = self._values.get(item, {})
        return tuple(value for name in properties for value in found.get(name, ()))

    def value(self, item: str, prop: str) -> str | None:
        """Return the first value of `prop` of `item`, None if there is none."""
        return next(iter(self.values(item, prop)), None)

    def subjects(self, prop: str, value: str) -> list[str]:
        """Return the items of which `prop` is `value`, by label."""
        return list(self._inverse.get((prop, value), ()))

    def segments(self, item: str) -> tuple[str, ...]:
        """Return the ids of the segments that `item` rests on, in the order of the source."""
        ids = {slug(value) for value in self.values(item, "derivedFrom") if "/segment/" in value}
        return tuple(sorted(ids, key=natural_order))

    def broader(self, concept: str) -> frozenset[str]:
        """Return `concept` and all that are broader."""
        found, todo = {concept}, [concept]
        while todo:
            above = set(self.values(todo.pop(), "broader")) - found
            found |= above
            todo += above
        return frozenset(found)

    def status(self, item: str) -> str:
        """Return the slug of the status of `item`, an empty text if it has none."""
        return slug(self.value(item, "status") or "")

    def operates(self, item: str) -> bool:
        """Return whether `item` is in operation by its status: not planned, wished for, considered or ended."""
        status = self.value(item, "status")
        return status is None or self.value(status, "inOperation") == "true"

    def providers(self, item: str) -> tuple[str, ...]:
        """Return whose `item` is: itself if it is a provider, else its providers; none for an audience."""
        return (item,) if self.is_a(item, "Provider") else self.values(item, "provider")

    @cached_property
    def hops(self) -> tuple[Hop, ...]:
        """All hops, by the labels of their ends."""
        found = [self._hop(item) for item in self.of_kind("AccessRoute")]
        found.sort(key=lambda hop: (self.order(hop.start), self.order(hop.end), self.order(hop.iri)))
        return tuple(found)

    def _hop(self, item: str) -> Hop:
        warm = self.value(item, "warm")
        return Hop(
            iri=item,
            kind=slug(self.value(item, "routeKind") or ""),
            start=self.value(item, "from") or "",
            end=self.value(item, "to") or "",
            status=self.status(item),
            operates=self.operates(item),
            arrangements=tuple(map(slug, self.values(item, "arrangement"))),
            warm=None if warm is None else warm == "true",
            topics=self.values(item, "topic"),
            audiences=self.values(item, "audience"),
            hedges=self.values(item, "hedge"),
            segments=self.segments(item),
        )

    @cached_property
    def _members(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for item in sorted(self._kinds, key=self.order):
            for kind in self._kinds[item]:
                found.setdefault(kind, []).append(item)
        return found

    @cached_property
    def _inverse(self) -> Mapping[tuple[str, str], list[str]]:
        found: dict[tuple[str, str], list[str]] = {}
        for item in sorted(self._values, key=self.order):
            for prop, values in self._values[item].items():
                for value in values:
                    found.setdefault((prop, value), []).append(item)
        return found


def slug(iri: str) -> str:
    """Return the last part of an IRI."""
    return iri.rpartition("/")[2]
