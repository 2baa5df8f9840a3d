"""The maps of the documentation as files: which are behind the inventory, and how to bring them up to date."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from dienstgraaf.drawing import is_drawn_from
from dienstgraaf.engine import Engine
from dienstgraaf.mapping.asking import ask_map
from dienstgraaf.mapping.drawing import draw, sources
from dienstgraaf.mapping.sketching import Sketch, sketch
from dienstgraaf.mapping.writing import description, notes, title

__all__ = ["DRAWN", "stale", "write"]

DRAWN: Final[dict[str, str | None]] = {"map.svg": None, "map-around-svb.svg": "SVB"}
"""The pictures by name of the file, each with what it is around."""

_LANG: Final = "en"


def stale(engine: Engine, folder: Path) -> list[Path]:
    """Return the pictures in `folder` that do not show what `engine` holds, or are missing; nothing is drawn."""
    return [path for path, drawn in _pictures(engine, folder) if not _is_drawn_from(path, drawn)]


def write(engine: Engine, folder: Path) -> list[Path]:
    """Write what is stale in `folder`, and return the files written.

    Raises:
        RenderError: if D2 is needed and not installed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for path, drawn in _pictures(engine, folder):
        if not _is_drawn_from(path, drawn):
            svg = draw(drawn, title(drawn.map), description(drawn.map), notes(drawn))
            path.write_text(svg, encoding="utf-8")
            written.append(path)
    return written


def _pictures(engine: Engine, folder: Path) -> Iterator[tuple[Path, Sketch]]:
    for name, around in DRAWN.items():
        yield folder / name, sketch(ask_map(engine, _LANG, around))


def _is_drawn_from(path: Path, drawn: Sketch) -> bool:
    return is_drawn_from(path, *sources(drawn, title(drawn.map), notes(drawn)))
