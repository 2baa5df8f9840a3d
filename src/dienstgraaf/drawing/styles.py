"""The one visual language of pictures: what lines, arrowheads and boxes mean, for D2, and the legend that says so.

Colour is never alone: each kind of hop has its own arrowhead, certainty is in the dashes, and what a box stands for is
in its outline.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from dienstgraaf.drawing.rendering import quoted
from dienstgraaf.messages import text

__all__ = ["BOXES", "CERTAINTIES", "KINDS", "LINES", "Line", "certainty", "classes", "legend", "line_class"]


@dataclass(frozen=True, slots=True)
class Line:
    """How hops of a family of kinds are drawn: `color` as #rrggbb, `shape` of the arrowhead as D2 calls it."""

    color: str
    shape: str
    filled: bool


LINES: Final[dict[str, Line]] = {
    "own-accord": Line("#1f5fa8", "triangle", True),
    "guidance": Line("#2e7d32", "triangle", False),
    "entitling-referral": Line("#6a1b9a", "diamond", True),
    "forwarding": Line("#b35900", "arrow", True),
    "back-office-contact": Line("#555555", "circle", False),
    "reaching-out": Line("#00695c", "circle", True),
    "order": Line("#1c2a33", "triangle", True),
    "gap": Line("#b00020", "cross", True),
}
"""The lines, by the class of D2 that draws them; the message `legend-<class>` tells what one means."""

KINDS: Final[dict[str, str]] = {
    "self-initiated": "own-accord",
    "representation": "own-accord",
    "guidance": "guidance",
    "entitling-referral": "entitling-referral",
    "forwarding": "forwarding",
    "call-transfer": "forwarding",
    "back-office-contact": "back-office-contact",
    "system-signal": "reaching-out",
    "outreach": "reaching-out",
    "follow-up": "reaching-out",
    "way-in": "own-accord",
    "asked": "own-accord",
    "stands-in": "order",
    "next-line": "order",
    "gap": "gap",
}
"""The class of the line of each kind of hop (`Hop.kind`)."""

CERTAINTIES: Final[dict[str, int]] = {"stated": 0, "hedged": 5, "not-in-operation": 2}
"""The dashes of a line (`stroke-dash` of D2, 0 is solid), by class of certainty."""

BOXES: Final[dict[str, str]] = {
    "organisation": 'style: {fill: "#ffffff"; stroke: "#1c2a33"; font-color: "#1c2a33"; bold: true; stroke-width: 2}',
    "archetype": (
        'style: {fill: "#f3f6f8"; stroke: "#5b6b76"; font-color: "#1c2a33"; bold: false; stroke-width: 1; '
        "border-radius: 12}"
    ),
    "group": (
        'style: {fill: "#f3f6f8"; stroke: "#5b6b76"; font-color: "#1c2a33"; bold: false; stroke-width: 1; '
        "multiple: true}"
    ),
    "event": 'style: {fill: "#1c2a33"; stroke: "#1c2a33"; font-color: "#ffffff"; bold: true; border-radius: 12}',
    "place": 'style: {fill: "#ffffff"; stroke: "#1c2a33"; font-color: "#1c2a33"; bold: false; stroke-width: 2}',
    "general": 'style: {fill: "#f3f6f8"; stroke: "#5b6b76"; font-color: "#1c2a33"; bold: false; stroke-width: 1}',
    "outside": (
        'style: {fill: "#fff8ec"; stroke: "#8a5a00"; font-color: "#1c2a33"; bold: false; stroke-width: 1; '
        "border-radius: 12}"
    ),
    "planned": (
        'style: {fill: "#ffffff"; stroke: "#1c2a33"; font-color: "#1c2a33"; bold: false; stroke-width: 2; '
        "stroke-dash: 2}"
    ),
    "denied": (
        'style: {fill: "#fdecee"; stroke: "#b00020"; font-color: "#7a0016"; bold: false; stroke-width: 2; '
        "double-border: true}"
    ),
    "barrier": (
        'style: {fill: "#fff4d6"; stroke: "#7a5b00"; font-color: "#1c2a33"; bold: false; stroke-width: 1; '
        "stroke-dash: 8}"
    ),
    "unstated": (
        'style: {fill: "#ffffff"; stroke: "#b00020"; font-color: "#b00020"; bold: false; italic: true; '
        "stroke-width: 2; stroke-dash: 4}"
    ),
}
"""The boxes, by class of D2: parties on a map (a named organisation, a kind of organisation, an unnamed group), and on
a route the person in the event, a place, one for any question, a party elsewhere, what does not operate (yet), what the
source denies, what hinders, and what the source does not state."""

_LEGEND_COLUMNS: Final = 4
_SAMPLE: Final = "#1c2a33"
_UNSEEN: Final = "style: {stroke: transparent; fill: transparent}"


def line_class(kind: str) -> str:
    """Return the class of the line of a kind of hop; a kind of one's own is drawn as guidance is."""
    return KINDS.get(kind, "guidance")


def certainty(hedged: bool, operates: bool) -> str:
    """Return the class of certainty: what is not in operation is dotted, whatever is said of it besides."""
    if not operates:
        return "not-in-operation"
    return "hedged" if hedged else "stated"


def classes() -> str:
    """Return the `classes` of D2: an edge takes `class: [<line>; <certainty>]`, a box one of `BOXES`."""
    lines = [f"  {name}: {_line(line)}" for name, line in LINES.items()]
    dashes = [f"  {name}: {{style.stroke-dash: {dash}}}" for name, dash in CERTAINTIES.items()]
    boxes = [f"  {name}: {{{style}}}" for name, style in BOXES.items()]
    return "\n".join(["classes: {", *lines, *dashes, *boxes, "}"]) + "\n"


def legend(shown: Collection[str], lang: str, note: str = "", columns: int = _LEGEND_COLUMNS) -> str:
    """Return the legend as a box of D2 below the picture, its words in `lang`.

    Args:
        shown: the classes of lines, certainties and boxes that the picture uses; others are left out.
        lang: "nl" or "en".
        note: what else is to be said below the picture, such as what was left out.
        columns: how many things stand beside each other.
    """
    title = text("legend", lang)
    cells = list(_cells(shown, lang))
    if not cells:
        return ""
    head = [
        f"legend: {quoted(f'{title}: {note}' if note else title)} {{",
        "  near: bottom-center",
        f"  grid-rows: {-(-len(cells) // columns)}",
        "  grid-gap: 0",
        '  style: {stroke: "#c3ccd2"; fill: "#ffffff"; font-size: 18; font-color: "#1c2a33"}',
    ]
    return "\n".join([*head, *cells, "}"]) + "\n"


def _line(line: Line) -> str:
    colors = f'stroke: "{line.color}"; font-color: "{line.color}"; stroke-width: 2; italic: false; font-size: 15'
    return f"{{style: {{{colors}}}; {_arrowhead(line)}}}"


def _arrowhead(line: Line) -> str:
    filled = "" if line.shape == "arrow" else f"; style.filled: {str(line.filled).lower()}"
    return f"target-arrowhead: {{shape: {line.shape}{filled}}}"


def _cells(shown: Collection[str], lang: str) -> Iterator[str]:
    for name in (*LINES, *CERTAINTIES):
        if name in shown:
            sample = f"class: {name}" if name in LINES else f'class: {name}; style.stroke: "{_SAMPLE}"'
            yield _cell(f"line-{name}", text(f"legend-{name}", lang), sample)
    for name in BOXES:
        if name in shown:
            label = quoted(text(f"legend-{name}", lang))
            yield f'  box-{name}: "" {{\n    {_UNSEEN}\n    a: {label} {{class: {name}; style.font-size: 16}}\n  }}'


def _cell(name: str, label: str, sample: str) -> str:
    return "\n".join(
        [
            f'  {name}: "" {{',
            f"    {_UNSEEN}",
            "    direction: right",
            f'    a: "" {{width: 1; height: 20; {_UNSEEN}}}',
            f"    b: {quoted(label)} {{shape: text; style.font-size: 16}}",
            f"    a -> b: {{{sample}}}",
            "  }",
        ]
    )
