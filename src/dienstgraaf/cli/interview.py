"""`dienstgraaf interview`: the questions of the interview guide, answered for one provider."""

from __future__ import annotations

import click

from dienstgraaf.cli._group import LocalCommand, LocalOption
from dienstgraaf.cli._language import say
from dienstgraaf.cli._output import choose, screen, write
from dienstgraaf.cli._settings import Settings, with_settings

__all__ = ["command"]


@click.command("interview", cls=LocalCommand)
@click.argument("organisation", metavar="ORGANISATION")
@click.option("--presumed", cls=LocalOption, help_key="option-presumed", is_flag=True)
@with_settings
def command(settings: Settings, organisation: str, presumed: bool) -> None:
    """Print the answers to the guide."""
    from dienstgraaf.interview import FORMATS, write_interview

    chosen = choose(settings, FORMATS, "interview")
    found = settings.inventory().interview(organisation, presumed)
    write(settings, write_interview(found, chosen.name, screen(settings)))
    if chosen.name == "table":
        counts = {"stated": found.stated, "total": found.total}
        click.echo(say("interview-count", provider=found.label, **counts), err=settings.output is None)
