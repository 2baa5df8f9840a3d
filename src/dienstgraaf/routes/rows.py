"""Which parties a person comes to in a life event, and whose facts make up the row of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from dienstgraaf.questions.asking import natural_order
from dienstgraaf.routes.relevance import Relevance
from dienstgraaf.structure import Hop, Structure
from dienstgraaf.structure.model import ENTERING, SENDING

__all__ = ["SOME", "STATED", "Basis", "Row", "Rows", "family"]

STATED, SOME = "stated", "some"
_FOLLOWS = "follows"

Basis = Callable[[str], Mapping[str, str]]
"""Gives for an organisation the facts that hold of it because of its kind, each with "follows" or "presumed"."""


def family(structure: Structure, party: str) -> frozenset[str]:
    """Return `party` with the narrower archetypes, and the groups made up of them: what some of its kind have."""
    found, todo = {party}, [party]
    while todo:
        each = todo.pop()
        below = {*structure.subjects("specialises", each), *structure.subjects("memberKind", each)} - found
        found |= below
        todo += sorted(below)
    return frozenset(found)


class Row:
    """A party with the facts that are its own, by name or because of its kind."""

    def __init__(self, structure: Structure, party: str, own: frozenset[str], inherited: Mapping[str, str]) -> None:
        """Take the party, the providers whose facts are its own, and the facts of its kind with their basis."""
        self.party = party
        self._structure = structure
        self._own = own
        self._inherited = inherited

    def basis(self, item: str) -> str | None:
        """Return on what basis `item` is the party's, None if it is not; "some" is what some of its kind have."""
        owners = (*self._structure.values(item, "provider"), item)
        if self.party in owners or (item in self._own and self._structure.is_a(item, "EntryPoint")):
            return STATED
        return SOME if not self._own.isdisjoint(owners) else self._inherited.get(item)

    def holds(self, hop: Hop, end: str) -> bool:
        """Return whether `end` of `hop` is the party, something of it, or its kind where the hop holds of that too."""
        return self.basis(end) is not None or (hop.iri in self._inherited and end in self._kinds)

    def hop_basis(self, hop: Hop) -> str:
        """Return on what basis `hop` is the party's."""
        found = [basis for end in (hop.start, hop.end) if (basis := self.basis(end)) in (STATED, SOME)]
        return min(found, key=(STATED, SOME).index) if found else self.basis(hop.iri) or STATED

    @cached_property
    def _kinds(self) -> frozenset[str]:
        return frozenset(self._structure.values(self.party, "conformsTo"))

    @cached_property
    def items(self) -> tuple[str, ...]:
        """Everything that is the party's, by label."""
        stated = [item for party in self._own for item in self._structure.subjects("provider", party)]
        parts = [item for item in self._own if not self._structure.is_a(item, "Provider")]
        return tuple(self._structure.sorted([*stated, *parts, *self._inherited]))


class Rows:
    """Finds the parties of a route."""

    def __init__(
        self,
        structure: Structure,
        relevance: Relevance,
        basis: Basis,
        presumed: bool,
        provider: str | None,
    ) -> None:
        """Take what concerns the event, and `provider` if the route is to be narrowed to one."""
        self._structure = structure
        self._relevance = relevance
        self._basis = basis
        self._presumed = presumed
        self._provider = provider

    @property
    def is_narrowed(self) -> bool:
        """Whether the route is narrowed to one party."""
        return self._provider is not None

    def entries(self) -> list[str]:
        """Return the entry points that are for the event, by label."""
        ends = [end for hop in self.hops() for end in (hop.start, hop.end)]
        chosen = self._relevance
        found = [item for item in self._structure.of_kind("EntryPoint") if chosen.concerns(item) or chosen.serves(item)]
        found += [end for end in ends if self._structure.is_a(end, "EntryPoint")]
        return [item for item in self._structure.sorted(found) if self._relevance.admits(item)]

    def hops(self) -> list[Hop]:
        """Return the hops that have to do with the event."""
        return self._hops

    @cached_property
    def _hops(self) -> list[Hop]:
        chosen = self._relevance
        return [hop for hop in self._structure.hops if chosen.concerns_hop(hop) and chosen.admits(hop.iri)]

    def find(self, limit: int) -> tuple[list[Row], list[str]]:
        """Return the rows, those with most of the event first, and the parties beyond `limit`."""
        weights = self._weights()
        if self._provider is not None:
            row = self._narrowed(self._provider, weights)
            return ([row] if row else []), []
        order = sorted(weights, key=lambda party: (-len(weights[party]), *self._first(weights[party]), party))
        return [self._row(party) for party in order[:limit]], order[limit:]

    def _first(self, facts: Iterable[str]) -> tuple[object, ...]:
        """Return the key by which parties stand in the order of the source."""
        segments = [natural_order(segment) for fact in facts for segment in self._structure.segments(fact)]
        return (min(segments),) if segments else ((),)

    def _weights(self) -> dict[str, set[str]]:
        """Return the parties that the person comes to, each with the facts of the event that lead there."""
        found: dict[str, set[str]] = {}
        by_entry = ((party, item) for item in self.entries() for party in self._parties(item))
        for party, fact in (*self._by_hops(), *by_entry):
            found.setdefault(party, set()).add(fact)
        return {party: facts for party, facts in found.items() if not self._is_narrower(party, found)}

    def _by_hops(self) -> Iterable[tuple[str, str]]:
        for hop in self.hops():
            if hop.kind in ENTERING:
                parties = self._parties(hop.end)
            elif hop.kind == "system-signal" and self._relevance.touches(hop.iri):
                parties = self._parties(hop.start)
            elif hop.kind in SENDING:
                parties = self._named(hop.end)
            else:
                continue
            yield from ((party, hop.iri) for party in parties)

    def _named(self, end: str) -> tuple[str, ...]:
        return tuple(party for party in self._parties(end) if self._structure.is_a(party, "Organisation"))

    def _parties(self, item: str) -> tuple[str, ...]:
        """Return whose `item` is; an entry point without a provider stands for itself, or for what it is part of."""
        if self._structure.is_a(item, "Audience"):
            return ()
        owners = self._structure.providers(item)
        if owners:
            return owners
        whole = self._structure.value(item, "partOf")
        return (whole or item,) if self._structure.is_a(item, "EntryPoint") else ()

    def _is_narrower(self, party: str, parties: Iterable[str]) -> bool:
        return any(party != other and party in family(self._structure, other) for other in parties)

    def _row(self, party: str) -> Row:
        own = family(self._structure, party)
        if self._structure.is_a(party, "EntryPoint"):
            own |= set(self._structure.subjects("partOf", party))
        return Row(self._structure, party, own, self._inherited(party))

    def _narrowed(self, provider: str, weights: Mapping[str, set[str]]) -> Row | None:
        """Return the row of `provider`, if it or its kind is among the parties."""
        kinds = set(self._structure.values(provider, "conformsTo"))
        if (
            provider in weights
            or kinds & weights.keys()
            or any(provider in family(self._structure, party) for party in weights)
        ):
            return self._row(provider)
        return None

    def _inherited(self, party: str) -> dict[str, str]:
        if not self._structure.is_a(party, "Organisation"):
            return {}
        allowed = (_FOLLOWS, "presumed") if self._presumed else (_FOLLOWS,)
        return {item: basis for item, basis in self._basis(party).items() if basis in allowed}
