"""Reads a route as lines that a person can hold against the source: one a hop, folded ones as one with their number."""

from __future__ import annotations

from collections.abc import Iterator

from dienstgraaf.routes import Leg, Route, Step

FOLDED = 10
"""A step with more hops than this is written as one line, which names them all."""


def lines(route: Route) -> list[str]:
    """Return the steps of `route` in order, as `start -> end | kind | segments`."""
    return [line for step in route.steps for line in _lines(route, step)]


def facts(route: Route) -> set[str]:
    """Return the short names of everything that stands on `route`."""
    named = [leg.fact.iri for step in route.steps for leg in step.legs]
    named += [item.iri for stop in route.stops for item in stop.items]
    return {slug(iri) for iri in named}


def slug(iri: str) -> str:
    return iri.rpartition("/")[2]


def _lines(route: Route, step: Step) -> Iterator[str]:
    if step.is_gap:
        yield f"{route.lane_of(step.start)} -> {route.lane_of(step.end)} at {_party(route, step)} | gap"
    elif len(step.legs) > FOLDED:
        starts, ends = ({slug(iri) for iri in ends} for ends in zip(*map(_ends, step.legs), strict=True))
        yield f"{_one(starts)} -> {_one(ends)} | {len(step.legs)} x {step.kind} | {' '.join(step.segments)}"
    else:
        for leg in step.legs:
            start, end = map(slug, _ends(leg))
            yield f"{start} -> {end} | {step.kind} | {' '.join(leg.segments)}"


def _ends(leg: Leg) -> tuple[str, str]:
    return leg.start.iri, leg.end.iri


def _one(names: set[str]) -> str:
    return ", ".join(sorted(names))


def _party(route: Route, step: Step) -> str:
    key = route.party_of(step.start)
    return next(slug(party.iri) for party in route.parties if party.key == key)
