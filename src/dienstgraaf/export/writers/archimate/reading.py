"""Reads what the mappings make, in terms of the ArchiMate 3.1 Model Exchange File Format, into concepts and views."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from pyoxigraph import Literal, NamedNode, Triple

from dienstgraaf.inventory.namespaces import PREFIXES

__all__ = ["ARCHI", "RELATIONSHIPS", "Named", "Thing", "read_things"]

ARCHI: Final = "http://www.opengroup.org/xsd/archimate/3.0/"
"""The namespace of the exchange format; the terms of the mappings are called as its types are."""

RELATIONSHIPS: Final = frozenset(
    """
    Composition Aggregation Assignment Realization Serving Access Influence Triggering Flow Specialization Association
    """.split()  # noqa: SIM905 - reads better than eleven quoted words
)
"""The types of relationships, as in the schema."""

_TYPE: Final = f"{PREFIXES['rdf']}type"

Named = dict[str, str]
"""A text by language; "" for one of no language."""


@dataclass
class Thing:
    """A concept, property definition or view, by its IRI: what the mappings say of it.

    `kind` is the name of its type in the schema. `values` holds its properties by IRI, in order. A view is `about`
    elements, and `shows` others besides, and relationships.
    """

    iri: str
    kind: str = ""
    name: Named = field(default_factory=dict)
    documentation: dict[str, list[str]] = field(default_factory=dict)
    item: str = ""
    source: str = ""
    target: str = ""
    about: list[str] = field(default_factory=list)
    shows: list[str] = field(default_factory=list)
    values: dict[str, list[Literal]] = field(default_factory=dict)


def read_things(triples: Iterable[Triple]) -> Iterator[Thing]:
    """Yield a thing for each subject that has a type of the exchange format; triples of a subject stand together."""
    for subject, group in groupby(triples, key=lambda triple: triple.subject):
        if isinstance(subject, NamedNode):
            thing = Thing(subject.value)
            for each in group:
                _take(thing, each)
            if thing.kind:
                yield thing


def _take(thing: Thing, triple: Triple) -> None:
    predicate, value = triple.predicate.value, triple.object
    text = value.value if isinstance(value, NamedNode | Literal) else ""
    if predicate == _TYPE:
        thing.kind = text.removeprefix(ARCHI) if text.startswith(ARCHI) else thing.kind
    elif not predicate.startswith(ARCHI):
        thing.values.setdefault(predicate, []).append(value if isinstance(value, Literal) else Literal(text))
    elif predicate == f"{ARCHI}name" and isinstance(value, Literal):
        thing.name.setdefault(value.language or "", text)
    elif predicate == f"{ARCHI}documentation" and isinstance(value, Literal):
        thing.documentation.setdefault(value.language or "", []).append(text)
    elif predicate == f"{ARCHI}about":
        thing.about.append(text)
    elif predicate == f"{ARCHI}shows":
        thing.shows.append(text)
    elif predicate in _REFERENCES:
        setattr(thing, _REFERENCES[predicate], text)


_REFERENCES: Final = {f"{ARCHI}{name}": name for name in ("item", "source", "target")}
