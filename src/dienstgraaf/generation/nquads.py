"""Writes generated items as N-Quads (RDF 1.1), each file as its own named graph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dienstgraaf.generation.items import Item, expand
from dienstgraaf.inventory.namespaces import PREFIXES

__all__ = ["quads_of"]

_XSD = PREFIXES["xsd"]


def quads_of(item: Item, graph: str, prefixes: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield for each triple of `item` its predicate and object as in Turtle, and its line, without the newline."""
    subject = f"<{expand(item.name, prefixes)}>"
    for predicate, objects in item.values.items():
        middle = f"<{expand(predicate, prefixes)}>"
        for each in objects:
            yield predicate, each, f"{subject} {middle} {_object(each, prefixes)} <{graph}> ."


def _object(written: str, prefixes: Mapping[str, str]) -> str:
    """Return `written`, which is Turtle, as N-Quads."""
    if written[0] == '"':
        text, mark, datatype = written.rpartition("^^")
        return f"{text}^^<{expand(datatype, prefixes)}>" if mark else written
    if written in ("true", "false"):
        return f'"{written}"^^<{_XSD}boolean>'
    if written[0].isdigit():
        return f'"{written}"^^<{_XSD}integer>'
    return f"<{expand(written, prefixes)}>"
