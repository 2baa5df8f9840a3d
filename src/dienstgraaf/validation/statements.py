"""What is said of a node, to show one that has no name by its content: as a file has it, or as a store has it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store

from dienstgraaf.engine import Term
from dienstgraaf.inventory.namespaces import PREFIXES

__all__ = ["CELLS", "Statements", "StoreStatements"]

CELLS = (f"{PREFIXES['rdf']}first", f"{PREFIXES['rdf']}rest")
"""The properties that make up a list, which are no step of their own."""


class Statements(Protocol):
    """What is known of nodes."""

    def statements(self, node: Term) -> Iterator[tuple[str, Term]]:
        """Yield the predicates and objects of `node`."""
        ...

    def chain(self, node: Term) -> tuple[Term, list[str]]:
        """Return the named node (or last blank one) that a blank `node` hangs in, and the predicates down to `node`."""
        ...

    def count(self, node: Term, path: str) -> int:
        """Return how many values of the property `path` `node` has."""
        ...

    def shortened(self, words: str) -> str:
        """Return `words` with each <IRI> in it as people there write it."""
        ...


class StoreStatements:
    """What a store says of nodes, in the order of the terms."""

    def __init__(self, store: Store) -> None:
        """Take the store."""
        self._store = store

    def statements(self, node: Term) -> Iterator[tuple[str, Term]]:
        """Yield the predicates and objects of `node`."""
        if isinstance(node, Literal):
            return
        found = {(each.predicate.value, each.object) for each in self._store.quads_for_pattern(node, None, None)}
        for predicate, value in sorted(found, key=str):
            if isinstance(value, NamedNode | BlankNode | Literal):
                yield predicate, value

    def chain(self, node: Term) -> tuple[Term, list[str]]:
        """Return the named node (or last blank one) that a blank `node` hangs in, and the predicates down to `node`."""
        inside: list[str] = []
        seen: set[Term] = set()
        while isinstance(node, BlankNode) and node not in seen:
            seen.add(node)
            above: Quad | None = min(self._store.quads_for_pattern(None, None, node), key=str, default=None)
            if above is None or not isinstance(above.subject, NamedNode | BlankNode):
                break
            if above.predicate.value not in CELLS:
                inside.append(above.predicate.value)
            node = above.subject
        return node, inside[::-1]

    def count(self, node: Term, path: str) -> int:
        """Return how many values of the property `path` `node` has."""
        return sum(1 for predicate, _ in self.statements(node) if predicate == path)

    def shortened(self, words: str) -> str:
        """Return `words` as they are: a store has no prefixes of its own."""
        return words
