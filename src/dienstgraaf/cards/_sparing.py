"""Leaves out of a card what it already says in other words, and what is only presumed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeVar

from dienstgraaf.cards.model import Link
from dienstgraaf.engine import Term
from dienstgraaf.inventory.namespaces import DG, PREFIXES

__all__ = ["drop_foreign", "drop_presumed", "drop_stated", "telling_kinds"]

_FOREIGN: Final = tuple(PREFIXES[prefix] for prefix in ("dct", "prov", "org", "schema"))
_STATED: Final = f"{DG}statedFor"
_PRESUMED: Final = f"{DG}presumedFor"
_BASES: Final = frozenset({_STATED, f"{DG}followsFor", _PRESUMED})
_BROAD: Final = frozenset({f"{DG}InventoryItem", f"{DG}RouteEnd", f"{DG}Fact"})

_Label = TypeVar("_Label")
_Rows = dict[tuple[str, Term], tuple[Link, _Label]]


def drop_foreign(rows: _Rows[_Label]) -> None:
    """Take out of `rows` what reasoning added under a foreign property, where one of ours links the same two items.

    `rows` are the links of an item, by property and by what is at the other end.
    """
    ours = {other for name, other in rows if name.startswith(DG) and name not in _BASES}
    for (name, other), (link, _) in list(rows.items()):
        if link.inferred and link.iri and name.startswith(_FOREIGN) and other in ours:
            del rows[name, other]


def drop_presumed(rows: _Rows[_Label]) -> int:
    """Take out of `rows` what is only presumed; return how many that were."""
    found = [key for key in rows if key[0] == _PRESUMED]
    for key in found:
        del rows[key]
    return len(found)


def drop_stated(rows: _Rows[_Label]) -> None:
    """Take out of `rows` that a fact is stated of the item, where another property tells how the two are linked."""
    for other in {other for name, other in rows if name not in _BASES}:
        rows.pop((_STATED, other), None)


def telling_kinds(kinds: Iterable[Link]) -> list[Link]:
    """Return those of `kinds` that are ours and tell something; all of them where none does."""
    every = list(kinds)
    telling = [each for each in every if each.iri and each.iri.startswith(DG) and each.iri not in _BROAD]
    return telling or every
