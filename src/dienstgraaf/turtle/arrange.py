"""The canonical order of predicates and objects, for statements that hold no comment."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dienstgraaf.turtle.parser import XSD
from dienstgraaf.turtle.terms import TermWriter
from dienstgraaf.turtle.tree import (
    BlankLabel,
    BlankNodeList,
    Collection,
    Iri,
    Literal,
    PredicateObjects,
    Statement,
    Term,
)

__all__ = ["PredicateOrder", "arrange_statement"]

_DIGITS = re.compile("([0-9]+)")


class PredicateOrder:
    """Which predicates come first and last, and how the others and the objects are sorted."""

    def __init__(self, first: Sequence[str], last: Sequence[str], languages: Sequence[str], writer: TermWriter) -> None:
        """Take IRIs in full, and languages in lower case."""
        self.languages = {language: index - len(languages) for index, language in enumerate(("", *languages))}
        self.ranks = {iri: index - len(first) for index, iri in enumerate(first)}
        self.ranks |= {iri: index + 1 for index, iri in enumerate(last)}
        self.writer = writer

    def predicate_key(self, group: PredicateObjects) -> tuple[object, ...]:
        """Return what to sort predicates by."""
        written = self.writer.predicate(group.predicate)
        return (self.ranks.get(group.predicate.value, 0), _natural(written), written)

    def object_key(self, term: Term) -> tuple[object, ...]:
        """Return what to sort objects by: IRIs, blank nodes with labels, literals, then lists as they stand."""
        if isinstance(term, Iri):
            written = self.writer.iri(term)
            return (0, _natural(written), written)
        if isinstance(term, BlankLabel):
            return (1, _natural(term.value), term.value)
        if isinstance(term, Literal):
            language = term.language
            rank = self.languages.get(language.lower(), 1)
            return (2, rank, language.lower(), _natural(term.value), term.value, _datatype(term), language)
        return (3,)


def arrange_statement(statement: Statement, order: PredicateOrder) -> Statement:
    """Return a statement that holds no comment in canonical order."""
    subject = _arrange_term(statement.subject, order)
    return replace(statement, subject=subject, predicates=_arrange(statement.predicates, order))


def _arrange(predicates: list[PredicateObjects], order: PredicateOrder) -> list[PredicateObjects]:
    """Merge, sort and rid of repetition."""
    merged: dict[str, PredicateObjects] = {}
    for group in predicates:
        objects = [_arrange_term(term, order) for term in group.objects]
        known = merged.setdefault(group.predicate.value, replace(group, objects=[], commas=[], semicolons=[]))
        known.objects.extend(objects)
    for group in merged.values():
        if len(group.objects) > 1:
            group.objects = _sorted_objects(group.objects, order)
    return sorted(merged.values(), key=order.predicate_key)


def _sorted_objects(objects: list[Term], order: PredicateOrder) -> list[Term]:
    """Sort objects and drop exact duplicates; the order among lists is the author's."""
    found: dict[object, Term] = {}
    for term in objects:
        found.setdefault(_identity(term), term)
    return sorted(found.values(), key=order.object_key)


def _identity(term: Term) -> object:
    if isinstance(term, Iri):
        return ("iri", term.value)
    if isinstance(term, BlankLabel):
        return ("label", term.value)
    if isinstance(term, Literal):
        return ("literal", term.value, term.language, _datatype(term))
    return id(term)


def _datatype(literal: Literal) -> str:
    """The datatype's IRI; a plain string and one of xsd:string are the same."""
    iri = literal.datatype.value if literal.datatype else ""
    return "" if iri == XSD + "string" else iri


def _arrange_term(term: Term, order: PredicateOrder) -> Term:
    if isinstance(term, BlankNodeList):
        return replace(term, predicates=_arrange(term.predicates, order))
    if isinstance(term, Collection):
        return replace(term, items=[_arrange_term(item, order) for item in term.items])
    return term


def _natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """A sort key in which 9 comes before 10, and both before letters."""
    parts = _DIGITS.split(text)
    return tuple(
        (0, len(part.lstrip("0")), part.lstrip("0")) if index % 2 else (1, 0, part)
        for index, part in enumerate(parts)
        if part
    )
