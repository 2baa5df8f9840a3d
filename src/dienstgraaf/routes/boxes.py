"""What every picture of a route shares: a strip a party, and the words and class of each box."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from dienstgraaf.messages import text
from dienstgraaf.routes.model import EVENT, GAP, Party, Placed, Route, Step, Stop

__all__ = ["box_class", "door_of", "is_drawn", "strips", "title_of", "words"]

_WIDTH, _NAMES, _SEGMENTS = 25, 5, 3
"""How many characters a line of a box has, and how many names and segments a box shows before it counts."""

_CLASSES = {
    "event": "event",
    "senders": "outside",
    "signal": "outside",
    "target": "outside",
    "absence": "denied",
    "barrier": "barrier",
    "campaign": "outside",
    "gap": "unstated",
}
"""The class of the box of each kind of stop (`dienstgraaf.drawing.styles.BOXES`); others are places."""


def title_of(route: Route) -> str:
    """Return what the picture of `route` is called, in the language of the route."""
    title = text("route-title", route.lang, event=route.event.label)
    narrowed = [each.label for each in (route.provider, route.audience) if each]
    said = text("route-named" if route.named else "route-grouped", route.lang)
    return f"{title}{''.join(f', {each}' for each in narrowed)} ({said})"


def strips(route: Route) -> Iterator[tuple[Party | None, list[Stop], list[Step]]]:
    """Yield each party with its stops and steps; what has to do with no party stands with the first."""
    for number, party in enumerate([*route.parties] or [None]):
        key = party.key if party else None
        steps = [step for step in route.steps if key in (own := _parties(route, step)) or (not own and number == 0)]
        used = {end for step in steps for end in (step.start, step.end)} | {EVENT}
        stops = [stop for stop in route.stops if stop.key in used or (party and stop.party == key)]
        if party is not None and key in used and door_of(stops, party) is None:
            stops.append(_door(route, party))
        yield party, stops, steps


def door_of(stops: Sequence[Stop], party: Party) -> Stop | None:
    """Return the stop at which arrows to `party` as a whole end: its door, or what says that no way in is stated."""
    return next((stop for stop in stops if stop.key == party.key or (stop.kind, stop.lane) == (GAP, "entry")), None)


def _door(route: Route, party: Party) -> Stop:
    """Return a stop for where the source names a party and not one of its ways in."""
    told = text("route-door", route.lang, party=party.label)
    return Stop(party.key, "door", "entry", party.key, (Placed(party.iri, told),), general=True)


def is_drawn(route: Route, step: Step) -> bool:
    """Return whether `step` gets an arrow: a call afterwards would run back across all lanes; its box says enough."""
    stop = route.stop(step.start)
    return not (step.end == EVENT and stop is not None and stop.lane == "aftercare")


def box_class(stop: Stop) -> str:
    """Return the class of the box of `stop`."""
    if not stop.operates and stop.kind != "absence":
        return "planned"
    if stop.kind == "signal" and stop.lane != "access":
        return "general" if stop.general else "place"
    return _CLASSES.get(stop.kind) or ("general" if stop.general else "place")


def words(route: Route, stop: Stop) -> list[str]:
    """Return the lines of the box of `stop`: what it is, details, the source's own words, basis and segments."""
    lines = [*_kind(route, stop), *_names(stop, route.lang)]
    if stop.kind == "line":
        lines += _listed(stop.details, route.lang)
    else:
        lines += [line for each in stop.details for line in _wrapped(each)]
    if stop.hedges:
        lines += _wrapped(" ".join(f"“{hedge}”" for hedge in stop.hedges))
    if stop.basis != "stated":
        lines.append(f"({text(f'basis-{stop.basis}', route.lang)})")
    if stop.segments:
        more = " …" if len(stop.segments) > _SEGMENTS else ""
        lines.append(f"[{' '.join(stop.segments[:_SEGMENTS])}{more}]")
    return lines


def _parties(route: Route, step: Step) -> set[str | None]:
    """Return the keys of the parties in whose strip `step` belongs."""
    return {route.party_of(key) for key in (step.start, step.end)} - {None}


def _kind(route: Route, stop: Stop) -> list[str]:
    """Return what kind of hop `stop` is, where it is one itself, such as a letter, or by which ones one gets there."""
    if stop.kind not in ("signal", "target"):
        return []
    kinds = [step.label for step in route.steps if stop.key == (step.start if stop.kind == "signal" else step.end)]
    return _wrapped(f"{', '.join(dict.fromkeys(kinds))}:")


def _names(stop: Stop, lang: str) -> list[str]:
    names = [item.label for item in stop.items]
    if len(names) == 1:
        return _wrapped(names[0])
    return [*_wrapped(text(f"stop-{stop.kind}", lang, count=len(names))), *_listed(names, lang)]


def _listed(names: Sequence[str], lang: str) -> list[str]:
    lines = [line for name in names[:_NAMES] for line in _wrapped(f"• {name}")]
    return [*lines, text("more", lang, count=len(names) - _NAMES)] if len(names) > _NAMES else lines


def _wrapped(label: str) -> list[str]:
    return textwrap.wrap(label, _WIDTH, break_long_words=False) or [label]
