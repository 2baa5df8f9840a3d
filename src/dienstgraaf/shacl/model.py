"""Shapes as values, and what validation finds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from typing import Literal as Choice

from pyoxigraph import Literal, NamedNode

from dienstgraaf.shacl.errors import CannotCompileError
from dienstgraaf.shacl.paths import Path
from dienstgraaf.shacl.terms import Node, Term, sh

if TYPE_CHECKING:
    from dienstgraaf.shacl.scopes import Check

__all__ = ["Parameter", "Result", "Shape", "Target"]

TargetKind = Choice["node", "class", "subjects-of", "objects-of", "sparql"]


@dataclass(frozen=True, slots=True)
class Target:
    """What a shape applies to: a node, the members of a class, the subjects or objects of a property, or a query's."""

    kind: TargetKind
    value: Term


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a constraint component on a shape, such as `sh:minCount 1`."""

    name: str
    value: Term


@dataclass(frozen=True, eq=False, slots=True)
class Shape:
    """A node shape, or a property shape if it has a `path`; `parameters` are in the order of the shapes graph.

    `messages` are as given, with or without a language. `custom` are the components that are declared in the shapes
    graph, each by its IRI, with the values of its parameters. `refusal` tells why the shape cannot be compiled, if
    reading it already shows that; its path may be None then.
    """

    node: Node
    path: Path | None
    targets: tuple[Target, ...]
    parameters: tuple[Parameter, ...]
    severity: NamedNode
    messages: tuple[Literal, ...]
    deactivated: bool
    custom: tuple[tuple[NamedNode, Mapping[str, Term]], ...] = ()
    refusal: CannotCompileError | None = None

    def values(self, name: str) -> list[Term]:
        """Return the values of the parameter `name`."""
        return [parameter.value for parameter in self.parameters if parameter.name == name]

    def value(self, name: str) -> Term | None:
        """Return the value of the parameter `name`, None if there is none."""
        return next(iter(self.values(name)), None)


VIOLATION: Final = sh("Violation")


@dataclass(frozen=True, slots=True)
class Result:
    """One validation result (SHACL 1.0, section 3.6.2).

    `path` is the path of the shape, or for a closed shape the property itself. `value` is None where the result has
    none. `constraint` is the node of a SPARQL-based constraint, None for others. `check` is the query that gave it.
    """

    focus: Term
    path: Path | None
    value: Term | None
    component: NamedNode
    shape: Node
    severity: NamedNode
    messages: tuple[Literal, ...] = ()
    constraint: Node | None = None
    check: Check | None = field(default=None, compare=False, repr=False)
