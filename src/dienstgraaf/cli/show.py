"""`dienstgraaf show`: the card of anything in the graph."""

from __future__ import annotations

import click

from dienstgraaf.cli._group import LocalCommand, LocalOption
from dienstgraaf.cli._output import choose, screen, write
from dienstgraaf.cli._settings import Settings, with_settings

__all__ = ["FORMATS", "command"]

FORMATS = ("text", "json", "turtle", "markdown")
"""What a card can be written as."""


@click.command("show", cls=LocalCommand)
@click.argument("name", metavar="NAME")
@click.option("--presumed", cls=LocalOption, help_key="option-presumed", is_flag=True)
@with_settings
def command(settings: Settings, name: str, presumed: bool) -> None:
    """Print the card of what is called `name`."""
    from dienstgraaf.cards import to_markdown, to_text, triples_of
    from dienstgraaf.tables import dumps, triples_to_turtle

    chosen = choose(settings, FORMATS, "show").name
    inventory = settings.inventory()
    card = inventory.show(name, presumed)
    if chosen == "json":
        content = dumps(card.to_json())
    elif chosen == "turtle":
        content = triples_to_turtle(triples_of(inventory.engine, card.iri))
    elif chosen == "markdown":
        content = to_markdown(card)
    else:
        to = screen(settings)
        content = to_text(card, to.width, (lambda words: click.style(words, bold=True)) if to.color else str)
    write(settings, content)
