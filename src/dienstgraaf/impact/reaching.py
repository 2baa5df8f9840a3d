"""By what parties, entry points, lines, teams and roles are reached."""

from __future__ import annotations

from functools import cached_property
from typing import Final

from dienstgraaf.impact.ways import Ways

__all__ = ["Reach"]

_INWARD: Final = ("supportLine", "nextLine", "hasTeam", "hasRole", "provider", "to")
"""The properties that lead from what goes to what may lose its way in."""

_REACHED: Final = ("Provider", "EntryPoint", "SupportLine", "Team", "Role")


class Reach:
    """The stated ways to a thing: hops to it, and the entry points, channels and lines that lead there."""

    def __init__(self, ways: Ways) -> None:
        """Take the ways in that are in operation."""
        self.ways = ways
        self.structure = ways.structure

    def candidates(self) -> set[str]:
        """Return what something that goes led to, and that stays itself."""
        gone = self.ways.gone
        ends = {end for each in gone.everything for end in self.structure.values(each, *_INWARD)}
        ends |= {owner for end in ends for owner in self.structure.providers(end)}
        return {end for end in ends if end not in gone and self.structure.is_a(end, *_REACHED)}

    def ways_to(self, item: str) -> list[str]:
        """Return the ways to `item` that are in operation; hops within a provider lead to its parts, not to itself."""
        structure = self.structure
        found = list(self.ways.before(item)) if structure.is_a(item, "Provider", "EntryPoint") else []
        for prop in ("supportLine", "nextLine", "hasTeam", "hasRole"):
            found += [each for each in structure.subjects(prop, item) if structure.operates(each)]
        if structure.is_a(item, "SupportLine"):
            found += [hop for each in structure.values(item, "hasTeam", "hasRole") for hop in self._to.get(each, ())]
        return list(dict.fromkeys([*found, *self._to.get(item, ())]))

    @cached_property
    def _to(self) -> dict[str, list[str]]:
        """By what a hop names at its end, and by the provider of that if the hop comes from elsewhere, the hops."""
        structure = self.structure
        found: dict[str, list[str]] = {}
        for hop in self.ways.hops:
            outside = set(structure.providers(hop.end)).difference(structure.providers(hop.start))
            for end in dict.fromkeys([hop.end, *sorted(outside)]):
                if end != hop.end or not structure.is_a(end, "Provider") or end in outside:
                    found.setdefault(end, []).append(hop.iri)
        return found
