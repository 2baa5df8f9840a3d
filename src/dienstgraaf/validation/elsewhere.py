"""Checks what a store holds, where it holds it: behind an endpoint, or on disk. Nothing is copied out of it.

There are no files and so no lines: a finding names the graph and the subject. The ontology must be in the store too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from dienstgraaf.errors import DienstgraafError
from dienstgraaf.inventory import Layout, open_store, shape_files
from dienstgraaf.inventory.namespaces import DG
from dienstgraaf.shacl import Engine, StoreEngine
from dienstgraaf.validation.asking import AROUND, Asker
from dienstgraaf.validation.checking import gather, given_shapes, refuse_without_shapes, rules_used
from dienstgraaf.validation.collecting import Collector
from dienstgraaf.validation.material import Material
from dienstgraaf.validation.places import Places, StorePlaces
from dienstgraaf.validation.placing import Homes, labels_of
from dienstgraaf.validation.report import Finding, ValidationReport
from dienstgraaf.validation.shacl import Around, Checking, Reference
from dienstgraaf.validation.vocabulary import check_vocabulary

__all__ = ["validate_endpoint", "validate_store"]


def validate_endpoint(
    engine: Engine,
    layouts: Sequence[Layout],
    shapes: Sequence[Path] = (),
    only_shapes: bool = False,
    limit: int | None = None,
) -> ValidationReport:
    """Check what a SPARQL endpoint holds by the shapes of `layouts` and those at `shapes`.

    Raises:
        EndpointError: if the endpoint cannot be reached, fails, or stops answering half way.
        DienstgraafError: if there are no shapes, or one cannot be compiled: then it could not be checked there.
    """
    asker = Asker(engine)
    asker.refuse_unless_whole()
    if not only_shapes:
        _refuse_without_ontology(engine)
    return _validate(engine, layouts, shapes, only_shapes, limit, asker.placed, asker.labels, AROUND, asker.graphs)


def validate_store(
    folder: Path,
    layouts: Sequence[Layout],
    shapes: Sequence[Path] = (),
    only_shapes: bool = False,
    limit: int | None = None,
) -> ValidationReport:
    """Check what the store on disk in `folder` holds (an Oxigraph database), which is opened for reading only.

    Raises:
        DienstgraafError: if `folder` holds no store, or there are no shapes.
    """
    store = open_store(folder)
    homes, places = Homes(store, {}), StorePlaces(store)
    if not only_shapes:
        _refuse_without_ontology(StoreEngine(store=store))

    def placed(findings: Iterable[Finding]) -> Iterator[Finding]:
        for each in map(homes.placed, findings):
            if each is not None:
                yield replace(each, places=places)

    def labels(findings: Iterable[Finding]) -> dict[str, dict[str, str]]:
        return labels_of((term for each in findings for term in (each.focus, each.owner)), store)

    return _validate(
        StoreEngine(store=store),
        layouts,
        shapes,
        only_shapes,
        limit,
        placed,
        labels,
        None,
        lambda: sum(1 for _ in store.named_graphs()),
        lambda: Reference(store, ()),
    )


def _refuse_without_ontology(engine: Engine) -> None:
    """Do nothing if the ontology is there, without which no class is known and nothing would be found.

    Raises:
        DienstgraafError: if it is not.
    """
    query = f"SELECT ?kind WHERE {{ <{DG}Provider> a ?kind }} LIMIT 1"
    if next(iter(engine.select(query).rows), None) is None:
        raise DienstgraafError("ontology-not-there")


def _validate(
    engine: Engine,
    layouts: Sequence[Layout],
    shapes: Sequence[Path],
    only_shapes: bool,
    limit: int | None,
    placed: Callable[[Iterable[Finding]], Iterator[Finding]],
    labels: Callable[[Iterable[Finding]], dict[str, dict[str, str]]],
    around: Around | None,
    graphs: Callable[[], int],
    others: Callable[[], Reference] | None = None,
) -> ValidationReport:
    given = given_shapes(shapes)
    rules = given if only_shapes else [*shape_files(layouts), *given]
    if not rules:
        raise DienstgraafError("only-shapes-what" if only_shapes else "no-shapes")
    material = Material()
    material.load_shapes(dict.fromkeys(rules))
    refuse_without_shapes(material, given)
    checking = Checking(engine, material.rules, others)
    vocabulary = () if only_shapes else check_vocabulary(engine)
    kept = Collector(limit)
    found = chain(placed(vocabulary), placed(checking.findings(around=around)))
    errors = gather(found, kept, material, given, Places(rules, material.once))
    if others is None and checking.told:
        name, reason = checking.told[0]
        raise DienstgraafError("shape-not-there", name=name, reason=reason)
    findings = kept.findings()
    return ValidationReport(
        tuple(findings),
        tuple(errors),
        0,
        rules_used(findings, material),
        labels(findings),
        kept.totals,
        graphs(),
        checking.told,
    )
