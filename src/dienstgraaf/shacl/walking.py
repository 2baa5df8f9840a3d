"""Paths in queries: what they lead to as a pattern, and whether they lead somewhere as an expression."""

from __future__ import annotations

from itertools import count

from dienstgraaf.shacl.paths import Path

__all__ = ["Walking", "filtered"]


class Walking:
    """Writes the steps of paths, with variables of its own."""

    def __init__(self) -> None:
        """Start to number variables."""
        self._numbers = count(1)
        self._may_be_absent = True

    def fresh(self) -> str:
        """Return a variable that is used nowhere else."""
        return f"?_{next(self._numbers)}"

    def step(self, path: Path, node: str, value: str, scope: str = "") -> str:
        """Return the pattern for what `path` leads to from `node`, which `scope` binds, or an expression around it.

        A path without length leads from any node to itself; in SPARQL only for what occurs in the data, which the
        target of a shape need not.
        """
        step = f"{node} {path.text} {value} ."
        if not self.may_stay(path):
            return step
        return self.reached(path, node, value, scope) if scope else f"{{ {step} }} UNION {{ BIND ({node} AS {value}) }}"

    def reached(self, path: Path, node: str, value: str, scope: str) -> str:
        """Return the pattern for what `path` leads to from `node`, together with that of `scope`, which binds `node`.

        A recursive path is written as optional, and has to be there: otherwise stores may work it out from every node.
        """
        step = f"{node} {path.text} {value} ."
        there = f"{scope} {step}"
        if path.is_recursive:
            there = f"{{ {scope} OPTIONAL {{ {step} }} FILTER (BOUND({value})) }}"
        if self.may_stay(path):
            return f"{{ {there} }} UNION {{ {scope} BIND ({node} AS {value}) }}"
        return there

    def may_stay(self, path: Path) -> bool:
        """Return whether `path` leads from a node that need not occur in the data to that node itself."""
        return path.nullable and self._may_be_absent

    def exists(self, path: Path, node: str, value: str, condition: str = "") -> str:
        """Return an expression that is true if `path` leads from `node` to some `value` that fulfils `condition`.

        Each step is a group in the one before it: stores look one step up by its start, but may work out a sequence of
        steps as a whole each time.
        """
        if condition == "false":
            return "false"
        if self.may_stay(path):
            return f"EXISTS {{ {self.step(path, node, value)} {filtered(condition)} }}"
        found = [self._along(steps, node, value, condition) for steps in path.branches]
        return found[0] if len(found) == 1 else f"({' || '.join(found)})"

    def _along(self, steps: tuple[str, ...], node: str, value: str, condition: str) -> str:
        at = [node, *(self.fresh() for _ in steps[1:]), value]
        for step, start, end in reversed(list(zip(steps, at, at[1:], strict=False))):
            condition = f"EXISTS {{ {start} {step} {end} . {filtered(condition)} }}"
        return condition

    def leads(self, path: Path, node: str, value: str) -> str:
        """Return an expression that is true if `path` leads from `node` to `value`, which are both known."""
        if self.may_stay(path):
            return f"(EXISTS {{ {node} {path.text} {value} }} || sameTerm({node}, {value}))"
        return self.exists(path, node, value)


def filtered(condition: str) -> str:
    """Return the filter for `condition`, nothing for none."""
    return f"FILTER ({condition})" if condition else ""
