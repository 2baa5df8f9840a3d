"""The steps of a route: hops of the inventory, what stands in which line, and the gaps between lanes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dienstgraaf.inventory.namespaces import BASE
from dienstgraaf.routes.hopping import Hopping
from dienstgraaf.routes.model import BASES, EVENT, GAP, LANES, Leg, Named, Party, Placed, Step, Stop
from dienstgraaf.routes.relevance import Relevance
from dienstgraaf.routes.rows import Row
from dienstgraaf.routes.stopping import Stops
from dienstgraaf.structure import Structure

__all__ = ["connect"]

_WITHIN = LANES[1:5]
"""The lanes in which a party has its own stops."""

_LEVEL = f"{BASE}concept/line-level/"

Pairs = Sequence[tuple[Row, Party]]


def connect(structure: Structure, relevance: Relevance, hopping: Hopping, pairs: Pairs, stops: Stops) -> list[Step]:
    """Return the steps between `stops`, to which what else they need is added."""
    found = hopping.steps()
    reached = {step.end for step in found if step.start == EVENT}
    ways_in = [step for _, party in pairs for step in _ways_in(structure, relevance, party, stops)]
    found += [step for step in ways_in if step.end not in reached]
    found += [step for _, party in pairs for step in _lines(structure, party, stops)]
    for _, party in pairs:
        found += list(_gaps(party, stops, found))
    lanes = {stop.key: LANES.index(stop.lane) for stop in stops.all()}
    keys = {key: number for number, key in enumerate([*lanes, *(party.key for _, party in pairs)])}
    entry = LANES.index("entry")

    def order(step: Step) -> tuple[int, int, int, int]:
        return lanes.get(step.start, entry), lanes.get(step.end, entry), keys[step.start], keys[step.end]

    return sorted(found, key=order)


def _ways_in(structure: Structure, relevance: Relevance, party: Party, stops: Stops) -> Iterator[Step]:
    """Yield a step from the event to each entry point that is there for it."""
    event = next(stop for stop in stops.all() if stop.key == EVENT)
    for stop in stops.in_lane(party.key, "entry"):
        if stop.kind == "entry":
            legs = tuple(
                _leg(structure, event.items[0], stop, item, fact=Named(reason, structure.label(reason)))
                for item in stop.items
                for reason in relevance.reasons(item.iri)
            )
            own = any(relevance.concerns(item.iri) for item in stop.items)
            word = "route-way-in" if own else "route-way-in-audience"
            yield Step(EVENT, stop.key, "way-in", stops.word(word), legs)


def _lines(structure: Structure, party: Party, stops: Stops) -> Iterator[Step]:
    """Yield what the source says of the order: which entry point stands in which line, and which line comes next."""
    for stop in stops.in_lane(party.key, "entry"):
        yield from _helped(structure, party, stop, stops)
        for line in _lines_of(structure, stop, stops.in_lane(party.key, "first-line")):
            legs = tuple(
                replace(
                    _leg(structure, item, stop, line.items[0], fact=item),
                    basis=max(stop.basis, "grouped", key=BASES.index),
                )
                for item in stop.items
                if _stands_in(structure, item.iri, line)
            )
            yield Step(stop.key, line.key, "stands-in", stops.word("route-stands-in"), legs, general=stop.general)
    for level in _WITHIN[1:]:
        for stop in stops.in_lane(party.key, level):
            for item in stop.items:
                for following in structure.values(item.iri, "nextLine"):
                    key = stops.at(party.key, following)
                    if key:
                        end = Named(following, structure.label(following))
                        leg = _leg(structure, item, stop, end, fact=item)
                        if not any("-" in segment for segment in leg.segments):  # it rests on a heading alone
                            leg = replace(leg, basis=max(leg.basis, "grouped", key=BASES.index))
                        yield Step(stop.key, key, "next-line", stops.word("route-next-line"), (leg,))


def _helped(structure: Structure, party: Party, stop: Stop, stops: Stops) -> Iterator[Step]:
    """Yield what the source says of who helps at a way in."""
    by_stop: dict[str, list[Leg]] = {}
    for item in stop.items:
        for helper in stops.helpers(item.iri):
            key = stops.at(party.key, helper)
            if key is not None and key != stop.key:
                named = Named(helper, structure.label(helper))
                by_stop.setdefault(key, []).append(_leg(structure, item, stop, named, fact=named))
    for key, legs in by_stop.items():
        yield Step(stop.key, key, "helped-by", stops.word("route-helped-by"), tuple(legs), stop.general)


def _lines_of(structure: Structure, entry: Stop, lines: Iterable[Stop]) -> list[Stop]:
    return [
        line
        for line in lines
        if line.kind == "line" and any(_stands_in(structure, item.iri, line) for item in entry.items)
    ]


def _stands_in(structure: Structure, entry: str, line: Stop) -> bool:
    stated = structure.values(entry, "supportLine")
    return any(item.iri in stated for item in line.items) or f"{_LEVEL}{line.lane}" in structure.values(
        entry, "lineLevel"
    )


def _gaps(party: Party, stops: Stops, steps: Iterable[Step]) -> Iterator[Step]:
    """Yield a gap between two successive lanes that no step connects; an empty lane gets a stop that says so."""
    members = {stop.key: lane for lane in _WITHIN for stop in stops.in_lane(party.key, lane)}
    joined = {
        (members.get(step.start, "entry"), members.get(step.end, "entry"))
        for step in steps
        if _inside(step, members, party)
    }
    before = None
    for lane in _WITHIN:
        there = stops.in_lane(party.key, lane)
        here = [stop for stop in there if stop.operates or stop.kind == "absence"]
        if not here:
            key = stops.add(Stop("", GAP, lane, party.key, (Placed("", stops.word("route-not-stated")),)))
            here = [stop for stop in stops.all() if stop.key == key]
        if before is not None and (_lane(before), lane) not in joined and any(s.kind != "absence" for s in here):
            yield Step(_representative(before), _representative(here), GAP, stops.word("route-not-connected"))
        before = here


def _inside(step: Step, members: dict[str, str], party: Party) -> bool:
    own = {*members, party.key}
    return step.start in own and step.end in own


def _lane(stops: Sequence[Stop]) -> str:
    return stops[0].lane


def _representative(stops: Sequence[Stop]) -> str:
    return next((stop.key for stop in stops if stop.kind != "absence"), stops[0].key)


def _leg(structure: Structure, start: Named, stop: Stop, end: Named, fact: Named) -> Leg:
    status = structure.value(fact.iri, "status")
    return Leg(
        fact=fact,
        start=start,
        end=end,
        status=None if status is None else Named(status, structure.label(status)),
        operates=structure.operates(fact.iri),
        basis=stop.basis,
        hedges=structure.values(fact.iri, "hedge"),
        segments=structure.segments(fact.iri),
    )
