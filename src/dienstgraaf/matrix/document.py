"""The matrix as a document of plain values, for JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dienstgraaf.matrix.model import Ground, Item, Matrix, Row
from dienstgraaf.matrix.wording import gap_words

__all__ = ["document"]


def document(matrix: Matrix) -> dict[str, Any]:
    """Return `matrix` with full IRIs; a cell of which nothing is stated is left out."""
    return {
        "language": matrix.lang,
        "provider": _of_item(matrix.provider),
        "audience": _of_item(matrix.audience),
        "presumed": matrix.presumed,
        "columns": [
            {"name": each.name, "iri": each.item.iri or None, "label": each.item.label} for each in matrix.columns
        ],
        "rows": [_of_row(row, matrix) for row in matrix.rows],
    }


def _of_row(row: Row, matrix: Matrix) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "subject": _of_item(row.subject),
        **({"audience": _of_item(row.audience)} if matrix.by_audience else {}),
        "needs": dict(row.needs),
        "denied": list(row.denied),
        "gaps": gap_words(row, matrix.lang, matrix.columns) or None,
        "withoutDigitalSkill": row.without_digital_skill,
        "cells": {
            column.name: [_of_ground(ground) for ground in cell.grounds]
            for column, cell in zip(matrix.columns, row.cells, strict=True)
            if cell.grounds
        },
    }


def _of_item(item: Item | None) -> dict[str, Any] | None:
    return None if item is None else {"iri": item.iri or None, "label": item.label}


def _of_items(items: Iterable[Item]) -> list[dict[str, Any] | None]:
    return [_of_item(item) for item in items]


def _of_ground(ground: Ground) -> dict[str, Any]:
    return {
        "mark": ground.mark,
        "basis": ground.basis,
        "fact": _of_item(ground.fact),
        "entryPoint": _of_item(ground.entry_point),
        "channels": _of_items(ground.channels),
        "channelTypes": _of_items(ground.types),
        "providers": _of_items(ground.providers),
        "topics": _of_items(ground.topics),
        "audiences": _of_items(ground.audiences),
        "status": _of_item(ground.status),
        "conditions": list(ground.conditions),
        "hedges": list(ground.hedges),
        "asksDigitalSkill": ground.digital,
        "segments": list(ground.segments),
    }
