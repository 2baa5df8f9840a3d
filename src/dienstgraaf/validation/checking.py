"""Checks files: their syntax, then shapes and vocabulary against all that is known besides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode

from dienstgraaf.errors import DienstgraafError
from dienstgraaf.inventory import Layout, SourceFile, TurtleSyntaxError, read_quads, shape_files, source_files
from dienstgraaf.inventory.namespaces import PREFIXES
from dienstgraaf.messages import LANGUAGES, text
from dienstgraaf.shacl import ShapesError, StoreEngine
from dienstgraaf.validation.collecting import Collector
from dienstgraaf.validation.files import chosen_files
from dienstgraaf.validation.malformed import broken, malformed
from dienstgraaf.validation.material import Material
from dienstgraaf.validation.places import FixedPlace, Places
from dienstgraaf.validation.placing import Homes, labels_of
from dienstgraaf.validation.report import Finding, ValidationReport
from dienstgraaf.validation.rules import Rule, read_rules
from dienstgraaf.validation.shacl import Checking, Reference, restricted_to
from dienstgraaf.validation.telling import BUILT_IN, EMPTY, RELATIVE
from dienstgraaf.validation.vocabulary import check_vocabulary

__all__ = ["EMPTY", "gather", "given_shapes", "known_rules", "refuse_without_shapes", "rules_used", "validate"]

_FEW: Final = 16
"""With more files than this, shapes are not narrowed to what these describe: looking at all is quicker then."""


@dataclass(frozen=True)
class _Plan:
    """The files that are checked, and those that they are checked with."""

    checked: Sequence[SourceFile]
    data: Sequence[SourceFile]
    ontology: Sequence[SourceFile]
    shapes: Sequence[SourceFile]
    given: Sequence[SourceFile]
    """The shapes that are not those of the inventory."""


def validate(
    layouts: Sequence[Layout],
    paths: Sequence[Path] | None = None,
    shapes: Sequence[Path] = (),
    only_shapes: bool = False,
    limit: int | None = None,
) -> ValidationReport:
    """Check the files at `paths`, else all files of `layouts`, with the ontology and shapes of `layouts`.

    Files at `paths` may refer to anything in `layouts`; findings are about the files at `paths` alone. `shapes` are
    files or folders of further SHACL rules. With `only_shapes` these are the only rules and `layouts` are left aside.
    With `limit` only the first findings of each cause are kept, and the others are counted.

    Raises:
        DienstgraafError: if a path does not exist, a folder holds no Turtle, or there are no shapes.
    """
    plan = _only(paths, shapes) if only_shapes else _plan(layouts, paths, shapes)
    material = Material()
    material.load(dict.fromkeys([*plan.data, *plan.ontology]))
    material.load_shapes(dict.fromkeys(plan.shapes))
    places = Places(dict.fromkeys([*plan.checked, *plan.shapes, *plan.data]), material.once)
    suspect = [file for file in plan.shapes if file in plan.checked or file in plan.given]
    checking = Checking(StoreEngine(store=material.store), material.rules, lambda: _reference(plan, material))
    homes = _homes(plan, material)
    found = chain(
        ()
        if only_shapes
        else check_vocabulary(StoreEngine(store=material.store), {file.graph for file in plan.checked}),
        checking.findings(_restriction(plan, narrow=paths is not None and not only_shapes)),
    )
    empty = (_empty(file, places) for file in plan.checked if file in material.empty)
    relative = (
        _relative(file, material, places) for file in plan.checked if file in material.relative and not only_shapes
    )
    placed = (replace(each, places=places) for each in map(homes.placed, found) if each is not None)
    kept = Collector(limit)
    refuse_without_shapes(material, plan.given)
    errors = gather(chain(empty, relative, placed), kept, material, suspect, places)
    findings = kept.findings()
    return ValidationReport(
        tuple(findings),
        tuple(errors),
        len(plan.checked),
        rules_used(findings, material),
        labels_of((term for each in findings for term in (each.focus, each.owner)), material.store),
        kept.totals,
        handed=checking.told,
    )


def gather(
    findings: Iterable[Finding], kept: Collector, material: Material, suspect: Iterable[SourceFile], places: Places
) -> list[TurtleSyntaxError]:
    """Put `findings` into `kept`, and return what could not be read, and what is wrong with the shapes themselves.

    `suspect` are the files of shapes that nobody has checked before.

    Raises:
        DienstgraafError: if a shape is wrong and its place is unknown.
    """
    errors = [*material.unreadable, *malformed(material.shapes, suspect, places)]
    try:
        for finding in findings:
            kept.add(finding)
    except ShapesError as error:
        place = None if errors else broken(error, material.shapes, places)
        if place is None and not errors:
            raise DienstgraafError("shapes-broken", reason=str(error)) from error
        errors += [] if place is None else [place]
    return errors


def refuse_without_shapes(material: Material, given: Sequence[SourceFile]) -> None:
    """Do nothing if one of the files `given` speaks of shapes, or could not be read.

    Raises:
        DienstgraafError: if none has a shape in it: nothing would be checked by them.
    """
    read = [material.shapes.get(file) for file in given]
    about = (quad.predicate.value for quads in read for quad in quads or ())
    if given and all(read) and not any(name.startswith(PREFIXES["sh"]) for name in about):
        raise DienstgraafError("no-shape-in", name=given[0].path)


def rules_used(findings: Iterable[Finding], material: Material) -> dict[str, Rule]:
    """Return the rules that `findings` name."""
    names = {finding.rule for finding in findings}
    rules = {**read_rules(material.rules), **BUILT_IN} if names else {}
    return {name: rules[name] for name in sorted(names) if name in rules}


def _restriction(plan: _Plan, narrow: bool) -> str:
    graphs = [file.graph for file in plan.checked if file not in plan.shapes]
    return restricted_to(graphs) if narrow and len(graphs) <= _FEW else ""


def _reference(plan: _Plan, material: Material) -> Reference:
    aside = {NamedNode(file.graph) for file in plan.ontology if not _is_concepts(file)}
    data = (quad for quad in material.store if quad.graph_name not in aside)
    return Reference(data, material.quads(plan.ontology))


def _homes(plan: _Plan, material: Material) -> Homes:
    files = {file.graph: file.path for file in [*plan.data, *plan.ontology, *plan.shapes]}
    checked = {file.graph for file in plan.checked}
    return Homes(material.store, files, checked, material.rules)


def known_rules(layouts: Sequence[Layout], shapes: Sequence[Path] = ()) -> dict[str, Rule]:
    """Return all rules by IRI: the shapes of `layouts` and at `shapes` that have a name, and those of the program.

    Raises:
        TurtleSyntaxError: if a file of shapes cannot be read.
    """
    quads = [quad for file in [*shape_files(layouts), *given_shapes(shapes)] for quad in read_quads(file)]
    return dict(sorted({**read_rules(quads), **BUILT_IN}.items()))


def _plan(layouts: Sequence[Layout], paths: Sequence[Path] | None, shapes: Sequence[Path]) -> _Plan:
    known, given = source_files(layouts), given_shapes(shapes)
    rules = [*shape_files(layouts), *given]
    if not rules:
        raise DienstgraafError("no-shapes")
    if paths is not None:
        checked = chosen_files(paths, [*known, *rules])
    else:
        context = [layout.root for layout in layouts if not layout.instances.is_dir()]
        every = [*known, *shape_files(layouts)]
        checked = [file for file in every if not any(file.path.is_relative_to(root) for root in context)]
    ontology = source_files(layouts, ("ontology",))
    aside = {*ontology, *shape_files(layouts)}
    data = [file for file in dict.fromkeys([*known, *checked]) if file not in aside]
    return _Plan(checked, data, ontology, rules, given)


def _only(paths: Sequence[Path] | None, shapes: Sequence[Path]) -> _Plan:
    if not shapes or not paths:
        raise DienstgraafError("only-shapes-what")
    checked, given = chosen_files(paths, ()), given_shapes(shapes)
    return _Plan(checked, checked, (), given, given)


def given_shapes(shapes: Sequence[Path]) -> list[SourceFile]:
    """Return the files of shapes at `shapes`.

    Raises:
        DienstgraafError: if a path does not exist, or a folder holds no Turtle.
    """
    return chosen_files(shapes, ()) if shapes else []


def _empty(file: SourceFile, places: Places) -> Finding:
    """Return the warning that `file` holds nothing: it would conform to anything."""
    messages: dict[str, str] = {lang: text("file-empty", lang) for lang in LANGUAGES}
    graph = NamedNode(file.graph)
    return Finding(graph, None, None, "warning", messages, EMPTY, file.path, graph=file.graph, places=places)


def _relative(file: SourceFile, material: Material, places: Places) -> Finding:
    """Return the warning that `file` has a relative IRI: what that names depends on where the file lies."""
    messages: dict[str, str] = {lang: text("iri-relative", lang) for lang in LANGUAGES}
    line, column = material.relative[file]
    fixed = FixedPlace(places, line, column)
    graph = NamedNode(file.graph)
    return Finding(graph, None, None, "warning", messages, RELATIVE, file.path, graph=file.graph, places=fixed)


def _is_concepts(file: SourceFile) -> bool:
    """Whether `file` is a concept scheme: those are part of the ontology, and data to the shapes."""
    return "/ontology/concepts/" in file.graph
