"""The command line: parses what people type, calls the package, and prints."""

from __future__ import annotations

from pathlib import Path

import click

from dienstgraaf.cli._group import LazyGroup, LocalOption
from dienstgraaf.cli._settings import Settings, shared_options

__all__ = ["COMMANDS", "main", "program"]

COMMANDS = {
    "questions": "dienstgraaf.cli.questions",
    "ask": "dienstgraaf.cli.ask",
    "sparql": "dienstgraaf.cli.sparql",
    "show": "dienstgraaf.cli.show",
    "interview": "dienstgraaf.cli.interview",
    "compare": "dienstgraaf.cli.compare",
    "route": "dienstgraaf.cli.route",
    "reach": "dienstgraaf.cli.reach",
    "matrix": "dienstgraaf.cli.matrix",
    "circles": "dienstgraaf.cli.circles",
    "impact": "dienstgraaf.cli.impact",
    "map": "dienstgraaf.cli.map",
    "validate": "dienstgraaf.cli.validate",
    "explain": "dienstgraaf.cli.explain",
    "fmt": "dienstgraaf.cli.fmt",
    "coverage": "dienstgraaf.cli.coverage",
    "dump": "dienstgraaf.cli.dump",
    "export": "dienstgraaf.cli.export",
    "generate": "dienstgraaf.cli.generate",
    "completion": "dienstgraaf.cli.completion",
}
"""The commands in the order of the help, each with the module that holds it as `command`."""


def _show_version(context: click.Context, _option: click.Parameter, value: bool) -> None:
    if value and not context.resilient_parsing:
        import dienstgraaf

        click.echo(f"dienstgraaf {dienstgraaf.__version__}")
        context.exit()


@click.group(
    "dienstgraaf",
    cls=LazyGroup,
    lazy=COMMANDS,
    no_args_is_help=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--version",
    cls=LocalOption,
    help_key="help-version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
)
@shared_options
@click.pass_context
def program(
    context: click.Context,
    format_: str | None,
    output: Path | None,
    data: tuple[Path, ...],
    only_data: bool,
    endpoint: str | None,
) -> None:
    """Keep what stands before the command, or show the help if there is none."""
    context.obj = Settings(format_, output, data, only_data, endpoint)
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def main() -> None:
    """Run the program; the entry point of the `dienstgraaf` command."""
    program.main(prog_name="dienstgraaf")
