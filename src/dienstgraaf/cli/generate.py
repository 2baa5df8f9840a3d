"""`dienstgraaf generate`: synthetic inventories of any size, with known errors if wished."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dienstgraaf.cli._group import LocalCommand, LocalOption
from dienstgraaf.cli._language import say
from dienstgraaf.cli._output import choose, write
from dienstgraaf.cli._settings import Settings, with_settings
from dienstgraaf.errors import DienstgraafError

if TYPE_CHECKING:
    from dienstgraaf.generation import Generated, Wish

__all__ = ["FORMATS", "command"]

FORMATS = ("turtle", "nquads")
"""What an inventory can be written as: a folder of Turtle files, or one file of quads."""


@click.command("generate", cls=LocalCommand)
@click.option("--municipalities", cls=LocalOption, help_key="option-municipalities", type=int, default=1, metavar="N")
@click.option("--seed", cls=LocalOption, help_key="option-seed", type=int, default=1, metavar="S")
@click.option("--errors", cls=LocalOption, help_key="option-errors", type=float, default=0.0, metavar="SHARE")
@click.option("--kinds", cls=LocalOption, help_key="option-error-kinds", multiple=True, metavar="KIND")
@click.option("--list-kinds", cls=LocalOption, help_key="option-list-kinds", is_flag=True)
@click.option(
    "--error-list", cls=LocalOption, help_key="option-error-list", metavar="FILE", type=click.Path(path_type=Path)
)
@with_settings
def command(
    settings: Settings,
    municipalities: int,
    seed: int,
    errors: float,
    kinds: tuple[str, ...],
    list_kinds: bool,
    error_list: Path | None,
) -> None:
    """Write an inventory, or the kinds of errors, and say what was written."""
    from dienstgraaf.generation import Wish, generate

    if list_kinds:
        _list_kinds(settings)
        return
    if settings.output is None:
        raise DienstgraafError("generate-where")
    wish = Wish(municipalities, seed, errors, kinds)
    wish.check()
    with _stoppable():
        if _is_stream(settings.output, choose(Settings(settings.format), FORMATS, "generate").name, settings.format):
            made = _stream(settings.output, wish, error_list)
        else:
            made = generate(settings.output, municipalities, seed, errors, kinds, error_list)
    counts = {name: getattr(made, name) for name in ("municipalities", "agencies", "triples", "files")}
    click.echo(say("generated", **counts), err=True)
    if made.listed is not None:
        click.echo(say("generated-errors", errors=made.errors, name=made.listed), err=True)


@contextmanager
def _stoppable() -> Iterator[None]:
    """Let being told to stop clean up as Ctrl-C does."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _is_stream(output: Path, chosen: str, asked: str | None) -> bool:
    """Tell whether one stream of quads is wanted: if it was asked for, or else if the output can be nothing else.

    Raises:
        DienstgraafError: if a folder of Turtle was asked for on standard output.
    """
    alone = output == Path("-")
    if alone and asked == "turtle":
        raise DienstgraafError("generate-standard-output")
    return chosen == "nquads" or (asked is None and (alone or output.suffix == ".nq"))


def _stream(output: Path, wish: Wish, error_list: Path | None) -> Generated:
    """Write N-Quads to standard output if `output` is "-", else to a file that appears whole or not at all."""
    from dienstgraaf.generation import stream, stream_to_file

    if wish.errors and error_list is None:
        raise DienstgraafError("generate-list-where")
    if output == Path("-"):
        try:
            return stream(sys.stdout.buffer, wish, error_list)
        except BrokenPipeError:
            sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115 - nobody reads on; flushing at exit must not fail
            raise click.exceptions.Exit(0) from None
        except OSError as error:
            raise DienstgraafError("output-failed", name=output, reason=error.strerror or str(error)) from None
    return stream_to_file(output, wish, error_list)


def _list_kinds(settings: Settings) -> None:
    """Write the name of each kind of error and what it is."""
    from dienstgraaf.generation import KINDS
    from dienstgraaf.tables import dumps

    if choose(settings, ("text", "json"), "generate --list-kinds").name == "json":
        write(settings, dumps([{"kind": slug, "meaning": say(f"kind-{slug}")} for slug in KINDS]))
        return
    width = max(map(len, KINDS))
    write(settings, "".join(f"{slug:{width}}  {say(f'kind-{slug}')}\n" for slug in KINDS))
