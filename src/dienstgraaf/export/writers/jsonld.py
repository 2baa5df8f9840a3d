"""Writes triples as compact JSON-LD 1.1, node after node, with the profile's own context inside: nothing is fetched."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, groupby
from pathlib import Path
from typing import Any, BinaryIO, Final

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from dienstgraaf.export.errors import MappingError
from dienstgraaf.export.model import Batch, Options
from dienstgraaf.inventory.namespaces import PREFIXES

__all__ = ["context_of", "write_jsonld"]

_TYPE: Final = f"{PREFIXES['rdf']}type"
_XSD: Final = PREFIXES["xsd"]

Context = Mapping[str, Any]
"""Term → definition, as in a JSON-LD context."""


def context_of(options: Options) -> dict[str, Any]:
    """Return the context of the profile: that of its `context.jsonld`, with the prefixes of its description."""
    own: dict[str, Any] = {}
    if options.profile.context is not None:
        own = _read_context(options.profile.context)
    return {**options.prefixes, **own}


def _read_context(path: Path) -> dict[str, Any]:
    try:
        own = json.loads(path.read_bytes())
    except json.JSONDecodeError as error:
        raise MappingError(path, error.lineno, f"is not JSON: {error.msg} (column {error.colno})") from None
    except (OSError, UnicodeDecodeError) as error:
        raise MappingError(path, 1, f"cannot be read: {error}") from None
    if not isinstance(own, dict) or not isinstance(own.get("@context"), dict):
        raise MappingError(path, 1, 'holds no context: write {"@context": {…}}')
    found: dict[str, Any] = own["@context"]
    return found


def write_jsonld(batches: Iterable[Batch], output: BinaryIO, options: Options) -> None:
    """Write `batches` as one JSON-LD document: `@context`, and `@graph` with a node for each subject."""
    context = context_of(options)
    compact = _Compact(context)
    output.write(b'{"@context": ' + _json(context) + b',\n"@graph": [')
    triples = chain.from_iterable(batch.triples for batch in batches)
    separator = b"\n"
    for subject, group in groupby(triples, key=lambda triple: triple.subject):
        output.write(separator + _json(compact.node(subject, group)))
        separator = b",\n"
    output.write(b"\n]}\n")


def _json(value: object) -> bytes:
    """Return `value` as JSON that is harmless inside a page: no `<`, `>` or `&` stands in it."""
    text = json.dumps(value, ensure_ascii=False)
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text.encode("utf-8", "surrogatepass")


class _Compact:
    """Shortens terms by a context: prefixes, and terms with `@id`, perhaps `@type` or a language container."""

    def __init__(self, context: Context) -> None:
        self._prefixes = sorted(
            ((iri, name) for name, iri in context.items() if isinstance(iri, str) and iri[-1:] in "#/"),
            key=lambda pair: -len(pair[0]),
        )
        self._terms: dict[str, tuple[str, Mapping[str, Any]]] = {}
        prefixes = {name: iri for iri, name in self._prefixes}
        for name, meant in context.items():
            definition = meant if isinstance(meant, dict) else {"@id": meant}
            if name not in prefixes and isinstance(definition.get("@id"), str):
                self._terms[_expanded(definition["@id"], prefixes)] = (name, definition)
        self._known: dict[str, str] = {}

    def node(self, subject: object, triples: Iterable[Triple]) -> dict[str, Any]:
        """Return the node object of `subject`."""
        node: dict[str, Any] = {"@id": self._id(subject)}
        for predicate, group in groupby(triples, key=lambda triple: triple.predicate.value):
            objects = [triple.object for triple in group]
            if predicate == _TYPE:
                node["@type"] = _one([self._name(each.value) for each in objects if isinstance(each, NamedNode)])
            else:
                node.update(self._values(predicate, objects))
        return node

    def _values(self, predicate: str, objects: list[Any]) -> Iterator[tuple[str, Any]]:
        name, definition = self._terms.get(predicate, ("", {}))
        if not name:
            yield self._curie(predicate), _one([self._value(each, None) for each in objects])
            return
        by_language = definition.get("@container") == "@language"
        tagged = [each for each in objects if by_language and isinstance(each, Literal) and each.language]
        if tagged:
            languages = sorted({str(each.language) for each in tagged})
            texts = {lang: _one([each.value for each in tagged if each.language == lang]) for lang in languages}
            yield name, texts
        kind = definition.get("@type")
        fitting = [each for each in objects if each not in tagged and not by_language and self._fits(each, kind)]
        if fitting:
            yield name, _one([self._value(each, kind) for each in fitting])
        rest = [each for each in objects if each not in tagged and each not in fitting]
        if rest:
            yield self._curie(predicate), _one([self._value(each, None) for each in rest])

    def _fits(self, term: object, kind: str | None) -> bool:
        if kind == "@id":
            return isinstance(term, NamedNode)
        return kind is None or (isinstance(term, Literal) and self._curie(term.datatype.value) == kind)

    def _value(self, term: object, kind: str | None) -> Any:
        if not isinstance(term, Literal):
            return self._id(term) if kind == "@id" else {"@id": self._id(term)}
        if term.language:
            return {"@language": term.language, "@value": term.value}
        datatype = term.datatype.value
        if kind is not None or datatype == f"{_XSD}string":
            return term.value
        if datatype == f"{_XSD}boolean" and term.value in ("true", "false"):
            return term.value == "true"
        return {"@type": self._name(datatype), "@value": term.value}

    def _id(self, term: object) -> str:
        if isinstance(term, BlankNode):
            return str(term)
        return self._curie(term.value) if isinstance(term, NamedNode) else ""

    def _name(self, iri: str) -> str:
        """Return a class or datatype: these may be terms, as properties may."""
        name, definition = self._terms.get(iri, ("", {}))
        return name if name and set(definition) == {"@id"} else self._curie(iri)

    def _curie(self, iri: str) -> str:
        if iri not in self._known:
            self._known[iri] = next(
                (
                    f"{name}:{iri[len(namespace) :]}"
                    for namespace, name in self._prefixes
                    if iri.startswith(namespace) and not iri[len(namespace) :].startswith("//")
                ),
                iri,
            )
        return self._known[iri]


def _expanded(name: str, prefixes: Mapping[str, str]) -> str:
    prefix, colon, local = name.partition(":")
    return prefixes[prefix] + local if colon and prefix in prefixes else name


def _one(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values
