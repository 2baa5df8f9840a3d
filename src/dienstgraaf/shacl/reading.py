"""Reads shapes from a graph (SHACL 1.0, sections 2 to 4), refuses what is not well-formed, and finds recursion."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from itertools import product
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode

from dienstgraaf.shacl.errors import CannotCompileError, ShapesError
from dienstgraaf.shacl.model import VIOLATION, Parameter, Shape, Target, TargetKind
from dienstgraaf.shacl.paths import read_path
from dienstgraaf.shacl.terms import RDF, RDFS, SH, XSD, Graph, ListError, Node, Term, sh

__all__ = ["LISTS", "SHAPES", "Shapes", "is_true"]

SHAPES: Final = ("node", "not", "property", "qualifiedValueShape")
"""The parameters whose value is a shape."""

LISTS: Final = ("and", "or", "xone")
"""The parameters whose value is a list of shapes."""

_TARGETS: Final[dict[str, TargetKind]] = {
    "targetNode": "node",
    "targetClass": "class",
    "targetSubjectsOf": "subjects-of",
    "targetObjectsOf": "objects-of",
    "target": "sparql",
}
_ONCE: Final = frozenset(
    """
    closed datatype flags ignoredProperties languageIn maxCount maxExclusive maxInclusive maxLength minCount
    minExclusive minInclusive minLength nodeKind qualifiedMaxCount qualifiedMinCount qualifiedValueShape
    qualifiedValueShapesDisjoint uniqueLang
    """.split()  # noqa: SIM905 - a list of quoted words is harder to read
)
"""The parameters of which a shape has at most one value."""

_PROPERTY_ONLY: Final = frozenset(("lessThan", "lessThanOrEquals", "maxCount", "minCount", "uniqueLang"))
_PARAMETERS: Final = frozenset(
    """
    and class closed datatype disjoint equals flags hasValue ignoredProperties in languageIn lessThan
    lessThanOrEquals maxCount maxExclusive maxInclusive maxLength minCount minExclusive minInclusive minLength
    node nodeKind not or pattern property qualifiedMaxCount qualifiedMinCount qualifiedValueShape
    qualifiedValueShapesDisjoint sparql uniqueLang xone
    """.split()  # noqa: SIM905 - a list of quoted words is harder to read
)
_BEYOND: Final = ("expression", "js", "rule")
"""What SHACL's advanced features and SHACL-JS put on shapes."""

_COUNTS: Final = frozenset(("maxCount", "maxLength", "minCount", "minLength", "qualifiedMaxCount", "qualifiedMinCount"))
_TRUE: Final = (Literal(True), Literal("1", datatype=NamedNode(XSD + "boolean")))


Pattern = tuple[str, str]
"""A regular expression, and its flags."""


class Shapes:
    """All shapes of a shapes graph; each is read once, when first asked for."""

    def __init__(self, graph: Graph, foreign: Collection[Pattern] = ()) -> None:
        """Take the shapes graph, and the regular expressions in it that the store does not understand."""
        self.graph = graph
        self._foreign = foreign
        self._read: dict[Node, Shape] = {}

    @cached_property
    def targeted(self) -> list[Shape]:
        """The shapes that apply to something by themselves, in the order of the graph.

        Raises:
            ShapesError: if one of them, or of those that it refers to, is not well-formed or recursive.
        """
        found = [self.get(node) for node in self.graph.nodes() if any(True for _ in self._targets(node))]
        done: set[Node] = set()
        for shape in found:
            self._refuse_recursion(shape, done)
        return found

    def get(self, node: Term) -> Shape:
        """Return the shape at `node`.

        Raises:
            ShapesError: if it is not well-formed.
        """
        if isinstance(node, Literal):
            raise ShapesError("is a literal, and no shape", node)
        if node not in self._read:
            self._read[node] = self._shape(node)
        return self._read[node]

    def listed(self, head: Term) -> list[Term]:
        """Return the items of a list.

        Raises:
            ShapesError: if it is no list.
        """
        try:
            return self.graph.items(head)
        except ListError as error:
            raise ShapesError("is no well-formed list", error.node) from error

    def nested(self, shape: Shape) -> Iterator[Shape]:
        """Yield the shapes that `shape` refers to."""
        for name in SHAPES:
            yield from (self.get(value) for value in shape.values(name))
        for name in LISTS:
            for head in shape.values(name):
                yield from (self.get(value) for value in self.listed(head))

    def siblings(self, shape: Shape) -> list[Shape]:
        """Return the qualified value shapes of the other property shapes beside `shape` (section 4.7.3)."""
        own = shape.value("qualifiedValueShape")
        found: dict[Term, None] = {}
        for parent in self.graph.subjects(sh("property"), shape.node):
            for other in self.graph.objects(parent, sh("property")):
                found.update(dict.fromkeys(self.graph.objects(other, sh("qualifiedValueShape"))))
        return [self.get(node) for node in found if node != own]

    @cached_property
    def vocabulary(self) -> tuple[list[NamedNode], list[Term]]:
        """The properties that are paths or select targets, and the classes that select targets."""
        properties: dict[NamedNode, None] = {}
        classes: dict[Term, None] = {}
        for node, predicate, value in self.graph:
            if predicate in (sh("path"), sh("targetSubjectsOf"), sh("targetObjectsOf")) and isinstance(
                value, NamedNode
            ):
                properties[value] = None
            elif predicate == sh("targetClass"):
                classes[value] = None
            elif predicate.value == RDF + "type" and value in (sh("NodeShape"), sh("PropertyShape")):
                classes.update({each.value: None for each in self._targets(node) if each.kind == "class"})
        return list(properties), list(classes)

    @cached_property
    def components(self) -> Mapping[NamedNode, Mapping[str, bool]]:
        """The constraint components declared here: their parameters by IRI, each with whether it is optional."""
        found: dict[NamedNode, dict[str, bool]] = {}
        classes = [sh("ConstraintComponent")]
        for above in classes:  # grows on the way
            below = self.graph.subjects(NamedNode(RDFS + "subClassOf"), above)
            classes += [each for each in below if isinstance(each, NamedNode) and each not in classes]
        for component in [each for above in classes for each in self.graph.subjects(NamedNode(RDF + "type"), above)]:
            if isinstance(component, NamedNode):
                found[component] = {
                    path.value: is_true(self.graph.value(parameter, sh("optional")))
                    for parameter in self.graph.objects(component, sh("parameter"))
                    if isinstance(path := self.graph.value(parameter, sh("path")), NamedNode)
                }
        return found

    def _shape(self, node: Node) -> Shape:
        paths = self.graph.objects(node, sh("path"))
        if len(paths) > 1:
            raise ShapesError("has more than one sh:path", node)
        path, refusal = None, self._refusal(node)
        try:
            path = read_path(self.graph, paths[0]) if paths else None
        except CannotCompileError as error:
            refusal = error
        parameters = tuple(self._parameters(node, is_property=bool(paths)))
        severity = self.graph.value(node, sh("severity"))
        return Shape(
            node=node,
            path=path,
            targets=tuple(self._targets(node)),
            parameters=parameters,
            severity=severity if isinstance(severity, NamedNode) else VIOLATION,
            messages=tuple(each for each in self.graph.objects(node, sh("message")) if isinstance(each, Literal)),
            deactivated=is_true(self.graph.value(node, sh("deactivated"))),
            custom=tuple(self._custom(node)),
            refusal=refusal,
        )

    def _parameters(self, node: Node, *, is_property: bool) -> Iterator[Parameter]:
        for predicate in self.graph.predicates(node):
            name = predicate.value.removeprefix(SH)
            if not predicate.value.startswith(SH) or name not in _PARAMETERS:
                continue
            values = self.graph.objects(node, predicate)
            if name in _ONCE and len(values) > 1:
                raise ShapesError(f"has more than one sh:{name}", node)
            if name in _PROPERTY_ONLY and not is_property:
                raise ShapesError(f"has sh:{name} but no sh:path", node)
            for value in values:
                _check(node, name, value)
                self._check_kind(node, name, value)
                yield Parameter(name, value)

    def _refusal(self, node: Node) -> CannotCompileError | None:
        """Return why the shape is not compiled, if it asks for what is beyond SHACL's core and SPARQL."""
        for name in _BEYOND:
            if self.graph.value(node, sh(name)) is not None:
                return CannotCompileError(f"has sh:{name}", node)
        for pattern in patterns(self.graph, node):
            if pattern in self._foreign:
                _check_pattern(node, pattern[0])
                return CannotCompileError(f"has the sh:pattern {pattern[0]!r}, which this store cannot read", node)
        if self._entailed:
            return CannotCompileError("stands in a graph that asks for sh:entailment", node)
        return None

    @cached_property
    def _entailed(self) -> bool:
        return any(self.graph.value(node, sh("entailment")) is not None for node in self.graph.nodes())

    def _check_kind(self, node: Node, name: str, value: Term) -> None:
        """Refuse a property shape where a node shape is asked (section 4.7.1), and the reverse (section 4.7.2)."""
        if name in ("node", "property") and (self.graph.value(value, sh("path")) is not None) != (name == "property"):
            raise ShapesError(f"has sh:{name} {value}, which is no {name} shape", node)

    def _targets(self, node: Node) -> Iterator[Target]:
        for name, kind in _TARGETS.items():
            for value in self.graph.objects(node, sh(name)):
                yield Target(kind, value)
        classes = (NamedNode(RDFS + "Class"), NamedNode("http://www.w3.org/2002/07/owl#Class"))
        shapes = (sh("NodeShape"), sh("PropertyShape"))
        types = set(self.graph.types(node))
        if isinstance(node, NamedNode) and not types.isdisjoint(classes) and not types.isdisjoint(shapes):
            yield Target("class", node)

    def _custom(self, node: Node) -> Iterator[tuple[NamedNode, Mapping[str, Term]]]:
        """Yield the components that apply; one with a single parameter does so for each of its values (section 6.3)."""
        for component, parameters in self.components.items():
            given = {name: values for name in parameters if (values := self.graph.objects(node, NamedNode(name)))}
            if not given or any(name not in given and not optional for name, optional in parameters.items()):
                continue
            if len(parameters) > 1 and any(len(values) > 1 for values in given.values()):
                raise ShapesError(f"has more than one value for a parameter of {component}", node)
            for chosen in product(*given.values()):
                yield component, dict(zip(given, chosen, strict=True))

    def _refuse_recursion(self, top: Shape, done: set[Node]) -> None:
        """Walk down from `top`, without recursion of our own; what is in `done` is known not to come back to itself."""
        above: dict[Node, Iterator[Shape]] = {top.node: self.nested(top)}
        while above:
            inner = next(above[next(reversed(above))], None)
            if inner is None:
                done.add(above.popitem()[0])
            elif inner.node in above:
                names = list(map(str, above))
                circle = " → ".join((*names[names.index(str(inner.node)) :], str(inner.node)))
                raise ShapesError(f"is recursive, which SHACL leaves undefined: {circle}", inner.node)
            elif inner.node not in done:
                above[inner.node] = self.nested(inner)


def patterns(graph: Graph, node: Node) -> list[Pattern]:
    """Return the regular expressions of a shape, with their flags."""
    flags = next((each.value for each in graph.objects(node, sh("flags")) if isinstance(each, Literal)), "")
    return [(each.value, flags) for each in graph.objects(node, sh("pattern")) if isinstance(each, Literal)]


def _check_pattern(node: Node, pattern: str) -> None:
    """Refuse what is no regular expression anywhere; XPath's own classes and subtraction are let through."""
    try:
        re.compile(re.sub(r"\\[pPiIcC](?:\{\w+\})?|-\[[^\]]*\]", ".", pattern))
    except re.error as error:
        raise ShapesError(f"has the sh:pattern {pattern!r}, which is no regular expression: {error}", node) from None


def is_true(value: Term | None) -> bool:
    """Return whether `value` is the literal true."""
    return value in _TRUE


def _check(node: Node, name: str, value: Term) -> None:
    """Refuse a value that a parameter cannot have."""
    if name in _COUNTS:
        ok = (
            isinstance(value, Literal) and value.datatype.value == XSD + "integer" and value.value.lstrip("+").isdigit()
        )
    elif name in ("class", "datatype", "disjoint", "equals", "lessThan", "lessThanOrEquals", "nodeKind"):
        ok = isinstance(value, NamedNode)
    elif name in ("flags", "pattern"):
        ok = isinstance(value, Literal)
    elif name in ("closed", "uniqueLang", "qualifiedValueShapesDisjoint"):
        ok = isinstance(value, Literal) and value.datatype.value == XSD + "boolean"
    elif name in SHAPES:
        ok = isinstance(value, NamedNode | BlankNode)
    else:
        ok = True
    if not ok:
        raise ShapesError(f"has sh:{name} {value}, which it cannot have", node)
