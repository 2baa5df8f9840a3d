"""`dienstgraaf explain`: what a rule asks, why, and how to mend what breaks it."""

from __future__ import annotations

from pathlib import Path

import click

from dienstgraaf.cli._group import LocalCommand, LocalOption
from dienstgraaf.cli._output import choose, write
from dienstgraaf.cli._settings import Settings, with_settings

__all__ = ["command"]


@click.command("explain", cls=LocalCommand)
@click.argument("rule", metavar="[RULE]", required=False)
@click.option(
    "--shapes",
    cls=LocalOption,
    help_key="option-shapes-explain",
    metavar="FILE",
    multiple=True,
    type=click.Path(path_type=Path),
)
@with_settings
def command(settings: Settings, rule: str | None, shapes: tuple[Path, ...]) -> None:
    """Print what is known of a rule, or the list of rules."""
    from dienstgraaf.validation.explaining import EXPLAIN_FORMATS, find_rule, write_rule, write_rules

    chosen = choose(settings, EXPLAIN_FORMATS, "explain").name
    rules = settings.local_inventory("explain").rules(shapes)
    if rule is None:
        write(settings, write_rules([each for each in rules if each.asks], chosen, settings.lang))
    else:
        write(settings, write_rule(find_rule(rules, rule), chosen, settings.lang))
