"""Where in the files stands what a finding is about: the statements of the root from which it was made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pyoxigraph import NamedNode

from dienstgraaf.export.checking import Finding
from dienstgraaf.inventory import Layout, source_files
from dienstgraaf.inventory.sources import read_content, read_source
from dienstgraaf.validation.displaying import shown_file
from dienstgraaf.validation.indexing import FileIndex

__all__ = ["with_places"]


def with_places(findings: Sequence[Finding], layouts: Sequence[Layout]) -> list[Finding]:
    """Return `findings`, each with path, line and column of what it is about, if a file of `layouts` says it.

    Raises:
        TurtleSyntaxError: if a file cannot be read any more.
    """
    wanted = {iri for each in findings for iri in _roots(each.focus)}
    found: dict[str, str] = {}
    for file in source_files(layouts) if wanted else ():
        content = read_content(file.path)
        quads = read_source(content, file.path, file.graph)
        if file.graph in wanted:
            found[file.graph] = f"{shown_file(file.path)}:1:1"
        here = {each.subject.value for each in quads if isinstance(each.subject, NamedNode)} & wanted - found.keys()
        if here:
            index = FileIndex(content.decode("utf-8").removeprefix("\ufeff"), quads, file.graph)
            for iri in here:
                place = index.subject_place(index.numbers(NamedNode(iri))[0])
                found[iri] = f"{shown_file(file.path)}:{place.line}:{place.column}"
    return [replace(each, place=_first(found.get(iri) for iri in _roots(each.focus))) for each in findings]


def _roots(focus: str) -> Iterator[str]:
    """Yield the IRI `focus`, then what is left of it before each `#` or `/`: what an export makes has a root's IRI."""
    iri = focus.removeprefix("<").removesuffix(">")
    yield iri
    yield from (iri[: match.start()] for match in reversed(list(re.finditer("[/#]", iri))))


def _first(places: Iterable[str | None]) -> str:
    return next((each for each in places if each), "")
