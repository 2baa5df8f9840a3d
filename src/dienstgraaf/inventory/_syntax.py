"""What the Turtle parser says of wrong syntax, as keys of messages in the reader's language."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["syntax_message"]

_SAYINGS: Final = (
    (re.compile(r"Unexpected end"), "syntax-ends"),
    (re.compile(r"Unexpected end of file"), "syntax-open"),
    (re.compile(r"A dot is expected at the end of statements|Triples should be followed by a dot"), "syntax-no-dot"),
    (re.compile(r"The prefix (?P<token>\S+) has not been declared"), "syntax-prefix"),
    (re.compile(r"(?P<token>.+) is not a valid predicate"), "syntax-predicate"),
    (re.compile(r"(?P<token>.+) is not a valid subject or graph name"), "syntax-subject"),
    (re.compile(r"Expecting a datatype IRI after \^\^, found (?P<token>.+)"), "syntax-datatype"),
    (re.compile(r"Invalid IRI code point (?P<token>.+)"), "syntax-iri"),
    (re.compile(r"The PREFIX keyword should be followed by a prefix like 'ex:'"), "syntax-prefix-keyword"),
)


def syntax_message(message: str) -> tuple[str, dict[str, str]]:
    """Return the key of the parser's `message` and the values to fill it with; the position in front is left out.

    >>> syntax_message("The prefix ex: has not been declared")
    ('syntax-prefix', {'token': 'ex:'})
    """
    plain = re.sub(r"^Parser error [^:]*: ", "", message)
    for pattern, key in _SAYINGS:
        if match := pattern.fullmatch(plain):
            return key, match.groupdict()
    return "syntax-other", {"token": plain}
