"""`dienstgraaf validate`: checks files against the shapes and the ontology."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dienstgraaf.cli._errors import MISUSE
from dienstgraaf.cli._group import LocalCommand, LocalOption
from dienstgraaf.cli._language import say
from dienstgraaf.cli._output import choose, screen, write
from dienstgraaf.cli._settings import Settings, with_settings

if TYPE_CHECKING:
    from dienstgraaf.validation import Severity

__all__ = ["command"]

_SEVERITIES = ("violation", "warning", "info")
_PATHS = click.Path(path_type=Path)


@click.command("validate", cls=LocalCommand)
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=_PATHS)
@click.option("--shapes", cls=LocalOption, help_key="option-shapes", metavar="FILE", multiple=True, type=_PATHS)
@click.option("--only-shapes", cls=LocalOption, help_key="option-only-shapes", is_flag=True)
@click.option(
    "--fail-on", cls=LocalOption, help_key="option-fail-on", type=click.Choice(_SEVERITIES), default="violation"
)
@click.option("--store", cls=LocalOption, help_key="option-store", metavar="FOLDER", type=_PATHS)
@click.option("--limit", cls=LocalOption, help_key="option-limit-validate", type=int, metavar="COUNT")
@with_settings
def command(
    settings: Settings,
    paths: tuple[Path, ...],
    shapes: tuple[Path, ...],
    only_shapes: bool,
    fail_on: Severity,
    store: Path | None,
    limit: int | None,
) -> int:
    """Check files and print what was found; the exit code tells whether there are violations."""
    from dienstgraaf.errors import DienstgraafError
    from dienstgraaf.validation import FORMATS, default_limit, write_report

    chosen = choose(settings, FORMATS, "validate").name
    if limit is not None and limit < 0:
        raise DienstgraafError("number-wrong", name="--limit", value=limit, least=0)
    if sum((bool(paths or settings.data), store is not None, settings.endpoint is not None)) > 1:
        raise DienstgraafError("validate-where")
    most = default_limit(chosen) if limit is None else limit
    report = settings.inventory().validate(
        paths or None, shapes=shapes, only_shapes=only_shapes, limit=most or None, store=store
    )
    write(settings, write_report(report, chosen, settings.lang, screen(settings), most))
    if chosen not in ("text", "json"):
        for shape, reason in report.handed:
            click.echo(say("shape-handed", name=shape, reason=reason), err=True)
    if report.unreadable:
        if chosen == "turtle":
            for error in report.unreadable:
                click.echo(error.text(settings.lang), err=True)
        return MISUSE
    return 1 if report.fails(fail_on) else 0
