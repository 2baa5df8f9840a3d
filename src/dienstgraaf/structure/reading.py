"""Reads the structure from an engine, embedded or remote, in three queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import BlankNode, Literal, NamedNode

from dienstgraaf._sparql import prepared
from dienstgraaf.engine import Engine
from dienstgraaf.inventory.namespaces import DG, PREFIXES
from dienstgraaf.structure.model import CLASSES, PROPERTIES, Structure

__all__ = ["read_basis", "read_structure"]

_OTHERS = {
    f"{PREFIXES['prov']}wasDerivedFrom": "derivedFrom",
    f"{PREFIXES['skos']}broader": "broader",
}
"""Properties of other vocabularies, by IRI, with the name that they go by here."""


def read_structure(engine: Engine, lang: str) -> Structure:
    """Return the structure that `engine` holds, with labels in `lang`."""
    names = {f"{DG}{name}": name for name in PROPERTIES} | _OTHERS
    values: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for item, prop, value in _rows(engine, prepared("structure_facts", property=[NamedNode(iri) for iri in names])):
        values[item][names[prop]].add(value)
    kinds: dict[str, set[str]] = defaultdict(set)
    classes = [NamedNode(f"{DG}{name}") for name in CLASSES]
    for item, kind in _rows(engine, prepared("structure_kinds", **{"class": classes})):
        kinds[item].add(kind.removeprefix(DG))
    labels: dict[str, str] = {}
    for item, label in _rows(engine, prepared("structure_labels", lang=[Literal(lang)])):
        labels[item] = min(label, labels.get(item, label))
    return Structure(
        {item: frozenset(found) for item, found in kinds.items()},
        {item: {name: sorted(found) for name, found in by.items()} for item, by in values.items()},
        labels,
    )


def read_basis(engine: Engine, provider: str) -> dict[str, str]:
    """Return the facts, by IRI, that hold of `provider` because of its kind, each with "follows" or "presumed"."""
    rows = _rows(engine, prepared("structure_basis", provider=[NamedNode(provider)]))
    return {item: basis for _, basis, item in sorted(rows, key=lambda row: row[1], reverse=True)}


def _rows(engine: Engine, query: str) -> Iterator[tuple[str, ...]]:
    for row in engine.select(query).rows:
        if all(isinstance(term, NamedNode | Literal | BlankNode) for term in row):
            yield tuple(term.value for term in row if isinstance(term, NamedNode | Literal | BlankNode))
