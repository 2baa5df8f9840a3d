"""Draw all routes in both languages: `python -m dienstgraaf.routes -o docs/routes`."""

from __future__ import annotations

from pathlib import Path

import click

from dienstgraaf.inventory.layout import shipped
from dienstgraaf.reasoning import load_engine
from dienstgraaf.routes.pages import write
from dienstgraaf.routes.plotting import routes

__all__ = ["main"]


@click.command()
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, file_okay=False), required=True, help="The folder to write to."
)
def main(output: Path) -> None:
    """Bring the pictures of routes in OUTPUT up to date."""
    engine = load_engine([shipped()])
    for path in write([route for lang in ("en", "nl") for route in routes(engine, lang)], output):
        click.echo(f"{path}: written")


if __name__ == "__main__":
    main(prog_name="python -m dienstgraaf.routes")
