"""What shapes apply to (SHACL 1.0, section 2.1; SHACL-AF, section 3), as patterns."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dienstgraaf.shacl.expressions import Classes, constant
from dienstgraaf.shacl.joining import joined
from dienstgraaf.shacl.model import Target
from dienstgraaf.shacl.sparql import target_query
from dienstgraaf.shacl.terms import RDF, Graph

__all__ = ["target_pattern"]


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
