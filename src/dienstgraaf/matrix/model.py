"""What a matrix holds: rows of topics and life events, columns of channel types, and in each cell what is stated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, get_args

from dienstgraaf.inventory.namespaces import BASE

__all__ = ["BASES", "MARKS", "STATED", "Basis", "Cell", "Column", "Ground", "Item", "Mark", "Matrix", "Row", "State"]

Mark = Literal["offered", "part", "general", "no", "other", "sent"]
"""What is stated of a channel for a row.

`offered`: in operation, for this topic and audience; `part`: for a narrower topic or audience only; `general`: in
operation at a provider that the topic concerns, but for any topic or audience, or a broader one; `no`: expressly not;
`other`: planned, tried, considered, ended, or hardly ever; `sent`: a channel by which a provider reaches people, no way
in.
"""

MARKS: Final[tuple[Mark, ...]] = get_args(Mark)
"""The marks, the one that tells most first."""

Basis = Literal["stated", "follows", "presumed"]
"""Whether the source says it of the provider itself, or it holds for all, or for some or most, of its kind."""

BASES: Final[tuple[Basis, ...]] = get_args(Basis)
"""The bases, the strongest first."""

State = Literal["stated", "part", "general", "no", "none"]
"""The best that is stated of a need, such as a phone; `none` is a gap: not stated, which is not a no."""

STATED: Final[Mapping[Basis, str]] = {basis: f"{BASE}concept/basis/{basis}" for basis in BASES}
"""The concepts of the bases, by IRI."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something with a name: its IRI, empty for what the matrix itself names, and its label."""

    iri: str
    label: str


@dataclass(frozen=True, slots=True)
class Column:
    """A main kind of channel type; `need` is "phone" or "desk" if this column shows the gap in it."""

    item: Item
    need: str | None = None

    @property
    def name(self) -> str:
        """The short name, for machines."""
        return self.item.iri.rpartition("/")[2] or "channel-not-stated"


@dataclass(frozen=True, slots=True)
class Ground:
    """What a cell rests on: a channel use, an entry point, a hop or an absence, with the source's words and segments.

    `digital` tells whether it asks digital skill, None where that is not stated or does not apply.
    """

    mark: Mark
    basis: Basis
    fact: Item
    entry_point: Item | None
    channels: tuple[Item, ...]
    types: tuple[Item, ...]
    providers: tuple[Item, ...]
    topics: tuple[Item, ...]
    audiences: tuple[Item, ...]
    status: Item | None
    conditions: tuple[str, ...]
    hedges: tuple[str, ...]
    digital: bool | None
    segments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What is stated of one kind of channel for one row; no grounds: nothing is."""

    grounds: tuple[Ground, ...] = ()

    def by_mark(self) -> dict[tuple[Mark, Basis], list[Ground]]:
        """Return the grounds by mark and basis, in the order of these."""
        found = {
            (mark, basis): [each for each in self.grounds if (each.mark, each.basis) == (mark, basis)]
            for mark in MARKS
            for basis in BASES
        }
        return {key: grounds for key, grounds in found.items() if grounds}

    def count(self, mark: Mark) -> int:
        """Return how many grounds have a mark."""
        return sum(ground.mark == mark for ground in self.grounds)


@dataclass(frozen=True, slots=True)
class Row:
    """A topic, a life event, or what is not restricted to one ("any"), with the audience if rows are split by it.

    `needs` tells of "phone" and of "desk", and `without_digital_skill` of anything usable without these, the best
    that is stated. `denied` are the needs that are expressly not met in some cases, or for some of the audience.
    """

    kind: Literal["life-event", "topic", "any"]
    subject: Item
    audience: Item | None
    cells: tuple[Cell, ...]
    needs: tuple[tuple[str, State], ...]
    denied: tuple[str, ...]
    without_digital_skill: State

    @property
    def missing(self) -> tuple[str, ...]:
        """The needs that are a gap: "phone", "desk"."""
        return tuple(need for need, state in self.needs if state in ("none", "no"))


@dataclass(frozen=True, slots=True)
class Matrix:
    """The matrix in `lang`: of one provider or all (None), for one audience or all (None)."""

    lang: str
    provider: Item | None
    audience: Item | None
    by_audience: bool
    presumed: bool
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def gaps(self) -> int:
        """How many rows have neither a phone nor a desk."""
        return sum(len(row.missing) == len(row.needs) for row in self.rows)

    @property
    def only_general(self) -> int:
        """How many rows have a phone or a desk in general at best, and are no gap in both."""
        found = [{state for _, state in row.needs} for row in self.rows]
        return sum("general" in states and states <= {"general", "none", "no"} for states in found)

    def to_json(self) -> dict[str, Any]:
        """Return the matrix as a JSON document with full IRIs; a cell of which nothing is stated is left out."""
        from dienstgraaf.matrix.document import document

        return document(self)
