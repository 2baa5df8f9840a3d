"""Circular referrals: who send people on to each other until they are back where they started."""

from __future__ import annotations

from dienstgraaf.circles.closing import closes
from dienstgraaf.circles.finding import find_circles
from dienstgraaf.circles.graph import pairs_of
from dienstgraaf.circles.joining import Joints, read_bases
from dienstgraaf.circles.model import LENGTH, LIMIT, Circle, Circles, Referral, Step
from dienstgraaf.circles.writing import FORMATS, notes, route, write_circles

__all__ = [
    "FORMATS",
    "LENGTH",
    "LIMIT",
    "Circle",
    "Circles",
    "Joints",
    "Referral",
    "Step",
    "closes",
    "find_circles",
    "notes",
    "pairs_of",
    "read_bases",
    "route",
    "write_circles",
]
