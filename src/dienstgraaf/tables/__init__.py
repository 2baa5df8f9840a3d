"""Rendering results: as table, csv, tsv, json, markdown, xlsx or turtle.

csv, tsv and json follow the SPARQL 1.1 result formats and hold every column; table, markdown and xlsx are for people:
headings in their language, and labels in place of the IRIs that they belong to.
"""

from __future__ import annotations

from dienstgraaf.tables._text import fits
from dienstgraaf.tables._turtle import triples_to_turtle
from dienstgraaf.tables._wrapping import display_width
from dienstgraaf.tables.formats import FORMATS, Format, FormatError, choose_format
from dienstgraaf.tables.rendering import (
    BOOLEAN_FORMATS,
    TABLE_FORMATS,
    TRIPLE_FORMATS,
    Screen,
    dumps,
    render,
    workbook,
)
from dienstgraaf.tables.sections import SECTION_FORMATS, Section, render_sections
from dienstgraaf.tables.table import Table, cell_text, listed

__all__ = [
    "BOOLEAN_FORMATS",
    "FORMATS",
    "SECTION_FORMATS",
    "TABLE_FORMATS",
    "TRIPLE_FORMATS",
    "Format",
    "FormatError",
    "Screen",
    "Section",
    "Table",
    "cell_text",
    "choose_format",
    "display_width",
    "dumps",
    "fits",
    "listed",
    "render",
    "render_sections",
    "triples_to_turtle",
    "workbook",
]
