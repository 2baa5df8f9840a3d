"""Looks at SPARQL text (SPARQL 1.1, section 19.8) without being fooled by its comments, strings and IRIs."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["blanked", "declared_prefixes", "keyword_at", "mentions", "position", "query_form", "used_prefixes"]

_SKIP = re.compile(
    r'"""(?:"{0,2}(?:[^"\\]|\\.))*"""'
    r"|'''(?:'{0,2}(?:[^'\\]|\\.))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*'"
    r"|<[^<>\"{}|^`\\\x00-\x20]*>"
    r"|\\."
    r"|\#[^\n\r]*",
    re.DOTALL,
)
_DECLARED = re.compile(r"(?<![\w?$:@])PREFIX\s+([^\s:<]*)\s*:", re.IGNORECASE)
_USED = re.compile(r"(?<![\w:?$@%])([^\W\d_](?:[\w.\-]*[\w\-])?|):(?=[\w:%\\]|[\s;,.)\]}/|*+?^]|$)")
_CODE_POINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def blanked(query: str) -> str:
    """Return `query` with comments, strings, IRIs and escapes made blank, every other character in its place.

    >>> blanked('ASK { ?s ?p "}" } # {')
    'ASK { ?s ?p     }    '
    """
    return _SKIP.sub(_blank, query)


def declared_prefixes(query: str) -> set[str]:
    """Return the prefixes that `query` declares itself."""
    return set(_DECLARED.findall(blanked(query)))


def used_prefixes(query: str) -> Iterator[tuple[str, int]]:
    """Yield the prefixes of the names in `query`, with their offsets; those in declarations are left out."""
    text = blanked(query)
    declarations = [(match.start(), match.end()) for match in _DECLARED.finditer(text)]
    for match in _USED.finditer(text):
        if not any(start <= match.start() < end for start, end in declarations):
            yield match.group(1), match.start()


def keyword_at(query: str, keyword: str) -> int | None:
    """Return the offset of the first `keyword` in `query`, however its letters are written, or None.

    >>> keyword_at("ASK { ?service dg:service 'SERVICE' }", "SERVICE") is None
    True
    """
    if _stands(query, keyword) is not None and (offset := _stands(blanked(query), keyword)) is not None:
        return offset
    # SPARQL allows \u0053 for S anywhere, so also in keywords (section 19.2).
    plain = _CODE_POINT.sub(_character, query) if "\\" in query else query
    if plain != query and keyword_at(plain, keyword) is not None:
        return 0
    return None


def mentions(query: str, keyword: str) -> bool:
    """Tell whether `query` uses `keyword`."""
    return keyword_at(query, keyword) is not None


def query_form(query: str) -> str:
    """Return the form of `query`: SELECT, ASK, CONSTRUCT or DESCRIBE, or "" if it has none of these.

    >>> query_form("PREFIX ask: <http://example.org/> SELECT * { ?s ask:a ?o }")
    'SELECT'
    """
    forms = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
    found = [(offset, form) for form in forms if (offset := keyword_at(query, form)) is not None]
    return min(found)[1] if found else ""


def position(text: str, offset: int) -> tuple[int, int]:
    r"""Return the line and column of `offset` in `text`, both counted from 1.

    >>> position("a\nbc", 3)
    (2, 2)
    """
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def _stands(query: str, keyword: str) -> int | None:
    """Return the offset at which `keyword` stands by itself in `query`, be it in a comment, string or IRI, or None."""
    text = query.upper()
    if len(text) != len(query):  # such as "ß", which becomes two letters
        text = "".join(upper if len(upper := letter.upper()) == 1 else letter for letter in query)
    wanted = keyword.upper()
    start = text.find(wanted)
    while start >= 0:
        before, after = text[max(start - 1, 0) : start], text[start + len(wanted) : start + len(wanted) + 1]
        if not (before.isalnum() or before in tuple("_?$:@.-/#")) and not (after.isalnum() or after in tuple("_:-")):
            return start
        start = text.find(wanted, start + 1)
    return None


def _blank(match: re.Match[str]) -> str:
    text = match.group()
    return re.sub(r"[^\r\n]", " ", text) if "\n" in text or "\r" in text else " " * len(text)


def _character(match: re.Match[str]) -> str:
    code = int(match.group(1) or match.group(2), 16)
    return chr(code) if code < 0x110000 else match.group()
