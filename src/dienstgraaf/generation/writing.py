"""Writes an inventory to a folder of Turtle files, or as a stream of N-Quads."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from dienstgraaf.generation.errors import Mistake
from dienstgraaf.generation.items import Draft, prefixes_of
from dienstgraaf.generation.listing import ErrorList
from dienstgraaf.generation.nquads import quads_of
from dienstgraaf.generation.supplying import header
from dienstgraaf.generation.turtle import MARK, line_in_block, write_document
from dienstgraaf.inventory.namespaces import graph_iri

__all__ = ["FolderWriter", "StreamWriter"]


@dataclass
class FolderWriter:
    """Writes each draft as a Turtle file under `root`, and its errors to `errors`, if any."""

    root: Path
    errors: ErrorList | None

    def write(self, draft: Draft, mistakes: list[Mistake]) -> int:
        """Write `draft` and return how many triples it has."""
        prefixes = prefixes_of(draft.supplier)
        items = [header(draft), *draft.items]
        text, starts = write_document(items, prefixes)
        path = self.root / draft.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
        lines = {id(item): start for item, start in zip(items, starts, strict=True)} if mistakes else {}
        for each in mistakes:
            inside = line_in_block(each.item, each.spoilt.property, each.spoilt.value)
            if self.errors is not None:
                self.errors.write(each, (draft.path, lines[id(each.item)] + inside), prefixes)
        return sum(item.triples() for item in items)


class StreamWriter:
    """Writes each draft as quads in a named graph of its own."""

    def __init__(self, output: BinaryIO, errors: ErrorList | None, name: str) -> None:
        """Write to `output`, which the list of errors calls `name`."""
        self.output, self.errors, self.name = output, errors, name
        self.line = 1
        output.write(f"{MARK}\n".encode())

    def write(self, draft: Draft, mistakes: list[Mistake]) -> int:
        """Write `draft` and return how many quads it has."""
        prefixes = prefixes_of(draft.supplier)
        graph = graph_iri("data", "synthetic", *draft.path.removesuffix(".ttl").split("/"))
        wrong = {id(each.item): each for each in mistakes}
        before = self.line
        for item in (header(draft), *draft.items):
            lines = list(quads_of(item, graph, prefixes))
            self.output.write("".join(f"{line}\n" for _predicate, _object, line in lines).encode("utf-8"))
            if id(item) in wrong and self.errors is not None:
                mistake = wrong[id(item)]
                self.errors.write(mistake, (self.name, self.line + 1 + _place(lines, mistake)), prefixes)
            self.line += len(lines)
        return self.line - before


def _place(lines: list[tuple[str, str, str]], mistake: Mistake) -> int:
    spoilt = mistake.spoilt
    found = (number for number, line in enumerate(lines) if line[:2] == (spoilt.property, spoilt.value))
    return next(found, 0)
