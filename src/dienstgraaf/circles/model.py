"""What a circle of referrals is: parties, the steps between them, and how sure it is that they close."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from dienstgraaf.inventory.namespaces import BASE
from dienstgraaf.structure import Hop

__all__ = ["CERTAINTIES", "LENGTH", "LIMIT", "Circle", "Circles", "Referral", "Step", "concept"]

LENGTH: Final = 4
"""How many steps a circle has at most, unless asked otherwise."""

LIMIT: Final = 50
"""How many circles are given at most, unless asked otherwise."""

CERTAINTIES: Final = ("named", "stated", "possible")
"""How sure a circle is, the surest first: the source names it as a circle, one segment states all its steps, or it only
arises by putting steps together."""


def concept(scheme: str, slug: str) -> str:
    """Return the IRI of a concept."""
    return f"{BASE}concept/{scheme}/{slug}"


@dataclass(frozen=True, slots=True)
class Referral:
    """A hop as one of the ways to make a step.

    `basis` is stated, follows or presumed. Where the hop names a kind or a group of which the party is one,
    `start_as` or `end_as` is the IRI of that kind or group.
    """

    hop: Hop
    basis: str
    start_as: str | None = None
    end_as: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """From one party (an IRI) to the next, by one or more referrals; what is stated of both comes first."""

    start: str
    end: str
    referrals: tuple[Referral, ...]


@dataclass(frozen=True, slots=True)
class Circle:
    """Steps that end where the first starts; the party with the smallest IRI comes first.

    `certainty` is one of `CERTAINTIES`; `together` are the ids of the segments that state all steps.
    """

    steps: tuple[Step, ...]
    certainty: str
    together: tuple[str, ...] = ()

    @property
    def parties(self) -> tuple[str, ...]:
        """The IRIs of the parties, each once, in the order of the steps."""
        return tuple(step.start for step in self.steps)

    @property
    def is_stated(self) -> bool:
        """Whether the source itself states the circle, by name or in one segment."""
        return self.certainty != "possible"

    @property
    def hedges(self) -> tuple[str, ...]:
        """The source's own words with any of the referrals, without doubles."""
        found = (hedge for step in self.steps for each in step.referrals for hedge in each.hop.hedges)
        return tuple(dict.fromkeys(found))

    @property
    def segments(self) -> tuple[str, ...]:
        """The ids of the segments that any of the referrals rests on, without doubles."""
        found = (segment for step in self.steps for each in step.referrals for segment in each.hop.segments)
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Circles:
    """The circles of at most `length` steps, the surest and shortest first, with what was left out.

    `left_out` counts by number of steps the circles beyond the limit, `not_operating` those that close only by a hop
    that is planned, considered, an experiment or ended. `complete` is False where so many circles exist that the search
    was ended. `labels` are those of all IRIs that the circles hold, in `lang`; `kinds` and `groups` are the parties
    that are a kind or an unnamed group rather than an organisation.
    """

    circles: tuple[Circle, ...]
    length: int
    left_out: Mapping[int, int]
    not_operating: int
    complete: bool
    lang: str
    labels: Mapping[str, str]
    kinds: frozenset[str]
    groups: frozenset[str]

    @property
    def found(self) -> int:
        """How many circles there are, with those left out because of the limit."""
        return len(self.circles) + sum(self.left_out.values())

    def label(self, iri: str) -> str:
        """Return what `iri` is called."""
        return self.labels.get(iri, iri)

    def to_json(self) -> dict[str, Any]:
        """Return the circles as a JSON document with full IRIs."""
        return {
            "language": self.lang,
            "length": self.length,
            "found": self.found,
            "complete": self.complete,
            "leftOut": {str(steps): count for steps, count in self.left_out.items()},
            "notInOperation": self.not_operating,
            "circles": [self._document(circle) for circle in self.circles],
        }

    def _document(self, circle: Circle) -> dict[str, Any]:
        return {
            "parties": [{**self._item(party), "is": self._nature(party)} for party in circle.parties],
            "length": len(circle.steps),
            "certainty": circle.certainty,
            "stated": circle.is_stated,
            "statedBySegments": list(circle.together),
            "steps": [
                {
                    "from": self._item(step.start),
                    "to": self._item(step.end),
                    "hops": [self._referral(each) for each in step.referrals],
                }
                for step in circle.steps
            ],
        }

    def _referral(self, referral: Referral) -> dict[str, Any]:
        hop = referral.hop
        return {
            "hop": self._item(hop.iri),
            "kind": self._item(concept("route-kind", hop.kind)),
            "startsAt": self._item(hop.start),
            "endsAt": self._item(hop.end),
            "basis": referral.basis,
            "startsAs": self._item(referral.start_as) if referral.start_as else None,
            "endsAs": self._item(referral.end_as) if referral.end_as else None,
            "status": self._item(concept("status", hop.status)),
            "arrangements": [self._item(concept("arrangement", each)) for each in hop.arrangements],
            "topics": [self._item(topic) for topic in hop.topics],
            "audiences": [self._item(audience) for audience in hop.audiences],
            "hedges": list(hop.hedges),
            "segments": list(hop.segments),
        }

    def _nature(self, party: str) -> str | None:
        return "kind" if party in self.kinds else "group" if party in self.groups else None

    def _item(self, iri: str) -> dict[str, str]:
        return {"iri": iri, "label": self.label(iri)}
