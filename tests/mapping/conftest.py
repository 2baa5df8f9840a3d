"""Structures to map: a town, a hostile one, and a country a hundred times as large as the inventory."""

from __future__ import annotations

import pytest

from dienstgraaf.structure import Structure
from drafted import Drafted


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
