"""Writes the ArchiMate 3.1 Model Exchange File Format, and holds a file against its official schema."""

from __future__ import annotations

from dienstgraaf.export.writers.archimate.official import check_archimate
from dienstgraaf.export.writers.archimate.writing import write_archimate

__all__ = ["check_archimate", "write_archimate"]
