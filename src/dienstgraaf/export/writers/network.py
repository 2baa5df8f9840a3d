"""What the mappings of graphs give, as nodes and edges with attributes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from pyoxigraph import Literal, NamedNode

from dienstgraaf.export.model import Batch, Profile
from dienstgraaf.export.values import language_of
from dienstgraaf.inventory.namespaces import BASE, PREFIXES

__all__ = ["GRAPH", "Item", "attributes_of", "read_items", "short_id"]

GRAPH: Final = f"{BASE}graph-of#"
"""The namespace of nodes, edges and their attributes, prefix `graph:`."""

_TYPE: Final = f"{PREFIXES['rdf']}type"
_LABEL: Final = f"{PREFIXES['rdfs']}label"
_FIRST: Final = (("iri", "string"), ("kind", "string"), ("label_nl", "string"), ("label_en", "string"))
_LAST: Final = (("inOperation", "boolean"), ("saidOf", "string"))
_BETWEEN: Final = " | "
_LISTS: Final = re.compile(r"VALUES \(\?property \?attribute\) \{(.*?)\}", re.DOTALL)
_NAMES: Final = re.compile(r"\bgraph:(\w+)\)")


@dataclass(frozen=True, slots=True)
class Item:
    """A node, or an edge if it has a `source` and a `target` (IRIs); values of attributes by name, as text."""

    iri: str
    label: str
    source: str
    target: str
    values: dict[str, str]

    @property
    def is_edge(self) -> bool:
        """Whether it links two nodes."""
        return bool(self.source and self.target)


def short_id(iri: str) -> str:
    """Return a name for `iri` that can be an XML name token: the same in every export."""
    return f"n{uuid5(NAMESPACE_URL, iri)}"


def attributes_of(profile: Profile, target: str) -> dict[str, str]:
    """Return the attributes of `target` ("Node" or "Edge"), in order, each with its type ("string" or "boolean").

    They are those that the mappings of `profile` list as `VALUES (?property ?attribute) { (dg:… graph:…) }`.
    """
    parts = [part for part in profile.parts if part.target == GRAPH + target]
    found = sorted({name for part in parts for name in _listed(part.query)})
    return dict([*_FIRST, *((name, "string") for name in found), *_LAST])


def read_items(batches: Iterable[Batch]) -> Iterator[Item]:
    """Yield the nodes and edges in `batches`, as they come."""
    for batch in batches:
        for subject, group in groupby(batch.triples, key=lambda triple: triple.subject):
            values: dict[str, list[str]] = {}
            for each in group:
                if isinstance(each.object, NamedNode | Literal) and each.predicate.value != _TYPE:
                    values.setdefault(_name(each.predicate.value, each.object), []).append(each.object.value)
            if batch.part is not None and isinstance(subject, NamedNode):
                yield _item(subject.value, {name: _BETWEEN.join(found) for name, found in values.items()})


def _item(iri: str, values: dict[str, str]) -> Item:
    source, target = values.pop("source", ""), values.pop("target", "")
    return Item(iri, values.pop("label", _local(iri)), source, target, {"iri": iri} | values)


def _name(prop: str, value: NamedNode | Literal) -> str:
    if prop == _LABEL and isinstance(value, Literal):
        return f"label_{language_of(value)}"
    return _local(prop)


def _listed(query: str) -> Iterator[str]:
    for block in _LISTS.findall(query):
        yield from _NAMES.findall(block)


def _local(iri: str) -> str:
    return iri.replace("#", "/").rpartition("/")[2]
