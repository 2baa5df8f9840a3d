"""Chance that is the same on every machine: drawn from `random.random`, whose sequence Python promises to keep."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

__all__ = ["Chance"]

T = TypeVar("T")


class Chance:
    """A sequence of draws that depends on nothing but its seed."""

    def __init__(self, *seed: object) -> None:
        """Start the sequence that belongs to `seed`, of which only the text counts."""
        self._draw = random.Random("/".join(map(str, seed))).random  # noqa: S311 - made up, not secret

    def below(self, limit: int) -> int:
        """Return a whole number from 0 up to, not including, `limit`."""
        return int(self._draw() * limit)

    def between(self, low: int, high: int) -> int:
        """Return a whole number from `low` up to and including `high`."""
        return low + self.below(high - low + 1)

    def happens(self, share: float) -> bool:
        """Tell whether something happens that does so in `share` (0 to 1) of all cases."""
        return self._draw() < share

    def pick(self, values: Sequence[T]) -> T:
        """Return one of `values`, each as likely."""
        return values[self.below(len(values))]

    def weighed(self, values: Sequence[tuple[T, int]]) -> T:
        """Return one of `values`, each as likely as its weight says."""
        left = self.below(sum(weight for _value, weight in values))
        for value, weight in values:
            left -= weight
            if left < 0:
                return value
        raise AssertionError("the weights do not add up")

    def some(self, values: Sequence[T], count: int) -> list[T]:
        """Return `count` different ones of `values` (all, if there are no more), in the order of chance."""
        left = list(values)
        found: list[T] = []
        while left and len(found) < count:
            found.append(left.pop(self.below(len(left))))
        return found
