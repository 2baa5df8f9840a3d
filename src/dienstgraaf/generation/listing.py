"""The list of errors (CSV, RFC 4180): one row for each, with the rules that it breaks and where it stands."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TextIO

from dienstgraaf.generation.errors import Mistake
from dienstgraaf.generation.items import expand
from dienstgraaf.generation.placing import new_file

__all__ = ["COLUMNS", "ErrorList", "list_of_errors"]

COLUMNS: Final = ("kind", "rule", "also", "file", "line", "focus", "property", "value")
"""The columns: `also` holds further rules, with spaces between; IRIs are written in full."""


class ErrorList:
    """Writes rows to a text file as they come."""

    def __init__(self, output: TextIO) -> None:
        """Write the row of columns."""
        self.count = 0
        self._writer = csv.writer(output, lineterminator="\n")
        self._writer.writerow(COLUMNS)

    def write(self, mistake: Mistake, place: tuple[str, int], prefixes: Mapping[str, str]) -> None:
        """Write a row for `mistake`, which stands at `place`: a path in the inventory, and a line from 1."""
        spoilt = mistake.spoilt
        rule, *also = [expand(each, prefixes) for each in spoilt.rules]
        self.count += 1
        self._writer.writerow((
            mistake.kind, rule, " ".join(also), *place, expand(mistake.item.name, prefixes),
            expand(spoilt.property, prefixes), _plain(spoilt.value, prefixes),
        ))  # fmt: skip


@contextmanager
def list_of_errors(path: Path | None) -> Iterator[ErrorList | None]:
    """Give a list that becomes the file at `path` once all went well; None if there is no `path`.

    Raises:
        DienstgraafError: if `path` exists or cannot be written.
    """
    if path is None:
        yield None
        return
    with new_file(path) as output:
        text = io.TextIOWrapper(output, "utf-8", newline="", write_through=True)
        yield ErrorList(text)
        text.flush()
        text.detach()


def _plain(value: str, prefixes: Mapping[str, str]) -> str:
    """Return an IRI in full, or the text of a literal."""
    if value.startswith('"'):
        return value[1:].rpartition('"')[0]
    return expand(value, prefixes) if ":" in value else value
