"""Writes circles: one a row for reading along, one hop a row for calculating, and a page with a heading for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from pyoxigraph import Literal, NamedNode

from dienstgraaf.circles.model import Circle, Circles, Referral, concept
from dienstgraaf.engine import Term
from dienstgraaf.messages import text
from dienstgraaf.tables import Screen, Section, Table, dumps, listed, render, render_sections, workbook

__all__ = ["FORMATS", "notes", "route", "write_circles"]

FORMATS: Final = ("table", "csv", "tsv", "json", "markdown", "xlsx", "html")
"""What circles can be written as; the first is the default."""

_PIPE: Final = Screen()
_IN_A_STEP: Final = 3
"""How many hops of a step the table tells; the other formats have them all."""

_CIRCLE: Final = ("parties", "partiesLabel", "length", "certainty", "certaintyLabel", "hops", "hopsLabel")
_REST: Final = ("arrangements", "statuses", "hedges", "segments")
_HOP: Final = (
    "circle",
    "step",
    "between",
    "hop",
    "hopLabel",
    "kind",
    "startsAt",
    "endsAt",
    "basis",
    "concerns",
    *_REST,
)


def notes(circles: Circles) -> list[str]:
    """Return how many circles there are, and what was left out, as sentences."""
    lang = circles.lang
    stated = sum(each.is_stated for each in circles.circles)
    counts = {"found": circles.found, "shown": len(circles.circles), "stated": stated, "length": circles.length}
    found = [text("circles-count" if circles.complete else "circles-at-least", lang, **counts)]
    if circles.left_out:
        parts = [text("circles-of-length", lang, count=n, steps=k) for k, n in circles.left_out.items()]
        found.append(text("circles-left-out", lang, shown=len(circles.circles), parts=", ".join(parts)))
    if circles.not_operating:
        found.append(text("circles-not-operating", lang, count=circles.not_operating))
    if not circles.complete:
        found.append(text("circles-incomplete", lang))
    return found


def write_circles(circles: Circles, format_name: str, screen: Screen = _PIPE) -> bytes:
    """Return `circles` in one of `FORMATS`."""
    lang, title = circles.lang, text("circles-title", circles.lang)
    if format_name == "json":
        return dumps(circles.to_json()).encode()
    if format_name == "html":
        intro = [text("circles-intro", lang), text("circles-kinds", lang), *notes(circles)]
        sections = [_section(circles, each) for each in circles.circles]
        closing = text("interview-source", lang)
        return render_sections(title, intro, sections, format_name, lang=lang, closing=closing)
    if format_name == "xlsx":
        hops = [row for number, each in enumerate(circles.circles, 1) for row in _hop_rows(circles, each, number)]
        sheets = {text("sheet-circles", lang): _table(circles, None), text("sheet-hops", lang): _hop_table(hops, lang)}
        return workbook(sheets, lang, title)
    most = _IN_A_STEP if format_name in ("table", "markdown") else None
    return render(_table(circles, most), format_name, lang=lang, screen=screen, title=title)


def _table(circles: Circles, most: int | None) -> Table:
    names = (*_CIRCLE, *_REST)
    rows = tuple(_row(circles, each, most) for each in circles.circles)
    hidden = frozenset(i for i, name in enumerate(names) if f"{name}Label" in names)
    return Table(names, tuple(_heading(name, circles.lang) for name in names), rows, hidden)


def _row(circles: Circles, circle: Circle, most: int | None) -> tuple[Term, ...]:
    lang = circles.lang
    hops = [each for step in circle.steps for each in step.referrals]
    told = [
        line
        for number, step in enumerate(circle.steps, 1)
        for line in listed([_line(circles, each, number) for each in step.referrals], lang, most).split(" | ")
    ]
    arrangements = {
        circles.label(concept("arrangement", slug)): None for each in hops for slug in each.hop.arrangements
    }
    statuses = {circles.label(concept("status", each.hop.status)): None for each in hops}
    cells: tuple[str | Literal, ...] = (
        listed(circle.parties, lang),
        route(circles, circle),
        Literal(len(circle.steps)),
        circle.certainty,
        _certainty(circle, lang),
        listed([each.hop.iri for each in hops], lang),
        listed(told, lang),
        listed([*arrangements], lang),
        listed([*statuses], lang),
        listed(circle.hedges, lang),
        listed(circle.segments, lang),
    )
    return tuple(cell if isinstance(cell, Literal) else Literal(cell) for cell in cells)


def route(circles: Circles, circle: Circle) -> str:
    """Return the parties of `circle` in order, back to the first; a kind or group is marked so."""
    return " → ".join(_party(circles, party) for party in (*circle.parties, circle.parties[0]))


def _party(circles: Circles, party: str) -> str:
    for marked, key in ((circles.kinds, "kind-mark"), (circles.groups, "group-mark")):
        if party in marked:
            return f"{circles.label(party)} ({text(key, circles.lang)})"
    return circles.label(party)


def _certainty(circle: Circle, lang: str) -> str:
    where = f" [{', '.join(circle.together)}]" if circle.together else ""
    return text(f"certainty-{circle.certainty}", lang) + where


def _line(circles: Circles, referral: Referral, number: int) -> str:
    """Return a hop on one line: its step, what it says, its kind, and its basis unless that is the source itself."""
    kind = circles.label(concept("route-kind", referral.hop.kind))
    basis = "" if referral.basis == "stated" else f"; {_basis(circles, referral)}"
    return f"{number}. {circles.label(referral.hop.iri)} ({kind}{basis})"


def _basis(circles: Circles, referral: Referral) -> str:
    basis = circles.label(concept("basis", referral.basis))
    kinds = [circles.label(kind) for kind in (referral.start_as, referral.end_as) if kind]
    return f"{basis}: {text('of-kind', circles.lang, kinds=', '.join(kinds))}" if kinds else basis


def _section(circles: Circles, circle: Circle) -> Section:
    """Return a heading with the parties, and below it the hops without what the heading says or nobody states."""
    table = _hop_table(_hop_rows(circles, circle, 1), circles.lang)
    empty = {i for i in range(len(table.names)) if all(row[i] == Literal("") for row in table.rows)}
    hidden = table.hidden | {_HOP.index("circle"), _HOP.index("between")} | empty
    return Section(route(circles, circle), (_certainty(circle, circles.lang),), replace(table, hidden=hidden))


def _hop_rows(circles: Circles, circle: Circle, number: int) -> list[list[Term]]:
    lang = circles.lang
    rows: list[list[Term]] = []
    for place, step in enumerate(circle.steps, 1):
        for each in step.referrals:
            hop = each.hop
            about = [circles.label(iri) for iri in (*hop.topics, *hop.audiences)]
            cells: list[str | Term] = [
                Literal(number),
                Literal(place),
                f"{_party(circles, step.start)} → {_party(circles, step.end)}",
                NamedNode(hop.iri),
                circles.label(hop.iri),
                circles.label(concept("route-kind", hop.kind)),
                circles.label(hop.start),
                circles.label(hop.end),
                _basis(circles, each),
                listed(about, lang),
                listed([circles.label(concept("arrangement", slug)) for slug in hop.arrangements], lang),
                circles.label(concept("status", hop.status)),
                listed(hop.hedges, lang),
                listed(hop.segments, lang),
            ]
            rows.append([Literal(cell) if isinstance(cell, str) else cell for cell in cells])
    return rows


def _hop_table(rows: Sequence[Sequence[Term]], lang: str) -> Table:
    hidden = frozenset({_HOP.index("hop")})
    return Table(_HOP, tuple(_heading(name, lang) for name in _HOP), tuple(map(tuple, rows)), hidden)


def _heading(name: str, lang: str) -> str:
    return text(f"column-{name.removesuffix('Label')}", lang)
