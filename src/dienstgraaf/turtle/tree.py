"""The syntax tree of a Turtle document: every node knows its place, and every comment stays where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from dienstgraaf.turtle.tokens import Comment, Token

__all__ = [
    "BlankLabel",
    "BlankNodeList",
    "Collection",
    "Directive",
    "Document",
    "Iri",
    "Item",
    "Literal",
    "Node",
    "PredicateObjects",
    "Statement",
    "Term",
]


@dataclass(slots=True)
class Node:
    """A part of the document, from its `first` token to its `last`."""

    first: Token
    last: Token

    @property
    def line(self) -> int:
        """The line of the first character, from 1."""
        return self.first.line

    @property
    def column(self) -> int:
        """The column of the first character, from 1."""
        return self.first.column

    @property
    def holds_comments(self) -> bool:
        """Whether a comment stands between the first token and the last."""
        return self.last.seen > self.first.seen


@dataclass(slots=True)
class Iri(Node):
    """An IRI, a prefixed name, or the keyword `a`; `value` is the IRI without escapes, not resolved against a base."""

    value: str


@dataclass(slots=True)
class BlankLabel(Node):
    """A blank node with a label, such as `_:b1`; `value` is the label."""

    value: str


@dataclass(slots=True)
class Literal(Node):
    """A literal; `value` is its lexical form, `datatype` None for plain strings and those with a language."""

    value: str
    language: str = ""
    datatype: Iri | None = None
    parts: tuple[Token, ...] = ()


@dataclass(slots=True)
class BlankNodeList(Node):
    """`[ … ]`: a blank node and what is said of it, which may be nothing."""

    predicates: list[PredicateObjects] = field(default_factory=list)


@dataclass(slots=True)
class Collection(Node):
    """`( … )`: an RDF list."""

    items: list[Term] = field(default_factory=list)


Term: TypeAlias = Iri | BlankLabel | Literal | BlankNodeList | Collection


@dataclass(slots=True)
class PredicateObjects(Node):
    """A predicate and its objects, the commas between these, and the semicolons that follow."""

    predicate: Iri
    objects: list[Term]
    commas: list[Token] = field(default_factory=list)
    semicolons: list[Token] = field(default_factory=list)


@dataclass(slots=True)
class Statement(Node):
    """A subject and all that is said of it, up to the full stop."""

    subject: Term
    predicates: list[PredicateObjects]


@dataclass(slots=True)
class Directive(Node):
    """`@prefix`, `@base`, `PREFIX` or `BASE`; `prefix` is None for a base; `tokens` are all but a full stop."""

    prefix: str | None
    iri: Iri
    tokens: tuple[Token, ...]
    stop: Token | None


Item: TypeAlias = Directive | Statement | Comment


@dataclass(slots=True)
class Document:
    """A Turtle text: its directives, statements, and the comments between them, in order.

    `comments` holds every comment of the text, those inside directives and statements too.
    """

    items: list[Item]
    comments: list[Comment]

    def statements(self) -> Iterator[Statement]:
        """Yield the statements in the order of the text."""
        return (item for item in self.items if isinstance(item, Statement))

    def prefixes(self) -> dict[str, str]:
        """Return the prefixes as they stand at the end of the text."""
        return {
            item.prefix: item.iri.value
            for item in self.items
            if isinstance(item, Directive) and item.prefix is not None
        }
