"""Finds and reads the files of knowledge: ontology, instances and queries."""

from __future__ import annotations

from dienstgraaf.inventory.errors import DataFolderError, TurtleSyntaxError
from dienstgraaf.inventory.layout import Layout, at, shipped
from dienstgraaf.inventory.sources import (
    SourceFile,
    digest,
    load_source,
    read_content,
    read_quads,
    read_source,
    rule_files,
    shape_files,
    source_files,
)
from dienstgraaf.inventory.stores import build_store, open_store

__all__ = [
    "DataFolderError",
    "Layout",
    "SourceFile",
    "TurtleSyntaxError",
    "at",
    "build_store",
    "digest",
    "load_source",
    "open_store",
    "read_content",
    "read_quads",
    "read_source",
    "rule_files",
    "shape_files",
    "shipped",
    "source_files",
]
