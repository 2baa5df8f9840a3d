"""`dienstgraaf route`: how a question runs from a life event through the structure."""

from __future__ import annotations

import click

from dienstgraaf.cli._group import LocalCommand, LocalOption
from dienstgraaf.cli._output import choose, screen, write
from dienstgraaf.cli._settings import Settings, with_settings

__all__ = ["command"]


@click.command("route", cls=LocalCommand)
@click.argument("event", metavar="LIFE_EVENT")
@click.option("--audience", cls=LocalOption, help_key="option-route-audience", metavar="AUDIENCE")
@click.option("--provider", cls=LocalOption, help_key="option-route-provider", metavar="PROVIDER")
@click.option("--presumed", cls=LocalOption, help_key="option-presumed", is_flag=True)
@with_settings
def command(settings: Settings, event: str, audience: str | None, provider: str | None, presumed: bool) -> None:
    """Print or draw the route."""
    from dienstgraaf.routes import FORMATS, write_route

    chosen = choose(settings, FORMATS, "route")
    found = settings.inventory().route(event, audience=audience, provider=provider, presumed=presumed)
    write(settings, write_route(found, chosen.name, screen(settings).width))
