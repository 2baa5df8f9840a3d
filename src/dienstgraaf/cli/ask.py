"""`dienstgraaf ask`: one question of the library, or of a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from dienstgraaf.cli._group import LocalCommand, LocalOption
from dienstgraaf.cli._language import say
from dienstgraaf.cli._output import choose, screen, write
from dienstgraaf.cli._params import parse_params
from dienstgraaf.cli._settings import Settings, with_settings

if TYPE_CHECKING:
    from dienstgraaf.questions import Question

__all__ = ["command"]


def _complete(_context: click.Context, _argument: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from dienstgraaf.inventory import shipped
    from dienstgraaf.questions import Library

    return [CompletionItem(slug) for slug in Library([shipped()]).slugs() if slug.startswith(incomplete)]


@click.command("ask", cls=LocalCommand)
@click.argument("question", metavar="QUESTION", shell_complete=_complete)
@click.option("--param", "params", cls=LocalOption, help_key="option-param", metavar="NAME=VALUE", multiple=True)
@with_settings
def command(settings: Settings, question: str, params: tuple[str, ...]) -> None:
    """Ask a question and print the answer."""
    from dienstgraaf.questions.asking import ANY
    from dienstgraaf.tables import BOOLEAN_FORMATS, TABLE_FORMATS, Table, render

    values = parse_params(params)
    inventory = settings.inventory()
    asked = inventory.question(question)
    allowed = TABLE_FORMATS if asked.columns else BOOLEAN_FORMATS
    chosen = choose(settings, allowed, asked.slug)
    answer = inventory.answer(asked, values)
    lang = settings.lang
    if answer.boolean is not None:
        write(settings, render(answer.boolean, chosen.name, lang=lang))
        return
    table = Table.from_solutions(answer.solutions, [column.label[lang] for column in answer.columns])
    write(settings, render(table, chosen.name, lang=lang, screen=screen(settings), title=asked.title[lang]))
    if not table.rows and chosen.name == "table":
        of_provider = any(
            each.type == "provider" and values.get(each.name, [ANY]) != [ANY] for each in asked.parameters
        )
        click.echo(say("rows-none-of-provider" if of_provider else "rows-none"), err=True)
        if basis := _basis_left_alone(asked, values):
            click.echo(say("presumed-hint", name=basis), err=True)


def _basis_left_alone(asked: Question, values: Mapping[str, Sequence[object]]) -> str | None:
    """Return the name of the parameter for the basis, if it is not given while a provider is."""
    types = {parameter.type: parameter.name for parameter in asked.parameters}
    basis, provider = types.get("basis"), types.get("provider")
    return basis if provider in values and basis not in values else None
