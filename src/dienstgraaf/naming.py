"""Finds what a name stands for: label, alias, abbreviation, former or local name, short name, or IRI."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from dienstgraaf.engine import Solutions
from dienstgraaf.errors import nearest
from dienstgraaf.inventory.namespaces import shorten

__all__ = ["Directory", "fold"]


def fold(name: str) -> str:
    """Return `name` as names are compared: without regard to case, white space or the form of its characters.

    >>> fold("  Sociaal   LOKET ")
    'sociaal loket'
    """
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", name)).strip().casefold()


@dataclass(frozen=True)
class _Name:
    item: NamedNode
    name: str
    lang: str | None
    rank: int


class Directory:
    """The names of a set of items, as the queries `names*.rq` give them (columns item, name, rank)."""

    def __init__(self, solutions: Solutions) -> None:
        """Take over the rows of `solutions`."""
        self._names = [
            _Name(item, name.value, name.language, int(rank.value))
            for item, name, rank in solutions.rows
            if isinstance(item, NamedNode) and isinstance(name, Literal) and isinstance(rank, Literal)
        ]

    def find(self, name: str) -> list[NamedNode]:
        """Return the items called `name`: those whose short name or label it is, else those with it as an alias."""
        wanted = fold(name)
        proper = [each for each in self._names if each.rank == 1 and wanted in (fold(each.name), _slug(each.item))]
        other = [each for each in self._names if each.rank > 1 and wanted == fold(each.name)]
        slugs = [each for each in other or self._names if wanted == _slug(each.item)]
        return _distinct(each.item for each in proper or other or slugs)

    def __contains__(self, item: object) -> bool:
        """Tell whether `item` has a name here."""
        return any(each.item == item for each in self._names)

    def suggest(self, name: str, lang: str) -> list[str]:
        """Return the names nearest to `name`, those in `lang` and without a language first."""
        ours = nearest(name, (each.name for each in self._names if each.lang in (lang, None)))
        return ours or nearest(name, (each.name for each in self._names))

    def describe(self, items: Iterable[NamedNode], lang: str) -> str:
        """Return `items` as text, each with its label in `lang` and its short name, to choose from."""
        return "; ".join(f"{self.label(item, lang)} ({shorten(item.value)})" for item in items)

    def label(self, item: NamedNode, lang: str) -> str:
        """Return the label of `item` in `lang`, else in another language, else its short name."""
        ours = [each for each in self._names if each.item == item and each.rank == 1]
        best = sorted(ours, key=lambda each: (each.lang != lang, each.lang is not None, each.name))
        return best[0].name if best else shorten(item.value)


def _slug(item: NamedNode) -> str:
    return re.split(r"[/#]", item.value)[-1].casefold()


def _distinct(items: Iterable[NamedNode]) -> list[NamedNode]:
    return list(dict.fromkeys(items))
