"""Chooses what of a map is drawn: all of it, or as much as can be read, the nearest to its middle first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from dienstgraaf.mapping.boxes import Arrow, Box, Fold
from dienstgraaf.mapping.computing import distances
from dienstgraaf.mapping.folding import fold, unfolded
from dienstgraaf.mapping.model import LeftOut, Map, Party

__all__ = ["LIMIT", "Sketch", "middle_of", "sketch"]

LIMIT: Final = 80
"""How many boxes a picture has at most, unless told otherwise."""

_ARROWS: Final = 150
"""How many arrows a picture of `LIMIT` boxes has at most; of more or fewer boxes in proportion."""


_NAMES: Final = 240
"""How many names a picture of `LIMIT` boxes holds at most; likewise."""


@dataclass(frozen=True)
class Sketch:
    """The boxes and arrows to draw of a map, and how many parties and links had to be left out."""

    map: Map
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    left_out: LeftOut

    def clusters(self) -> dict[tuple[str, str, bool], list[int]]:
        """Return the positions of boxes by cluster (key and label), and by whether people are sent on there.

        That is where boxes only receive people: from who receives them too and is of another cluster, or from who only
        sends people and is of the same.
        """
        sends = {each.start for each in self.arrows} | {each.end for each in self.arrows if each.mutual}
        receives = {each.end for each in self.arrows} | {each.start for each in self.arrows if each.mutual}
        onward = {
            each.end
            for each in self.arrows
            if each.end not in sends and (each.start in receives) != self._together(each)
        }
        found: dict[tuple[str, str, bool], list[int]] = {}
        for position, box in enumerate(self.boxes):
            found.setdefault((box.first.cluster, box.first.cluster_label, position in onward), []).append(position)
        return found

    def _together(self, arrow: Arrow) -> bool:
        return self.boxes[arrow.start].first.cluster == self.boxes[arrow.end].first.cluster

    def classes(self) -> frozenset[str]:
        """Return the classes of lines, certainties and boxes that a legend has to explain."""
        lines = {name for arrow in self.arrows for name in (arrow.line, arrow.certainty)}
        return frozenset(lines | {party.kind for box in self.boxes for party in box.parties})

    def label(self, party: Party) -> str:
        """Return the label of `party`, with an asterisk if it stands in more than one box."""
        return f"{party.label}*" if party.iri in self.repeated else party.label

    @cached_property
    def repeated(self) -> frozenset[str]:
        """The parties that stand in more than one box, by IRI."""
        times = Counter(party.iri for box in self.boxes for party in box.parties)
        return frozenset(iri for iri, count in times.items() if count > 1)

    @property
    def middle(self) -> tuple[Party, ...]:
        """The parties that the picture is around: those that were asked for, else the most connected."""
        return middle_of(self.map)


def sketch(found: Map, limit: int = LIMIT, unfold: bool = False) -> Sketch:
    """Return what is drawn of `found`, in at most `limit` boxes; each party in a box of its own if `unfold`."""
    folded = unfolded(found) if unfold else fold(found)
    kept = _kept(found, folded, limit)
    number = {old: new for new, old in enumerate(kept)}
    arrows = tuple(
        replace(each, start=number[each.start], end=number[each.end])
        for each in folded.arrows
        if each.start in number and each.end in number
    )
    boxes = tuple(folded.boxes[old] for old in kept)
    return Sketch(found, boxes, arrows, _left_out(found, boxes))


def _left_out(found: Map, boxes: Sequence[Box]) -> LeftOut:
    """Return how many parties of `found` are not named in `boxes`, and how many links lack an end there."""
    inside = {party.iri for box in boxes for group in box.shown() for party in group}
    links = sum(link.start.iri in inside and link.end.iri in inside for link in found.links)
    return LeftOut(len(found.parties) - len(inside), len(found.links) - links)


def _kept(found: Map, folded: Fold, limit: int) -> list[int]:
    """Return the positions of the boxes that are drawn: as many as may be, from the middle outward."""
    boxes, arrows, names = folded.boxes, limit * _ARROWS // LIMIT, limit * _NAMES // LIMIT
    told = [sum(map(len, box.shown())) for box in boxes]
    if len(boxes) <= limit and len(folded.arrows) <= arrows and sum(told) <= names:
        return list(range(len(boxes)))
    touching: list[list[int]] = [[] for _ in boxes]
    for arrow in folded.arrows:
        touching[arrow.start].append(arrow.end)
        touching[arrow.end].append(arrow.start)
    kept: set[int] = set()
    for position in _outward(found, folded, touching):
        more = sum(other in kept for other in touching[position])
        if len(kept) < limit and more <= arrows and told[position] <= names:
            kept.add(position)
            arrows -= more
            names -= told[position]
    return sorted(each for each in kept if kept.intersection(touching[each]) or not touching[each])


def _outward(found: Map, folded: Fold, touching: Sequence[Sequence[int]]) -> list[int]:
    """Return the positions of boxes along the arrows from the middle, then from the next that no arrow ties to it."""
    far = distances(found.links, middle_of(found))

    def rank(position: int) -> tuple[int, int, int]:
        return far.get(folded.boxes[position].first.iri, len(far)), -len(touching[position]), position

    order: dict[int, None] = {}
    for start in sorted(range(len(touching)), key=rank):
        edge = [] if start in order else [start]
        while edge:
            order |= dict.fromkeys(edge)
            edge = sorted({other for each in edge for other in touching[each]} - order.keys(), key=rank)
    return list(order)


def middle_of(found: Map) -> tuple[Party, ...]:
    """Return the parties around which `found` was made, else the most connected."""
    if found.center or not found.parties:
        return found.center
    return (max(found.parties, key=lambda party: found.degrees[party.iri]),)
