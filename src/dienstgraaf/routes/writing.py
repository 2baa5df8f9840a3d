"""Writes a route: as text, data, a picture, or a page with the picture and every hop below it."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from dienstgraaf._pages import template
from dienstgraaf.drawing import render
from dienstgraaf.messages import text
from dienstgraaf.routes.boxes import title_of
from dienstgraaf.routes.d2 import to_d2
from dienstgraaf.routes.listing import COLUMNS, PLACES, document, places, rows
from dienstgraaf.routes.mermaid import to_mermaid
from dienstgraaf.routes.model import Leg, Route, Step
from dienstgraaf.tables import dumps

__all__ = ["FORMATS", "describe", "source_of", "write_route"]

_NAMES = 6
"""How many of the parties that a step folds the text names."""

_PADDING, _BETWEEN = (44, 14), (34, 20)
"""How close together the boxes of the picture stand, in pixels; see `dienstgraaf.drawing.render`."""


def write_route(route: Route, format_name: str, width: int | None = None) -> str:
    """Return `route` in one of `FORMATS`; text is wrapped at `width`.

    Raises:
        RenderError: if the picture cannot be drawn.
    """
    return _WRITERS[format_name](route, width)


def describe(route: Route) -> str:
    """Return what the picture shows in a few sentences, for who does not see it."""
    lang = route.lang
    parties = ", ".join(party.label for party in route.parties)
    if not route.parties:
        return " ".join(_notes(route))
    facts = len({leg.fact.iri for step in route.steps for leg in step.legs})
    told = [text("route-told", lang, parties=parties, facts=facts)]
    told += [text("route-told-gaps", lang, count=len(route.gaps))] if route.gaps else []
    return " ".join([*told, *_notes(route)])


def _notes(route: Route) -> list[str]:
    """Return what the reader has to know besides: that nothing was found, or what was left out."""
    lang = route.lang
    if not route.parties:
        return [text("route-none", lang, event=route.event.label)]
    if route.provider and not any(step.legs for step in route.steps):
        return [text("route-none-by-name", lang, provider=route.provider.label)]
    if route.left_out:
        names = ", ".join(each.label for each in route.left_out[:_NAMES])
        return [text("route-left-out", lang, count=len(route.left_out), names=names)]
    return []


def _text(route: Route, width: int | None) -> str:
    lines = [title_of(route), describe(route), ""]
    before = ""
    for step in route.steps:
        lanes = " → ".join(
            dict.fromkeys(text(f"lane-{route.lane_of(end)}", route.lang) for end in (step.start, step.end))
        )
        if lanes != before:
            lines += [lanes] if not before else ["", lanes]
            before = lanes
        lines += _lines(route, step, width)
    return "\n".join([*lines, *_places(route, width)]) + "\n"


def _places(route: Route, width: int | None) -> Iterator[str]:
    """Yield what stands in each lane, also where no step leads."""
    before = ("", "")
    for lane, party, what, details, hedges, status, basis, _, segments in places(route):
        if (lane, party) != before:
            yield from ("", f"{party}: {lane}")
            before = (lane, party)
        told = [what, details, hedges, status, *([] if basis == text("basis-stated", route.lang) else [basis])]
        yield from _wrapped(f"{' | '.join(filter(None, told))} [{segments}]", width)


def _lines(route: Route, step: Step, width: int | None) -> Iterator[str]:
    if step.is_gap:
        yield from _wrapped(f"{_end(route, step, start=True)} ⇢ {_end(route, step, start=False)}: {step.label}", width)
        return
    said = {leg: list(_said(leg, route.lang, asked=step.kind == "asked")) for leg in step.legs}
    common = [word for word in said[step.legs[0]] if all(word in words for words in said.values())]
    told = [f"{_end(route, step, start=True)} → {_end(route, step, start=False)}: {step.label}", *common]
    yield from _wrapped(f"{'; '.join(told)} [{', '.join(step.segments)}]", width)
    apart: dict[tuple[str, ...], list[Leg]] = {}
    for leg, words in said.items():
        apart.setdefault(tuple(word for word in words if word not in common), []).append(leg)
    for particular, legs in apart.items():
        if particular:
            names = ", ".join(leg.fact.label for leg in legs)
            yield from _wrapped(f"  {names}: {'; '.join(particular)}", width)


def _end(route: Route, step: Step, *, start: bool) -> str:
    """Return one end of a step: what its hops name there, each once."""
    names = list(dict.fromkeys((leg.start if start else leg.end).label for leg in step.legs))
    if not names:
        return route.name(step.start if start else step.end)
    more = [text("more", route.lang, count=len(names) - _NAMES)] if len(names) > _NAMES else []
    return ", ".join([*names[:_NAMES], *more])


def _said(leg: Leg, lang: str, *, asked: bool) -> Iterator[str]:
    """Yield what is said of a hop besides its ends; if what is `asked` is the step itself, without its name."""
    yield from (each.label for each in leg.arrangements)
    if leg.warm is not None:
        yield text("warm" if leg.warm else "cold", lang)
    yield from (each.label if asked else f"{text('route-asked', lang)}: {each.label}" for each in leg.asks)
    yield from (f"{text('if', lang)} {each.label}" for each in leg.conditions)
    yield from (f"“{hedge}”" for hedge in leg.hedges)
    if leg.status and not leg.operates:
        yield leg.status.label
    if leg.basis != "stated":
        yield text(f"basis-{leg.basis}", lang)


def _wrapped(line: str, width: int | None) -> list[str]:
    if width is None:
        return [f"  {line}"]
    return textwrap.wrap(line, max(width, 40), initial_indent="  ", subsequent_indent="      ")


def _json(route: Route, _width: int | None) -> str:
    return dumps(document(route))


def _mermaid(route: Route, _width: int | None) -> str:
    return to_mermaid(route, title_of(route), describe(route))


def source_of(route: Route) -> str:
    """Return the D2 text from which the picture of `route` is drawn."""
    return to_d2(route, _notes(route))


def _svg(route: Route, _width: int | None) -> str:
    return render(source_of(route), title_of(route), describe(route), route.lang, _PADDING, _BETWEEN)


def _html(route: Route, _width: int | None) -> str:
    rows_of = {"hops": _filled(COLUMNS, rows(route), route.lang), "places": _filled(PLACES, places(route), route.lang)}
    return template("dienstgraaf.routes").render(
        lang=route.lang,
        title=title_of(route),
        told=describe(route),
        pictures=_pictures(route),
        tables=rows_of,
        hops_title=text("route-hops", route.lang),
        places_title=text("route-places", route.lang),
        source=text("interview-source", route.lang),
        gap=text("route-not-connected", route.lang),
    )


def _pictures(route: Route) -> list[str]:
    """Return one picture a party, so that each can be read on paper; together they are the route."""
    if len(route.parties) < 2:
        found = [_svg(route, None)]
    else:
        found = [
            render(
                to_d2(route, _notes(route), party),
                f"{title_of(route)}: {party.label}",
                describe(route),
                route.lang,
                _PADDING,
                _BETWEEN,
            )
            for party in route.parties
        ]
    return [picture[picture.index("<svg") :] for picture in found]


def _filled(names: Sequence[str], cells: list[list[str]], lang: str) -> tuple[list[str], list[list[str]]]:
    """Return the headings and rows of a table without the columns that are empty all the way."""
    kept = [place for place in range(len(names)) if any(row[place] for row in cells)]
    headings = [text(f"column-{names[place]}", lang) for place in kept]
    return headings, [[row[place] for place in kept] for row in cells]


_WRITERS: Final[dict[str, Callable[[Route, int | None], str]]] = {
    "text": _text,
    "json": _json,
    "mermaid": _mermaid,
    "svg": _svg,
    "html": _html,
}

FORMATS: Final = tuple(_WRITERS)
"""What a route can be written as; the first is the default."""
