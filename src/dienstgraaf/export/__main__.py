"""Write the pages of the profiles: `python -m dienstgraaf.export -o docs/exports`."""

from __future__ import annotations

from pathlib import Path

import click

from dienstgraaf.export.pages import write
from dienstgraaf.inventory import shipped
from dienstgraaf.reasoning import load_facts

__all__ = ["main"]


@click.command()
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, file_okay=False), required=True, help="The folder to write to."
)
def main(output: Path) -> None:
    """Bring the pages of the profiles in OUTPUT up to date."""
    layouts = [shipped()]
    for path in write(layouts, load_facts(layouts), output):
        click.echo(f"{path}: {'written' if path.exists() else 'removed'}")


if __name__ == "__main__":
    main(prog_name="python -m dienstgraaf.export")
