"""Runs the mappings of a profile over an engine, batch by batch: in the same order whatever the engine and the batch.

The roots of a part are sorted by IRI. Whatever a mapping makes is a root, or has an IRI that starts with a root's
followed by `/` or `#`; so it is known to which root each triple belongs, and batches cannot change the order. Only a
class may be given to something elsewhere: that comes at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter

from pyoxigraph import Literal, NamedNode, Triple

from dienstgraaf._sparql.tokens import values_blocks
from dienstgraaf._sparql.values import Value, fill
from dienstgraaf.engine import Engine, QuerySyntaxError
from dienstgraaf.export.errors import MappingError
from dienstgraaf.export.model import Batch, Part, Profile, Wish
from dienstgraaf.export.values import Values, described, language_of, literal_in, put_values, read_values, values_path
from dienstgraaf.inventory.namespaces import DG, PREFIXES

__all__ = ["NAMED", "OF_ANY_KIND", "beginnings", "known_values", "produce", "roots_exported", "roots_of"]

_TYPE_TEXT = f"<{PREFIXES['rdf']}type>"

_FRONT = re.compile(r"\A(?:#.*\n)+")
_PLACE = NamedNode("urn:dienstgraaf:roots")

NAMED = (NamedNode(f"{DG}Organisation"),)
"""The classes of providers whose services make up an export."""

OF_ANY_KIND = (*NAMED, NamedNode(f"{DG}Archetype"), NamedNode(f"{DG}Group"))
"""The same, where archetypes are asked for."""


def produce(engine: Engine, profile: Profile, wish: Wish) -> Iterator[Batch]:
    """Yield what the mappings of `profile` make of what `engine` holds, part by part; then the values that are used.

    Parts that are referred to come last: round by round, as what they make may refer to others.

    Raises:
        MappingError: if a mapping is broken, or makes a resource that has nothing to do with its root.
    """
    known = known_values(profile)
    meant = {theirs for values in known.values() for theirs in values.descriptions}
    used: set[object] = set()
    types: set[Triple] = set()
    outside = _outside(engine, profile, known, wish)
    waiting = [
        (part, _references(part, roots_of(engine, part, known, wish)))
        for part in profile.parts
        if part.referred is not None
    ]
    meant = meant.union(*(references for _, references in waiting))

    def made(part: Part, roots: Sequence[NamedNode]) -> Iterator[Batch]:
        for found in _batches(engine, part, roots, known, wish, types):
            batch = found if not outside else [each for each in found if not _refers(each.object, outside)]
            used.update(meant.intersection([each.object for each in batch]))
            yield Batch(part.name, batch)

    for part in profile.parts:
        if part.referred is None:
            yield from made(part, roots_of(engine, part, known, wish))
    while not all(used.isdisjoint(references) for _, references in waiting):
        for part, references in waiting:
            ready = [each for each in references if each in used]
            yield from made(part, [references.pop(each) for each in ready])
    if types:
        yield Batch(None, sorted(types, key=str))
    if used:
        named = (each for each in used if isinstance(each, NamedNode))
        yield Batch(None, _in_language(described(list(known.values()), named), wish.lang))


def known_values(profile: Profile) -> dict[str, Values]:
    """Return the files of values that the profile uses, by name.

    Raises:
        MappingError: if one cannot be read.
    """
    files = sorted({name for part in profile.parts for name in (*part.maps.values(), *part.describes)})
    return {name: read_values(values_path(profile.folder, name)) for name in files}


def roots_of(engine: Engine, part: Part, known: Mapping[str, Values], wish: Wish) -> list[NamedNode]:
    """Return the roots of `part`, sorted by IRI, each once.

    Raises:
        MappingError: if the query is broken.
    """
    query = _with_values(part.roots_query, part, known)
    names = {block.name for block in values_blocks(query)}
    filled: dict[str, Sequence[Value]] = {}
    if "provider" in names:
        filled["provider"] = wish.providers
    if "providerKind" in names:
        filled["providerKind"] = OF_ANY_KIND if wish.archetypes else NAMED
    try:
        rows = engine.select(fill(query, filled)).rows
    except QuerySyntaxError as error:
        raise MappingError(part.roots_path, error.line, f"column {error.column}: {error.message}") from None
    return sorted({row[0] for row in rows if row and isinstance(row[0], NamedNode)}, key=lambda root: root.value)


def roots_exported(engine: Engine, profile: Profile, wish: Wish) -> dict[str, list[NamedNode]]:
    """Return the roots that are exported, by part, sorted by IRI; for those that are referred to, the export is made.

    Raises:
        MappingError: if a mapping is broken.
    """
    known = known_values(profile)
    found = {part.name: roots_of(engine, part, known, wish) for part in profile.parts}
    waiting = {part.name: _references(part, found[part.name]) for part in profile.parts if part.referred is not None}
    if waiting:
        meant = {each for references in waiting.values() for each in references}
        made = (each.object for batch in produce(engine, profile, wish) for each in batch.triples)
        used = meant.intersection(made)
        for name, references in waiting.items():
            found[name] = [root for reference, root in references.items() if reference in used]
    return found


def _references(part: Part, roots: Iterable[NamedNode]) -> dict[NamedNode, NamedNode]:
    """Return the roots of a part that is referred to, by what refers to them."""
    return {NamedNode(f"{root.value}{part.referred}"): root for root in roots}


def _with_values(query: str, part: Part, known: Mapping[str, Values]) -> str:
    for name, file in part.maps.items():
        query = put_values(query, name, known[file])
    return query


def _outside(engine: Engine, profile: Profile, known: Mapping[str, Values], wish: Wish) -> set[str]:
    """Return what a choice of providers keeps out of the export: references to it would lead nowhere."""
    if not wish.providers:
        return set()
    every = replace(wish, providers=())
    chosen, full = (
        {root.value for part in profile.parts for root in roots_of(engine, part, known, each)} for each in (wish, every)
    )
    return full - chosen


def _refers(term: object, outside: set[str]) -> bool:
    """Tell whether `term` is one of `outside`, or is derived from one."""
    if not isinstance(term, NamedNode):
        return False
    return any(each in outside for each in beginnings(term.value))


def _batches(
    engine: Engine,
    part: Part,
    roots: Sequence[NamedNode],
    known: Mapping[str, Values],
    wish: Wish,
    types: set[Triple],
) -> Iterator[list[Triple]]:
    query = _with_values(part.query, part, known)
    if wish.lang is not None and any(block.name == "lang" for block in values_blocks(query)):
        query = fill(query, {"lang": [Literal(wish.lang)]})
    query = _FRONT.sub(lambda front: "\n" * front[0].count("\n"), query)  # it is looked through for each batch
    template = fill(query, {part.root: [_PLACE]})
    for start in range(0, len(roots), wish.batch):
        batch = roots[start : start + wish.batch]
        try:
            found = engine.construct(template.replace(str(_PLACE), " ".join(map(str, batch))))
        except QuerySyntaxError as error:
            raise MappingError(part.path, error.line, f"column {error.column}: {error.message}") from None
        yield _in_order(_in_language(found, wish.lang), batch, part, types)


def _in_language(triples: Iterable[Triple], lang: str | None) -> list[Triple]:
    """Return `triples` without texts in the other language, but for those that are not there in `lang`."""
    found = list(triples)
    if lang is None:
        return found
    said = {(each.subject, each.predicate) for each in found if language_of(each.object) == lang}
    return [each for each in found if not literal_in(each.object, lang) or (each.subject, each.predicate) not in said]


def _in_order(triples: Iterable[Triple], roots: Sequence[NamedNode], part: Part, types: set[Triple]) -> list[Triple]:
    """Return `triples` root by root, each once; those of a root by subject, property and value.

    The class of something that is not of the export, such as a page elsewhere, goes to `types`.
    """
    places = {root.value: place for place, root in enumerate(roots)}
    statements: dict[str, dict[str, Triple]] = {}
    for each in triples:
        subject, _, statement = str(each).partition(" ")  # as in N-Triples
        statements.setdefault(subject, {})[statement] = each
    groups: list[tuple[int, str, list[Triple]]] = []
    for subject, said in sorted(statements.items()):
        ordered = sorted(said)
        kinds = [each for each in ordered if each.startswith(_TYPE_TEXT)]
        place = _place(subject[1:-1], places) if subject[0] == "<" else -1
        if place >= 0:
            rest = [each for each in ordered if not each.startswith(_TYPE_TEXT)]
            groups.append((place, subject[1:-1], [said[each] for each in (*kinds, *rest)]))
        elif subject[0] == "<" and len(kinds) == len(said):
            types.update(said.values())
        else:
            shown = subject if subject[0] == "<" else "a blank node"
            raise MappingError(part.path, 1, f"makes {shown}, which is no root; name it <root>/… or <root>#…")
    groups.sort(key=itemgetter(0, 1))
    return [each for *_, found in groups for each in found]


def _place(subject: str, places: dict[str, int]) -> int:
    """Return the place of the root that `subject` is, or of the longest before a `/` or `#` of it; -1 for none."""
    return next((places[each] for each in beginnings(subject) if each in places), -1)


def beginnings(iri: str) -> Iterator[str]:
    """Yield `iri`, then what is before each `/` or `#` of it, the longest first: one is the root that it is made of.

    >>> list(beginnings("urn:x/y#z"))
    ['urn:x/y#z', 'urn:x/y', 'urn:x']
    """
    yield iri
    ends = [match.start() for match in re.finditer("[/#]", iri)]
    yield from (iri[:end] for end in reversed(ends))
