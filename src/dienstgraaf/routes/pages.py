"""The pictures of all routes as files, with a page that shows them: which are behind, and how to renew them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from dienstgraaf._pages import is_text
from dienstgraaf.drawing import is_drawn_from
from dienstgraaf.routes.boxes import title_of
from dienstgraaf.routes.model import Route
from dienstgraaf.routes.writing import describe, source_of, write_route

__all__ = ["stale", "write"]

_INTRODUCTION: Final = """\
# Routes

How a question runs from a life event through the structure, plotted from the data: who tells people to come and how, by
which way in and channel they come, which line takes the question up, what happens afterwards, and to whom people are
sent on. Each party at which the person comes in has a strip of its own; a red cross stands where the source does not
connect two stages. `make docs` brings the pictures up to date, and a test fails when they are behind.

Colour *and* form say of what kind a step is, and dashes how certain: the legend of each picture tells. White boxes are
there for this event, grey ones for any question. Boxes that list five names and count the others are folded: the page
that `dienstgraaf route death -o death.html` writes has every hop in a table, with its arrangement, hedges and segments.

How far it is to a person who helps, without digital skills, tells `dienstgraaf reach`.
"""


def stale(routes: Sequence[Route], folder: Path) -> list[Path]:
    """Return the files in `folder` that do not show `routes` as they are, or are missing; nothing is drawn."""
    pages = {folder / "README.md": _page(routes)}
    behind = [path for path, words in pages.items() if not is_text(path, words)]
    return behind + [path for path, route in _pictures(routes, folder) if not is_drawn_from(path, source_of(route))]


def write(routes: Sequence[Route], folder: Path) -> list[Path]:
    """Write what is stale in `folder`, and return the files written.

    Raises:
        RenderError: if a picture cannot be drawn.
    """
    behind = stale(routes, folder)
    folder.mkdir(parents=True, exist_ok=True)
    for path, route in _pictures(routes, folder):
        if path in behind:
            path.write_text(write_route(route, "svg"), encoding="utf-8")
    if folder / "README.md" in behind:
        (folder / "README.md").write_text(_page(routes), encoding="utf-8")
    return behind


def _pictures(routes: Sequence[Route], folder: Path) -> Iterator[tuple[Path, Route]]:
    for route in routes:
        yield folder / f"{_slug(route)}.{route.lang}.svg", route


def _page(routes: Sequence[Route]) -> str:
    return "\n".join([_INTRODUCTION, *(_section(route) for route in routes if route.lang == "en")])


def _section(route: Route) -> str:
    slug, title = _slug(route), title_of(route)
    lines = [f"## {route.event.label.capitalize()}\n", f"{describe(route)}\n", f"![{title}]({slug}.en.svg)\n"]
    return "\n".join([*lines, f"[In Dutch]({slug}.nl.svg) · `dienstgraaf route {slug}`\n"])


def _slug(route: Route) -> str:
    return route.event.iri.rpartition("/")[2]
