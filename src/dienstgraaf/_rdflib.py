"""Converts pyoxigraph's terms to rdflib's, at the edges where rdflib is spoken."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

if TYPE_CHECKING:
    import rdflib

__all__ = ["from_rdflib", "to_graph"]


def to_graph(statements: Iterable[Triple | Quad]) -> rdflib.Graph:
    """Return `statements` as one rdflib graph with the project's prefixes; names of graphs are dropped.

    Raises:
        TypeError: for a triple inside a triple, which rdflib does not have.
    """
    import rdflib

    from dienstgraaf.inventory.namespaces import PREFIXES

    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    known: dict[object, rdflib.term.Node] = {}

    def convert(term: object) -> rdflib.term.Node:
        if term not in known:
            known[term] = _to_rdflib(term)
        return known[term]

    for each in statements:
        graph.add((convert(each.subject), convert(each.predicate), convert(each.object)))
    return graph


def _to_rdflib(term: object) -> rdflib.term.Node:
    import rdflib

    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, BlankNode):
        return rdflib.BNode(term.value)
    if not isinstance(term, Literal):
        raise TypeError(f"{term} is neither an IRI, a blank node nor a literal")
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    datatype = term.datatype.value
    if datatype == "http://www.w3.org/2001/XMLSchema#string":
        return rdflib.Literal(term.value)
    return rdflib.Literal(term.value, datatype=rdflib.URIRef(datatype), normalize=False)


def from_rdflib(term: rdflib.term.Node) -> NamedNode | BlankNode | Literal:
    """Return a term of rdflib as pyoxigraph's.

    Raises:
        TypeError: if it is neither an IRI, a blank node nor a literal.
    """
    import rdflib

    if isinstance(term, rdflib.URIRef):
        return NamedNode(str(term))
    if isinstance(term, rdflib.BNode):
        return BlankNode(str(term))
    if isinstance(term, rdflib.Literal):
        if term.language:
            return Literal(str(term), language=term.language)
        return Literal(str(term), datatype=NamedNode(str(term.datatype)) if term.datatype else None)
    raise TypeError(f"{term!r} is neither an IRI, a blank node nor a literal")
