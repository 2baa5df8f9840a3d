"""Joins many parts of a query as a tree: parsers go one level down for each operator in a row, and their stack ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

__all__ = ["DEEPEST", "joined"]

DEEPEST: Final = 40
"""How deep shapes and paths may nest in each other; the stack of a store has an end."""

_IN_A_ROW: Final = 16


def joined(parts: Sequence[str], by: str, around: str = "()") -> str:
    """Return `parts`, with `by` between them, as a tree of which the branches stand in `around`.

    >>> joined(["a", "b", "c"], " || ")
    'a || b || c'
    """
    if len(parts) <= _IN_A_ROW:
        return by.join(parts)
    half = len(parts) // 2
    left, right = joined(parts[:half], by, around), joined(parts[half:], by, around)
    return f"{around[0]}{left}{around[1]}{by}{around[0]}{right}{around[1]}"
