"""Holds what an export makes against the catalogue's vocabulary: its terms exist, and their domains and ranges hold.

RDF Schema, OWL and schema.org each say in their own way what a property joins; all three are read. This is a check of a
closed world: who is not of a class by what the export itself says, is not of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store, Triple

from dienstgraaf.export.checking import Finding
from dienstgraaf.export.errors import ExportError
from dienstgraaf.inventory.namespaces import PREFIXES, shorten
from dienstgraaf.messages import LANGUAGES, text

__all__ = ["Vocabulary", "check_vocabulary", "read_vocabulary"]

_Term = NamedNode | BlankNode | Literal | Triple

_OWL: Final = "http://www.w3.org/2002/07/owl#"
_RDF: Final = PREFIXES["rdf"]
_RDFS: Final = PREFIXES["rdfs"]
_SCHEMA: Final = "https://schema.org/"
_XSD: Final = PREFIXES["xsd"]

_TYPE: Final = NamedNode(f"{_RDF}type")
_NIL: Final = NamedNode(f"{_RDF}nil")
_CLASS: Final = frozenset({f"{_RDFS}Class", f"{_OWL}Class"})
_PROPERTY: Final = frozenset({f"{_RDF}Property", *(f"{_OWL}{name}Property" for name in ("Object", "Datatype"))})
_DATATYPES: Final = {
    f"{_RDF}langString": "Text",
    **{
        f"{_XSD}{name}": counterpart
        for name, counterpart in {
            "string": "Text",
            "anyURI": "URL",
            "boolean": "Boolean",
            "date": "Date",
            "dateTime": "DateTime",
            "decimal": "Number",
            "double": "Number",
            "integer": "Integer",
            "time": "Time",
        }.items()
    },
}
"""The class of schema.org for the values of a datatype."""


@dataclass(frozen=True)
class Vocabulary:
    """The classes and properties of a vocabulary.

    `domains` and `ranges` have for a property the sets of classes of which a subject, or a value, must have one each.
    `above` has for a class all classes above it.
    """

    classes: Collection[str]
    properties: Collection[str]
    domains: Mapping[str, Sequence[frozenset[str]]]
    ranges: Mapping[str, Sequence[frozenset[str]]]
    above: Mapping[str, frozenset[str]]

    def with_above(self, kinds: Collection[str]) -> set[str]:
        """Return `kinds` and all classes above them."""
        return set(kinds).union(*(self.above.get(each, ()) for each in kinds))


def read_vocabulary(files: Sequence[Path]) -> Vocabulary:
    """Return the vocabulary that the Turtle `files` make up.

    Raises:
        ExportError: if one cannot be read.
    """
    store = Store()
    for path in files:
        try:
            store.load(path.read_bytes(), format=RdfFormat.TURTLE, base_iri=path.resolve().as_uri())
        except OSError as error:
            raise ExportError("file-unreadable", name=path, reason=error.strerror or str(error)) from None
        except SyntaxError as error:
            raise ExportError("file-unreadable", name=path, reason=str(error)) from None
    kinds: dict[str, set[str]] = {}
    for quad in store.quads_for_pattern(None, _TYPE, None):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            kinds.setdefault(quad.subject.value, set()).add(quad.object.value)
    return Vocabulary(
        classes={term for term, types in kinds.items() if types & _CLASS},
        properties={term for term, types in kinds.items() if types & _PROPERTY},
        domains=_ends(store, "domain"),
        ranges=_ends(store, "range"),
        above=_above(store),
    )


def _ends(store: Store, end: str) -> dict[str, list[frozenset[str]]]:
    """Return what is at the `end` ("domain" or "range") of each property: sets of classes, of each of which one."""
    found: dict[str, list[frozenset[str]]] = {}
    for quad in store.quads_for_pattern(None, NamedNode(f"{_RDFS}{end}"), None):
        wanted = frozenset(_named(store, quad.object))
        if isinstance(quad.subject, NamedNode) and wanted:
            found.setdefault(quad.subject.value, []).append(wanted)
    included: dict[str, set[str]] = {}
    for quad in store.quads_for_pattern(None, NamedNode(f"{_SCHEMA}{end}Includes"), None):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            included.setdefault(quad.subject.value, set()).add(quad.object.value)
    for term, wanted_one in included.items():
        found.setdefault(term, []).append(frozenset(wanted_one))
    return found


def _named(store: Store, term: _Term) -> Iterator[str]:
    """Yield the class `term`, or the classes that it is the union of; nothing of any other class without a name."""
    if isinstance(term, NamedNode):
        yield term.value
    elif isinstance(term, BlankNode):
        for union in store.quads_for_pattern(term, NamedNode(f"{_OWL}unionOf"), None):
            place = union.object
            while isinstance(place, BlankNode):
                for each in store.quads_for_pattern(place, NamedNode(f"{_RDF}first"), None):
                    yield from _named(store, each.object)
                place = next((e.object for e in store.quads_for_pattern(place, NamedNode(f"{_RDF}rest"), None)), _NIL)


def _above(store: Store) -> dict[str, frozenset[str]]:
    """Return all classes above each class; two that are equivalent are above each other."""
    direct: dict[str, set[str]] = {}
    for name, both in ((f"{_RDFS}subClassOf", False), (f"{_OWL}equivalentClass", True)):
        for quad in store.quads_for_pattern(None, NamedNode(name), None):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
                direct.setdefault(quad.subject.value, set()).add(quad.object.value)
                if both:
                    direct.setdefault(quad.object.value, set()).add(quad.subject.value)
    found: dict[str, frozenset[str]] = {}
    for name in direct:
        above: set[str] = set()
        waiting = [name]
        while waiting:
            new = direct.get(waiting.pop(), set()) - above
            above |= new
            waiting += new
        found[name] = frozenset(above)
    return found


def check_vocabulary(data: Store, vocabulary: Vocabulary, name: str, namespaces: Sequence[str]) -> list[Finding]:
    """Return what is wrong in `data` by `vocabulary`, called `name`, sorted; only terms in `namespaces` are its own."""
    check = _Check(data, vocabulary, name)
    found: set[tuple[str, str, str, str]] = set()
    findings: list[Finding] = []
    for quad in data:
        term = quad.object if quad.predicate == _TYPE else quad.predicate
        if isinstance(term, NamedNode) and term.value.startswith(tuple(namespaces)):
            for each in check.findings(quad):
                key = (each.focus, each.path, each.value, each.component)
                if key not in found:
                    found.add(key)
                    findings.append(each)
    return sorted(findings, key=lambda each: (each.focus, each.path, each.value, each.component))


class _Check:
    """Finds what is wrong with a statement."""

    def __init__(self, data: Store, vocabulary: Vocabulary, name: str) -> None:
        self._data = data
        self._vocabulary = vocabulary
        self._name = name
        self._kinds: dict[_Term, set[str]] = {}

    def findings(self, quad: Quad) -> Iterator[Finding]:
        term = quad.predicate.value
        value = str(quad.object)
        if quad.predicate == _TYPE:
            if isinstance(quad.object, NamedNode) and quad.object.value not in self._vocabulary.classes:
                yield self._finding(quad, value, "isDefinedBy", "vocabulary-no-class")
        elif term not in self._vocabulary.properties:
            yield self._finding(quad, value, "isDefinedBy", "vocabulary-no-property")
        else:
            kinds = self._kinds_of(quad.subject)
            for wanted in self._vocabulary.domains.get(term, ()):
                if not wanted & kinds:
                    yield self._finding(quad, "", "domain", "vocabulary-domain", wanted)
            kinds = self._kinds_of(quad.object)
            for wanted in self._vocabulary.ranges.get(term, ()):
                if not wanted & kinds:
                    yield self._finding(quad, value, "range", "vocabulary-range", wanted)

    def _kinds_of(self, term: _Term) -> set[str]:
        """Return the classes or datatypes that `term` is of by what the export says."""
        if isinstance(term, Literal):
            datatype = term.datatype.value
            counterpart = _DATATYPES.get(datatype)
            above = self._vocabulary.with_above([f"{_SCHEMA}{counterpart}"] if counterpart else [])
            return {datatype, f"{_RDFS}Literal", f"{_RDFS}Resource", *above}
        if term not in self._kinds:
            said = self._data.quads_for_pattern(term, _TYPE, None) if not isinstance(term, Triple) else ()
            classes = [each.object.value for each in said if isinstance(each.object, NamedNode)]
            anything = {f"{_RDFS}Resource", f"{_OWL}Thing"}
            address = {f"{_SCHEMA}URL"} if isinstance(term, NamedNode) else set()
            self._kinds[term] = self._vocabulary.with_above(classes) | anything | address
        return self._kinds[term]

    def _finding(self, quad: Quad, value: str, component: str, key: str, wanted: Collection[str] = ()) -> Finding:
        words = " | ".join(sorted(map(shorten, wanted)))
        return Finding(
            source=self._name,
            severity="violation",
            focus=str(quad.subject),
            path=quad.predicate.value,
            value=value,
            component=f"{_RDFS}{component}",
            messages={lang: text(key, lang, wanted=words) for lang in LANGUAGES},
        )
