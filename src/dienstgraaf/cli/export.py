"""`dienstgraaf export`: the inventory in the form of another catalogue."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dienstgraaf.cli._group import LocalCommand, LocalOption
from dienstgraaf.cli._language import CHOSEN, say
from dienstgraaf.cli._output import STANDARD, choose, screen, write
from dienstgraaf.cli._settings import Settings, with_settings
from dienstgraaf.errors import DienstgraafError

if TYPE_CHECKING:
    from dienstgraaf.export import Exported

__all__ = ["command"]

_SHOWN = 20
"""How many findings are shown."""


@click.command("export", cls=LocalCommand)
@click.argument("profile", metavar="[PROFILE]", required=False)
@click.option("--list", "list_", cls=LocalOption, help_key="option-export-list", is_flag=True)
@click.option("--provider", cls=LocalOption, help_key="option-export-provider", metavar="PROVIDER", multiple=True)
@click.option("--archetypes", cls=LocalOption, help_key="option-archetypes", is_flag=True)
@click.option("--no-check", cls=LocalOption, help_key="option-no-check", is_flag=True)
@click.option(
    "--official", cls=LocalOption, help_key="option-official", metavar="FOLDER", type=click.Path(path_type=Path)
)
@click.option("--report", cls=LocalOption, help_key="option-export-report", is_flag=True)
@with_settings
def command(
    settings: Settings,
    profile: str | None,
    list_: bool,
    provider: tuple[str, ...],
    archetypes: bool,
    no_check: bool,
    official: Path | None,
    report: bool,
) -> int:
    """Write an export, or the list of profiles; the exit code tells whether a rule was violated."""
    if list_:
        _list_profiles(settings)
        return 0
    if profile is None:
        raise DienstgraafError("profile-missing")
    if report:
        if official is not None or no_check:
            raise DienstgraafError("report-unchecked", option="--no-check" if official is None else "--official")
        _report(settings, profile, provider, archetypes)
        return 0
    output = None if settings.output == STANDARD else settings.output
    try:
        done = settings.inventory(inferred=False).export(
            profile,
            output or sys.stdout.buffer,
            provider=provider,
            format=settings.format,
            lang=CHOSEN.get(),
            archetypes=archetypes,
            check=not no_check,
            official=official,
        )
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise DienstgraafError("output-failed", name="-", reason=error.strerror or str(error)) from None
    _tell(settings, done, output, official is not None)
    return 0 if done.written else 1


def _tell(settings: Settings, done: Exported, output: Path | None, official: bool) -> None:
    """Say on standard error what was found by which rules, and what was written."""
    lines = [*done.official, *(each.text(settings.lang) for each in done.findings)]
    for line in lines[:_SHOWN]:
        click.echo(line, err=True)
    if len(lines) > _SHOWN:
        click.echo(say("exported-more", count=len(lines) - _SHOWN), err=True)
    name = done.profile.name
    if official:
        names = ", ".join((*done.profile.official, *done.profile.vocabulary))
        click.echo(say("exported-official", names=names), err=True)
    if not done.written:
        count = len(done.official) + sum(each.severity == "violation" for each in done.findings)
        click.echo(say("exported-violated", profile=name, count=count), err=True)
    elif output is not None:
        click.echo(
            say(
                "exported",
                profile=name,
                triples=done.triples,
                format=done.form.name,
                name=output,
                warnings=len(done.findings),
            ),
            err=True,
        )


def _report(settings: Settings, profile: str, provider: tuple[str, ...], archetypes: bool) -> None:
    """Write what the profile cannot carry."""
    from dienstgraaf.export import REPORT_FORMATS, write_losses

    chosen = choose(settings, REPORT_FORMATS, "export --report")
    found = settings.inventory(inferred=False).losses(
        profile, provider=provider, lang=CHOSEN.get(), archetypes=archetypes
    )
    write(settings, write_losses(found, chosen.name, settings.lang))


def _list_profiles(settings: Settings) -> None:
    """Write the names of the profiles, with what they are and the formats they have."""
    from dienstgraaf.tables import TABLE_FORMATS, Table, render

    chosen = choose(settings, TABLE_FORMATS, "export --list")
    profiles = settings.inventory().profiles()
    rows = [(each.name, each.title[settings.lang], ", ".join(each.formats)) for each in profiles]
    names = ("profile", "profile-title", "formats")
    table = Table.from_text(names, [say(name) for name in names], rows)
    write(settings, render(table, chosen.name, lang=settings.lang, screen=screen(settings), title="dienstgraaf"))
