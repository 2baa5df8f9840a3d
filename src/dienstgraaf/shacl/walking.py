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

    def step(self, path: Path, node: str, value: str, scope: str = "", *, optional: bool = False) -> str:
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

    def exists(self, path: Path, node: str, value: str, condition: str = "") -> str:
        """Return an expression that is true if `path` leads from `node` to some `value` that fulfils `condition`.

        Each step is a group in the one before it: stores look one step up by its start, but may work out a sequence of
        steps as a whole each time.
        """
        if condition == "false":
            return "false"
        if path.nullable and self._may_be_absent:
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
        if path.nullable and self._may_be_absent:
            return f"(EXISTS {{ {node} {path.text} {value} }} || sameTerm({node}, {value}))"
        return self.exists(path, node, value)


def filtered(condition: str) -> str:
    """Return the filter for `condition`, nothing for none."""
    return f"FILTER ({condition})" if condition else ""
