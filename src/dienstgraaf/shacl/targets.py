"""What shapes apply to (SHACL 1.0, section 2.1; SHACL-AF, section 3), as patterns."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from pyoxigraph import BlankNode

from dienstgraaf.shacl.expressions import Classes, constant
from dienstgraaf.shacl.joining import joined
from dienstgraaf.shacl.model import Target
from dienstgraaf.shacl.sparql import target_query
from dienstgraaf.shacl.terms import RDF, Graph

__all__ = ["target_pattern", "target_size", "target_test"]


def target_pattern(graph: Graph, targets: Sequence[Target], classes: Classes, fresh: Callable[[], str]) -> str:
    """Return the pattern that binds `?this` to what `targets` select.

    Raises:
        CannotCompileError: if one is of a kind that has no counterpart.
    """
    nodes = [constant(target.value) for target in targets if target.kind == "node"]
    asked = [each for target in targets if target.kind == "class" for each in classes(target.value)]
    found = [f"VALUES ?this {{ {' '.join(nodes)} }}"] if nodes else []
    if asked:
        variable = fresh()
        members = f"VALUES {variable} {{ {' '.join(dict.fromkeys(asked))} }}"
        found.append(f"?this <{RDF}type> {variable} . {members}")
    found += [_other(graph, target, fresh()) for target in targets if target.kind not in ("node", "class")]
    return joined([f"{{ {each} }}" for each in found], " UNION ", "{}")


def _other(graph: Graph, target: Target, variable: str) -> str:
    if target.kind == "sparql":
        return f"{{ {target_query(graph, target.value).text} }}"
    if target.kind == "subjects-of":
        return f"?this {target.value} {variable} ."
    return f"{variable} {target.value} ?this ."


def target_test(targets: Sequence[Target], classes: Classes, fresh: Callable[[], str]) -> str | None:
    """Return an expression that is true of what `targets` select, None if it would take a query of its own."""
    parts = []
    for target in targets:
        if target.kind == "sparql" or isinstance(target.value, BlankNode):
            return None
        variable = fresh()
        if target.kind == "node":
            parts.append(f"sameTerm(?this, {target.value})")
        elif target.kind == "class":
            members = ", ".join(classes(target.value))
            parts.append(f"EXISTS {{ ?this <{RDF}type> {variable} FILTER ({variable} IN ({members})) }}")
        elif target.kind == "subjects-of":
            parts.append(f"EXISTS {{ ?this {target.value} {variable} }}")
        else:
            parts.append(f"EXISTS {{ {variable} {target.value} ?this }}")
    return joined(parts, " || ")


def target_size(targets: Sequence[Target], classes: Classes, sizes: Mapping[str, int]) -> int | None:
    """Return about how many nodes `targets` select, None if that is not known."""
    found = 0
    for target in targets:
        names = classes(target.value) if target.kind == "class" else [str(target.value)]
        if target.kind == "node":
            found += 1
        elif target.kind == "sparql" or not all(name in sizes for name in names):
            return None
        else:
            found += sum(sizes[name] for name in names)
    return found
