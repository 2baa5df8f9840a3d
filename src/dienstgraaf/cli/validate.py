"""`dienstgraaf validate`: checks files against the shapes and the ontology."""

from __future__ import annotations

from pathlib import Path

import click

from dienstgraaf.cli._errors import MISUSE
from dienstgraaf.cli._group import LocalCommand
from dienstgraaf.cli._output import choose, write
from dienstgraaf.cli._settings import Settings, with_settings

__all__ = ["FORMATS", "command"]

FORMATS = ("text", "json", "turtle")
"""What a report can be written as."""


@click.command("validate", cls=LocalCommand)
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@with_settings
def command(settings: Settings, paths: tuple[Path, ...]) -> int:
    """Check files and print what was found; the exit code tells whether there are violations."""
    from dienstgraaf.tables import dumps
    from dienstgraaf.validation import to_json, to_text, to_turtle

    chosen = choose(settings, FORMATS, "validate").name
    report = settings.local_inventory("validate").validate(paths or None)
    if chosen == "json":
        content = dumps(to_json(report))
    elif chosen == "turtle":
        content = to_turtle(report)
    else:
        content = to_text(report, settings.lang)
    write(settings, content)
    if report.unreadable:
        if chosen == "turtle":
            for error in report.unreadable:
                click.echo(error.text(settings.lang), err=True)
        return MISUSE
    return 0 if report.conforms else 1
