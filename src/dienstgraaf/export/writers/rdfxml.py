"""Writes triples as RDF/XML 1.1, as they come; what XML cannot hold becomes the picture of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import chain, groupby
from typing import BinaryIO, Final

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from dienstgraaf.export.errors import ExportError
from dienstgraaf.export.model import Batch, Options
from dienstgraaf.export.writers.xmltext import attribute, content
from dienstgraaf.inventory.namespaces import PREFIXES

__all__ = ["write_rdfxml"]

_STRING: Final = f"{PREFIXES['xsd']}string"
_LOCAL: Final = re.compile(r"[A-Za-z_][\w.-]*$")


def write_rdfxml(batches: Iterable[Batch], output: BinaryIO, options: Options) -> None:
    """Write `batches` as RDF/XML.

    Raises:
        ExportError: if a property has an IRI that XML cannot name.
    """
    prefixes = {"rdf": PREFIXES["rdf"], **options.prefixes}
    declared = "".join(f"\n  xmlns:{name}={attribute(iri)}" for name, iri in sorted(prefixes.items()))
    output.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{declared}>\n'.encode())
    names = _Names({iri: name for name, iri in prefixes.items()})
    triples = chain.from_iterable(batch.triples for batch in batches)
    for subject, group in groupby(triples, key=lambda triple: triple.subject):
        lines = [f"  <rdf:Description {_about(subject)}>"]
        lines += [_line(triple, *names.of(triple.predicate.value)) for triple in group]
        output.write("\n".join([*lines, "  </rdf:Description>\n"]).encode())
    output.write(b"</rdf:RDF>\n")


class _Names:
    """The qualified names of properties, each with the declaration that it needs."""

    def __init__(self, by_namespace: Mapping[str, str]) -> None:
        self._prefixes = by_namespace
        self._known: dict[str, tuple[str, str]] = {}

    def of(self, iri: str) -> tuple[str, str]:
        if iri not in self._known:
            found = _LOCAL.search(re.split("[/#:]", iri)[-1])
            if found is None:
                raise ExportError("export-not-xml", iri=iri)
            namespace = iri[: len(iri) - len(found[0])]
            prefix = self._prefixes.get(namespace)
            declared = "" if prefix else f" xmlns:ns={attribute(namespace)}"
            self._known[iri] = (f"{prefix or 'ns'}:{found[0]}", declared)
        return self._known[iri]


def _about(subject: object) -> str:
    if isinstance(subject, BlankNode):
        return f"rdf:nodeID={attribute(subject.value)}"
    return f"rdf:about={attribute(subject.value if isinstance(subject, NamedNode) else str(subject))}"


def _line(triple: Triple, name: str, declared: str) -> str:
    term = triple.object
    if isinstance(term, NamedNode):
        return f"    <{name}{declared} rdf:resource={attribute(term.value)}/>"
    if isinstance(term, BlankNode):
        return f"    <{name}{declared} rdf:nodeID={attribute(term.value)}/>"
    if not isinstance(term, Literal):
        raise ExportError("export-not-xml", iri=str(term))
    kind = ""
    if term.language:
        kind = f" xml:lang={attribute(term.language)}"
    elif term.datatype.value != _STRING:
        kind = f" rdf:datatype={attribute(term.datatype.value)}"
    return f"    <{name}{declared}{kind}>{content(term.value)}</{name}>"
