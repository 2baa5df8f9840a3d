"""Finds terms of the project that nothing defines and instances that nothing describes, and suggests what was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from pyoxigraph import NamedNode

from dienstgraaf._sparql import prepared
from dienstgraaf.engine import Engine
from dienstgraaf.errors import nearest
from dienstgraaf.inventory.namespaces import BASE, shorten
from dienstgraaf.messages import LANGUAGES, text
from dienstgraaf.validation.report import Finding

__all__ = ["DANGLING", "UNDEFINED", "check_vocabulary"]

UNDEFINED: Final = f"{BASE}rule/term-undefined"
"""The rule that every term of the project's ontology and concept schemes is defined there."""

DANGLING: Final = f"{BASE}rule/reference-dangling"
"""The rule that every instance that is referred to is described."""


def check_vocabulary(engine: Engine) -> Iterator[tuple[str, Finding]]:
    """Yield what is wrong in all that `engine` holds, each finding with the IRI of its named graph."""
    names = _Names(engine)
    for query, key, rule in (
        ("undefined_terms", "term-undefined", UNDEFINED),
        ("dangling_references", "reference-dangling", DANGLING),
    ):
        for graph, focus, path, term in engine.select(prepared(query)).rows:
            if isinstance(graph, NamedNode) and isinstance(term, NamedNode) and focus is not None:
                yield (
                    graph.value,
                    Finding(
                        focus=focus,
                        path=path.value if isinstance(path, NamedNode) else None,
                        value=term,
                        severity="violation",
                        messages={lang: _message(key, term.value, names, lang) for lang in LANGUAGES},
                        rule=rule,
                    ),
                )


class _Names:
    """The defined names by namespace, fetched when first needed."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @cached_property
    def _by_namespace(self) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for (term,) in self._engine.select(prepared("own_terms")).rows:
            if isinstance(term, NamedNode):
                namespace, local = _split(term.value)
                found.setdefault(namespace, {})[local] = term.value
        return found

    def nearest(self, iri: str) -> list[str]:
        namespace, local = _split(iri)
        names = self._by_namespace.get(namespace, {})
        return [shorten(names[name]) for name in nearest(local, names, 1)]


def _split(iri: str) -> tuple[str, str]:
    head = re.match(r".*[/#]", iri)
    return (head.group(), iri[head.end() :]) if head else ("", iri)


def _message(key: str, iri: str, names: _Names, lang: str) -> str:
    close = names.nearest(iri)
    hint = text("did-you-mean", lang, suggestions=", ".join(close)) if close else text("no-suggestion", lang)
    return text(key, lang, term=shorten(iri), hint=hint)
