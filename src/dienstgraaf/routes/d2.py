"""A route in the D2 language (https://d2lang.com): a strip a party, with the lanes from left to right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dienstgraaf.drawing import quoted
from dienstgraaf.drawing.styles import certainty, classes, legend, line_class
from dienstgraaf.messages import text
from dienstgraaf.routes.boxes import box_class, door_of, is_drawn, strips, title_of, words
from dienstgraaf.routes.model import LANES, Party, Route, Step, Stop

__all__ = ["to_d2"]

_FONT = 18
"""The size of the words in a box, in pixels."""

_UNLABELLED = frozenset(
    {"helped-by", "self-initiated", "stands-in", "way-in", "system-signal", "outreach", "follow-up"}
)
"""The kinds of step whose arrow says enough by its form, or whose first stop says it in words; so do stops in the last
lane."""

_LANE = 'style: {fill: "#ffffff"; stroke: "#c3ccd2"; font-color: "#1c2a33"; font-size: 24; bold: true}'
_STRIP = 'style: {fill: "#f4f8fc"; stroke: "#1f5fa8"; font-color: "#123d6b"; font-size: 28; bold: true}'
_TITLE = "shape: text; near: top-center; style: {font-size: 34; bold: true}"


def to_d2(route: Route, notes: Sequence[str] = (), only: Party | None = None) -> str:
    """Return `route` as D2 text, the same for the same route, with `notes` by its legend.

    With `only`, it is the strip of that party alone, without the title.
    """
    shown = {"stated"}
    lines = ["direction: right", "grid-columns: 1", classes()]
    if only is None:
        lines.append(f"title: {quoted(title_of(route))} {{{_TITLE}}}")
    for party, stops, steps in strips(route):
        if only in (None, party):
            lines += _strip(route, party, stops, steps, shown)
    return "\n".join([*lines, legend(shown, route.lang, notes)]) + "\n"


def _strip(
    route: Route, party: Party | None, stops: Sequence[Stop], steps: Sequence[Step], shown: set[str]
) -> Iterator[str]:
    key = party.key if party else "nowhere"
    yield f"{key}: {quoted(party.label if party else route.event.label)} {{"
    yield "  direction: right"
    yield f"  {_STRIP}"
    for lane in [lane for lane in LANES if any(stop.lane == lane for stop in stops)]:
        yield f"  {lane}: {quoted(text(f'lane-{lane}', route.lang))} {{"
        yield f"    {_LANE}"
        yield from (f"    {_box(route, stop, shown)}" for stop in stops if stop.lane == lane)
        yield "  }"
    if {"second-line", "onward"} <= {stop.lane for stop in stops}:
        yield "  second-line -> onward: {style.opacity: 0}"  # keeps the last lane at the right
    lanes = {stop.key: stop.lane for stop in stops}
    paths = {stop.key: f"{stop.lane}.{stop.key}" for stop in stops}
    door = door_of(stops, party) if party else None
    if door is not None:
        paths[key] = paths[door.key]
    for step in [step for step in steps if is_drawn(route, step)]:
        yield f"  {_arrow(step, lanes if step.is_gap else paths, shown)}"  # a gap lies between lanes as a whole
    yield "}"


def _box(route: Route, stop: Stop, shown: set[str]) -> str:
    kind = box_class(stop)
    shown.add(kind)
    label = quoted("\n".join(words(route, stop)))
    return f"{stop.key}: {label} {{class: {kind}; style.font-size: {_FONT}}}"


def _arrow(step: Step, paths: dict[str, str], shown: set[str]) -> str:
    line = line_class(step.kind)
    sure = "hedged" if step.is_gap else certainty(step.is_hedged, step.operates)
    shown.update({line} if step.is_gap else {line, sure})
    silent = step.kind in _UNLABELLED or paths[step.end].startswith("onward.")
    said = "?" if step.is_gap else "" if silent else step.label
    label = f": {quoted(said)}" if said else ""
    return f"{paths[step.start]} -> {paths[step.end]}{label} {{class: [{line}; {sure}]}}"
