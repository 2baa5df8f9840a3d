"""Public services according to CPSV-AP: what the official shapes accept, what counts as one, and what never does."""

from __future__ import annotations

import io

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse

from dienstgraaf import Inventory
from dienstgraaf.export.checking import check_shapes
from dienstgraaf.inventory.namespaces import DG, PREFIXES
from exported import bytes_of, with_data

ID = "https://w3id.org/dienstgraaf/id/"


def store_of(inventory: Inventory, **options: object) -> Store:
    store = Store()
    store.extend(parse(bytes_of(inventory, **options), RdfFormat.TURTLE))
    return store


def column(store: Store, query: str) -> list[str]:
    return [row[0].value for row in store.query(query, prefixes=PREFIXES)]


SERVICES = "SELECT ?s { ?s a cpsv:PublicService } ORDER BY ?s"


@pytest.mark.parametrize("archetypes", [False, True])
@pytest.mark.parametrize("which", ["report", "generated"])
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
    words = [each.text("nl") for each in check_shapes(store, shared / "standards" / name, name)]
    assert any("<urn:x> dct:title" in each and "er ontbreekt een waarde" in each for each in words)


def test_at_least_ten_named_services_come_out_of_the_report(report):
    found = column(store_of(report), SERVICES)
    assert len(found) >= 10
    assert f"{ID}service/digid" in found
    assert f"{ID}entry-point/belastingtelefoon" in found


def test_a_service_whose_provider_is_not_named_is_no_public_service(report):
    assert f"{ID}service/aow" not in column(store_of(report), SERVICES)


def test_what_is_planned_is_not_exported(report, hostile):
    assert f"{ID}entry-point/belastingdienst-support-points" not in column(store_of(report), SERVICES)
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


def test_archetypes_come_only_on_request_and_never_as_organisations_or_services(report):
    generic = "SELECT ?s { ?s a <https://w3id.org/dienstgraaf/def/export#GenericDescription> }"
    assert column(store_of(report), generic) == []
    store = store_of(report, archetypes=True)
    assert len(column(store, generic)) > 10
    assert column(store, f"{generic[:-1]}; a ?c FILTER(?c IN (cpsv:PublicService, cv:PublicOrganisation)) }}") == []
    assert column(store, SERVICES) == column(store_of(report), SERVICES)
    assert column(store, "SELECT ?d { ?s dct:description ?d FILTER(CONTAINS(?d, 'Generic description')) }")


def test_one_provider_gives_its_services_only_and_no_loose_ends(report, shared):
    store = store_of(report, provider="SVB", official=shared / "standards")
    of_all = column(
        store, "SELECT ?s { ?s cv:hasCompetentAuthority ?svb VALUES ?svb { <" + ID + "organisation/svb> } }"
    )
    assert set(column(store, SERVICES)) == set(of_all)
    desk = f"SELECT ?a {{ <{ID}entry-point/duo-svb-joint-desk> cv:hasCompetentAuthority ?a }} ORDER BY ?a"
    assert column(store, desk) == [f"{ID}organisation/duo", f"{ID}organisation/svb"]
    assert f"{ID}service/digid" not in column(store, SERVICES)


def test_one_language_leaves_out_the_other(report):
    assert set(column(store_of(report, lang="nl"), "SELECT DISTINCT (LANG(?t) AS ?l) { ?s dct:title ?t }")) == {"nl"}


def test_further_and_former_names_of_an_organisation_go_to_notes(tmp_path, shared):
    """CPOV takes one other name a language."""
    inventory = with_data(
        tmp_path / "own",
        """
        ex:town a dg:Organisation ; dg:organisationKind c-organisation-kind:municipality ; rdfs:label "gemeente"@nl ;
          skos:altLabel "Voorbeeldstad"@nl, "Example City"@en ; dg:abbreviation "VB" ; dg:formerName "Oud"@nl .
        """,
    )
    store = store_of(inventory, official=shared / "standards")
    for term, wanted in (("altLabel", {"VB", "Example City"}), ("note", {"Ook: Voorbeeldstad"})):
        assert set(column(store, f"SELECT ?n {{ ?o skos:{term} ?n }}")) == wanted
    assert column(store, "SELECT ?n { ?o skos:historyNote ?n }") == ["Voorheen: Oud"]


def test_what_is_both_planned_and_in_operation_is_no_public_service(tmp_path):
    inventory = with_data(
        tmp_path / "own",
        """
        ex:town a dg:Organisation ; dg:organisationKind c-organisation-kind:municipality ; rdfs:label "gemeente"@nl .
        ex:both a dg:Service ; rdfs:label "beide"@nl ; dg:provider ex:town ;
          dg:status c-status:planned, c-status:operational .
        ex:one a dg:Service ; rdfs:label "een"@nl ; dg:provider ex:town ; dg:status c-status:operational .
        """,
    )
    assert column(store_of(inventory), SERVICES) == ["https://data.example.org/id/one"]


def test_two_statuses_are_told_before_the_other_catalogue_does(tmp_path):
    inventory = with_data(
        tmp_path / "own",
        """
        ex:town a dg:Organisation ; dg:organisationKind c-organisation-kind:municipality ; rdfs:label "gemeente"@nl .
        ex:one a dg:Service ; rdfs:label "een"@nl ; dg:provider ex:town ;
          dg:status c-status:phasing-out, c-status:operational .
        """,
    )
    done = inventory.export("cpsv-ap", io.BytesIO())
    assert not done.written
    assert "at most one status" in done.findings[0].text("en")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('a dg:Condition ; rdfs:label "voorwaarde"@nl', "a dg:Condition", "describe it as a dg:Condition"),
        ("a dg:Channel ;", "", "describe the channel as a dg:Channel"),
        ('"voorwaarde"@nl', '"voorwaarde"@nl, "eis"@nl', "no more than one a language"),
    ],
)
def test_a_reference_to_what_is_not_described_is_told_without_the_official_rules(old, new, words, tmp_path, shared):
    data = """
        ex:town a dg:Organisation ; dg:organisationKind c-organisation-kind:municipality ; rdfs:label "gemeente"@nl .
        ex:help a dg:Service ; rdfs:label "hulp"@nl ; dg:provider ex:town ; dg:status c-status:operational ;
          dg:condition ex:condition .
        ex:condition a dg:Condition ; rdfs:label "voorwaarde"@nl .
        ex:desk a dg:EntryPoint ; rdfs:label "balie"@nl ; dg:provider ex:town ; dg:serviceProvided ex:help ;
          dg:status c-status:operational .
        ex:use a dg:ChannelUse ; rdfs:label "bellen"@nl ; dg:entryPoint ex:desk ; dg:channel ex:phone ;
          dg:status c-status:operational .
        ex:phone a dg:Channel ; rdfs:label "telefoon"@nl ; dg:phoneNumber "+31 20 1234567" .
        """
    assert store_of(with_data(tmp_path / "good", data), official=shared / "standards")
    assert old in data
    done = with_data(tmp_path / "bad", data.replace(old, new)).export("cpsv-ap", io.BytesIO())
    assert not done.written
    assert [each for each in done.findings if words in each.text("en")]


AT_AN_ARCHETYPE_AND_PLANNED = """
    ex:town a dg:Organisation ; dg:organisationKind c-organisation-kind:municipality ; rdfs:label "gemeente"@nl .
    ex:help a dg:Service ; rdfs:label "hulp"@nl ; dg:provider ex:town ; dg:status c-status:operational ;
      dg:condition ex:own .
    ex:desk a dg:EntryPoint ; rdfs:label "balie"@nl ; dg:provider ex:town ; dg:status c-status:operational ;
      dg:serviceProvided ex:help ; dg:condition ex:there, ex:own .
    ex:generic a dg:EntryPoint ; rdfs:label "elke balie"@nl ; dg:provider ex:kind ; dg:status c-status:operational ;
      dg:serviceProvided ex:help ; dg:condition ex:there, ex:of-the-kind .
    ex:kind a dg:Archetype ; rdfs:label "soort"@nl .
    ex:own a dg:Condition ; rdfs:label "eigen"@nl .
    ex:there a dg:Condition ; rdfs:label "daar"@nl .
    ex:of-the-kind a dg:Condition ; rdfs:label "van de soort"@nl .
    ex:now a dg:Channel ; rdfs:label "nu"@nl ; dg:provider ex:town ; dg:phoneNumber "+31 20 1234567" .
    ex:unused a dg:Channel ; rdfs:label "los"@nl ; dg:provider ex:town ; dg:phoneNumber "+31 20 1234568" .
    ex:later a dg:Channel ; rdfs:label "later"@nl ; dg:provider ex:town ; dg:phoneNumber "+31 20 1234569" .
    ex:somewhere a dg:Channel ; rdfs:label "ergens"@nl ; dg:provider ex:kind ; dg:phoneNumber "+31 20 1234560" .
    ex:use-now a dg:ChannelUse ; rdfs:label "bellen"@nl ; dg:channel ex:now ; dg:entryPoint ex:desk ;
      dg:status c-status:operational .
    ex:use-later a dg:ChannelUse ; rdfs:label "straks bellen"@nl ; dg:channel ex:later ; dg:entryPoint ex:desk ;
      dg:status c-status:planned .
    ex:lent a dg:Channel ; rdfs:label "geleend"@nl ; dg:provider ex:town ; dg:phoneNumber "+31 20 1234561" .
    ex:use-lent a dg:ChannelUse ; rdfs:label "geleend bellen"@nl ; dg:channel ex:lent ;
      dg:entryPoint ex:generic ; dg:status c-status:operational .
    ex:use-lent-later a dg:ChannelUse ; rdfs:label "straks zelf"@nl ; dg:channel ex:lent ;
      dg:entryPoint ex:desk ; dg:status c-status:planned .
    ex:use-generic a dg:ChannelUse ; rdfs:label "ergens bellen"@nl ; dg:channel ex:somewhere ;
      dg:entryPoint ex:generic ; dg:status c-status:operational .
    """


@pytest.mark.parametrize("archetypes", [False, True])
def test_what_is_at_an_archetype_or_planned_never_hangs_on_a_named_service_or_organisation(
    archetypes, tmp_path, shared
):
    inventory = with_data(tmp_path / "own", AT_AN_ARCHETYPE_AND_PLANNED)
    store = store_of(inventory, archetypes=archetypes, official=shared / "standards")
    data = "https://data.example.org/id/"

    def names(query: str) -> list[str]:
        return sorted(each.removeprefix(data) for each in column(store, f"SELECT DISTINCT ?o {{ {query} }}"))

    assert names(f"<{data}help> cv:hasChannel ?o") == names("?o a cv:Channel") == ["use-now"]
    assert names(f"<{data}help> cv:holdsRequirement ?o") == names("?o a cv:Requirement") == ["own", "there"]
    assert names(f"<{data}town> cv:contactPoint ?o") == ["now/contact-point", "unused/contact-point"]
    assert names("?s cv:contactPoint ?o") == names("?o a cv:ContactPoint") == names(f"<{data}town> cv:contactPoint ?o")
    assert names("?s a cv:Requirement ; skos:note ?o") == ["Geldt bij: balie"]
    assert names(f"<{data}there> skos:note ?o") == ["Geldt bij: balie"]


AWKWARD = """
    ex:town a dg:Organisation ; dg:organisationKind c-organisation-kind:municipality ;
      rdfs:label "gemeente"@nl, "town"@en .
    ex:helpers a dg:Organisation ; dg:organisationKind c-organisation-kind:civic-partner ; rdfs:label "helpers"@nl .
    ex:mixed a dg:Service ; rdfs:label "gemengd"@nl ; dg:provider ex:town, ex:helpers ;
      dg:status c-status:scaling-up .
    ex:belgian a dg:Service ; rdfs:label "loket"@nl-BE, "desk"@en-GB ; dg:provider ex:town ;
      dg:status c-status:operational .
    ex:desk a dg:EntryPoint ; rdfs:label "balie"@nl ; dg:provider ex:town, ex:helpers ; dg:status c-status:operational .
    ex:use a dg:ChannelUse ; rdfs:label "mailen"@nl ; dg:channel ex:mail ; dg:entryPoint ex:desk ;
      dg:status c-status:phasing-out .
    ex:mail a dg:Channel ; rdfs:label "mail"@nl ; dg:provider ex:town ;
      dg:webAddress "MAILTO:info@example.org?subject=help"^^xsd:anyURI .
    ex:page a dg:Channel ; rdfs:label "pagina"@nl ; dg:provider ex:town ;
      dg:webAddress "HTTPS://WWW.Example.org/"^^xsd:anyURI .
    """


def test_what_is_scaling_up_or_phasing_out_says_so_in_a_note(tmp_path, shared):
    store = store_of(with_data(tmp_path / "own", AWKWARD), official=shared / "standards")
    assert column(store, "SELECT ?o { ?s a cpsv:PublicService ; skos:note ?o FILTER(LANG(?o) = 'en') }") == [
        "Status: being scaled up"
    ]
    assert column(store, "SELECT ?o { ?s a cv:Channel ; skos:note ?o FILTER(LANG(?o) = 'en') }") == [
        "Status: being phased out"
    ]


def test_what_is_not_certain_of_an_entry_point_is_told_with_the_service_that_has_its_channels(tmp_path, shared):
    inventory = with_data(
        tmp_path / "own",
        """
        ex:town a dg:Organisation ; dg:organisationKind c-organisation-kind:municipality ; rdfs:label "gemeente"@nl .
        ex:help a dg:Service ; rdfs:label "hulp"@nl ; dg:provider ex:town ; dg:status c-status:operational .
        ex:desk a dg:EntryPoint ; rdfs:label "balie"@nl ; dg:provider ex:town ; dg:serviceProvided ex:help ;
          dg:hedge "soms"@nl ; dg:status c-status:phasing-out ;
          dg:shareOfTopics <https://w3id.org/dienstgraaf/concept/prevalence/some> .
        ex:use a dg:ChannelUse ; rdfs:label "bellen"@nl ; dg:entryPoint ex:desk ; dg:channel ex:phone ;
          dg:condition ex:condition ; dg:status c-status:operational .
        ex:condition a dg:Condition ; rdfs:label "na negenen"@nl .
        ex:phone a dg:Channel ; rdfs:label "telefoon"@nl ; dg:phoneNumber "+31 20 1234567" .
        """,
    )
    store = store_of(inventory, official=shared / "standards")
    assert column(store, "SELECT ?o { ?s a cpsv:PublicService ; skos:note ?o } ORDER BY ?o") == [
        "balie: Status: in afbouw",
        "balie: Voor welk deel van de onderwerpen: sommige",
        "balie: Voorbehoud van de bron: soms",
    ]
    assert column(store, "SELECT ?o { ?s a cv:Channel ; skos:note ?o }") == ["Voorwaarde: na negenen"]
    fates = {
        each.term: each.fates for each in inventory.losses("cpsv-ap").properties if each.source == f"{DG}EntryPoint"
    }
    assert [fates[f"{DG}{term}"]["note"] for term in ("hedge", "shareOfTopics", "status")] == [1, 1, 1]


def test_a_mail_address_is_an_email_and_a_scheme_may_be_in_capitals(tmp_path, shared):
    store = store_of(with_data(tmp_path / "own", AWKWARD), official=shared / "standards")
    assert column(store, "SELECT ?o { ?s cv:email ?o }") == ["info@example.org"]
    assert column(store, "SELECT ?o { ?s cv:contactPage ?o }") == ["HTTPS://WWW.Example.org/"]


def test_a_partner_gives_what_it_provides_with_a_public_organisation(tmp_path, shared):
    inventory = with_data(tmp_path / "own", AWKWARD)
    store = store_of(inventory, provider="https://data.example.org/id/helpers", official=shared / "standards")
    data = "https://data.example.org/id/"
    assert column(store, SERVICES) == [f"{data}desk", f"{data}mixed"]
    assert column(store, "SELECT ?o { ?s a cpsv:PublicService ; cv:hasCompetentAuthority ?o }") == [f"{data}town"] * 2


def test_a_region_in_the_language_of_a_name_is_no_other_language(tmp_path, shared):
    inventory = with_data(tmp_path / "own", AWKWARD)
    texts = "SELECT ?o { <https://data.example.org/id/belgian> dct:title|dct:description ?o } ORDER BY ?o"
    store = store_of(inventory, official=shared / "standards")
    assert column(store, texts) == ["desk", "desk: service of town", "loket", "loket: dienst van gemeente"]
    assert column(store_of(inventory, lang="en"), texts) == ["desk", "desk: service of town"]
    (line,) = [
        each
        for each in inventory.losses("cpsv-ap", lang="en").properties
        if (each.source, each.term) == (f"{DG}Service", "http://www.w3.org/2000/01/rdf-schema#label")
    ]
    assert (line.fates["mapped"], line.fates["language"]) == (2, 1)


def test_a_service_and_provider_without_a_common_language_are_told_how_to_mend_it(tmp_path):
    data = """
        ex:town a dg:Organisation ; dg:organisationKind c-organisation-kind:municipality ; rdfs:label "town"@en .
        ex:help a dg:Service ; rdfs:label "hulp"@nl ; dg:provider ex:town ; dg:status c-status:operational .
        """
    done = with_data(tmp_path / "own", data).export("cpsv-ap", io.BytesIO())
    assert not done.written
    assert ["give both an rdfs:label in the same language" in each.text("en") for each in done.findings] == [True]


def test_only_a_national_organisation_covers_the_whole_country(report):
    store = store_of(report)
    country = "<http://publications.europa.eu/resource/authority/country/NLD>"
    national = column(store, f"SELECT ?o {{ ?o dct:spatial {country} }}")
    assert f"{ID}organisation/svb" in national
    assert f"{ID}organisation/tholen" not in national
    assert column(store, f"SELECT ?a {{ <{ID}organisation/tholen> dct:spatial ?a . ?a dct:isPartOf {country} }}")
