"""Queries that shapes bring along (SHACL 1.0, sections 5 and 6), made to look at all focus nodes at once.

SHACL runs such a query once a focus node, with `$this` bound beforehand. Here the pattern that binds the focus nodes is
put into each group of the query that mentions it, which comes to the same and is one query.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from dienstgraaf.shacl.errors import CannotCompileError, ShapesError
from dienstgraaf.shacl.terms import Term

__all__ = ["Group", "Query", "body_of", "expanded", "injected", "substituted"]

_TOKEN: Final = re.compile(
    r"""(?P<comment>\#[^\n]*)|(?P<iri><[^<>"{}|^`\\\s]*>)"""
    r'''|(?P<string>"""(?:(?:"|"")?(?:[^"\\]|\\.))*"""|\'\'\'(?:(?:\'|\'\')?(?:[^'\\]|\\.))*\'\'\'|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')'''
    r"""|(?P<variable>[?$]\w+)|(?P<word>[A-Za-z_](?:[\w.-]*[\w-])?(?::(?:[\w.-]*[\w-])?)?|:(?:[\w.-]*[\w-])?)|(?P<other>\s+|.)""",
    re.DOTALL,
)
_FORBIDDEN: Final = ("MINUS", "SERVICE", "VALUES")
_PER_FOCUS: Final = ("LIMIT", "OFFSET")
_AGGREGATES: Final = frozenset(("AVG", "COUNT", "GROUP_CONCAT", "MAX", "MIN", "SAMPLE", "SUM"))


@dataclass(slots=True)
class Token:
    """A token of SPARQL: its kind and its text."""

    kind: str
    text: str

    def names(self, variable: str) -> bool:
        """Return whether it is `?variable` or `$variable`."""
        return self.kind == "variable" and self.text[1:] == variable

    def is_word(self, word: str) -> bool:
        """Return whether it is the keyword `word`, in any case."""
        return self.kind == "word" and self.text.upper() == word


@dataclass(slots=True)
class Query:
    """The text of a query that a shape brings along, and the node that brings it."""

    text: str
    node: Term

    def tokens(self) -> list[Token]:
        """Return its tokens, without comments."""
        found = [Token(match.lastgroup or "other", match[0]) for match in _TOKEN.finditer(self.text)]
        return [token for token in found if token.kind != "comment"]


@dataclass(slots=True)
class Group:
    """A group between braces: the places of its braces, those of the tokens in it, and whether it is in EXISTS.

    Tokens in a group inside it do not count, unless that one is in EXISTS.
    """

    start: int
    end: int
    inside: list[int]
    in_exists: bool = False


def expanded(query: Query, prefixes: Mapping[str, str]) -> Query:
    """Return `query` without a prologue: its prefixed names as IRIs, by `prefixes` and by those that it declares.

    Raises:
        ShapesError: if it uses a prefix that is declared nowhere.
    """
    known = dict(prefixes)
    tokens = query.tokens()
    places = [place for place, token in enumerate(tokens) if token.text.strip()]
    dropped: set[int] = set()
    for first, second, third in zip(places, places[1:], places[2:], strict=False):
        if tokens[first].is_word("PREFIX") and tokens[third].kind == "iri":
            known[tokens[second].text.removesuffix(":")] = tokens[third].text[1:-1]
            dropped |= {first, second, third}
    parts = []
    for place, token in enumerate(tokens):
        if place in dropped:
            continue
        if token.kind == "word" and ":" in token.text:
            prefix, _, local = token.text.partition(":")
            if prefix not in known:
                raise ShapesError(f"uses the prefix {prefix}:, which is declared nowhere", query.node)
            parts.append(f"<{known[prefix]}{local}>")
        else:
            parts.append(token.text)
    return Query("".join(parts), query.node)


def substituted(query: Query, values: Mapping[str, str]) -> Query:
    """Return `query` with variables replaced by text, and `BOUND` of a replaced one by true.

    Raises:
        ShapesError: if the query assigns a variable that is bound beforehand.
    """
    tokens = query.tokens()
    parts = []
    for number, token in enumerate(tokens):
        if token.kind == "variable" and token.text[1:] in values:
            before = [each for each in tokens[:number] if each.text.strip()][-2:]
            if before and before[-1].is_word("AS"):
                raise ShapesError(f"assigns {token.text}, which is bound beforehand", query.node)
            parts.append(values[token.text[1:]])
        else:
            parts.append(token.text)
    text = "".join(parts)
    for value in values.values():
        text = re.sub(rf"(?i)\bBOUND\s*\(\s*{re.escape(value)}\s*\)", "(true)", text) if value[:1] != "?" else text
    return Query(text, query.node)


def injected(query: Query, focus: str, pattern: str) -> str:
    """Return `query` with `pattern` in each group that mentions the variable `focus`, which is projected.

    A group of EXISTS needs none: what is bound around it is bound in it.

    Raises:
        ShapesError: if the query uses what cannot be combined with variables that are bound beforehand.
        CannotCompileError: if it aggregates over more than one focus node.
    """
    tokens = query.tokens()
    _refuse(query, tokens, focus)
    groups = list(_groups(tokens))
    if not groups:
        raise ShapesError("has a query without a group", query.node)
    outer = groups[0]
    inserts = {
        group.start
        for group in groups
        if (group is outer or any(tokens[place].names(focus[1:]) for place in group.inside))
        and not _opens_with(tokens, group, "SELECT")
        and not group.in_exists
    }
    words = [f"{token.text} {pattern} " if place in inserts else token.text for place, token in enumerate(tokens)]
    return "".join(words)


def body_of(query: Query) -> str:
    """Return what stands between the braces of an ASK query.

    Raises:
        ShapesError: if it has none.
    """
    tokens = query.tokens()
    outer = next(_groups(tokens), None)
    if outer is None:
        raise ShapesError("has a query without a group", query.node)
    return "".join(token.text for token in tokens[outer.start + 1 : outer.end])


def _refuse(query: Query, tokens: list[Token], focus: str) -> None:
    for token in tokens:
        if any(token.is_word(word) for word in _FORBIDDEN):
            raise ShapesError(f"uses {token.text}, which cannot be combined with $this", query.node)
        if any(token.is_word(word) for word in _PER_FOCUS):
            raise CannotCompileError(f"uses {token.text}, which would count for all focus nodes together", query.node)
    for place, token in enumerate(tokens):
        if token.is_word("SELECT") and place != _first(tokens, "SELECT"):
            brace = next(number for number in range(place, len(tokens)) if tokens[number].text == "{")
            shown = tokens[place:brace]
            if not any(each.names(focus[1:]) for each in shown):
                raise ShapesError("has a nested SELECT that does not project $this", query.node)
    aggregated = any(token.text.upper() in _AGGREGATES for token in tokens if token.kind == "word")
    if aggregated and not _groups_by(tokens, focus):
        raise CannotCompileError("aggregates without GROUP BY $this", query.node)


def _opens_with(tokens: list[Token], group: Group, word: str) -> bool:
    """Return whether `word` is the first thing in `group`: a nested SELECT has its pattern in a group of its own."""
    first = next((token for token in tokens[group.start + 1 : group.end] if token.text.strip()), None)
    return first is not None and first.is_word(word)


def _first(tokens: list[Token], word: str) -> int:
    return next((place for place, token in enumerate(tokens) if token.is_word(word)), -1)


def _groups_by(tokens: list[Token], focus: str) -> bool:
    for place, token in enumerate(tokens):
        if token.is_word("GROUP"):
            after = [each for each in tokens[place:] if each.text.strip()][2:]
            if any(each.names(focus[1:]) for each in after):
                return True
    return False


def _groups(tokens: list[Token]) -> Iterator[Group]:
    """Yield the groups in the order of their opening braces."""
    found: list[Group] = []
    above: list[Group] = []
    for place, token in enumerate(tokens):
        if token.text == "{":
            before = next((each for each in reversed(tokens[:place]) if each.text.strip()), None)
            exists = before is not None and before.is_word("EXISTS")
            group = Group(place, place, [], exists or (bool(above) and above[-1].in_exists))
            found.append(group)
            above.append(group)
        elif token.text == "}" and above:
            above.pop().end = place
        else:
            for group in reversed(above):  # what EXISTS mentions, the group around it has to bind
                group.inside.append(place)
                if not group.in_exists:
                    break
    yield from found
