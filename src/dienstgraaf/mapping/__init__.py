"""The structure as a whole: who guides and refers to whom, as a table, a picture or a graph."""

from __future__ import annotations

from dienstgraaf.mapping.asking import ask_map, kinds_called
from dienstgraaf.mapping.computing import ALL_KINDS, USUAL_KINDS, compute_map
from dienstgraaf.mapping.model import LeftOut, Link, Map, Party
from dienstgraaf.mapping.sketching import LIMIT, Sketch, sketch
from dienstgraaf.mapping.writing import FORMATS, PICTURES, left_out, write_map

__all__ = [
    "ALL_KINDS",
    "FORMATS",
    "LIMIT",
    "PICTURES",
    "USUAL_KINDS",
    "LeftOut",
    "Link",
    "Map",
    "Party",
    "Sketch",
    "ask_map",
    "compute_map",
    "kinds_called",
    "left_out",
    "sketch",
    "write_map",
]
