"""Tells of facts in full: who, where, how sure, and in which segments of the source."""

from __future__ import annotations

from collections.abc import Iterable

from dienstgraaf.matrix.facts import Fact
from dienstgraaf.matrix.model import BASES, MARKS, Ground, Item, Mark
from dienstgraaf.questions.asking import natural_order
from dienstgraaf.structure import Structure

__all__ = ["Describe", "in_order"]


class Describe:
    """Describes items and facts by what a structure says of them."""

    def __init__(self, structure: Structure) -> None:
        """Take the structure."""
        self._structure = structure
        self._grounds: dict[tuple[Fact, Mark], Ground] = {}

    def item(self, iri: str | None) -> Item | None:
        """Return an item with its label, None if there is none."""
        return Item(iri, self._structure.label(iri)) if iri else None

    def items(self, iris: Iterable[str]) -> tuple[Item, ...]:
        """Return items with their labels, by label."""
        return tuple(Item(iri, self._structure.label(iri)) for iri in self._structure.sorted(iris))

    def ground(self, fact: Fact, mark: Mark) -> Ground:
        """Return `fact` as the ground of a cell; of a channel use also what is said of its entry point."""
        if (fact, mark) not in self._grounds:
            self._grounds[fact, mark] = self._described(fact, mark)
        return self._grounds[fact, mark]

    def _described(self, fact: Fact, mark: Mark) -> Ground:
        structure = self._structure
        both = [fact.iri, *([fact.entry_point] if fact.entry_point not in (None, fact.iri) else [])]
        halted = next((each for each in both if not structure.operates(each)), fact.iri)
        conditions = structure.sorted(structure.values(fact.iri, "condition", "trigger", "caseComplexity"))
        segments = {segment for item in both for segment in structure.segments(item)}
        return Ground(
            mark=mark,
            basis=fact.basis,
            fact=Item(fact.iri, structure.label(fact.iri)),
            entry_point=self.item(fact.entry_point),
            channels=self.items(fact.channels),
            types=self.items(each for each in fact.types if each),
            providers=self.items(fact.providers),
            topics=self.items(fact.topics),
            audiences=self.items(fact.audiences),
            status=self.item(structure.value(halted, "status")),
            conditions=tuple(map(structure.label, conditions)),
            hedges=tuple(dict.fromkeys(each for item in both for each in structure.values(item, "hedge"))),
            digital=fact.digital,
            segments=tuple(sorted(segments, key=natural_order)),
        )


def in_order(grounds: Iterable[Ground]) -> tuple[Ground, ...]:
    """Return `grounds` with what tells most first, then by entry point and fact."""
    return tuple(sorted(grounds, key=_order))


def _order(ground: Ground) -> tuple[object, ...]:
    point = natural_order(ground.entry_point.label if ground.entry_point else "")
    return MARKS.index(ground.mark), BASES.index(ground.basis), point, natural_order(ground.fact.label), ground.fact.iri
