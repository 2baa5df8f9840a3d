"""`dienstgraaf reach`: how far it is from each life event to a person who helps."""

from __future__ import annotations

import click

from dienstgraaf.cli._group import LocalCommand
from dienstgraaf.cli._output import choose, screen, write
from dienstgraaf.cli._settings import Settings, with_settings

__all__ = ["command"]


@click.command("reach", cls=LocalCommand)
@with_settings
def command(settings: Settings) -> None:
    """Print how many hops it takes."""
    from dienstgraaf.routes import reach_table
    from dienstgraaf.tables import TABLE_FORMATS, render

    chosen = choose(settings, TABLE_FORMATS, "reach")
    table = reach_table(settings.inventory().reach(), settings.lang)
    write(settings, render(table, chosen.name, lang=settings.lang, screen=screen(settings)))
