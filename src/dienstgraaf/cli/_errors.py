"""Says what went wrong, in the reader's language and without a traceback, and gives the exit code for it."""

from __future__ import annotations

import click

from dienstgraaf.cli._language import current_language, say
from dienstgraaf.errors import DienstgraafError

__all__ = ["MISUSE", "report"]

MISUSE = 2
"""The exit code for misuse and for input that cannot be read."""

_INTERRUPTED = 130


def report(error: BaseException) -> int:
    """Write what `error` means to standard error, and return the exit code.

    Raises:
        BaseException: `error` itself, if it is a mistake of the program's own.
    """
    if isinstance(error, click.exceptions.Exit):
        return error.exit_code
    if isinstance(error, KeyboardInterrupt | click.Abort):
        click.echo(say("interrupted"), err=True)
        return _INTERRUPTED
    if isinstance(error, click.UsageError) and error.ctx is not None:
        click.echo(error.ctx.get_usage(), err=True)
    click.echo(f"{say('error')}: {_message(error)}", err=True)
    return MISUSE


def _message(error: BaseException) -> str:
    if isinstance(error, DienstgraafError):
        return error.text(current_language()) + _excerpt(error)
    if isinstance(error, click.ClickException):
        return _click_message(error)
    if isinstance(error, OSError):
        return say("file-unreadable", name=error.filename or "-", reason=error.strerror or str(error))
    raise error


def _excerpt(error: DienstgraafError) -> str:
    """Return the line of the query that `error` is about, with a caret below the place; else nothing."""
    query, line, column = (getattr(error, name, None) for name in ("query", "line", "column"))
    if not isinstance(query, str) or not isinstance(line, int) or not isinstance(column, int):
        return ""
    lines = query.splitlines()
    if not 1 <= line <= len(lines):
        return ""
    source = lines[line - 1]
    indent = "".join("\t" if char == "\t" else " " for char in source[: column - 1])
    margin = len(str(line)) + 2
    return f"\n{line:>{margin}} | {source}\n{'':>{margin}} | {indent}^"


def _click_message(error: click.ClickException) -> str:
    """Return click's own message; the common ones in the reader's language."""
    from dienstgraaf.errors import nearest

    if isinstance(error, click.NoSuchOption):
        names = [name for each in (error.ctx.command.params if error.ctx else []) for name in each.opts]
        close = nearest(error.option_name, [name for name in names if name.startswith("--")], 1)
        hint = say("did-you-mean", suggestions=close[0]) if close else say("see-help")
        return say("option-unknown", name=error.option_name, hint=hint)
    if isinstance(error, click.MissingParameter) and error.param is not None:
        return say("argument-missing", name=error.param.make_metavar(error.ctx) if error.ctx else error.param.name)
    if isinstance(error, click.BadOptionUsage):
        return say("option-value-missing", name=error.option_name)
    if isinstance(error, click.BadParameter) and error.param is not None and isinstance(error.param.type, click.Choice):
        name = error.param.opts[-1] if error.param.param_type_name == "option" else error.param.human_readable_name
        return say("choice-wrong", name=name, choices=", ".join(map(str, error.param.type.choices)))
    if isinstance(error, click.BadParameter) and error.param is not None and error.param.type is click.INT:
        return say("number-needed", name=error.param.opts[-1])
    return error.format_message()
