"""Inventories to export: the one that comes with the package, and one with two made-up municipalities beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dienstgraaf import Inventory
from dienstgraaf.generation import generate


@pytest.fixture(scope="session")
def generated_folder(tmp_path_factory) -> Path:
    """A folder with the files of two made-up municipalities."""
    folder = tmp_path_factory.mktemp("generated") / "two"
    generate(folder, municipalities=2)
    return folder


@pytest.fixture(scope="session")
def report() -> Inventory:
    """The inventory that comes with the package, without what reasoning adds."""
    return Inventory.load(inferred=False)


@pytest.fixture(scope="session")
def with_two(generated_folder: Path) -> Inventory:
    """The same with two made-up municipalities beside it."""
    return Inventory.load(generated_folder, inferred=False)


@pytest.fixture(scope="session", params=["the inventory", "a generated inventory"])
def inventory(request) -> Inventory:
    """Each of the two."""
    found: Inventory = request.getfixturevalue("report" if request.param == "the inventory" else "with_two")
    return found
