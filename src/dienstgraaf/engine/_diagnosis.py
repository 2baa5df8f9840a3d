"""Tells in plain words what is wrong with a query, and where: a parser's own message seldom does."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from dienstgraaf.engine._scan import blanked, declared_prefixes, keyword_at, position, used_prefixes
from dienstgraaf.engine.errors import QuerySyntaxError
from dienstgraaf.inventory.namespaces import PREFIXES

__all__ = ["diagnose", "forbid"]

_REPORT = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.DOTALL)
_TOKEN = re.compile(r"<[^<>\s]*>|[?$]?[\w:][\w:.\-]*(?<!\.)|\^\^|&&|\|\||\S")
_CLOSES: Final = {")": "(", "]": "[", "}": "{"}


def forbid(query: str, keyword: str, message: str) -> None:
    """Refuse `query` if it uses `keyword`.

    Raises:
        QuerySyntaxError: with `message`, at the keyword.
    """
    offset = keyword_at(query, keyword)
    if offset is not None:
        raise QuerySyntaxError(message, *position(query, offset), query)


def diagnose(query: str, report: str, shift: int = 0) -> QuerySyntaxError:
    """Return the error that a parser's `report` on `query` amounts to.

    Args:
        query: the text as its author wrote it.
        report: what the parser said, such as "error at 3:5: expected OPTIONAL".
        shift: how many characters were put before the first line of `query` when it was parsed.
    """
    checks: tuple[Callable[[str], tuple[str, int] | None], ...] = (_unknown_prefix, _open_string, _brackets)
    for check in checks:
        if found := check(query):
            return QuerySyntaxError(found[0], *position(query, found[1]), query)
    match = _REPORT.search(report)
    if match is None:
        return QuerySyntaxError(" ".join(report.split()), 1, 1, query)
    line, column = int(match[1]), int(match[2])
    offset = _offset(query, line, column - (shift if line == 1 else 0))
    message, offset = _reading(query, offset, match[3])
    return QuerySyntaxError(message, *position(query, offset), query)


def _unknown_prefix(query: str) -> tuple[str, int] | None:
    known = PREFIXES.keys() | declared_prefixes(query)
    for prefix, offset in used_prefixes(query):
        if prefix not in known:
            return f"the prefix {prefix}: is not known; declare it with PREFIX {prefix}: <…>", offset
    return None


def _open_string(query: str) -> tuple[str, int] | None:
    if found := re.search("[\"']", blanked(query)):
        return "the text that starts here is never closed", found.start()
    return None


def _brackets(query: str) -> tuple[str, int] | None:
    opened: list[tuple[str, int]] = []
    for found in re.finditer(r"[()\[\]{}]", blanked(query)):
        mark, offset = found.group(), found.start()
        if mark not in _CLOSES:
            opened.append((mark, offset))
        elif opened and opened[-1][0] == _CLOSES[mark]:
            opened.pop()
        elif opened:
            line, column = position(query, opened[-1][1])
            return f"`{mark}` does not close the `{opened[-1][0]}` of line {line}, column {column}", offset
        else:
            return f"`{mark}` closes nothing", offset
    return (f"`{opened[-1][0]}` is never closed", opened[-1][1]) if opened else None


def _reading(query: str, offset: int, expected: str) -> tuple[str, int]:
    """The message for what the parser expected at `offset`, and the offset that it is about."""
    if sentence := re.search(r"[A-Z][A-Za-z]*(?: [A-Za-z]+){2,}", expected):
        start = keyword_at(query, "SELECT") if sentence.group().startswith("The SELECT") else None
        return _lower(sentence.group()), _last_token(query, offset) if start is None else start
    # The parser reads as many characters as a keyword is long, and then reports the place behind them.
    keywords = re.findall(r"(?<![\w\"'])[A-Za-z]{2,}(?![\w\"'])", expected)
    starts = {match.start(): match.group() for match in _TOKEN.finditer(_without_comments(query))}
    if not starts:
        return "the query is empty", 0
    candidate = offset - max(map(len, keywords), default=0)
    if keywords and candidate in starts:
        return f"`{starts[candidate]}` does not belong here", candidate
    if offset in starts:
        return f"`{starts[offset]}` does not belong here{_instead(expected)}", offset
    last = _last_token(query, offset)
    return f"the query is wrong at or before `{starts[last]}`", last


def _instead(expected: str) -> str:
    marks = re.findall(r'"([^"\s]{1,2})"', expected)
    return f"; expected {' or '.join(f'`{mark}`' for mark in marks)}" if 0 < len(marks) <= 4 else ""


def _lower(sentence: str) -> str:
    if sentence == "IRI parsing failed":
        return "this is no IRI; write it in full and without spaces, as in <https://example.org/a>"
    return sentence[0].lower() + sentence[1:] if not sentence[:2].isupper() else sentence


def _without_comments(query: str) -> str:
    """`query` with its comments blank."""
    text = blanked(query)
    return "".join(
        " " if char != " " and text[index] == " " and _in_comment(query, text, index) else char
        for index, char in enumerate(query)
    )


def _in_comment(query: str, text: str, index: int) -> bool:
    start = query.rfind("\n", 0, index) + 1
    mark = query.find("#", start, index + 1)
    while mark != -1 and text[mark : index + 1].strip():
        mark = query.find("#", mark + 1, index + 1)
    return mark != -1


def _last_token(query: str, offset: int) -> int:
    """The start of the last token that begins before `offset`."""
    starts = [match.start() for match in _TOKEN.finditer(_without_comments(query)) if match.start() < offset]
    return starts[-1] if starts else 0


def _offset(text: str, line: int, column: int) -> int:
    lines = text.split("\n")
    before = sum(len(each) + 1 for each in lines[: line - 1])
    return min(before + max(column, 1) - 1, len(text))
