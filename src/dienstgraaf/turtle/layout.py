"""Lays a syntax tree out as canonical text, with every comment between the same neighbours as before."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dienstgraaf.turtle.terms import TermWriter
from dienstgraaf.turtle.tokens import Comment, Token
from dienstgraaf.turtle.toplevel import blank_lines
from dienstgraaf.turtle.tree import (
    BlankNodeList,
    Collection,
    Directive,
    Item,
    Literal,
    PredicateObjects,
    Statement,
    Term,
)

__all__ = ["WIDTH", "Layout"]

WIDTH = 120
"""How many columns a line may have before its objects go one a line."""
INDENT = 4


class Layout:
    """Gathers the text of a document, part by part."""

    def __init__(self, writer: TermWriter) -> None:
        """Start with an empty text."""
        self.writer = writer
        self.parts: list[str] = []
        self.column = 0

    def text(self) -> str:
        """Return what was laid out, ending in one newline unless it is empty."""
        return "".join(self.parts) + "\n" if self.parts else ""

    def items(self, items: Sequence[Item], arrange: Callable[[Statement], Statement]) -> None:
        """Lay out top-level items, each statement after `arrange` has put it in order.

        One empty line stands between blocks, and comments keep theirs.
        """
        gaps = blank_lines(items)
        for index, item in enumerate(items):
            if isinstance(item, Comment) and item.trailing:
                self._write(" " + item.text)
                continue
            if index:
                self._write("\n\n" if gaps[index] else "\n")
            if isinstance(item, Comment):
                self._write(item.text)
            elif isinstance(item, Directive):
                self.directive(item)
            else:
                self.statement(arrange(item))

    def directive(self, item: Directive) -> None:
        """Lay out a prefix or base, in the @ form."""
        self._write("@base" if item.prefix is None else "@prefix")
        if item.prefix is not None:
            self.writer.declare(item.prefix, item.iri.value)
            self.put(f"{item.prefix}:", " ", INDENT, item.tokens[1].comments)
        self.put(f"<{item.iri.value}>", " ", INDENT, item.tokens[-1].comments)
        self.put(".", " ", INDENT, item.stop.comments if item.stop else ())

    def statement(self, item: Statement) -> None:
        """Lay out a subject and what is said of it."""
        self.term(item.subject, "", 0)
        self.predicates(item.predicates, " ", INDENT, item.last)
        self.put(".", " ", 0, item.last.comments, INDENT)

    def put(
        self, text: str, glue: str, indent: int, comments: Sequence[Comment] = (), comment_indent: int | None = None
    ) -> None:
        """Write the comments before a token, then the token.

        `glue` is what stands before it: nothing, a space, or a newline, which is followed by `indent` spaces. After a
        comment it is always a newline.
        """
        margin = " " * (indent if comment_indent is None else comment_indent)
        for comment in comments:
            self._write(f" {comment.text}" if comment.trailing else f"\n{margin}{comment.text}")
        self._write("\n" + " " * indent if comments or glue == "\n" else glue)
        self._write(text)

    def predicates(self, groups: Sequence[PredicateObjects], glue: str, indent: int, end: Token) -> None:
        """Lay out predicates, the first after `glue`, the others each on a line of its own; `end` is what follows."""
        for index, group in enumerate(groups):
            following = groups[index + 1].first if index + 1 < len(groups) else None
            self.put(self.writer.predicate(group.predicate), glue, indent, group.first.comments)
            self.objects(group, indent)
            for comments in _semicolons(group, following, end):
                self.put(";", " ", indent + INDENT, comments)
            glue = "\n"

    def objects(self, group: PredicateObjects, indent: int) -> None:
        """Lay out the objects of one predicate: on its line if they fit, otherwise one a line."""
        objects = group.objects
        commented = bool(group.commas) and objects[-1].last.seen > group.first.seen
        commented = commented or bool(objects[0].first.comments)
        flat = None if commented else self._flat_all(objects, ", ")
        if flat is not None and self.column + 1 + len(flat) + 2 <= WIDTH:
            self._write(f" {flat}")
            return
        glue, inner = (" ", indent) if len(objects) == 1 and not commented else ("\n", indent + INDENT)
        for index, term in enumerate(objects):
            if index:
                self.put(",", "", inner, group.commas[index - 1].comments if group.commas else ())
            self.term(term, glue, inner)

    def term(self, term: Term, glue: str, indent: int) -> None:
        """Lay out one term after `glue`; `indent` is that of its line."""
        comments = term.first.comments
        if isinstance(term, BlankNodeList | Collection):
            self._brackets(term, glue, indent)
        elif isinstance(term, Literal) and term.holds_comments:
            for token, piece in zip(term.parts, self.writer.pieces(term), strict=True):
                self.put(piece, glue, indent, token.comments)
                glue = ""
        else:
            self.put(self.writer.leaf(term), glue, indent, comments)

    def _brackets(self, term: BlankNodeList | Collection, glue: str, indent: int) -> None:
        flat = self._flat(term)
        start = indent if glue == "\n" or term.first.comments else self.column + len(glue)
        if flat is not None and start + len(flat) + 2 <= WIDTH:
            self.put(flat, glue, indent, term.first.comments)
            return
        inner = indent + INDENT
        self.put(term.first.text, glue, indent, term.first.comments)
        if isinstance(term, BlankNodeList):
            self.predicates(term.predicates, "\n", inner, term.last)
        else:
            for item in term.items:
                self.term(item, "\n", inner)
        self.put(term.last.text, "\n", indent, term.last.comments, inner)

    def _flat(self, term: Term) -> str | None:
        """The term on one line, or None if a newline, a comment or several predicates forbid it."""
        if term.holds_comments:
            return None
        if isinstance(term, Collection):
            inner = self._flat_all(term.items, " ")
            return None if inner is None else f"({inner})"
        if isinstance(term, BlankNodeList):
            if not term.predicates:
                return "[]"
            group = term.predicates[0]
            inner = self._flat_all(group.objects, ", ") if len(term.predicates) == 1 else None
            return None if inner is None else f"[ {self.writer.predicate(group.predicate)} {inner} ]"
        text = self.writer.leaf(term)
        return None if "\n" in text else text

    def _flat_all(self, terms: Sequence[Term], separator: str) -> str | None:
        found = []
        for term in terms:
            flat = self._flat(term)
            if flat is None:
                return None
            found.append(flat)
        return separator.join(found)

    def _write(self, text: str) -> None:
        self.parts.append(text)
        newline = text.rfind("\n")
        self.column = self.column + len(text) if newline < 0 else len(text) - newline - 1


def _semicolons(group: PredicateObjects, following: Token | None, end: Token) -> list[Sequence[Comment]]:
    """The semicolons to write after a predicate's objects, as the comments before each.

    Only one is needed, and none at the end; another stays if a comment stands before or after it.
    """
    after: Sequence[Comment] = (end if following is None else following).comments
    kept: list[Sequence[Comment]] = []
    for token in reversed(group.semicolons):
        if token.comments or after:
            kept.append(token.comments)
        after = token.comments
    return kept[::-1] if kept or following is None else [()]
