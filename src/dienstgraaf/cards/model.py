"""What stands on a card."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

__all__ = ["Card", "Group", "Link", "Segment"]


@dataclass(frozen=True, slots=True)
class Link:
    """Something that a card mentions: its text, its IRI if it has one, and whether reasoning added the mention."""

    text: str
    iri: str | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """What a property links to, under the property's label."""

    property: str
    label: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment of the source that the item rests on, with its section."""

    id: str
    iri: str
    section: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """All that is known of one item, in one language; `presumptions_left_out` counts what is only presumed.

    `also_called` names what else is called as the item was asked for.
    """

    iri: str
    lang: str
    label: str
    also: tuple[str, ...]
    definition: str
    types: tuple[Link, ...]
    facts: tuple[Group, ...]
    incoming: tuple[Group, ...]
    provenance: tuple[Segment, ...]
    presumptions_left_out: int = 0
    also_called: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the card as a JSON document: the fields above, with lists and objects."""
        return asdict(self)

    def __str__(self) -> str:
        """Return the card as text."""
        from dienstgraaf.cards.writing import to_text

        return to_text(self)
