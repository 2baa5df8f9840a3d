"""A route as a flowchart of Mermaid (https://mermaid.js.org), which GitHub, GitLab and many wikis draw."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Final

from dienstgraaf.drawing import allowed
from dienstgraaf.drawing.mermaid import escaped, line_style
from dienstgraaf.drawing.styles import LINES, certainty, line_class
from dienstgraaf.messages import text
from dienstgraaf.routes.boxes import box_class, door_of, is_drawn, strips, words
from dienstgraaf.routes.model import LANES, Route, Step, Stop

__all__ = ["to_mermaid"]

_BOXES: Final = {
    "event": ('(["', '"])', "fill:#1c2a33,stroke:#1c2a33,color:#ffffff"),
    "place": ('["', '"]', "fill:#ffffff,stroke:#1c2a33,stroke-width:2px,color:#1c2a33"),
    "general": ('["', '"]', "fill:#f3f6f8,stroke:#5b6b76,color:#1c2a33"),
    "outside": ('("', '")', "fill:#fff8ec,stroke:#8a5a00,color:#1c2a33"),
    "planned": ('["', '"]', "fill:#ffffff,stroke:#1c2a33,color:#1c2a33,stroke-dasharray:2 2"),
    "denied": ('[["', '"]]', "fill:#fdecee,stroke:#b00020,color:#7a0016"),
    "barrier": ('["', '"]', "fill:#fff4d6,stroke:#7a5b00,color:#1c2a33,stroke-dasharray:8 3"),
    "unstated": ('{{"', '"}}', "fill:#ffffff,stroke:#b00020,color:#b00020,stroke-dasharray:4 4"),
}
"""How a box of each class is drawn: what stands before and after its label, and its style."""


def to_mermaid(route: Route, title: str, description: str) -> str:
    """Return `route` as a flowchart: a subgraph a party, and in it one a lane; `description` is for who hears it."""
    lines = ["---", f"title: {json.dumps(allowed(title), ensure_ascii=False)}", "---", "flowchart LR"]
    lines += [f"  accTitle: {escaped(title)}", f"  accDescr: {escaped(description)}"]
    styles: list[str] = []
    for number, (party, stops, steps) in enumerate(strips(route)):
        lines.append(f'  subgraph r{number}["{escaped(party.label if party else route.event.label)}"]')
        lines += _lanes(route, f"r{number}", stops)
        lines.append("  end")
        keys = {stop.key: f"r{number}{stop.key}" for stop in stops}
        door = door_of(stops, party) if party else None
        if party is not None and door is not None:
            keys[party.key] = keys[door.key]
        lanes = {stop.key: f"r{number}{stop.lane}" for stop in stops}
        for step in [step for step in steps if is_drawn(route, step)]:
            ends = lanes if step.is_gap else keys
            lines.append(f"  {_arrow(step, ends)}")
            sure = "hedged" if step.is_gap else certainty(step.is_hedged, step.operates)
            styles.append(line_style(line_class(step.kind), sure))
    lines += [f"  linkStyle {number} {style}" for number, style in enumerate(styles)]
    lines += [f"  classDef {name} {style}" for name, (_, _, style) in _BOXES.items()]
    return "\n".join(lines) + "\n"


def _lanes(route: Route, row: str, stops: Sequence[Stop]) -> Iterator[str]:
    for lane in [lane for lane in LANES if any(stop.lane == lane for stop in stops)]:
        yield f'    subgraph {row}{lane}["{escaped(text(f"lane-{lane}", route.lang))}"]'
        for stop in [stop for stop in stops if stop.lane == lane]:
            kind = box_class(stop)
            before, after, _ = _BOXES[kind]
            label = "<br/>".join(map(escaped, words(route, stop)))
            yield f"      {row}{stop.key}{before}{label}{after}:::{kind}"
        yield "    end"


def _arrow(step: Step, ends: dict[str, str]) -> str:
    shape = LINES[line_class(step.kind)].shape
    head = {"circle": "--o", "cross": "--x"}.get(shape, "-->")
    return f'{ends[step.start]} {head}|"{escaped(step.label)}"| {ends[step.end]}'
