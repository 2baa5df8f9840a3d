"""What a profile carries of the inventory and what not, counted in the graph itself, so that every number adds up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode

from dienstgraaf._sparql import prepared
from dienstgraaf.engine import Engine
from dienstgraaf.export.counting import Counts, Instances, Tally, find_instances
from dienstgraaf.export.model import Profile, Treatment, Wish
from dienstgraaf.export.wishing import check_providers, check_terms
from dienstgraaf.inventory.namespaces import DG, PREFIXES

__all__ = ["FATES", "HEDGES", "Line", "Losses", "losses"]

FATES: Final = (
    *("mapped", "note", "extension", "dropped"),
    *("reference", "language", "archetype", "not-operational", "elsewhere"),
)
"""What can become of something: four ways on what is exported; a reference to what is not exported; a text in the other
language than is asked for; and three reasons why it hangs on what is not exported itself."""

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


def losses(engine: Engine, profile: Profile, wish: Wish) -> Losses:
    """Return what becomes of every class and property of what `engine` holds, when exported by `profile`.

    Raises:
        ExportError: if nothing would be exported of the providers.
        MappingError: if a mapping is broken.
    """
    check_terms(engine, profile)
    check_providers(engine, profile, wish)
    found = find_instances(engine, profile, wish)
    counts = Counts(engine, profile, wish.lang, found.values())
    everything = _numbers(engine.select(prepared("export_properties")).rows)
    sources = {source for part in profile.parts for source in part.sources}
    classes: list[Line] = []
    properties: list[Line] = []
    for source, instances in found.items():
        classes.append(_class(profile, source, instances))
        terms = sorted(everything.get(source, {}).items())
        if source in sources:
            properties += _properties(counts, profile, source, instances, terms)
        else:  # the target has no such class, so nothing of it arrives
            properties += [Line(source, term, total, _fates(dropped=total)) for term, total in terms]
    return Losses(profile, tuple(classes), tuple(properties))


def _class(profile: Profile, source: str, instances: Instances) -> Line:
    fates = _fates(mapped=len(instances.roots), **instances.nameless)
    for reason in instances.others.values():
        fates[reason] += 1
    plain, through = _treatments(profile, source, source)
    for item in instances.along.get(through.through, ()) if through else ():
        if item in instances.others and through:
            fates[through.how] += 1
            fates[instances.others[item]] -= 1
    return Line(source, "", instances.total, fates, plain or through)


def _properties(
    counts: Counts, profile: Profile, source: str, instances: Instances, terms: Iterable[tuple[str, int]]
) -> Iterator[Line]:
    """Yield a line for each of `terms`, which stand on the instances of `source` so many times."""
    ours = counts.tally(instances.roots)
    left = _by_reason(counts, instances, instances.others)
    led = {name: _Led(counts, instances, items) for name, items in instances.along.items()}
    for term, total in terms:
        plain, through = _treatments(profile, source, term)
        fates = _fates()
        for reason, number in left.items():
            fates[reason] += number[term]
        along = led.get(through.through) if through else None
        if plain is not None or along is None:
            _add(fates, term, ours, plain)
        else:
            _add(fates, term, along.roots, through)
            fates["dropped"] += ours.number[term] - along.roots.number[term]
        if along is not None:
            _add(fates, term, along.others, through)
            for reason, number in along.reasons.items():
                fates[reason] -= number[term]
        fates["elsewhere"] = total - sum(fates.values())
        yield Line(source, term, total, fates, plain or through)


class _Led:
    """Counts on those items that something exported leads to: those exported themselves, and the others."""

    def __init__(self, counts: Counts, instances: Instances, items: Sequence[NamedNode]) -> None:
        self.roots = counts.tally([item for item in items if item not in instances.others])
        others = [item for item in items if item in instances.others]
        self.others = counts.tally(others)
        self.reasons = _by_reason(counts, instances, others)


def _by_reason(counts: Counts, instances: Instances, items: Iterable[NamedNode]) -> dict[str, Counter[str]]:
    """Return how often each property is on those of `items` that are generic, and that are not in operation."""
    found: dict[str, list[NamedNode]] = {"archetype": [], "not-operational": []}
    for item in items:
        if (reason := instances.others[item]) in found:
            found[reason].append(item)
    return {reason: counts.of(kept) for reason, kept in found.items()}


def _add(fates: dict[str, int], term: str, tally: Tally, treatment: Treatment | None) -> None:
    """Add what `treatment` makes of `term` to `fates`."""
    rest = tally.number[term]
    if treatment is not None and treatment.how != "dropped":
        astray = tally.astray[term] if treatment.reference else 0
        astray += tally.generic[term] if treatment.named else 0
        astray += tally.unknown[term] if treatment.described else 0
        silent = tally.silent[term] if treatment.unsaid else 0
        fates["reference"] += astray
        fates["dropped"] += silent
        fates["language"] += tally.foreign[term]
        rest -= astray + silent + tally.foreign[term]
    fates[treatment.how if treatment else "dropped"] += rest


def _fates(**known: int) -> dict[str, int]:
    return {**dict.fromkeys(FATES, 0), **known}


def _treatments(profile: Profile, source: str, term: str) -> tuple[Treatment | None, Treatment | None]:
    """Return what the profile says of `term` on `source`, and on what comes along with something exported.

    What it says of the class comes before what holds for all.
    """
    ours = [each for each in profile.treatments if each.term == term and (not each.of or source in each.of)]
    ours.sort(key=lambda each: not each.of)
    plain, through = ([each for each in ours if bool(each.through) is led] for led in (False, True))
    return next(iter(plain), None), next(iter(through), None)


def _numbers(rows: Iterable[Sequence[object]]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for source, term, number in rows:
        if isinstance(source, NamedNode) and isinstance(term, NamedNode) and isinstance(number, Literal):
            found.setdefault(source.value, {})[term.value] = int(number.value)
    return found
