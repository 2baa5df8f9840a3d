"""What the ontology's Turtle files say of classes, properties and concept schemes, as plain values (OWL 2, SKOS)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Triple

from dienstgraaf.inventory.layout import Layout
from dienstgraaf.inventory.namespaces import BASE, DG, shorten
from dienstgraaf.inventory.sources import read_quads, source_files

__all__ = ["Concept", "Match", "Scheme", "Term", "Vocabulary", "read_vocabulary"]

Texts = Mapping[str, str]
"""One text for each language."""

_PROPERTIES = ("owl:ObjectProperty", "owl:DatatypeProperty", "owl:AnnotationProperty")
_MATCHES = ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch")


@dataclass(frozen=True)
class Term:
    """A class or a property of the ontology; other terms are given by prefixed name, such as `dg:Fact`."""

    name: str
    kind: str
    label: Texts
    definition: Texts
    inverse_label: Texts
    parents: tuple[str, ...]
    domain: tuple[str, ...]
    range: tuple[str, ...]
    inverse_of: tuple[str, ...]
    is_functional: bool

    @property
    def local_name(self) -> str:
        """The name without its prefix."""
        return self.name.partition(":")[2]


@dataclass(frozen=True)
class Concept:
    """A concept of a scheme; `broader` are slugs, `rank` is None where the scheme is not ordered."""

    slug: str
    label: Texts
    definition: Texts
    broader: tuple[str, ...]
    rank: int | None


@dataclass(frozen=True)
class Scheme:
    """A concept scheme and its concepts, in the order of the file."""

    slug: str
    label: Texts
    definition: Texts
    concepts: tuple[Concept, ...]


@dataclass(frozen=True)
class Match:
    """How a term or concept of this project relates to one of another vocabulary."""

    own: str
    relation: str
    other: str


@dataclass(frozen=True)
class Vocabulary:
    """The terms of the ontology by prefixed name and in the order of the file, the schemes, and the alignments."""

    classes: Mapping[str, Term]
    properties: Mapping[str, Term]
    schemes: tuple[Scheme, ...]
    matches: tuple[Match, ...]

    def ancestors(self, name: str) -> set[str]:
        """Return `name` and everything above it, of the ontology's own terms."""
        term = self.classes.get(name) or self.properties.get(name)
        above = [self.ancestors(parent) for parent in term.parents] if term else []
        return {name}.union(*above)

    def is_concept_class(self, name: str) -> bool:
        """Return whether the members of the class `name` are concepts of a scheme."""
        return name in self.classes and "skos:Concept" in self.classes[name].parents


class _Statements:
    """The statements of some files, looked up by subject and property."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self._objects: dict[str, dict[str, list[NamedNode | Literal]]] = defaultdict(lambda: defaultdict(list))
        for triple in triples:
            if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode | Literal):
                self._objects[triple.subject.value][shorten(triple.predicate.value)].append(triple.object)

    def subjects(self, *kinds: str) -> Iterator[str]:
        """Yield the subjects of one of the types `kinds`, in the order of the files."""
        for subject in self._objects:
            if set(kinds) & set(self.names(subject, "rdf:type")):
                yield subject

    def names(self, subject: str, predicate: str) -> tuple[str, ...]:
        """Return the prefixed names that stand after `predicate`."""
        found = self._objects[subject][predicate]
        return tuple(shorten(term.value) for term in found if isinstance(term, NamedNode))

    def texts(self, subject: str, predicate: str) -> Texts:
        """Return the texts after `predicate` by language."""
        found = self._objects[subject][predicate]
        return {term.language: term.value for term in found if isinstance(term, Literal) and term.language}

    def number(self, subject: str, predicate: str) -> int | None:
        """Return the whole number after `predicate`, None if there is none."""
        found = [term.value for term in self._objects[subject][predicate] if isinstance(term, Literal)]
        return int(found[0]) if found else None


def read_vocabulary(layout: Layout) -> Vocabulary:
    """Return what the ontology files of `layout` say.

    Raises:
        TurtleSyntaxError: if a file is not Turtle.
    """
    # The ontology itself first: its order of terms is the one for readers.
    files = sorted(source_files([layout], parts=("ontology",)), key=lambda file: file.path.stem != "dienstgraaf")
    found = _Statements(quad.triple for file in files for quad in read_quads(file))
    own = [subject for subject in found.subjects("owl:Class") if subject.startswith(DG)]
    properties = [subject for subject in found.subjects(*_PROPERTIES) if subject.startswith(DG)]
    return Vocabulary(
        classes={term.name: term for term in (_term(found, subject) for subject in own)},
        properties={term.name: term for term in (_term(found, subject) for subject in properties)},
        schemes=tuple(_schemes(found)),
        matches=tuple(_matches(found)),
    )


def _term(found: _Statements, subject: str) -> Term:
    types = found.names(subject, "rdf:type")
    parents = found.names(subject, "rdfs:subClassOf") + found.names(subject, "rdfs:subPropertyOf")
    return Term(
        name=shorten(subject),
        kind=next(kind.removeprefix("owl:") for kind in ("owl:Class", *_PROPERTIES) if kind in types),
        label=found.texts(subject, "rdfs:label"),
        definition=found.texts(subject, "skos:definition"),
        inverse_label=found.texts(subject, "dg:inverseLabel"),
        parents=parents,
        domain=found.names(subject, "rdfs:domain"),
        range=found.names(subject, "rdfs:range"),
        inverse_of=found.names(subject, "owl:inverseOf"),
        is_functional="owl:FunctionalProperty" in types,
    )


def _schemes(found: _Statements) -> Iterator[Scheme]:
    members: dict[str, list[Concept]] = defaultdict(list)
    for subject in found.subjects("skos:Concept"):
        (scheme,) = found.names(subject, "skos:inScheme")
        broader = tuple(map(_slug, found.names(subject, "skos:broader")))
        label, definition = found.texts(subject, "skos:prefLabel"), found.texts(subject, "skos:definition")
        members[scheme].append(Concept(_slug(subject), label, definition, broader, found.number(subject, "dg:rank")))
    for subject in sorted(found.subjects("skos:ConceptScheme")):
        label, definition = found.texts(subject, "skos:prefLabel"), found.texts(subject, "skos:definition")
        yield Scheme(_slug(subject), label, definition, tuple(members[shorten(subject)]))


def _slug(iri: str) -> str:
    """Return the last part of an IRI or prefixed name."""
    return iri.rstrip(">").replace(":", "/").rpartition("/")[2]


def _matches(found: _Statements) -> Iterator[Match]:
    terms = found.subjects("owl:Class", "owl:ObjectProperty", "owl:DatatypeProperty", "skos:Concept")
    for subject in [subject for subject in terms if subject.startswith(BASE)]:
        for relation in (*(f"skos:{match}" for match in _MATCHES), "rdfs:subClassOf", "rdfs:subPropertyOf"):
            for other in found.names(subject, relation):
                if not other.startswith(("dg:", "c-")) and other != "skos:Concept":
                    yield Match(shorten(subject), relation, other)
