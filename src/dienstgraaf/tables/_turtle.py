"""Writes triples as Turtle, sorted, with the project's prefixes."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import RdfFormat, Triple, serialize

from dienstgraaf.inventory.namespaces import PREFIXES

__all__ = ["triples_to_turtle"]


def triples_to_turtle(triples: Iterable[Triple]) -> str:
    """Return `triples` as Turtle, each once and sorted; only the prefixes that occur are declared."""
    ordered = sorted(set(triples), key=str)
    used = "\n".join(map(str, ordered))
    prefixes = {prefix: iri for prefix, iri in PREFIXES.items() if f"<{iri}" in used}
    content = serialize(ordered, format=RdfFormat.TURTLE, prefixes=prefixes) or b""
    return content.decode("utf-8")
