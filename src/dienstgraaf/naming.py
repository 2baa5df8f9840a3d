"""Finds what a name stands for: label, alias, abbreviation, former or local name, short name, or IRI."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode

from dienstgraaf.engine import Solutions
from dienstgraaf.inventory.namespaces import shorten

__all__ = ["BY_SLUG", "Directory", "fold"]

BY_SLUG: Final = 2
"""The grade of a match with the short name in the IRI; a label has 0, another name 1."""

_ALIKE, _ALIKE_IN_PART, _BEHIND, _OFFERED = 0.6, 0.75, 0.2, 3
"""How alike a whole name and part of one must be, how far behind the best they may be, and how many are offered."""


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
        """Return the items called `name`: those whose label it is, else another name, else the short name."""
        grades = self.grades(name)
        return [item for item, grade in grades.items() if grade == min(grades.values())]

    def grades(self, name: str) -> dict[NamedNode, int]:
        """Return every item called `name`, with 0 if that is its label, 1 another name, `BY_SLUG` its short name."""
        wanted = fold(name)
        found: dict[NamedNode, int] = {}
        for each in self._names:
            if wanted == fold(each.name):
                found[each.item] = min(found.get(each.item, BY_SLUG), 0 if each.rank == 1 else 1)
            elif wanted == _slug(each.item):
                found.setdefault(each.item, BY_SLUG)
        return found

    def items(self) -> list[NamedNode]:
        """Return all items, each once."""
        return list(dict.fromkeys(each.item for each in self._names))

    def __contains__(self, item: object) -> bool:
        """Tell whether `item` has a name here."""
        return any(each.item == item for each in self._names)

    def suggest(self, name: str, lang: str) -> list[str]:
        """Return the names nearest to `name`, one an item; of names as near, those in `lang` come first.

        A name is as near as the words in it that resemble `name` most, so that "amsterdm" finds "gemeente Amsterdam";
        the short name in the IRI counts too. The number of a section and the title of a file are not suggested.
        """
        likeness = _Likeness(name)
        named = [each for each in self._names if each.rank < 4] if name.strip() else []
        tries = [(likeness.of(each.name), each.lang not in (lang, None), each.name, each.item) for each in named]
        for item in dict.fromkeys(each.item for each in named):
            score = likeness.of(_slug(item).replace("-", " "))
            if score:
                tries.append((score, True, self.label(item, lang), item))
        near = sorted(
            (each for each in tries if each[0]),
            key=lambda each: (-each[0], each[1], len(each[2]), each[2], each[3].value),
        )
        chosen: dict[NamedNode, str] = {}
        for score, _, shown, item in near:
            if score > near[0][0] - _BEHIND:
                chosen.setdefault(item, shown)
        return list(dict.fromkeys(chosen.values()))[:_OFFERED]

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


class _Likeness:
    """How much names resemble a word or a few words, from 0 (not enough to mention) to 1."""

    def __init__(self, name: str) -> None:
        from difflib import SequenceMatcher

        self._wanted = fold(name)
        self._size = len(self._wanted.split())
        self._matcher = SequenceMatcher(autojunk=False)
        self._matcher.set_seq2(self._wanted)

    def of(self, name: str) -> float:
        """Return how much `name`, or as many successive words of it as are sought, resemble the words sought."""
        text = fold(name)
        words = re.findall(r"[\w.]+", text)
        parts = {" ".join(words[i : i + self._size]) for i in range(len(words) - self._size + 1)} - {text}
        inside = _ALIKE if len(self._wanted) > 2 and self._wanted in text else 0.0
        return max(inside, self._ratio(text, _ALIKE), *(self._ratio(part, _ALIKE_IN_PART) - 0.001 for part in parts), 0)

    def _ratio(self, text: str, least: float) -> float:
        matcher = self._matcher
        matcher.set_seq1(text)
        if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
            return 0.0
        ratio = matcher.ratio()
        return ratio if ratio >= least else 0.0
