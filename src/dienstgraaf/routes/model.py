"""A route as values: stops in lanes, and the steps between them, each with what the source says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dienstgraaf.questions.asking import natural_order

__all__ = ["BASES", "EVENT", "GAP", "LANES", "Leg", "Named", "Party", "Placed", "Route", "Step", "Stop"]

LANES: Final = ("access", "entry", "first-line", "second-line", "aftercare", "onward")
"""The lanes in order; the last holds the other parties to which people are sent on."""

BASES: Final = ("stated", "grouped", "follows", "some", "presumed")
"""On what a fact can rest, from strong to weak: said so, put together so by the source's own division, following from a
kind of which all have it, had by some of the kind, or presumed from a weaker pattern."""

EVENT: Final = "event"
"""The key of the stop where every route begins: the person in the event."""

GAP: Final = "gap"
"""The kind of a stop or step where the source connects nothing."""


@dataclass(frozen=True, slots=True)
class Named:
    """Something by IRI and label."""

    iri: str
    label: str


@dataclass(frozen=True, slots=True)
class Party:
    """A party at which the person comes in; `basis` is "stated", or how the facts of its kind hold of it."""

    iri: str
    label: str
    key: str


@dataclass(frozen=True, slots=True)
class Placed(Named):
    """An item at a stop, with what the source says of it; `basis` is one of `BASES`.

    `person` tells whether one meets a person here without digital skills; None where the source does not say.
    """

    status: Named | None = None
    operates: bool = True
    basis: str = "stated"
    hedges: tuple[str, ...] = ()
    segments: tuple[str, ...] = ()
    person: bool | None = None


@dataclass(frozen=True, slots=True)
class Stop:
    """A place on the route: one item, or several alike that are folded into one.

    `kind` is one of event, senders, signal, entry, entries, line, team, role, practice, absence,
    barrier, channel, target, gap. `party` is the key of the
    party in whose row it stands, None for other parties. `details` are channels, roles and the like, as words.
    `general` tells that it goes for any question, not for this event alone.
    """

    key: str
    kind: str
    lane: str
    party: str | None
    items: tuple[Placed, ...]
    details: tuple[str, ...] = ()
    general: bool = False
    segments: tuple[str, ...] = ()

    @property
    def operates(self) -> bool:
        """Whether anything of it is in operation."""
        return any(item.operates for item in self.items)

    @property
    def basis(self) -> str:
        """The weakest basis of what stands here."""
        return max((item.basis for item in self.items), key=BASES.index)

    @property
    def hedges(self) -> tuple[str, ...]:
        """The source's own words, where one thing stands here alone."""
        return self.items[0].hedges if len(self.items) == 1 else ()


@dataclass(frozen=True, slots=True)
class Leg:
    """One fact that makes a step: a hop of the inventory from `start` to `end`, or what puts something in its place.

    `basis` is one of `BASES`. `warm` is None where the source does not say. `asks` is what the
    person still has to do. `segments` are ids.
    """

    fact: Named
    start: Named
    end: Named
    status: Named | None = None
    operates: bool = True
    basis: str = "stated"
    arrangements: tuple[Named, ...] = ()
    warm: bool | None = None
    asks: tuple[Named, ...] = ()
    conditions: tuple[Named, ...] = ()
    hedges: tuple[str, ...] = ()
    segments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """What leads from one stop to another, both given by key; legs alike are folded into one step.

    `start` or `end` can be the key of a party: then the source does not say at which of its stops. `kind` is the slug
    of a kind of route (`guidance`, …), `way-in` (the entry point is there for this event), `stands-in` (in this line),
    `next-line`, `asked` (what the person still has to do) or `gap`, which has no legs; `label` says it in words.
    `general` tells that it goes for any question, not for this event alone.
    """

    start: str
    end: str
    kind: str
    label: str
    legs: tuple[Leg, ...] = ()
    general: bool = False

    @property
    def is_gap(self) -> bool:
        """Whether the source connects nothing here."""
        return self.kind == GAP

    @property
    def operates(self) -> bool:
        """Whether any of the legs is in operation."""
        return any(leg.operates for leg in self.legs)

    @property
    def is_hedged(self) -> bool:
        """Whether each of the legs comes with a reservation of the source, or rests on less than its saying so."""
        return bool(self.legs) and all(leg.hedges or leg.basis not in ("stated", "follows") for leg in self.legs)

    @property
    def segments(self) -> tuple[str, ...]:
        """The segments of all legs, in the order of the source."""
        return tuple(sorted({each for leg in self.legs for each in leg.segments}, key=natural_order))


@dataclass(frozen=True, slots=True)
class Route:
    """How a question runs from a life event on.

    `named` tells whether the source calls it a life event, or this project groups facts so. `left_out` are the parties
    that were left out because there were too many.
    """

    event: Named
    named: bool
    segments: tuple[str, ...]
    topics: tuple[Named, ...]
    audiences: tuple[Named, ...]
    audience: Named | None
    provider: Named | None
    lang: str
    parties: tuple[Party, ...]
    stops: tuple[Stop, ...]
    steps: tuple[Step, ...]
    left_out: tuple[Named, ...]

    @property
    def gaps(self) -> tuple[Step, ...]:
        """The steps where the source connects nothing."""
        return tuple(step for step in self.steps if step.is_gap)

    def stop(self, key: str) -> Stop | None:
        """Return the stop called `key`, None if that is a party."""
        return next((stop for stop in self.stops if stop.key == key), None)

    def lane_of(self, key: str) -> str:
        """Return the lane of the stop `key`; a party as a whole is where one comes in."""
        stop = self.stop(key)
        return stop.lane if stop is not None else "entry"

    def party_of(self, key: str) -> str | None:
        """Return the key of the party in whose row the stop `key` stands, or that is `key`; None for others."""
        stop = self.stop(key)
        return stop.party if stop is not None else key

    def name(self, key: str) -> str:
        """Return what the stop or party called `key` is called."""
        stop = self.stop(key)
        if stop is not None:
            return ", ".join(item.label for item in stop.items)
        return next((party.label for party in self.parties if party.key == key), key)
