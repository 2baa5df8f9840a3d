"""Finds terms of the project that nothing defines and instances that nothing describes, and suggests what was meant."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from functools import cached_property
from typing import Final

from pyoxigraph import BlankNode, NamedNode

from dienstgraaf._sparql import in_batches, prepared
from dienstgraaf.errors import nearest
from dienstgraaf.inventory.namespaces import BASE, PREFIXES, shorten
from dienstgraaf.messages import LANGUAGES, text
from dienstgraaf.shacl import Engine
from dienstgraaf.validation.report import Finding

__all__ = ["DANGLING", "UNDEFINED", "check_vocabulary"]

UNDEFINED: Final = f"{BASE}rule/term-undefined"
"""The rule that every term of the project's ontology and concept schemes is defined there."""

DANGLING: Final = f"{BASE}rule/reference-dangling"
"""The rule that every instance that is referred to is described."""

_RDF, _RDFS, _OWL = PREFIXES["rdf"], PREFIXES["rdfs"], PREFIXES["owl"]
_CLASSES: Final = frozenset((f"{_OWL}Class", f"{_RDFS}Class"))
_PROPERTIES: Final = frozenset(
    (f"{_RDF}Property", *(f"{_OWL}{kind}Property" for kind in ("Object", "Datatype", "Annotation")))
)
_ASKS_A_CLASS: Final = frozenset((f"{_RDF}type", *(f"{_RDFS}{name}" for name in ("subClassOf", "domain", "range"))))
_ASKS_A_PROPERTY: Final = frozenset((f"{_RDFS}subPropertyOf", f"{_OWL}inverseOf"))


def check_vocabulary(engine: Engine, graphs: Collection[str] | None = None) -> Iterator[Finding]:
    """Yield what is wrong in all that `engine` holds, or in `graphs` of it alone."""
    names = _Names(engine)
    unknown = [row[0] for row in engine.select(prepared("unknown_names")).rows]
    for query in in_batches("uses_of", "term", [term for term in unknown if isinstance(term, NamedNode)]):
        for graph, focus, path, term in engine.select(query).rows:
            if isinstance(graph, NamedNode) and (graphs is None or graph.value in graphs):
                finding = _finding(focus, path, term, names)
                if finding is not None:
                    yield replace(finding, graph=graph.value)


def _finding(focus: object, path: object, term: object, names: _Names) -> Finding | None:
    if (
        not isinstance(focus, NamedNode | BlankNode)
        or not isinstance(path, NamedNode)
        or not isinstance(term, NamedNode)
    ):
        return None
    is_instance = term.value.startswith(f"{BASE}id/")
    if is_instance and path == term:
        return None
    key, rule = ("reference-dangling", DANGLING) if is_instance else ("term-undefined", UNDEFINED)
    messages = _Messages(key, term.value, path.value, names)
    return Finding(focus=focus, path=path.value, value=term, severity="violation", messages=messages, rule=rule)


class _Messages(Mapping[str, str]):
    """What is said of an unknown term, by language; what may have been meant is looked for when it is read."""

    def __init__(self, key: str, term: str, path: str | None, names: _Names) -> None:
        self._key = key
        self._term = term
        self._path = path
        self._names = names

    @cached_property
    def _close(self) -> list[str]:
        return self._names.nearest(self._term, self._path)

    def __getitem__(self, lang: str) -> str:
        if lang not in LANGUAGES:
            raise KeyError(lang)
        return _message(self._key, self._term, self._close, lang)

    def __iter__(self) -> Iterator[str]:
        return iter(LANGUAGES)

    def __len__(self) -> int:
        return len(LANGUAGES)


class _Names:
    """The defined names by namespace, fetched when first needed."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @cached_property
    def _by_namespace(self) -> dict[str, dict[str, set[str]]]:
        """For each namespace its local names, with the kinds of thing that each denotes."""
        found: dict[str, dict[str, set[str]]] = {}
        for term, kind in self._engine.select(prepared("own_terms")).rows:
            if isinstance(term, NamedNode) and isinstance(kind, NamedNode):
                namespace, local = _split(term.value)
                found.setdefault(namespace, {}).setdefault(local, set()).add(kind.value)
        return found

    def nearest(self, iri: str, path: str | None) -> list[str]:
        """Return the name nearest to `iri`, if any, found where the property `path` is used or is `iri` itself.

        A name of the kind that its place asks for goes before others, and of these one that is near as it is written.
        """
        namespace, local = _split(iri)
        names = self._by_namespace.get(namespace, {})
        asked = _PROPERTIES if path == iri or path in _ASKS_A_PROPERTY else _CLASSES if path in _ASKS_A_CLASS else None
        for pool in ([name for name, kinds in names.items() if asked and kinds & asked], list(names)):
            close = get_close_matches(local, sorted(pool), 1) or nearest(local, pool, 1)
            if close:
                return [shorten(namespace + close[0])]
        return []


def _split(iri: str) -> tuple[str, str]:
    head = re.match(r".*[/#]", iri)
    return (head.group(), iri[head.end() :]) if head else ("", iri)


def _message(key: str, iri: str, close: list[str], lang: str) -> str:
    hint = text("did-you-mean", lang, suggestions=", ".join(close)) if close else text("no-suggestion", lang)
    return text(key, lang, term=shorten(iri), hint=hint)
