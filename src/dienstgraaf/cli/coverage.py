"""`dienstgraaf coverage`: what rests on each segment of the source."""

from __future__ import annotations

import click

from dienstgraaf.cli._group import LocalCommand, LocalOption
from dienstgraaf.cli._language import say
from dienstgraaf.cli._output import choose, screen, write
from dienstgraaf.cli._settings import Settings, with_settings

__all__ = ["command"]

_SHOWN = 4
"""How many items a segment shows in the table; the other formats have all."""


@click.command("coverage", cls=LocalCommand)
@click.option("--section", cls=LocalOption, help_key="option-section", metavar="SECTION")
@with_settings
def command(settings: Settings, section: str | None) -> int:
    """Print the segments with what rests on them; exit code 1 if any has neither items nor a reason."""
    from dienstgraaf.tables import TABLE_FORMATS, Table, listed, render

    chosen = choose(settings, TABLE_FORMATS, "coverage")
    found = settings.inventory().coverage(section)
    names = ("section", "segment", "count", "resources", "reason")
    most = _SHOWN if chosen.name == "table" else None
    rows = [
        (
            each.section,
            each.id,
            str(len(each.items)),
            listed([label for _iri, label in each.items], settings.lang, most),
            each.reason,
        )
        for each in found.segments
    ]
    table = Table.from_text(names, [say(name) for name in names], rows)
    write(settings, render(table, chosen.name, lang=settings.lang, screen=screen(settings), title=say("segment")))
    if chosen.name == "table":
        counts = {"covered": found.covered, "excused": found.excused, "open": found.open}
        click.echo(say("coverage-summary", segments=len(found.segments), **counts), err=settings.output is None)
    return 1 if found.open else 0
