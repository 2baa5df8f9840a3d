"""Finds the one thing that a name stands for, and what else is called so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from pyoxigraph import Literal, NamedNode

from dienstgraaf._sparql import prepared
from dienstgraaf._sparql.values import expand
from dienstgraaf.engine import Engine
from dienstgraaf.errors import SuggestingError
from dienstgraaf.inventory.namespaces import PREFIXES
from dienstgraaf.naming import BY_SLUG, Directory

__all__ = ["UnknownNameError", "find", "find_all"]

_OTHER_KIND: Final = 7
"""The number in `kinds.rq` of what is none of the kinds named there."""


class UnknownNameError(SuggestingError):
    """Nothing is called so, or several things are."""


def find(engine: Engine, name: str, lang: str) -> NamedNode:
    """Return what `name` stands for, as `find_all` does, without what else is called so."""
    return find_all(engine, name, lang)[0]


def find_all(engine: Engine, name: str, lang: str) -> tuple[NamedNode, tuple[str, ...]]:
    """Return what `name` stands for, and what else is called so: each the label with the short name.

    A name is an IRI, a prefixed name, a label, an alias, an abbreviation or a short name. Of several things the one
    called so outright goes before one with only that short name; then a provider before an entry point, another item,
    a concept, a topic, a term of the ontology and a part of the source or a file; then a label before an alias.

    Raises:
        UnknownNameError: if there is no such thing, or several come first.
    """
    text = name.strip()
    iri = expand(text, PREFIXES)
    if iri is not None and engine.ask(prepared("is_known", item=[iri])):
        return iri, ()
    directory = Directory(engine.select(prepared("names")))
    grades = directory.grades(text) if text else {}
    if not grades:
        raise UnknownNameError("name-unknown", value=text, suggestions=directory.suggest(text, lang))
    kinds = _kinds(engine, grades) if len(grades) > 1 else {}
    ranks = {item: (grade == BY_SLUG, kinds.get(item, _OTHER_KIND), grade) for item, grade in grades.items()}
    found = [item for item in grades if ranks[item] == min(ranks.values())]
    if len(found) > 1:
        raise UnknownNameError("name-ambiguous", value=text, candidates=directory.describe(found, lang))
    labelled = {item for item in grades if kinds.get(item, _OTHER_KIND) < _OTHER_KIND or grades[item] == 0}  # no files
    others = sorted(labelled - {found[0]}, key=lambda item: (ranks[item], item.value))
    return found[0], tuple(directory.describe([item], lang) for item in others)


def _kinds(engine: Engine, items: Iterable[NamedNode]) -> dict[NamedNode, int]:
    found: dict[NamedNode, int] = {}
    for item, kind in engine.select(prepared("kinds", item=list(items))).rows:
        if isinstance(item, NamedNode) and isinstance(kind, Literal):
            found[item] = min(found.get(item, _OTHER_KIND), int(kind.value))
    return found
