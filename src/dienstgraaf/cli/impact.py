"""`dienstgraaf impact`: what loses its way if a provider, entry point, channel or referral goes."""

from __future__ import annotations

import click

from dienstgraaf.cli._group import LocalCommand, LocalOption
from dienstgraaf.cli._output import choose, screen, write
from dienstgraaf.cli._settings import Settings, with_settings

__all__ = ["command"]


@click.command("impact", cls=LocalCommand)
@click.argument("name", metavar="NAME")
@click.option("--limit", cls=LocalOption, help_key="option-limit-impact", type=int, default=25, metavar="COUNT")
@with_settings
def command(settings: Settings, name: str, limit: int) -> None:
    """Print what loses its way if what is called `name` goes."""
    from dienstgraaf.errors import DienstgraafError
    from dienstgraaf.impact import FORMATS, write_impact

    if limit < 0:
        raise DienstgraafError("number-wrong", name="--limit", value=limit, least=0)
    chosen = choose(settings, FORMATS, "impact")
    found = settings.inventory().impact(name)
    write(settings, write_impact(found, chosen.name, screen(settings), limit or None))
