"""Finds the elementary circles among the hops by which parties send people on to each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from dienstgraaf.circles.graph import Pairs, arrivals_and_departures, pairs_of, raw_circles
from dienstgraaf.circles.joining import Bases, Joints
from dienstgraaf.circles.model import CERTAINTIES, LENGTH, Circle, Circles, Referral, Step, concept
from dienstgraaf.questions.asking import natural_order
from dienstgraaf.structure import Structure

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["SEARCHED", "find_circles"]

SEARCHED: Final = 10_000
"""After so many circles the search is ended, and that is said."""

_SENT_AROUND: Final = concept("barrier-kind", "being-sent-around")
_BASES: Final = ("stated", "follows", "presumed")

_Step = tuple[str, str, str, str]
"""The parties at both ends of a step, and what the hops name there."""

_Way = tuple[_Step, ...]
"""A circle as found."""


def find_circles(
    structure: Structure,
    bases: Bases,
    lang: str,
    *,
    length: int = LENGTH,
    limit: int | None = None,
    through: Iterable[str] | None = None,
) -> Circles:
    """Return the circles of at most `length` steps, each once; those beyond `limit` are only counted.

    Args:
        structure: what the inventory says.
        bases: what follows or is presumed of organisations, as `read_bases` gives it.
        lang: the language of the labels in `structure`.
        length: the most steps that a circle has, 2 or more.
        limit: the most circles to return; None for all.
        through: IRIs of hops: only circles with at least one of them.
    """
    joints = Joints(structure, bases)
    pairs = pairs_of(structure, joints)
    chosen = None if through is None else frozenset(through)
    ways, complete = _searched(arrivals_and_departures(pairs, joints, length, chosen), joints, length)
    referrals = cache(lambda step: _referrals(step, pairs, joints))
    made = [_circle(found, referrals) for found in ways.values()]
    every = [circle for circle in made if circle is not None]
    circles = [circle for circle in (_operating(each, structure) for each in every) if circle is not None]
    idle = len(every) - len(circles)
    if chosen is not None:
        circles = [each for each in circles if any(hop in chosen for hop in _hops(each))]
        idle = 0
    circles.sort(key=lambda each: (CERTAINTIES.index(each.certainty), len(each.steps), each.parties))
    return _result(structure, circles, limit, length=length, not_operating=idle, complete=complete, lang=lang)


def _searched(graph: nx.DiGraph[int], joints: Joints, length: int) -> tuple[dict[tuple[str, ...], list[_Way]], bool]:
    """Return by parties the ways in which circles close, and whether these are all."""
    ways: dict[tuple[str, ...], list[_Way]] = {}
    for number, raw in enumerate(raw_circles(graph, length)):
        if number == SEARCHED:
            return ways, False
        way = _way(raw, joints)
        if way is not None:
            ways.setdefault(tuple(step[0] for step in way), []).append(way)
    return ways, True


def _result(
    structure: Structure,
    circles: list[Circle],
    limit: int | None,
    *,
    length: int,
    not_operating: int,
    complete: bool,
    lang: str,
) -> Circles:
    """Return the first of `circles` with their labels, and count the others."""
    shown = circles[:limit]
    left_out = Counter(len(each.steps) for each in circles[len(shown) :])
    labels = {iri: structure.label(iri) for circle in shown for iri in _mentioned(circle)}
    return Circles(
        circles=tuple(shown),
        length=length,
        left_out=dict(sorted(left_out.items())),
        not_operating=not_operating,
        complete=complete,
        lang=lang,
        labels=dict(sorted(labels.items())),
        kinds=frozenset(p for circle in shown for p in circle.parties if structure.is_a(p, "Archetype")),
        groups=frozenset(p for circle in shown for p in circle.parties if structure.is_a(p, "Group")),
    )


def _way(raw: list[tuple[str, str]], joints: Joints) -> _Way | None:
    """Return the steps of a circle of pairs of names, from its first party on; None if two parties may be the same."""
    parties = []
    for (_, arrival), (departure, _) in pairwise([raw[-1], *raw]):
        parties.append(arrival if departure in joints.above(arrival) else departure)
    if any(joints.may_be_same(one, other) for i, one in enumerate(parties) for other in parties[i + 1 :]):
        return None
    following = [*parties[1:], parties[0]]
    steps = [(here, there, *names) for here, there, names in zip(parties, following, raw, strict=True)]
    first = parties.index(min(parties))
    return (*steps[first:], *steps[:first])


def _circle(ways: list[_Way], referrals: Callable[[_Step], list[Referral]]) -> Circle | None:
    """Return the circle that all `ways` make, None if what is said of a kind does not hold of a party."""
    gathered: list[dict[tuple[str, str], Referral]] = [{} for _ in ways[0]]
    closed = False
    for way in ways:
        found = [referrals(step) for step in way]
        if all(found):
            closed = True
            for known, more in zip(gathered, found, strict=True):
                for each in more:
                    known.setdefault((each.hop.iri, each.start_as or ""), each)
    if not closed:
        return None
    steps = [
        Step(here, there, tuple(sorted(known.values(), key=_order)))
        for (here, there, *_), known in zip(ways[0], gathered, strict=True)
    ]
    return Circle(tuple(steps), "possible")


def _referrals(step: _Step, pairs: Pairs, joints: Joints) -> list[Referral]:
    here, there, start, end = step
    found = []
    for hop in pairs[start, end]:
        both = joints.basis(hop, here, start), joints.basis(hop, there, end)
        if both[0] is not None and both[1] is not None:
            basis = max((both[0], both[1]), key=_BASES.index)
            found.append(Referral(hop, basis, None if here == start else start, None if there == end else end))
    return found


def _order(referral: Referral) -> tuple[object, ...]:
    return _BASES.index(referral.basis), referral.hop.iri, referral.start_as or "", referral.end_as or ""


def _operating(circle: Circle, structure: Structure) -> Circle | None:
    """Return the circle by hops in operation alone, with how sure it is; None if these do not close it."""
    steps = tuple(
        Step(step.start, step.end, tuple(each for each in step.referrals if each.hop.operates)) for step in circle.steps
    )
    if not all(step.referrals for step in steps):
        return None
    segments = [{s for each in _stated(step) for s in each.hop.segments} for step in steps]
    together = tuple(sorted(set.intersection(*segments), key=natural_order))
    return Circle(steps, "named" if _is_named(steps, structure) else "stated" if together else "possible", together)


def _stated(step: Step) -> Iterator[Referral]:
    return (each for each in step.referrals if each.basis == "stated")


def _is_named(steps: Iterable[Step], structure: Structure) -> bool:
    """Return whether all steps are examples of one barrier: that people are sent around."""
    barriers = [{b for each in _stated(step) for b in structure.values(each.hop.iri, "exampleOf")} for step in steps]
    return any(_SENT_AROUND in structure.values(each, "barrierKind") for each in set.intersection(*barriers))


def _hops(circle: Circle) -> Iterator[str]:
    return (each.hop.iri for step in circle.steps for each in step.referrals)


def _mentioned(circle: Circle) -> Iterator[str]:
    for step in circle.steps:
        yield step.start
        for each in step.referrals:
            hop = each.hop
            yield from (hop.iri, hop.start, hop.end, *hop.topics, *hop.audiences)
            yield from (iri for iri in (each.start_as, each.end_as) if iri)
            yield from (concept("route-kind", hop.kind), concept("status", hop.status))
            yield from (concept("arrangement", slug) for slug in hop.arrangements)
            yield from (concept("basis", slug) for slug in _BASES)
