"""Draws a matrix: as a heat map on sheets of A4, and as a page that needs nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dienstgraaf._pages import template
from dienstgraaf.matrix.layout import Sheet, sheets
from dienstgraaf.matrix.model import Cell, Column, Ground, Matrix, Row
from dienstgraaf.matrix.sheets import SWATCHES, TINTS, tint_of
from dienstgraaf.matrix.wording import (
    SIGNS,
    cell_text,
    cell_words,
    gap_words,
    is_gap,
    legend,
    subject_label,
    title,
)
from dienstgraaf.messages import text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["heat_map", "page"]


def heat_map(matrix: Matrix) -> str:
    """Return the matrix as one picture in SVG; what does not fit on a sheet of A4 goes on a next one below it."""
    return _drawn(matrix, sheets(matrix))


def page(matrix: Matrix) -> str:
    """Return a page in HTML with the heat map, the table, what the signs mean, and what the cells rest on."""
    lang = matrix.lang
    return template("dienstgraaf.matrix", "page.html").render(
        matrix=matrix,
        lang=lang,
        title=title(matrix),
        drawings=[_drawn(matrix, [sheet]) for sheet in sheets(matrix)],
        legend=legend(lang),
        tints=TINTS,
        swatches=SWATCHES,
        rows=[_told(row, matrix) for row in matrix.rows],
        said=_said,
        say=_saying(lang),
    )


def _drawn(matrix: Matrix, drawn: Sequence[Sheet]) -> str:
    lang = matrix.lang
    return (
        template("dienstgraaf.matrix", "heat_map.svg")
        .render(
            lang=lang,
            title=title(matrix),
            sheets=drawn,
            height=round(sum(sheet.height for sheet in drawn), 2),
            count=_count("matrix-count", matrix),
            description=_count("matrix-description", matrix, columns=len(matrix.columns)),
            tints=TINTS,
            say=_saying(lang),
        )
        .strip()
        + "\n"
    )


def _count(key: str, matrix: Matrix, **values: int) -> str:
    counts = {"rows": len(matrix.rows), "gaps": matrix.gaps, "general": matrix.only_general}
    return text(key, matrix.lang, **counts, **values)


def _saying(lang: str) -> Callable[..., str]:
    return lambda key, **values: text(key, lang, **values)


def _told(row: Row, matrix: Matrix) -> dict[str, object]:
    """Return what the page says of a row; of what is there only in general, just the numbers."""
    lang = matrix.lang
    pairs: list[tuple[Column, Cell]] = list(zip(matrix.columns, row.cells, strict=True))
    return {
        "label": subject_label(row, lang),
        "audience": row.audience.label if row.audience else "",
        "cells": [
            (tint_of(row, column, place), cell_text(cell, is_gap(row, column)), cell_words(row, column, cell, lang))
            for place, (column, cell) in enumerate(pairs)
        ],
        "gaps": gap_words(row, lang, matrix.columns),
        "undemanding": text(f"undemanding-{row.without_digital_skill}", lang),
        "grounds": [
            (column.item.label, found)
            for column, cell in pairs
            if (found := [ground for ground in cell.grounds if ground.mark != "general"])
        ],
    }


def _said(ground: Ground, lang: str) -> str:
    """Return in words what is known of a ground: its mark, status, basis, providers, audiences and conditions."""
    parts = [f"{SIGNS[ground.mark]} {text(f'mark-{ground.mark}', lang)}".strip()] if ground.mark != "offered" else []
    if ground.mark == "other" and ground.status:
        parts.append(ground.status.label)
    if ground.basis != "stated":
        parts.append(text(f"matrix-basis-{ground.basis}", lang))
    parts += [each.label for each in ground.providers]
    if ground.audiences:
        parts.append(text("matrix-for-audience", lang, audience=", ".join(each.label for each in ground.audiences)))
    if ground.conditions:
        parts.append(f"{text('if', lang)}: {', '.join(ground.conditions)}")
    return "; ".join(parts)
