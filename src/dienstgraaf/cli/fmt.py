"""`dienstgraaf fmt`: brings Turtle files into canonical form, or tells which are not."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dienstgraaf.cli._errors import MISUSE
from dienstgraaf.cli._group import LocalCommand, LocalOption
from dienstgraaf.cli._language import say
from dienstgraaf.cli._output import choose, write
from dienstgraaf.cli._settings import Settings, with_settings
from dienstgraaf.errors import DienstgraafError

if TYPE_CHECKING:
    from dienstgraaf.formatting import FormatResult

__all__ = ["FORMATS", "command"]

FORMATS = ("text", "json")
"""What the outcome can be written as."""


@click.command("fmt", cls=LocalCommand)
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--check", cls=LocalOption, help_key="option-check", is_flag=True)
@with_settings
def command(settings: Settings, paths: tuple[Path, ...], check: bool) -> int:
    """Format files and print what became of them."""
    from dienstgraaf.formatting import format_files
    from dienstgraaf.tables import dumps

    chosen = choose(settings, FORMATS, "fmt").name
    for path in paths:
        if not path.exists():
            raise DienstgraafError("path-missing", name=path)
    results = format_files(paths or _default_paths(settings), check)
    counts: Counter[str] = Counter(each.status for each in results)
    if chosen == "json":
        rows = [
            {"file": str(each.path), "status": each.status, "line": each.line, "column": each.column,
             "message": each.message}
            for each in results
        ]  # fmt: skip
        write(settings, dumps(rows))
    else:
        write(settings, _text(results, check, counts))
    if counts["error"]:
        return MISUSE
    return 1 if check and counts["changed"] else 0


def _default_paths(settings: Settings) -> list[Path]:
    """Return the folders of knowledge in a checkout and in --data; the files of an installation are left alone."""
    inventory = settings.local_inventory("fmt")
    own = [layout.root for layout in inventory.layouts[1:]]
    first = inventory.layouts[0]
    if settings.only_data or first.root.name == "_data":
        if not own:
            raise DienstgraafError("fmt-what")
        return own
    return [folder for folder in (first.ontology, first.instances) if folder.is_dir()] + own


def _text(results: list[FormatResult], check: bool, counts: Counter[str]) -> str:
    lines = []
    for each in results:
        if each.status == "error":
            lines.append(str(each))
        elif each.status == "changed":
            place = f"{each.path}:{each.line}" if each.line else str(each.path)
            lines.append(say("fmt-would-change" if check else "fmt-changed", path=place))
    if check and counts["changed"]:
        lines.append(say("fmt-mend", count=counts["changed"]))
    elif not counts["error"]:
        lines.append(say("fmt-fine", count=len(results)))
    return "".join(f"{line}\n" for line in lines)
