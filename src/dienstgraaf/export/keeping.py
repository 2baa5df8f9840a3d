"""Keeps what an export makes, as far as rules look at it: in a file while it is made, then in a store."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode, RdfFormat, Store, serialize

from dienstgraaf.export.model import Batch

__all__ = ["Kept"]

_IN_MEMORY: Final = 500_000
"""So many triples are held against rules in memory; where there are more, on disk."""

_PIECE: Final = 1 << 24
"""So many bytes are read into such a store at a time, which takes a fraction of the memory."""


class Kept:
    """The triples that rules look at: those with one of some properties, or all."""

    def __init__(self, folder: Path, properties: Collection[NamedNode] | None) -> None:
        """Keep in `folder` the triples with one of `properties`; None keeps all."""
        self._folder = folder
        self._properties = properties
        self._lines = folder / "kept.nt"
        self._count = 0

    def watch(self, batches: Iterable[Batch]) -> Iterator[Batch]:
        """Yield `batches` as they come, and keep of them what is looked at."""
        with self._lines.open("wb") as lines:
            for batch in batches:
                kept = batch.triples
                if self._properties is not None:
                    kept = [each for each in kept if each.predicate in self._properties]
                serialize(kept, lines, format=RdfFormat.N_TRIPLES)
                self._count += len(kept)
                yield batch

    def store(self) -> Store:
        """Return what was kept: in memory, or on disk if it is much."""
        if self._count <= _IN_MEMORY:
            store = Store()
            store.load(path=self._lines, format=RdfFormat.N_TRIPLES)
            return store
        store = Store(str(self._folder / "store"))
        with self._lines.open("rb") as lines:
            while piece := lines.readlines(_PIECE):
                store.bulk_load(b"".join(piece), format=RdfFormat.N_TRIPLES)
        return store
