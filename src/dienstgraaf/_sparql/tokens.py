"""Splits SPARQL text into tokens (SPARQL 1.1, section 19.8), as far as `VALUES` blocks and projections need."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["Block", "Token", "kind_of_query", "projection", "tokens", "values_blocks"]

_TOKEN = re.compile(
    r"""
      (?P<space>\s+)
    | (?P<comment>\#[^\n\r]*)
    | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    | (?P<string>\"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
        | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*')
    | (?P<variable>[?$]\w+)
    | (?P<name>(?:[^\W\d_](?:[\w.\-]*[\w\-])?)?:(?:(?:[\w:%]|\\.)(?:(?:[\w.:%\-]|\\.)*(?:[\w:%\-]|\\.))?)?)
    | (?P<word>\w+)
    | (?P<mark>\^\^|.)
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of SPARQL text: its kind, the text, and where it starts and ends (offsets in characters)."""

    kind: str
    text: str
    start: int
    end: int

    def is_word(self, word: str) -> bool:
        """Tell whether this is the keyword `word` (upper case), in whatever case it is written."""
        return self.kind == "word" and self.text.upper() == word


@dataclass(frozen=True, slots=True)
class Block:
    """A `VALUES ?name { … }`: the offsets of what stands between the braces, and how deep in groups it stands."""

    name: str
    start: int
    end: int
    depth: int


@lru_cache(maxsize=64)  # who reads a query asks for its tokens several times
def tokens(query: str) -> tuple[Token, ...]:
    """Return the tokens of `query` without white space and comments."""
    return tuple(
        Token(match.lastgroup or "mark", match.group(), match.start(), match.end())
        for match in _TOKEN.finditer(query)
        if match.lastgroup not in ("space", "comment")
    )


def values_blocks(query: str) -> list[Block]:
    """Return the `VALUES` blocks of one variable each, in order; depth 1 is the outermost WHERE group."""
    found: list[Block] = []
    depth = 0
    row = tokens(query)
    for index, token in enumerate(row):
        if token.is_word("VALUES") and index + 2 < len(row):
            variable, brace = row[index + 1 : index + 3]
            if variable.kind == "variable" and brace.text == "{":
                end = next((each.start for each in row[index + 3 :] if each.text == "}"), len(query))
                found.append(Block(variable.text[1:], brace.end, end, depth))
        if token.kind == "mark":
            depth += {"{": 1, "}": -1}.get(token.text, 0)
    return found


def kind_of_query(query: str) -> str:
    """Return the query's form in upper case (SELECT, ASK, CONSTRUCT, DESCRIBE), or "" if none is found."""
    forms = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
    return next((token.text.upper() for token in tokens(query) if any(token.is_word(form) for form in forms)), "")


def projection(query: str) -> list[str]:
    """Return the variables that the outermost SELECT projects, in order; ["*"] for `SELECT *`."""
    names: list[str] = []
    selecting, after_as, depth = False, False, 0
    for token in tokens(query):
        if not selecting:
            selecting = token.is_word("SELECT")
        elif token.text == "{" or (depth == 0 and (token.is_word("WHERE") or token.is_word("FROM"))):
            return names
        elif token.text in ("(", ")"):
            depth += 1 if token.text == "(" else -1
        elif token.kind == "variable" and (depth == 0 or after_as):
            names.append(token.text[1:])
        elif token.text == "*" and depth == 0:
            names.append("*")
        after_as = token.is_word("AS")
    return names
