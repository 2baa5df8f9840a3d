"""Checks files: their syntax, then shapes and vocabulary against all that is known besides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from pyoxigraph import NamedNode, Quad, Triple

from dienstgraaf.engine import EmbeddedEngine
from dienstgraaf.errors import DienstgraafError
from dienstgraaf.inventory import Layout, SourceFile, TurtleSyntaxError, read_quads, shape_files, source_files
from dienstgraaf.inventory.sources import read_source
from dienstgraaf.messages import LANGUAGES, text
from dienstgraaf.turtle import TurtleError, parse_turtle
from dienstgraaf.validation.files import chosen_files
from dienstgraaf.validation.places import Places
from dienstgraaf.validation.placing import labels_of, placed
from dienstgraaf.validation.report import Finding, ValidationReport
from dienstgraaf.validation.rules import Rule, read_rules
from dienstgraaf.validation.shacl import check_shapes
from dienstgraaf.validation.telling import BUILT_IN, EMPTY
from dienstgraaf.validation.vocabulary import check_vocabulary

__all__ = ["EMPTY", "known_rules", "validate"]


@dataclass
class _Material:
    """The quads of each file that could be read, and the errors of those that could not."""

    quads: dict[SourceFile, list[Quad]] = field(default_factory=dict)
    unreadable: list[TurtleSyntaxError] = field(default_factory=list)
    once: dict[Path, bytes] = field(default_factory=dict)
    """What was read from pipes and the like, which can be read only once."""

    def read(self, files: Iterable[SourceFile]) -> None:
        for file in files:
            try:
                if file.path.is_file() or not file.path.exists():
                    quads = read_quads(file)
                else:
                    content = self.once.setdefault(file.path, _piped(file.path))
                    quads = read_source(content, file.path, file.graph)
                self.quads[file] = _plain(quads, file)
            except TurtleSyntaxError as error:
                self.unreadable.append(error)

    def of(self, files: Iterable[SourceFile]) -> list[Quad]:
        return [quad for file in files for quad in self.quads.get(file, ())]

    def by_file(self, files: Iterable[SourceFile]) -> dict[SourceFile, list[Quad]]:
        return {file: self.quads[file] for file in files if file in self.quads}


def _piped(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise TurtleSyntaxError(path, 1, 1, "syntax-unreadable", token=error.strerror or str(error)) from None


def _plain(quads: list[Quad], file: SourceFile) -> list[Quad]:
    """Return `quads` if there is no triple in a triple, which neither SHACL nor Turtle 1.1 knows.

    Raises:
        TurtleSyntaxError: if there is, at its place.
    """
    if any(isinstance(quad.object, Triple) for quad in quads):
        line, column = 1, 1
        try:
            parse_turtle(file.path.read_text("utf-8-sig") if file.path.is_file() else "")
        except TurtleError as error:
            line, column = error.line, error.column
        raise TurtleSyntaxError(file.path, line, column, "syntax-triple-term")
    return quads


@dataclass(frozen=True)
class _Plan:
    """The files that are checked, and those that they are checked with."""

    checked: Sequence[SourceFile]
    data: Sequence[SourceFile]
    ontology: Sequence[SourceFile]
    shapes: Sequence[SourceFile]


def validate(
    layouts: Sequence[Layout],
    paths: Sequence[Path] | None = None,
    shapes: Sequence[Path] = (),
    only_shapes: bool = False,
) -> ValidationReport:
    """Check the files at `paths`, else all files of `layouts`, with the ontology and shapes of `layouts`.

    Files at `paths` may refer to anything in `layouts`; findings are about the files at `paths` alone. `shapes` are
    files or folders of further SHACL rules. With `only_shapes` these are the only rules and `layouts` are left aside.

    Raises:
        DienstgraafError: if a path does not exist, a folder holds no Turtle, or there are no shapes.
    """
    plan = _only(paths, shapes) if only_shapes else _plan(layouts, paths, shapes)
    material = _Material()
    material.read(dict.fromkeys([*plan.checked, *plan.data, *plan.ontology, *plan.shapes]))
    places = Places(dict.fromkeys([*plan.checked, *plan.shapes]), material.once)
    found = [] if only_shapes else list(_vocabulary(material, [*plan.ontology, *plan.data], plan.checked))
    data, ontology = [*material.of(plan.data), *_concepts(material, plan.ontology)], material.of(plan.ontology)
    shape_quads = material.of(plan.shapes)
    graphs = None if paths is None or only_shapes else [file.graph for file in plan.checked if file not in plan.shapes]
    found += check_shapes(data, ontology, shape_quads, graphs)
    checked = material.by_file(file for file in plan.checked if file in plan.data or file in plan.ontology)
    known = material.by_file(dict.fromkeys([*plan.data, *plan.ontology, *plan.shapes]))
    named = [finding for finding in found if finding.file]
    results = [finding for finding in found if not finding.file]
    findings = [
        *(_empty(file, places) for file in plan.checked if material.quads.get(file) == []),
        *placed(named, material.by_file(plan.checked), {}, ontology, places),
        *placed(results, checked, known, ontology, places),
    ]
    findings.sort(key=lambda finding: str(finding.file))
    return ValidationReport(
        tuple(findings),
        tuple(material.unreadable),
        len(plan.checked),
        _used(findings, shape_quads),
        labels_of(
            (term for each in findings for term in (each.focus, each.owner)),
            chain.from_iterable(material.quads.values()),
        ),
    )


def known_rules(layouts: Sequence[Layout], shapes: Sequence[Path] = ()) -> dict[str, Rule]:
    """Return all rules by IRI: the shapes of `layouts` and at `shapes` that have a name, and those of the program.

    Raises:
        TurtleSyntaxError: if a file of shapes cannot be read.
    """
    quads = [quad for file in [*shape_files(layouts), *_given(shapes)] for quad in read_quads(file)]
    return dict(sorted({**read_rules(quads), **BUILT_IN}.items()))


def _plan(layouts: Sequence[Layout], paths: Sequence[Path] | None, shapes: Sequence[Path]) -> _Plan:
    known, rules = source_files(layouts), [*shape_files(layouts), *_given(shapes)]
    if not rules:
        raise DienstgraafError("no-shapes")
    checked = chosen_files(paths, [*known, *rules]) if paths is not None else [*known, *shape_files(layouts)]
    ontology = source_files(layouts, ("ontology",))
    aside = {*ontology, *shape_files(layouts)}
    return _Plan(checked, [file for file in dict.fromkeys([*known, *checked]) if file not in aside], ontology, rules)


def _only(paths: Sequence[Path] | None, shapes: Sequence[Path]) -> _Plan:
    if not shapes or not paths:
        raise DienstgraafError("only-shapes-what")
    checked = chosen_files(paths, ())
    return _Plan(checked, checked, (), _given(shapes))


def _given(shapes: Sequence[Path]) -> list[SourceFile]:
    return chosen_files(shapes, ()) if shapes else []


def _used(findings: Iterable[Finding], shapes: Sequence[Quad]) -> dict[str, Rule]:
    """Return the rules that `findings` name."""
    names = {finding.rule for finding in findings}
    rules = {**read_rules(shapes), **BUILT_IN} if names else {}
    return {name: rules[name] for name in sorted(names) if name in rules}


def _empty(file: SourceFile, places: Places) -> Finding:
    """Return the warning that `file` holds nothing: it would conform to anything."""
    messages: dict[str, str] = {lang: text("file-empty", lang) for lang in LANGUAGES}
    graph = NamedNode(file.graph)
    return Finding(graph, None, None, "warning", messages, EMPTY, file.path, graph=file.graph, places=places)


def _concepts(material: _Material, ontology: Sequence[SourceFile]) -> list[Quad]:
    """Return the concept schemes: they are part of the ontology, and data to the shapes."""
    return material.of(file for file in ontology if "/ontology/concepts/" in file.graph)


def _vocabulary(material: _Material, files: Sequence[SourceFile], checked: Sequence[SourceFile]) -> Iterable[Finding]:
    """Yield what is wrong with names in the checked files; a finding names the file, whoever describes its focus."""
    from dataclasses import replace

    engine = EmbeddedEngine()
    engine.load(material.of(files))
    paths = {file.graph: file.path for file in checked}
    for graph, finding in check_vocabulary(engine):
        if graph in paths:
            yield replace(finding, file=paths[graph], graph=graph)
