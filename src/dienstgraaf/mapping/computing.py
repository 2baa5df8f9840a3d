"""Computes a map: hops become links between parties, and around a party only what is near stays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache
from typing import Final

from dienstgraaf.mapping.clustering import party_of
from dienstgraaf.mapping.model import Link, Map, Party
from dienstgraaf.structure import Hop, Structure
from dienstgraaf.structure.model import ENTERING, REACHING, SENDING

__all__ = ["ALL_KINDS", "USUAL_KINDS", "compute_map", "distances"]

USUAL_KINDS: Final = (*sorted(SENDING), "representation", "back-office-contact")
"""The kinds of hop between parties: what a map shows unless told otherwise."""

ALL_KINDS: Final = (*USUAL_KINDS, *sorted((ENTERING | REACHING) - {"representation"}))
"""All kinds of hop; those that are not usual start or end at people."""


_Partying = Callable[[str], Party]


def compute_map(
    structure: Structure,
    lang: str,
    kinds: Collection[str] = USUAL_KINDS,
    center: Sequence[str] = (),
    hops: int = 1,
) -> Map:
    """Return the map of all hops of `kinds`, or of what lies within `hops` of `center`, whichever way they go.

    Args:
        structure: what is mapped.
        lang: "nl" or "en".
        kinds: slugs of kinds of hop.
        center: IRIs of providers, or of places such as entry points, which stand for their providers.
        hops: how far from the center, at least 1.
    """
    party = cache(lambda item: party_of(structure, item, lang))
    links = _links(structure, kinds, party)
    middle = [party(each) for item in center for each in _parties(structure, item)]
    if center:
        near = distances(links, middle, hops)
        links = [link for link in links if link.start.iri in near and link.end.iri in near]
    shown = {each.iri: each for link in links for each in (link.start, link.end)} | {each.iri: each for each in middle}
    parties = tuple(shown[iri] for iri in structure.sorted(shown))
    return Map(lang, parties, tuple(links), tuple(dict.fromkeys(middle)), hops if center else None)


def distances(links: Iterable[Link], center: Iterable[Party], most: int | None = None) -> dict[str, int]:
    """Return, by IRI, how many links parties are from the nearest of `center`, as far as `most`."""
    beside: dict[str, set[str]] = defaultdict(set)
    for link in links:
        beside[link.start.iri].add(link.end.iri)
        beside[link.end.iri].add(link.start.iri)
    found = {party.iri: 0 for party in center}
    edge, distance = set(found), 0
    while edge and (most is None or distance < most):
        distance += 1
        edge = {other for each in edge for other in beside[each]} - found.keys()
        found |= dict.fromkeys(edge, distance)
    return found


def _parties(structure: Structure, item: str) -> tuple[str, ...]:
    """Return who acts where a hop starts or ends: the providers, else the item itself."""
    return structure.providers(item) or (item,)


def _links(structure: Structure, kinds: Collection[str], party: _Partying) -> list[Link]:
    """Return the links of hops of `kinds`, by the labels of their ends and by kind."""
    found: dict[tuple[str, str, str, bool], list[Hop]] = defaultdict(list)
    for hop in structure.hops:
        if hop.kind in kinds and hop.start and hop.end:
            for start in _parties(structure, hop.start):
                for end in _parties(structure, hop.end):
                    found[start, end, hop.kind, hop.operates].append(hop)
    ordered = sorted(found.items(), key=lambda item: _order(structure, item[0]))
    return [_link(structure, key, hops, party) for key, hops in ordered]


def _order(structure: Structure, key: tuple[str, str, str, bool]) -> tuple[object, ...]:
    start, end, kind, operates = key
    return structure.order(start), structure.order(end), kind, not operates


def _link(structure: Structure, key: tuple[str, str, str, bool], hops: Sequence[Hop], party: _Partying) -> Link:
    start, end, kind, operates = key
    statuses = {status for hop in hops for status in structure.values(hop.iri, "status")}
    return Link(
        start=party(start),
        end=party(end),
        kind=kind,
        kind_label=structure.label(structure.value(hops[0].iri, "routeKind") or kind),
        operates=operates,
        hops=tuple(hops),
        start_places=_places(structure, start, [hop.start for hop in hops]),
        end_places=_places(structure, end, [hop.end for hop in hops]),
        statuses=tuple(map(structure.label, structure.sorted(statuses))),
    )


def _places(structure: Structure, provider: str, ends: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(structure.label, structure.sorted(end for end in ends if end != provider)))
