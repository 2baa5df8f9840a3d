"""Writes impacts: in groups under headings for reading, and one loss a row for calculating."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from pyoxigraph import Literal, NamedNode

from dienstgraaf.engine import Term
from dienstgraaf.impact.model import GROUPS, Impact, Item, Loss
from dienstgraaf.messages import text
from dienstgraaf.tables import (
    SECTION_FORMATS,
    Screen,
    Section,
    Table,
    dumps,
    listed,
    render,
    render_sections,
)

__all__ = ["FORMATS", "LIMIT", "notes", "write_impact"]

FORMATS: Final = ("table", "csv", "tsv", "json", "markdown", "xlsx", "html")
"""What an impact can be written as; the first is the default."""

LIMIT: Final = 25
"""How many losses of a kind are told for reading, unless asked otherwise."""

_PIPE: Final = Screen()
_IN_A_CELL: Final = 4
"""How many things a cell for reading tells."""
_READING: Final = (
    "loss",
    "itemLabel",
    "about",
    "status",
    "lostLabel",
    "remaining",
    "remainsLabel",
    "hedges",
    "segments",
)
_NAMES: Final = (
    *("group", "groupLabel", "loss", "lossLabel", "item", "itemLabel", "about", "status", "lost", "lostLabel"),
    *("remaining", "remains", "remainsLabel", "hedges", "segments"),
)


def notes(impact: Impact) -> list[str]:
    """Return what has not been counted, as sentences."""
    lang, label = impact.lang, impact.item.label
    found = [text("impact-intro", lang)]
    if impact.idle:
        found.append(text("impact-idle", lang, item=label, status=impact.idle))
    if impact.of_the_kind:
        found.append(text("impact-of-the-kind", lang, item=label, count=impact.of_the_kind))
    if impact.presuming:
        found.append(text("impact-presuming", lang, item=label, count=impact.presuming))
    if not impact.complete:
        found.append(text("circles-incomplete", lang))
    return found


def write_impact(impact: Impact, format_name: str, screen: Screen = _PIPE, limit: int | None = LIMIT) -> bytes:
    """Return `impact` in one of `FORMATS`.

    For reading (table, markdown, html) each kind of loss has at most `limit` rows, and says how many there are more.
    """
    lang = impact.lang
    title = text("impact-title", lang, item=impact.item.label, about=impact.about)
    if format_name == "json":
        return dumps(impact.to_json()).encode()
    if format_name in SECTION_FORMATS:
        sections = [_section(impact, group, limit) for group in GROUPS]
        closing = text("interview-source", lang)
        return render_sections(title, notes(impact), sections, format_name, lang=lang, screen=screen, closing=closing)
    return render(_flat(impact), format_name, lang=lang, screen=screen, title=title)


def _section(impact: Impact, group: str, limit: int | None) -> Section:
    lang = impact.lang
    heading = text(f"impact-{group}", lang)
    losses = impact.of(group)
    if not losses:
        return Section(heading, (text("impact-nothing", lang),))
    rows: list[list[str]] = []
    told = [text("impact-count", lang, count=len(losses))]
    for kind, some in groupby(losses, key=lambda loss: loss.kind):
        of_kind = [*some]
        shown = of_kind[:limit]
        rows += [_cells(loss, lang) for loss in shown]
        if len(shown) < len(of_kind):
            values = {"count": len(of_kind) - len(shown), "kind": text(f"loss-{kind}", lang)}
            told.append(text("impact-left-out", lang, **values))
    used = [i for i in range(len(_READING)) if any(row[i] for row in rows)]
    names = [_READING[i] for i in used]
    table = Table.from_text(names, [_heading(name, lang) for name in names], [[row[i] for i in used] for row in rows])
    return Section(heading, tuple(told), table)


def _cells(loss: Loss, lang: str) -> list[str]:
    counted = loss.kind in ("no-way", "broader-way", "keeps-way", "no-way-without-skill") or loss.group == "senders"
    return [
        text(f"loss-{loss.kind}", lang),
        loss.item.label,
        loss.about,
        loss.status,
        _labels(loss.lost, lang, _IN_A_CELL),
        str(len(loss.remains)) if counted and loss.kind != "nowhere" else "",
        _labels(loss.remains, lang, _IN_A_CELL),
        listed(loss.hedges, lang, _IN_A_CELL),
        listed(loss.segments, lang, _IN_A_CELL),
    ]


def _labels(items: Sequence[Item], lang: str, most: int | None = None) -> str:
    return listed([each.label for each in items], lang, most)


def _flat(impact: Impact) -> Table:
    lang = impact.lang
    rows = tuple(_row(loss, lang) for loss in impact.losses)
    hidden = frozenset(i for i, name in enumerate(_NAMES) if f"{name}Label" in _NAMES)
    return Table(_NAMES, tuple(_heading(name, lang) for name in _NAMES), rows, hidden)


def _row(loss: Loss, lang: str) -> tuple[Term | None, ...]:
    return (
        Literal(loss.group),
        Literal(text(f"impact-{loss.group}", lang)),
        Literal(loss.kind),
        Literal(text(f"loss-{loss.kind}", lang)),
        NamedNode(loss.item.iri) if loss.item.iri else None,
        Literal(loss.item.label),
        Literal(loss.about),
        Literal(loss.status),
        Literal(listed([each.iri for each in loss.lost], lang)),
        Literal(_labels(loss.lost, lang)),
        Literal(len(loss.remains)),
        Literal(listed([each.iri for each in loss.remains], lang)),
        Literal(_labels(loss.remains, lang)),
        Literal(listed(loss.hedges, lang)),
        Literal(listed(loss.segments, lang)),
    )


def _heading(name: str, lang: str) -> str:
    return text(f"column-{name.removesuffix('Label')}", lang)
