"""The columns: channel types brought back to their main kinds, by the hierarchy of the concept scheme."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from dienstgraaf.inventory.namespaces import BASE
from dienstgraaf.matrix.facts import NOT_STATED
from dienstgraaf.matrix.model import Column, Item
from dienstgraaf.messages import text
from dienstgraaf.structure import Structure

__all__ = ["NEEDS", "Kinds"]

_TYPE: Final = f"{BASE}concept/channel-type/"

NEEDS: Final[Mapping[str, tuple[str, str]]] = {
    "phone": (f"{_TYPE}telephone", f"{_TYPE}telephone"),
    "desk": (f"{_TYPE}counter", f"{_TYPE}in-person"),
}
"""The ways to a person: for each the column that shows a gap in it, and the type that all that meets it falls under."""

_MANY: Final = 4
"""A type at the top of the scheme with at least so many narrower ones is split into these."""


class Kinds:
    """The main kinds of the channel types of a structure: those at the top, the large ones split once."""

    def __init__(self, structure: Structure, lang: str) -> None:
        """Take the structure that holds the scheme, and the language of labels."""
        self._structure = structure
        self._lang = lang
        self._found: dict[str, str] = {}

    def of(self, channel_type: str) -> str:
        """Return the main kind that `channel_type` falls under; that of `NOT_STATED` is itself.

        A type that stands at the top, but is split, is a main kind for what is said no nearer.
        """
        if channel_type not in self._found:
            self._found[channel_type] = self._main(channel_type)
        return self._found[channel_type]

    def _main(self, channel_type: str) -> str:
        top = self._top(channel_type)
        if len(self._narrower(top)) < _MANY:
            return top
        above = self._structure.broader(channel_type)
        return next((each for each in self._narrower(top) if each in above), top)

    def meets(self, need: str, kind: str) -> bool:
        """Return whether a main kind meets a need of `NEEDS`."""
        return kind != NOT_STATED and NEEDS[need][1] in self._structure.broader(kind)

    def columns(self, kinds: Iterable[str]) -> tuple[Column, ...]:
        """Return columns for `kinds` and for the needs: ways to a person first, then by what they belong to."""
        needed = {column for column, _ in NEEDS.values() if self._structure.is_a(column, "ChannelType")}
        needs = {column: need for need, (column, _) in NEEDS.items()}
        ordered = sorted({*kinds, *needed}, key=self._order)
        return tuple(Column(Item(kind, self._label(kind)), needs.get(kind)) for kind in ordered)

    def _label(self, kind: str) -> str:
        if kind == NOT_STATED:
            return text("matrix-channel-not-stated", self._lang)
        label = self._structure.label(kind)
        is_split = self._top(kind) == kind and len(self._narrower(kind)) >= _MANY
        return text("matrix-unspecified", self._lang, label=label) if is_split else label

    def _order(self, kind: str) -> tuple[object, ...]:
        if kind == NOT_STATED:
            return (2,)
        top = self._top(kind)
        personal = any(self.meets(need, top) for need in NEEDS)
        group = (0 if personal else 1, -len(self._narrower(top)), self._structure.order(top))
        return (*group, kind == top, self._structure.order(kind))

    def _top(self, concept: str) -> str:
        tops = [each for each in self._structure.broader(concept) if not self._structure.values(each, "broader")]
        return min(tops, key=self._structure.order, default=concept)

    def _narrower(self, concept: str) -> list[str]:
        found = self._structure.subjects("broader", concept)
        return [each for each in found if self._structure.is_a(each, "ChannelType")]
