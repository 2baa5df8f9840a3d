"""Shapes that others refer to, as expressions: each is true of a node that does not conform.

The whole nesting becomes one expression. Nodes are compared as terms (`sameTerm`), never by value.
"""

from __future__ import annotations

from typing import Final

from pyoxigraph import Literal

from dienstgraaf.shacl.errors import CannotCompileError
from dienstgraaf.shacl.expressions import PER_VALUE, Classes, constant, per_value
from dienstgraaf.shacl.joining import DEEPEST, joined
from dienstgraaf.shacl.model import Parameter, Shape
from dienstgraaf.shacl.paths import Path
from dienstgraaf.shacl.reading import LISTS, Shapes
from dienstgraaf.shacl.walking import Walking

__all__ = ["COMPONENTS", "Nesting", "is_off", "number_of"]

_MOST: Final = 6
"""Up to how many distinct values are counted inside a nested shape: each takes a variable of its own."""

_MOST_INLINED: Final = 50_000
"""How many shapes may stand in the queries of one, each as often as it is referred to."""

COMPONENTS: Final = {
    "and": "AndConstraintComponent",
    "closed": "ClosedConstraintComponent",
    "disjoint": "DisjointConstraintComponent",
    "equals": "EqualsConstraintComponent",
    "hasValue": "HasValueConstraintComponent",
    "lessThan": "LessThanConstraintComponent",
    "lessThanOrEquals": "LessThanOrEqualsConstraintComponent",
    "maxCount": "MaxCountConstraintComponent",
    "minCount": "MinCountConstraintComponent",
    "node": "NodeConstraintComponent",
    "not": "NotConstraintComponent",
    "or": "OrConstraintComponent",
    "qualifiedMaxCount": "QualifiedMaxCountConstraintComponent",
    "qualifiedMinCount": "QualifiedMinCountConstraintComponent",
    "uniqueLang": "UniqueLangConstraintComponent",
    "xone": "XoneConstraintComponent",
    **PER_VALUE,
}
"""The parameters with a meaning of their own, each with its component."""


class Nesting(Walking):
    """Writes shapes as expressions."""

    def __init__(self, shapes: Shapes, classes: Classes) -> None:
        """Take the shapes, and the subclasses of each class by IRI."""
        super().__init__()
        self.keeps_types = True
        self._shapes = shapes
        self._classes = classes
        self._inlined = self._depth = 0

    def violates(self, shape: Shape, node: str) -> str:
        """Return an expression that is true if the node in the variable `node` does not conform to `shape`.

        Raises:
            CannotCompileError: if something of it has no counterpart.
        """
        if shape.deactivated:
            return "false"
        self._inlined += 1
        self._depth += 1
        if self._inlined > _MOST_INLINED:
            raise CannotCompileError("refers to other shapes too often for one query", shape.node)
        if self._depth > DEEPEST:
            raise CannotCompileError(f"stands more than {DEEPEST} deep in other shapes", shape.node)
        if shape.refusal is not None:
            raise shape.refusal
        if shape.custom or shape.values("sparql"):
            raise CannotCompileError("refers to a shape with constraints in SPARQL", shape.node)
        parts = []
        for parameter in shape.parameters:
            if parameter.name == "property":
                value, inner = self._value(shape, node), self._shapes.get(parameter.value)
                parts.append(self._somewhere(shape, node, value, self.violates(inner, value)))
            elif parameter.name in COMPONENTS and not is_off(parameter) and self.is_complete(shape, parameter):
                parts.append(self.violated_by(shape, parameter, node))
        parts = [part for part in parts if part != "false"]
        self._depth -= 1
        return joined([f"({part})" for part in parts], " || ") or "false"

    def violated_by(self, shape: Shape, parameter: Parameter, node: str) -> str:
        """Return an expression that is true if `node` does not satisfy one constraint of `shape`."""
        name, value, other = parameter.name, self._value(shape, node), self.fresh()
        if name in ("minCount", "qualifiedMinCount"):
            number = number_of(parameter)
            return "false" if number == 0 else f"!{self._several(shape, node, number, name)}"
        if name in ("maxCount", "qualifiedMaxCount"):
            return self._several(shape, node, number_of(parameter) + 1, name)
        if name == "hasValue":
            wanted = constant(parameter.value)
            return f"!{self.leads(shape.path, node, wanted)}" if shape.path else f"!sameTerm({node}, {wanted})"
        if name == "uniqueLang":
            same = f"!sameTerm({value}, {other}) && LCASE(LANG({value})) = LCASE(LANG({other}))"
            another = self.exists(path_of(shape), node, other, same)
            return self.exists(path_of(shape), node, value, f"LANG({value}) != '' && {another}")
        if name == "closed":
            return self._somewhere(
                shape,
                node,
                value,
                f"EXISTS {{ {value} {other} {self.fresh()} FILTER ({self.outside(shape, other)}) }}",
            )
        if name in ("lessThan", "lessThanOrEquals"):
            sign = "<" if name == "lessThan" else "<="
            test = f"!COALESCE({value} {sign} {other}, false)"
            another = f"EXISTS {{ {node} {parameter.value} {other} . FILTER ({test}) }}"
            return self.exists(path_of(shape), node, value, another)
        if name == "equals":
            missing = f"!sameTerm({other}, {node})"
            if shape.path is not None:
                missing = f"!{self.leads(shape.path, node, other)}"
            there = self._somewhere(shape, node, value, f"NOT EXISTS {{ {node} {parameter.value} {value} }}")
            return f"{there} || EXISTS {{ {node} {parameter.value} {other} FILTER ({missing}) }}"
        return self._somewhere(shape, node, value, self.failing(shape, parameter, value, node))

    def failing(self, shape: Shape, parameter: Parameter, value: str, focus: str) -> str:
        """Return an expression that is true of a single value that a constraint does not allow."""
        name = parameter.name
        if name == "disjoint":
            return f"EXISTS {{ {focus} {parameter.value} {value} }}"
        if name == "node":
            return self.violates(self._shapes.get(parameter.value), value)
        if name == "not":
            return f"!({self.violates(self._shapes.get(parameter.value), value)})"
        if name in LISTS:
            failing = [
                f"({self.violates(self._shapes.get(each), value)})" for each in self._shapes.listed(parameter.value)
            ]
            if name == "xone":
                return f"({joined([f'IF({each}, 0, 1)' for each in failing], ' + ') or '0'}) != 1"
            return joined(failing, " && " if name == "or" else " || ") or ("true" if name == "or" else "false")
        return per_value(shape, parameter, value, self._classes, self._shapes, self.fresh, self.keeps_types)

    def _several(self, shape: Shape, node: str, number: int, name: str) -> str:
        """Return an expression that is true if `node` has at least `number` distinct values (that qualify)."""
        if number > _MOST:
            raise CannotCompileError(f"counts to {number} inside another shape", shape.node)
        variables = [self.fresh() for _ in range(number)]
        found = ""
        for place, value in reversed(list(enumerate(variables))):
            tests = [f"!sameTerm({value}, {other})" for other in variables[:place]]
            if name.startswith("qualified"):
                tests.append(f"({self.qualifies(shape, value)})")
            found = self.exists(path_of(shape), node, value, " && ".join([*tests, *([found] if found else [])]))
        return found

    def qualifies(self, shape: Shape, value: str) -> str:
        """Return an expression that is true of a value that counts for a qualified value shape."""
        inner = self._shapes.get(shape.values("qualifiedValueShape")[0])
        parts = [f"!({self.violates(inner, value)})"]
        if _truth(shape, "qualifiedValueShapesDisjoint"):
            parts += [f"({self.violates(sibling, value)})" for sibling in self._shapes.siblings(shape)]
        return " && ".join(parts)

    def outside(self, shape: Shape, prop: str) -> str:
        """Return an expression that is true of a property that a closed shape does not allow."""
        known = [self._shapes.get(each).path for each in shape.values("property")]
        allowed = [path.text for path in known if path is not None and path.predicate is not None]
        for head in shape.values("ignoredProperties"):
            allowed += [constant(each) for each in self._shapes.listed(head)]
        return f"{prop} NOT IN ({', '.join(dict.fromkeys(allowed))})" if allowed else "true"

    def is_complete(self, shape: Shape, parameter: Parameter) -> bool:
        """Return whether all that the component needs is there: a qualified count needs a shape."""
        return not parameter.name.startswith("qualified") or bool(shape.values("qualifiedValueShape"))

    def _value(self, shape: Shape, node: str) -> str:
        return node if shape.path is None else self.fresh()

    def _somewhere(self, shape: Shape, node: str, value: str, expression: str) -> str:
        if shape.path is None or expression == "false":
            return expression
        return self.exists(shape.path, node, value, expression)


def path_of(shape: Shape) -> Path:
    if shape.path is None:
        raise CannotCompileError("has no sh:path", shape.node)
    return shape.path


def number_of(parameter: Parameter) -> int:
    """Return the number that `parameter` gives."""
    assert isinstance(parameter.value, Literal)  # noqa: S101 - the reader has refused anything else
    return int(parameter.value.value)


def is_off(parameter: Parameter) -> bool:
    """Return whether `parameter` is a switch that is off: only `true` itself turns it on."""
    return parameter.name in ("closed", "uniqueLang") and parameter.value != Literal(True)


def _truth(shape: Shape, name: str) -> bool:
    value = shape.value(name)
    return isinstance(value, Literal) and value.value in ("true", "1")
