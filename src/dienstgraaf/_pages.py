"""Pages: the templates that ship with the package, and folders of pages that are kept up to date."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["is_text", "stale_pages", "template", "write_pages"]


@cache
def template(package: str, name: str = "page.html") -> Template:
    """Return the template `name` that stands in `package`; what it is given is escaped, and nothing may be missing."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader(package, "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name)


def is_text(path: Path, text: str) -> bool:
    """Return whether there is a file at `path` that holds just `text`."""
    return path.is_file() and path.read_text(encoding="utf-8") == text


def stale_pages(pages: Mapping[str, str], folder: Path) -> list[Path]:
    """Return the Markdown pages in `folder` that are missing, not as in `pages` (by file name), or not among them."""
    behind = [folder / name for name, page in pages.items() if not is_text(folder / name, page)]
    return behind + sorted(path for path in folder.glob("*.md") if path.name not in pages)


def write_pages(pages: Mapping[str, str], folder: Path) -> list[Path]:
    """Write what is stale in `folder`, remove Markdown pages not in `pages`, and return the paths of both."""
    behind = stale_pages(pages, folder)
    folder.mkdir(parents=True, exist_ok=True)
    for path in behind:
        if path.name in pages:
            path.write_text(pages[path.name], encoding="utf-8")
        else:
            path.unlink()
    return behind
