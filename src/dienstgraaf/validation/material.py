"""What was read of the files: a store with what they say, the shapes apart, and what could not be read."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, Triple, parse

from dienstgraaf.inventory import SourceFile, TurtleSyntaxError, load_source, read_content, read_source
from dienstgraaf.turtle import TurtleError, parse_turtle

__all__ = ["Material"]

_PERHAPS_RELATIVE = re.compile(rb"<(?![A-Za-z][A-Za-z0-9+.-]*:)[^<>\s\"{}|^`]*>")
_TRIPLE_MARKS = (b"<<", b"{|", b"~")
"""Without one of these a text holds no triple in a triple."""


@dataclass
class Material:
    """The knowledge of some files, each in its own graph of `store`, and the shapes of others."""

    store: Store = field(default_factory=Store)
    shapes: dict[SourceFile, list[Quad]] = field(default_factory=dict)
    unreadable: list[TurtleSyntaxError] = field(default_factory=list)
    empty: list[SourceFile] = field(default_factory=list)
    relative: dict[SourceFile, tuple[int, int]] = field(default_factory=dict)
    """The line and column of the first relative IRI of a file that has one."""
    once: dict[Path, bytes] = field(default_factory=dict)
    """What was read from pipes and the like, which can be read only once."""

    def load(self, files: Iterable[SourceFile]) -> None:
        """Put what `files` say into the store."""
        for file in files:
            try:
                content = self._content(file.path)
                load_source(self.store, content, file.path, file.graph)
                _refuse_triple_terms(self.quads([file]), file, content)
            except TurtleSyntaxError as error:
                self.store.remove_graph(NamedNode(file.graph))
                self._note(error)
                continue
            if next(self.quads([file]), None) is None:
                self.empty.append(file)
            if (place := _relative_iri(content)) is not None:
                self.relative[file] = place

    def load_shapes(self, files: Iterable[SourceFile]) -> None:
        """Keep the shapes of `files`."""
        for file in files:
            try:
                content = self._content(file.path)
                quads = read_source(content, file.path, file.graph)
                _refuse_triple_terms(quads, file, content)
                self.shapes[file] = quads
            except TurtleSyntaxError as error:
                self._note(error)
                continue
            if not quads:
                self.empty.append(file)

    def quads(self, files: Iterable[SourceFile]) -> Iterator[Quad]:
        """Yield what `files` say, in no particular order."""
        for file in files:
            yield from self.store.quads_for_pattern(None, None, None, NamedNode(file.graph))

    @property
    def rules(self) -> list[Quad]:
        """The statements of all shapes."""
        return [quad for quads in self.shapes.values() for quad in quads]

    def _note(self, error: TurtleSyntaxError) -> None:
        if all(error.path != known.path for known in self.unreadable):
            self.unreadable.append(error)

    def _content(self, path: Path) -> bytes:
        if path in self.once:
            return self.once[path]
        content = read_content(path)
        if not path.is_file():
            self.once[path] = content
        return content


def _relative_iri(content: bytes) -> tuple[int, int] | None:
    """Return the line and column of the first IRI in Turtle that is relative to where the file lies, None for none."""
    if not _PERHAPS_RELATIVE.search(content):
        return None
    try:
        for _ in parse(content.removeprefix(BOM_UTF8), RdfFormat.TURTLE):  # without a base, such an IRI is an error
            pass
    except SyntaxError as error:
        return error.lineno or 1, error.offset or 1
    return None


def _refuse_triple_terms(quads: Iterable[Quad], file: SourceFile, content: bytes) -> None:
    """Do nothing if there is no triple in a triple, which neither SHACL nor Turtle 1.1 knows.

    Raises:
        TurtleSyntaxError: if there is, at its place.
    """
    if any(mark in content for mark in _TRIPLE_MARKS) and any(isinstance(quad.object, Triple) for quad in quads):
        line, column = 1, 1
        try:
            parse_turtle(content.decode("utf-8-sig"))
        except TurtleError as error:
            line, column = error.line, error.column
        raise TurtleSyntaxError(file.path, line, column, "syntax-triple-term")
