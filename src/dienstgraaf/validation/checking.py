"""Checks files: their syntax, then shapes and vocabulary against all that is known besides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from pyoxigraph import BlankNode, NamedNode, Quad

from dienstgraaf.engine import EmbeddedEngine, Term
from dienstgraaf.errors import DienstgraafError
from dienstgraaf.inventory import Layout, SourceFile, TurtleSyntaxError, read_quads, shape_files, source_files
from dienstgraaf.inventory.namespaces import BASE
from dienstgraaf.messages import LANGUAGES, text
from dienstgraaf.validation.files import chosen_files, line_of
from dienstgraaf.validation.report import Finding, ValidationReport
from dienstgraaf.validation.shacl import check_shapes
from dienstgraaf.validation.vocabulary import check_vocabulary

__all__ = ["EMPTY", "validate"]

EMPTY: Final = f"{BASE}rule/file-empty"
"""The rule that a file holds statements."""


@dataclass
class _Material:
    """The quads of each file that could be read, and the errors of those that could not."""

    quads: dict[SourceFile, list[Quad]] = field(default_factory=dict)
    unreadable: list[TurtleSyntaxError] = field(default_factory=list)

    def read(self, files: Iterable[SourceFile]) -> None:
        for file in files:
            try:
                self.quads[file] = read_quads(file)
            except TurtleSyntaxError as error:
                self.unreadable.append(error)

    def of(self, files: Iterable[SourceFile]) -> list[Quad]:
        return [quad for file in files for quad in self.quads.get(file, ())]


def validate(layouts: Sequence[Layout], paths: Sequence[Path] | None = None) -> ValidationReport:
    """Check the files at `paths`, else all files of `layouts`, with the ontology and shapes of `layouts`.

    Files at `paths` may refer to anything in `layouts`; findings are about the files at `paths` alone.

    Raises:
        DienstgraafError: if a path does not exist, a folder holds no Turtle, or there are no shapes.
    """
    known, shapes = source_files(layouts), shape_files(layouts)
    if not shapes:
        raise DienstgraafError("no-shapes")
    checked = chosen_files(paths, [*known, *shapes]) if paths is not None else [*known, *shapes]
    material = _Material()
    material.read(dict.fromkeys([*checked, *known, *shapes]))
    ontology = [*source_files(layouts, ("ontology",))]
    data = [file for file in dict.fromkeys([*known, *checked]) if file not in ontology and file not in shapes]
    found = [_empty(file) for file in checked if material.quads.get(file) == []]
    found += _vocabulary(material, [*ontology, *data], checked)
    graphs = None if paths is None else [file.graph for file in checked if file not in shapes]
    results = check_shapes(
        [*material.of(data), *_concepts(material, ontology)], material.of(ontology), material.of(shapes), graphs
    )
    found += _placed(results, material, [file for file in checked if file not in shapes])
    findings = tuple(sorted(_distinct(found), key=_order))
    names = {file.path for file in checked}
    unreadable = tuple(error for error in material.unreadable if error.path in names)
    return ValidationReport(findings, unreadable, len(checked))


def _empty(file: SourceFile) -> Finding:
    """Return the warning that `file` holds nothing: it would conform to anything."""
    messages: dict[str, str] = {lang: text("file-empty", lang) for lang in LANGUAGES}
    return Finding(NamedNode(file.graph), None, None, "warning", messages, EMPTY, file.path, 1)


def _concepts(material: _Material, ontology: Sequence[SourceFile]) -> list[Quad]:
    """Return the concept schemes: they are part of the ontology, and data to the shapes."""
    return material.of(file for file in ontology if "/ontology/concepts/" in file.graph)


def _vocabulary(material: _Material, files: Sequence[SourceFile], checked: Sequence[SourceFile]) -> Iterable[Finding]:
    engine = EmbeddedEngine()
    engine.load(material.of(files))
    paths = {file.graph: file.path for file in checked}
    for graph, finding in check_vocabulary(engine):
        if graph in paths:
            term = finding.value.value if finding.value is not None else None
            yield _at(finding, paths[graph], term)


def _placed(results: Iterable[Finding], material: _Material, checked: Sequence[SourceFile]) -> Iterable[Finding]:
    """Yield the findings about what the checked files describe, each with its file and line."""
    homes: dict[Term, Path] = {}
    owners: dict[Term, Term] = {}
    for file in checked:
        for quad in material.quads.get(file, ()):
            if isinstance(quad.subject, NamedNode | BlankNode):
                homes.setdefault(quad.subject, file.path)
                if isinstance(quad.object, BlankNode):
                    owners.setdefault(quad.object, quad.subject)
    for finding in results:
        if finding.focus in homes:
            yield _at(finding, homes[finding.focus], None, _named(finding.focus, owners))


def _named(focus: Term, owners: dict[Term, Term]) -> Term:
    """Return `focus`, or the named node that a blank one belongs to."""
    seen: set[Term] = set()
    while isinstance(focus, BlankNode) and focus in owners and focus not in seen:
        seen.add(focus)
        focus = owners[focus]
    return focus


def _at(finding: Finding, path: Path, term: str | None, owner: Term | None = None) -> Finding:
    node = owner or finding.focus
    if not isinstance(node, NamedNode):
        return replace(finding, file=path)
    return replace(finding, focus=node, file=path, line=line_of(path, node.value, term))


def _distinct(findings: Iterable[Finding]) -> list[Finding]:
    """Return `findings` without those that say the same of the same place."""
    return list({(*_order(finding), str(finding.value)): finding for finding in findings}.values())


def _order(finding: Finding) -> tuple[str, int, str, str, str, str]:
    return (
        str(finding.file or ""),
        finding.line or 0,
        str(finding.focus),
        finding.path or "",
        finding.rule,
        finding.message("en"),
    )
