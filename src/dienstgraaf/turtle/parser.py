"""Reads Turtle 1.1 (https://www.w3.org/TR/turtle/) into a syntax tree."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dienstgraaf.turtle._grammar import NOT_IN_IRI
from dienstgraaf.turtle.errors import TurtleError
from dienstgraaf.turtle.tokens import END, Token, tokenise
from dienstgraaf.turtle.tree import (
    BlankLabel,
    BlankNodeList,
    Collection,
    Directive,
    Document,
    Iri,
    Item,
    Literal,
    PredicateObjects,
    Statement,
    Term,
)

__all__ = ["DEEPEST", "RDF", "XSD", "parse_turtle"]

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
DEEPEST = 100
"""How many brackets may stand inside each other."""

_ESCAPES = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_BAD_IN_IRI = re.compile(f"[{NOT_IN_IRI}]")
_NUMBERS = ("integer", "decimal", "double")


def parse_turtle(text: str, *, base_prefixes: Mapping[str, str] | None = None) -> Document:
    """Return the syntax tree of `text`.

    Args:
        text: Turtle 1.1.
        base_prefixes: prefixes that hold before the text begins, for a piece of a document that declares none.

    Raises:
        TurtleError: if the text is not Turtle, or brackets stand more than 100 deep.
    """
    return _Parser(tokenise(text), dict(base_prefixes or {})).document()


class _Parser:
    """One pass over the tokens; each method reads one rule of the grammar."""

    def __init__(self, tokens: list[Token], prefixes: dict[str, str]) -> None:
        """Start at the first token."""
        self.tokens = tokens
        self.position = 0
        self.prefixes = prefixes
        self.depth = 0
        self.names: dict[str, str] = {}

    @property
    def here(self) -> Token:
        """The token that is read next."""
        return self.tokens[self.position]

    def take(self) -> Token:
        """Read one token."""
        token = self.tokens[self.position]
        self.position += 1
        return token

    def document(self) -> Document:
        """Read everything. Comments between statements become items, and leave their tokens."""
        items: list[Item] = []
        comments = [comment for token in self.tokens for comment in token.comments]
        while True:
            token = self.here
            items.extend(token.comments)
            token.comments = ()
            if token.kind == END:
                return Document(items, comments)
            word = token.text.upper()
            if token.text in ("@prefix", "@base") or (token.kind == "word" and word in ("PREFIX", "BASE")):
                items.append(self.directive(word.lstrip("@") == "PREFIX"))
            else:
                items.append(self.statement())

    def directive(self, has_prefix: bool) -> Directive:
        """Read @prefix, @base, PREFIX or BASE."""
        start = self.take()
        tokens = [start]
        prefix = None
        if has_prefix:
            name = self.here
            if name.kind != "name" or name.text.index(":") != len(name.text) - 1:
                raise _unexpected(name, "a prefix and a colon")
            tokens.append(self.take())
            prefix = name.text[:-1]
        if self.here.kind != "iri":
            raise _unexpected(self.here, "an IRI between < and >")
        iri = self.iri()
        tokens.append(iri.first)
        stop = self.mark(".") if start.kind == "at" else None
        if prefix is not None:
            self.prefixes[prefix] = iri.value
            self.names.clear()
        return Directive(start, stop or iri.first, prefix, iri, tuple(tokens), stop)

    def statement(self) -> Statement:
        """Read a subject, its predicates and objects, and the full stop."""
        first = self.here
        if first.kind not in ("iri", "name", "label") and first.text not in ("[", "("):
            raise _unexpected(first, "a subject")
        subject = self.term()
        alone = isinstance(subject, BlankNodeList) and subject.predicates and self.here.text == "."
        predicates = [] if alone else self.predicates()
        return Statement(first, self.mark("."), subject, predicates)

    def predicates(self) -> list[PredicateObjects]:
        """Read predicates and objects until no semicolon and predicate follow."""
        found: list[PredicateObjects] = []
        while True:
            found.append(self.predicate_objects())
            while self.here.text == ";":
                found[-1].semicolons.append(self.take())
            follows = self.here.kind in ("iri", "name") or (self.here.kind == "word" and self.here.text == "a")
            if not found[-1].semicolons or not follows:
                return found

    def predicate_objects(self) -> PredicateObjects:
        """Read one predicate and its objects."""
        token = self.here
        if token.kind == "word" and token.text == "a":
            predicate = Iri(self.take(), token, RDF + "type")
        elif token.kind in ("iri", "name"):
            predicate = self.iri()
        else:
            raise _unexpected(token, "a predicate")
        objects = [self.term()]
        commas: list[Token] = []
        while self.here.text == ",":
            commas.append(self.take())
            objects.append(self.term())
        return PredicateObjects(token, objects[-1].last, predicate, objects, commas)

    def term(self) -> Term:
        """Read a subject or object."""
        token = self.here
        if token.kind in ("iri", "name"):
            return self.iri()
        if token.kind == "string":
            return self.string()
        if token.kind in _NUMBERS:
            return Literal(self.take(), token, token.text, "", Iri(token, token, XSD + token.kind), (token,))
        if token.kind == "word" and token.text in ("true", "false"):
            return Literal(self.take(), token, token.text, "", Iri(token, token, XSD + "boolean"), (token,))
        if token.kind == "label":
            return BlankLabel(self.take(), token, token.text[2:])
        if token.text in ("[", "("):
            return self.brackets()
        raise _unexpected(token, "an object")

    def brackets(self) -> BlankNodeList | Collection:
        """Read `[ … ]` or `( … )`."""
        self.depth += 1
        start = self.take()
        if self.depth > DEEPEST:
            raise TurtleError(f"brackets stand more than {DEEPEST} deep", start.line, start.column)
        node: BlankNodeList | Collection
        if start.text == "[":
            predicates = [] if self.here.text == "]" else self.predicates()
            node = BlankNodeList(start, self.mark("]"), predicates)
        else:
            items: list[Term] = []
            while self.here.text != ")":
                items.append(self.term())
            node = Collection(start, self.take(), items)
        self.depth -= 1
        return node

    def string(self) -> Literal:
        """Read a string with its language or datatype."""
        token = self.take()
        quotes = 3 if token.text[:3] in ('"""', "'''") else 1
        value = _unescape(token.text[quotes:-quotes], token)
        follows = self.here
        if follows.kind == "at":
            self.take()
            return Literal(token, follows, value, follows.text[1:], None, (token, follows))
        if follows.text == "^^":
            self.take()
            if self.here.kind not in ("iri", "name"):
                raise _unexpected(self.here, "a datatype")
            datatype = self.iri()
            return Literal(token, datatype.last, value, "", datatype, (token, follows, datatype.first))
        return Literal(token, token, value, "", None, (token,))

    def iri(self) -> Iri:
        """Read an IRI or a prefixed name."""
        token = self.take()
        value = self.names.get(token.text)
        if value is None:
            value = self.expand(token) if token.kind == "name" else _iri_value(token)
            self.names[token.text] = value
        return Iri(token, token, value)

    def expand(self, token: Token) -> str:
        """Return the IRI of a prefixed name."""
        prefix, _, local = token.text.partition(":")
        if prefix not in self.prefixes:
            raise TurtleError(f"the prefix {prefix}: is not declared", token.line, token.column)
        return self.prefixes[prefix] + re.sub(r"\\(.)", r"\1", local)

    def mark(self, text: str) -> Token:
        """Read one particular mark."""
        if self.here.text != text:
            raise _unexpected(self.here, text)
        return self.take()


def _unexpected(token: Token, expected: str) -> TurtleError:
    found = "the text ends" if token.kind == END else f"{token.text[:40]!r} stands"
    return TurtleError(f"{found} where {expected} is expected", token.line, token.column)


def _iri_value(token: Token) -> str:
    value = _unescape(token.text[1:-1], token)
    bad = _BAD_IN_IRI.search(value)
    if bad:
        raise TurtleError(f"{bad.group()!r} may not stand in an IRI, not even escaped", token.line, token.column)
    return value


def _unescape(text: str, token: Token) -> str:
    """Resolve the escapes of a string or IRI."""
    if "\\" not in text:
        return text

    def plain(match: re.Match[str]) -> str:
        code = match[1] or match[2]
        if not code:
            return _ESCAPES.get(match[3], match[3])
        number = int(code, 16)
        if number > 0x10FFFF or 0xD800 <= number <= 0xDFFF:
            raise TurtleError(f"{match.group()} is no character", token.line, token.column)
        return chr(number)

    return _ESCAPE.sub(plain, text)
