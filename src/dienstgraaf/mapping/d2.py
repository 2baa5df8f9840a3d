"""A map in the D2 language (https://d2lang.com): clusters as boxes around boxes, arrows in the one visual language."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import Final

from dienstgraaf.drawing import arrowhead, classes, legend, quoted
from dienstgraaf.mapping.boxes import Arrow, Box
from dienstgraaf.mapping.model import Party
from dienstgraaf.mapping.sketching import Sketch
from dienstgraaf.messages import text

__all__ = ["to_d2", "wrapped"]

_SIZE: Final = 44
"""The size of letters in pixels: large, since D2 leaves the same room between lines whatever stands beside them."""

_WIDTH: Final = 30
"""After about how many letters a label goes on on the next line."""

_COLUMNS: Final = 2
"""How many groups stand beside each other in a box that holds many."""

_CLUSTER = (
    f'style: {{fill: "#fafbfc"; stroke: "#c3ccd2"; font-size: {_SIZE + 4}; font-color: "#3b4a54"; border-radius: 4}}'
)
_FOLD = 'style: {fill: "#ffffff"; stroke: "#8a949b"; stroke-width: 1}'


def to_d2(sketch: Sketch, title: str, notes: Sequence[str] = ()) -> str:
    """Return `sketch` as D2 text, with `title` above it, and the legend and `notes` below."""
    lang = sketch.map.lang
    heading = quoted("\n".join(textwrap.wrap(title, 2 * _WIDTH)))
    lines = [
        "direction: right",
        classes(_SIZE).rstrip(),
        f"title: {heading} {{shape: text; near: top-center; style: {{font-size: {_SIZE * 3 // 2}; bold: true}}}}",
    ]
    where: dict[int, str] = {}
    for number, ((_, label, onward), positions) in enumerate(sketch.clusters().items()):
        told = text("map-onward", lang, cluster=label) if onward else label
        lines.append(f"c{number}: {_line(told)} {{\n  {_CLUSTER}")
        for position in positions:
            where[position] = f"c{number}.b{position}"
            lines += _box(position, sketch.boxes[position], sketch)
        lines.append("}")
    lines += [_arrow(arrow, where) for arrow in sketch.arrows]
    lines.append(legend(sketch.classes(), lang, ["\n".join(wrapped(note)) for note in notes], _SIZE))
    return "\n".join(line for line in lines if line) + "\n"


def _line(words: str) -> str:
    return quoted(" ".join(words.split()) or "-")


def _box(position: int, box: Box, sketch: Sketch) -> Iterator[str]:
    groups = box.shown()
    if len(groups) == 1:
        yield f"  b{position}: {quoted(_names(groups[0], sketch))} {{class: {box.first.kind}}}"
        return
    yield f'  b{position}: "" {{\n    {_FOLD}\n    grid-columns: {_columns(len(groups))}\n    grid-gap: 8'
    for number, group in enumerate(groups):
        yield f"    g{number}: {quoted(_names(group, sketch))} {{class: {group[0].kind}}}"
    unnamed = len(box.parties) - sum(map(len, groups))
    if unnamed:
        yield f"    more: {quoted(text('more', sketch.map.lang, count=unnamed))} {{shape: text}}"
    yield "  }"


def _names(group: Sequence[Party], sketch: Sketch) -> str:
    """Return the labels of `group`, each on lines of its own."""
    bullet = "• " if len(group) > 1 else ""
    return "\n".join(line for party in group for line in wrapped(f"{bullet}{sketch.label(party)}"))


def wrapped(label: str) -> list[str]:
    """Return `label` on lines of about the same length; words are not broken."""
    words = " ".join(label.split()) or "-"
    count = -(-len(words) // _WIDTH)
    for width in range(max(1, len(words) // max(1, count)), len(words) + 1):
        lines = textwrap.wrap(words, width, break_long_words=False, break_on_hyphens=False)
        if len(lines) <= count:
            return lines
    return [words]


def _columns(count: int) -> int:
    return _COLUMNS if count > 2 * _COLUMNS else 1


def _arrow(arrow: Arrow, where: dict[int, str]) -> str:
    label = f"{quoted(arrow.label)} " if arrow.label else ""
    style = f"class: [{arrow.line}; {arrow.certainty}]"
    if not arrow.mutual:
        return f"{where[arrow.start]} -> {where[arrow.end]}: {label}{{{style}}}"
    return f"{where[arrow.start]} <-> {where[arrow.end]}: {label}{{{style}; {arrowhead(arrow.line, 'source')}}}"
