"""The hops of a route: which ones, between which stops, and which are folded because they say the same of many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dienstgraaf.inventory.namespaces import BASE
from dienstgraaf.questions.asking import natural_order
from dienstgraaf.routes.model import EVENT, Leg, Named, Party, Step
from dienstgraaf.routes.relevance import Relevance
from dienstgraaf.routes.rows import STATED, Row, Rows
from dienstgraaf.routes.stopping import Stops, apart
from dienstgraaf.structure import Hop, Structure
from dienstgraaf.structure.model import ENTERING, REACHING, SENDING

__all__ = ["Hopping"]

_KINDS = f"{BASE}concept/route-kind/"

Pairs = Sequence[tuple[Row, Party]]


@dataclass(frozen=True, slots=True)
class _Link:
    """A hop with the keys of its two ends; None stands for a party outside the rows."""

    hop: Hop
    start: str | None
    end: str | None
    leg: Leg
    general: bool


class Hopping:
    """Turns hops into steps, and adds the stops of the parties outside the rows."""

    def __init__(self, structure: Structure, relevance: Relevance, rows: Rows, pairs: Pairs, stops: Stops) -> None:
        """Take the rows with their stops already made."""
        self._structure = structure
        self._relevance = relevance
        self._own = rows.hops()
        self._narrowed = rows.is_narrowed
        self._pairs = pairs
        self._stops = stops

    def steps(self) -> list[Step]:
        """Return the steps, folded."""
        reaching = [link for link in self._links if link.hop.kind in REACHING]
        others = [link for link in self._links if link.hop.kind not in REACHING]
        return [*self._reaching(reaching), *self._between(others)]

    @cached_property
    def _own_iris(self) -> frozenset[str]:
        return frozenset(hop.iri for hop in self._own)

    @cached_property
    def _links(self) -> list[_Link]:
        own = self._own_iris
        chosen = [hop for hop in self._own if not self._narrowed or self._row_of(hop)]
        others = [hop for hop in self._structure.hops if hop.iri not in own and self._relevance.is_general_hop(hop)]
        chosen += [hop for hop in others if self._relevance.admits(hop.iri) and self._tells(hop)]
        return [self._link(hop, hop.iri not in own) for hop in chosen]

    def _tells(self, hop: Hop) -> bool:
        """Return whether a hop for any question says something here.

        Of a kind of party, what it sends out of itself and what goes on behind the scenes says nothing of this event;
        of an organisation whose business the event is, it does.
        """
        row = self._row_of(hop)
        if row is None:
            return False
        named = self._structure.is_a(row.party, "Organisation") and row.hop_basis(hop) == STATED
        return hop.kind in (*ENTERING, *SENDING, "follow-up") or named

    def _row_of(self, hop: Hop) -> Row | None:
        return next((row for row, _ in self._pairs for end in (hop.start, hop.end) if row.holds(hop, end)), None)

    def _link(self, hop: Hop, general: bool) -> _Link:
        start, end = self._place(hop, hop.start), self._place(hop, hop.end)
        rows = {self._stops.party_of(key) for key in (start, end) if key and key != EVENT}
        # From one row to another: the rows stay apart, and the other is named as where it goes on.
        return _Link(hop, start, None if len(rows) > 1 else end, self._leg(hop), general)

    def _place(self, hop: Hop, end: str) -> str | None:
        if self._structure.is_a(end, "Audience"):
            return EVENT
        for row, party in self._pairs:
            if row.holds(hop, end):
                other = hop.end if end == hop.start else hop.start
                inside = end == hop.start and row.holds(hop, other) and not self._stops.at(party.key, end)
                # Who belongs to the party and sends people to it stands beside it, as others who do so.
                return None if inside else self._stops.at(party.key, end) or party.key
        return None

    def _reaching(self, links: Sequence[_Link]) -> Iterator[Step]:
        """Yield a step from each letter, visit or call to the person, and from the person to what it asks for."""
        for alike in self._gathered(links):
            first = alike[0]
            lane = "aftercare" if first.hop.kind == "follow-up" else "access"
            row, party = next(((r, p) for r, p in self._pairs if r.holds(first.hop, first.hop.start)), (None, None))
            place = party.key if party else None
            items = [link.hop.iri for link in alike]
            key = self._stops.add(self._stops.made("signal", lane, place, items, row, general=first.general))
            yield self._step(key, EVENT, first.hop.kind, [link.leg for link in alike], first.general)
            asking = [link.leg for link in alike if link.leg.asks]
            if asking and party and not first.general:
                yield Step(EVENT, party.key, "asked", self._stops.word("route-asked"), tuple(asking))

    def _gathered(self, links: Sequence[_Link]) -> list[list[_Link]]:
        """Return `links` in groups that stand together; more groups than a picture can hold become one a kind."""
        groups = _grouped(links, self._alike)
        if len(apart([group[0].hop.iri for group in groups])) == len(groups):
            return groups
        return _grouped(links, lambda link: (link.general, link.hop.kind, link.start, link.hop.operates))

    def _alike(self, link: _Link) -> tuple[object, ...]:
        kinds = [each for each in self._structure.values(link.hop.iri, "exampleOf") if each in self._own_iris]
        place = link.start if link.general else (kinds or [link.hop.iri])[0]
        whose = next((party.key for row, party in self._pairs if row.holds(link.hop, link.hop.start)), None)
        return link.general, link.hop.kind, place, whose, link.hop.operates, link.hop.iri in kinds

    def _between(self, links: Sequence[_Link]) -> Iterator[Step]:
        """Yield the steps between stops; all who send people to one party, and all it sends them to, share a stop."""
        outside = {**self._outside("senders", links), **self._outside("target", links)}

        def ends(link: _Link) -> tuple[str, str]:
            iri = link.hop.iri
            return link.start or outside["senders", iri], link.end or outside["target", iri]

        for alike in _grouped(links, lambda link: (*ends(link), link.hop.kind, link.general, link.hop.operates)):
            yield self._step(*ends(alike[0]), alike[0].hop.kind, [link.leg for link in alike], alike[0].general)

    def _outside(self, kind: str, links: Sequence[_Link]) -> dict[tuple[str, str], str]:
        """Make the stops of the parties outside the rows, and return the key of that of each hop."""
        starts = kind == "senders"
        open_ended = [link for link in links if (link.start if starts else link.end) is None]
        found: dict[tuple[str, str], str] = {}
        for alike in _grouped(
            open_ended, lambda link: (link.end if starts else link.start, link.general, link.hop.operates)
        ):
            members = self._structure.sorted(link.hop.start if starts else link.hop.end for link in alike)
            lane = "access" if starts else "onward"
            made = self._stops.made(kind, lane, None, members, None, general=alike[0].general)
            cited = sorted({segment for link in alike for segment in link.hop.segments}, key=natural_order)
            items = tuple(replace(item, operates=alike[0].hop.operates) for item in made.items)
            key = self._stops.outside(replace(made, items=items, segments=tuple(cited)))
            found.update({(kind, link.hop.iri): key for link in alike})
        return found

    def _step(self, start: str, end: str, kind: str, legs: Sequence[Leg], general: bool) -> Step:
        return Step(start, end, kind, self._structure.label(f"{_KINDS}{kind}"), tuple(legs), general)

    def _leg(self, hop: Hop) -> Leg:
        found = self._structure
        row = self._row_of(hop)
        status = found.value(hop.iri, "status")
        return Leg(
            fact=self._named(hop.iri),
            start=self._named(hop.start),
            end=self._named(hop.end),
            status=None if status is None else self._named(status),
            operates=hop.operates,
            basis=row.hop_basis(hop) if row else "stated",
            arrangements=tuple(map(self._named, found.values(hop.iri, "arrangement"))),
            warm=hop.warm,
            asks=tuple(map(self._named, found.values(hop.iri, "asksOfPerson"))),
            conditions=tuple(
                self._named(item)
                for item in found.values(hop.iri, "condition", "trigger")
                if not found.is_a(item, "LifeEvent")
            ),
            hedges=hop.hedges,
            segments=hop.segments,
        )

    def _named(self, item: str) -> Named:
        return Named(item, self._structure.label(item))


def _grouped(links: Sequence[_Link], key: object) -> list[list[_Link]]:
    found: dict[object, list[_Link]] = defaultdict(list)
    for link in links:
        found[key(link)].append(link)  # type: ignore[operator]
    return list(found.values())
