"""OWL 2 RL by `reasonable`: terms go in and come out as IRIs, so that nothing happens to literals and blank nodes."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from dienstgraaf.inventory.namespaces import BASE

__all__ = ["OwlReasoner"]

_Term = NamedNode | BlankNode | Literal | Triple
_STAND_IN = f"{BASE}.well-known/stand-in/"
_LEFT_TO_RULES = NamedNode("http://www.w3.org/2002/07/owl#InverseFunctionalProperty")
"""`reasonable` 0.4.4 takes all subjects of such a property to be one; the rule inverse-functional.rq does it right."""


class OwlReasoner:
    """Reasons over triples that may be added to."""

    def __init__(self) -> None:
        """Start without triples."""
        from reasonable import PyReasoner

        self._reasoner = PyReasoner()
        self._names: dict[_Term, str] = {}
        self._terms: dict[str, _Term] = {}
        self._seen: set[tuple[str, str, str]] = set()

    def add(self, triples: Iterable[Triple]) -> None:
        """Add `triples` to what is reasoned over."""
        name = self._name
        rows = [
            (name(each.subject), name(each.predicate), name(each.object))
            for each in triples
            if each.object != _LEFT_TO_RULES
        ]
        self._seen.update(rows)
        self._reasoner.from_graph(rows)

    def conclusions(self) -> list[Triple]:
        """Return what follows from the triples added and was not returned before (a literal is no subject)."""
        seen, term = self._seen, self._term
        found = []
        for row in self._reasoner.reason():
            subject, predicate, value = row = (str(row[0]), str(row[1]), str(row[2]))  # rdflib terms hash slowly
            if row in seen:
                continue
            seen.add(row)
            start, relation = term(subject), term(predicate)
            if isinstance(start, NamedNode | BlankNode) and isinstance(relation, NamedNode):
                found.append(Triple(start, relation, term(value)))
        return found

    def _name(self, term: _Term) -> str:
        name = self._names.get(term)
        if name is None:
            name = term.value if isinstance(term, NamedNode) else f"{_STAND_IN}{len(self._names)}"
            self._names[term] = name
            self._terms[name] = term
        return name

    def _term(self, name: str) -> _Term:
        term = self._terms.get(name)
        if term is None:
            term = self._terms[name] = NamedNode(name)
        return term
