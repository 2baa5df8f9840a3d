"""Turns pyoxigraph's answers into the engine's own."""

from __future__ import annotations

from typing import cast

from pyoxigraph import QuerySolutions

from dienstgraaf.engine.protocol import Row, Solutions

__all__ = ["solutions_from"]


def solutions_from(answer: QuerySolutions) -> Solutions:
    """Return all of `answer` (SPARQL 1.1 has no triples in cells, so each cell is a term or None)."""
    variables = tuple(variable.value for variable in answer.variables)
    return Solutions(variables, tuple(cast("Row", tuple(solution)) for solution in answer))
