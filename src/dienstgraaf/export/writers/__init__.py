"""The forms that exports are written in: one module a form, and one table of them all."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, Final, cast

from dienstgraaf.export.model import Batch, CheckOfficial, Format, Options, Profile, Write, WriteFolder
from dienstgraaf.export.writers.rdf import write_ntriples, write_turtle

__all__ = ["FORMATS"]


def _write(module: str, name: str) -> Write:
    """Return the function `name` of a module of this package, which is imported when it is called."""

    def write(batches: Iterable[Batch], output: BinaryIO, options: Options) -> None:
        cast("Write", _named(module, name))(batches, output, options)

    return write


def _write_folder(module: str, name: str) -> WriteFolder:
    def write_folder(batches: Iterable[Batch], folder: Path, options: Options) -> None:
        cast("WriteFolder", _named(module, name))(batches, folder, options)

    return write_folder


def _check(module: str, name: str) -> CheckOfficial:
    def check(path: Path, standards: Path, profile: Profile) -> Iterable[str]:
        return cast("CheckOfficial", _named(module, name))(path, standards, profile)

    return check


def _named(module: str, name: str) -> object:
    return getattr(import_module(f"{__name__}.{module}"), name)


FORMATS: Final[dict[str, Format]] = {
    each.name: each
    for each in (
        Format("turtle", ".ttl", write=write_turtle),
        Format("ntriples", ".nt", write=write_ntriples),
        Format("jsonld", ".jsonld", write=_write("jsonld", "write_jsonld")),
        Format("rdfxml", ".rdf", write=_write("rdfxml", "write_rdfxml")),
        Format("hsds", write_folder=_write_folder("hsds", "write_hsds_folder"), check=_check("hsds", "check_hsds")),
        Format("hsds-json", ".json", write=_write("hsds", "write_hsds"), check=_check("hsds", "check_hsds")),
        Format("csvw", write_folder=_write_folder("csvw", "write_csvw")),
        Format("graphml", ".graphml", write=_write("graphml", "write_graphml")),
        Format("gexf", ".gexf", write=_write("gexf", "write_gexf")),
        Format("xlsx", ".xlsx", write=_write("xlsx", "write_xlsx"), binary=True),
        Format(
            "archimate",
            ".xml",
            write=_write("archimate", "write_archimate"),
            check=_check("archimate", "check_archimate"),
        ),
    )
}
"""All forms by name. What a writer needs is imported when it runs, so that an export starts at once."""
