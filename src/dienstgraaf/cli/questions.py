"""`dienstgraaf questions`: the list of questions, or those that match."""

from __future__ import annotations

import click

from dienstgraaf.cli._group import LocalCommand, LocalOption
from dienstgraaf.cli._language import say
from dienstgraaf.cli._output import choose, screen, write
from dienstgraaf.cli._settings import Settings, with_settings

__all__ = ["command"]


@click.command("questions", cls=LocalCommand)
@click.argument("words", metavar="[WORDS]...", nargs=-1)
@click.option("--tag", "tags", cls=LocalOption, help_key="option-tag", metavar="TAG", multiple=True)
@with_settings
def command(settings: Settings, words: tuple[str, ...], tags: tuple[str, ...]) -> None:
    """List the questions that match."""
    from dienstgraaf.tables import TABLE_FORMATS, Table, render

    chosen = choose(settings, TABLE_FORMATS, "questions")
    lang = settings.lang
    found = settings.inventory().questions(words, tags)
    names = ("slug", "theme", "title", "parameters")
    rows = [
        (each.slug, each.theme, each.title[lang], ", ".join(f"{p.name}: {p.type}" for p in each.parameters))
        for each in found
    ]
    table = Table.from_text(names, [say(name) for name in names], rows)
    write(settings, render(table, chosen.name, lang=lang, screen=screen(settings), title="dienstgraaf"))
    if not rows and chosen.name == "table":
        click.echo(say("questions-none"), err=True)
