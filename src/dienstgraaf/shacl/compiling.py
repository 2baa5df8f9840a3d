"""Compiles shapes to SPARQL: for each constraint a query whose solutions are its violations.

A shape is looked at in two ways. Where it applies by itself, each constraint gives a query with one solution a result.
Where another shape refers to it (`sh:node`, `sh:not`, …), it becomes an expression that is true of a node that does not
conform, so that the whole nesting is one query. Nodes are compared as terms (`sameTerm`), never by value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode

from dienstgraaf.shacl.errors import CannotCompileError
from dienstgraaf.shacl.expressions import PER_VALUE, Classes, constant, per_value
from dienstgraaf.shacl.model import Parameter, Shape, Target
from dienstgraaf.shacl.paths import Path
from dienstgraaf.shacl.reading import LISTS, Shapes
from dienstgraaf.shacl.sparql import asked, compiled, constraints, target_query, validator
from dienstgraaf.shacl.terms import RDF, Node, Term, sh

__all__ = ["Check", "Compiler"]

_PATIENCE: Final = 3
"""How many times as many values as focus nodes may be looked at first."""

_MOST: Final = 6
"""Up to how many distinct values are counted inside a nested shape: each takes a variable of its own."""

_COMPONENTS: Final = {
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


@dataclass(frozen=True, slots=True)
class Check:
    """One constraint as a query: it selects `?focus`, and `?value` and `?path` where its results have these.

    `path` is the path of the results, None where the query selects it or where there is none. `focus` is the variable
    of the focus node: a query of a shape's own has it under the name that it gives.
    """

    query: str
    shape: Shape
    component: NamedNode
    path: Path | None
    constraint: Node | None = None
    messages: tuple[Literal, ...] = ()
    focus: str = "focus"


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a shape is looked at: a pattern that binds `focus` to each node that it applies to.

    `chain` are the variables on the way to the focus: what is reached by two ways gives two results. `test` is an
    expression that is true of just these nodes, and `size` about how many there are; both None if that is not known.
    """

    pattern: str
    focus: str
    chain: tuple[str, ...] = ()
    test: str | None = None
    size: int | None = None
    after: str = ""

    def select(self, pattern: str = "", value: str | None = None) -> str:
        """Return the query for what `pattern`, besides that of the scope, holds of."""
        shown = f" ({value} AS ?value)" if value else ""
        along = "".join(f" {each}" for each in self.chain)
        where = f"{self.pattern} {pattern} {self.after}"
        return f"SELECT DISTINCT ({self.focus} AS ?focus){shown}{along} WHERE {{ {where} }}"

    def grouped(self, pattern: str, having: str, *by: str) -> str:
        """Return the query for each focus, reached by each way, for which `having` is true."""
        keys = " ".join((*self.chain, self.focus, *by))
        inner = f"SELECT {keys} WHERE {{ {self.pattern} {pattern} }} GROUP BY {keys} HAVING ({having})"
        return f"SELECT ({self.focus} AS ?focus) WHERE {{ {{ {inner} }} {self.after} }}"


class Compiler:
    """Compiles the shapes of one shapes graph."""

    def __init__(
        self,
        shapes: Shapes,
        classes: Classes,
        sizes: Mapping[str, int] | None = None,
        *,
        restriction: str = "",
        shapes_graph: str | None = None,
    ) -> None:
        """Take the shapes, the subclasses of each class, and how often each property and class occurs, by IRI.

        `restriction` is a pattern on `?this` that narrows what is looked at, such as to what a graph describes.
        `shapes_graph` is the IRI of the graph that holds the shapes, if the store has them.
        """
        self._shapes = shapes
        self._shapes_graph = shapes_graph
        self.keeps_types = True
        self._classes = classes
        self._sizes = sizes or {}
        self._restriction = restriction
        self._numbers = count(1)

    def checks(self, shape: Shape) -> Iterator[Check]:
        """Yield the checks of a shape with targets.

        Raises:
            CannotCompileError: if something of it has no counterpart.
        """
        if shape.targets:
            pattern = self.target_pattern(shape.targets)
            test, size = self._test(shape.targets), self._size(shape.targets)
            yield from self._checks(shape, Scope(pattern, "?this", (), test, size))

    def target_pattern(self, targets: tuple[Target, ...]) -> str:
        """Return the pattern that binds `?this` to what `targets` select."""
        found = " UNION ".join(f"{{ {self._target(target)} }}" for target in targets)
        return f"{found} {self._restriction}"

    def _target(self, target: Target) -> str:
        value = target.value
        if target.kind == "sparql":
            return f"{{ {target_query(self._shapes.graph, value).text} }}"
        if target.kind == "node":
            return f"VALUES ?this {{ {constant(value)} }}"
        if target.kind == "class":
            variable = self._fresh()
            return f"?this <{RDF}type> {variable} . VALUES {variable} {{ {' '.join(self._classes(value))} }}"
        variable = self._fresh()
        subject, object_ = ("?this", variable) if target.kind == "subjects-of" else (variable, "?this")
        return f"{subject} {value} {object_} ."

    def _test(self, targets: tuple[Target, ...]) -> str | None:
        """Return an expression that is true of what `targets` select, None if it would take a query of its own."""
        parts = []
        for target in targets:
            if target.kind == "sparql" or isinstance(target.value, BlankNode):
                return None
            variable = self._fresh()
            if target.kind == "node":
                parts.append(f"sameTerm(?this, {target.value})")
            elif target.kind == "class":
                members = ", ".join(self._classes(target.value))
                parts.append(f"EXISTS {{ ?this <{RDF}type> {variable} FILTER ({variable} IN ({members})) }}")
            elif target.kind == "subjects-of":
                parts.append(f"EXISTS {{ ?this {target.value} {variable} }}")
            else:
                parts.append(f"EXISTS {{ {variable} {target.value} ?this }}")
        return " || ".join(parts)

    def _size(self, targets: tuple[Target, ...]) -> int | None:
        """Return about how many nodes `targets` select, None if that is not known."""
        found = 0
        for target in targets:
            names = self._classes(target.value) if target.kind == "class" else [str(target.value)]
            if target.kind == "sparql" or not all(name in self._sizes for name in names):
                return None
            found += 1 if target.kind == "node" else sum(self._sizes[name] for name in names)
        return found

    def _fresh(self) -> str:
        return f"?_{next(self._numbers)}"

    def _checks(self, shape: Shape, scope: Scope) -> Iterator[Check]:
        if shape.deactivated:
            return
        for parameter in shape.parameters:
            if parameter.name == "property":
                inner = self._shapes.get(parameter.value)
                yield from self._checks(inner, self._at_values(shape, scope))
            elif parameter.name in _COMPONENTS and self._is_complete(shape, parameter):
                for query, path in self._queries(shape, parameter, scope):
                    yield Check(query, shape, sh(_COMPONENTS[parameter.name]), path)
        yield from self._queries_of_its_own(shape, scope)
        for component, parameters in shape.custom.items():
            yield from self._custom(shape, scope, component, parameters)

    def _queries_of_its_own(self, shape: Shape, scope: Scope) -> Iterator[Check]:
        for each in constraints(self._shapes, shape):
            query = compiled(each.query, shape, scope.focus, scope.pattern, {}, self._shapes_graph)
            component = sh("SPARQLConstraintComponent")
            yield Check(query, shape, component, shape.path, each.node, each.messages, scope.focus[1:])

    def _custom(
        self, shape: Shape, scope: Scope, component: NamedNode, parameters: Mapping[str, Term]
    ) -> Iterator[Check]:
        found = validator(self._shapes, component, is_property=shape.path is not None)
        if found is None:
            return
        if found.is_ask:
            value, at = self._with_values(shape, scope)
            failing = asked(found.query, shape, scope.focus, value, parameters, self._shapes_graph)
            query = scope.select(f"{at} FILTER ({failing})", value)
            yield Check(query, shape, component, shape.path, None, found.messages)
        else:
            query = compiled(found.query, shape, scope.focus, scope.pattern, parameters, self._shapes_graph)
            yield Check(query, shape, component, shape.path, None, found.messages, scope.focus[1:])

    def _is_complete(self, shape: Shape, parameter: Parameter) -> bool:
        """Return whether all that the component needs is there: a qualified count needs a shape."""
        return not parameter.name.startswith("qualified") or bool(shape.values("qualifiedValueShape"))

    def _at_values(self, shape: Shape, scope: Scope) -> Scope:
        if shape.path is None:
            return scope
        value = self._fresh()
        pattern = f"{scope.pattern} {scope.focus} {shape.path.text} {value} ."
        return Scope(pattern, value, (*scope.chain, scope.focus))

    def _queries(self, shape: Shape, parameter: Parameter, scope: Scope) -> Iterator[tuple[str, Path | None]]:
        focus, path = scope.focus, shape.path
        special = self._special(shape, parameter, scope)
        if special is not None:
            yield from special
            return
        value, at = self._with_values(shape, scope)
        failing = self._failing(shape, parameter, value, focus)
        yield self._values_first(shape, scope).select(f"{at} FILTER ({failing})", value), path

    def _special(self, shape: Shape, parameter: Parameter, scope: Scope) -> list[tuple[str, Path | None]] | None:
        """Return the queries of a constraint that is not about single values, None for others."""
        focus, path = scope.focus, shape.path
        makers: Mapping[str, Callable[[], list[tuple[str, Path | None]]]] = {
            "minCount": lambda: [(self._counted(shape, scope, "<", _number(parameter)), path)],
            "maxCount": lambda: [(self._counted(shape, scope, ">", _number(parameter)), path)],
            "qualifiedMinCount": lambda: [(self._counted(shape, scope, "<", _number(parameter), True), path)],
            "qualifiedMaxCount": lambda: [(self._counted(shape, scope, ">", _number(parameter), True), path)],
            "uniqueLang": lambda: [(self._repeated(shape, scope), path)],
            "closed": lambda: [(self._beyond(shape, scope), None)],
            "equals": lambda: [(query, path) for query in self._unequal(shape, parameter, scope)],
            "lessThan": lambda: [(self._unordered(shape, parameter, scope, "<"), path)],
            "lessThanOrEquals": lambda: [(self._unordered(shape, parameter, scope, "<="), path)],
            "hasValue": lambda: [(scope.select(f"FILTER ({self.violated_by(shape, parameter, focus)})"), path)],
        }
        maker = makers.get(parameter.name)
        if maker is None:
            return None
        if _is_false(parameter):
            return []
        return maker()

    def _counted(self, shape: Shape, scope: Scope, sign: str, number: int, qualified: bool = False) -> str:
        """Return the query for foci with too few or too many values; one that has none at all counts as zero."""
        if shape.path is None:  # its one value is the focus itself
            return scope.select(f"FILTER (IF({self._qualifies(shape, scope.focus)}, 1, 0) {sign} {number})")
        value, values = self._with_values(shape, scope)
        filtered = f" FILTER ({self._qualifies(shape, value)})" if qualified else ""
        if (sign, number) == ("<", 1):
            return scope.select(f"FILTER NOT EXISTS {{ {values}{filtered} }}")
        if (sign, number) == (">", 1) and not qualified:
            other = self._fresh()
            two = f"{values} {scope.focus} {_text(shape)} {other} . FILTER (!sameTerm({value}, {other}))"
            return self._values_first(shape, scope).select(two)
        counted = f"COUNT(DISTINCT {value}) {sign} {number}"
        if sign == "<":
            return scope.grouped(f"OPTIONAL {{ {values}{filtered} }}", counted)
        return self._values_first(shape, scope).grouped(f"{values}{filtered}", counted)

    def _qualifies(self, shape: Shape, value: str) -> str:
        """Return an expression that is true of a value that counts for a qualified value shape."""
        inner = self._shapes.get(shape.values("qualifiedValueShape")[0])
        parts = [f"!({self.violates(inner, value)})"]
        if _truth(shape, "qualifiedValueShapesDisjoint"):
            parts += [f"({self.violates(sibling, value)})" for sibling in self._shapes.siblings(shape)]
        return " && ".join(parts)

    def _repeated(self, shape: Shape, scope: Scope) -> str:
        (value, values), language = self._with_values(shape, scope), self._fresh()
        literal = f"FILTER (LANG({value}) != '') BIND (LCASE(LANG({value})) AS {language})"
        first = self._values_first(shape, scope)
        return first.grouped(f"{values} {literal}", f"COUNT(DISTINCT {value}) > 1", language)

    def _beyond(self, shape: Shape, scope: Scope) -> str:
        prop, value = self._fresh(), self._fresh()
        at = self._at_values(shape, scope)
        along = "".join(f" {each}" for each in at.chain)
        return (
            f"SELECT DISTINCT ({at.focus} AS ?focus) ({prop} AS ?path) ({value} AS ?value){along} WHERE {{ "
            f"{at.pattern} {at.focus} {prop} {value} . FILTER ({self._outside(shape, prop)}) }}"
        )

    def _outside(self, shape: Shape, prop: str) -> str:
        known = [self._shapes.get(each).path for each in shape.values("property")]
        allowed = [path.text for path in known if path is not None and path.predicate is not None]
        for head in shape.values("ignoredProperties"):
            allowed += [constant(each) for each in self._shapes.listed(head)]
        return f"{prop} NOT IN ({', '.join(dict.fromkeys(allowed))})" if allowed else "true"

    def _unequal(self, shape: Shape, parameter: Parameter, scope: Scope) -> Iterator[str]:
        focus, other = scope.focus, parameter.value
        value, values = self._with_values(shape, scope)
        yield scope.select(f"{values} FILTER NOT EXISTS {{ {focus} {other} {value} }}", value)
        value = self._fresh()
        missing = f"!sameTerm({value}, {focus})"
        if shape.path is not None:
            missing = f"NOT EXISTS {{ {focus} {shape.path.text} {value} }}"
        yield scope.select(f"{focus} {other} {value} . FILTER ({missing})", value)

    def _unordered(self, shape: Shape, parameter: Parameter, scope: Scope, sign: str) -> str:
        (value, values), other = self._with_values(shape, scope), self._fresh()
        pairs = f"{values} {scope.focus} {parameter.value} {other} . FILTER (!COALESCE({value} {sign} {other}, false))"
        return Scope(scope.pattern, scope.focus, (*scope.chain, other)).select(pairs, value)

    def violates(self, shape: Shape, node: str) -> str:
        """Return an expression that is true if the node in the variable `node` does not conform to `shape`.

        Raises:
            CannotCompileError: if something of it has no counterpart.
        """
        if shape.deactivated:
            return "false"
        if shape.custom or shape.values("sparql"):
            raise CannotCompileError("refers to a shape with constraints in SPARQL", shape.node)
        parts = []
        for parameter in shape.parameters:
            if parameter.name == "property":
                value, inner = self._value(shape, node), self._shapes.get(parameter.value)
                parts.append(self._somewhere(shape, node, value, self.violates(inner, value)))
            elif parameter.name in _COMPONENTS and not _is_false(parameter) and self._is_complete(shape, parameter):
                parts.append(self.violated_by(shape, parameter, node))
        parts = [part for part in parts if part != "false"]
        return " || ".join(f"({part})" for part in parts) or "false"

    def violated_by(self, shape: Shape, parameter: Parameter, node: str) -> str:
        """Return an expression that is true if `node` does not satisfy one constraint of `shape`."""
        name, value, other = parameter.name, self._value(shape, node), self._fresh()
        if name in ("minCount", "qualifiedMinCount"):
            number = _number(parameter)
            return "false" if number == 0 else f"NOT EXISTS {{ {self._several(shape, node, number, name)} }}"
        if name in ("maxCount", "qualifiedMaxCount"):
            return f"EXISTS {{ {self._several(shape, node, _number(parameter) + 1, name)} }}"
        if name == "hasValue":
            wanted = constant(parameter.value)
            return (
                f"NOT EXISTS {{ {node} {shape.path.text} {wanted} }}" if shape.path else f"!sameTerm({node}, {wanted})"
            )
        if name == "uniqueLang":
            return (
                f"EXISTS {{ {node} {_text(shape)} {value} , {other} . FILTER (!sameTerm({value}, {other}) && "
                f"LANG({value}) != '' && LCASE(LANG({value})) = LCASE(LANG({other}))) }}"
            )
        if name == "closed":
            return self._somewhere(
                shape,
                node,
                value,
                f"EXISTS {{ {value} {other} {self._fresh()} FILTER ({self._outside(shape, other)}) }}",
            )
        if name in ("lessThan", "lessThanOrEquals"):
            sign = "<" if name == "lessThan" else "<="
            return (
                f"EXISTS {{ {node} {_text(shape)} {value} . {node} {parameter.value} {other} . "
                f"FILTER (!COALESCE({value} {sign} {other}, false)) }}"
            )
        if name == "equals":
            missing = f"!sameTerm({other}, {node})"
            if shape.path is not None:
                missing = f"NOT EXISTS {{ {node} {shape.path.text} {other} }}"
            there = self._somewhere(shape, node, value, f"NOT EXISTS {{ {node} {parameter.value} {value} }}")
            return f"{there} || EXISTS {{ {node} {parameter.value} {other} FILTER ({missing}) }}"
        return self._somewhere(shape, node, value, self._failing(shape, parameter, value, node))

    def _failing(self, shape: Shape, parameter: Parameter, value: str, focus: str) -> str:
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
                return f"({' + '.join(f'IF({each}, 0, 1)' for each in failing) or '0'}) != 1"
            return (" && " if name == "or" else " || ").join(failing) or ("true" if name == "or" else "false")
        return per_value(shape, parameter, value, self._classes, self._shapes, self._fresh, self.keeps_types)

    def _several(self, shape: Shape, node: str, number: int, name: str) -> str:
        """Return a pattern that holds if `node` has at least `number` distinct values (that qualify)."""
        if number > _MOST:
            raise CannotCompileError(f"counts to {number} inside another shape", shape.node)
        variables = [self._fresh() for _ in range(number)]
        parts = [f"{node} {_text(shape)} {each} ." for each in variables]
        apart = [f"!sameTerm({a}, {b})" for i, a in enumerate(variables) for b in variables[i + 1 :]]
        if name.startswith("qualified"):
            apart += [f"({self._qualifies(shape, each)})" for each in variables]
        return " ".join(parts) + (f" FILTER ({' && '.join(apart)})" if apart else "")

    def _with_values(self, shape: Shape, scope: Scope) -> tuple[str, str]:
        """Return the variable of the value nodes of `shape`, and the pattern that binds it besides the scope's."""
        if shape.path is None:
            return scope.focus, ""
        value = self._fresh()
        return value, f"{scope.focus} {shape.path.text} {value} ."

    def _values_first(self, shape: Shape, scope: Scope) -> Scope:
        """Return a scope that only tests the focus, if it is quicker to begin with the values and there are such."""
        known = self._sizes.get(str(shape.path.predicate)) if shape.path is not None and shape.path.predicate else None
        if scope.test is None or known is None or scope.size is None or known > _PATIENCE * scope.size:
            return scope
        return replace(scope, pattern="", after=f"FILTER ({scope.test}) {self._restriction}")

    def _value(self, shape: Shape, node: str) -> str:
        return node if shape.path is None else self._fresh()

    def _somewhere(self, shape: Shape, node: str, value: str, expression: str) -> str:
        if shape.path is None or expression == "false":
            return expression
        return f"EXISTS {{ {node} {shape.path.text} {value} . FILTER ({expression}) }}"


def _text(shape: Shape) -> str:
    if shape.path is None:
        raise CannotCompileError("has no sh:path", shape.node)
    return shape.path.text


def _number(parameter: Parameter) -> int:
    assert isinstance(parameter.value, Literal)  # noqa: S101 - the reader has refused anything else
    return int(parameter.value.value)


def _is_false(parameter: Parameter) -> bool:
    """Return whether `parameter` is a switch that is off: only `true` itself turns it on."""
    return parameter.name in ("closed", "uniqueLang") and parameter.value != Literal(True)


def _truth(shape: Shape, name: str) -> bool:
    value = shape.value(name)
    return isinstance(value, Literal) and value.value in ("true", "1")
