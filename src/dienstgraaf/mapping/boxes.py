"""What a map is drawn with: boxes that hold parties, and arrows between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dienstgraaf.mapping.model import Party

__all__ = ["Arrow", "Box", "Fold"]

_MOST_NAMES: Final = 60
"""How many names a box lists at most."""


@dataclass(frozen=True, slots=True)
class Box:
    """A knot, or the parties of one cluster that are tied to the same knots in the same way.

    `groups` holds the parties as the source lists them: those of one kind that rest on the same segments together.
    """

    groups: tuple[tuple[Party, ...], ...]

    @property
    def first(self) -> Party:
        """The first party: a box is in its cluster."""
        return self.groups[0][0]

    @property
    def parties(self) -> tuple[Party, ...]:
        """All parties in it."""
        return tuple(party for group in self.groups for party in group)

    def shown(self) -> tuple[tuple[Party, ...], ...]:
        """Return the groups without the parties that are too many to name."""
        left, shown = _MOST_NAMES, []
        for group in self.groups:
            if left > 0:
                shown.append(group[:left])
            left -= len(group)
        return tuple(shown)


@dataclass(frozen=True, slots=True)
class Arrow:
    """All links from one box to another that look alike; of both directions if `mutual`.

    `start` and `end` are positions of boxes; `line` and `certainty` are classes of the visual language. `count` is how
    many hops are behind it, at most, for each party of a box.
    """

    start: int
    end: int
    line: str
    certainty: str
    count: int
    mutual: bool = False

    @property
    def label(self) -> str:
        """The count, where it tells more than the arrow itself."""
        return str(self.count) if self.count > 1 + self.mutual else ""


@dataclass(frozen=True, slots=True)
class Fold:
    """The boxes and the arrows between them."""

    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
