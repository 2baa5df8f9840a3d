"""Whether a circle still closes when some hops are gone."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import product

from dienstgraaf.circles.graph import Pairs
from dienstgraaf.circles.joining import Joints

__all__ = ["closes"]

_Names = tuple[str, str]


def closes(parties: Sequence[str], pairs: Pairs, joints: Joints, without: Container[str]) -> bool:
    """Return whether hops in operation, `without` some by IRI, lead from each of `parties` to the next and round.

    As in any circle, one of the two hops that meet at a party names that party itself, not only its kind.
    """
    following = [*parties[1:], parties[0]]
    steps = [_steps(here, there, pairs, joints, without) for here, there in zip(parties, following, strict=True)]
    return any(
        all(
            party in (arriving[1], leaving[0])
            for party, arriving, leaving in zip(parties, _turned(way), way, strict=True)
        )
        for way in product(*steps)
    )


def _turned(way: tuple[_Names, ...]) -> tuple[_Names, ...]:
    """Return for each step the one before it."""
    return way[-1:] + way[:-1]


def _steps(here: str, there: str, pairs: Pairs, joints: Joints, without: Container[str]) -> list[_Names]:
    """Return what the hops from one party to the other name at their ends."""
    return [
        (start, end)
        for start in (here, *joints.above(here))
        for end in (there, *joints.above(there))
        if any(
            hop.operates and hop.iri not in without and joints.basis(hop, here, start) and joints.basis(hop, there, end)
            for hop in pairs.get((start, end), ())
        )
    ]
