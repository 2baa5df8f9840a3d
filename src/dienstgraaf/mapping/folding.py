"""Folds a map for drawing: knots stay boxes of their own, and around them those that stand alike share one.

A knot is a party with many others around it. Every link touches a knot. What is not a knot is drawn where it is tied to
one: a party that guides to one knot and is reached from another stands in two boxes, so that no line has to cross the
picture for it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from dienstgraaf.drawing import certainty, line_class
from dienstgraaf.mapping.boxes import Arrow, Box, Fold
from dienstgraaf.mapping.model import Link, Map, Party

__all__ = ["fold", "unfolded"]

_MANY: Final = 4
"""With how many others around it a party is a knot."""

_COMPANY: Final = 3
"""With how many of its cluster a knot that is tied to another in the same way is drawn among them."""

_OPPOSITE: Final = {"sends": "receives", "receives": "sends", "both": "both"}
"""The side of a tie, seen from its other end."""

_Look = tuple[str, str]
"""The class of a line, and that of its certainty."""


def fold(found: Map) -> Fold:
    """Return the boxes and arrows of `found`: the knots by label, then what is around them."""
    knots = _knots(found)
    counts = _counts(found.links)
    leaves = _leaves(found.links, knots)
    told = {pair for ties in leaves.values() for tie in ties for party in ties[tie] for pair in _pairs(tie, party)}
    between = {key: count for key, count in counts.items() if key not in told}
    shown = {iri for start, end, _ in between for iri in (start, end)}
    shown |= {tie.knot for ties in leaves.values() for tie in ties}
    shown |= {party.iri for party in found.parties} - {iri for start, end, _ in counts for iri in (start, end)}
    boxes = [Box(((party,),)) for party in found.parties if party.iri in shown]
    place = {box.first.iri: i for i, box in enumerate(boxes)}
    arrows = _arrows(between, place)
    for ties in leaves.values():
        for alike in _alike(ties):
            parties = ties[alike[0]]
            for tie in alike:
                count = max(_count(counts, party, tie) for party in parties)
                arrows.append(_leaf_arrow(tie, len(boxes), place[tie.knot], count))
            boxes.append(Box(_groups(parties)))
    return Fold(tuple(boxes), tuple(arrows))


def unfolded(found: Map) -> Fold:
    """Return a box for each party of `found`, and the arrows between them."""
    boxes = tuple(Box(((party,),)) for party in found.parties)
    place = {box.first.iri: i for i, box in enumerate(boxes)}
    return Fold(boxes, tuple(_arrows(_counts(found.links), place)))


def _knots(found: Map) -> frozenset[str]:
    """Return the parties with many others around them, and as many more as it takes for every link to touch one."""
    around: dict[str, set[str]] = {party.iri: set() for party in found.parties}
    for link in found.links:
        around[link.start.iri].add(link.end.iri)
        around[link.end.iri].add(link.start.iri)
    knots = {iri for iri, others in around.items() if len(others) >= _MANY}
    knots |= {party.iri for party in found.center}
    untied = sorted((link.start.iri, link.end.iri) for link in found.links if link.start.iri != link.end.iri)
    untied = [(start, end) for start, end in untied if start not in knots and end not in knots]
    touching = Counter(iri for pair in untied for iri in pair)
    for start, end in untied:
        if start not in knots and end not in knots:
            knots.add(max(start, end, key=lambda iri: (touching[iri], len(around[iri]), iri)))
    return frozenset(knots)


@dataclass(frozen=True, slots=True)
class _Tie:
    """How a party that is no knot is tied to one: which way, to which, and how that is drawn."""

    side: str
    knot: str
    look: _Look


_Ties = dict[_Tie, dict[Party, Link]]
"""The parties of one cluster by how they are tied, each with the first link behind it."""


def _pairs(tie: _Tie, party: Party) -> Iterator[tuple[str, str, _Look]]:
    if tie.side != "receives":
        yield party.iri, tie.knot, tie.look
    if tie.side != "sends":
        yield tie.knot, party.iri, tie.look


def _leaves(links: Iterable[Link], knots: frozenset[str]) -> dict[str, _Ties]:
    """Return the ties to knots, by cluster: of parties that are no knots, and of knots that have enough company."""
    found: dict[str, _Ties] = defaultdict(lambda: defaultdict(dict))
    cluster: dict[str, str] = {}
    for link in links:
        for party, other, side in ((link.start, link.end, "sends"), (link.end, link.start, "receives")):
            cluster[party.iri] = party.cluster
            if other.iri in knots and party != other:
                found[party.cluster][_Tie(side, other.iri, _look(link))].setdefault(party, link)
    ties = {name: _mutual(each) for name, each in found.items()}

    def is_drawn_among(party: Party, tie: _Tie, company: int) -> bool:
        """Return whether `party` is drawn among the `company` of its tie: a link of two knots at one end only."""
        if party.iri not in knots:
            return True
        opposite = ties.get(cluster[tie.knot], {}).get(_Tie(_OPPOSITE[tie.side], party.iri, tie.look), {})
        return company >= _COMPANY and (company, party.iri) > (len(opposite), tie.knot)

    return {
        name: {
            tie: kept
            for tie, parties in each.items()
            if (kept := {party: parties[party] for party in parties if is_drawn_among(party, tie, len(parties))})
        }
        for name, each in ties.items()
    }


def _mutual(ties: _Ties) -> _Ties:
    """Return `ties` with those of both directions that look alike as one."""
    found: _Ties = defaultdict(dict)
    for tie, parties in ties.items():
        back = _Tie(_OPPOSITE[tie.side], tie.knot, tie.look)
        for party, link in parties.items():
            both = party in ties.get(back, ())
            if not both or tie.side == "sends":
                found[_Tie("both" if both else tie.side, tie.knot, tie.look)][party] = link
    return found


def _alike(ties: _Ties) -> list[tuple[_Tie, ...]]:
    """Return the ties of one cluster, those that hold for the very same parties together."""
    found: dict[frozenset[Party], list[_Tie]] = defaultdict(list)
    for tie, parties in ties.items():
        found[frozenset(parties)].append(tie)
    return [tuple(each) for each in found.values()]


def _groups(parties: Mapping[Party, Link]) -> tuple[tuple[Party, ...], ...]:
    """Return `parties` as the source lists them, organisations first."""
    found: dict[tuple[bool, str, tuple[str, ...]], list[Party]] = defaultdict(list)
    for party, link in parties.items():
        found[party.kind != "organisation", party.kind, link.segments].append(party)
    return tuple(tuple(found[key]) for key in sorted(found))


def _leaf_arrow(tie: _Tie, box: int, knot: int, count: int) -> Arrow:
    start, end = (knot, box) if tie.side == "receives" else (box, knot)
    return Arrow(start, end, *tie.look, count, mutual=tie.side == "both")


def _count(counts: Mapping[tuple[str, str, _Look], int], party: Party, tie: _Tie) -> int:
    there = counts.get((party.iri, tie.knot, tie.look), 0) if tie.side != "receives" else 0
    back = counts.get((tie.knot, party.iri, tie.look), 0) if tie.side != "sends" else 0
    return there + back


def _look(link: Link) -> _Look:
    return line_class(link.kind), certainty(link.hedged, link.operates)


def _counts(links: Iterable[Link]) -> Counter[tuple[str, str, _Look]]:
    """Return how many hops are behind what is drawn as one line between two parties; not within one."""
    found: Counter[tuple[str, str, _Look]] = Counter()
    for link in links:
        if link.start != link.end:
            found[link.start.iri, link.end.iri, _look(link)] += link.count
    return found


def _arrows(counts: Mapping[tuple[str, str, _Look], int], place: Mapping[str, int]) -> list[Arrow]:
    """Return the arrows between parties at `place`, those of both directions that look alike as one."""
    found = []
    for (start, end, look), count in counts.items():
        back = counts.get((end, start, look), 0)
        if not back:
            found.append(Arrow(place[start], place[end], *look, count))
        elif place[start] < place[end]:
            found.append(Arrow(place[start], place[end], *look, count + back, mutual=True))
    return found
