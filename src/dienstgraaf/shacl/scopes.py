"""Where shapes apply by themselves, and the queries that this gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode

from dienstgraaf.shacl.model import Shape
from dienstgraaf.shacl.paths import Path
from dienstgraaf.shacl.terms import Node, Term

__all__ = ["Check", "Scope"]


@dataclass(frozen=True, eq=False, slots=True)
class Check:
    """One constraint as a query: it selects `?focus`, and `?value` and `?path` where its results have these.

    `path` is the path of the results, None where the query selects it or where there is none. `focus` is the variable
    of the focus node: a query of a shape's own has it under the name that it gives. `parameters` are those of a
    component that messages may show, by name.
    """

    query: str
    shape: Shape
    component: NamedNode
    path: Path | None
    constraint: Node | None = None
    messages: tuple[Literal, ...] = ()
    focus: str = "focus"
    parameters: Mapping[str, Term] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a shape is looked at: a pattern that binds `focus` to each node that it applies to.

    `chain` are the variables on the way to the focus: what is reached by two ways gives two results. `test` is an
    expression that is true of just these nodes, and `size` about how many there are; both None if that is not known.
    `after` stands behind all else in each query.
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

    def foci(self) -> str:
        """Return a pattern for each focus once for each way that it is reached, however many targets select it."""
        return f"{{ SELECT DISTINCT {' '.join((*self.chain, self.focus))} WHERE {{ {self.pattern} }} }}"

    def grouped(self, pattern: str, having: str, *by: str) -> str:
        """Return the query for each focus, reached by each way, for which `having` is true."""
        keys = " ".join((*self.chain, self.focus, *by))
        inner = f"SELECT {keys} WHERE {{ {self.pattern} {pattern} }} GROUP BY {keys} HAVING ({having})"
        return f"SELECT ({self.focus} AS ?focus) WHERE {{ {{ {inner} }} {self.after} }}"
