"""Compiles shapes to SPARQL: for each constraint a query whose solutions are its violations.

A shape is looked at in two ways. Where it applies by itself, each constraint gives a query with one solution a result.
Where another shape refers to it (`sh:node`, `sh:not`, …), it becomes an expression that is true of a node that does not
conform, so that the whole nesting is one query. Nodes are compared as terms (`sameTerm`), never by value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Final

from pyoxigraph import Literal, NamedNode

from dienstgraaf.shacl.errors import CannotCompileError
from dienstgraaf.shacl.expressions import PER_VALUE, Classes, constant, per_value
from dienstgraaf.shacl.joining import DEEPEST, joined
from dienstgraaf.shacl.model import Parameter, Shape, Target
from dienstgraaf.shacl.paths import Path
from dienstgraaf.shacl.reading import LISTS, Shapes
from dienstgraaf.shacl.sparql import asked, compiled, constraints, target_query, validator
from dienstgraaf.shacl.terms import RDF, Node, Term, sh

__all__ = ["Check", "Compiler"]

_MOST: Final = 6
"""Up to how many distinct values are counted inside a nested shape: each takes a variable of its own."""

_MANY: Final = 32
"""From how many on the items of a list are not written as an expression."""

_MOST_INLINED: Final = 50_000
"""How many shapes may stand in the queries of one, each as often as it is referred to."""

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

    `chain` are the variables on the way to the focus: what is reached by two ways gives two results.
    """

    pattern: str
    focus: str
    chain: tuple[str, ...] = ()

    def select(self, pattern: str = "", value: str | None = None) -> str:
        """Return the query for what `pattern`, besides that of the scope, holds of."""
        shown = f" ({value} AS ?value)" if value else ""
        along = "".join(f" {each}" for each in self.chain)
        return f"SELECT DISTINCT ({self.focus} AS ?focus){shown}{along} WHERE {{ {self.pattern} {pattern} }}"

    def foci(self) -> str:
        """Return a pattern for each focus once for each way that it is reached, however many targets select it."""
        return f"{{ SELECT DISTINCT {' '.join((*self.chain, self.focus))} WHERE {{ {self.pattern} }} }}"

    def grouped(self, pattern: str, having: str, *by: str) -> str:
        """Return the query for each focus, reached by each way, for which `having` is true."""
        keys = " ".join((*self.chain, self.focus, *by))
        return f"SELECT ({self.focus} AS ?focus) WHERE {{ {self.pattern} {pattern} }} GROUP BY {keys} HAVING ({having})"


class Compiler:
    """Compiles the shapes of one shapes graph."""

    def __init__(
        self, shapes: Shapes, classes: Classes, *, restriction: str = "", shapes_graph: str | None = None
    ) -> None:
        """Take the shapes, and the subclasses of each class by IRI.

        `restriction` is a pattern on `?this` that narrows what is looked at, such as to what a graph describes.
        `shapes_graph` is the IRI of the graph that holds the shapes, if the store has them.
        """
        self._shapes = shapes
        self._shapes_graph = shapes_graph
        self.keeps_types = True
        self._classes = classes
        self._restriction = restriction
        self._numbers = count(1)
        self._may_be_absent = True
        self._inlined = self._depth = 0

    def checks(self, shape: Shape) -> Iterator[Check]:
        """Yield the checks of a shape with targets.

        Raises:
            CannotCompileError: if something of it has no counterpart.
        """
        if shape.targets:
            self._inlined = self._depth = 0
            self._may_be_absent = any(target.kind in ("node", "sparql") for target in shape.targets)
            yield from self._checks(shape, Scope(self.target_pattern(shape.targets), "?this"))

    def target_pattern(self, targets: tuple[Target, ...]) -> str:
        """Return the pattern that binds `?this` to what `targets` select."""
        nodes = [constant(target.value) for target in targets if target.kind == "node"]
        classes = [each for target in targets if target.kind == "class" for each in self._classes(target.value)]
        found = [f"VALUES ?this {{ {' '.join(nodes)} }}"] if nodes else []
        if classes:
            variable = self._fresh()
            members = f"VALUES {variable} {{ {' '.join(dict.fromkeys(classes))} }}"
            found.append(f"?this <{RDF}type> {variable} . {members}")
        found += [self._target(target) for target in targets if target.kind not in ("node", "class")]
        return f"{joined([f'{{ {each} }}' for each in found], ' UNION ', '{}')} {self._restriction}"

    def _target(self, target: Target) -> str:
        value = target.value
        if target.kind == "sparql":
            return f"{{ {target_query(self._shapes.graph, value).text} }}"
        variable = self._fresh()
        subject, object_ = ("?this", variable) if target.kind == "subjects-of" else (variable, "?this")
        return f"{subject} {value} {object_} ."

    def _fresh(self) -> str:
        return f"?_{next(self._numbers)}"

    def _checks(self, shape: Shape, scope: Scope) -> Iterator[Check]:
        if shape.deactivated:
            return
        if shape.refusal is not None:
            raise shape.refusal
        for parameter in shape.parameters:
            if parameter.name == "property":
                if len(scope.chain) == DEEPEST:
                    raise CannotCompileError(f"stands more than {DEEPEST} deep in other shapes", shape.node)
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
            query = compiled(each.query, shape, scope.focus, scope.foci(), {}, self._shapes_graph)
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
            query = compiled(found.query, shape, scope.focus, scope.foci(), parameters, self._shapes_graph)
            yield Check(query, shape, component, shape.path, None, found.messages, scope.focus[1:])

    def _is_complete(self, shape: Shape, parameter: Parameter) -> bool:
        """Return whether all that the component needs is there: a qualified count needs a shape."""
        return not parameter.name.startswith("qualified") or bool(shape.values("qualifiedValueShape"))

    def _at_values(self, shape: Shape, scope: Scope) -> Scope:
        if shape.path is None:
            return scope
        value = self._fresh()
        pattern = f"{scope.pattern} {self._step(shape.path, scope.focus, value, scope.pattern)}"
        return Scope(pattern, value, (*scope.chain, scope.focus))

    def _queries(self, shape: Shape, parameter: Parameter, scope: Scope) -> Iterator[tuple[str, Path | None]]:
        focus, path = scope.focus, shape.path
        special = self._special(shape, parameter, scope)
        if special is not None:
            yield from special
            return
        value, at = self._with_values(shape, scope)
        if parameter.name == "in" and len(items := self._shapes.listed(parameter.value)) > _MANY:
            allowed = " ".join(map(constant, items))  # looked up, where an expression would try them one by one
            yield scope.select(f"{at} MINUS {{ VALUES {value} {{ {allowed} }} }}", value), path
            return
        failing = self._failing(shape, parameter, value, focus)
        yield scope.select(f"{at} FILTER ({failing})", value), path

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
        if not qualified and (sign, number) == ("<", 1):
            return scope.select(f"FILTER (!{self._exists(shape.path, scope.focus, self._fresh())})")
        value = self._fresh()
        values = self._step(shape.path, scope.focus, value, scope.pattern, optional=sign == "<")
        filtered = f" FILTER ({self._qualifies(shape, value)})" if qualified else ""
        wanted = f"OPTIONAL {{ {values}{filtered} }}" if sign == "<" else f"{values}{filtered}"
        return scope.grouped(wanted, f"COUNT(DISTINCT {value}) {sign} {number}")

    def _qualifies(self, shape: Shape, value: str) -> str:
        """Return an expression that is true of a value that counts for a qualified value shape."""
        inner = self._shapes.get(shape.values("qualifiedValueShape")[0])
        parts = [f"!({self.violates(inner, value)})"]
        if _truth(shape, "qualifiedValueShapesDisjoint"):
            parts += [f"({self.violates(sibling, value)})" for sibling in self._shapes.siblings(shape)]
        return " && ".join(parts)

    def _repeated(self, shape: Shape, scope: Scope) -> str:
        (value, values), language = self._with_values(shape, scope), self._fresh()
        literal = f"FILTER (isLiteral({value}) && LANG({value}) != '') BIND (LCASE(LANG({value})) AS {language})"
        return scope.grouped(f"{values} {literal}", f"COUNT(DISTINCT {value}) > 1", language)

    def _beyond(self, shape: Shape, scope: Scope) -> str:
        """Return the query for triples that a closed shape does not allow; their subjects are its values."""
        prop, value = self._fresh(), self._fresh()
        at = self._at_values(shape, scope)
        along = "".join(f" {each}" for each in (*at.chain, at.focus))
        return (
            f"SELECT DISTINCT ({scope.focus} AS ?focus) ({prop} AS ?path) ({value} AS ?value){along} WHERE {{ "
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
            missing = f"!{self._leads(shape.path, focus, value)}"
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
            elif parameter.name in _COMPONENTS and not _is_false(parameter) and self._is_complete(shape, parameter):
                parts.append(self.violated_by(shape, parameter, node))
        parts = [part for part in parts if part != "false"]
        self._depth -= 1
        return joined([f"({part})" for part in parts], " || ") or "false"

    def violated_by(self, shape: Shape, parameter: Parameter, node: str) -> str:
        """Return an expression that is true if `node` does not satisfy one constraint of `shape`."""
        name, value, other = parameter.name, self._value(shape, node), self._fresh()
        if name in ("minCount", "qualifiedMinCount"):
            number = _number(parameter)
            return "false" if number == 0 else f"!{self._several(shape, node, number, name)}"
        if name in ("maxCount", "qualifiedMaxCount"):
            return self._several(shape, node, _number(parameter) + 1, name)
        if name == "hasValue":
            wanted = constant(parameter.value)
            return f"!{self._leads(shape.path, node, wanted)}" if shape.path else f"!sameTerm({node}, {wanted})"
        if name == "uniqueLang":
            same = f"!sameTerm({value}, {other}) && LCASE(LANG({value})) = LCASE(LANG({other}))"
            another = self._exists(_path(shape), node, other, same)
            return self._exists(_path(shape), node, value, f"LANG({value}) != '' && {another}")
        if name == "closed":
            return self._somewhere(
                shape,
                node,
                value,
                f"EXISTS {{ {value} {other} {self._fresh()} FILTER ({self._outside(shape, other)}) }}",
            )
        if name in ("lessThan", "lessThanOrEquals"):
            sign = "<" if name == "lessThan" else "<="
            test = f"!COALESCE({value} {sign} {other}, false)"
            another = f"EXISTS {{ {node} {parameter.value} {other} . FILTER ({test}) }}"
            return self._exists(_path(shape), node, value, another)
        if name == "equals":
            missing = f"!sameTerm({other}, {node})"
            if shape.path is not None:
                missing = f"!{self._leads(shape.path, node, other)}"
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
                return f"({joined([f'IF({each}, 0, 1)' for each in failing], ' + ') or '0'}) != 1"
            return joined(failing, " && " if name == "or" else " || ") or ("true" if name == "or" else "false")
        return per_value(shape, parameter, value, self._classes, self._shapes, self._fresh, self.keeps_types)

    def _several(self, shape: Shape, node: str, number: int, name: str) -> str:
        """Return an expression that is true if `node` has at least `number` distinct values (that qualify)."""
        if number > _MOST:
            raise CannotCompileError(f"counts to {number} inside another shape", shape.node)
        variables = [self._fresh() for _ in range(number)]
        found = ""
        for place, value in reversed(list(enumerate(variables))):
            tests = [f"!sameTerm({value}, {other})" for other in variables[:place]]
            if name.startswith("qualified"):
                tests.append(f"({self._qualifies(shape, value)})")
            found = self._exists(_path(shape), node, value, " && ".join([*tests, *([found] if found else [])]))
        return found

    def _with_values(self, shape: Shape, scope: Scope) -> tuple[str, str]:
        """Return the variable of the value nodes of `shape`, and the pattern that binds it besides the scope's."""
        if shape.path is None:
            return scope.focus, ""
        value = self._fresh()
        return value, self._step(shape.path, scope.focus, value, scope.pattern)

    def _step(self, path: Path, node: str, value: str, scope: str = "", *, optional: bool = False) -> str:
        """Return the pattern for what `path` leads to from `node`.

        A path without length leads from any node to itself; in SPARQL only for what occurs in the data, which
        the target of a shape need not. `scope` binds `node`, where the pattern does not stand in an expression; there
        a recursive path is written as optional, unless it is to be so anyway: otherwise stores may work it out from
        all nodes that there are.
        """
        step = f"{node} {path.text} {value} ."
        anywhere = path.nullable and self._may_be_absent
        if path.is_recursive and scope and (anywhere or not optional):
            step = f"OPTIONAL {{ {step} }} FILTER (BOUND({value}))"
        return f"{{ {scope} {step} }} UNION {{ {scope} BIND ({node} AS {value}) }}" if anywhere else step

    def _exists(self, path: Path, node: str, value: str, condition: str = "") -> str:
        """Return an expression that is true if `path` leads from `node` to some `value` that fulfils `condition`.

        Each step is a group in the one before it: stores look one step up by its start, but may work out a sequence of
        steps as a whole each time.
        """
        if condition == "false":
            return "false"
        if path.nullable and self._may_be_absent:
            return f"EXISTS {{ {self._step(path, node, value)} {_filter(condition)} }}"
        found = [self._along(steps, node, value, condition) for steps in path.branches]
        return found[0] if len(found) == 1 else f"({' || '.join(found)})"

    def _along(self, steps: tuple[str, ...], node: str, value: str, condition: str) -> str:
        at = [node, *(self._fresh() for _ in steps[1:]), value]
        for step, start, end in reversed(list(zip(steps, at, at[1:], strict=False))):
            condition = f"EXISTS {{ {start} {step} {end} . {_filter(condition)} }}"
        return condition

    def _leads(self, path: Path, node: str, value: str) -> str:
        """Return an expression that is true if `path` leads from `node` to `value`, which are both known."""
        if path.nullable and self._may_be_absent:
            return f"(EXISTS {{ {node} {path.text} {value} }} || sameTerm({node}, {value}))"
        return self._exists(path, node, value)

    def _value(self, shape: Shape, node: str) -> str:
        return node if shape.path is None else self._fresh()

    def _somewhere(self, shape: Shape, node: str, value: str, expression: str) -> str:
        if shape.path is None or expression == "false":
            return expression
        return self._exists(shape.path, node, value, expression)


def _filter(condition: str) -> str:
    return f"FILTER ({condition})" if condition else ""


def _path(shape: Shape) -> Path:
    if shape.path is None:
        raise CannotCompileError("has no sh:path", shape.node)
    return shape.path


def _number(parameter: Parameter) -> int:
    assert isinstance(parameter.value, Literal)  # noqa: S101 - the reader has refused anything else
    return int(parameter.value.value)


def _is_false(parameter: Parameter) -> bool:
    """Return whether `parameter` is a switch that is off: only `true` itself turns it on."""
    return parameter.name in ("closed", "uniqueLang") and parameter.value != Literal(True)


def _truth(shape: Shape, name: str) -> bool:
    value = shape.value(name)
    return isinstance(value, Literal) and value.value in ("true", "1")
