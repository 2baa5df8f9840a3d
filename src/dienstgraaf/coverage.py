"""Coverage: what rests on each segment of the source, or why nothing does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from dienstgraaf._sparql import prepared
from dienstgraaf.engine import Engine, Term
from dienstgraaf.errors import SuggestingError, nearest
from dienstgraaf.inventory.namespaces import shorten
from dienstgraaf.questions.asking import natural_order

__all__ = ["Coverage", "CoveredSegment", "SectionError", "coverage"]


class SectionError(SuggestingError):
    """The source has no such section."""


@dataclass(frozen=True, slots=True)
class CoveredSegment:
    """A segment, with the number and title of its section, the items that rest on it, or the stated reason for none.

    `items` are pairs of IRI and label.
    """

    id: str
    iri: str
    section: str
    title: str
    items: tuple[tuple[str, str], ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """The segments of the source, in its order."""

    segments: tuple[CoveredSegment, ...]

    @property
    def covered(self) -> int:
        """How many segments carry items."""
        return sum(bool(each.items) for each in self.segments)

    @property
    def excused(self) -> int:
        """How many segments carry no item and state the reason."""
        return sum(bool(each.reason) and not each.items for each in self.segments)

    @property
    def open(self) -> int:
        """How many segments have neither."""
        return len(self.segments) - self.covered - self.excused


def coverage(engine: Engine, lang: str, section: str | None = None) -> Coverage:
    """Return the coverage of the source, or of one `section` and what lies under it, with labels in `lang`.

    Raises:
        SectionError: if there is no such section.
    """
    items = _items(engine, lang)
    found = [_segment(iri, rows, items.get(iri, ()), lang) for iri, rows in _by_first(engine, "segments").items()]
    found.sort(key=lambda each: natural_order(each.id))
    if section is not None:
        inside = [each for each in found if each.section == section or each.section.startswith(f"{section}.")]
        if not inside:
            numbers = sorted({each.section for each in found if each.section})
            raise SectionError("section-unknown", section=section, suggestions=nearest(section, numbers))
        found = inside
    return Coverage(tuple(found))


def _segment(
    iri: str, rows: list[tuple[Term | None, ...]], items: Iterable[tuple[str, str]], lang: str
) -> CoveredSegment:
    identifier, number = rows[0][0], rows[0][1]
    return CoveredSegment(
        id=identifier.value if isinstance(identifier, Literal) else iri,
        iri=iri,
        section=number.value if isinstance(number, Literal) else "",
        title=_label((row[2] for row in rows), lang),
        items=tuple(items),
        reason=_label((row[3] for row in rows), lang),
    )


def _items(engine: Engine, lang: str) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for segment, rows in _by_first(engine, "resting").items():
        labels: dict[str, list[Term | None]] = {}
        for item, label in rows:
            if isinstance(item, NamedNode):
                labels.setdefault(item.value, []).append(label)
        pairs = [(iri, _label(given, lang) or shorten(iri)) for iri, given in labels.items()]
        found[segment] = sorted(pairs, key=lambda pair: (natural_order(pair[1]), pair[0]))
    return found


def _by_first(engine: Engine, query: str) -> dict[str, list[tuple[Term | None, ...]]]:
    """Return the rows of the query called `query` by the IRI in their first cell."""
    found: dict[str, list[tuple[Term | None, ...]]] = {}
    for first, *rest in engine.select(prepared(query)).rows:
        if isinstance(first, NamedNode):
            found.setdefault(first.value, []).append(tuple(rest))
    return found


def _label(labels: Iterable[Term | None], lang: str) -> str:
    literals = [label for label in labels if isinstance(label, Literal)]
    literals.sort(key=lambda label: (label.language != lang, label.language or "", label.value))
    return literals[0].value if literals else ""
