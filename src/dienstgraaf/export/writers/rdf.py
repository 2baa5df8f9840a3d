"""Writes triples as Turtle or N-Triples, as they come."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from pyoxigraph import RdfFormat, serialize

from dienstgraaf.export.model import Batch, Options

__all__ = ["write_ntriples", "write_turtle"]


def write_turtle(batches: Iterable[Batch], output: BinaryIO, options: Options) -> None:
    """Write `batches` as Turtle, with the prefixes of the profile in alphabetical order."""
    prefixes = dict(sorted(options.prefixes.items()))
    output.writelines(f"@prefix {name}: <{iri}> .\n".encode() for name, iri in prefixes.items())
    for batch in batches:
        text = serialize(batch.triples, format=RdfFormat.TURTLE, prefixes=prefixes) or b""
        # each text opens with the prefixes, one a line, in an order of its own
        output.write(text.split(b"\n", len(prefixes))[-1])


def write_ntriples(batches: Iterable[Batch], output: BinaryIO, options: Options) -> None:  # noqa: ARG001 - no prefixes
    """Write `batches` as N-Triples."""
    for batch in batches:
        serialize(batch.triples, output, RdfFormat.N_TRIPLES)
