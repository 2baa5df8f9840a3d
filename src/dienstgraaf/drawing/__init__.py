"""Draws: D2 text to SVG that one file holds, and the one visual language of all pictures of the structure."""

from __future__ import annotations

from dienstgraaf.drawing.judging import flaws
from dienstgraaf.drawing.positions import Box, Point, Positions, positions
from dienstgraaf.drawing.rendering import (
    RenderError,
    allowed,
    digest,
    is_drawn_from,
    quoted,
    render,
    source_digest,
)
from dienstgraaf.drawing.styles import (
    BOXES,
    CERTAINTIES,
    KINDS,
    LINES,
    SIZE,
    Line,
    arrowhead,
    certainty,
    classes,
    legend,
    line_class,
)

__all__ = [
    "BOXES",
    "CERTAINTIES",
    "KINDS",
    "LINES",
    "SIZE",
    "Box",
    "Line",
    "Point",
    "Positions",
    "RenderError",
    "allowed",
    "arrowhead",
    "certainty",
    "classes",
    "digest",
    "flaws",
    "is_drawn_from",
    "legend",
    "line_class",
    "positions",
    "quoted",
    "render",
    "source_digest",
]
