"""What the tests of exports share: the shipped inventory, made-up municipalities beside it, and hostile labels."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal

from dienstgraaf import Inventory
from dienstgraaf.generation import generate
from exported import HOSTILE, half_of

_TOWN = """
@prefix dg: <https://w3id.org/dienstgraaf/def#> .
@prefix ex: <https://town.example/id/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix c: <https://w3id.org/dienstgraaf/concept/> .

ex:town a dg:Organisation ; rdfs:label LABEL@nl, LABEL@en ; dg:abbreviation LABEL .
ex:desk a dg:EntryPoint ; rdfs:label LABEL@nl, LABEL@en ; dg:provider ex:town ; dg:hedge LABEL@nl ;
    dg:status <https://w3id.org/dienstgraaf/concept/status/operational> ;
    dg:availability <https://w3id.org/dienstgraaf/concept/availability/round-the-clock> ;
    dg:hostedAt ex:hall ; rdfs:comment LABEL@en .
ex:later a dg:EntryPoint ; rdfs:label "later"@nl, "later"@en ; dg:provider ex:town ;
    dg:status <https://w3id.org/dienstgraaf/concept/status/planned> .
ex:hall a dg:Place ; rdfs:label LABEL@nl, LABEL@en .
ex:phone a dg:Channel ; rdfs:label LABEL@nl, LABEL@en ; dg:provider ex:town ; dg:phoneNumber "+31 20 123" ;
    dg:channelType <https://w3id.org/dienstgraaf/concept/channel-type/telephone> .
ex:use a dg:ChannelUse ; rdfs:label LABEL@nl, LABEL@en ; dg:entryPoint ex:desk ; dg:channel ex:phone ;
    dg:status <https://w3id.org/dienstgraaf/concept/status/operational> ;
    dg:asksDigitalSkill false ; dg:asksLiteracy true ;
    dg:identificationNeed <https://w3id.org/dienstgraaf/concept/need/required> ;
    dg:identification <https://w3id.org/dienstgraaf/concept/identification/digid> ;
    dg:appointmentNeed <https://w3id.org/dienstgraaf/concept/need/sometimes-required> .
ex:hop a dg:AccessRoute ; rdfs:label LABEL@nl, LABEL@en ; dg:from ex:desk ; dg:to ex:town ; dg:hedge LABEL@nl ;
    dg:routeKind <https://w3id.org/dienstgraaf/concept/route-kind/forwarding> ;
    dg:status <https://w3id.org/dienstgraaf/concept/status/operational> .
"""


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


@pytest.fixture(scope="session", params=["one half", "the other half"])
def half(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Inventory:
    """That inventory without the descriptions of half of what is in it."""
    return half_of(tmp_path_factory.mktemp("half") / "own", int(request.param != "one half"))


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
    label = str(Literal(HOSTILE))
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
          rdfs:label {label}@nl, "town"@en .
        ex:help a dg:Service ; dg:provider ex:town ; dg:status c-status:operational ;
          rdfs:label {label}@nl, "help"@en .
        ex:plan a dg:Service ; rdfs:label "plan"@nl, "plan"@en ; dg:provider ex:town ; dg:status c-status:planned .
        """,
        encoding="utf-8",
    )
    return Inventory.load(folder, only_data=True)


@pytest.fixture
def hostile_inventory(tmp_path: Path) -> Inventory:
    """A town of which every text is `HOSTILE`."""
    folder = tmp_path / "town"
    folder.mkdir()
    (folder / "town.ttl").write_text(_TOWN.replace("LABEL", str(Literal(HOSTILE))), encoding="utf-8")
    return Inventory.load(folder, only_data=True, inferred=False)
