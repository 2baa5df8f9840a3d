"""SHACL compiled to SPARQL: shapes become queries that run where the data is.

The package stands alone: it needs pyoxigraph for its terms, and anything that answers SELECT queries.
"""

from __future__ import annotations

from dienstgraaf.shacl.errors import CannotCompileError, ShaclError, ShapesError
from dienstgraaf.shacl.model import Result, Shape
from dienstgraaf.shacl.paths import Path
from dienstgraaf.shacl.report import report_triples
from dienstgraaf.shacl.running import Engine, again, check, subclasses
from dienstgraaf.shacl.scopes import Check
from dienstgraaf.shacl.shapes_of_shapes import check_shapes_graph, refuse_malformed, shacl_shacl
from dienstgraaf.shacl.store import StoreEngine
from dienstgraaf.shacl.terms import Graph

__all__ = [
    "CannotCompileError",
    "Check",
    "Engine",
    "Graph",
    "Path",
    "Result",
    "ShaclError",
    "Shape",
    "ShapesError",
    "StoreEngine",
    "again",
    "check",
    "check_shapes_graph",
    "refuse_malformed",
    "report_triples",
    "shacl_shacl",
    "subclasses",
]
