"""What the tests of exports share: the shipped facts, a generated inventory beside them, and hostile labels."""

from __future__ import annotations

from pathlib import Path

import pytest

from dienstgraaf import Inventory
from dienstgraaf.generation import generate
from export_cases import HOSTILE


@pytest.fixture(scope="session")
def facts() -> Inventory:
    return Inventory.load(inferred=False)


@pytest.fixture(scope="session")
def generated_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files of two made-up municipalities."""
    folder = tmp_path_factory.mktemp("generated") / "two"
    generate(folder, 2)
    return folder


@pytest.fixture(scope="session")
def generated(generated_folder: Path) -> Inventory:
    return Inventory.load(generated_folder)


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Inventory:
    """One made-up municipality, without the inventory that comes with the package."""
    folder = tmp_path_factory.mktemp("generated") / "one"
    generate(folder, 1)
    return Inventory.load(folder, only_data=True, inferred=False)


@pytest.fixture(scope="session")
def report() -> Inventory:
    """The inventory that comes with the package, without what reasoning adds."""
    return Inventory.load(inferred=False)


@pytest.fixture(scope="session")
def with_two(generated_folder: Path) -> Inventory:
    """The same with two made-up municipalities beside it."""
    return Inventory.load(generated_folder, inferred=False)


@pytest.fixture(scope="session", params=["the inventory", "a generated inventory"])
def inventory(request: pytest.FixtureRequest) -> Inventory:
    """Each of the two."""
    found: Inventory = request.getfixturevalue("report" if request.param == "the inventory" else "with_two")
    return found


@pytest.fixture
def hostile(tmp_path: Path) -> Inventory:
    label = "".join(f"\\u{ord(char):04X}" for char in HOSTILE)
    folder = tmp_path / "hostile"
    folder.mkdir()
    (folder / "own.ttl").write_text(
        f"""
        @prefix c-organisation-kind: <https://w3id.org/dienstgraaf/concept/organisation-kind/> .
        @prefix c-status: <https://w3id.org/dienstgraaf/concept/status/> .
        @prefix dg: <https://w3id.org/dienstgraaf/def#> .
        @prefix ex: <https://example.org/id/> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        ex:town a dg:Organisation ; dg:organisationKind c-organisation-kind:municipality ;
          rdfs:label "{label}"@nl, "town"@en .
        ex:help a dg:Service ; dg:provider ex:town ; dg:status c-status:operational ;
          rdfs:label "{label}"@nl, "help"@en .
        ex:plan a dg:Service ; rdfs:label "plan"@nl, "plan"@en ; dg:provider ex:town ; dg:status c-status:planned .
        """,
        encoding="utf-8",
    )
    return Inventory.load(folder, only_data=True)
