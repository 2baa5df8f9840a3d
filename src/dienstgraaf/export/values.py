"""The values that other catalogues expect: `exports/values/<name>.ttl`, from the project's concepts to theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from dienstgraaf.export.errors import MappingError
from dienstgraaf.inventory.namespaces import BASE, PREFIXES
from dienstgraaf.messages import LANGUAGES

__all__ = ["Values", "described", "language_of", "literal_in", "put_values", "read_values", "values_path"]

_MATCHES: Final = frozenset(
    f"{PREFIXES['skos']}{name}" for name in ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch")
)
_FILES: Final = f"{BASE}graph/exports/values/"
_TYPE: Final = f"{PREFIXES['rdf']}type"


@dataclass(frozen=True)
class Values:
    """The pairs of a file (ours, theirs), sorted, and what it says of theirs: their class, labels and scheme."""

    pairs: tuple[tuple[NamedNode, NamedNode], ...] = ()
    descriptions: dict[NamedNode, list[Triple]] = field(default_factory=dict)


def values_path(folder: Path, name: str) -> Path:
    """Return where the values called `name` are, for the profile in `folder`."""
    return folder.parent / "values" / f"{name}.ttl"


def read_values(path: Path) -> Values:
    """Return the values at `path`: each SKOS match is a pair; what is said of other things describes theirs.

    The file itself is `…/graph/exports/values/<name>`; what it says of that (title, source, licence) is no value.

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
            else:
                descriptions.setdefault(ours, []).append(quad.triple)
    except OSError as error:
        fix = "write it, or leave it out of `values` and `describes` in the mappings"
        raise MappingError(path, 1, f"cannot be read: {error.strerror}; {fix}") from None
    except SyntaxError as error:
        raise MappingError(path, error.lineno or 1, f"is not Turtle: {error.msg}") from None
    file = NamedNode(f"{_FILES}{path.stem}")
    kept = {term: sorted(said, key=_order) for term, said in descriptions.items() if term not in (file, *pairs)}
    return Values(tuple(sorted(pairs.items(), key=lambda pair: pair[0].value)), kept)


def _order(triple: Triple) -> tuple[bool, str, str]:
    return triple.predicate.value != _TYPE, triple.predicate.value, str(triple.object)


def put_values(query: str, name: str, values: Values) -> str:
    """Return `query` with the pairs of `values` in each of its `VALUES (?name ?nameValue) { (UNDEF UNDEF) }`."""
    rows = " ".join(f"({ours} {theirs})" for ours, theirs in values.pairs)
    head, *rest = query.split(f"VALUES (?{name} ?{name}Value)")
    tails = [f"{text[: text.index('{') + 1]} {rows} {text[text.index('}') :]}" for text in rest]
    return f"VALUES (?{name} ?{name}Value)".join([head, *tails])


def described(values: Sequence[Values], terms: Iterable[NamedNode]) -> Iterator[Triple]:
    """Yield what `values` say of `terms`, and of what that refers to, each once, sorted by term."""
    found: dict[NamedNode, dict[Triple, None]] = {}
    waiting = list(terms)
    while waiting:
        term = waiting.pop()
        if term not in found:
            found[term] = dict.fromkeys(each for one in values for each in one.descriptions.get(term, ()))
            waiting += [each.object for each in found[term] if isinstance(each.object, NamedNode)]
    for term in sorted(found, key=lambda each: each.value):
        yield from sorted(found[term], key=_order)


def literal_in(term: object, lang: str) -> bool:
    """Tell whether `term` is a text in one of the project's languages that is not `lang`, whatever its region."""
    return (language := language_of(term)) != lang and language in LANGUAGES


def language_of(term: object) -> str:
    """Return the language of `term` without its region, or "" if it has none.

    >>> language_of(Literal("patat", language="nl-BE"))
    'nl'
    """
    return (term.language or "").partition("-")[0] if isinstance(term, Literal) else ""
