"""Turtle text as tokens, each with its place and the comments in front of it; nothing of the text is lost."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dienstgraaf.turtle._grammar import ESCAPE, NOT_IN_IRI, TOKEN
from dienstgraaf.turtle.errors import TurtleError

__all__ = ["END", "Comment", "Token", "tokenise"]

END = "end"
"""The kind of the last token, which stands for the end of the text and has no characters of its own."""

_NEWLINE = re.compile(r"\r\n|\r|\n")
_BAD_ESCAPE = re.compile(rf"(?:[^\\]|{ESCAPE})*+\\")


@dataclass(slots=True)
class Comment:
    """A comment, from its `#` to the end of its line.

    `trailing`: something stands before it on its line. `blank_before`, `blank_after`: an empty line stands between it
    and its neighbour. `after`, `before`: the tokens that it stands between, None at the start of the text.
    """

    text: str
    line: int
    column: int
    trailing: bool
    blank_before: bool
    blank_after: bool = False
    after: Token | None = field(default=None, repr=False, compare=False)
    before: Token | None = field(default=None, repr=False, compare=False)


@dataclass(slots=True)
class Token:
    """A terminal of the grammar.

    `kind` is iri, name (a prefixed name, or a prefix and its colon), label (of a blank node), string, integer, decimal,
    double, at (`@prefix`, `@base` or a language tag), word (`a`, `true`, `PREFIX` …), mark, or end. `line` and `column`
    are of its first character, `end_line` of its last. `comments` stand between the token before and this one; `seen`
    tells how many comments stand anywhere before this token.
    """

    kind: str
    text: str
    line: int
    column: int
    end_line: int
    seen: int
    comments: tuple[Comment, ...] = ()


def tokenise(text: str) -> list[Token]:
    """Return the tokens of `text`; the last is of kind end.

    Raises:
        TurtleError: where no token of the grammar fits.
    """
    return _Tokeniser(text).run()


class _Tokeniser:
    """Goes through a text once, keeping count of lines."""

    def __init__(self, text: str) -> None:
        """Start before the first character."""
        self.text = text
        self.line = 1
        self.line_start = 0
        self.last_line = 0
        self.tokens: list[Token] = []
        self.waiting: list[Comment] = []
        self.seen = 0

    def run(self) -> list[Token]:
        """Read all tokens."""
        text, position, match = self.text, 0, TOKEN.match
        while position < len(text):
            found = match(text, position)
            if found is None:
                raise _failure(text, position, self.line, position - self.line_start + 1)
            kind, end = found.lastgroup, found.end()
            if kind == "space":
                if end - position > 1 or text[position] in "\r\n":
                    self._count_lines(position, end)
            elif kind == "comment":
                self._comment(found.group(), position)
            else:
                self._token(kind or "", found.group(), position, end)
            position = end
        self._token(END, "", position, position)
        return self.tokens

    def _count_lines(self, start: int, end: int) -> None:
        for newline in _NEWLINE.finditer(self.text, start, end):
            self.line += 1
            self.line_start = newline.end()

    def _comment(self, text: str, start: int) -> None:
        gap = self.line - self.last_line
        self._close_comment(self.line)
        comment = Comment(
            text,
            self.line,
            start - self.line_start + 1,
            trailing=gap == 0,
            blank_before=gap > 1 and self.last_line > 0,
            after=self.tokens[-1] if self.tokens else None,
        )
        self.waiting.append(comment)
        self.last_line = self.line

    def _close_comment(self, line: int) -> None:
        if self.waiting:
            self.waiting[-1].blank_after = line - self.waiting[-1].line > 1

    def _token(self, kind: str, text: str, start: int, end: int) -> None:
        line, column = self.line, start - self.line_start + 1
        if kind == "string" and ("\n" in text or "\r" in text):
            self._count_lines(start, end)
        self.seen += len(self.waiting)
        token = Token(kind, text, line, column, self.line, self.seen)
        if self.waiting:
            if kind != END:
                self._close_comment(line)
            token.comments = tuple(self.waiting)
            for comment in self.waiting:
                comment.before = token
            self.waiting = []
        self.tokens.append(token)
        self.last_line = self.line


def _failure(text: str, start: int, line: int, column: int) -> TurtleError:
    """The error for the text at `start`, where no token fits."""
    first = text[start]
    if first == "<":
        return _iri_failure(text, start, line, column)
    if first in "\"'":
        return _string_failure(text, start, line, column)
    if first == "\ufeff":
        return TurtleError("a byte order mark; save the file as UTF-8 without one", line, column)
    if first == "@":
        return TurtleError("after @ a language tag, prefix or base is expected", line, column)
    if first == "_":
        return TurtleError("a blank node is written _:label, and a prefix does not start with _", line, column)
    return TurtleError(f"{first!r} starts nothing that Turtle knows", line, column)


def _iri_failure(text: str, start: int, line: int, column: int) -> TurtleError:
    end = start + 1
    found = re.compile(rf"(?:[^{NOT_IN_IRI}]|\\u[0-9A-Fa-f]{{4}}|\\U[0-9A-Fa-f]{{8}})*+").match(text, end)
    end = found.end() if found else end
    if end >= len(text) or text[end] in "\r\n":
        return TurtleError("an IRI that starts here has no > on its line", line, column)
    return TurtleError(f"{text[end]!r} may not stand in an IRI", line, column + end - start)


def _string_failure(text: str, start: int, line: int, column: int) -> TurtleError:
    quote = text[start]
    long = text.startswith(quote * 3, start)
    pattern = rf"{quote * 3}(?:(?!{quote * 3}).)*" if long else rf"{quote}(?:\\.|[^{quote}\\\n\r])*"
    body = re.compile(pattern, re.DOTALL).match(text, start)
    bad = _BAD_ESCAPE.match(body.group()) if body else None
    if bad is None:
        return TurtleError(f"a string that starts here has no closing {quote * (3 if long else 1)}", line, column)
    lines = _NEWLINE.split(bad.group())
    place = len(lines[-1]) if len(lines) > 1 else column + bad.end() - 1
    return TurtleError(
        r"an unknown escape; Turtle has \t \b \n \r \f \" \' \\ \uXXXX and \UXXXXXXXX", line + len(lines) - 1, place
    )
