"""`dienstgraaf dump`: the whole graph, to load into another store."""

from __future__ import annotations

import io

import click

from dienstgraaf.cli._group import LocalCommand, LocalOption
from dienstgraaf.cli._output import choose, write
from dienstgraaf.cli._settings import Settings, with_settings

__all__ = ["FORMATS", "command"]

FORMATS = ("nquads", "trig")
"""What a dump can be written as."""


@click.command("dump", cls=LocalCommand)
@click.option("--no-inferred", cls=LocalOption, help_key="option-no-inferred", is_flag=True)
@with_settings
def command(settings: Settings, no_inferred: bool) -> None:
    """Write all quads, one named graph a file of knowledge."""
    from dienstgraaf.export import dump

    chosen = choose(settings, FORMATS, "dump")
    quads = settings.local_inventory("dump", inferred=not no_inferred).quads()
    output = io.BytesIO()
    dump(quads, output, chosen.extensions[0][1:])
    write(settings, output.getvalue())
