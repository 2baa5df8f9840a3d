"""Public services according to CPSV-AP: what the official shapes accept, what counts as one, and what never does."""

from __future__ import annotations

import io

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse

from dienstgraaf import Inventory
from dienstgraaf.export.checking import check_shapes
from dienstgraaf.inventory.namespaces import PREFIXES
from export_cases import exported

ID = "https://w3id.org/dienstgraaf/id/"


def store_of(inventory: Inventory, **options: object) -> Store:
    store = Store()
    store.extend(parse(exported(inventory, **options), RdfFormat.TURTLE))
    return store


def column(store: Store, query: str) -> list[str]:
    return [row[0].value for row in store.query(query, prefixes=PREFIXES)]


SERVICES = "SELECT ?s { ?s a cpsv:PublicService } ORDER BY ?s"


@pytest.mark.parametrize("archetypes", [False, True])
@pytest.mark.parametrize("which", ["facts", "generated"])
def test_the_official_shapes_find_nothing(which, archetypes, shared, request):
    inventory = request.getfixturevalue(which)
    done = inventory.export("cpsv-ap", io.BytesIO(), official=shared / "standards", archetypes=archetypes)
    assert [each.text("en") for each in done.findings + done.accepted] == []
    assert done.triples > 1000


def test_the_official_shapes_do_find_a_service_without_a_name(shared):
    store = Store()
    rdf_type = NamedNode(f"{PREFIXES['rdf']}type")
    store.add(Quad(NamedNode("urn:x"), rdf_type, NamedNode(f"{PREFIXES['cpsv']}PublicService")))
    name = "cpsv-ap/cpsv-ap-SHACL.ttl"
    assert list(check_shapes(store, shared / "standards" / name, name))


def test_at_least_ten_named_services_come_out_of_the_report(facts):
    found = column(store_of(facts), SERVICES)
    assert len(found) >= 10
    assert f"{ID}service/digid" in found
    assert f"{ID}entry-point/belastingtelefoon" in found


def test_a_service_whose_provider_is_not_named_is_no_public_service(facts):
    assert f"{ID}service/aow" not in column(store_of(facts), SERVICES)


def test_what_is_planned_is_not_exported(facts, hostile):
    assert f"{ID}entry-point/belastingdienst-support-points" not in column(store_of(facts), SERVICES)
    assert column(store_of(hostile), SERVICES) == ["https://example.org/id/help"]


def test_a_service_has_its_authority_channels_and_requirements(generated):
    store = store_of(generated)
    for term in (
        "cv:hasCompetentAuthority",
        "cv:hasChannel",
        "cv:holdsRequirement",
        "cv:contactPoint",
        "cv:isGroupedBy",
    ):
        assert column(store, f"SELECT ?s {{ ?s a cpsv:PublicService ; {term} ?o }}"), term
    assert column(store, "SELECT ?h { ?c a cv:ContactPoint ; cv:openingHours ?h ; cv:telephone ?t }")


def test_archetypes_come_only_on_request_and_never_as_organisations_or_services(facts):
    generic = "SELECT ?s { ?s a <https://w3id.org/dienstgraaf/def/export#GenericDescription> }"
    assert column(store_of(facts), generic) == []
    store = store_of(facts, archetypes=True)
    assert len(column(store, generic)) > 10
    assert column(store, f"{generic[:-1]}; a ?c FILTER(?c IN (cpsv:PublicService, cv:PublicOrganisation)) }}") == []
    assert column(store, SERVICES) == column(store_of(facts), SERVICES)
    assert column(store, "SELECT ?d { ?s dct:description ?d FILTER(CONTAINS(?d, 'Generic description')) }")


def test_one_provider_gives_its_services_only_and_no_loose_ends(facts, shared):
    store = store_of(facts, provider="SVB", official=shared / "standards")
    assert set(column(store, "SELECT DISTINCT ?a { ?s cv:hasCompetentAuthority ?a }")) == {f"{ID}organisation/svb"}
    assert f"{ID}service/digid" not in column(store, SERVICES)


def test_one_language_leaves_out_the_other(facts):
    assert set(column(store_of(facts, lang="nl"), "SELECT DISTINCT (LANG(?t) AS ?l) { ?s dct:title ?t }")) == {"nl"}
