"""Draws a map as SVG: of some layouts the one that reads best."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Final

from dienstgraaf.drawing import flaws, render
from dienstgraaf.mapping.d2 import to_d2
from dienstgraaf.mapping.sketching import Sketch

__all__ = ["draw", "sources"]

_TRIES: Final = 32
_TRIES_IF_LARGE: Final = 8
_LARGE: Final = 100
"""How many layouts are tried, and how many from so many arrows: ELK starts from the order of boxes and arrows."""

_PADDING: Final = (64, 24)
_BETWEEN: Final = (120, 30)
"""Pixels around what is in a box, between layers of boxes, and between boxes and lines."""


def draw(sketch: Sketch, title: str, description: str, notes: Sequence[str] = ()) -> str:
    """Return `sketch` as SVG, in the layout with the fewest lines through boxes and then across each other.

    The same sketch always gives the same picture.

    Raises:
        RenderError: if D2 is not installed.
    """

    def judged(source: str) -> tuple[tuple[int, int, int], str]:
        svg = render(source, title, description, sketch.map.lang, _PADDING, _BETWEEN)
        return flaws(svg), svg

    first, *others = sources(sketch, title, notes)
    tried = [judged(first)]
    if any(tried[0][0][:2]):
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            tried += pool.map(judged, others)
    return min(tried, key=lambda each: each[0])[1]


def sources(sketch: Sketch, title: str, notes: Sequence[str] = ()) -> Iterator[str]:
    """Yield `sketch` as D2 text in the orders that are tried."""
    for number in range(_TRIES if len(sketch.arrows) < _LARGE else _TRIES_IF_LARGE):
        yield to_d2(_reordered(sketch, number), title, notes)


def _reordered(sketch: Sketch, number: int) -> Sketch:
    """Return `sketch` with its arrows, and at every second number also its boxes, in another order; 0 is as it is."""
    if not number:
        return sketch
    kept = range(len(sketch.boxes))
    boxes = _shuffled(len(sketch.boxes), number) if number % 2 else list(kept)
    place = {old: new for new, old in enumerate(boxes)}
    arrows = [sketch.arrows[i] for i in _shuffled(len(sketch.arrows), number)]
    return replace(
        sketch,
        boxes=tuple(sketch.boxes[i] for i in boxes),
        arrows=tuple(replace(each, start=place[each.start], end=place[each.end]) for each in arrows),
    )


def _shuffled(count: int, number: int) -> list[int]:
    return sorted(range(count), key=lambda i: hashlib.sha256(f"{number} {i}".encode()).digest())
