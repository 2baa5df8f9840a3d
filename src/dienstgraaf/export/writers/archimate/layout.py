"""Lays out a view: boxes in boxes and lines between them, where D2 and ELK put them; boxes overlap only by nesting."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from dienstgraaf.drawing import Box, Point, positions, render
from dienstgraaf.export.errors import ExportError
from dienstgraaf.export.writers.archimate.model import Link

__all__ = ["Laid", "lay_out"]

_WIDTH: Final = 180
_LETTERS: Final = 25
"""The width of a box in pixels, and about how many letters of Archi's usual font stand on a line in it."""

_LINE: Final = 16
_AROUND: Final = 28
_LOWEST: Final = 60
"""The height of a line, what is left above and below the name, and the lowest box, in pixels."""

_PADDING: Final = (48, 20)
"""What is left free in a box around others: above, for its name, and beside them."""

_COLUMNS: Final = 5
"""Beside how many others a box stands at most in a box that holds many."""


@dataclass(frozen=True)
class Laid:
    """A view laid out, in pixels from its top left corner.

    `boxes` has each element's box, `inside` what each is nested in ("" if in nothing), outer boxes first; `corners`
    those of each line that is drawn: no line joins a box to what is nested in it.
    """

    boxes: dict[str, Box] = field(default_factory=dict)
    inside: dict[str, str] = field(default_factory=dict)
    corners: list[tuple[Link, list[Point]]] = field(default_factory=list)


def lay_out(names: Mapping[str, str], links: Iterable[Link], about: Collection[str]) -> Laid:
    """Return a view of the elements `names` (IRI → name) and the `links` between them.

    Those not in `about` are left out where nothing joins them. Where this leaves less than two, nothing is laid out.

    Raises:
        RenderError: if D2 cannot lay it out.
    """
    links = sorted(links)
    joined = {end for link in links for end in (link.source, link.target)}
    names = {iri: name for iri, name in names.items() if iri in about or iri in joined}
    if len(names) < 2:
        return Laid()
    inside = _nesting(links)
    drawn = [link for link in links if not _around(link.source, link.target, inside)]
    paths = _paths(sorted(names), inside)
    found = positions(render("\n".join(_d2(names, inside, drawn, paths)), "view", padding=_PADDING))
    lines: dict[tuple[str, str], Iterator[list[Point]]] = {ends: iter(each) for ends, each in found.lines.items()}
    try:
        boxes = {iri: found.boxes[path] for iri, path in paths.items()}
        corners = [(link, next(lines[paths[link.source], paths[link.target]])) for link in drawn]
    except (KeyError, StopIteration) as error:
        raise ExportError("archimate-layout-failed", reason=str(error)) from None
    return Laid(boxes, {iri: inside.get(iri, "") for iri in paths}, corners)


def _nesting(links: Sequence[Link]) -> dict[str, str]:
    """Return in which element each element is nested.

    That is the first that it is a part of; or else the first that holds parts and is assigned to it or realizes it.
    """
    inside: dict[str, str] = {}
    for link in links:
        if link.kind == "Composition" and link.target not in inside and not _around(link.source, link.target, inside):
            inside[link.target] = link.source
    holders = set(inside.values())
    for link in links:
        if (
            link.kind in ("Assignment", "Realization")
            and link.source in holders
            and link.target not in inside.keys() | holders
        ):
            inside[link.target] = link.source
    return inside


def _around(one: str, other: str, inside: Mapping[str, str]) -> bool:
    """Return whether one of two elements is the other, or nested in it, however deep."""
    return one in _outward(other, inside) or other in _outward(one, inside)


def _outward(iri: str, inside: Mapping[str, str]) -> list[str]:
    chain = [iri]
    while chain[-1] in inside:
        chain.append(inside[chain[-1]])
    return chain


def _paths(iris: Sequence[str], inside: Mapping[str, str]) -> dict[str, str]:
    """Return the path in D2 of each element, outer ones first."""
    number = {iri: f"n{place}" for place, iri in enumerate(iris)}
    chains = {iri: _outward(iri, inside)[::-1] for iri in iris}
    return {
        iri: ".".join(number[each] for each in chains[iri]) for iri in sorted(iris, key=lambda iri: len(chains[iri]))
    }


def _d2(
    names: Mapping[str, str], inside: Mapping[str, str], drawn: Sequence[Link], paths: Mapping[str, str]
) -> Iterator[str]:
    leaving, arriving = Counter(link.source for link in drawn), Counter(link.target for link in drawn)
    holders = set(inside.values())
    yield "direction: right"
    for iri, path in paths.items():
        if iri not in holders:
            yield f'{path}: "" {{width: {_WIDTH}; height: {_height(names[iri], max(leaving[iri], arriving[iri]))}}}'
            continue
        loose = [each for each, outer in inside.items() if outer == iri and not leaving[each] and not arriving[each]]
        many = len(loose) == sum(outer == iri for outer in inside.values()) and len(loose) > _COLUMNS
        columns = min(_COLUMNS, -(-len(loose) // 4))
        yield f'{path}: "" {{{f"grid-columns: {columns}; grid-gap: 20" if many else ""}}}'
    for link in drawn:
        yield f"{paths[link.source]} -> {paths[link.target]}"


def _height(name: str, most: int) -> int:
    """Return the height of a box with room for its `name`, and for so many lines at `most` on one side."""
    lines = len(textwrap.wrap(" ".join(name.split()), _LETTERS)) or 1
    return max(_LOWEST, _AROUND + lines * _LINE, most * _LINE)
