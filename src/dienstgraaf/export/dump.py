"""Writes everything that an engine holds as N-Quads or TriG, one graph a file of knowledge, sorted."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, Final

from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, DefaultGraph, Quad, RdfFormat, serialize

from dienstgraaf._placing import growing_file
from dienstgraaf.inventory.namespaces import INFERRED_GRAPH, PREFIXES

__all__ = ["FORMATS", "dump", "dump_to_file"]

FORMATS: Final[dict[str, RdfFormat]] = {"nq": RdfFormat.N_QUADS, "trig": RdfFormat.TRIG}
"""The formats of a dump, by the extension of their files."""


def dump(quads: Iterable[Quad], output: BinaryIO, form: str = "nq", *, inferred: bool = True) -> int:
    """Write `quads` (an `EmbeddedEngine` will do) to `output`, in the same order every time.

    Args:
        quads: what to write.
        output: where to, such as `sys.stdout.buffer`.
        form: "nq" (N-Quads) or "trig" (TriG, with the project's prefixes).
        inferred: whether the graph of what reasoning added is written too.

    Returns:
        How many quads were written.

    Raises:
        KeyError: if there is no such format.
        OSError: if `output` cannot be written to.
    """
    chosen = FORMATS[form]
    chosen_quads = (quad for quad in quads if inferred or getattr(quad.graph_name, "value", None) != INFERRED_GRAPH)
    rows = sorted(_with_stable_labels(chosen_quads), key=_place)
    if form == "nq":
        output.writelines(map(_line, rows))
    else:
        serialize(rows, output, format=chosen, prefixes=PREFIXES)
    return len(rows)


def dump_to_file(quads: Iterable[Quad], path: Path, form: str = "nq", *, inferred: bool = True) -> int:
    """Write `quads` to the file `path` as `dump` does: all of it, or nothing where something fails.

    Raises:
        KeyError: if there is no such format.
        OSError: if the file cannot be written.
    """
    with growing_file(path) as new, new.open("wb") as output:
        return dump(quads, output, form, inferred=inferred)


def _with_stable_labels(quads: Iterable[Quad]) -> Iterable[Quad]:
    """Return `quads` with blank nodes named by what is said of them (RDFC-1.0), so that every run gives the same."""
    dataset = Dataset(quads)
    if any(isinstance(term, BlankNode) for quad in dataset for term in (quad.subject, quad.object)):
        dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return dataset


def _line(quad: Quad) -> bytes:
    graph = "" if isinstance(quad.graph_name, DefaultGraph) else f" {quad.graph_name}"
    return f"{quad.subject} {quad.predicate} {quad.object}{graph} .\n".encode()


def _place(quad: Quad) -> tuple[str, str, str, str]:
    graph = "" if isinstance(quad.graph_name, DefaultGraph) else str(quad.graph_name)
    return graph, str(quad.subject), str(quad.predicate), str(quad.object)
