"""Judges how well a picture of D2 reads: lines through boxes first, then lines that entangle, then its size."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from itertools import pairwise
from typing import Final

__all__ = ["flaws"]

_BOX = re.compile(r'<rect x="([-\d.]+)" y="([-\d.]+)" width="([\d.]+)" height="([\d.]+)"(?: rx="[\d.]+")? stroke="')
_TITLE = re.compile(r'</g><text x="([-\d.]+)" y="([-\d.]+)"[^>]*font-size:(\d+)px">([^<]+)</text>')
_PATH = re.compile(r'<path d="([^"]+)"[^>]*class="connection"')
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_SIZE = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_INSIDE: Final = 6.0
"""How many pixels inside a box a line has to be to be in the way of its words."""

_CLOSE: Final = 15.0
_LONG: Final = 200.0
"""From how near, and for how long, lines beside each other are taken for one, in pixels."""

_AS_BAD: Final = 3
"""To how many crossings lines beside each other come."""

_Area = tuple[float, float, float, float]
"""Left, top, right and bottom."""


def flaws(svg: str) -> tuple[int, int, int]:
    """Return how many lines run through a box or title, how often they cross or run close, and the size in kilopixels.

    The less of the first the better; the others only decide between as many.
    """
    boxes = _boxes(svg)
    lines = [list(_segments(path)) for path in _PATH.findall(svg)]
    through = sum(any(_runs_through(line, box) for box in boxes) for line in lines)
    size = _SIZE.search(svg)
    return through, _entangled(lines), int(float(size[1]) * float(size[2]) / 1000) if size else 0


def _boxes(svg: str) -> list[_Area]:
    """Return the boxes that no line should run through, and the titles of clusters.

    Clusters are the outermost boxes around others: lines may enter them.
    """
    found = [tuple(map(float, each)) for each in _BOX.findall(svg)]
    boxes = [(x, y, x + width, y + height) for x, y, width, height in found]
    inner = {box for box in boxes if any(_holds(other, box) for other in boxes)}
    clusters = [box for box in boxes if box not in inner and any(_holds(box, other) for other in boxes)]
    titles = [title for title in _titles(svg) for cluster in clusters if _heads(title, cluster)]
    return [box for box in boxes if box not in clusters] + titles


def _titles(svg: str) -> Iterator[_Area]:
    """Yield where about words stand; a letter is taken for half as wide as it is high."""
    for x, y, size, words in _TITLE.findall(svg):
        middle, bottom, height = float(x), float(y), float(size)
        half = len(unescape(words)) * height / 4
        yield middle - half, bottom - height, middle + half, bottom


def _heads(title: _Area, cluster: _Area) -> bool:
    """Return whether `title` stands in the middle at the top of `cluster`."""
    height = title[3] - title[1]
    central = abs(title[0] + title[2] - cluster[0] - cluster[2]) < height
    return central and cluster[1] - height < title[1] < cluster[1] + height


def _holds(box: _Area, other: _Area) -> bool:
    return box != other and box[0] <= other[0] and box[1] <= other[1] and box[2] >= other[2] and box[3] >= other[3]


def _segments(path: str) -> Iterator[_Area]:
    """Yield the straight parts of a path; its corners are so small that their points will do."""
    numbers = [float(each) for each in _NUMBER.findall(path)]
    points = list(zip(numbers[::2], numbers[1::2], strict=False))
    for (x1, y1), (x2, y2) in pairwise(points):
        yield min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _runs_through(line: Sequence[_Area], box: _Area) -> bool:
    """Return whether `line` is inside `box` and outside it too: one that lies wholly in a box belongs there."""
    return any(_hits(segment, box) for segment in line) and not all(_holds(box, segment) for segment in line)


def _hits(segment: _Area, box: _Area) -> bool:
    return (
        segment[0] < box[2] - _INSIDE
        and segment[2] > box[0] + _INSIDE
        and segment[1] < box[3] - _INSIDE
        and segment[3] > box[1] + _INSIDE
    )


def _entangled(lines: Sequence[Sequence[_Area]]) -> int:
    """Return how often two lines cross, or run beside each other so close and long that they look like one."""
    parts = [(number, part) for number, line in enumerate(lines) for part in line]
    level = sorted(((part[1], part[0], part[2], number) for number, part in parts if part[1] == part[3]))
    upright = sorted(((part[0], part[1], part[3], number) for number, part in parts if part[0] == part[2]))
    crossings = sum(
        one != other and left < x < right and top < y < bottom
        for y, left, right, one in level
        for x, top, bottom, other in upright
    )
    return crossings + _AS_BAD * (_close(level) + _close(upright))


def _close(parts: Sequence[tuple[float, float, float, int]]) -> int:
    """Return how many pairs of parallel `parts` (place, from, to, line; by place) run close together."""
    found = 0
    for i, (place, start, end, line) in enumerate(parts):
        for other_place, other_start, other_end, other in parts[i + 1 :]:
            if other_place - place >= _CLOSE:
                break
            found += line != other and min(end, other_end) - max(start, other_start) > _LONG
    return found
