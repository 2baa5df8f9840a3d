"""The output formats, in one table that feeds the command line, the documentation and the tests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dienstgraaf.errors import DienstgraafError

__all__ = ["FORMATS", "Format", "FormatError", "choose_format"]


class FormatError(DienstgraafError):
    """A format is unknown, or does not fit what is to be written."""


@dataclass(frozen=True, slots=True)
class Format:
    """An output format: its name, the file extensions that mean it, and whether it is binary."""

    name: str
    extensions: tuple[str, ...]
    binary: bool = False


FORMATS: Final[dict[str, Format]] = {
    each.name: each
    for each in (
        Format("table", (".txt",)),
        Format("csv", (".csv",)),
        Format("tsv", (".tsv",)),
        Format("json", (".json", ".srj")),
        Format("markdown", (".md", ".markdown")),
        Format("xlsx", (".xlsx",), binary=True),
        Format("html", (".html", ".htm")),
        Format("turtle", (".ttl", ".turtle")),
        Format("text", (".txt",)),
        Format("nquads", (".nq",)),
        Format("trig", (".trig",)),
        Format("svg", (".svg",)),
        Format("mermaid", (".mmd", ".mermaid")),
        Format("graphml", (".graphml",)),
        Format("sarif", (".sarif",)),
        Format("junit", (".xml",)),
        Format("github", ()),
    )
}
"""All formats by name."""


def choose_format(name: str | None, output: Path | None, allowed: Sequence[str], what: str) -> Format:
    """Return the format called `name`, else the one that the extension of `output` means, else the first allowed.

    Raises:
        FormatError: if it is unknown, or not among `allowed`, or the extension means none of these.
    """
    formats = ", ".join(allowed)
    if name is not None:
        if name not in FORMATS:
            raise FormatError("format-unknown", format=name, formats=formats)
        if name not in allowed:
            raise FormatError("format-wrong", format=name, what=what, formats=formats)
        return FORMATS[name]
    if output is None:
        return FORMATS[allowed[0]]
    extension = output.suffix.casefold()
    meant = [each for each in FORMATS.values() if extension in each.extensions]
    if not meant:
        raise FormatError("extension-unknown", name=output.name, formats=formats)
    fitting = [each for each in meant if each.name in allowed]
    if not fitting:
        raise FormatError("format-wrong", format=meant[0].name, what=what, formats=formats)
    return fitting[0]
