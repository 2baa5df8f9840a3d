"""How many hops it takes from a life event to a person who helps, for someone without digital skills."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dienstgraaf.engine import Engine
from dienstgraaf.messages import text
from dienstgraaf.routes.model import EVENT, Named, Placed, Route, Step, Stop
from dienstgraaf.routes.plotting import routes
from dienstgraaf.tables import Table, listed

__all__ = ["COLUMNS", "Reach", "reach", "reach_table"]

COLUMNS = ("event", "party", "distance", "way", "person", "hedges", "segments")
"""The columns of the table; the message `column-<name>` is the heading."""

_NAMES = 6
"""How many names a cell has before it counts."""


@dataclass(frozen=True, slots=True)
class Reach:
    """The shortest way from a life event to a person at one party.

    `hops` is None where the source states no way to a person there. `way` are the stops and parties passed, by label;
    `exact` tells whether the source names the way in, and not just the party. `people` are where one meets a person.
    """

    event: Named
    party: Named | None
    hops: int | None
    way: tuple[str, ...]
    exact: bool
    people: tuple[Placed, ...]
    steps: tuple[Step, ...]


def reach(engine: Engine, lang: str) -> list[Reach]:
    """Return the shortest way from each life event to a person at each party of its route, with labels in `lang`.

    What is not in operation leads nowhere. What others set in motion, such as a letter or guidance, is not counted:
    only what the person can do of their own accord.
    """
    return [found for route in routes(engine, lang) for found in _of(route)]


def reach_table(found: Sequence[Reach], lang: str) -> Table:
    """Return `found` as a table for people and machines."""
    rows = [
        [
            each.event.label,
            each.party.label if each.party else "",
            text("route-not-stated", lang) if each.hops is None else str(each.hops),
            " → ".join([*each.way, *([] if each.exact or not each.way else [text("reach-unnamed", lang)])]),
            listed([item.label for item in each.people], lang, _NAMES),
            listed(
                list(dict.fromkeys(hedge for step in each.steps for leg in step.legs for hedge in leg.hedges)), lang
            ),
            listed(list(dict.fromkeys(segment for step in each.steps for segment in step.segments)), lang),
        ]
        for each in found
    ]
    return Table.from_text(COLUMNS, [text(f"column-{name}", lang) for name in COLUMNS], rows)


def _of(route: Route) -> Iterator[Reach]:
    paths = _paths(route)
    if not route.parties:
        yield Reach(route.event, None, None, (), False, (), ())
    for party in route.parties:
        named = Named(party.iri, party.label)
        ends = [(key, stop) for key in paths if (stop := route.stop(key)) and stop.party == party.key and _people(stop)]
        if not ends:
            yield Reach(route.event, named, None, (), False, (), ())
            continue
        key, stop = ends[0]  # the paths come nearest first
        steps = paths[key]
        way = (route.event.label, *(route.name(step.end) for step in steps))
        yield Reach(route.event, named, len(steps), way, steps[-1].end == key, _people(stop), steps)


def _people(stop: Stop) -> tuple[Placed, ...]:
    return tuple(item for item in stop.items if item.operates and item.person)


def _paths(route: Route) -> dict[str, tuple[Step, ...]]:
    """Return the shortest path from the event to each stop that the person can reach, nearest first."""
    found: dict[str, tuple[Step, ...]] = {EVENT: ()}
    todo = [EVENT]
    for key in todo:  # grows on the way
        onward = [step for step in route.steps if step.start == key and step.operates and step.end != EVENT]
        for step in onward:
            # Where the source only says to which party one comes, any of its ways in may be meant.
            for end in (step.end, *(stop.key for stop in _ways_in(route, step.end))):
                if end not in found:
                    found[end] = (*found[key], step)
                    todo.append(end)
    return found


def _ways_in(route: Route, party: str) -> list[Stop]:
    return [stop for stop in route.stops if stop.party == party and stop.kind in ("entry", "entries")]
