"""`dienstgraaf circles`: who send people on to each other until they are back where they started."""

from __future__ import annotations

import click

from dienstgraaf.cli._group import LocalCommand, LocalOption
from dienstgraaf.cli._output import choose, screen, write
from dienstgraaf.cli._settings import Settings, with_settings

__all__ = ["command"]


@click.command("circles", cls=LocalCommand)
@click.option("--length", cls=LocalOption, help_key="option-length", type=int, default=4, metavar="STEPS")
@click.option("--limit", cls=LocalOption, help_key="option-limit-circles", type=int, default=50, metavar="COUNT")
@with_settings
def command(settings: Settings, length: int, limit: int) -> None:
    """Print the circles, and say how many there are and what was left out."""
    from dienstgraaf.circles import FORMATS, notes, write_circles

    chosen = choose(settings, FORMATS, "circles")
    found = settings.inventory().circles(length=length, limit=limit or None)
    write(settings, write_circles(found, chosen.name, screen(settings)))
    for sentence in notes(found):
        click.echo(sentence, err=settings.output is None)
