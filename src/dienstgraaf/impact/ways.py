"""The stated ways in, before and after something goes: for topics, audiences, life events, services and providers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Final

from dienstgraaf.impact.removal import Removal
from dienstgraaf.structure import Hop, Structure
from dienstgraaf.structure.model import ENTERING, SENDING

__all__ = ["SUBJECTS", "Ways"]

SUBJECTS: Final = ("Topic", "Audience", "LifeEvent", "Service", "Provider", "EntryPoint")
"""The classes of what has ways in, in the order in which they are told."""

_LINKS: Final = ("topic", "audience", "lifeEvent", "trigger", "serviceProvided")


class Ways:
    """The ways in that are in operation: entry points, channel uses, and hops by which people come or are sent.

    A way is one of a topic, audience, life event or service that it names, an entry point one of its providers, and a
    channel use one of its entry point.
    """

    def __init__(self, structure: Structure, gone: Removal) -> None:
        """Take what goes; the ways that are left are those without it."""
        self.structure = structure
        self.gone = gone
        self._free: dict[tuple[str, bool], bool] = {}

    @cached_property
    def hops(self) -> tuple[Hop, ...]:
        """The hops in operation by which people come or are sent."""
        return tuple(hop for hop in self.structure.hops if hop.operates and hop.kind in ENTERING | SENDING)

    @cached_property
    def of(self) -> dict[str, list[str]]:
        """By subject its ways, in a fixed order."""
        found: dict[str, dict[str, None]] = {}
        for way in self._all():
            for subject in self._subjects(way):
                found.setdefault(subject, {})[way] = None
        return {subject: [*ways] for subject, ways in found.items()}

    def _all(self) -> Iterator[str]:
        structure = self.structure
        for kind in ("EntryPoint", "ChannelUse"):
            yield from (each for each in structure.of_kind(kind) if self._works(each))
        yield from (hop.iri for hop in self.hops)

    def _works(self, item: str) -> bool:
        """Return whether an entry point or channel use is in operation; a use only if its entry point is too."""
        return all(map(self.structure.operates, (item, *self.structure.values(item, "entryPoint"))))

    def _subjects(self, way: str) -> Iterator[str]:
        structure = self.structure
        for each in structure.values(way, *_LINKS, "from"):
            if structure.is_a(each, *SUBJECTS[:4]):
                yield each
        if structure.is_a(way, "EntryPoint"):
            yield from structure.values(way, "provider")
        yield from structure.values(way, "entryPoint")
        if structure.is_a(way, "AccessRoute"):
            yield from (each for each in structure.subjects("setsInMotion", way) if structure.is_a(each, "LifeEvent"))

    def before(self, subject: str) -> list[str]:
        """Return the ways in for `subject` as it is now."""
        return self.of.get(subject, [])

    def after(self, subject: str) -> list[str]:
        """Return those that are left."""
        return [way for way in self.before(subject) if way not in self.gone]

    def broader(self, subject: str) -> list[str]:
        """Return the ways that are left for what is broader than `subject`."""
        wider = sorted(self.structure.broader(subject) - {subject}, key=self.structure.order)
        return list(dict.fromkeys(way for each in wider for way in self.after(each)))

    def without_skill(self, way: str, afterwards: bool) -> bool:
        """Return whether `way` is stated to be usable without digital skill, now or `afterwards`.

        A hop is if where it leads has an entry point with such a channel, and it does not start where only digital
        channels are stated.
        """
        known = way, afterwards
        if known not in self._free:
            self._free[known] = self._is_free(way, afterwards)
        return self._free[known]

    def _is_free(self, way: str, afterwards: bool) -> bool:
        structure = self.structure
        if afterwards and way in self.gone:
            return False
        if structure.is_a(way, "ChannelUse"):
            return self._works(way) and structure.value(way, "asksDigitalSkill") == "false"
        if not structure.is_a(way, "AccessRoute"):
            return any(self.without_skill(each, afterwards) for each in self.before(way))
        starts = [start for start in structure.values(way, "from") if structure.is_a(start, "EntryPoint")]
        if any(self.before(start) and not self.without_skill(start, afterwards) for start in starts):
            return False
        return any(self.without_skill(end, afterwards) for end in structure.values(way, "to"))

    def skill_lost(self, way: str) -> list[str]:
        """Return what goes of `way`, or of where it leads, that is now usable without digital skill."""
        if not self.without_skill(way, afterwards=False):
            return []
        if way in self.gone:
            return [way]
        is_hop = self.structure.is_a(way, "AccessRoute")
        nexts = self.structure.values(way, "from", "to") if is_hop else self.before(way)
        return list(dict.fromkeys(lost for each in nexts for lost in self.skill_lost(each)))
