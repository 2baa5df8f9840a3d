"""A map as a flowchart of Mermaid (https://mermaid.js.org), which GitHub, GitLab and many wikis draw."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Final

from dienstgraaf.drawing import CERTAINTIES, LINES, allowed
from dienstgraaf.drawing.mermaid import escaped, line_style
from dienstgraaf.mapping.boxes import Arrow
from dienstgraaf.mapping.sketching import Sketch
from dienstgraaf.messages import text

__all__ = ["to_mermaid"]

_BOXES: Final = {
    "organisation": ('["', '"]', "fill:#ffffff,stroke:#1c2a33,stroke-width:2px,color:#1c2a33,font-weight:bold"),
    "archetype": ('("', '")', "fill:#f3f6f8,stroke:#5b6b76,color:#1c2a33"),
    "group": ('[["', '"]]', "fill:#f3f6f8,stroke:#5b6b76,color:#1c2a33"),
    "entry-point": ('{{"', '"}}', "fill:#ffffff,stroke:#1c2a33,color:#1c2a33"),
    "audience": ('(["', '"])', "fill:#ffffff,stroke:#1f5fa8,color:#1c2a33"),
}
"""How a box of each class is drawn: what stands before and after its label, and its style."""


def to_mermaid(sketch: Sketch, title: str, description: str, notes: Sequence[str] = ()) -> str:
    """Return `sketch` as a flowchart with a legend; `description` is for who does not see it."""
    lang = sketch.map.lang
    lines = ["---", f"title: {json.dumps(allowed(title), ensure_ascii=False)}", "---", "flowchart LR"]
    lines += [f"  accTitle: {escaped(title)}", f"  accDescr: {escaped(description)}"]
    for number, ((_, label, onward), positions) in enumerate(sketch.clusters().items()):
        told = text("map-onward", lang, cluster=label) if onward else label
        lines.append(f'  subgraph c{number}["{escaped(told)}"]')
        lines += [
            f"    {_box(f'b{position}', _names(sketch, position), _kind(sketch, position))}" for position in positions
        ]
        lines.append("  end")
    lines += [f"  {_arrow(f'b{arrow.start}', f'b{arrow.end}', arrow)}" for arrow in sketch.arrows]
    samples = list(_samples(sketch))
    if samples or notes:
        lines += _legend(samples, notes, lang)
    styled = [*sketch.arrows, *(arrow for _, arrow in samples)]
    lines += [f"  linkStyle {number} {line_style(arrow.line, arrow.certainty)}" for number, arrow in enumerate(styled)]
    lines += [f"  classDef {name} {style}" for name, (_, _, style) in _BOXES.items()]
    return "\n".join(lines) + "\n"


def _names(sketch: Sketch, position: int) -> list[str]:
    box = sketch.boxes[position]
    named = [party for group in box.shown() for party in group]
    unnamed = len(box.parties) - len(named)
    more = [text("more", sketch.map.lang, count=unnamed)] if unnamed else []
    return [*map(sketch.label, named), *more]


def _kind(sketch: Sketch, position: int) -> str:
    """Return the class of a box: that of its parties, or the most common where several kinds share it."""
    kinds = [party.kind for party in sketch.boxes[position].parties]
    return max(sorted(set(kinds)), key=kinds.count)


def _box(name: str, labels: Sequence[str], kind: str) -> str:
    before, after, _ = _BOXES[kind]
    return f"{name}{before}{'<br/>'.join(map(escaped, labels))}{after}:::{kind}"


def _arrow(start: str, end: str, arrow: Arrow) -> str:
    round_ = LINES[arrow.line].shape == "circle"
    head = ("o--o" if round_ else "<-->") if arrow.mutual else ("--o" if round_ else "-->")
    label = f'|"{arrow.label}"|' if arrow.label else ""
    return f"{start} {head}{label} {end}"


def _samples(sketch: Sketch) -> Iterator[tuple[str, Arrow]]:
    """Yield the lines of the legend, each with the class that it explains."""
    shown = sketch.classes()
    for name in LINES:
        if name in shown:
            yield name, Arrow(0, 0, name, "stated", 1)
    for name in CERTAINTIES:
        if name in shown:
            yield name, Arrow(0, 0, "", name, 1)


def _legend(samples: Sequence[tuple[str, Arrow]], notes: Sequence[str], lang: str) -> Iterator[str]:
    yield f'  subgraph legend["{escaped(text("legend", lang))}"]'
    for number, (name, _) in enumerate(samples):
        yield f'    s{number}[" "] --> e{number}["{escaped(text(f"legend-{name}", lang))}"]'
    if notes:
        yield f'    notes["{"<br/>".join(map(escaped, notes))}"]'
    yield "  end"
