"""Cards: all that the graph says of one thing, and all that refers to it, for people to read."""

from __future__ import annotations

from dienstgraaf.cards.finding import UnknownNameError, find
from dienstgraaf.cards.making import card, triples_of
from dienstgraaf.cards.model import Card, Group, Link, Segment
from dienstgraaf.cards.writing import to_markdown, to_text

__all__ = [
    "Card",
    "Group",
    "Link",
    "Segment",
    "UnknownNameError",
    "card",
    "find",
    "to_markdown",
    "to_text",
    "triples_of",
]
