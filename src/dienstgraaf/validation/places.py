"""Where in a file a finding stands: at the statement that it is about, or at the subject that lacks one.

A file is read again, and its places are looked up, when the first finding in it is shown; the last few stay in memory.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pyoxigraph import Quad, Store

from dienstgraaf.inventory import SourceFile, TurtleSyntaxError
from dienstgraaf.inventory.sources import read_source
from dienstgraaf.validation.indexing import FileIndex, Place
from dienstgraaf.validation.locating import locate
from dienstgraaf.validation.statements import Statements, StoreStatements

if TYPE_CHECKING:
    from dienstgraaf.validation.report import Finding

__all__ = ["FixedPlace", "Places", "StorePlaces", "read_index"]

_KEPT: Final = 4
"""So many files are kept in memory with their places."""


class Places:
    """Finds places in the files of one validation."""

    def __init__(self, files: Iterable[SourceFile] = (), once: Mapping[Path, bytes] | None = None) -> None:
        """Take the files in which findings may stand, and the contents of those that can be read only once."""
        self._files = {file.path: file for file in files}
        self._once = once or {}
        self._indexes: OrderedDict[Path, FileIndex] = OrderedDict()
        self._ranks: dict[Path, dict[object, int]] = {}

    def of(self, finding: Finding) -> Place | None:
        """Return where `finding` stands; None if its file cannot be read any more."""
        index = self._index(finding.file)
        return None if index is None else locate(finding, index)

    def rank(self, finding: Finding) -> int:
        """Return how many statements stand before the first about its node in its file; 0 if that is not known."""
        if finding.file is None:
            return 0
        if finding.file not in self._ranks:
            index, ranks = self._read(finding.file), self._ranks.setdefault(finding.file, {})
            for number, quad in enumerate(index.quads if index else ()):
                ranks.setdefault(quad.subject, number)
        return self._ranks[finding.file].get(finding.node, 0)

    def at(self, path: Path, line: int, column: int) -> Place:
        """Return the place at `line` and `column` of the file at `path`, which need not be Turtle."""
        index = self._index(path) or FileIndex("", ())
        return index.at(line, column)

    def index(self, path: Path | None) -> Statements | None:
        """Return what is known of the nodes in the file at `path`, or None if it cannot be read."""
        return self._index(path)

    def _index(self, path: Path | None) -> FileIndex | None:
        """Return the places of the file at `path`, or None if it cannot be read."""
        if path is None:
            return None
        if path not in self._indexes:
            found = self._read(path)
            if found is None:
                return None
            self._indexes[path] = found
            if len(self._indexes) > _KEPT:
                self._indexes.popitem(last=False)
        self._indexes.move_to_end(path)
        return self._indexes[path]

    def _read(self, path: Path) -> FileIndex | None:
        return read_index(self._files.get(path) or SourceFile("urn:x-file", path), self._once.get(path))


class FixedPlace(Places):
    """Knows where the one finding is that it is for."""

    def __init__(self, places: Places, line: int, column: int) -> None:
        """Take the places of the other findings, and the line and column of this one."""
        super().__init__(places._files.values(), places._once)
        self._line, self._column = line, column

    def of(self, finding: Finding) -> Place | None:
        """Return that place."""
        return None if finding.file is None else self.at(finding.file, self._line, self._column)


class StorePlaces(Places):
    """Knows what a store says of nodes; there are no places in it."""

    def __init__(self, store: Store) -> None:
        """Take the store."""
        super().__init__()
        self._statements = StoreStatements(store)

    def index(self, path: Path | None) -> Statements | None:  # noqa: ARG002 - there is one store and no file
        """Return what is known of the nodes in the store."""
        return self._statements


def read_index(file: SourceFile, content: bytes | None = None) -> FileIndex | None:
    """Return the places of `file`, or of its `content` if it can be read only once; None if it cannot be read."""
    try:
        if content is None and file.path.is_file():
            content = file.path.read_bytes()
    except OSError:
        return None
    if content is None:
        return None
    try:
        quads: Sequence[Quad] = read_source(content, file.path, file.graph)
    except TurtleSyntaxError:
        quads = ()
    return FileIndex(content.decode("utf-8", "replace").removeprefix("\ufeff"), quads, file.graph)
