"""What of a reasoner's conclusions is worth keeping: facts, and relations between named terms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from pyoxigraph import BlankNode, NamedNode, Triple

from dienstgraaf.inventory.namespaces import PREFIXES

__all__ = ["BUILT_IN", "class_expressions", "is_useful"]

BUILT_IN: Final = tuple(PREFIXES[prefix] for prefix in ("rdf", "rdfs", "owl", "xsd"))
"""The namespaces of the languages themselves; what is said about their terms holds always."""

_TYPE: Final = PREFIXES["rdf"] + "type"
_LANGUAGE_NODES: Final = (PREFIXES["owl"], PREFIXES["rdf"] + "first", PREFIXES["rdf"] + "rest")
_NEVER: Final = frozenset(
    [
        PREFIXES["rdfs"] + "domain",
        PREFIXES["rdfs"] + "range",
        PREFIXES["owl"] + "differentFrom",
        PREFIXES["owl"] + "disjointWith",
        PREFIXES["owl"] + "propertyDisjointWith",
    ]
)
"""Wider domains and ranges, and consequences of disjointness for each pair: many, and the axioms say it shorter."""


def class_expressions(triples: Iterable[Triple]) -> set[BlankNode]:
    """Return the blank nodes among `triples` that are class expressions, axioms or lists, not things."""
    return {
        each.subject
        for each in triples
        if isinstance(each.subject, BlankNode)
        and (
            each.predicate.value.startswith(_LANGUAGE_NODES)
            or (isinstance(each.object, NamedNode) and each.object.value.startswith(PREFIXES["owl"]))
        )
    }


def is_useful(triple: Triple, expressions: set[BlankNode]) -> bool:
    """Tell whether `triple`, a conclusion, is worth keeping.

    Not kept is what holds of everything or of the languages themselves (x is x, x is an owl:Thing, all about rdf:,
    rdfs:, owl: and xsd: terms), what has a literal as subject, and what is about the class `expressions`; nor wider
    domains and ranges, and pairs of what is different.
    """
    subject, predicate, value = triple.subject, triple.predicate, triple.object
    if not isinstance(subject, NamedNode | BlankNode) or subject == value:
        return False
    if subject in expressions or value in expressions:
        return False
    if predicate.value in _NEVER or (isinstance(subject, NamedNode) and subject.value.startswith(BUILT_IN)):
        return False
    is_about_language = predicate.value == _TYPE or predicate.value.startswith(BUILT_IN[1:3])
    return not (is_about_language and isinstance(value, NamedNode) and value.value.startswith(BUILT_IN[:3]))
