"""Validates shapes themselves, by the shapes that SHACL gives for shapes (SHACL 1.0, appendix C)."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from pyoxigraph import RdfFormat, Triple, parse

from dienstgraaf.shacl.errors import ShapesError
from dienstgraaf.shacl.model import Result
from dienstgraaf.shacl.running import check
from dienstgraaf.shacl.store import StoreEngine
from dienstgraaf.shacl.terms import Graph

__all__ = ["check_shapes_graph", "refuse_malformed", "shacl_shacl"]


def check_shapes_graph(shapes: Iterable[Triple], rules: Graph) -> list[Result]:
    """Return what `rules`, the graph shacl-shacl, find wrong in `shapes`: each focus is a shape, or a part of one."""
    return list(check(StoreEngine(shapes), rules))


def refuse_malformed(shapes: Iterable[Triple], rules: Graph) -> None:
    """Do nothing if `shapes` are as shacl-shacl wants them.

    Raises:
        ShapesError: if not; it names the first node at fault, and tells what is wrong and how often.
    """
    found = check_shapes_graph(shapes, rules)
    if found:
        first = found[0]
        words = next((message.value for message in first.messages), "")
        path = f" at {first.path.text}" if first.path else ""
        value = f" with {first.value}" if first.value is not None and first.value != first.focus else ""
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        reason = f"{words}: " if words else ""
        raise ShapesError(f"is no well-formed shape: {reason}{first.component.value}{path}{value}{more}", first.focus)


def shacl_shacl() -> Graph:
    """Return the graph shacl-shacl, which pySHACL brings along; pySHACL itself is not started.

    Raises:
        FileNotFoundError: if pySHACL is not there.
    """
    spec = find_spec("pyshacl")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("shacl-shacl.ttl comes with pySHACL, which is not installed")
    file = Path(spec.origin).parent / "assets" / "shacl-shacl.ttl"
    return Graph(quad.triple for quad in parse(file.read_bytes(), RdfFormat.TURTLE, base_iri=file.as_uri()))
