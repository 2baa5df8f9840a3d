"""The files of knowledge, and the quads that each holds: one file is one named graph (RDF 1.1 Turtle)."""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, Store, parse

from dienstgraaf.inventory._syntax import syntax_message
from dienstgraaf.inventory.errors import TurtleSyntaxError
from dienstgraaf.inventory.layout import Layout
from dienstgraaf.inventory.namespaces import graph_iri

__all__ = [
    "SourceFile",
    "digest",
    "load_source",
    "read_content",
    "read_quads",
    "read_source",
    "rule_files",
    "shape_files",
    "source_files",
]

PARTS = ("ontology", "instances")

_SIMPLE_TEXT = re.compile(rb'"[^"\\\n]*"')
_BLANK_MARKS = (b"[", b"(", b"_:", b"<<", b"{|", b"~")


@dataclass(frozen=True, order=True)
class SourceFile:
    """A file, and the IRI of the named graph that it becomes."""

    graph: str
    path: Path


def source_files(layouts: Sequence[Layout], parts: Sequence[str] = PARTS) -> list[SourceFile]:
    """Return the files of `parts` ("ontology", "instances") of `layouts`, sorted by graph; shapes are no part.

    Two folders of the same name get graphs of their own: the second is numbered.
    """
    found: list[SourceFile] = []
    for layout, prefix in _with_prefixes(layouts):
        folders = {"ontology": layout.ontology, "instances": layout.instances}
        for part in parts:
            for path in _turtle_files(folders[part]):
                relative = path.relative_to(layout.root).with_suffix("").parts
                if relative[:2] != ("ontology", "shapes"):
                    found.append(SourceFile(graph_iri(*prefix, *relative), path))
    return sorted(set(found))


def shape_files(layouts: Sequence[Layout]) -> list[SourceFile]:
    """Return the files of SHACL shapes of `layouts`, sorted by graph."""
    return sorted(
        SourceFile(graph_iri(*prefix, *path.relative_to(layout.root).with_suffix("").parts), path)
        for layout, prefix in _with_prefixes(layouts)
        for path in _turtle_files(layout.ontology / "shapes")
    )


def rule_files(layouts: Sequence[Layout]) -> list[Path]:
    """Return the files of SPARQL rules (`ontology/rules/*.rq`) of `layouts`, by name."""
    found = (path for layout in layouts for path in (layout.ontology / "rules").glob("*.rq"))
    return sorted(found, key=lambda path: (path.name, str(path)))


def digest(files: Iterable[SourceFile]) -> str:
    """Return the SHA-256, as 64 hexadecimal digits, of the graph names and contents of `files`.

    Raises:
        TurtleSyntaxError: if a file cannot be read.
    """
    total = hashlib.sha256()
    for file in sorted(files):
        total.update(file.graph.encode() + b"\0" + hashlib.sha256(read_content(file.path)).digest())
    return total.hexdigest()


def read_quads(file: SourceFile) -> list[Quad]:
    """Return the quads of `file`, all in its graph; its blank nodes are its own.

    Raises:
        TurtleSyntaxError: if the file cannot be read, is not UTF-8, or is not Turtle.
    """
    return read_source(read_content(file.path), file.path, file.graph)


def read_source(content: bytes, path: Path, graph: str) -> list[Quad]:
    """Return the quads of the Turtle text `content`, all in `graph`; `path` is for messages.

    Raises:
        TurtleSyntaxError: if `content` is not UTF-8 or not Turtle.
    """
    _check_utf8(content, path)
    name = NamedNode(graph)
    # Labels made of graph and position: two files never share a blank node, and every run gives the same.
    stem = "b" + hashlib.sha256(graph.encode()).hexdigest()[:12]
    labels: dict[str, BlankNode] = {}

    def own(term: object) -> object:
        if isinstance(term, BlankNode):
            return labels.setdefault(term.value, BlankNode(f"{stem}n{len(labels)}"))
        return term

    try:
        triples = list(parse(content.removeprefix(codecs.BOM_UTF8), format=RdfFormat.TURTLE, base_iri=graph))
    except SyntaxError as error:
        key, values = syntax_message(error.msg)
        raise TurtleSyntaxError(path, error.lineno or 1, error.offset or 1, key, **values) from None
    return [
        Quad(own(each.subject), each.predicate, own(each.object), name)  # type: ignore[arg-type]
        for each in triples
    ]


def load_source(store: Store, content: bytes, path: Path, graph: str) -> None:
    """Put the quads of `read_source` into `store`, all or none; quickly where there is no blank node among them.

    Raises:
        TurtleSyntaxError: if `content` is not UTF-8 or not Turtle.
    """
    if not _may_hold_blank_nodes(content):
        text, name = content.removeprefix(codecs.BOM_UTF8), NamedNode(graph)
        try:
            store.load(text, format=RdfFormat.TURTLE, base_iri=graph, to_graph=name)
        except (SyntaxError, ValueError):
            store.extend(read_source(content, path, graph))  # which tells what is wrong
    else:
        store.extend(read_source(content, path, graph))


def _may_hold_blank_nodes(content: bytes) -> bool:
    """Whether there may be a blank node, or a triple in a triple, in Turtle; true too often rather than too seldom."""
    if not any(mark in content for mark in _BLANK_MARKS):
        return False
    bare = _SIMPLE_TEXT.sub(b"", content)
    return any(mark in bare for mark in _BLANK_MARKS)


def _with_prefixes(layouts: Sequence[Layout]) -> Iterator[tuple[Layout, tuple[str, ...]]]:
    taken: dict[str, int] = {}
    for layout in dict.fromkeys(layouts):
        if not layout.name:
            yield layout, ()
            continue
        taken[layout.name] = count = taken.get(layout.name, 0) + 1
        yield layout, ("data", layout.name if count == 1 else f"{layout.name}-{count}")


def _turtle_files(folder: Path) -> list[Path]:
    """The `.ttl` files under `folder`, hidden ones and those in hidden folders left out."""
    found = folder.rglob("*.ttl") if folder.is_dir() else ()
    return [path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts)]


def read_content(path: Path) -> bytes:
    """Return what is in the file at `path`.

    Raises:
        TurtleSyntaxError: if it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise TurtleSyntaxError(path, 1, 1, "syntax-unreadable", token=error.strerror or str(error)) from None


def _check_utf8(content: bytes, path: Path) -> None:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        byte = f"{content[error.start]:02X}"
        raise TurtleSyntaxError(path, line, column, "syntax-utf8", token=byte) from None
