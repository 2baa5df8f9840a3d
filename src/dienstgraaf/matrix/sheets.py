"""Lays a matrix out as tables: the matrix itself, what its cells rest on, and what its signs mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from pyoxigraph import Literal, NamedNode

from dienstgraaf.engine import Term
from dienstgraaf.matrix.model import Cell, Column, Ground, Item, Matrix, Row
from dienstgraaf.matrix.wording import GAP, SIGNS, cell_text, gap_words, is_gap, legend, subject_label
from dienstgraaf.messages import text
from dienstgraaf.tables import Table, listed

__all__ = ["SWATCHES", "TINTS", "abbreviated", "grounds_table", "legend_table", "list_table", "matrix_table", "tint_of"]

TINTS: Final = {
    "gap": "#FBE0C4",
    "no": "#F6CDCD",
    "offered": "#BFE3D3",
    "part": "#E1F0D6",
    "general": "#EAF0F8",
    "other": "#FCF2C7",
    "sent": "#E9E2F3",
}
"""The colours of cells by what they say before all; dark letters on each keep a contrast of 4.5:1 and more."""

SWATCHES: Final = {"3": "offered", GAP: "gap", **{sign: mark for mark, sign in SIGNS.items() if sign}}
"""By which of the tints a sign of the legend is coloured."""

_LISTED: Final = 6
"""How many kinds of channel that are there in general a list names; the last row has them all."""

_SHORT: Final = 4
"""How many letters an abbreviated heading has at least."""


def matrix_table(matrix: Matrix) -> Table:
    """Return one row for each of the matrix: what it is about, the signs of its cells, its gaps."""
    lang = matrix.lang
    heads = [
        ("kind", text("matrix-kind", lang)),
        ("topic", text("matrix-subject", lang)),
        ("topicLabel", text("matrix-subject", lang)),
    ]
    if matrix.by_audience:
        heads += [("audience", text("matrix-audience", lang)), ("audienceLabel", text("matrix-audience", lang))]
    first = len(heads)
    heads += [(column.name, column.item.label) for column in matrix.columns]
    heads += [("gaps", text("matrix-gaps", lang)), ("withoutDigitalSkill", text("matrix-without-digital", lang))]
    names = tuple(name for name, _ in heads)
    return Table(
        names=names,
        headings=tuple(heading for _, heading in heads),
        rows=tuple(_row(row, matrix) for row in matrix.rows),
        hidden=frozenset(names.index(name) for name in ("kind", "topic", "audience") if name in names),
        frozen=first,
        tints=tuple(
            (number, first + place, TINTS[tint])
            for number, row in enumerate(matrix.rows)
            for place, column in enumerate(matrix.columns)
            if (tint := tint_of(row, column, place))
        ),
    )


def tint_of(row: Row, column: Column, place: int) -> str | None:
    """Return by which of `TINTS` the cell at `place` in a row is coloured, None if nothing is stated there."""
    found = next((mark for mark in SIGNS if row.cells[place].count(mark)), None)
    if is_gap(row, column):
        return "no" if row.cells[place].count("no") else "gap"
    return found


def _row(row: Row, matrix: Matrix) -> tuple[Term | None, ...]:
    lang = matrix.lang
    cells = [cell_text(cell, is_gap(row, column)) for column, cell in zip(matrix.columns, row.cells, strict=True)]
    ends = [gap_words(row, lang, matrix.columns), text(f"undemanding-{row.without_digital_skill}", lang)]
    return (Literal(row.kind), *_subject(row, matrix), *map(Literal, [*cells, *ends]))


def _terms(item: Item | None) -> tuple[Term | None, Term | None]:
    if item is None:
        return None, None
    return NamedNode(item.iri) if item.iri else None, Literal(item.label)


def list_table(matrix: Matrix) -> Table:
    """Return one row for each of the matrix with lists in place of columns, for a screen that these do not fit."""
    lang = matrix.lang
    heads = ["subject", *(["audience"] if matrix.by_audience else []), "here", "in-general", "gaps"]
    rows = []
    for row in matrix.rows:
        here, general = [], []
        for column, cell in zip(matrix.columns, row.cells, strict=True):
            own = Cell(tuple(ground for ground in cell.grounds if ground.mark != "general"))
            if own.grounds:
                here.append(f"{column.item.label} {cell_text(own)}")
            elif cell.grounds:
                general.append(column.item.label)
        gaps = gap_words(row, lang, matrix.columns)
        titles = [subject_label(row, lang), *([row.audience.label] if row.audience and matrix.by_audience else [])]
        rows.append([*titles, listed(here, lang), listed(general, lang, _LISTED), gaps])
    return Table.from_text(heads, [text(f"matrix-{head}", lang) for head in heads], rows)


def abbreviated(table: Table, matrix: Matrix) -> tuple[Table, str]:
    """Return `table` with short headings for the kinds of channels, and a line that tells what they stand for."""
    labels = {column.name: column.item.label for column in matrix.columns}
    short = {
        name: _shortened(label, [each for each in labels.values() if each != label]) for name, label in labels.items()
    }
    headings = [short.get(name, heading) for name, heading in zip(table.names, table.headings, strict=True)]
    key = "; ".join(f"{short[name]} = {label}" for name, label in labels.items() if short[name] != label)
    return replace(table, headings=tuple(headings)), key


def _shortened(label: str, others: Sequence[str]) -> str:
    """Return the shortest beginning of `label`, of some letters at least, with which none of `others` begins."""
    for length in range(_SHORT, len(label)):
        if not any(other.startswith(label[:length]) for other in others):
            return label[:length].rstrip(" ,-").replace(" ", "")
    return label


def grounds_table(matrix: Matrix) -> Table:
    """Return one row for each ground of each cell: where it stands, what it is, how sure, and its segments."""
    lang = matrix.lang
    heads = [("topic", "matrix-subject"), ("topicLabel", "matrix-subject")]
    if matrix.by_audience:
        heads += [("audience", "matrix-audience"), ("audienceLabel", "matrix-audience")]
    heads += [("channelKind", "matrix-channel-kind"), ("channelKindLabel", "matrix-channel-kind")]
    heads += [("mark", "matrix-mark"), ("entryPoint", "matrix-entry-point"), ("entryPointLabel", "matrix-entry-point")]
    heads += [("fact", "matrix-fact"), ("factLabel", "matrix-fact"), ("providers", "matrix-providers")]
    heads += [("audiences", "matrix-audiences"), ("asksDigitalSkill", "matrix-digital"), ("basis", "column-basis")]
    heads += [(name, f"column-{name}") for name in ("status", "conditions", "hedges", "segments")]
    names = tuple(name for name, _ in heads)
    return Table(
        names=names,
        headings=tuple(text(key, lang) for _, key in heads),
        rows=tuple(
            (*_subject(row, matrix), *_terms(column.item), *_told(ground, lang))
            for row in matrix.rows
            for column, cell in zip(matrix.columns, row.cells, strict=True)
            for ground in cell.grounds
        ),
        hidden=frozenset(i for i, name in enumerate(names) if f"{name}Label" in names),
    )


def _subject(row: Row, matrix: Matrix) -> tuple[Term | None, ...]:
    label = Literal(subject_label(row, matrix.lang))
    return (_terms(row.subject)[0], label, *(_terms(row.audience) if matrix.by_audience else ()))


def _told(ground: Ground, lang: str) -> tuple[Term | None, ...]:
    def joined(items: Iterable[str]) -> Literal:
        return Literal(listed([*items], lang))

    return (
        Literal(f"{SIGNS[ground.mark]} {text(f'mark-{ground.mark}', lang)}".strip()),
        *_terms(ground.entry_point),
        *_terms(ground.fact),
        joined(each.label for each in ground.providers),
        joined(each.label for each in ground.audiences),
        None if ground.digital is None else Literal(ground.digital),
        Literal(text(f"matrix-basis-{ground.basis}", lang)),
        _terms(ground.status)[1],
        joined(ground.conditions),
        joined(ground.hedges),
        joined(ground.segments),
    )


def legend_table(lang: str) -> Table:
    """Return the signs with their meaning."""
    headings = [text("matrix-mark", lang), text("matrix-meaning", lang)]
    return Table.from_text(["mark", "meaning"], headings, [[*pair] for pair in legend(lang)])
