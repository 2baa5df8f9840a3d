"""The pages and pictures as files: which are behind the ontology, and how to bring them up to date."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dienstgraaf._pages import is_text
from dienstgraaf.diagram.d2 import to_d2
from dienstgraaf.diagram.reference import concepts_page, ontology_page
from dienstgraaf.diagram.views import VIEWS, View
from dienstgraaf.diagram.vocabulary import Vocabulary
from dienstgraaf.drawing import is_drawn_from, render

__all__ = ["stale", "write"]


def stale(vocabulary: Vocabulary, folder: Path) -> list[Path]:
    """Return the files in `folder` that do not show `vocabulary` as it is, or are missing; nothing is drawn."""
    pages = [path for path, text in _pages(vocabulary, folder) if not is_text(path, text)]
    return pages + [path for path, _, source in _pictures(vocabulary, folder) if not is_drawn_from(path, source)]


def write(vocabulary: Vocabulary, folder: Path) -> list[Path]:
    """Write what is stale in `folder`, and return the files written.

    Raises:
        RenderError: if D2 is needed and not installed.
    """
    behind = stale(vocabulary, folder)
    folder.mkdir(parents=True, exist_ok=True)
    for path, text in _pages(vocabulary, folder):
        if path in behind:
            path.write_text(text, encoding="utf-8")
    for path, view, source in _pictures(vocabulary, folder):
        if path in behind:
            path.write_text(render(source, view.title), encoding="utf-8")
    return behind


def _pages(vocabulary: Vocabulary, folder: Path) -> Iterator[tuple[Path, str]]:
    yield folder / "ontology.md", ontology_page(vocabulary)
    yield folder / "concepts.md", concepts_page(vocabulary)


def _pictures(vocabulary: Vocabulary, folder: Path) -> Iterator[tuple[Path, View, str]]:
    for view in VIEWS:
        yield folder / f"ontology-{view.slug}.svg", view, to_d2(view, vocabulary)
