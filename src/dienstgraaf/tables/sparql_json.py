"""Writes solutions in the SPARQL 1.1 Query Results JSON Format."""

from __future__ import annotations

from typing import Any

from pyoxigraph import BlankNode, NamedNode

from dienstgraaf.engine import Solutions, Term

__all__ = ["boolean_document", "solutions_document", "term_object"]

_PLAIN = ("http://www.w3.org/2001/XMLSchema#string", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString")


def solutions_document(solutions: Solutions) -> dict[str, Any]:
    """Return `solutions` as a JSON document; an unbound cell has no key."""
    bindings = [
        {name: term_object(cell) for name, cell in zip(solutions.variables, row, strict=True) if cell is not None}
        for row in solutions.rows
    ]
    return {"head": {"vars": list(solutions.variables)}, "results": {"bindings": bindings}}


def boolean_document(value: bool) -> dict[str, Any]:
    """Return the answer to an ASK query as a JSON document."""
    return {"head": {}, "boolean": value}


def term_object(term: Term) -> dict[str, str]:
    """Return `term` as an RDF term object (section 3.2.2 of the format)."""
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    found = {"type": "literal", "value": term.value}
    if term.language:
        return {**found, "xml:lang": term.language}
    return found if term.datatype.value in _PLAIN else {**found, "datatype": term.datatype.value}
