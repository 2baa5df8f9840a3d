"""Writes triples as Turtle, sorted, with the project's prefixes."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import RdfFormat, Triple, serialize

from dienstgraaf.inventory.namespaces import PREFIXES

__all__ = ["to_turtle"]


def to_turtle(triples: Iterable[Triple]) -> str:
    """Return `triples` as Turtle, each once and sorted; only the prefixes that occur are declared."""
    ordered = sorted(set(triples), key=str)
    used = "\n".join(map(str, ordered))
    prefixes = {prefix: iri for prefix, iri in PREFIXES.items() if f"<{iri}" in used}
    return serialize(ordered, format=RdfFormat.TURTLE, prefixes=prefixes).decode("utf-8")
