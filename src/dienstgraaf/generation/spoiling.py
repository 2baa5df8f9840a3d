"""What is common to the kinds of errors: an item, the rules, the dice, and what became of the item."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from dienstgraaf.generation.chance import Chance
from dienstgraaf.generation.items import Item
from dienstgraaf.generation.rules import Constraint, Rules

__all__ = ["DANGLING", "UNDEFINED", "Kind", "Spoilt", "Task", "broken"]

DANGLING: Final = "rule:reference-dangling"
"""The rule that what is referred to is described somewhere."""

UNDEFINED: Final = "rule:term-undefined"
"""The rule that the ontology defines each of its terms and concepts that is used."""

_KEPT: Final = "dg:channelType"
"""Left alone, since what a channel use must say depends on it: an error here would hide one there."""


@dataclass(frozen=True)
class Spoilt:
    """What was done to an item: the rules that it breaks, the main one first, and at which property and value.

    `value` is empty where something is missing; then the error stands where the item does.
    """

    rules: tuple[str, ...]
    property: str
    value: str = ""


@dataclass(frozen=True)
class Task:
    """An item to spoil, the rules to break and the dice."""

    item: Item
    rules: Rules
    chance: Chance

    @property
    def values(self) -> dict[str, list[str]]:
        """What is said of the item."""
        return self.item.values

    def is_a(self, kind: str) -> bool:
        """Tell whether the item is an instance of `kind`, in so many words or as a narrower class."""
        return kind in self.rules.lineage(self.item.type)

    def constraints(self) -> Iterator[Constraint]:
        """Yield the constraints on properties that the item has and no other item depends on."""
        mine = (each for each in self.rules.of(self.item.type) if each.path in self.values)
        return (each for each in mine if each.path != _KEPT)

    def on(self, path: str) -> list[Constraint]:
        """Return the constraints on the values of `path`."""
        return self.rules.of(self.item.type, path)

    def pick(self, paths: Iterable[str]) -> str | None:
        """Return one of `paths`, or None if there is none."""
        choice = sorted(set(paths))
        return self.chance.pick(choice) if choice else None


@dataclass(frozen=True)
class Kind:
    """A kind of error.

    `components` are the constraint components of SHACL, by their parameters, that it breaks; none where the rule is one
    of the project's own. `spoil` changes the item, or returns None and leaves it where the kind does not apply.
    A `rare` kind applies to few items.
    """

    slug: str
    components: tuple[str, ...]
    spoil: Callable[[Task], Spoilt | None]
    rare: bool = False


def broken(constraints: Iterable[Constraint], test: Callable[[Constraint], bool]) -> tuple[str, ...]:
    """Return the rules among `constraints` for which `test` holds."""
    return tuple(dict.fromkeys(each.rule for each in constraints if test(each)))
