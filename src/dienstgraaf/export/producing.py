"""Runs the mappings of a profile over an engine, batch by batch: in the same order whatever the engine and the batch.

The roots of a part are sorted by IRI. Whatever a mapping makes is a root, or has an IRI that starts with a root's
followed by `/` or `#`; so it is known to which root each triple belongs, and batches cannot change the order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import Literal, NamedNode, Triple

from dienstgraaf._sparql.tokens import values_blocks
from dienstgraaf._sparql.values import Value, fill
from dienstgraaf.engine import Engine, QuerySyntaxError
from dienstgraaf.export.errors import MappingError
from dienstgraaf.export.model import Batch, Part, Profile, Wish
from dienstgraaf.export.values import Values, described, literal_in, put_values, read_values, values_path
from dienstgraaf.inventory.namespaces import DG, PREFIXES
from dienstgraaf.questions import Parameter, Text
from dienstgraaf.questions.resolving import resolve

__all__ = ["NAMED", "OF_ANY_KIND", "find_providers", "produce", "roots_of"]

_TYPE = f"{PREFIXES['rdf']}type"

NAMED = (NamedNode(f"{DG}Organisation"),)
"""The classes of providers whose services make up an export."""

OF_ANY_KIND = (*NAMED, NamedNode(f"{DG}Archetype"), NamedNode(f"{DG}Group"))
"""The same, where archetypes are asked for."""


def produce(engine: Engine, profile: Profile, wish: Wish) -> Iterator[Batch]:
    """Yield what the mappings of `profile` make of what `engine` holds, part by part; then the values that are used.

    Raises:
        MappingError: if a mapping is broken, or makes a resource that has nothing to do with its root.
    """
    files = sorted({name for part in profile.parts for name in (*part.maps.values(), *part.describes)})
    known = {name: read_values(values_path(profile.folder, name)) for name in files}
    meant = {theirs for values in known.values() for theirs in values.descriptions}
    used: set[NamedNode] = set()
    for part in profile.parts:
        for batch in _batches(engine, part, known, wish):
            used.update(each.object for each in batch if isinstance(each.object, NamedNode) and each.object in meant)
            yield Batch(part.name, batch)
    if used:
        yield Batch(None, _in_language(described(list(known.values()), used), wish.lang))


def roots_of(engine: Engine, part: Part, wish: Wish) -> list[NamedNode]:
    """Return the roots of `part`, sorted by IRI, each once.

    Raises:
        MappingError: if the query is broken.
    """
    names = {block.name for block in values_blocks(part.roots_query)}
    filled: dict[str, Sequence[Value]] = {}
    if "provider" in names:
        filled["provider"] = wish.providers
    if "providerKind" in names:
        filled["providerKind"] = OF_ANY_KIND if wish.archetypes else NAMED
    try:
        rows = engine.select(fill(part.roots_query, filled)).rows
    except QuerySyntaxError as error:
        raise MappingError(part.roots_path, error.line, f"column {error.column}: {error.message}") from None
    return sorted({row[0] for row in rows if row and isinstance(row[0], NamedNode)}, key=lambda root: root.value)


def find_providers(engine: Engine, names: Sequence[str], lang: str) -> tuple[Value, ...]:
    """Return the providers called `names`: by label, other name, abbreviation, short name or IRI.

    Raises:
        ParameterError: if one is unknown, or may be several; it suggests the nearest.
    """
    parameter = Parameter("provider", "provider", Text("aanbieder", "provider"))
    return tuple(resolve(engine, parameter, names, lang)) if names else ()


def _batches(engine: Engine, part: Part, known: dict[str, Values], wish: Wish) -> Iterator[list[Triple]]:
    query = part.query
    for name, file in part.maps.items():
        query = put_values(query, name, known[file])
    if wish.lang is not None and any(block.name == "lang" for block in values_blocks(query)):
        query = fill(query, {"lang": [Literal(wish.lang)]})
    if wish.providers and any(block.name == "provider" for block in values_blocks(query)):
        query = fill(query, {"provider": wish.providers})
    before, after = _around_roots(query, part.root)
    roots = roots_of(engine, part, wish)
    for start in range(0, len(roots), wish.batch):
        batch = roots[start : start + wish.batch]
        try:
            found = engine.construct(f"{before} {' '.join(map(str, batch))} {after}")
        except QuerySyntaxError as error:
            raise MappingError(part.path, error.line, f"column {error.column}: {error.message}") from None
        yield _in_order(_in_language(found, wish.lang), batch, part)


def _around_roots(query: str, root: str) -> tuple[str, str]:
    """Return what stands before and after the roots in `query`."""
    (block,) = (each for each in values_blocks(query) if each.name == root and each.depth == 1)
    return query[: block.start], query[block.end :]


def _in_language(triples: Iterable[Triple], lang: str | None) -> list[Triple]:
    if lang is None:
        return list(triples)
    return [each for each in triples if not literal_in(each.object, lang)]


def _in_order(triples: Iterable[Triple], roots: Sequence[NamedNode], part: Part) -> list[Triple]:
    """Return `triples` root by root, each once; those of a root by subject, property and value."""
    places = {root.value: place for place, root in enumerate(roots)}
    known: dict[str, int] = {}
    keyed = []
    for each in set(triples):
        subject = each.subject.value if isinstance(each.subject, NamedNode) else ""
        place = known.get(subject)
        if place is None:
            place = known[subject] = _place(subject, places, part)
        keyed.append(((place, subject, each.predicate.value != _TYPE, each.predicate.value, str(each.object)), each))
    keyed.sort(key=lambda pair: pair[0])
    return [each for _, each in keyed]


def _place(subject: str, places: dict[str, int], part: Part) -> int:
    """Return the place of the root from which `subject` is derived: itself, or the longest that `/` or `#` follows."""
    if subject in places:
        return places[subject]
    ends = [match.start() for match in re.finditer("[/#]", subject)]
    for end in reversed(ends):
        if subject[:end] in places:
            return places[subject[:end]]
    shown = f"<{subject}>" if subject else "a blank node"
    raise MappingError(part.path, 1, f"makes {shown}, which is no root; name it <root>/… or <root>#…")
