"""Finds and reads the files of knowledge: ontology, instances and queries."""

from __future__ import annotations

from dienstgraaf.inventory.errors import DataFolderError, TurtleSyntaxError
from dienstgraaf.inventory.layout import Layout, at, shipped
from dienstgraaf.inventory.sources import SourceFile, digest, read_quads, rule_files, shape_files, source_files

__all__ = [
    "DataFolderError",
    "Layout",
    "SourceFile",
    "TurtleSyntaxError",
    "at",
    "digest",
    "read_quads",
    "rule_files",
    "shape_files",
    "shipped",
    "source_files",
]
