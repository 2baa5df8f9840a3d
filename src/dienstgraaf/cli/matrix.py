"""`dienstgraaf matrix`: topics and life events against kinds of channels and audiences, with the gaps marked."""

from __future__ import annotations

import click

from dienstgraaf.cli._group import LocalCommand, LocalOption
from dienstgraaf.cli._language import say
from dienstgraaf.cli._output import choose, screen, write
from dienstgraaf.cli._settings import Settings, with_settings

__all__ = ["command"]


@click.command("matrix", cls=LocalCommand)
@click.option("--provider", cls=LocalOption, help_key="option-provider", metavar="PROVIDER")
@click.option("--audience", cls=LocalOption, help_key="option-audience", metavar="AUDIENCE")
@click.option("--by", cls=LocalOption, help_key="option-by", type=click.Choice(["audience"]))
@click.option("--presumed", cls=LocalOption, help_key="option-presumed", is_flag=True)
@click.option("--grounds", cls=LocalOption, help_key="option-grounds", is_flag=True)
@with_settings
def command(
    settings: Settings, provider: str | None, audience: str | None, by: str | None, presumed: bool, grounds: bool
) -> None:
    """Print the matrix and what its signs mean, or what its cells rest on."""
    from dienstgraaf.matrix import FORMATS, GROUNDS_FORMATS, write_grounds, write_matrix

    chosen = choose(settings, GROUNDS_FORMATS if grounds else FORMATS, "matrix --grounds" if grounds else "matrix")
    found = settings.inventory().matrix(provider, audience, by_audience=by == "audience", presumed=presumed)
    if grounds:
        write(settings, write_grounds(found, chosen.name, screen(settings)))
        return
    write(settings, write_matrix(found, chosen.name, screen(settings)))
    if chosen.name == "table":
        counts = {"rows": len(found.rows), "gaps": found.gaps, "general": found.only_general}
        click.echo(say("matrix-count", **counts), err=settings.output is None)
