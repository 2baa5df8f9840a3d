"""What an impact holds: in groups, what goes, what loses its way, and what remains."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

__all__ = ["GROUPS", "KINDS", "Impact", "Item", "Loss"]

KINDS: Final = {
    "gone": (
        *("entry-point", "channel", "channel-use", "support-line", "team", "role", "service", "support-aid"),
        *("hop-from", "hop-to", "hop", "left-without-channel"),
    ),
    "leaning": ("operated", "hosted", "offered", "used", "connected", "party"),
    "ways": ("no-way", "broader-way", "keeps-way"),
    "digital": ("no-way-without-skill",),
    "senders": ("nowhere", "no-destination", "keeps-destination"),
    "unreachable": ("unreachable", "line-without-way"),
    "circles": ("circle-ends",),
}
"""By group the kinds of loss, in order."""

GROUPS: Final = tuple(KINDS)
"""The groups: what goes with it, what leans on it, what loses a way in, what keeps none without digital skills, who was
sent to it, what can no longer be reached, and the circles that end."""


@dataclass(frozen=True, slots=True)
class Item:
    """Anything, by IRI, with its label."""

    iri: str
    label: str

    def to_json(self) -> dict[str, str]:
        """Return it as JSON."""
        return {"iri": self.iri, "label": self.label}


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that goes or loses its way, because of `lost`, and `remains` of it all that is stated.

    `about` is what kind of thing the item is: the label of its class. `status` is the label of its status, if it has
    one. `hedges` and `segments` are those of the item and of what it lost.
    """

    group: str
    kind: str
    item: Item
    about: str
    status: str
    lost: tuple[Item, ...]
    remains: tuple[Item, ...]
    hedges: tuple[str, ...]
    segments: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON with full IRIs."""
        return {
            "group": self.group,
            "kind": self.kind,
            "item": self.item.to_json(),
            "about": self.about,
            "status": self.status or None,
            "lost": [each.to_json() for each in self.lost],
            "remaining": len(self.remains),
            "remains": [each.to_json() for each in self.remains],
            "hedges": list(self.hedges),
            "segments": list(self.segments),
        }


@dataclass(frozen=True, slots=True)
class Impact:
    """What happens if `item` goes: `about` tells what it is, `losses` stand in the order of groups and kinds.

    `of_the_kind` counts the organisations, narrower kinds and groups of the kind that the item is: what is stated of
    those themselves stays. `presuming` counts the hops that are only presumed of the item as one of its kind: these are
    not counted. `idle` is the label of its status if the item is not in operation: then it is no way in today.
    `complete` is False where there are so many circles that the search was ended.
    """

    item: Item
    about: str
    lang: str
    losses: tuple[Loss, ...]
    of_the_kind: int = 0
    presuming: int = 0
    complete: bool = True
    idle: str = ""

    def of(self, group: str) -> tuple[Loss, ...]:
        """Return the losses of one of `GROUPS`."""
        return tuple(loss for loss in self.losses if loss.group == group)

    def to_json(self) -> dict[str, Any]:
        """Return the impact as a JSON document with full IRIs."""
        return {
            "item": self.item.to_json(),
            "about": self.about,
            "language": self.lang,
            "notInOperation": self.idle or None,
            "ofTheKindNotCounted": self.of_the_kind,
            "presumedNotCounted": self.presuming,
            "circlesComplete": self.complete,
            "losses": [loss.to_json() for loss in self.losses],
        }
