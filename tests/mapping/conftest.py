"""Small structures made by hand: parties, places of theirs, and hops between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import quote

import pytest

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


@pytest.fixture
def draft() -> Drafted:
    return Drafted()


@pytest.fixture
def town(draft: Drafted) -> Drafted:
    """A town hall with three who guide to it, a shelter that it sends people on to, and an agency on both sides."""
    draft.party("town hall", "Organisation", organisationKind="municipality")
    draft.party("agency", "Organisation", organisationKind="executive-agency")
    for name in ("school", "library", "church", "shelter"):
        draft.party(name)
    draft.place("desk", "town hall")
    for name in ("school", "library", "church"):
        draft.hop(name, "town hall", segments=["3.1-2" if name == "church" else "3.1-1"])
    draft.hop("desk", "shelter", "forwarding", hedges=["now and then"], segments=["3.3-1"])
    draft.hop("agency", "town hall", "forwarding", segments=["4.1-1"])
    draft.hop("town hall", "agency", "forwarding", segments=["4.1-2"])
    draft.hop("town hall", "agency", "forwarding", status="planned", segments=["4.1-3"])
    return draft


@pytest.fixture(scope="session")
def country() -> Structure:
    """A hundred times as much as the inventory holds: 500 towns, each with 80 partners, 130,000 items in all."""
    draft = Drafted()
    draft.party("agency", "Organisation", organisationKind="executive-agency")
    for number in range(500):
        hall = f"hall {number}"
        draft.party(hall, "Organisation", organisationKind="municipality")
        for i in range(80):
            draft.party(f"partner {number}.{i}")
            draft.place(f"place {number}.{i}", hall)
            draft.hop(f"partner {number}.{i}", hall, segments=[f"3.1-{i % 20:02}"])
        for i in range(18):
            draft.hop(f"place {number}.{i}", f"partner {number}.{i}", "forwarding", segments=[f"3.3-{i:02}"])
        draft.hop(hall, "agency", "forwarding", segments=["4.1-01"])
        draft.hop("agency", hall, "guidance", segments=["4.1-02"])
    return draft.structure()
