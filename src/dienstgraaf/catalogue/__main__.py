"""Write the pages of the question library: `python -m dienstgraaf.catalogue -o docs/questions`."""

from __future__ import annotations

from pathlib import Path

import click

from dienstgraaf.api import Inventory
from dienstgraaf.catalogue import write

__all__ = ["main"]


@click.command()
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, file_okay=False), required=True, help="The folder to write to."
)
def main(output: Path) -> None:
    """Bring the pages of the question library in OUTPUT up to date."""
    for path in write(Inventory.load(), output):
        click.echo(f"{path}: {'written' if path.exists() else 'removed'}")


if __name__ == "__main__":
    main(prog_name="python -m dienstgraaf.catalogue")
