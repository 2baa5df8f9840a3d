"""Writes results: to the screen, to a pipe, or to a file that appears whole or not at all."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dienstgraaf._placing import growing_file
from dienstgraaf.cli._settings import Settings
from dienstgraaf.errors import DienstgraafError

if TYPE_CHECKING:
    from dienstgraaf.tables import Format, Screen

__all__ = ["STANDARD", "choose", "screen", "write"]

STANDARD: Final = Path("-")
"""What stands for standard output where a file is named."""


def choose(settings: Settings, allowed: Sequence[str], what: str) -> Format:
    """Return the format to write in; `what` is to be written, for the message if the format does not fit it.

    Raises:
        FormatError: if the format is unknown, or does not fit, or is binary and would go to a terminal.
    """
    from dienstgraaf.tables import FormatError, choose_format

    output = None if settings.output == STANDARD else settings.output
    chosen = choose_format(settings.format, output, allowed, what)
    if chosen.binary and output is None and sys.stdout.isatty():
        raise FormatError("format-binary")
    return chosen


def screen(settings: Settings) -> Screen:
    """Return what is written to: the terminal with its width, or something that has none."""
    from dienstgraaf.tables import Screen

    if settings.output is not None or not sys.stdout.isatty():
        return Screen()
    color = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Screen(shutil.get_terminal_size().columns, color)


def write(settings: Settings, content: bytes | str) -> None:
    """Write `content` to the file that `settings` name; without one, and for "-", to standard output.

    Raises:
        DienstgraafError: if the file cannot be written.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    if settings.output is None or settings.output == STANDARD:
        try:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise _failed("-", error) from None
        return
    try:
        _write_file(settings.output, data)
    except OSError as error:
        raise _failed(settings.output, error) from None


def _failed(name: object, error: OSError) -> DienstgraafError:
    return DienstgraafError("output-failed", name=name, reason=error.strerror or str(error))


def _write_file(path: Path, data: bytes) -> None:
    if path.exists() and not path.is_file():  # a pipe or a device
        path.write_bytes(data)
        return
    with growing_file(path) as new:
        new.write_bytes(data)
