"""`dienstgraaf compare`: the answers to the interview guide of several providers, side by side."""

from __future__ import annotations

import click

from dienstgraaf.cli._group import LocalCommand, LocalOption
from dienstgraaf.cli._output import choose, screen, write
from dienstgraaf.cli._settings import Settings, with_settings

__all__ = ["command"]


@click.command("compare", cls=LocalCommand)
@click.argument("organisations", metavar="ORGANISATION…", nargs=-1, required=True)
@click.option("--presumed", cls=LocalOption, help_key="option-presumed", is_flag=True)
@with_settings
def command(settings: Settings, organisations: tuple[str, ...], presumed: bool) -> None:
    """Print the answers to the guide of all `organisations`."""
    from dienstgraaf.interview import FORMATS, write_comparison

    chosen = choose(settings, FORMATS, "compare")
    inventory = settings.inventory()
    found = {each.provider: each for each in (inventory.interview(name, presumed) for name in organisations)}
    write(settings, write_comparison([*found.values()], chosen.name, screen(settings)))
