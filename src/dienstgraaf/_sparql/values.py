"""Terms in `VALUES` blocks: reading them, and putting others there, serialised and never pasted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from dienstgraaf._sparql.tokens import Block, Token, tokens, values_blocks
from dienstgraaf.inventory.namespaces import PREFIXES

__all__ = ["Value", "as_term", "expand", "fill", "named_in", "prefixes_of", "terms_in"]

Value = NamedNode | Literal
"""What a parameter can hold."""


def prefixes_of(query: str) -> dict[str, str]:
    """Return the prefixes usable in `query`: the project's own, and those that it declares."""
    return {**PREFIXES, **{name.text.removesuffix(":"): iri.text[1:-1] for name, iri in _declared(tokens(query))}}


def _declared(row: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """Yield the prefix and the IRI of each declaration."""
    for keyword, name, iri in zip(row, row[1:], row[2:], strict=False):
        if keyword.is_word("PREFIX") and name.kind == "name" and iri.kind == "iri":
            yield name, iri


def named_in(query: str) -> Iterator[tuple[str, int]]:
    """Yield each IRI that `query` names outside its declarations of prefixes, with the offset where.

    >>> list(named_in("PREFIX ex: <http://ex.org/> ASK { ?x ex:p <http://ex.org/q> }"))
    [('http://ex.org/p', 37), ('http://ex.org/q', 42)]
    """
    prefixes = prefixes_of(query)
    row = tokens(query)
    declared = {each.start for pair in _declared(row) for each in pair}
    for token in row:
        if token.kind == "iri" and token.start not in declared:
            yield token.text[1:-1], token.start
        elif token.kind == "name" and token.start not in declared:
            prefix, _, local = token.text.partition(":")
            if prefix in prefixes:
                yield prefixes[prefix] + local, token.start


def expand(name: str, prefixes: dict[str, str]) -> NamedNode | None:
    """Return the IRI that `name` writes (`<…>`, an absolute IRI, or `prefix:local`), or None if it writes none."""
    if name.startswith("<") and name.endswith(">"):
        name = name[1:-1]
    elif ":" in name:
        prefix, local = name.split(":", 1)
        if prefix in prefixes and not local.startswith("//"):
            name = prefixes[prefix] + local
    if not re.match(r"[A-Za-z][A-Za-z0-9+.\-]*:\S", name) or " " in name:
        return None
    try:
        return NamedNode(name)
    except ValueError:
        return None


def terms_in(query: str, block: Block) -> tuple[Value, ...]:
    """Return the terms of `block` in `query`; UNDEF gives none.

    Raises:
        ValueError: if the block's content cannot be parsed.
    """
    inside = query[block.start : block.end]
    try:
        found = Store().query(f"SELECT ?value {{ VALUES ?value {{ {inside} }} }}", prefixes=prefixes_of(query))
    except SyntaxError:
        shown = f"`VALUES ?{block.name} {{ {inside.strip()} }}`"
        raise ValueError(f"{shown} is no list of terms; write terms or UNDEF") from None
    assert isinstance(found, QuerySolutions)  # noqa: S101 - a SELECT gives solutions
    return tuple(term for row in found if isinstance(term := row[0], NamedNode | Literal))


def as_term(value: object, query: str) -> Value:
    """Return a default value of front matter as a term: an IRI or prefixed name, else a literal.

    Raises:
        ValueError: if `value` is neither text nor a number nor a truth value.
    """
    if isinstance(value, bool | int | str):
        iri = expand(value, prefixes_of(query)) if isinstance(value, str) else None
        return iri or Literal(value)
    raise ValueError(f"{value!r} is neither text, a whole number nor true or false")


def fill(query: str, values: Mapping[str, Sequence[Value]]) -> str:
    r"""Return `query` with the content of each `VALUES ?name { … }` replaced by `values[name]`; no values give UNDEF.

    >>> fill("SELECT ?x { VALUES ?x { UNDEF } }", {"x": [Literal('a" } # b', language="nl")]})
    'SELECT ?x { VALUES ?x { "a\\" } # b"@nl } }'

    Raises:
        KeyError: if `query` has no such block.
    """
    blocks = values_blocks(query)
    missing = set(values) - {block.name for block in blocks}
    if missing:
        raise KeyError(sorted(missing)[0])
    for block in reversed(blocks):
        if block.name in values:
            inside = " ".join(str(term) for term in values[block.name]) or "UNDEF"
            breaks = "\n" * query.count("\n", block.start, block.end)  # what follows keeps its line number
            query = f"{query[: block.start]} {inside} {breaks}{query[block.end :]}"
    return query
