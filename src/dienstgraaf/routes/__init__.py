"""Routes: how a question runs from a life event through the structure, with the gaps that the source leaves."""

from __future__ import annotations

from dienstgraaf.routes.model import LANES, Leg, Named, Party, Route, Step, Stop
from dienstgraaf.routes.plotting import life_events, route
from dienstgraaf.routes.writing import FORMATS, describe, write_route

__all__ = [
    "FORMATS",
    "LANES",
    "Leg",
    "Named",
    "Party",
    "Route",
    "Step",
    "Stop",
    "describe",
    "life_events",
    "route",
    "write_route",
]
