"""Commands whose help speaks the reader's language, and a group that imports a command when it is called."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, NoReturn

import click

from dienstgraaf.cli._errors import report
from dienstgraaf.cli._language import CHOSEN, say

__all__ = ["LazyGroup", "LocalCommand", "LocalOption"]


class LocalOption(click.Option):
    """An option whose help is the message with its `help_key`."""

    def __init__(self, *args: Any, help_key: str, **attributes: Any) -> None:
        """Take the same as `click.Option`, with `help_key` in place of `help`."""
        super().__init__(*args, **attributes)
        self.help_key = help_key

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the option's names and its help in the language of this run."""
        self.help = say(self.help_key)
        return super().get_help_record(ctx)


class _Local(click.Command):
    """A command whose help is the message "help-<name>"."""

    help_key: str = ""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = say("help-help")
        return option

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self.help = say(self.help_key)
        super().format_help_text(ctx, formatter)


class LocalCommand(_Local):
    """A command of the program."""

    def __init__(self, name: str, **attributes: Any) -> None:
        """Take the same as `click.Command`; `name` also finds the help."""
        super().__init__(name, **attributes)
        self.help_key = f"help-{name}"


class LazyGroup(_Local, click.Group):
    """A group of commands in modules that are imported when a command is called, not for the list of them."""

    help_key = "help-main"

    def __init__(self, *args: Any, lazy: Mapping[str, str], **attributes: Any) -> None:
        """Take the same as `click.Group`, and `lazy`: from the name of a command to its module."""
        super().__init__(*args, **attributes)
        self.lazy = dict(lazy)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names of the commands in the order of the table."""
        return list(self.lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - likewise
        """Import and return the command, or None if there is no such command."""
        if cmd_name not in self.lazy:
            return None
        command: click.Command = import_module(self.lazy[cmd_name]).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; an unknown one is an error that suggests the nearest."""
        if args and args[0] not in self.lazy and not args[0].startswith("-"):
            from dienstgraaf.errors import SuggestingError, nearest

            raise SuggestingError(
                "command-unknown",
                name=args[0],
                suggestions=nearest(args[0], self.lazy, 1),
                otherwise="command-list-hint",
            )
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - likewise
        """Write the list of commands from the message catalogue, without importing any."""
        rows = [(name, say(f"help-{name}").split("\n\n")[0]) for name in self.lazy]
        with formatter.section(say("commands")):
            formatter.write_dl(rows)

    def main(self, args: Sequence[str] | None = None, *rest: Any, **extra: Any) -> NoReturn:
        """Run the program and exit: 0 fine, 1 violations, 2 misuse or unreadable input; never with a traceback."""
        extra["standalone_mode"] = False
        CHOSEN.set(None)
        try:
            result = super().main(args, *rest, **extra)
            sys.stdout.flush()
            code = result if isinstance(result, int) else 0
        except BrokenPipeError:
            sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115 - nobody reads on; flushing at exit must not fail
            code = 0
        except (click.exceptions.Exit, click.ClickException, ValueError, OSError, KeyboardInterrupt, click.Abort) as e:
            code = report(e)
        sys.exit(code)
