"""Text in XML 1.0: what must be escaped, and what cannot be there at all (section 2.2)."""

from __future__ import annotations

import re
from typing import Final
from xml.sax.saxutils import escape, quoteattr

__all__ = ["attribute", "content", "readable"]

_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_RETURN: Final = {"\r": "&#13;"}
_WHITE: Final = {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


def content(text: str) -> str:
    r"""Return `text` as the content of an element; readers get back every character that XML can hold.

    >>> content("a ]]> b\r")
    'a ]]&gt; b&#13;'
    """
    return escape(readable(text), _RETURN)


def attribute(text: str) -> str:
    """Return `text` as the value of an attribute, in quotes."""
    return quoteattr(readable(text), _WHITE)


def readable(text: str) -> str:
    r"""Return `text` with each character that XML cannot hold replaced by its picture, or by U+FFFD if it has none.

    >>> readable("a\x01b")
    'a␁b'
    """
    return _NOT_XML.sub(lambda found: chr(0x2400 + ord(found[0])) if ord(found[0]) < 0x20 else "\ufffd", text)
