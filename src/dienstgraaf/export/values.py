"""The values that other catalogues expect: `exports/values/<name>.ttl`, from the project's concepts to theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from dienstgraaf.export.errors import MappingError
from dienstgraaf.inventory.namespaces import BASE, PREFIXES

__all__ = ["Values", "put_values", "read_values", "values_path"]

_MATCHES: Final = frozenset(
    f"{PREFIXES['skos']}{name}" for name in ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch")
)
_LOCAL: Final = BASE


@dataclass(frozen=True)
class Values:
    """The pairs of a file (ours, theirs), sorted, and what it says of theirs: their class, labels and scheme."""

    pairs: tuple[tuple[NamedNode, NamedNode], ...] = ()
    descriptions: dict[NamedNode, list[Triple]] = field(default_factory=dict)


def values_path(folder: Path, name: str) -> Path:
    """Return where the values called `name` are, for the profile in `folder`."""
    return folder.parent / "values" / f"{name}.ttl"


def read_values(path: Path) -> Values:
    """Return the values at `path`: each SKOS match is a pair; what else is said of IRIs elsewhere describes theirs.

    Raises:
        MappingError: if the file cannot be read, or one of ours has two counterparts.
    """
    pairs: dict[NamedNode, NamedNode] = {}
    descriptions: dict[NamedNode, list[Triple]] = {}
    try:
        for quad in parse(path.read_bytes(), RdfFormat.TURTLE, base_iri=BASE):
            ours, theirs = quad.subject, quad.object
            if not isinstance(ours, NamedNode):
                raise MappingError(path, 1, "holds a blank node; name it by an IRI")
            if quad.predicate.value in _MATCHES and isinstance(theirs, NamedNode):
                if pairs.setdefault(ours, theirs) != theirs:
                    raise MappingError(path, 1, f"{ours} has two counterparts; leave one")
            elif not ours.value.startswith(_LOCAL):
                descriptions.setdefault(ours, []).append(quad.triple)
    except OSError as error:
        raise MappingError(path, 1, f"cannot be read: {error.strerror}") from None
    except SyntaxError as error:
        raise MappingError(path, error.lineno or 1, f"is not Turtle: {error.msg}") from None
    for triples in descriptions.values():
        triples.sort(key=str)
    return Values(tuple(sorted(pairs.items(), key=lambda pair: pair[0].value)), descriptions)


def put_values(query: str, name: str, values: Values) -> str:
    """Return `query` with the pairs of `values` in its `VALUES (?name ?nameValue) { (UNDEF UNDEF) }`."""
    head = f"VALUES (?{name} ?{name}Value)"
    start = query.index(head)
    opening, closing = query.index("{", start), query.index("}", start)
    rows = " ".join(f"({ours} {theirs})" for ours, theirs in values.pairs)
    return f"{query[: opening + 1]} {rows} {query[closing:]}"


def described(values: Sequence[Values], terms: Iterable[NamedNode]) -> Iterator[Triple]:
    """Yield what `values` say of `terms`, and of what these name in turn (a scheme), each term once, sorted."""
    said: dict[NamedNode, dict[Triple, None]] = {}
    waiting = set(terms)
    while waiting:
        term = waiting.pop()
        triples = (triple for each in values for triple in each.descriptions.get(term, ()))
        said[term] = dict.fromkeys(triples)
        objects = {triple.object for triple in said[term] if isinstance(triple.object, NamedNode)}
        waiting |= objects - said.keys()
    for term in sorted(said, key=lambda each: each.value):
        yield from said[term]


def literal_in(term: object, lang: str) -> bool:
    """Tell whether `term` is a text in a language of its own that is not `lang`'s: then it is left out."""
    return isinstance(term, Literal) and term.language not in (None, lang) and term.language in ("nl", "en")
