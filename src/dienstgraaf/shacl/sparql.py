"""Constraints, components and targets in SPARQL (SHACL 1.0, sections 5 and 6; SHACL-AF, section 3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from dienstgraaf.shacl.errors import CannotCompileError, ShapesError
from dienstgraaf.shacl.expressions import constant
from dienstgraaf.shacl.injecting import Query, body_of, expanded, injected, substituted
from dienstgraaf.shacl.model import Shape
from dienstgraaf.shacl.reading import Shapes, is_true
from dienstgraaf.shacl.terms import Graph, Node, Term, sh

__all__ = [
    "SparqlConstraint",
    "Validator",
    "asked",
    "compiled",
    "constraints",
    "local_name",
    "target_query",
    "validator",
]


@dataclass(frozen=True, slots=True)
class SparqlConstraint:
    """A constraint in SPARQL: its node, its messages, and the query with the names of SHACL's own variables in it."""

    node: Node
    messages: tuple[Literal, ...]
    query: Query


@dataclass(frozen=True, slots=True)
class Validator:
    """The validator of a component for one kind of shape: a SELECT, or an ASK about each value."""

    query: Query
    is_ask: bool
    messages: tuple[Literal, ...]


def constraints(shapes: Shapes, shape: Shape) -> Iterator[SparqlConstraint]:
    """Yield the constraints of `shape` that are queries.

    Raises:
        ShapesError: if one is not well-formed.
    """
    graph = shapes.graph
    for node in shape.values("sparql"):
        if isinstance(node, Literal):
            raise ShapesError("has a literal as sh:sparql", shape.node)
        if is_true(graph.value(node, sh("deactivated"))):
            continue
        messages = tuple(each for each in graph.objects(node, sh("message")) if isinstance(each, Literal))
        yield SparqlConstraint(node, messages, query_of(graph, node, "select"))


def validator(shapes: Shapes, component: NamedNode, *, is_property: bool) -> Validator | None:
    """Return the validator of `component` that fits a property shape or a node shape, None if it has none."""
    graph = shapes.graph
    own = graph.value(component, sh("propertyValidator" if is_property else "nodeValidator"))
    node = own if own is not None else graph.value(component, sh("validator"))
    if node is None or isinstance(node, Literal):
        return None
    told = graph.objects(node, sh("message")) or graph.objects(component, sh("message"))
    messages = tuple(each for each in told if isinstance(each, Literal))
    is_ask = graph.value(node, sh("ask")) is not None
    return Validator(query_of(graph, node, "ask" if is_ask else "select"), is_ask, messages)


def target_query(graph: Graph, node: Term) -> Query:
    """Return the query of a target.

    Raises:
        CannotCompileError: if it is a target of a kind with parameters, or has no query.
    """
    if isinstance(node, Literal) or graph.value(node, sh("select")) is None:
        raise CannotCompileError("is a target without a query of its own", node)
    return query_of(graph, node, "select")


def query_of(graph: Graph, node: Node, name: str) -> Query:
    """Return the query after `sh:select` or `sh:ask`, with the prefixes that it declares.

    Raises:
        ShapesError: if there is not exactly one.
    """
    found = graph.objects(node, sh(name))
    if len(found) != 1 or not isinstance(found[0], Literal):
        raise ShapesError(f"does not have exactly one text after sh:{name}", node)
    return expanded(Query(found[0].value, node), dict(_prefixes(graph, node)))


def _prefixes(graph: Graph, node: Node) -> Iterator[tuple[str, str]]:
    todo: list[Term] = graph.objects(node, sh("prefixes"))
    seen: set[Term] = set()
    while todo:
        holder = todo.pop()
        if holder in seen:
            continue
        seen.add(holder)
        for declared in graph.objects(holder, sh("declare")):
            prefix, namespace = graph.value(declared, sh("prefix")), graph.value(declared, sh("namespace"))
            if isinstance(prefix, Literal) and isinstance(namespace, Literal):
                yield prefix.value, namespace.value
        todo += graph.objects(holder, NamedNode("http://www.w3.org/2002/07/owl#imports"))


def compiled(
    query: Query, shape: Shape, focus: str, pattern: str, parameters: Mapping[str, Term], shapes_graph: str | None
) -> str:
    """Return a SELECT of a constraint or validator as a query over all focus nodes that `pattern` binds to `focus`.

    Raises:
        ShapesError: if the query uses what SHACL does not allow.
        CannotCompileError: if it has no counterpart.
    """
    return injected(substituted(query, _replacements(shape, focus, parameters, shapes_graph, query)), focus, pattern)


def asked(
    query: Query,
    shape: Shape,
    focus: str,
    value: str,
    parameters: Mapping[str, Term],
    shapes_graph: str | None,
) -> str:
    """Return an ASK of a validator as an expression that is true of a value that fails."""
    names = {**_replacements(shape, focus, parameters, shapes_graph, query), "value": value}
    return f"NOT EXISTS {{ {body_of(substituted(query, names))} }}"


def _replacements(
    shape: Shape, focus: str, parameters: Mapping[str, Term], shapes_graph: str | None, query: Query
) -> dict[str, str]:
    """Return what SHACL's own variables and the parameters of a component stand for."""
    found = {"this": focus}
    if shapes_graph is not None:
        found["shapesGraph"] = f"<{shapes_graph}>"
    elif any(token.names("shapesGraph") for token in query.tokens()):
        raise CannotCompileError("asks $shapesGraph, which is not in the store", query.node)
    if shape.path is not None:
        found["PATH"] = shape.path.text
    if isinstance(shape.node, NamedNode):
        found["currentShape"] = str(shape.node)
    for name, value in parameters.items():
        found[local_name(name)] = constant(value)
    return found


def local_name(parameter: str) -> str:
    """Return the name of the variable for the parameter with the IRI `parameter` (section 6.2.1)."""
    return parameter.rpartition("#")[2].rpartition("/")[2]
