"""Puts errors into the items of a supplier, and tells which ones and where."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from dienstgraaf.errors import SuggestingError, nearest
from dienstgraaf.generation.chance import Chance
from dienstgraaf.generation.items import Draft, Item
from dienstgraaf.generation.other_kinds import OTHER_KINDS
from dienstgraaf.generation.rules import shipped_rules
from dienstgraaf.generation.spoiling import Kind, Spoilt, Task
from dienstgraaf.generation.value_kinds import VALUE_KINDS

__all__ = ["KINDS", "Mistakes", "Mistake", "chosen_kinds"]

KINDS: Final[dict[str, Kind]] = {each.slug: each for each in (*VALUE_KINDS, *OTHER_KINDS)}
"""All kinds of errors by name."""

_RARE_FIRST: Final = 0.2
_TRIES: Final = 8
"""How many kinds are tried at random before all are tried in turn; it keeps the kinds about as frequent."""


@dataclass(frozen=True)
class Mistake:
    """An error that was put into `item`: of which kind, and what became of the item."""

    kind: str
    item: Item
    spoilt: Spoilt


def chosen_kinds(names: Collection[str]) -> list[Kind]:
    """Return the kinds called `names`, all if there are none, in the order of `KINDS`.

    Raises:
        SuggestingError: if there is no such kind.
    """
    for name in names:
        if name not in KINDS:
            raise SuggestingError(
                "error-kind-unknown", name=name, suggestions=nearest(name, KINDS, 1), otherwise="error-kind-hint"
            )
    return [kind for slug, kind in KINDS.items() if slug in names or not names]


class Mistakes:
    """The errors of one supplier: a `share` (0 to 1) of its items gets one, of the `kinds` that apply to the item."""

    def __init__(self, share: float, kinds: list[Kind], *seed: object) -> None:
        """Start the chance that belongs to `seed`."""
        self.share, self.kinds = share, kinds
        self._chance = Chance("errors", *seed)

    def spoil(self, draft: Draft) -> list[Mistake]:
        """Change items of `draft`, and return what was done to which."""
        found = []
        for item in draft.items:
            if self._chance.happens(self.share):
                mistake = self._spoil_item(item)
                found += [mistake] if mistake else []
        return found

    def _spoil_item(self, item: Item) -> Mistake | None:
        task = Task(item, shipped_rules(), self._chance)
        for kind in self._order():
            spoilt = kind.spoil(task)
            if spoilt is not None:
                return Mistake(kind.slug, item, spoilt)
        return None

    def _order(self) -> Iterator[Kind]:
        """Yield kinds to try, in the end all; one time in five first those that few items can have."""
        if self._chance.happens(_RARE_FIRST):
            yield from self._turned([kind for kind in self.kinds if kind.rare])
        for _ in range(_TRIES):
            yield self._chance.pick(self.kinds)
        yield from self._turned(self.kinds)

    def _turned(self, kinds: list[Kind]) -> list[Kind]:
        start = self._chance.below(len(kinds)) if kinds else 0
        return [*kinds[start:], *kinds[:start]]
