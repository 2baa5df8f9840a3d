"""Which items concern a life event, which go for any question, and which are for others."""

from __future__ import annotations

from functools import cached_property

from dienstgraaf.inventory.namespaces import BASE
from dienstgraaf.structure import Hop, Structure

__all__ = ["Relevance"]

_AUDIENCE = f"{BASE}concept/audience/"
_FOR_ALL = frozenset(f"{_AUDIENCE}{slug}" for slug in ("citizen", "customer", "everyone", "resident"))
"""The audiences that leave nobody out."""

_ANY_TOPIC = f"{BASE}concept/topic/any"
_PARTICULAR = frozenset(
    (
        *(
            f"{BASE}concept/entry-point-kind/{slug}"
            for slug in ("service-for-group", "shielded-counter", "themed-desk")
        ),
        f"{BASE}concept/question-kind/specific",
    )
)
"""The kinds of entry points and questions that are not for whatever someone comes with."""

_SKILLS = {f"{_AUDIENCE}non-digital": "asksDigitalSkill", f"{_AUDIENCE}low-literate": "asksLiteracy"}
"""The audiences that miss a skill, each with what tells that a channel use asks it."""


class Relevance:
    """What a life event has to do with: by name, by topic or by audience; an `audience` narrows it."""

    def __init__(self, structure: Structure, event: str, audience: str | None = None) -> None:
        """Take the event and the audience by IRI."""
        self._structure = structure
        self._event = event
        self._asked = audience
        self._topics = frozenset(structure.values(event, "topic"))
        self.audiences = frozenset(structure.values(event, "audience"))

    def concerns(self, item: str) -> bool:
        """Return whether `item` has to do with the event: it, its condition or service, or what is said about it."""
        found = self._structure
        others = (*found.values(item, "condition", "trigger", "serviceProvided"), *self._about(item))
        return item in self._linked or self.touches(item) or any(map(self.touches, others))

    def serves(self, item: str) -> bool:
        """Return whether `item` is there for the audience that was asked for, whatever the event."""
        return self._asked is not None and self._asked in self._structure.values(item, "audience")

    def reasons(self, entry: str) -> list[str]:
        """Return the facts for which `entry` is a way in for the event: itself, or else what is said about it."""
        others = [item for item in self._about(entry) if self.touches(item)]
        own = entry in self._linked or self.touches(entry)
        return [entry] if own or not others else others

    def concerns_hop(self, hop: Hop) -> bool:
        """Return whether `hop` has to do with the event: by itself, by its sender or by the entry point at its end."""
        found = self._structure
        ends = [hop.start] if found.is_a(hop.start, "Provider", "EntryPoint") else []
        ends += [hop.end] if found.is_a(hop.end, "EntryPoint") else []
        return (
            self.concerns(hop.iri)
            or not self.audiences.isdisjoint((hop.start, hop.end))
            or any(map(self.touches, ends))
        )

    def is_general(self, item: str) -> bool:
        """Return whether `item` goes for any question of anyone."""
        topics = set(self._structure.values(item, "topic")) - {_ANY_TOPIC}
        audiences = set(self._structure.values(item, "audience"))
        kinds = ("entryPointKind", "questionKind") if self._structure.is_a(item, "EntryPoint") else ()
        particular = _PARTICULAR.intersection(self._structure.values(item, *kinds))
        return (
            not particular
            and not topics
            and (not audiences or bool(audiences & _FOR_ALL))
            and not self._structure.values(item, "lifeEvent")
        )

    def is_general_hop(self, hop: Hop) -> bool:
        """Return whether `hop` goes for any question of anyone."""
        people = {end for end in (hop.start, hop.end) if self._structure.is_a(end, "Audience")}
        found = self._structure
        bound = found.values(hop.iri, "serviceProvided") or found.subjects("setsInMotion", hop.iri)
        return self.is_general(hop.iri) and people <= _FOR_ALL and not bound

    def admits(self, item: str) -> bool:
        """Return whether `item` is not closed to the audience that was asked for."""
        if self._asked is None:
            return True
        found = self._structure
        if self._asked in found.values(item, "notForAudience"):
            return False
        audiences = set(found.values(item, "audience"))
        wider = found.broader(self._asked) | self.audiences | _FOR_ALL
        return (not audiences or not audiences.isdisjoint(wider)) and self._can_use(item)

    def use_admits(self, use: str) -> bool:
        """Return whether the channel use `use` asks no skill that the audience asked for misses."""
        skill = _SKILLS.get(self._asked or "")
        return skill is None or self._structure.value(use, skill) != "true"

    def _can_use(self, item: str) -> bool:
        uses = self._structure.subjects("entryPoint", item)
        return not uses or any(map(self.use_admits, uses))

    def touches(self, item: str) -> bool:
        """Return whether `item` itself is about the event, by topic or audience."""
        found = self._structure
        return not self._topics.isdisjoint(found.values(item, "topic")) or not self.audiences.isdisjoint(
            found.values(item, "audience")
        )

    def _about(self, item: str) -> list[str]:
        return self._structure.subjects("concerns", item) if self._structure.is_a(item, "EntryPoint") else []

    @cached_property
    def _linked(self) -> frozenset[str]:
        found = self._structure
        triggered = [*found.subjects("lifeEvent", self._event), *found.subjects("trigger", self._event)]
        return frozenset((*found.values(self._event, "setsInMotion"), *triggered))
