"""Where in the files stands what a finding is about: the statements of the root from which it was made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pyoxigraph import NamedNode

from dienstgraaf.export.checking import Finding
from dienstgraaf.export.producing import beginnings
from dienstgraaf.inventory import Layout, source_files
from dienstgraaf.validation.displaying import shown_file
from dienstgraaf.validation.places import read_index

__all__ = ["with_places"]


def with_places(findings: Sequence[Finding], layouts: Sequence[Layout]) -> list[Finding]:
    """Return `findings`, each with path, line and column of what it is about, if a file of `layouts` says it."""
    about = [list(beginnings(each.focus.removeprefix("<").removesuffix(">"))) for each in findings]
    wanted = {iri for names in about for iri in names}
    found: dict[str, str] = {}
    for file in source_files(layouts) if wanted else ():
        if file.graph in wanted:
            found[file.graph] = f"{shown_file(file.path)}:1:1"
        index = read_index(file)
        for iri in wanted - found.keys() if index else ():
            if index and (numbers := index.numbers(NamedNode(iri))):
                place = index.subject_place(numbers[0])
                found[iri] = f"{shown_file(file.path)}:{place.line}:{place.column}"
    return [
        replace(each, place=next((found[iri] for iri in names if iri in found), ""))
        for each, names in zip(findings, about, strict=True)
    ]
