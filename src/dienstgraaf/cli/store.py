"""`dienstgraaf store`: puts the inventory, and what is added to it, in a store on disk."""

from __future__ import annotations

from pathlib import Path

import click

from dienstgraaf.cli._group import LocalCommand
from dienstgraaf.cli._language import say
from dienstgraaf.cli._settings import Settings, with_settings

__all__ = ["command"]


@click.command("store", cls=LocalCommand)
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path))
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@with_settings
def command(settings: Settings, folder: Path, paths: tuple[Path, ...]) -> None:
    """Make the store and say how much is in it."""
    count = settings.local_inventory("store").save_store(folder, paths)
    click.echo(say("store-made", name=folder, quads=count), err=True)
