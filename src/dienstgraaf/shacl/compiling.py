"""Compiles shapes to SPARQL: for each constraint a query whose solutions are its violations.

A shape is looked at in two ways. Where it applies by itself, each constraint gives a query with one solution a result.
Where another shape refers to it (`sh:node`, `sh:not`, …), it becomes an expression (`nesting`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from pyoxigraph import NamedNode

from dienstgraaf.shacl.errors import CannotCompileError
from dienstgraaf.shacl.expressions import Classes, constant
from dienstgraaf.shacl.joining import DEEPEST
from dienstgraaf.shacl.model import Parameter, Shape
from dienstgraaf.shacl.nesting import COMPONENTS, Nesting, is_off, number_of
from dienstgraaf.shacl.paths import Path
from dienstgraaf.shacl.reading import Shapes
from dienstgraaf.shacl.scopes import Check, Scope
from dienstgraaf.shacl.sparql import asked, compiled, constraints, local_name, validator
from dienstgraaf.shacl.targets import target_pattern, target_size, target_test
from dienstgraaf.shacl.terms import Term, sh

__all__ = ["Compiler"]

_PATIENCE: Final = 3
"""How many times as many values as focus nodes may be looked at first."""

_MANY: Final = 32
"""From how many on the items of a list are not written as an expression."""


class Compiler(Nesting):
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
        super().__init__(shapes, classes)
        self._shapes_graph = shapes_graph
        self._restriction = restriction
        self._sizes = sizes or {}

    def checks(self, shape: Shape) -> Iterator[Check]:
        """Yield the checks of a shape with targets.

        Raises:
            CannotCompileError: if something of it has no counterpart.
        """
        if shape.targets:
            self._inlined = self._depth = 0
            self._may_be_absent = any(target.kind in ("node", "sparql") for target in shape.targets)
            targets = target_pattern(self._shapes.graph, shape.targets, self._classes, self.fresh)
            test = target_test(shape.targets, self._classes, self.fresh)
            size = target_size(shape.targets, self._classes, self._sizes)
            yield from self._checks(shape, Scope(f"{targets} {self._restriction}", "?this", (), test, size))

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
            elif parameter.name in COMPONENTS and self.is_complete(shape, parameter):
                for query, path in self._queries(shape, parameter, scope):
                    yield Check(query, shape, sh(COMPONENTS[parameter.name]), path)
        yield from self._queries_of_its_own(shape, scope)
        for component, parameters in shape.custom:
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
        named = {local_name(name): value for name, value in parameters.items()}
        if found.is_ask:
            value, at = self._with_values(shape, scope)
            failing = asked(found.query, shape, scope.focus, value, parameters, self._shapes_graph)
            query = at.select(f"FILTER ({failing})", value)
            yield Check(query, shape, component, shape.path, None, found.messages, parameters=named)
        else:
            query = compiled(found.query, shape, scope.focus, scope.foci(), parameters, self._shapes_graph)
            yield Check(query, shape, component, shape.path, None, found.messages, scope.focus[1:], named)

    def _at_values(self, shape: Shape, scope: Scope) -> Scope:
        if shape.path is None:
            return scope
        value, at = self._with_values(shape, scope)
        return Scope(at.pattern, value, (*scope.chain, scope.focus))

    def _queries(self, shape: Shape, parameter: Parameter, scope: Scope) -> Iterator[tuple[str, Path | None]]:
        focus, path = scope.focus, shape.path
        special = self._special(shape, parameter, scope)
        if special is not None:
            yield from special
            return
        if parameter.name == "in" and len(items := self._shapes.listed(parameter.value)) > _MANY:
            value, at = self._with_values(shape, scope)
            allowed = " ".join(map(constant, items))  # looked up, where an expression would try them one by one
            yield at.select(f"MINUS {{ VALUES {value} {{ {allowed} }} }}", value), path
            return
        value, at = self._with_values(shape, self._values_first(shape, scope))
        failing = self.failing(shape, parameter, value, focus)
        yield at.select(f"FILTER ({failing})", value), path

    def _special(self, shape: Shape, parameter: Parameter, scope: Scope) -> list[tuple[str, Path | None]] | None:
        """Return the queries of a constraint that is not about single values, None for others."""
        focus, path = scope.focus, shape.path
        makers: Mapping[str, Callable[[], list[tuple[str, Path | None]]]] = {
            "minCount": lambda: [(self._counted(shape, scope, "<", number_of(parameter)), path)],
            "maxCount": lambda: [(self._counted(shape, scope, ">", number_of(parameter)), path)],
            "qualifiedMinCount": lambda: [(self._counted(shape, scope, "<", number_of(parameter), True), path)],
            "qualifiedMaxCount": lambda: [(self._counted(shape, scope, ">", number_of(parameter), True), path)],
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
        if is_off(parameter):
            return []
        return maker()

    def _counted(self, shape: Shape, scope: Scope, sign: str, number: int, qualified: bool = False) -> str:
        """Return the query for foci with too few or too many values; one that has none at all counts as zero."""
        if shape.path is None:  # its one value is the focus itself
            return scope.select(f"FILTER (IF({self.qualifies(shape, scope.focus)}, 1, 0) {sign} {number})")
        if not qualified and (sign, number) == ("<", 1):
            return scope.select(f"FILTER (!{self.exists(shape.path, scope.focus, self.fresh())})")
        value, at = self._with_values(shape, self._values_first(shape, scope) if sign == ">" else scope)
        if (sign, number) == (">", 1) and not qualified and shape.path.predicate:
            other = self.fresh()
            return at.select(f"{scope.focus} {shape.path.text} {other} . FILTER (!sameTerm({value}, {other}))")
        filtered = f"FILTER ({self.qualifies(shape, value)})" if qualified else ""
        few = f"COUNT(DISTINCT {value}) {sign} {number}"
        if sign == ">":
            return at.grouped(filtered, few)
        step = self.step(shape.path, scope.focus, value, scope.pattern)
        return scope.grouped(f"OPTIONAL {{ {step} {filtered} }}", few)

    def _repeated(self, shape: Shape, scope: Scope) -> str:
        (value, at), language = self._with_values(shape, self._values_first(shape, scope)), self.fresh()
        literal = f"FILTER (LANG({value}) != '') BIND (LCASE(LANG({value})) AS {language})"
        return at.grouped(literal, f"COUNT(DISTINCT {value}) > 1", language)

    def _beyond(self, shape: Shape, scope: Scope) -> str:
        """Return the query for triples that a closed shape does not allow; their subjects are its values."""
        prop, value = self.fresh(), self.fresh()
        at = self._at_values(shape, scope)
        along = "".join(f" {each}" for each in (*at.chain, at.focus))
        return (
            f"SELECT DISTINCT ({scope.focus} AS ?focus) ({prop} AS ?path) ({value} AS ?value){along} WHERE {{ "
            f"{at.pattern} {at.focus} {prop} {value} . FILTER ({self.outside(shape, prop)}) }}"
        )

    def _unequal(self, shape: Shape, parameter: Parameter, scope: Scope) -> Iterator[str]:
        focus, other = scope.focus, parameter.value
        value, at = self._with_values(shape, scope)
        yield at.select(f"FILTER NOT EXISTS {{ {focus} {other} {value} }}", value)
        value = self.fresh()
        missing = f"!sameTerm({value}, {focus})"
        if shape.path is not None:
            missing = f"!{self.leads(shape.path, focus, value)}"
        yield scope.select(f"{focus} {other} {value} . FILTER ({missing})", value)

    def _unordered(self, shape: Shape, parameter: Parameter, scope: Scope, sign: str) -> str:
        (value, at), other = self._with_values(shape, scope), self.fresh()
        pairs = f"{scope.focus} {parameter.value} {other} . FILTER (!COALESCE({value} {sign} {other}, false))"
        return replace(at, chain=(*scope.chain, other)).select(pairs, value)

    def _with_values(self, shape: Shape, scope: Scope) -> tuple[str, Scope]:
        """Return the variable of the value nodes of `shape`, and the scope with that bound to each of them."""
        if shape.path is None:
            return scope.focus, scope
        value = self.fresh()
        return value, replace(scope, pattern=self.reached(shape.path, scope.focus, value, scope.pattern))

    def _values_first(self, shape: Shape, scope: Scope) -> Scope:
        """Return a scope that only tests the focus, if it is quicker to begin with the values and there are such."""
        known = self._sizes.get(str(shape.path.predicate)) if shape.path is not None and shape.path.predicate else None
        if scope.test is None or known is None or scope.size is None or known > _PATIENCE * scope.size:
            return scope
        return replace(scope, pattern="", after=f"FILTER ({scope.test}) {self._restriction}")
