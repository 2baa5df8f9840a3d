"""What a question is: its texts, its parameters, its columns and its SPARQL query."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dienstgraaf._sparql.values import Value

__all__ = ["Column", "Parameter", "Question", "Text"]


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in Dutch and in English."""

    nl: str
    en: str

    def __getitem__(self, lang: str) -> str:
        """Return the words in `lang`; anything but "nl" is English."""
        return self.nl if lang == "nl" else self.en


@dataclass(frozen=True, slots=True)
class Parameter:
    """What can be filled in: stands in the query once, as `VALUES ?name { … }`.

    `type` is a concept scheme ("audience"), a class in kebab case ("provider"), or text, integer, boolean or iri.
    `default` holds the values that the query file itself has; an empty tuple means any value.
    """

    name: str
    type: str
    label: Text
    default: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """One projected variable of the query, with a heading; a `list` column joins its items with " | "."""

    name: str
    label: Text
    list: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the library: a SPARQL SELECT or ASK (which has no columns) with its metadata."""

    slug: str
    theme: str
    path: Path
    title: Text
    description: Text
    tags: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    query: str

    def parameter(self, name: str) -> Parameter | None:
        """Return the parameter called `name`, or None."""
        return next((each for each in self.parameters if each.name == name), None)

    def matches(self, words: list[str]) -> bool:
        """Tell whether every one of `words` occurs in the name, theme, tags, title or description, in any language."""
        texts = (self.slug, self.theme, *self.tags, *self._texts(self.title), *self._texts(self.description))
        haystack = "\n".join(texts).casefold()
        return all(word.casefold() in haystack for word in words)

    @staticmethod
    def _texts(text: Text) -> tuple[str, str]:
        return text.nl, text.en
