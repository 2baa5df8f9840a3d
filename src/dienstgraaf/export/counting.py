"""Counts what an export takes along: the instances of each class, and how often each property is on some of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode

from dienstgraaf._sparql import in_batches, prepared
from dienstgraaf.engine import Engine
from dienstgraaf.export.model import Profile, Wish
from dienstgraaf.export.producing import roots_exported
from dienstgraaf.inventory.namespaces import DG

__all__ = ["Counts", "Instances", "Tally", "find_instances"]


@dataclass
class Instances:
    """The instances of a class: those that are exported, and the others, each with what keeps it out.

    `generic` are those exported that are, or are of, kinds of providers or groups only.
    `nameless` counts the others that are blank nodes, by what keeps them out. `along` are those of all that something
    exported leads to, by the property that does.
    """

    total: int = 0
    roots: list[NamedNode] = field(default_factory=list)
    generic: set[NamedNode] = field(default_factory=set)
    others: dict[NamedNode, str] = field(default_factory=dict)
    nameless: Counter[str] = field(default_factory=Counter)
    along: dict[str, list[NamedNode]] = field(default_factory=dict)


@dataclass(frozen=True)
class Tally:
    """How often each property is on some items.

    `astray` is how often it refers to what is not exported, `generic`, to a generic description, and `unknown`, to what
    is not described; `silent`, how often it has a value that goes unsaid; `foreign`, how often it is a text in another
    language than is asked for, where it is there in that one too.
    """

    number: Counter[str] = field(default_factory=Counter)
    astray: Counter[str] = field(default_factory=Counter)
    generic: Counter[str] = field(default_factory=Counter)
    unknown: Counter[str] = field(default_factory=Counter)
    silent: Counter[str] = field(default_factory=Counter)
    foreign: Counter[str] = field(default_factory=Counter)


def find_instances(engine: Engine, profile: Profile, wish: Wish) -> dict[str, Instances]:
    """Return the instances of each class of the project, and of others that the profile takes, by IRI, sorted.

    Raises:
        MappingError: if a mapping is broken.
    """
    roots: dict[str, set[NamedNode]] = {}
    made = roots_exported(engine, profile, wish)
    for part in profile.parts:
        for source in part.sources:
            roots.setdefault(source, set()).update(made[part.name])
    found: dict[str, Instances] = {}
    for item, kind, why in engine.select(prepared("export_instances")).rows:
        if not isinstance(kind, NamedNode) or not isinstance(why, Literal):
            continue
        if not kind.value.startswith(DG) and kind.value not in roots:
            continue
        instances = found.setdefault(kind.value, Instances())
        instances.total += 1
        reason = why.value if kind.value in roots else "dropped"
        if not isinstance(item, NamedNode):
            instances.nameless[reason] += 1
        elif item in roots.get(kind.value, ()):
            instances.roots.append(item)
            if reason == "archetype":
                instances.generic.add(item)
        else:
            instances.others[item] = reason
    _find_along(engine, profile, found)
    return dict(sorted(found.items()))


def _find_along(engine: Engine, profile: Profile, found: Mapping[str, Instances]) -> None:
    exported = [root for instances in found.values() for root in instances.roots]
    ways = {each.through for each in profile.treatments if each.through}
    leads: dict[str, set[object]] = defaultdict(set)
    for _, term, value in _references(engine, exported, ways):
        leads[term].add(value)
    known = set(exported)
    for kind, instances in found.items():
        every = [*instances.roots, *instances.others]
        toward = {
            each.through.removeprefix("^")
            for each in profile.treatments
            if each.through.startswith("^") and kind in each.of
        }
        named = [each for each in every if instances.others.get(each, "elsewhere") == "elsewhere"]
        for item, term, value in _references(engine, named, toward):
            if value in known:
                leads[f"^{term}"].add(item)
        along = {name: [item for item in every if item in values] for name, values in leads.items()}
        instances.along = {name: items for name, items in along.items() if items}


class Counts:
    """Counts properties of items in an engine, as a profile treats them, where the roots of `found` are exported."""

    def __init__(self, engine: Engine, profile: Profile, lang: str | None, found: Iterable[Instances]) -> None:
        """Take what is `found` to be exported, in `lang`."""
        self._engine = engine
        self._lang = lang
        every = list(found)
        self._exported = {root for instances in every for root in instances.roots}
        self._generic = {root for instances in every for root in instances.generic}
        self._terms = {each.term for each in profile.treatments if each.reference or each.described or each.unsaid}
        self._unsaid = {(each.term, NamedNode(value)) for each in profile.treatments for value in each.unsaid}

    def tally(self, items: Sequence[NamedNode]) -> Tally:
        """Return how often each property is on `items`, and how."""
        pairs = [(term, value) for _, term, value in _references(self._engine, items, self._terms)]
        described = self._described({value for _, value in pairs})
        return Tally(
            self.of(items),
            Counter(term for term, value in pairs if value not in self._exported),
            Counter(term for term, value in pairs if value in self._generic),
            Counter(term for term, value in pairs if value not in described),
            Counter(term for term, value in pairs if (term, value) in self._unsaid),
            self._counted("export_foreign", items, lang=[Literal(self._lang)]) if self._lang else Counter(),
        )

    def _described(self, values: Iterable[object]) -> set[object]:
        """Return those of `values` of which something is stated."""
        batches = in_batches("export_described", "item", [each for each in values if isinstance(each, NamedNode)])
        return {item for batch in batches for (item,) in self._engine.select(batch).rows}

    def of(self, items: Sequence[NamedNode]) -> Counter[str]:
        """Return how often each property is on `items`."""
        return self._counted("export_of_items", items)

    def _counted(self, query: str, items: Sequence[NamedNode], **values: Sequence[Literal]) -> Counter[str]:
        counts: Counter[str] = Counter()
        for batch in in_batches(query, "item", items, **values):
            for term, number in self._engine.select(batch).rows:
                if isinstance(term, NamedNode) and isinstance(number, Literal):
                    counts[term.value] += int(number.value)
        return counts


def _references(
    engine: Engine, items: Iterable[NamedNode], terms: Collection[str]
) -> Iterator[tuple[object, str, object]]:
    """Yield what `items` refer to by `terms`: item, term and value."""
    for batch in in_batches("export_references", "item", items if terms else ()):
        for item, term, value in engine.select(batch).rows:
            if isinstance(term, NamedNode) and term.value in terms:
                yield item, term.value, value
