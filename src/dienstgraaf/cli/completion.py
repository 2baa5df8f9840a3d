"""`dienstgraaf completion`: the script that teaches a shell the commands, options and questions."""

from __future__ import annotations

import click
from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete

from dienstgraaf.cli._group import LocalCommand
from dienstgraaf.cli._output import write
from dienstgraaf.cli._settings import Settings, with_settings

__all__ = ["SHELLS", "command"]

_CLASSES: dict[str, type[ShellComplete]] = {"bash": BashComplete, "zsh": ZshComplete, "fish": FishComplete}

SHELLS = tuple(_CLASSES)
"""The shells that there is a script for."""


@click.command("completion", cls=LocalCommand)
@click.argument("shell", metavar="SHELL", type=click.Choice(SHELLS))
@with_settings
def command(settings: Settings, shell: str) -> None:
    """Print the completion script of a shell."""
    from dienstgraaf.cli import program

    script = _CLASSES[shell](program, {}, "dienstgraaf", "_DIENSTGRAAF_COMPLETE")
    write(settings, script.source_template % script.source_vars())
