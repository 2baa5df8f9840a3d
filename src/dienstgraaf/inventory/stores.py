"""Stores on disk (Oxigraph databases), made of files: for what is too big for memory, or is used again and again."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from pyoxigraph import RdfFormat, Store

from dienstgraaf._placing import growing_folder
from dienstgraaf.errors import DienstgraafError
from dienstgraaf.inventory._syntax import syntax_message
from dienstgraaf.inventory.errors import TurtleSyntaxError
from dienstgraaf.inventory.sources import SourceFile, load_source, read_content

__all__ = ["DATASETS", "build_store", "open_store"]

DATASETS: Final = {".nq": RdfFormat.N_QUADS, ".trig": RdfFormat.TRIG}
"""The formats that name their graphs themselves, by the extension of their files."""


def build_store(folder: Path, files: Iterable[SourceFile], datasets: Iterable[Path] = ()) -> int:
    """Make a store in `folder`, of Turtle `files`, each in its own graph, and of `datasets` in N-Quads or TriG.

    The folder appears when all is in it, or not at all. Memory does not grow with what is loaded.

    Returns:
        The number of quads.

    Raises:
        DienstgraafError: if `folder` exists and is not empty, or cannot be written.
        TurtleSyntaxError: if a file cannot be read.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise DienstgraafError("store-occupied", name=folder)
    try:
        folder.absolute().parent.mkdir(parents=True, exist_ok=True)
        with growing_folder(folder) as beside:
            return _fill(beside, files, datasets)
    except OSError as error:
        raise DienstgraafError("output-failed", name=folder, reason=error.strerror or str(error)) from None


def open_store(folder: Path) -> Store:
    """Return the store in `folder`, for reading only.

    Raises:
        DienstgraafError: if there is none, or it cannot be opened.
    """
    if not (folder / "CURRENT").is_file():
        raise DienstgraafError("store-missing", name=folder)
    try:
        return Store.read_only(str(folder))
    except OSError as error:
        raise DienstgraafError("store-unusable", name=folder, reason=str(error)) from None


def _fill(folder: Path, files: Iterable[SourceFile], datasets: Iterable[Path]) -> int:
    store = Store(folder)
    for file in files:
        load_source(store, read_content(file.path), file.path, file.graph)
    for path in datasets:
        try:
            with path.open("rb") as content_:
                store.bulk_load(content_, format=DATASETS[path.suffix], base_iri=path.absolute().as_uri())
        except SyntaxError as error:
            key, values = syntax_message(error.msg)
            raise TurtleSyntaxError(path, error.lineno or 1, error.offset or 1, key, **values) from None
        except OSError as error:
            raise TurtleSyntaxError(path, 1, 1, "syntax-unreadable", token=error.strerror or str(error)) from None
    store.flush()
    store.optimize()
    return len(store)
