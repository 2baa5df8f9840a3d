"""Files and terms as people read them: a blank node by its content, never by its label."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from pyoxigraph import BlankNode, NamedNode

from dienstgraaf.engine import Term
from dienstgraaf.inventory.namespaces import PREFIXES, shorten
from dienstgraaf.validation.statements import Statements

__all__ = ["one_line", "shown_file", "shown_term"]

_RDF: Final = PREFIXES["rdf"]
_XSD: Final = PREFIXES["xsd"]
_BARE: Final = frozenset(f"{_XSD}{name}" for name in ("integer", "decimal", "double", "boolean"))
_NUMBER: Final = re.compile(r"[+-]?(?:\d+|\d*\.\d+)(?:[eE][+-]?\d+)?|true|false")
_NIL: Final = f"{_RDF}nil"
_LONGEST: Final = 100
"""A value is shown with so many characters at most."""
_PARTS: Final = 3
"""Of a blank node so many statements or items are shown."""


def shown_file(path: Path) -> str:
    """Return `path` from the working directory where it lies in there, else as it is, with / between folders."""
    try:
        return path.absolute().relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return path.as_posix()


def shown_term(term: Term, index: Statements | None = None, depth: int = 0) -> str:
    """Return `term` in the syntax of Turtle, shortened; a blank node by its content, never by its label.

    >>> from pyoxigraph import Literal
    >>> shown_term(Literal("a", language="en"))
    '"a"@en'
    """
    if isinstance(term, NamedNode):
        return shorten(term.value)
    if isinstance(term, BlankNode):
        return _content(term, index, depth)
    words = one_line(term.value)
    words = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
    if term.language:
        return f'"{words}"@{term.language}'
    kind = term.datatype.value
    if kind in _BARE and _NUMBER.fullmatch(words):
        return words
    return f'"{words}"' if kind == f"{_XSD}string" else f'"{words}"^^{shorten(kind)}'


def _content(node: BlankNode, index: Statements | None, depth: int) -> str:
    statements = [] if index is None else list(index.statements(node))
    if depth > 1 or not statements:
        return "[ … ]" if depth > 1 or index is None else "[]"
    if any(predicate == f"{_RDF}first" for predicate, _ in statements):
        return _list(node, index, depth)
    parts = [f"{_property(name)} {shown_term(value, index, depth + 1)}" for name, value in statements[:_PARTS]]
    return f"[ {' ; '.join([*parts, *(['…'] if len(statements) > _PARTS else [])])} ]"


def _list(node: Term, index: Statements | None, depth: int) -> str:
    items: list[str] = []
    while index is not None and isinstance(node, BlankNode) and len(items) <= _PARTS:
        found = dict(index.statements(node))
        if f"{_RDF}first" not in found:
            break
        items.append(shown_term(found[f"{_RDF}first"], index, depth + 1))
        node = found.get(f"{_RDF}rest", NamedNode(_NIL))
    shown = items[:_PARTS] + (["…"] if len(items) > _PARTS else [])
    return f"( {' '.join(shown)} )"


def _property(iri: str) -> str:
    return "a" if iri == f"{_RDF}type" else shorten(iri)


def one_line(words: str) -> str:
    """Return `words` on one line, without characters that could move the cursor or change colours."""
    return " ".join("".join(char if char.isprintable() else " " for char in words).split())
