"""What goes with an item: all that is only its own, and the hops that start or end there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from dienstgraaf.structure import Hop, Structure

__all__ = ["OWNED", "Removal", "removal"]

OWNED: Final = ("EntryPoint", "Channel", "ChannelUse", "SupportLine", "Team", "Role", "Service", "SupportAid")
"""The classes of what goes with its provider, if it has no other."""

_ENDS: Final = ("from", "to")


@dataclass
class Removal:
    """What goes with `item`: by IRI the kind of loss that it is, in the order in which it goes.

    `silent` are the entry points that go because no channel is stated for them any more.
    """

    structure: Structure
    item: str
    kinds: dict[str, str] = field(default_factory=dict)
    silent: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def __contains__(self, item: object) -> bool:
        """Tell whether `item` goes, or is what goes."""
        return item == self.item or item in self.kinds

    @property
    def everything(self) -> tuple[str, ...]:
        """All that goes, the item itself first."""
        return (self.item, *self.kinds)

    def hops(self) -> list[Hop]:
        """Return the hops that go."""
        return [hop for hop in self.structure.hops if hop.iri in self]


def removal(structure: Structure, item: str) -> Removal:
    """Return what goes with `item`."""
    found = Removal(structure, item)
    todo = [item]
    while todo:
        gone = todo.pop(0)
        if structure.is_a(gone, "AccessRoute"):
            continue
        news = [*_owned(found, gone), *_uses(found, gone), *_silenced(found, gone), *_hops(found, gone)]
        for each, kind in news:
            if each not in found:
                found.kinds[each] = kind
                todo.append(each)
    return found


def _owned(found: Removal, gone: str) -> Iterable[tuple[str, str]]:
    """Yield what only `gone` provides; of what more provide, the others remain."""
    structure = found.structure
    if not structure.is_a(gone, "Provider"):
        return
    for each in structure.subjects("provider", gone):
        for kind in OWNED:
            if structure.is_a(each, kind) and all(owner in found for owner in structure.values(each, "provider")):
                yield each, _SLUGS[kind]
                break


def _uses(found: Removal, gone: str) -> Iterable[tuple[str, str]]:
    for prop in ("entryPoint", "channel"):
        for each in found.structure.subjects(prop, gone):
            if found.structure.is_a(each, "ChannelUse"):
                yield each, "channel-use"


def _silenced(found: Removal, gone: str) -> Iterable[tuple[str, str]]:
    """Yield the entry point of the use `gone` if no channel in operation is stated for it any more."""
    structure = found.structure
    for entry in structure.values(gone, "entryPoint") if structure.operates(gone) else ():
        uses = [each for each in structure.subjects("entryPoint", entry) if structure.operates(each)]
        if entry not in found and all(use in found for use in uses):
            found.silent[entry] = tuple(uses)
            yield entry, "left-without-channel"


def _hops(found: Removal, gone: str) -> Iterable[tuple[str, str]]:
    for prop in _ENDS:
        for each in found.structure.subjects(prop, gone):
            if found.structure.is_a(each, "AccessRoute"):
                yield each, f"hop-{prop}"


_SLUGS: Final = {
    "EntryPoint": "entry-point",
    "Channel": "channel",
    "ChannelUse": "channel-use",
    "SupportLine": "support-line",
    "Team": "team",
    "Role": "role",
    "Service": "service",
    "SupportAid": "support-aid",
}
