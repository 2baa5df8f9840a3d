"""Reads back where D2 put things: the boxes and the corners of the lines of one of its pictures, in pixels."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass, field
from html import unescape
from itertools import zip_longest
from typing import Final
from xml.etree import ElementTree

__all__ = ["Box", "Point", "Positions", "positions"]

_SVG: Final = "{http://www.w3.org/2000/svg}"
_STEP: Final = re.compile(r"([MLS]) (-?[\d.]+) (-?[\d.]+)")

_LINE: Final = re.compile(r"^(?:(?P<within>.+)\.)?\((?P<start>.+) -> (?P<end>.+)\)\[\d+\]$")

Box = tuple[int, int, int, int]
"""Left, top, width and height."""

Point = tuple[int, int]


@dataclass(frozen=True)
class Positions:
    """Where things are: `boxes` by their path in D2, `lines` by the paths of start and end, in order of the text."""

    boxes: dict[str, Box] = field(default_factory=dict)
    lines: dict[tuple[str, str], list[list[Point]]] = field(default_factory=dict)


def positions(svg: str) -> Positions:
    """Return where the boxes and lines of `svg` are, moved so that the leftmost and topmost box stand at 0.

    Only boxes are read that are rectangles, and lines of the form `a -> b`.

    Raises:
        xml.etree.ElementTree.ParseError: if `svg` is not XML.
    """
    found = Positions()
    for group in ElementTree.fromstring(svg).iter(f"{_SVG}g"):  # noqa: S314 - a picture that D2 has just made
        name = _decoded(group.get("class", "").partition(" ")[0])
        rectangle = group.find(f"{_SVG}g[@class='shape']/{_SVG}rect")
        line = _LINE.match(name)
        if line:
            inside = f"{line['within']}." if line["within"] else ""
            ends = (inside + line["start"], inside + line["end"])
            found.lines.setdefault(ends, []).append(_points(group))
        elif name and rectangle is not None:
            x, y, width, height = (round(float(rectangle.get(key, "0"))) for key in ("x", "y", "width", "height"))
            found.boxes[name] = (x, y, width, height)
    return _at_origin(found)


def _decoded(name: str) -> str:
    """Return the path of D2 that is in the class `name`, "" if there is none."""
    try:
        return unescape(base64.b64decode(name, validate=True).decode())
    except (binascii.Error, UnicodeDecodeError):
        return ""


def _points(group: ElementTree.Element) -> list[Point]:
    path = next((each for each in group.iter(f"{_SVG}path") if "connection" in each.get("class", "")), None)
    if path is None:
        return []
    steps = _STEP.findall(path.get("d", ""))
    # A line turns a corner by a curve (S) whose control point is the corner; where the curve begins is on the line (L).
    kept = [step for step, following in zip_longest(steps, steps[1:]) if step[0] != "L" or not following]
    return [(round(float(x)), round(float(y))) for _, x, y in kept]


def _at_origin(found: Positions) -> Positions:
    points = [(x, y) for x, y, _, _ in found.boxes.values()]
    points += [point for lines in found.lines.values() for line in lines for point in line]
    left, top = (min((point[axis] for point in points), default=0) for axis in (0, 1))
    return Positions(
        {name: (x - left, y - top, width, height) for name, (x, y, width, height) in found.boxes.items()},
        {ends: [[(x - left, y - top) for x, y in line] for line in lines] for ends, lines in found.lines.items()},
    )
