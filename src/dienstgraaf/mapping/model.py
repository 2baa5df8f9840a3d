"""What a map holds: parties in clusters, and links between them, each made of hops of one kind."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dienstgraaf.structure import Hop
from dienstgraaf.structure.model import SENDING

__all__ = ["LeftOut", "Link", "Map", "Party"]


@dataclass(frozen=True, slots=True)
class Party:
    """Who sends or receives: an IRI with its label.

    `kind` is `organisation`, `archetype`, `group`, `entry-point` (where no provider is stated) or `audience`.
    `organisation_kind` is the label of its kind of organisation, empty where none is stated; `cluster` stands for kinds
    that a map shows together, and `cluster_label` is what they are called.
    """

    iri: str
    label: str
    kind: str
    organisation_kind: str
    cluster: str
    cluster_label: str


@dataclass(frozen=True, slots=True)
class Link:
    """All hops of one kind from one party to another that are in operation, or all that are not.

    `start_places` and `end_places` are the labels of the ways in, lines and roles at which the hops start and end;
    `statuses` are labels too.
    """

    start: Party
    end: Party
    kind: str
    kind_label: str
    operates: bool
    hops: tuple[Hop, ...]
    start_places: tuple[str, ...]
    end_places: tuple[str, ...]
    statuses: tuple[str, ...]

    @property
    def sends(self) -> bool:
        """Whether one party sends people on to the other, now: only that can close a circle."""
        return self.operates and self.kind in SENDING

    @property
    def count(self) -> int:
        """How many hops it is made of."""
        return len(self.hops)

    @property
    def hedged(self) -> bool:
        """Whether every hop has a reservation: one that is stated plainly stands as it is."""
        return all(hop.hedges for hop in self.hops)

    @property
    def hedges(self) -> tuple[str, ...]:
        """The source's own words of doubt, each once."""
        return tuple(dict.fromkeys(words for hop in self.hops for words in hop.hedges))

    @property
    def segments(self) -> tuple[str, ...]:
        """The ids of the segments, each once, in the order of the hops."""
        return tuple(dict.fromkeys(segment for hop in self.hops for segment in hop.segments))


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many parties and links a picture of a map leaves out to stay readable."""

    parties: int = 0
    links: int = 0

    def __bool__(self) -> bool:
        """Tell whether anything was left out."""
        return bool(self.parties or self.links)


@dataclass(frozen=True)
class Map:
    """The parties with at least one link, by label, and the links, by the labels of their ends.

    `center` are the parties around which it was made, within `hops`; none for the map of everything.
    """

    lang: str
    parties: tuple[Party, ...]
    links: tuple[Link, ...]
    center: tuple[Party, ...] = ()
    hops: int | None = None

    @cached_property
    def degrees(self) -> dict[str, int]:
        """How many links touch each party, by IRI."""
        found = dict.fromkeys((party.iri for party in self.parties), 0)
        for link in self.links:
            found[link.start.iri] += 1
            if link.end.iri != link.start.iri:
                found[link.end.iri] += 1
        return found

    @cached_property
    def sending(self) -> frozenset[tuple[str, str]]:
        """The pairs of parties, by IRI, of which the first sends people to the second."""
        return frozenset((link.start.iri, link.end.iri) for link in self.links if link.sends)

    def returns(self, link: Link) -> bool:
        """Return whether people may come back the way that `link` sent them: a circle of two, as far as is stated."""
        return link.sends and link.start != link.end and (link.end.iri, link.start.iri) in self.sending

    def to_json(self) -> dict[str, Any]:
        """Return the map as a JSON document with full IRIs."""
        return {
            "language": self.lang,
            "around": [party.iri for party in self.center] or None,
            "hops": self.hops,
            "parties": [
                {
                    "iri": party.iri,
                    "label": party.label,
                    "kind": party.kind,
                    "organisationKind": party.organisation_kind or None,
                    "cluster": party.cluster_label,
                }
                for party in self.parties
            ],
            "links": [{**_link_document(link), "alsoBack": self.returns(link)} for link in self.links],
        }


def _link_document(link: Link) -> dict[str, Any]:
    return {
        "from": link.start.iri,
        "to": link.end.iri,
        "kind": {"slug": link.kind, "label": link.kind_label},
        "inOperation": link.operates,
        "statuses": list(link.statuses),
        "hedges": list(link.hedges),
        "hops": [{"iri": hop.iri, "from": hop.start, "to": hop.end, "hedges": list(hop.hedges)} for hop in link.hops],
        "segments": list(link.segments),
    }
