"""Holds what a profile says becomes of the inventory against what stands in the export, statement by statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pyoxigraph import Literal, NamedNode

from dienstgraaf import Inventory
from dienstgraaf.export import Profile, Wish, read_profile
from dienstgraaf.export.counting import find_instances
from dienstgraaf.export.model import Treatment
from dienstgraaf.inventory import shipped
from dienstgraaf.inventory.namespaces import DG, PREFIXES
from dienstgraaf.reasoning import load_facts

LABEL = f"{PREFIXES['rdfs']}label"
CONCEPT = f"{PREFIXES['skos']}Concept"
NAMES = (LABEL, f"{PREFIXES['skos']}prefLabel", f"{DG}registerIri")
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

    def names(self, iri: str) -> set[str]:
        """By what something may be known: its names in any language, and its IRIs."""
        return {iri, *(value.value for term, value in self.by_item.get(iri, ()) if term in NAMES)}

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
            ours = [CONCEPT] if CONCEPT in kinds else [kind for kind in kinds if kind.startswith(DG)]
            for term, value in said if ours else ():
                if term != TYPE and arrives(item, term, value):
                    for kind in ours:
                        found[kind, term] = found.get((kind, term), 0) + 1
        return found


def untrue(
    stated: Stated, profile: str, arrives: Arrives, *hows: str, **wishes: Any
) -> list[tuple[str, str, int, int]]:
    """The numbers of the report that are not so: class, property, how many it says arrive `hows`, how many do."""
    there = stated.there(arrives)
    lines = stated.inventory.losses(profile, **wishes).properties
    said = {(each.source, each.term): sum(each.fates[how] for how in hows) for each in lines}
    concepts = any(source == CONCEPT for source, _ in said)
    keys = sorted(said.keys() | {key for key in there if key[0] != CONCEPT or concepts})
    return [(*key, said.get(key, 0), there.get(key, 0)) for key in keys if said.get(key, 0) != there.get(key, 0)]


@dataclass(frozen=True)
class Claim:
    """That a statement is carried: a property of an item, or its class, and a value.

    `places` are what is exported with which it arrives: the item itself, or else what leads to it. `to` are the terms
    of the target in which it does.
    """

    kind: str
    item: str
    places: tuple[str, ...]
    term: str
    value: NamedNode | Literal
    to: tuple[str, ...]

    @property
    def brief(self) -> tuple[str, str, str, str]:
        """Class, property, item and value, as texts."""
        return self.kind.removeprefix(DG), self.term.removeprefix(DG), self.item, self.value.value


class Claims:
    """What a profile claims to carry of what is stated, if a `Wish` is granted."""

    def __init__(self, stated: Stated, name: str, **wishes: Any) -> None:
        self.stated = stated
        self.profile: Profile = read_profile([shipped()], name)
        self.wish = Wish(**wishes)
        self.instances = find_instances(load_facts(stated.inventory.layouts), self.profile, self.wish)
        self.roots = {root.value for each in self.instances.values() for root in each.roots}
        self.generic = {root.value for each in self.instances.values() for root in each.generic}
        self._leading: dict[tuple[str, str], set[str]] = defaultdict(set)
        for root in self.roots:
            for term, value in stated.by_item[root]:
                self._leading[term, value.value].add(root)
        for item, statements in stated.by_item.items():
            for term, value in statements:
                if value.value in self.roots:
                    self._leading[f"^{term}", item].add(value.value)

    def unfounded(self, arrives: Callable[[str, Claim], bool]) -> list[tuple[str, str, str, str]]:
        """Return, in order, what does not arrive although it is claimed; `arrives` is asked for each place."""
        return sorted(
            claim.brief
            for claim in self
            if not claim.places or not all(arrives(place, claim) for place in claim.places)
        )

    def __iter__(self) -> Iterator[Claim]:
        for kind, instances in self.instances.items():
            along = {name: set(items) for name, items in instances.along.items()}
            roots = set(instances.roots)
            for item in roots.union(*along.values()):
                led = [name for name, items in along.items() if item in items]
                for term, value in [*self.stated.by_item[item.value], (kind, item)]:
                    if isinstance(value, NamedNode | Literal):
                        yield from self._of(kind, item, item in roots, led, term, value)

    def _of(
        self, kind: str, item: NamedNode, root: bool, led: Sequence[str], term: str, value: NamedNode | Literal
    ) -> Iterator[Claim]:
        ours = [each for each in self.profile.treatments if each.term == term and (not each.of or kind in each.of)]
        ours.sort(key=lambda each: not each.of)
        plain = [each for each in ours if not each.through and root][:1]
        through = [each for each in ours if each.through in led][:1]
        if term == kind and root and not plain:
            plain, through = [Treatment(kind, (), "mapped", (), {})], []  # in one way or another
        for treatment in plain or through:
            if treatment.how != "dropped" and self._said(item, term, value, treatment):
                places = self._leading[treatment.through, item.value] if treatment.through else {item.value}
                yield Claim(kind, item.value, tuple(sorted(places)), term, value, treatment.to if term != kind else ())

    def _said(self, item: NamedNode, term: str, value: NamedNode | Literal, treatment: Treatment) -> bool:
        """Tell whether the report counts a value as carried."""
        lang = self.wish.lang or self.profile.language
        if lang and isinstance(value, Literal) and value.language in {"nl", "en"} - {lang}:
            others = (other for prop, other in self.stated.by_item[item.value] if prop == term)
            if any(isinstance(other, Literal) and other.language == lang for other in others):
                return False
        if (treatment.reference and value.value not in self.roots) or (treatment.named and value.value in self.generic):
            return False
        if treatment.described and isinstance(value, NamedNode) and value.value not in self.stated.by_item:
            return False
        return value.value not in treatment.unsaid
