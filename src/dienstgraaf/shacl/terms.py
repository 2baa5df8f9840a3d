"""Terms, the namespaces of SHACL, and triples to look things up in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

__all__ = ["RDF", "RDFS", "SH", "XSD", "Graph", "Node", "Term", "sh"]

RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
SH: Final = "http://www.w3.org/ns/shacl#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"

Node: TypeAlias = NamedNode | BlankNode
Term: TypeAlias = NamedNode | BlankNode | Literal

_FIRST, _REST, _NIL = NamedNode(RDF + "first"), NamedNode(RDF + "rest"), NamedNode(RDF + "nil")


def sh(name: str) -> NamedNode:
    """Return the term `name` of SHACL."""
    return NamedNode(SH + name)


class ListError(ValueError):
    """What should be an RDF list is none; `node` is where it goes wrong."""

    def __init__(self, node: Term) -> None:
        """Remember the node."""
        super().__init__(f"{node} is no well-formed list")
        self.node = node


class Graph:
    """Triples, looked up by subject and predicate or by predicate and object; everything in the order it was given."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        """Take over `triples`."""
        self._forward: dict[Node, dict[NamedNode, dict[Term, None]]] = {}
        self._backward: dict[tuple[NamedNode, Term], dict[Node, None]] = {}
        for triple in triples:
            subject, predicate, value = triple.subject, triple.predicate, triple.object
            if isinstance(subject, NamedNode | BlankNode) and isinstance(value, NamedNode | BlankNode | Literal):
                self._forward.setdefault(subject, {}).setdefault(predicate, {})[value] = None
                self._backward.setdefault((predicate, value), {})[subject] = None

    def __iter__(self) -> Iterator[tuple[Node, NamedNode, Term]]:
        """Yield all triples as subject, predicate and object."""
        for subject, predicates in self._forward.items():
            for predicate, values in predicates.items():
                for value in values:
                    yield subject, predicate, value

    def nodes(self) -> list[Node]:
        """Return all subjects."""
        return list(self._forward)

    def objects(self, subject: Term, predicate: NamedNode) -> list[Term]:
        """Return what stands after `predicate` of `subject`."""
        if isinstance(subject, Literal):
            return []
        return list(self._forward.get(subject, {}).get(predicate, ()))

    def predicates(self, subject: Term) -> list[NamedNode]:
        """Return the predicates of `subject`."""
        return [] if isinstance(subject, Literal) else list(self._forward.get(subject, {}))

    def value(self, subject: Term, predicate: NamedNode) -> Term | None:
        """Return the first object, None if there is none."""
        return next(iter(self.objects(subject, predicate)), None)

    def subjects(self, predicate: NamedNode, value: Term) -> list[Node]:
        """Return the subjects with `value` after `predicate`."""
        return list(self._backward.get((predicate, value), ()))

    def types(self, subject: Term) -> list[Term]:
        """Return the types of `subject`."""
        return self.objects(subject, NamedNode(RDF + "type"))

    def items(self, head: Term) -> list[Term]:
        """Return the items of the RDF list that starts at `head`.

        Raises:
            ListError: if it is no well-formed list: two firsts or rests, none, or a circle.
        """
        found: list[Term] = []
        seen: set[Term] = set()
        while head != _NIL:
            first, rest = self.objects(head, _FIRST), self.objects(head, _REST)
            if len(first) != 1 or len(rest) != 1 or head in seen:
                raise ListError(head)
            seen.add(head)
            found.append(first[0])
            head = rest[0]
        return found
