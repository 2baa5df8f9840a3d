"""The structure that the inventory describes, in memory: providers, ways in, lines, and the hops between them."""

from __future__ import annotations

from dienstgraaf.structure.model import Hop, Structure
from dienstgraaf.structure.reading import read_basis, read_structure

__all__ = ["Hop", "Structure", "read_basis", "read_structure"]
