"""The files to validate, and where in them a node is described."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from dienstgraaf.errors import DienstgraafError
from dienstgraaf.inventory import SourceFile
from dienstgraaf.inventory.namespaces import graph_iri

__all__ = ["chosen_files", "line_of"]


def chosen_files(paths: Iterable[Path], known: Sequence[SourceFile]) -> list[SourceFile]:
    """Return the Turtle files at `paths`, each under its graph if it is `known`, else under one of its own.

    Raises:
        DienstgraafError: if a path does not exist, or a folder holds no Turtle.
    """
    graphs = {file.path.resolve(): file for file in known}
    found: dict[Path, SourceFile] = {}
    for path in paths:
        for file in _turtle_files(path):
            resolved = file.resolve()
            own = SourceFile(graph_iri("checked", *resolved.with_suffix("").parts[1:]), file)
            found.setdefault(resolved, graphs.get(resolved, own))
    return sorted(found.values(), key=lambda file: str(file.path))


def _turtle_files(path: Path) -> list[Path]:
    if not path.exists():
        raise DienstgraafError("path-missing", name=path)
    if not path.is_dir():
        return [path]
    files = sorted(path.rglob("*.ttl"))
    if not files:
        raise DienstgraafError("no-data", name=path)
    return files


@cache
def _text(path: Path) -> str:
    return path.read_text("utf-8", errors="replace")


def line_of(path: Path, focus: str, term: str | None = None) -> int | None:
    """Return the line (from 1) of `path` where the IRI `focus` is described, or `term` in that description.

    None if it is not found, which may be when it is written in an unusual way.
    """
    text = _text(path)
    start = re.search(rf"^(?:{_forms(text, focus)})(?=\s)", text, re.MULTILINE)
    if start is None:
        return None
    place = start.start()
    if term is not None:
        inside = re.compile(rf"(?<![\w:.-])(?:{_forms(text, term)})(?![\w:-])").search(text, place)
        place = inside.start() if inside else place
    return text.count("\n", 0, place) + 1


def _forms(text: str, iri: str) -> str:
    """Return a pattern for the ways in which a Turtle `text` can write `iri`."""
    forms = [f"<{iri}>"]
    for prefix, namespace in re.findall(r"^\s*(?:@prefix|PREFIX)\s+([\w.-]*):\s*<([^>]*)>", text, re.MULTILINE | re.I):
        if namespace and iri.startswith(namespace):
            forms.append(f"{prefix}:{iri[len(namespace) :]}")
    return "|".join(map(re.escape, forms))
