"""A structure made by hand for a test: parties, places of theirs, and hops between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import quote

from dienstgraaf.inventory.namespaces import BASE
from dienstgraaf.structure import Structure


class Drafted:
    """A structure in the making; what is added is called by short names, which become IRIs."""

    def __init__(self) -> None:
        self.kinds: dict[str, frozenset[str]] = {}
        self.values: dict[str, dict[str, Sequence[str]]] = {}
        self.labels: dict[str, str] = {}

    def iri(self, name: str) -> str:
        return f"{BASE}id/thing/{quote(name)}"

    def party(self, name: str, class_: str = "Archetype", label: str | None = None, **values: str) -> str:
        """Add a provider; `kind` is the slug of its kind of organisation."""
        item = self.iri(name)
        self.kinds[item] = frozenset({class_, "Provider"})
        self.labels[item] = name if label is None else label
        self.values[item] = {
            key: (f"{BASE}concept/organisation-kind/{value}",) if key == "organisationKind" else (self.iri(value),)
            for key, value in values.items()
        }
        return item

    def place(self, name: str, *providers: str) -> str:
        """Add an entry point of `providers`."""
        item = self.iri(name)
        self.kinds[item] = frozenset({"EntryPoint"})
        self.labels[item] = name
        self.values[item] = {"provider": tuple(map(self.iri, providers))}
        return item

    def audience(self, name: str) -> str:
        item = self.iri(name)
        self.kinds[item] = frozenset({"Audience"})
        self.labels[item] = name
        return item

    def hop(
        self,
        start: str,
        end: str,
        kind: str = "guidance",
        *,
        status: str = "operational",
        hedges: Iterable[str] = (),
        segments: Iterable[str] = (),
    ) -> str:
        item = f"{BASE}id/route/{len(self.kinds)}"
        self.kinds[item] = frozenset({"AccessRoute"})
        self.labels[item] = f"{start} to {end}"
        self.labels[f"{BASE}concept/route-kind/{kind}"] = kind
        self.labels[f"{BASE}concept/status/{status}"] = status
        self.values[f"{BASE}concept/status/{status}"] = {
            "inOperation": ("true" if status == "operational" else "false",)
        }
        self.values[item] = {
            "from": (self.iri(start),),
            "to": (self.iri(end),),
            "routeKind": (f"{BASE}concept/route-kind/{kind}",),
            "status": (f"{BASE}concept/status/{status}",),
            "hedge": tuple(hedges),
            "derivedFrom": tuple(f"{BASE}id/segment/{segment}" for segment in segments),
        }
        return item

    def structure(self) -> Structure:
        return Structure(self.kinds, self.values, self.labels)
