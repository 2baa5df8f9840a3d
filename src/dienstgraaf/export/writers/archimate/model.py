"""A model that is being written: what is told of it so far, and the parts of its file that wait for the others."""

from __future__ import annotations

import tempfile
import uuid
from dataclasses import dataclass
from types import TracebackType
from typing import Final, NamedTuple

from dienstgraaf.export.errors import ExportError
from dienstgraaf.export.writers.archimate.reading import RELATIONSHIPS, Named, Thing

__all__ = ["Link", "Model", "identifier"]

_SPOOLED: Final = 8_000_000
"""From how many bytes on the waiting parts go to disk."""


def identifier(iri: str) -> str:
    """Return the identifier of what has this IRI: a UUID of version 5 (RFC 4122), in the form that Archi gives its own.

    >>> identifier("https://w3id.org/dienstgraaf/id/organisation/svb")
    'id-85eb87498d815245ad8c804fc4873c59'
    """
    return f"id-{uuid.uuid5(uuid.NAMESPACE_URL, iri).hex}"


class Link(NamedTuple):
    """A relationship, by IRI: its type, and where it starts and ends."""

    iri: str
    kind: str
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class _Element:
    kind: str
    name: Named


class Model:
    """Elements and relationships as they come; the text of each waits in a file of its own.

    Use it in a `with` statement: those files go when it ends.
    """

    def __init__(self) -> None:
        self.elements = tempfile.SpooledTemporaryFile(_SPOOLED)  # noqa: SIM115 - closed by `__exit__`
        self.relationships = tempfile.SpooledTemporaryFile(_SPOOLED)  # noqa: SIM115 - as above
        self.links: list[Link] = []
        self.views: list[Thing] = []
        self.definitions: dict[str, Thing] = {}
        self.folders: dict[str, list[str]] = {}
        self.used: dict[str, set[str]] = {}
        self._elements: dict[str, _Element] = {}

    def __enter__(self) -> Model:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.elements.close()
        self.relationships.close()

    def add(self, thing: Thing) -> bool:
        """Take in `thing`, and return whether it is an element or relationship that was not there yet."""
        if thing.kind == "PropertyDefinition":
            self.definitions[thing.iri] = thing
            return False
        if thing.kind == "Diagram":
            self.views.append(thing)
            return False
        if thing.kind in RELATIONSHIPS:
            self.links.append(Link(thing.iri, thing.kind, thing.source, thing.target))
        elif thing.iri in self._elements:
            return False
        else:
            self._elements[thing.iri] = _Element(thing.kind, thing.name)
        if thing.item:
            self.folders.setdefault(thing.item, []).append(thing.iri)
        for name, values in thing.values.items():
            self.used.setdefault(name, set()).update(value.datatype.value for value in values)
        return True

    def has(self, iri: str) -> bool:
        """Return whether there is an element with this IRI."""
        return iri in self._elements

    def kind(self, iri: str) -> str:
        """Return the type of the element with this IRI."""
        return self._elements[iri].kind

    def name(self, iri: str) -> Named:
        """Return the names of the element with this IRI."""
        return self._elements[iri].name

    def check(self) -> None:
        """See whether each relationship joins elements that are there.

        Raises:
            ExportError: if one does not; it tells which statement of the data leads elsewhere.
        """
        for link in self.links:
            for place, end in (("source", link.source), ("target", link.target)):
                if end not in self._elements:
                    raise _astray(link, place, end)


_ENDS: Final = {
    ("Flow", "source"): "from",
    ("Flow", "target"): "to",
    ("Aggregation", "source"): "entryPoint",
    ("Aggregation", "target"): "channel",
}
"""The properties that make the ends of what is a relationship itself: a route (a flow), or the use of a channel."""


def _astray(link: Link, place: str, end: str) -> ExportError:
    """Return what is wrong with the statement that `link` comes from, whose `place` is `end`.

    A relationship that is no item itself is called after its item and the property: `<item>#<property>-<hash>`.
    """
    item, derived, rest = link.iri.partition("#")
    prop = rest.rpartition("-")[0] if derived else _ENDS.get((link.kind, place), "")
    if not prop or end == item:  # then it is not the data that is at fault
        return ExportError("archimate-end-missing", relationship=link.iri, kind=link.kind, end=end or "-")
    if not end:
        both = ", ".join(f"dg:{name}" for (kind, _), name in _ENDS.items() if kind == link.kind)
        return ExportError("archimate-value-missing", item=item, properties=both)
    return ExportError("archimate-value-astray", item=item, property=f"dg:{prop}", value=end)
