"""Holds what the report of losses says of a profile against what stands in the export, statement by statement."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pyoxigraph import NamedNode

from dienstgraaf import Inventory
from dienstgraaf.inventory.namespaces import DG, PREFIXES
from dienstgraaf.reasoning import load_facts

LABEL = f"{PREFIXES['rdfs']}label"
CONCEPT = f"{PREFIXES['skos']}Concept"
TYPE = f"{PREFIXES['rdf']}type"

Arrives = Callable[[str, str, Any], bool]
"""Tells whether a statement (the IRI of an item, that of a property, a value) stands in an export."""


@dataclass
class Stated:
    """All that the files of an inventory state, with the names of things."""

    inventory: Inventory
    by_item: dict[str, list[tuple[str, Any]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for item, term, value in load_facts(self.inventory.layouts).select("SELECT ?s ?p ?o { ?s ?p ?o }").rows:
            if isinstance(item, NamedNode):
                self.by_item.setdefault(item.value, []).append((term.value, value))

    def classes(self, item: str) -> set[str]:
        """The classes of an item."""
        return {value.value for term, value in self.by_item.get(item, ()) if term == TYPE}

    def name(self, iri: str, lang: str) -> str | None:
        """What something is called in a language."""
        found = (value for term, value in self.by_item.get(iri, ()) if term == LABEL and value.language == lang)
        return next((each.value for each in found), None)

    @cached_property
    def segments(self) -> Mapping[str, str]:
        """The numbers of segments, by IRI."""
        found = {}
        for item, said in self.by_item.items():
            for term, value in said:
                if term == f"{DG}segmentId":
                    found[item] = value.value
        return found

    def there(self, arrives: Arrives) -> dict[tuple[str, str], int]:
        """How many statements arrive, by class and property."""
        found: dict[tuple[str, str], int] = {}
        for item, said in self.by_item.items():
            kinds = self.classes(item)
            ours = [] if CONCEPT in kinds else [kind for kind in kinds if kind.startswith(DG)]
            for term, value in said if ours else ():
                if term != TYPE and arrives(item, term, value):
                    for kind in ours:
                        found[kind, term] = found.get((kind, term), 0) + 1
        return found


def untrue(
    stated: Stated, profile: str, arrives: Arrives, *hows: str, **wishes: Any
) -> list[tuple[str, str, int, int]]:
    """The claims of the report that are not so: class, property, how many it says arrive `hows`, how many do."""
    there = stated.there(arrives)
    lines = stated.inventory.losses(profile, **wishes).properties
    said = {(each.source, each.term): sum(each.fates[how] for how in hows) for each in lines}
    keys = sorted(said.keys() | there.keys())
    return [(*key, said.get(key, 0), there.get(key, 0)) for key in keys if said.get(key, 0) != there.get(key, 0)]
