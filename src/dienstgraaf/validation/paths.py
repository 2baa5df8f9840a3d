"""Property paths of SHACL, written as SPARQL writes them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from pyoxigraph import BlankNode, NamedNode

from dienstgraaf.engine import Term
from dienstgraaf.inventory.namespaces import PREFIXES, shorten

__all__ = ["Objects", "listed", "path_text", "shown_path"]

Objects = Callable[[Term, str], Sequence[Term]]
"""Gives the objects of a node along a property."""

_SH, _RDF = PREFIXES["sh"], PREFIXES["rdf"]
_DEEPEST: Final = 20
_REPEATED: Final = {f"{_SH}zeroOrMorePath": "*", f"{_SH}oneOrMorePath": "+", f"{_SH}zeroOrOnePath": "?"}


def path_text(node: Term, objects: Objects, depth: int = 0) -> str:
    """Return the path at `node`: the IRI of a property as it is, a longer path in the syntax of SPARQL.

    What is no path becomes "".
    """
    if isinstance(node, NamedNode):
        return node.value if depth == 0 else f"<{node.value}>"
    if not isinstance(node, BlankNode) or depth > _DEEPEST:
        return ""
    for inverse in objects(node, f"{_SH}inversePath"):
        return f"^{path_text(inverse, objects, depth + 1)}"
    for predicate, mark in _REPEATED.items():
        for inner in objects(node, predicate):
            return f"{path_text(inner, objects, depth + 1)}{mark}"
    for alternatives in objects(node, f"{_SH}alternativePath"):
        return _grouped(alternatives, "|", objects, depth)
    return _grouped(node, "/", objects, depth)


def shown_path(path: str) -> str:
    """Return `path` with its IRIs shortened.

    >>> shown_path("^<https://w3id.org/dienstgraaf/def#provider>")
    '^dg:provider'
    """
    import re

    if "<" not in path:
        return shorten(path) if ":" in path else path
    return re.sub(r"<([^<>]*)>", lambda found: shorten(found[1]), path)


def _grouped(items: Term, between: str, objects: Objects, depth: int) -> str:
    parts = [path_text(item, objects, depth + 1) for item in listed(items, objects)]
    return f"({between.join(parts)})" if len(parts) > 1 else "".join(parts)


def listed(node: Term, objects: Objects) -> list[Term]:
    """Return the items of an RDF list; a list that bites its tail ends there."""
    found: list[Term] = []
    seen: set[Term] = set()
    while node not in seen and (first := objects(node, f"{_RDF}first")):
        seen.add(node)
        found.append(first[0])
        node = next(iter(objects(node, f"{_RDF}rest")), node)
    return found
