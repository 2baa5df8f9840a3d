"""Organisations in W3C ORG: every term exists there, every domain and range holds, and nothing is made firmer."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from dienstgraaf import Inventory
from dienstgraaf.export import read_profile
from dienstgraaf.inventory import shipped
from dienstgraaf.inventory.namespaces import DG
from exported import HOSTILE, RDF_TYPE, checked, export, miscounted, of_class, terms, values, with_data

ORG = "http://www.w3.org/ns/org#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
ID = "https://w3id.org/dienstgraaf/id/"
EX = "https://data.example.org/id/"
OTHERS = {
    f"{RDFS}label",
    "http://purl.org/dc/terms/title",
    "http://www.w3.org/2002/07/owl#sameAs",
    "http://www.w3.org/ns/prov#wasDerivedFrom",
    *(
        SKOS + name
        for name in (
            *("Concept", "ConceptScheme", "altLabel", "broader", "closeMatch", "definition", "exactMatch"),
            *("historyNote", "inScheme", "note", "prefLabel", "scopeNote", "topConceptOf"),
        )
    ),
}
"""The terms of other vocabularies that this profile uses; ORG itself recommends SKOS for labels and classifications."""

TEAMS = """
ex:town a dg:Organisation ; rdfs:label %s ; dg:organisationKind c-organisation-kind:municipality .
ex:now a dg:Team ; rdfs:label "team nu"@nl ; dg:provider ex:town ; dg:status c-status:scaling-up ; dg:hedge "soms"@nl .
ex:later a dg:Team ; rdfs:label "team later"@nl ; dg:provider ex:town ; dg:status c-status:planned .
ex:general a dg:Team ; rdfs:label "team"@nl ; dg:provider i-archetype:municipality ; dg:status c-status:operational .
ex:hall a dg:Place ; rdfs:label "gemeentehuis"@nl ; dg:placeOf ex:town .
"""


@pytest.mark.parametrize("archetypes", [False, True])
def test_every_term_exists_and_every_domain_and_range_holds(
    inventory: Inventory, shared: Path, archetypes: bool
) -> None:
    triples, done = export(inventory, "org", archetypes=archetypes, official=shared / "standards")
    assert done.findings == []
    assert {each for each in terms(triples) if not each.startswith(ORG)} <= OTHERS


def test_a_wrong_term_domain_and_range_is_found(shared: Path) -> None:
    team, town = NamedNode(f"{EX}team"), NamedNode(f"{EX}town")
    wrong = [
        Triple(team, RDF_TYPE, NamedNode(f"{ORG}OrganisationalUnit")),
        Triple(town, RDF_TYPE, NamedNode(f"{ORG}Organization")),
        Triple(town, NamedNode(f"{ORG}siteOf"), town),
        Triple(town, NamedNode(f"{ORG}hasSite"), town),
    ]
    found = checked(shared / "standards", read_profile([shipped()], "org").vocabulary, wrong, [ORG])
    words = [each.text("en") for each in found]
    assert len(words) == 3
    assert any("OrganisationalUnit" in each and "no such class" in each for each in words)
    assert any("siteOf" in each and "gives this property to org:Site" in each for each in words)
    assert sum("asks for a value that is org:Site" in each for each in words) == 1


def test_every_organisation_by_name_is_there_and_no_archetype_or_group(inventory: Inventory) -> None:
    triples, _ = export(inventory, "org", archetypes=True)
    names = {row[0].value for row in inventory.engine.select("SELECT ?it { ?it a dg:Organisation }")}
    assert len(names) > 50
    assert of_class(triples, f"{ORG}Organization") == names
    generic = {row[0] for row in inventory.engine.select("SELECT ?it { ?it a ?c VALUES ?c { dg:Archetype dg:Group } }")}
    made = {each.object.value for each in triples if each.subject in generic and each.predicate == RDF_TYPE}
    assert made == {f"{SKOS}Concept"}


def test_members_are_members_by_both_ways_of_saying_so(report: Inventory) -> None:
    triples, _ = export(report, "org")
    whole = f"{ID}organisation/drechtsteden"
    (membership,) = values(triples, f"{ID}organisation/dordrecht", f"{ORG}hasMembership")
    assert values(triples, f"{ID}organisation/dordrecht", f"{ORG}memberOf") == {whole}
    assert values(triples, membership, f"{ORG}organization") == {whole}
    assert values(triples, membership, f"{ORG}member") == {f"{ID}organisation/dordrecht"}


def test_an_organisation_is_classed_and_identified_as_in_the_register(report: Inventory) -> None:
    triples, _ = export(report, "org")
    amsterdam, kind = (
        f"{ID}organisation/amsterdam",
        "https://w3id.org/dienstgraaf/concept/organisation-kind/municipality",
    )
    assert values(triples, amsterdam, f"{ORG}classification") == {kind}
    assert values(triples, amsterdam, f"{ORG}identifier") == {"https://identifier.overheid.nl/tooi/id/gemeente/gm0363"}
    assert values(triples, kind, f"{SKOS}closeMatch") == {
        "https://identifier.overheid.nl/tooi/def/thes/kern/c_49ea8180"
    }


def test_only_teams_in_operation_of_an_organisation_by_name_are_units(tmp_path: Path) -> None:
    triples, done = export(with_data(tmp_path / "own", TEAMS % '"gemeente"@nl'), "org")
    assert done.valid
    assert of_class(triples, f"{ORG}OrganizationalUnit") == {f"{EX}now"}
    assert values(triples, f"{EX}now", f"{ORG}unitOf") == {f"{EX}town"} == values(triples, f"{EX}hall", f"{ORG}siteOf")
    assert values(triples, f"{EX}town", f"{ORG}hasUnit") == {f"{EX}now"}
    assert values(triples, f"{EX}town", f"{ORG}hasSite") == {f"{EX}hall"}
    notes = values(triples, f"{EX}now", f"{SKOS}note")
    assert notes >= {
        "Status: in opschaling",
        "Nuancering van de bron: soms",
        "Hedge of the source, in its own words: soms",
    }


def test_what_is_planned_as_well_is_not_exported_as_in_operation(tmp_path: Path) -> None:
    text = """
    ex:now dg:status c-status:planned ; dg:topic c-topic:income .
    ex:work a dg:Collaboration ; rdfs:label "samen"@nl ; dg:party ex:town ;
        dg:status c-status:operational , c-status:ended .
    ex:guide a dg:Role ; rdfs:label "gids"@nl ; dg:provider ex:town ;
        dg:status c-status:operational , c-status:planned .
    """
    triples, _ = export(with_data(tmp_path / "own", TEAMS % '"stad"@nl' + text), "org")
    assert of_class(triples, f"{ORG}Organization") == {f"{EX}town"}
    for name in ("OrganizationalUnit", "OrganizationalCollaboration", "Role", "Post"):
        assert of_class(triples, ORG + name) == set(), name
    assert not values(triples, f"{EX}town", f"{ORG}hasUnit")


def test_archetypes_are_concepts_that_say_that_they_are_generic_and_only_when_asked_for(report: Inventory) -> None:
    without, _ = export(report, "org")
    assert not values(without, f"{ID}archetype/municipality", f"{SKOS}prefLabel")
    with_them, _ = export(report, "org", archetypes=True, lang="en")
    assert values(with_them, f"{ID}archetype/municipality", f"{SKOS}scopeNote") == {
        "Generic description of a kind of provider; this is not an organisation."
    }


def test_a_hostile_name_arrives_intact(tmp_path: Path) -> None:
    label = str(Literal(HOSTILE, language="nl"))
    triples, _ = export(with_data(tmp_path / "own", TEAMS % label), "org")
    assert values(triples, f"{EX}town", f"{SKOS}prefLabel") == {HOSTILE}


def test_one_provider_is_exported_alone(report: Inventory) -> None:
    triples, done = export(report, "org", provider="IND")
    assert done.valid
    assert of_class(triples, f"{ORG}Organization") == {f"{ID}organisation/ind"}


def test_the_other_side_of_a_collaboration_comes_along(report: Inventory) -> None:
    triples, done = export(report, "org", provider="SVB")
    both = {f"{ID}organisation/{name}" for name in ("duo", "svb")}
    assert done.valid
    assert of_class(triples, f"{ORG}Organization") == both
    assert values(triples, f"{ID}collaboration/duo-svb-joint-desk", f"{ORG}hasMember") == both
    assert of_class(triples, f"{ORG}OrganizationalUnit") == {f"{ID}team/svb-werkplaatsen-maatwerk"}


def test_each_organisation_can_be_exported_by_itself_with_what_it_is_a_member_or_part_of(report: Inventory) -> None:
    query = """SELECT DISTINCT ?it {
      { ?it dg:memberOf|dg:partOf ?whole } UNION { ?whole dg:hasMember ?it }
      UNION { ?work a dg:Collaboration ; dg:party ?it }
      ?it a dg:Organisation
    }"""
    bound = {row[0].value for row in report.engine.select(query).rows}
    assert {f"{ID}organisation/{name}" for name in ("asten", "dordrecht", "dpc", "svb")} < bound
    for one in sorted(bound | {f"{ID}organisation/{name}" for name in ("drechtsteden", "ind")}):
        triples, done = export(report, "org", provider=one, lang="en")
        assert (done.written, done.findings) == (True, []), one
        there = of_class(triples, f"{ORG}Organization") | of_class(triples, f"{ORG}OrganizationalCollaboration")
        assert one in there
        for name in ("organization", "memberOf", "subOrganizationOf", "hasMember"):
            assert {each.object.value for each in triples if each.predicate.value == ORG + name} <= there, (one, name)
    dordrecht, _ = export(report, "org", provider="Dordrecht", lang="en")
    assert values(dordrecht, f"{ID}organisation/drechtsteden", f"{SKOS}prefLabel") == {"Drechtsteden"}


TOGETHER = """
ex:a a dg:Organisation ; rdfs:label "Aa"@nl .
ex:b a dg:Organisation ; rdfs:label "Bee"@nl ; dg:memberOf ex:region .
ex:c a dg:Organisation ; rdfs:label "Cee"@nl .
ex:d a dg:Organisation ; rdfs:label "Dee"@nl .
ex:region a dg:Organisation ; rdfs:label "regio"@nl ; dg:partOf ex:whole .
ex:whole a dg:Organisation ; rdfs:label "geheel"@nl .
ex:far a dg:Organisation ; rdfs:label "ver"@nl ; dg:hasMember ex:d .
ex:team a dg:Team ; rdfs:label "team"@nl ; dg:provider ex:a , ex:b ; dg:status c-status:operational .
ex:work a dg:Collaboration ; rdfs:label "samen"@nl ; dg:party ex:a , ex:wider ; dg:status c-status:operational .
ex:wider a dg:Collaboration ; rdfs:label "breder"@nl ; dg:party ex:c ; dg:status c-status:operational .
"""


def test_whoever_shares_something_with_a_chosen_organisation_comes_along(tmp_path: Path) -> None:
    inventory = with_data(tmp_path / "own", TOGETHER)
    triples, done = export(inventory, "org", provider=f"{EX}a")
    assert done.valid
    assert of_class(triples, f"{ORG}Organization") == {EX + name for name in ("a", "b", "c", "region", "whole")}
    assert values(triples, f"{EX}team", f"{ORG}subOrganizationOf") == {f"{EX}a", f"{EX}b"}
    assert values(triples, f"{EX}work", f"{ORG}hasMember") == {f"{EX}a", f"{EX}wider"}
    assert values(triples, f"{EX}wider", f"{ORG}hasMember") == {f"{EX}c"}
    assert values(triples, f"{EX}region", f"{ORG}subOrganizationOf") == {f"{EX}whole"}
    triples, done = export(inventory, "org", provider=f"{EX}d")
    assert done.valid
    assert values(triples, f"{EX}d", f"{ORG}memberOf") == {f"{EX}far"}


UNKNOWN = """
ex:town a dg:Organisation ; rdfs:label "gemeente"@nl ; dg:organisationKind ex:no-kind ; dg:function ex:no-function ;
    dg:mainFunction ex:no-main ; dg:partOf ex:no-whole , ex:sort , ex:unit , ex:works ; dg:registerEntry ex:no-entry ;
    dg:memberOf ex:no-league , ex:sort ; dg:hasMember ex:no-member , ex:club ; dg:conformsTo ex:no-archetype .
ex:club a dg:Organisation ; rdfs:label "club"@nl .
ex:sort a dg:Archetype ; rdfs:label "soort"@nl .
ex:unit a dg:Team ; rdfs:label "team"@nl ; dg:provider ex:town , ex:no-team-provider , ex:sort ;
    dg:topic ex:no-topic ; dg:lineLevel ex:no-line ; dg:importance ex:no-importance ; dg:status c-status:operational .
ex:guide a dg:Role ; rdfs:label "gids"@nl ; dg:provider ex:town , ex:no-role-provider ; dg:trend ex:no-trend ;
    dg:status c-status:operational .
ex:hall a dg:Place ; rdfs:label "huis"@nl ; dg:placeOf ex:town , ex:no-owner .
ex:works a dg:Collaboration ; rdfs:label "samen"@nl ; dg:party ex:town , ex:no-party , ex:general , ex:planned ;
    dg:collaborationKind ex:no-work-kind ; dg:goal ex:no-goal ; dg:partiesCompleteness ex:no-completeness ;
    dg:degreeOfUse ex:no-degree ; dg:status c-status:operational .
ex:general a dg:Group ; rdfs:label "een groep"@nl .
ex:planned a dg:Collaboration ; rdfs:label "later"@nl ; dg:party ex:town ; dg:status c-status:planned .
"""


def test_the_report_counts_only_references_that_arrive_whatever_they_lead_to(tmp_path: Path) -> None:
    inventory = with_data(tmp_path / "own", UNKNOWN)
    assert miscounted(inventory, "org") == []
    fates = {(each.source, each.term): each.fates for each in inventory.losses("org").properties}
    assert fates[f"{DG}Team", f"{DG}provider"]["reference"] == 2
    assert fates[f"{DG}Organisation", f"{DG}memberOf"]["reference"] == 2
    triples, _ = export(inventory, "org", lang="en")
    assert values(triples, f"{EX}works", f"{SKOS}note") >= {
        f"Party: {EX}no-party",
        f"List of parties: {EX}no-completeness",
    }
    general, _ = export(inventory, "org", archetypes=True)
    assert values(general, f"{EX}unit", f"{ORG}subOrganizationOf") == {f"{EX}town"}
    named = {(each.source, each.term): each.fates for each in inventory.losses("org", archetypes=True).properties}
    assert named[f"{DG}Team", f"{DG}provider"]["mapped"] == 1
