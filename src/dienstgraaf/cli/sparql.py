"""`dienstgraaf sparql`: any query, in any of the four forms."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from dienstgraaf.cli._group import LocalCommand, LocalOption
from dienstgraaf.cli._output import choose, screen, write
from dienstgraaf.cli._settings import Settings, with_settings
from dienstgraaf.errors import DienstgraafError

__all__ = ["command"]


@click.command("sparql", cls=LocalCommand)
@click.argument("query", metavar="[QUERY]", required=False)
@click.option(
    "-f", "--file", "file", cls=LocalOption, help_key="option-file", metavar="FILE", type=click.Path(path_type=Path)
)
@with_settings
def command(settings: Settings, query: str | None, file: Path | None) -> None:
    """Run a query and print what it gives."""
    from dienstgraaf.tables import BOOLEAN_FORMATS, TABLE_FORMATS, TRIPLE_FORMATS, render

    source = _read(query, file)
    every = tuple(dict.fromkeys([*TABLE_FORMATS, *TRIPLE_FORMATS]))
    choose(settings, every, "SPARQL")  # misuse shows before anything is loaded
    result = settings.inventory().sparql(source)
    forms: dict[type, tuple[str, Sequence[str]]] = {bool: ("ASK", BOOLEAN_FORMATS), list: ("CONSTRUCT", TRIPLE_FORMATS)}
    form, allowed = forms.get(type(result), ("SELECT", TABLE_FORMATS))
    chosen = choose(settings, allowed, form)
    write(settings, render(result, chosen.name, lang=settings.lang, screen=screen(settings)))


def _read(query: str | None, file: Path | None) -> str:
    if query is not None and file is not None:
        raise DienstgraafError("query-twice")
    if file is not None and str(file) == "-":
        query = "-"
    elif file is not None:
        return _decoded(file.read_bytes(), str(file))
    if query is None:
        raise DienstgraafError("query-missing")
    return _decoded(sys.stdin.buffer.read(), "-") if query == "-" else query


def _decoded(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DienstgraafError("not-utf8", name=name, line=content[: error.start].count(b"\n") + 1) from None
