"""Write the pages of the rules: `python -m dienstgraaf.validation -o docs/rules`."""

from __future__ import annotations

from pathlib import Path

import click

from dienstgraaf.inventory import shipped
from dienstgraaf.validation import known_rules
from dienstgraaf.validation.pages import write

__all__ = ["main"]


@click.command()
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, file_okay=False), required=True, help="The folder to write to."
)
def main(output: Path) -> None:
    """Bring the pages of the rules in OUTPUT up to date."""
    for path in write(list(known_rules([shipped()]).values()), output):
        click.echo(f"{path}: {'written' if path.exists() else 'removed'}")


if __name__ == "__main__":
    main(prog_name="python -m dienstgraaf.validation")
