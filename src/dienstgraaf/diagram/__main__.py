"""Draw the ontology and write its reference: `python -m dienstgraaf.diagram -o docs`."""

from __future__ import annotations

from pathlib import Path

import click

from dienstgraaf.diagram import read_vocabulary, stale, write
from dienstgraaf.inventory.layout import at, shipped

__all__ = ["main"]


@click.command()
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, file_okay=False), required=True, help="The folder to write to."
)
@click.option("--knowledge", type=click.Path(path_type=Path, file_okay=False), help="The folder that holds ontology/.")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if something is behind the ontology.")
def main(output: Path, knowledge: Path | None, check: bool) -> None:
    """Bring the pictures and the reference of the ontology in OUTPUT up to date."""
    try:
        vocabulary = read_vocabulary(at(knowledge) if knowledge else shipped())
        paths = stale(vocabulary, output) if check else write(vocabulary, output)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    for path in paths:
        click.echo(f"{path}: behind the ontology; run make docs" if check else f"{path}: written")
    if check and paths:
        raise SystemExit(1)


if __name__ == "__main__":
    main(prog_name="python -m dienstgraaf.diagram")
