"""Topics and life events against kinds of channels and audiences: what is there, what is not, where the gaps are."""

from __future__ import annotations

from dienstgraaf.matrix.computing import matrix
from dienstgraaf.matrix.model import Cell, Column, Ground, Item, Matrix, Row
from dienstgraaf.matrix.writing import FORMATS, GROUNDS_FORMATS, write_grounds, write_matrix

__all__ = [
    "FORMATS",
    "GROUNDS_FORMATS",
    "Cell",
    "Column",
    "Ground",
    "Item",
    "Matrix",
    "Row",
    "matrix",
    "write_grounds",
    "write_matrix",
]
