"""Inventories for tests of exports: one with labels that try to break out, and one that was made up."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal

from dienstgraaf import Inventory
from dienstgraaf.generation import generate

HOSTILE = "=cmd()|' /C calc'!A1 \"q\"\nnew\tline\x01\x1b[31m\u202egnirts\u200f ]]></script>--><b>&amp; ;, '"
"""Quotes, line breaks, a formula, control characters, marks that turn text round, and ends of XML and HTML."""

_TURTLE = """
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


@pytest.fixture(scope="module")
def shipped_inventory() -> Inventory:
    """The inventory that comes with the package."""
    return Inventory.load(inferred=False)


@pytest.fixture(scope="module")
def generated_inventory(tmp_path_factory: pytest.TempPathFactory) -> Inventory:
    """The shipped inventory with two municipalities that were made up."""
    folder = tmp_path_factory.mktemp("generated") / "towns"
    generate(folder, municipalities=2)
    return Inventory.load(folder, inferred=False)


@pytest.fixture
def hostile_inventory(tmp_path: Path) -> Inventory:
    """A town of which every text is `HOSTILE`."""
    folder = tmp_path / "town"
    folder.mkdir()
    (folder / "town.ttl").write_text(_TURTLE.replace("LABEL", str(Literal(HOSTILE))), encoding="utf-8")
    return Inventory.load(folder, only_data=True, inferred=False)
