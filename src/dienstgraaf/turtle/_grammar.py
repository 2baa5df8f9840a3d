"""The terminals of Turtle 1.1 (https://www.w3.org/TR/turtle/#sec-grammar-grammar) as regular expressions."""

from __future__ import annotations

import re

__all__ = [
    "ABSOLUTE_IRI",
    "CHARS",
    "DECIMAL",
    "DOUBLE",
    "ESCAPE",
    "INTEGER",
    "LOCAL_ESCAPES",
    "NOT_IN_IRI",
    "START",
    "TOKEN",
]

_BASE = (
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
START = _BASE + "_"
"""PN_CHARS_U, as the inside of a character class."""
CHARS = START + "0-9\u00b7\u0300-\u036f\u203f-\u2040-"
"""PN_CHARS, as the inside of a character class."""
LOCAL_ESCAPES = "_~.-!$&'()*+,;=/?#@%"
"""The characters that PN_LOCAL_ESC may escape."""

_UCHAR = r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}"
ESCAPE = rf"(?:\\[tbnrf\"'\\]|{_UCHAR})"
"""ECHAR or UCHAR."""
NOT_IN_IRI = '\\x00-\\x20<>"{}|^`\\\\'
"""What may not stand in an IRI, as the inside of a character class."""
_PLX = rf"%[0-9A-Fa-f]{{2}}|\\[{re.escape(LOCAL_ESCAPES)}]"
_PREFIX = rf"(?:[{_BASE}](?:\.*[{CHARS}])*)?"
_LOCAL = rf"(?:(?:[{START}:0-9]|{_PLX})(?:\.*(?:[{CHARS}:]|{_PLX}))*)?"

INTEGER = r"[+-]?[0-9]+"
DECIMAL = r"[+-]?[0-9]*\.[0-9]+"
DOUBLE = r"[+-]?(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+)[eE][+-]?[0-9]+"
ABSOLUTE_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def _short(quote: str) -> str:
    return rf"{quote}[^{quote}\\\n\r]*+(?:{ESCAPE}[^{quote}\\\n\r]*+)*+{quote}"


def _long(quote: str) -> str:
    return rf"{quote * 3}[^{quote}\\]*+(?:(?:{ESCAPE}|{quote}{{1,2}}+(?!{quote}))[^{quote}\\]*+)*+{quote * 3}"


def _string(quote: str) -> str:
    return rf"{_long(quote)}|(?!{quote * 3}){_short(quote)}"


TOKEN = re.compile(
    "|".join(
        [
            r"(?P<space>[ \t\r\n]+)",
            r"(?P<comment>#[^\r\n]*)",
            rf"(?P<name>{_PREFIX}:{_LOCAL})",
            rf"(?P<iri><(?:[^{NOT_IN_IRI}]|{_UCHAR})*+>)",
            rf"(?P<string>{_string(chr(34))}|{_string(chr(39))})",
            rf"(?P<label>_:[{START}0-9](?:\.*[{CHARS}])*)",
            rf"(?P<double>{DOUBLE})",
            rf"(?P<decimal>{DECIMAL}+(?![eE]))",
            rf"(?P<integer>{INTEGER}+(?![eE]))",
            r"(?P<at>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)",
            rf"(?P<word>[A-Za-z]++(?![{CHARS}]))",
            r"(?P<mark>\^\^|[][().,;])",
        ]
    )
)
