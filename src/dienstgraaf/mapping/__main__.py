"""Draw the maps of the documentation: `python -m dienstgraaf.mapping -o docs`."""

from __future__ import annotations

from pathlib import Path

import click

from dienstgraaf.inventory.layout import at, shipped
from dienstgraaf.mapping.pages import stale, write
from dienstgraaf.reasoning import load_engine

__all__ = ["main"]


@click.command()
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, file_okay=False), required=True, help="The folder to write to."
)
@click.option("--knowledge", type=click.Path(path_type=Path, file_okay=False), help="The folder that holds instances/.")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if a picture is behind the inventory.")
def main(output: Path, knowledge: Path | None, check: bool) -> None:
    """Bring the maps in OUTPUT up to date."""
    try:
        engine = load_engine([at(knowledge) if knowledge else shipped()])
        paths = stale(engine, output) if check else write(engine, output)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    for path in paths:
        click.echo(f"{path}: behind the inventory; run make docs" if check else f"{path}: written")
    if check and paths:
        raise SystemExit(1)


if __name__ == "__main__":
    main(prog_name="python -m dienstgraaf.mapping")
