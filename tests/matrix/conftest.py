"""A town and an office made by hand, in a folder of their own."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from dienstgraaf import Inventory

Load = Callable[..., Inventory]


@pytest.fixture(scope="module")
def load(tmp_path_factory: pytest.TempPathFactory) -> Load:
    """Opens the inventory of the town alone, with more Turtle if it is given."""

    def opened(more: str = "", lang: str = "en") -> Inventory:
        folder = tmp_path_factory.mktemp("town")
        source = Path(__file__).parent / "town.ttl"
        shutil.copy(source, folder)
        prefixes = "\n".join(line for line in source.read_text("utf-8").splitlines() if line.startswith("@prefix"))
        (folder / "more.ttl").write_text(f"{prefixes}\n{more}", "utf-8")
        return Inventory.load(folder, only_data=True, lang=lang)

    return opened


@pytest.fixture(scope="module")
def town(load: Load) -> Inventory:
    return load()
