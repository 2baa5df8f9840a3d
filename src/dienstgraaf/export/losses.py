"""What a profile carries of the inventory and what not, counted in the graph itself, so that every number adds up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from pyoxigraph import Literal, NamedNode

from dienstgraaf._sparql import prepared
from dienstgraaf.engine import Engine
from dienstgraaf.export.model import Profile, Treatment, Wish
from dienstgraaf.export.producing import known_values, roots_of
from dienstgraaf.inventory.namespaces import DG, PREFIXES

__all__ = ["FATES", "HEDGES", "Line", "Losses", "losses"]

FATES: Final = ("mapped", "note", "extension", "dropped", "reference", "archetype", "not-operational", "elsewhere")
"""What can become of something: four ways on what is exported; a reference to what is not exported; and three reasons
why it hangs on what is not exported itself."""

HEDGES: Final[dict[str, tuple[str, ...]]] = {
    "prevalence": tuple(
        f"{DG}{name}"
        for name in (
            *(
                "shareOfProviders",
                "shareOfPeople",
                "shareOfTopics",
                "frequencyOfCases",
                "degreeOfUse",
                "trend",
                "hedge",
            ),
            *("identificationFrequency", "appointmentFrequency"),
        )
    ),
    "status": (f"{DG}status",),
    "negatives": (f"{DG}Absence",),
    "presumption": (f"{DG}conformsTo",),
    "provenance": (f"{PREFIXES['prov']}wasDerivedFrom",),
}
"""The terms that say how sure, how common and whence: properties, and the class of negatives."""

_BATCH: Final = 400


@dataclass(frozen=True)
class Line:
    """A class (then `term` is empty) or a property of a class: how many there are, and what became of them.

    `fates` counts by `FATES`; together they are `total`. `to` are the terms of the target, `treatment` tells why.
    """

    source: str
    term: str
    total: int
    fates: Mapping[str, int]
    treatment: Treatment | None = None

    @property
    def lost(self) -> int:
        """How many do not arrive at all."""
        return self.total - sum(self.fates[each] for each in ("mapped", "note", "extension"))


@dataclass(frozen=True)
class Losses:
    """The lines of a profile: classes, and their properties, sorted by name."""

    profile: Profile
    classes: tuple[Line, ...]
    properties: tuple[Line, ...]

    def hedges(self) -> dict[str, Counter[str]]:
        """Return for each kind of hedge what became of how many."""
        found: dict[str, Counter[str]] = {kind: Counter() for kind in HEDGES}
        for line in (*self.classes, *self.properties):
            for kind, terms in HEDGES.items():
                if (line.term or line.source) in terms:
                    found[kind].update({each: number for each, number in line.fates.items() if number})
        return found


@dataclass
class _Instances:
    """The instances of a class, and those that the export leaves out, by reason."""

    total: int = 0
    roots: list[NamedNode] = field(default_factory=list)
    fates: Counter[str] = field(default_factory=Counter)


def losses(engine: Engine, profile: Profile, wish: Wish) -> Losses:
    """Return what becomes of every class and property of what `engine` holds, when exported by `profile`.

    Raises:
        MappingError: if a mapping is broken.
    """
    found = _instances(engine, profile, wish)
    exported = {root for instances in found.values() for root in instances.roots}
    everything = _counted(engine.select(prepared("export_properties")).rows)
    classes, properties = [], []
    sources = {part.source for part in profile.parts}
    for source, instances in sorted(found.items()):
        fates = {**dict.fromkeys(FATES, 0), "mapped": len(instances.roots), **instances.fates}
        classes.append(Line(source, "", instances.total, fates, _treatment(profile, source, source)))
        if source not in sources:  # the target has no such class, so nothing of it arrives
            for term, total in sorted(everything.get(source, {}).items()):
                properties.append(Line(source, term, total, {**dict.fromkeys(FATES, 0), "dropped": total}))
            continue
        carried = _properties_of(engine, instances.roots)
        left = _left_out(engine, source, instances)
        astray = _references(engine, profile, source, instances.roots, exported)
        for term, total in sorted(everything.get(source, {}).items()):
            properties.append(_property(profile, source, term, total, (carried[term], astray[term]), left))
    return Losses(profile, tuple(classes), tuple(properties))


def _property(
    profile: Profile, source: str, term: str, total: int, carried: tuple[int, int], left: Mapping[str, Counter[str]]
) -> Line:
    treatment = _treatment(profile, source, term)
    fates = dict.fromkeys(FATES, 0)
    number, fates["reference"] = carried
    fates[treatment.how if treatment else "dropped"] = number - fates["reference"]
    for reason in ("archetype", "not-operational"):
        fates[reason] = left[reason][term]
    fates["elsewhere"] = total - sum(fates.values())
    return Line(source, term, total, fates, treatment)


def _treatment(profile: Profile, source: str, term: str) -> Treatment | None:
    """Return what the profile says of `term` on `source`; what it says of the class comes before what holds for all."""
    ours = [each for each in profile.treatments if each.term == term and (not each.of or source in each.of)]
    return max(ours, key=lambda each: bool(each.of), default=None)


def _instances(engine: Engine, profile: Profile, wish: Wish) -> dict[str, _Instances]:
    known = known_values(profile)
    roots: dict[str, set[NamedNode]] = {}
    for part in profile.parts:
        roots.setdefault(part.source, set()).update(roots_of(engine, part, known, wish))
    found: dict[str, _Instances] = {}
    for item, source, reason in engine.select(prepared("export_instances")).rows:
        if not isinstance(source, NamedNode):
            continue
        instances = found.setdefault(source.value, _Instances())
        instances.total += 1
        if source.value not in roots:
            instances.fates["dropped"] += 1
        elif isinstance(item, NamedNode) and item in roots[source.value]:
            instances.roots.append(item)
        else:
            instances.fates[reason.value if isinstance(reason, Literal) else "elsewhere"] += 1
    return found


def _left_out(engine: Engine, source: str, instances: _Instances) -> dict[str, Counter[str]]:
    """Return how often each property is on instances that are left out, by reason; the rest is elsewhere."""
    counts: dict[str, Counter[str]] = {reason: Counter() for reason in FATES}
    if instances.total == len(instances.roots):
        return counts
    exported = set(instances.roots)
    by_reason: dict[str, list[NamedNode]] = {}
    for item, _, reason in engine.select(prepared("export_instances", **{"class": [NamedNode(source)]})).rows:
        if isinstance(item, NamedNode) and item not in exported and isinstance(reason, Literal):
            by_reason.setdefault(reason.value, []).append(item)
    for name, items in by_reason.items():
        counts[name] = _properties_of(engine, items)
    return counts


def _properties_of(engine: Engine, items: Sequence[NamedNode]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for start in range(0, len(items), _BATCH):
        for term, number in engine.select(prepared("export_of_items", item=items[start : start + _BATCH])).rows:
            if isinstance(term, NamedNode) and isinstance(number, Literal):
                counts[term.value] += int(number.value)
    return counts


def _references(
    engine: Engine, profile: Profile, source: str, items: Sequence[NamedNode], exported: set[NamedNode]
) -> Counter[str]:
    """Return how often each property that must lead to something exported leads to something else."""
    terms = {each.term for each in profile.treatments if each.reference and (not each.of or source in each.of)}
    counts: Counter[str] = Counter()
    for start in range(0, len(items) if terms else 0, _BATCH):
        for term, value in engine.select(prepared("export_references", item=items[start : start + _BATCH])).rows:
            if isinstance(term, NamedNode) and term.value in terms and value not in exported:
                counts[term.value] += 1
    return counts


def _counted(rows: Iterable[Sequence[object]]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for source, term, number in rows:
        if isinstance(source, NamedNode) and isinstance(term, NamedNode) and isinstance(number, Literal):
            found.setdefault(source.value, {})[term.value] = int(number.value)
    return found
