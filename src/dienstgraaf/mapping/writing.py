"""Writes maps: as tables and documents, and as pictures that say what they leave out."""

from __future__ import annotations

from collections import Counter
from typing import Final

from pyoxigraph import Literal, NamedNode

from dienstgraaf._pages import template
from dienstgraaf.engine import Term
from dienstgraaf.mapping.model import Link, Map, Party
from dienstgraaf.mapping.sketching import LIMIT, Sketch, middle_of, sketch
from dienstgraaf.messages import text
from dienstgraaf.structure.model import SENDING
from dienstgraaf.tables import TABLE_FORMATS, Screen, Table, dumps, listed, render

__all__ = ["FORMATS", "PICTURES", "description", "notes", "title", "write_map"]

PICTURES: Final = ("svg", "html", "mermaid")
"""The formats in which a map is drawn: what is too much to read is left out of them, and they say so."""

FORMATS: Final = (*TABLE_FORMATS, *PICTURES, "graphml")
"""What maps can be written as; the first is the default."""

_PIPE: Final = Screen()
_COLUMNS: Final = (
    *("from", "fromLabel", "fromPlaces", "to", "toLabel", "toPlaces"),
    *("kind", "hops", "back", "hedges", "status", "segments"),
)
_HEADINGS: Final = (
    *("from", "from", "from-places", "to", "to", "to-places"),
    *("kind", "statements", "back", "hedges", "status", "segments"),
)


def write_map(
    found: Map, format_name: str, screen: Screen = _PIPE, *, limit: int = LIMIT, unfold: bool = False
) -> bytes:
    """Return `found` in one of `FORMATS`.

    Args:
        found: the map.
        format_name: the format.
        screen: where the "table" format is to be shown.
        limit: how many boxes a picture has at most; other formats hold everything.
        unfold: draw a box for each party.

    Raises:
        RenderError: if a picture cannot be drawn.
    """
    if format_name == "graphml":
        from dienstgraaf.mapping.graphml import to_graphml

        return to_graphml(found).encode()
    if format_name == "json":
        return dumps(_document(found, sketch(found, limit, unfold))).encode()
    if format_name not in PICTURES:
        return render(_table(found), format_name, lang=found.lang, screen=screen, title=title(found))
    drawn = sketch(found, limit, unfold)
    if format_name == "mermaid":
        from dienstgraaf.mapping.mermaid import to_mermaid

        return to_mermaid(drawn, title(found), description(found), notes(drawn)).encode()
    return (_svg(drawn) if format_name == "svg" else _page(drawn)).encode()


def title(found: Map) -> str:
    """Return what `found` is a map of, in its language."""
    guides = not found.links or any(link.kind in SENDING for link in found.links)
    what = text("map-title" if guides else "map-title-reaching", found.lang)
    if not found.center:
        return what
    return text("map-title-around", found.lang, what=what, center=_listed(found.center), hops=found.hops or 0)


def description(found: Map) -> str:
    """Return in a few words what `found` shows, for who does not see it."""
    if not found.links:
        return text("map-empty", found.lang)
    kinds = Counter(link.kind_label for link in found.links)
    most = max(found.parties, key=lambda party: found.degrees[party.iri])
    return text(
        "map-described",
        found.lang,
        parties=len(found.parties),
        links=len(found.links),
        kinds=", ".join(
            f"{kind} {count}" for kind, count in sorted(kinds.items(), key=lambda item: (-item[1], item[0]))
        ),
        most=most.label,
        incoming=sum(link.end == most for link in found.links),
        outgoing=sum(link.start == most for link in found.links),
    )


def notes(drawn: Sketch) -> list[str]:
    """Return what is to be said below a picture: how it is read, and what is not in it."""
    lang = drawn.map.lang
    within = sum(link.start == link.end for link in drawn.map.links)
    found = [
        text("map-repeated", lang) if drawn.repeated else "",
        text("map-numbers", lang) if any(arrow.label for arrow in drawn.arrows) else "",
        text("map-within", lang, count=within) if within else "",
        left_out(drawn),
        "" if drawn.map.links else text("map-empty", lang),
    ]
    return [note for note in found if note]


def left_out(drawn: Sketch) -> str:
    """Return what had to be left out of a picture, an empty text if nothing was."""
    if not drawn.left_out:
        return ""
    return text(
        "map-left-out",
        drawn.map.lang,
        parties=drawn.left_out.parties,
        links=drawn.left_out.links,
        middle=_listed(middle_of(drawn.map)),
    )


def _listed(parties: tuple[Party, ...]) -> str:
    return ", ".join(party.label for party in parties)


def _document(found: Map, drawn: Sketch) -> dict[str, object]:
    picture = {
        "boxes": len(drawn.boxes),
        "arrows": len(drawn.arrows),
        "leftOut": {"parties": drawn.left_out.parties, "links": drawn.left_out.links},
    }
    return {**found.to_json(), "picture": picture}


def _table(found: Map) -> Table:
    headings = tuple(text(f"column-{name}", found.lang) for name in _HEADINGS)
    rows = tuple(_row(link, found) for link in found.links)
    return Table(_COLUMNS, headings, rows, frozenset({0, 3}))


def _row(link: Link, found: Map) -> tuple[Term | None, ...]:
    lang = found.lang
    return (
        NamedNode(link.start.iri),
        Literal(link.start.label),
        Literal(listed(link.start_places, lang)),
        NamedNode(link.end.iri),
        Literal(link.end.label),
        Literal(listed(link.end_places, lang)),
        Literal(link.kind_label),
        Literal(link.count),
        Literal(True) if found.returns(link) else None,
        Literal(listed(link.hedges, lang)),
        Literal(listed(link.statuses, lang)),
        Literal(listed(link.segments, lang)),
    )


def _svg(drawn: Sketch) -> str:
    from dienstgraaf.mapping.drawing import draw

    return draw(drawn, title(drawn.map), description(drawn.map), notes(drawn))


def _page(drawn: Sketch) -> str:
    """Return a page in HTML that needs no other file: the picture with the table below."""
    found = drawn.map
    table = _table(found)
    return template("dienstgraaf.mapping").render(
        lang=found.lang,
        title=title(found),
        description=description(found),
        svg=_svg(drawn).partition("?>")[2],
        headings=table.shown_headings(),
        rows=table.shown_rows(found.lang),
        source=text("interview-source", found.lang),
    )
