"""The package's own SPARQL, one `.rq` file a query, and the little that it takes to fill in their `VALUES` blocks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from dienstgraaf._sparql.values import Value, fill

__all__ = ["prepared"]


@cache
def _source(name: str) -> str:
    return (Path(__file__).parent / f"{name}.rq").read_text("utf-8")


def prepared(name: str, **values: Sequence[Value]) -> str:
    """Return the query `<name>.rq` of this folder with `values` filled in.

    Raises:
        OSError: if there is no such file.
        KeyError: if it has no `VALUES` block of that name.
    """
    return fill(_source(name), values)
