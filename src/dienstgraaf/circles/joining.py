"""Where one referral can go on after another: at the same party, or at one that is of the kind that the other names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from pyoxigraph import Literal, NamedNode

from dienstgraaf._sparql import prepared
from dienstgraaf.engine import Engine
from dienstgraaf.structure import Hop, Structure

__all__ = ["Bases", "Joints", "read_bases"]

Bases = Mapping[tuple[str, str], str]
"""By IRI of hop and of organisation: "follows" or "presumed"."""

_REASONED: Final = "reasoned"

_PARTS: Final = ("EntryPoint", "SupportLine", "Team", "Role")


def read_bases(engine: Engine) -> dict[tuple[str, str], str]:
    """Return what follows or is presumed of organisations because of their kind.

    An exception or a denial by name has been reckoned with: then the pair is not there.
    """
    found: dict[tuple[str, str], str] = {}
    for hop, organisation, basis in engine.select(prepared("hop_bases")).rows:
        if isinstance(hop, NamedNode) and isinstance(organisation, NamedNode) and isinstance(basis, Literal):
            pair = hop.value, organisation.value
            found[pair] = min(basis.value, found.get(pair, basis.value))
    return found


@dataclass
class Joints:
    """The parties of hops, and which may be which.

    An organisation may be what a hop says of a kind that it conforms to; so may a narrower kind, and an unnamed group
    of the kind. The other way round nothing holds: what is said of one organisation is not said of its kind.
    """

    structure: Structure
    bases: Bases
    _above: dict[str, frozenset[str]] = field(default_factory=dict)
    _standings: dict[tuple[str, str], str | None] = field(default_factory=dict)

    def parties(self, end: str) -> tuple[str, ...]:
        """Return the providers at an end of a hop.

        An entry point, line, team or role without a provider is a party itself; an audience is none.
        """
        found = self.structure.providers(end)
        return found or ((end,) if self.structure.is_a(end, *_PARTS) else ())

    def above(self, party: str) -> frozenset[str]:
        """Return the kinds that `party` is one of, and the groups that name it as a member."""
        if party not in self._above:
            structure = self.structure
            found = set(structure.subjects("namedMember", party))
            todo = list(structure.values(party, "conformsTo", "specialises", "memberKind"))
            while todo:
                kind = todo.pop()
                if kind not in found and kind != party:
                    found.add(kind)
                    todo += structure.values(kind, "specialises")
            self._above[party] = frozenset(found)
        return self._above[party]

    def may_be_same(self, one: str, other: str) -> bool:
        """Return whether one of the two is of the kind, or in the group, that the other is."""
        return one == other or other in self.above(one) or one in self.above(other)

    def basis(self, hop: Hop, party: str, named: str) -> str | None:
        """Return the basis on which `hop`, which names `named`, starts or ends at `party`; None if it does not.

        Stated of a group is stated of the members it names. Of an organisation it follows, or is presumed, as the
        inventory reasons; of a narrower kind or an unnamed group it is presumed.
        """
        standing = self._standing(party, named)
        return self.bases.get((hop.iri, party)) if standing == _REASONED else standing

    def _standing(self, party: str, named: str) -> str | None:
        """Return the basis for any hop that names `named`, or that it hangs on what is reasoned of the hop."""
        if party == named:
            return "stated"
        if (party, named) not in self._standings:
            found = None
            if named in self.above(party):
                found = _REASONED if self.structure.is_a(party, "Organisation") else "presumed"
            if party in self.structure.values(named, "namedMember"):
                found = "stated"
            self._standings[party, named] = found
        return self._standings[party, named]
