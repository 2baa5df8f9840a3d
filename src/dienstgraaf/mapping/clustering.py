"""Of which kind a party is: stated for an organisation, and for a kind or a group through whom it is a kind of."""

from __future__ import annotations

from typing import Final

from dienstgraaf.mapping.model import Party
from dienstgraaf.messages import text
from dienstgraaf.structure import Structure
from dienstgraaf.structure.model import slug

__all__ = ["CLUSTERS", "party_of"]

CLUSTERS: Final[dict[str, str]] = {
    "municipality": "municipalities",
    "municipal-partnership": "municipalities",
    "executive-agency": "agencies",
    "ministry": "government",
    "national-service": "government",
    "public-law-body": "government",
    "province": "government",
    "water-authority": "government",
    "civic-partner": "partners",
    "professional-partner": "partners",
    "company": "partners",
    "association": "partners",
    "": "partners",
}
"""The cluster of each kind of organisation, and of who is of no stated kind; the message `map-<cluster>` is its name.

A kind of one's own is a cluster of its own, with the label of the kind.
"""

_KINDS = (("Organisation", "organisation"), ("Group", "group"), ("Archetype", "archetype"), ("Audience", "audience"))


def party_of(structure: Structure, item: str, lang: str) -> Party:
    """Return `item`, a provider or what stands for one, as a party with its cluster."""
    kind = next((name for class_, name in _KINDS if structure.is_a(item, class_)), "entry-point")
    if kind == "audience":
        return Party(item, structure.label(item), kind, "", "people", text("map-people", lang))
    found = _kind_of_organisation(structure, item)
    cluster = CLUSTERS.get(slug(found))
    kind_label = structure.label(found) if found else ""
    if cluster is None:
        return Party(item, structure.label(item), kind, kind_label, found, kind_label)
    return Party(item, structure.label(item), kind, kind_label, cluster, text(f"map-{cluster}", lang))


def _kind_of_organisation(structure: Structure, item: str) -> str:
    """Return the kind of `item`, of what it narrows, or of what its members are; an empty text if none is stated."""
    todo, seen = [item], {item}
    while todo:
        each = todo.pop(0)
        found = _stated_or_shared(structure, each)
        if found:
            return found
        above = [other for other in structure.values(each, "memberKind", "specialises") if other not in seen]
        seen.update(above)
        todo += above
    return ""


def _stated_or_shared(structure: Structure, item: str) -> str:
    """Return the kind that is stated of `item`, or that all organisations of the archetype `item` share."""
    stated = structure.value(item, "organisationKind")
    if stated:
        return stated
    kinds = {structure.value(member, "organisationKind") or "" for member in structure.subjects("conformsTo", item)}
    return next(iter(kinds)) if len(kinds) == 1 else ""
