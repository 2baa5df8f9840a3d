"""What every flowchart of Mermaid (https://mermaid.js.org) here shares: safe labels, and the style of its lines."""

from __future__ import annotations

from typing import Final

from dienstgraaf.drawing.rendering import allowed
from dienstgraaf.drawing.styles import CERTAINTIES, LINES

__all__ = ["escaped", "line_style"]

_SAFE: Final = frozenset(" ,.'-/*•\u00a0")
"""What besides letters and digits means nothing to Mermaid inside quotation marks."""


def escaped(label: str) -> str:
    """Return `label` with everything that might mean something to Mermaid as the number of its character.

    >>> escaped('"a" | <b>')
    '#34;a#34; #124; #60;b#62;'
    """
    words = " ".join(allowed(label).split()) or "-"
    return "".join(char if char.isalnum() or char in _SAFE else f"#{ord(char)};" for char in words)


def line_style(line: str, certainty: str) -> str:
    """Return the style of a link, for `linkStyle`, by its class of line and of certainty; an unknown line is black."""
    known = LINES.get(line)
    dash = CERTAINTIES[certainty]
    dashes = f",stroke-dasharray:{dash} {dash}" if dash else ""
    return f"stroke:{known.color if known else '#1c2a33'},stroke-width:2px{dashes}"
