"""Writes Open Referral HSDS 3.0 as JSON: the mappings make its tables, which are put into each other here."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Final

from dienstgraaf.export.errors import ExportError
from dienstgraaf.export.model import Batch, Options, Profile
from dienstgraaf.export.writers.hsds_nesting import FILES, nested
from dienstgraaf.export.writers.hsds_shelf import Shelf
from dienstgraaf.export.writers.jsontext import to_json

__all__ = ["SCHEMAS", "check_hsds", "write_hsds", "write_hsds_folder"]

SCHEMAS: Final = "hsds/3.0/schema"
"""Where the JSON schemas of HSDS are, in a folder of standards."""

_SCHEMA_OF: Final = {
    "organizations": "organization.json",
    "services": "service.json",
    "service_at_locations": "service_at_location.json",
    "taxonomies": "taxonomy.json",
    "taxonomy_terms": "taxonomy_term.json",
}
_SHOWN: Final = 100
"""The most faults that are told of one file."""


def write_hsds(batches: Iterable[Batch], output: BinaryIO, options: Options) -> None:
    """Write `batches` as one JSON object: an array for each kind of object that the HSDS API lists."""
    with _filled(batches, options) as shelf:
        before = b"{"
        for name, kind in FILES.items():
            output.write(before + f'\n"{name}": '.encode())
            _write_array(nested(shelf, kind), output)
            before = b","
        output.write(b"\n}\n")


def write_hsds_folder(batches: Iterable[Batch], folder: Path, options: Options) -> None:
    """Write `batches` as a file for each kind of object that the HSDS API lists: an array, an object a line."""
    with _filled(batches, options) as shelf:
        for name, kind in FILES.items():
            with (folder / f"{name}.json").open("wb") as output:
                _write_array(nested(shelf, kind), output)
                output.write(b"\n")


def check_hsds(path: Path, standards: Path, profile: Profile) -> Iterator[str]:  # noqa: ARG001 - one version
    """Yield what the official JSON schemas find wrong with the file or folder `path`.

    Raises:
        ExportError: if the schemas are not there, or the package jsonschema is not.
    """
    try:
        from jsonschema import Draft202012Validator, FormatChecker
        from referencing import Registry
        from referencing.jsonschema import DRAFT202012
    except ImportError:
        raise ExportError("official-needs-jsonschema") from None

    folder = standards / SCHEMAS
    if not (folder / "service.json").is_file():
        raise ExportError("path-missing", name=folder)
    schemas = {each.name: json.loads(each.read_bytes()) for each in sorted(folder.glob("*.json"))}
    registry = Registry().with_resources(
        (name, DRAFT202012.create_resource(schema)) for name, schema in schemas.items()
    )
    for name, objects in _read(path):
        schema = schemas[_SCHEMA_OF[name]]
        validator = Draft202012Validator(schema, registry=registry, format_checker=FormatChecker())
        faults = (
            f"{name}.json: {item.get('name', item['id'])}: {fault.json_path}: {fault.message}"
            for item in objects
            for fault in validator.iter_errors(item)
        )
        yield from (fault for fault, _ in zip(faults, range(_SHOWN), strict=False))


@contextmanager
def _filled(batches: Iterable[Batch], options: Options) -> Iterator[Shelf]:
    with Shelf(options.lang or options.profile.language) as shelf:
        for batch in batches:
            shelf.add(batch.triples)
        shelf.ready()
        yield shelf


def _write_array(objects: Iterable[dict[str, Any]], output: BinaryIO) -> None:
    before = "["
    for each in objects:
        output.write(f"{before}\n{to_json(each)}".encode("utf-8", "surrogatepass"))
        before = ","
    output.write(b"[]" if before == "[" else b"\n]")


def _read(path: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    if path.is_dir():
        for name in FILES:
            yield name, json.loads((path / f"{name}.json").read_bytes())
    else:
        yield from json.loads(path.read_bytes()).items()
