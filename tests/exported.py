"""What tests of export profiles share: exports as triples, and a vocabulary's own words on its terms."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, RdfFormat, Store, Triple, parse

from dienstgraaf import Inventory
from dienstgraaf.export import Exported

RDF_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
PREFIXES = """
@prefix c-channel-type: <https://w3id.org/dienstgraaf/concept/channel-type/> .
@prefix c-entry-point-kind: <https://w3id.org/dienstgraaf/concept/entry-point-kind/> .
@prefix c-organisation-kind: <https://w3id.org/dienstgraaf/concept/organisation-kind/> .
@prefix c-status: <https://w3id.org/dienstgraaf/concept/status/> .
@prefix c-topic: <https://w3id.org/dienstgraaf/concept/topic/> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix dg: <https://w3id.org/dienstgraaf/def#> .
@prefix ex: <https://data.example.org/id/> .
@prefix i-archetype: <https://w3id.org/dienstgraaf/id/archetype/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
HOSTILE = "a \"b\" 'c'\\ </script><script>alert(1)</script> <!-- & ]]> \u2028\u200f =cmd()|x\n\ttail"
"""A label that would break out of wherever it is written without care."""

Export = tuple[set[Triple], Exported]


def export(inventory: Inventory, profile: str, **options: Any) -> Export:
    """The triples of an export, and what was found; no triples if nothing was written."""
    stream = io.BytesIO()
    done = inventory.export(profile, stream, format="ntriples", **options)
    return {quad.triple for quad in parse(stream.getvalue(), RdfFormat.N_TRIPLES)}, done


def with_data(folder: Path, text: str) -> Inventory:
    """The ontology with the instances of `text` only, and the prefixes above."""
    folder.mkdir(exist_ok=True)
    (folder / "own.ttl").write_text(PREFIXES + text, encoding="utf-8")
    return Inventory.load(folder, only_data=True, inferred=False)


def of_class(triples: Iterable[Triple], iri: str) -> set[str]:
    """The IRIs of all that has the class `iri`."""
    return {each.subject.value for each in triples if each.predicate == RDF_TYPE and each.object == NamedNode(iri)}


def values(triples: Iterable[Triple], subject: str, name: str) -> set[str]:
    """The values of the property `name` of `subject`, as text."""
    return {each.object.value for each in triples if each.subject.value == subject and each.predicate.value == name}


@dataclass
class Vocabulary:
    """The terms of one namespace, with the classes that their domains and ranges name, and all classes above each."""

    namespace: str
    terms: set[str]
    domains: dict[str, set[str]]
    ranges: dict[str, set[str]]
    above: dict[str, set[str]]

    def faults(self, triples: Iterable[Triple], others: Iterable[str] = ()) -> Iterator[str]:
        """Yield each term that does not exist, and each subject or value that is not of a class that it should have.

        Terms of other namespaces must be among `others`.
        """
        triples = list(triples)
        known = set(others)
        classes: dict[Any, set[str]] = {}
        for each in triples:
            if each.predicate == RDF_TYPE:
                classes.setdefault(each.subject, set()).update(self.classes_above(each.object.value))
        for each in triples:
            name = each.predicate.value
            used = [each.object.value] if each.predicate == RDF_TYPE else [name]
            for term in used:
                if term not in (self.terms if term.startswith(self.namespace) else known):
                    yield f"{term} does not exist"
            if not classes.get(each.subject, set()) & self.domains.get(name, classes.get(each.subject, {name})):
                yield f"{each.subject} has {name} but none of the classes {sorted(self.domains.get(name, ()))}"
            wanted = self.ranges.get(name)
            if wanted is not None and not self.kinds(each.object, classes) & wanted:
                yield f"{each.object} is a value of {name} but is none of {sorted(wanted)}"

    def classes_above(self, iri: str) -> set[str]:
        """The class itself and all above it."""
        return {iri} | self.above.get(iri, set())

    def kinds(self, term: Any, classes: dict[Any, set[str]]) -> set[str]:
        """The classes or datatypes of a value."""
        return {term.datatype.value} if isinstance(term, Literal) else classes.get(term, set())


def rows(store: Store, query: str) -> list[list[Any]]:
    """The rows of a query, each a list of terms."""
    found = store.query(query)
    assert isinstance(found, QuerySolutions)
    return [list(row) for row in found]


def load(path: Path) -> Store:
    """A store with the Turtle file at `path`."""
    store = Store()
    store.load(path=str(path), format=RdfFormat.TURTLE, base_iri=path.as_uri())
    return store


def grouped(pairs: Iterable[list[Any]]) -> dict[str, set[str]]:
    """Pairs of terms as a mapping from the first to all seconds."""
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        if not isinstance(other, BlankNode):
            found.setdefault(one.value, set()).add(other.value)
    return found
