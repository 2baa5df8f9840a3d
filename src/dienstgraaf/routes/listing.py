"""A route as rows for people and as a document for machines: every hop, none folded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from dienstgraaf.inventory.namespaces import BASE
from dienstgraaf.messages import text
from dienstgraaf.routes.model import GAP, LANES, Leg, Named, Placed, Route, Step, Stop

__all__ = ["COLUMNS", "PLACES", "document", "places", "rows"]

COLUMNS: Final = (
    *("number", "lanes", "from", "kind", "to", "fact", "arrangement", "asks", "conditions", "hedges"),
    *("status", "basis", "scope", "segments"),
)
"""The columns of the rows; the message `column-<name>` is the heading."""

PLACES: Final = ("lane", "party", "what", "details", "hedges", "status", "basis", "scope", "segments")
"""The columns of the places; headings as above."""

_OWN_KINDS: Final = frozenset({"way-in", "stands-in", "next-line", "asked", GAP})
"""The kinds of step that are no kind of hop in the inventory."""


def rows(route: Route) -> list[list[str]]:
    """Return one row a hop, in the order of the route, with the cells of `COLUMNS`; gaps are rows too."""
    made = [row for step in route.steps for row in _rows_of(route, step)]
    return [[str(number), *row] for number, row in enumerate(made, 1)]


def places(route: Route) -> list[list[str]]:
    """Return one row for each thing of a party, with the cells of `PLACES`; nothing is folded.

    The status is told of what is not in operation.
    """
    names = {party.key: party.label for party in route.parties}
    return [
        [
            text(f"lane-{stop.lane}", route.lang),
            names[stop.party],
            item.label,
            _joined(stop.details) if len(stop.items) == 1 else "",
            _joined(f"“{hedge}”" for hedge in item.hedges),
            item.status.label if item.status and not item.operates else "",
            text(f"basis-{item.basis}", route.lang),
            text("scope-any" if stop.general else "scope-event", route.lang),
            ", ".join(item.segments),
        ]
        for stop in route.stops
        if stop.party is not None and stop.kind != GAP
        for item in stop.items
    ]


def document(route: Route) -> dict[str, Any]:
    """Return `route` as what JSON can hold, with full IRIs."""
    return {
        "lang": route.lang,
        "event": {**_named(route.event), "namedBySource": route.named, "segments": _segments(route.segments)},
        "topics": [_named(each) for each in route.topics],
        "audiences": [_named(each) for each in route.audiences],
        "audience": _named(route.audience) if route.audience else None,
        "provider": _named(route.provider) if route.provider else None,
        "parties": [{"key": party.key, "iri": party.iri, "label": party.label} for party in route.parties],
        "lanes": [{"key": lane, "label": text(f"lane-{lane}", route.lang)} for lane in LANES],
        "stops": [_stop(stop) for stop in route.stops],
        "steps": [_step(step) for step in route.steps],
        "leftOut": [_named(each) for each in route.left_out],
    }


def _rows_of(route: Route, step: Step) -> Iterator[list[str]]:
    scope = text("scope-any" if step.general else "scope-event", route.lang)
    ends = _lanes(route, step)
    if step.is_gap:
        party = route.name(route.party_of(step.start) or step.start)
        told = [ends, party, step.label, party]
        yield [*told, *[""] * (len(COLUMNS) - 1 - len(told))]
    for leg in step.legs:
        yield [
            ends,
            leg.start.label,
            step.label,
            leg.end.label,
            leg.fact.label,
            _joined([*_labels(leg.arrangements), *_warmth(leg, route.lang)]),
            _joined(_labels(leg.asks)),
            _joined(_labels(leg.conditions)),
            _joined(f"“{hedge}”" for hedge in leg.hedges),
            leg.status.label if leg.status else "",
            text(f"basis-{leg.basis}", route.lang),
            scope,
            ", ".join(leg.segments),
        ]


def _lanes(route: Route, step: Step) -> str:
    return " → ".join(text(f"lane-{route.lane_of(end)}", route.lang) for end in (step.start, step.end))


def _warmth(leg: Leg, lang: str) -> list[str]:
    return [] if leg.warm is None else [text("warm" if leg.warm else "cold", lang)]


def _labels(items: Iterable[Named]) -> list[str]:
    return [item.label for item in items]


def _joined(words: Iterable[str]) -> str:
    return "; ".join(words)


def _named(item: Named) -> dict[str, str]:
    return {"iri": item.iri, "label": item.label}


def _segments(ids: Sequence[str]) -> list[str]:
    return [f"{BASE}id/segment/{each}" for each in ids]


def _stop(stop: Stop) -> dict[str, Any]:
    return {
        "key": stop.key,
        "kind": stop.kind,
        "lane": stop.lane,
        "party": stop.party,
        "items": [_placed(item) for item in stop.items] if stop.kind != GAP else [],
        "details": list(stop.details),
        "forAnyQuestion": stop.general,
        "segments": _segments(stop.segments),
    }


def _placed(item: Placed) -> dict[str, Any]:
    return {
        **_named(item),
        "status": _named(item.status) if item.status else None,
        "inOperation": item.operates,
        "basis": item.basis,
        "personWithoutDigitalSkills": item.person,
        "hedges": list(item.hedges),
        "segments": _segments(item.segments),
    }


def _step(step: Step) -> dict[str, Any]:
    kind = None if step.kind in _OWN_KINDS else f"{BASE}concept/route-kind/{step.kind}"
    return {
        "from": step.start,
        "to": step.end,
        "kind": {"key": step.kind, "iri": kind, "label": step.label},
        "forAnyQuestion": step.general,
        "hops": [_leg(leg) for leg in step.legs],
    }


def _leg(leg: Leg) -> dict[str, Any]:
    return {
        "fact": _named(leg.fact),
        "from": _named(leg.start),
        "to": _named(leg.end),
        "status": _named(leg.status) if leg.status else None,
        "inOperation": leg.operates,
        "basis": leg.basis,
        "arrangements": [_named(each) for each in leg.arrangements],
        "warm": leg.warm,
        "asksOfPerson": [_named(each) for each in leg.asks],
        "conditions": [_named(each) for each in leg.conditions],
        "hedges": list(leg.hedges),
        "segments": _segments(leg.segments),
    }
