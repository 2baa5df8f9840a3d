"""The one visual language of pictures: what lines, arrowheads and boxes mean, for D2, and the legend that says so.

Colour is never alone: each kind of hop has its own arrowhead, certainty is in the dashes, and what a box stands for is
in its outline.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dienstgraaf.drawing.rendering import quoted
from dienstgraaf.messages import text

__all__ = [
    "BOXES",
    "CERTAINTIES",
    "KINDS",
    "LINES",
    "SIZE",
    "Line",
    "arrowhead",
    "certainty",
    "classes",
    "legend",
    "line_class",
]


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
    "order": Line("#1c2a33", "diamond", False),
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
    "helped-by": "order",
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
    "entry-point": (
        'style: {fill: "#ffffff"; stroke: "#1c2a33"; font-color: "#1c2a33"; bold: false; stroke-width: 1; '
        "double-border: true}"
    ),
    "audience": 'shape: oval; style: {fill: "#ffffff"; stroke: "#1f5fa8"; font-color: "#1c2a33"; bold: false}',
}
"""The boxes, by class of D2. On a map: a named organisation, a kind of organisation, an unnamed group, a way in, and
people. On a route: the person in the event, a place, one for any question, a party elsewhere, what does not operate
(yet), what the source denies, what hinders, and what the source does not state."""

SIZE: Final = 16
"""The usual size of letters, in pixels."""

_LEGEND_COLUMNS: Final = 8
_INK: Final = "#1c2a33"
_UNSEEN: Final = "style: {stroke: transparent; fill: transparent}"


def line_class(kind: str) -> str:
    """Return the class of the line of a kind of hop; a kind of one's own is drawn as guidance is."""
    return KINDS.get(kind, "guidance")


def certainty(hedged: bool, operates: bool) -> str:
    """Return the class of certainty: what is not in operation is dotted, whatever is said of it besides."""
    if not operates:
        return "not-in-operation"
    return "hedged" if hedged else "stated"


def arrowhead(name: str, end: str = "target") -> str:
    """Return the arrowhead of the line `name` at the `target` or `source` of an edge; the class gives the target's."""
    line = LINES[name]
    filled = "" if line.shape == "arrow" else f"; style.filled: {str(line.filled).lower()}"
    return f"{end}-arrowhead: {{shape: {line.shape}{filled}}}"


def classes(size: int = SIZE) -> str:
    """Return the `classes` of D2: an edge takes `class: [<line>; <certainty>]`, a box one of `BOXES`.

    `size` is that of letters, in pixels: the larger, the less room lines take in comparison.
    """
    lines = [f"  {name}: {_line(name, size)}" for name in LINES]
    dashes = [f"  {name}: {{style.stroke-dash: {dash}}}" for name, dash in CERTAINTIES.items()]
    boxes = [f"  {name}: {{{style}; style.font-size: {size}}}" for name, style in BOXES.items()]
    return "\n".join(["classes: {", *lines, *dashes, *boxes, "}"]) + "\n"


def legend(shown: Collection[str], lang: str, notes: Sequence[str] = (), size: int = SIZE) -> str:
    """Return the legend as a box of D2 below the picture, its words in `lang`.

    Args:
        shown: the classes of lines, certainties and boxes that the picture uses; others are left out.
        lang: "nl" or "en".
        notes: what else is to be said, such as what was left out.
        size: that of letters, in pixels.
    """
    title = text("legend", lang)
    cells = list(_cells(shown, lang, size))
    cells += [
        f'  note-{number}: "" {{\n    {_UNSEEN}\n    a: {quoted(note)} {{shape: text; style.font-size: {size}}}\n  }}'
        for number, note in enumerate(notes)
    ]
    if not cells:
        return ""
    head = [
        f"legend: {quoted(title)} {{",
        "  near: bottom-center",
        f"  grid-rows: {-(-len(cells) // _LEGEND_COLUMNS)}",
        "  grid-gap: 0",
        f'  style: {{stroke: "#c3ccd2"; fill: "#ffffff"; font-size: {size + 2}; font-color: "{_INK}"}}',
    ]
    return "\n".join([*head, *cells, "}"]) + "\n"


def _line(name: str, size: int) -> str:
    color = LINES[name].color
    style = (
        f'stroke: "{color}"; font-color: "{color}"; stroke-width: {max(2, size // 8)}; italic: false; font-size: {size}'
    )
    return f"{{style: {{{style}}}; {arrowhead(name)}}}"


def _cells(shown: Collection[str], lang: str, size: int) -> Iterator[str]:
    for name in (*LINES, *CERTAINTIES):
        if name in shown:
            sample = (
                f"class: {name}"
                if name in LINES
                else f'class: {name}; style: {{stroke: "{_INK}"; stroke-width: {max(2, size // 8)}}}'
            )
            yield _cell(f"line-{name}", text(f"legend-{name}", lang), sample, size)
    for name in BOXES:
        if name in shown:
            label = quoted(text(f"legend-{name}", lang))
            yield f'  box-{name}: "" {{\n    {_UNSEEN}\n    a: {label} {{class: {name}; style.font-size: {size}}}\n  }}'


def _cell(name: str, label: str, sample: str, size: int) -> str:
    return "\n".join(
        [
            f'  {name}: "" {{',
            f"    {_UNSEEN}",
            "    direction: right",
            f'    a: "" {{width: 1; height: 20; {_UNSEEN}}}',
            f"    b: {quoted(label)} {{shape: text; style.font-size: {size}}}",
            f"    a -> b: {{{sample}}}",
            "  }",
        ]
    )
