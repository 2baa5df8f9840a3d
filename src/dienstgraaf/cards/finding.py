"""Finds the one thing that a name stands for."""

from __future__ import annotations

from pyoxigraph import NamedNode

from dienstgraaf._sparql import prepared
from dienstgraaf._sparql.values import expand
from dienstgraaf.engine import Engine
from dienstgraaf.errors import SuggestingError
from dienstgraaf.inventory.namespaces import PREFIXES
from dienstgraaf.naming import Directory

__all__ = ["UnknownNameError", "find"]


class UnknownNameError(SuggestingError):
    """Nothing is called so, or several things are."""


def find(engine: Engine, name: str, lang: str) -> NamedNode:
    """Return what `name` stands for: an IRI, a prefixed name, a label, an alias, an abbreviation or a short name.

    Raises:
        UnknownNameError: if there is no such thing, or more than one.
    """
    text = name.strip()
    iri = expand(text, PREFIXES)
    if iri is not None and engine.ask(prepared("is_known", item=[iri])):
        return iri
    directory = Directory(engine.select(prepared("names")))
    found = directory.find(text) if text else []
    if len(found) == 1:
        return found[0]
    if found:
        raise UnknownNameError("name-ambiguous", value=text, candidates=directory.describe(found, lang))
    raise UnknownNameError("name-unknown", value=text, suggestions=directory.suggest(text, lang))
