"""SHACL property paths, read from shapes and written as SPARQL 1.1 property paths (SHACL 1.0, section 2.3.1)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Final

from pyoxigraph import BlankNode, NamedNode

from dienstgraaf.shacl.errors import CannotCompileError, ShapesError
from dienstgraaf.shacl.joining import DEEPEST, joined
from dienstgraaf.shacl.terms import RDF, Graph, ListError, Term, sh

__all__ = ["Path", "read_path"]

_LONGEST: Final = 200
_MOST_BRANCHES: Final = 8
_FIRST = NamedNode(RDF + "first")
_UNARY = {
    sh("inversePath"): ("^", ""),
    sh("zeroOrMorePath"): ("", "*"),
    sh("oneOrMorePath"): ("", "+"),
    sh("zeroOrOnePath"): ("", "?"),
}


@dataclass(frozen=True, slots=True)
class Path:
    """A path: its node in the shapes graph, the text by which SPARQL writes it, and whether it may have no length.

    `branches` are the ways that it leads along, each with its steps: of `(a/b)|c` these are `a`, `b` and `c`.
    """

    node: Term
    text: str
    nullable: bool = False
    branches: tuple[tuple[str, ...], ...] = ()

    @property
    def predicate(self) -> NamedNode | None:
        """The property, if the path is nothing but one."""
        return self.node if isinstance(self.node, NamedNode) else None

    @property
    def is_recursive(self) -> bool:
        """Whether it may lead on without end."""
        signs = re.sub(r"<[^>]*>", "", self.text)
        return "*" in signs or "+" in signs


def read_path(graph: Graph, node: Term) -> Path:
    """Return the path at `node`.

    Raises:
        ShapesError: if it is no well-formed path.
        CannotCompileError: if it is longer or deeper than a store can take.
    """
    text = _text(graph, node, frozenset())
    branches = _branches(graph, node, inverse=False)
    return Path(node, text, _is_nullable(graph, node), branches if len(branches) <= _MOST_BRANCHES else ((text,),))


def _branches(graph: Graph, node: Term, *, inverse: bool) -> tuple[tuple[str, ...], ...]:
    """Return the branches of the well-formed path at `node`, walked backwards if `inverse`."""
    if isinstance(node, BlankNode):
        if graph.value(node, _FIRST) is not None:
            parts = [_branches(graph, each, inverse=inverse) for each in graph.items(node)]
            if prod(map(len, parts)) <= _MOST_BRANCHES:
                ways = product(*(reversed(parts) if inverse else parts))
                return tuple(tuple(step for steps in way for step in steps) for way in ways)
        elif (alternatives := graph.value(node, sh("alternativePath"))) is not None:
            return tuple(way for each in graph.items(alternatives) for way in _branches(graph, each, inverse=inverse))
        elif (back := graph.value(node, sh("inversePath"))) is not None:
            return _branches(graph, back, inverse=not inverse)
    text = _text(graph, node, frozenset())
    return ((f"^({text})" if inverse else text,),)


def _is_nullable(graph: Graph, node: Term) -> bool:
    """Return whether the well-formed path at `node` leads from a node to itself without any triple."""
    if isinstance(node, NamedNode):
        return False
    if graph.value(node, _FIRST) is not None:
        return all(_is_nullable(graph, each) for each in graph.items(node))
    for predicate in graph.predicates(node):
        if predicate in (sh("zeroOrMorePath"), sh("zeroOrOnePath")):
            return True
        if predicate == sh("alternativePath"):
            return any(_is_nullable(graph, each) for each in graph.items(graph.objects(node, predicate)[0]))
        if predicate in _UNARY:
            return _is_nullable(graph, graph.objects(node, predicate)[0])
    return False


def _text(graph: Graph, node: Term, above: frozenset[Term]) -> str:
    if isinstance(node, NamedNode):
        return str(node)
    if not isinstance(node, BlankNode) or node in above:
        raise ShapesError("is no well-formed path", node)
    if len(above) == DEEPEST:
        raise CannotCompileError(f"is in a path more than {DEEPEST} deep", node)
    above |= {node}
    if graph.value(node, _FIRST) is not None:
        return _joined(graph, node, node, "/", above)
    alternatives = graph.value(node, sh("alternativePath"))
    if alternatives is not None:
        return _joined(graph, node, alternatives, "|", above)
    for predicate, (before, after) in _UNARY.items():
        inner = graph.objects(node, predicate)
        if len(inner) == 1:
            return f"{before}({_text(graph, inner[0], above)}){after}"
    raise ShapesError("is no well-formed path", node)


def _joined(graph: Graph, node: Term, head: Term, by: str, above: frozenset[Term]) -> str:
    try:
        parts = graph.items(head)
    except ListError as error:
        raise ShapesError("is no well-formed path", node) from error
    if len(parts) < 2:
        raise ShapesError("is a path with fewer than two parts", node)
    if len(parts) > _LONGEST:
        raise CannotCompileError(f"is a path of more than {_LONGEST} parts", node)
    return f"({joined([_text(graph, part, above) for part in parts], by)})"
