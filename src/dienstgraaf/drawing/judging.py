"""Judges how well a picture of D2 reads: lines through boxes first, then lines across lines, then its size."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

__all__ = ["flaws"]

_BOX = re.compile(r'<rect x="([-\d.]+)" y="([-\d.]+)" width="([\d.]+)" height="([\d.]+)"(?: rx="[\d.]+")? stroke="')
_PATH = re.compile(r'<path d="([^"]+)"[^>]*class="connection"')
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_SIZE = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_INSIDE = 6.0
"""How many pixels inside a box a line has to be to be in the way of its words."""

_Segment = tuple[float, float, float, float]


def flaws(svg: str) -> tuple[int, int, int]:
    """Return how many lines run through a box, how many pairs of lines cross, and the size in thousands of pixels.

    The less of the first the better; the others only decide between as many.
    """
    boxes = _boxes(svg)
    lines = [list(_segments(path)) for path in _PATH.findall(svg)]
    through = sum(any(_runs_through(line, box) for box in boxes) for line in lines)
    crossings = sum(_cross(a, b) for one, other in combinations(lines, 2) for a in one for b in other)
    size = _SIZE.search(svg)
    return through, crossings, int(float(size[1]) * float(size[2]) / 1000) if size else 0


def _boxes(svg: str) -> list[_Segment]:
    """Return the boxes that no line should run through, as left, top, right and bottom.

    The outermost boxes around others are clusters, which lines may enter.
    """
    found = [tuple(map(float, each)) for each in _BOX.findall(svg)]
    boxes = [(x, y, x + width, y + height) for x, y, width, height in found]
    inner = {box for box in boxes if any(_holds(other, box) for other in boxes)}
    return [box for box in boxes if box in inner or not any(_holds(box, other) for other in boxes)]


def _holds(box: _Segment, other: _Segment) -> bool:
    return box != other and box[0] <= other[0] and box[1] <= other[1] and box[2] >= other[2] and box[3] >= other[3]


def _segments(path: str) -> Iterator[_Segment]:
    """Yield the straight parts of a path; its corners are so small that their points will do."""
    numbers = [float(each) for each in _NUMBER.findall(path)]
    points = list(zip(numbers[::2], numbers[1::2], strict=False))
    for (x1, y1), (x2, y2) in pairwise(points):
        yield min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _runs_through(line: Sequence[_Segment], box: _Segment) -> bool:
    """Return whether `line` is inside `box` and outside it too: one that lies wholly in a box belongs there."""
    return any(_hits(segment, box) for segment in line) and not all(_holds(box, segment) for segment in line)


def _hits(segment: _Segment, box: _Segment) -> bool:
    return (
        segment[0] < box[2] - _INSIDE
        and segment[2] > box[0] + _INSIDE
        and segment[1] < box[3] - _INSIDE
        and segment[3] > box[1] + _INSIDE
    )


def _cross(one: _Segment, other: _Segment) -> bool:
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]
