"""How each term is written in canonical form."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dienstgraaf.turtle._grammar import ABSOLUTE_IRI, CHARS, DECIMAL, DOUBLE, INTEGER, LOCAL_ESCAPES, START
from dienstgraaf.turtle.parser import RDF, XSD
from dienstgraaf.turtle.tree import BlankLabel, Iri, Literal

__all__ = ["TermWriter", "quote"]

_BARE = {
    XSD + "integer": re.compile(INTEGER),
    XSD + "decimal": re.compile(DECIMAL),
    XSD + "double": re.compile(DOUBLE),
    XSD + "boolean": re.compile("true|false"),
}
"""The datatypes whose literals need no quotes, and which of their lexical forms do not."""

_LOCAL_PART = re.compile(r"%[0-9A-Fa-f]{2}|.", re.DOTALL)
_FIRST = re.compile(f"[{START}:0-9]")
_REST = re.compile(f"[{CHARS}:]")
_NOT_ABBREVIATED = re.compile(r"[/?#]")
_DOT_SEGMENT = re.compile(r"/\.\.?(?:[/?#]|$)")
_TO_ESCAPE = re.compile("[\\\\\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_ESCAPES = {"\t": r"\t", "\b": r"\b", "\r": r"\r", "\f": r"\f", "\\": r"\\"}


class TermWriter:
    """Writes terms with the prefixes that hold at a place in the document."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        """Start with the prefixes that hold before the text begins."""
        self.prefixes = dict(prefixes)
        self._written: dict[str, str] = {}

    def declare(self, prefix: str, iri: str) -> None:
        """Let `prefix` stand for `iri` from here on."""
        if self.prefixes.get(prefix) != iri:
            self.prefixes[prefix] = iri
            self._written.clear()

    def predicate(self, iri: Iri) -> str:
        """Return a predicate as it is written."""
        return "a" if iri.value == RDF + "type" else self.iri(iri)

    def iri(self, iri: Iri) -> str:
        """Return an IRI as it is written: a name keeps its prefix, an IRI in full gets one where that is legal."""
        token = iri.first
        if token.text not in self._written:
            self._written[token.text] = self._name_as_given(iri) if token.kind == "name" else self._shorten(iri.value)
        return self._written[token.text]

    def leaf(self, term: Iri | BlankLabel | Literal) -> str:
        """Return any term that is no list as it is written."""
        if isinstance(term, Literal):
            return self.literal(term)
        return self.iri(term) if isinstance(term, Iri) else term.first.text

    def literal(self, literal: Literal) -> str:
        """Return a literal as it is written, without quotes or datatype where these say nothing more."""
        if literal.language:
            return f"{quote(literal.value)}@{literal.language}"
        if literal.datatype is None or literal.datatype.value == XSD + "string":
            return quote(literal.value)
        bare = _BARE.get(literal.datatype.value)
        if bare is not None and bare.fullmatch(literal.value):
            return literal.value
        return f"{quote(literal.value)}^^{self.iri(literal.datatype)}"

    def pieces(self, literal: Literal) -> list[str]:
        """Return each token of a literal as it is written; nothing is left out."""
        if len(literal.parts) == 1:
            return [self.literal(literal)]
        if literal.datatype is None:
            return [quote(literal.value), f"@{literal.language}"]
        return [quote(literal.value), "^^", self.iri(literal.datatype)]

    def _name_as_given(self, iri: Iri) -> str:
        prefix = iri.first.text.partition(":")[0]
        local = _local(iri.value[len(self.prefixes[prefix]) :])
        return iri.first.text if local is None else f"{prefix}:{local}"

    def _shorten(self, value: str) -> str:
        return self._name(value) or f"<{value}>"

    def _name(self, value: str) -> str | None:
        """The name of the IRI with the longest prefix that fits, or None."""
        if _DOT_SEGMENT.search(value):
            return None
        fitting = (
            (prefix, iri)
            for prefix, iri in self.prefixes.items()
            if len(iri) < len(value) and value.startswith(iri) and ABSOLUTE_IRI.match(iri)
        )
        for prefix, iri in sorted(fitting, key=lambda pair: (-len(pair[1]), pair[0])):
            rest = value[len(iri) :]
            local = None if _NOT_ABBREVIATED.search(rest) else _local(rest)
            if local is not None:
                return f"{prefix}:{local}"
        return None


def _local(text: str) -> str | None:
    """The local part of a name, with the fewest escapes; None if it cannot be one."""
    parts = _LOCAL_PART.findall(text)
    written = []
    for index, part in enumerate(parts):
        legal = len(part) == 3 or (_REST if index else _FIRST).match(part)
        if legal or (part == "." and 0 < index < len(parts) - 1):
            written.append(part)
        elif part in LOCAL_ESCAPES:
            written.append("\\" + part)
        else:
            return None
    return "".join(written)


def quote(value: str) -> str:
    """Return a string as Turtle, long if it holds a newline, with the fewest escapes that keep it readable."""
    body = value.rstrip('"') if "\n" in value else value
    text = _TO_ESCAPE.sub(lambda found: _ESCAPES.get(found.group()) or f"\\u{ord(found.group()):04X}", body)
    if "\n" not in value:
        return '"' + text.replace('"', r"\"") + '"'
    ending = r"\"" * (len(value) - len(body))
    return '"""' + text.replace('"""', r"\"\"\"") + ending + '"""'
