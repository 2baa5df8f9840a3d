"""The package's own SPARQL, one `.rq` file a query, and the little that it takes to fill in their `VALUES` blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path

from dienstgraaf._sparql.values import Value, fill

__all__ = ["in_batches", "prepared"]

_BATCH = 500
"""So many terms go into one query."""


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


def in_batches(name: str, variable: str, terms: Iterable[Value], **values: Sequence[Value]) -> Iterator[str]:
    """Yield the query `<name>.rq` with some hundreds of `terms` at a time as `variable`, and `values` filled in."""
    waiting = iter(terms)
    while batch := list(islice(waiting, _BATCH)):
        yield prepared(name, **{variable: batch}, **values)
