"""Routes: how a question runs from a life event through the structure, with the gaps that the source leaves."""

from __future__ import annotations

from dienstgraaf.routes.model import LANES, Leg, Named, Party, Route, Step, Stop
from dienstgraaf.routes.plotting import route, routes
from dienstgraaf.routes.reaching import Reach, reach, reach_table
from dienstgraaf.routes.writing import FORMATS, describe, write_route

__all__ = [
    "FORMATS",
    "LANES",
    "Leg",
    "Named",
    "Party",
    "Reach",
    "Route",
    "Step",
    "Stop",
    "describe",
    "reach",
    "reach_table",
    "route",
    "routes",
    "write_route",
]
