"""The files to validate."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from dienstgraaf.errors import DienstgraafError
from dienstgraaf.inventory import SourceFile
from dienstgraaf.inventory.namespaces import graph_iri

__all__ = ["chosen_files"]


def chosen_files(paths: Iterable[Path], known: Sequence[SourceFile]) -> list[SourceFile]:
    """Return the Turtle files at `paths`, each under its graph if it is `known`, else under one of its own.

    Raises:
        DienstgraafError: if a path does not exist, or a folder holds no Turtle.
    """
    graphs = {_real(file.path): file for file in known}
    found: dict[Path, SourceFile] = {}
    for path in paths:
        for file in _turtle_files(path):
            resolved = _real(file)
            own = SourceFile(graph_iri("checked", *resolved.with_suffix("").parts[1:]), file)
            found.setdefault(resolved, graphs.get(resolved, own))
    return sorted(found.values(), key=lambda file: str(file.path))


def _real(path: Path) -> Path:
    """Return where `path` leads; where links go round, it is as far as they lead."""
    return Path(os.path.realpath(path))


def _turtle_files(path: Path) -> list[Path]:
    try:
        is_folder = path.is_dir()
        if not is_folder and not path.exists():
            raise DienstgraafError("path-missing", name=path)
    except OSError as error:
        raise DienstgraafError("file-unreadable", name=path, reason=error.strerror or str(error)) from None
    if not is_folder:
        return [path]
    files = sorted(file for file in path.rglob("*.ttl") if not file.is_dir())
    if not files:
        raise DienstgraafError("no-data", name=path)
    return files
