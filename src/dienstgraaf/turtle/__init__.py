"""Turtle 1.1, read with the place of every token and comment, and written in one canonical form.

The library stands alone: it knows nothing of the rest of the package.
"""

from dienstgraaf.turtle.errors import FormatLossError, TurtleError
from dienstgraaf.turtle.format import (
    FIRST_LANGUAGES,
    FIRST_PREDICATES,
    LAST_PREDICATES,
    first_difference,
    format_turtle,
)
from dienstgraaf.turtle.parser import parse_turtle
from dienstgraaf.turtle.tokens import Comment, Token
from dienstgraaf.turtle.tree import Directive, Document, Statement

__all__ = [
    "FIRST_LANGUAGES",
    "FIRST_PREDICATES",
    "LAST_PREDICATES",
    "Comment",
    "Directive",
    "Document",
    "FormatLossError",
    "Statement",
    "Token",
    "TurtleError",
    "first_difference",
    "format_turtle",
    "parse_turtle",
]
