"""`dienstgraaf map`: who guides and refers to whom, as a table, a picture or a graph."""

from __future__ import annotations

import click

from dienstgraaf.cli._group import LocalCommand, LocalOption
from dienstgraaf.cli._language import say
from dienstgraaf.cli._output import choose, screen, write
from dienstgraaf.cli._settings import Settings, with_settings

__all__ = ["command"]


@click.command("map", cls=LocalCommand)
@click.option("--around", cls=LocalOption, help_key="option-around", metavar="NAME")
@click.option("--hops", cls=LocalOption, help_key="option-hops", metavar="N", type=int, default=1)
@click.option("--kinds", cls=LocalOption, help_key="option-map-kind", metavar="KIND", multiple=True)
@click.option("--limit", cls=LocalOption, help_key="option-map-limit", metavar="N", type=click.IntRange(min=2))
@click.option("--unfold", cls=LocalOption, help_key="option-unfold", is_flag=True)
@with_settings
def command(
    settings: Settings, around: str | None, hops: int, kinds: tuple[str, ...], limit: int | None, unfold: bool
) -> None:
    """Write the map of the structure."""
    from dienstgraaf.mapping import FORMATS, LIMIT, PICTURES, left_out, sketch, write_map

    chosen = choose(settings, FORMATS, "map")
    found = settings.inventory().map(around, hops, kinds)
    most = LIMIT if limit is None else limit
    write(settings, write_map(found, chosen.name, screen(settings), limit=most, unfold=unfold))
    to_stderr = settings.output is None
    if not found.links:
        click.echo(say("map-empty"), err=to_stderr)
    elif chosen.name == "table":
        click.echo(say("map-count", parties=len(found.parties), links=len(found.links)), err=to_stderr)
    if chosen.name in PICTURES:
        told = left_out(sketch(found, most, unfold))
        if told:
            click.echo(told, err=True)
