"""Data for pages: every term of schema.org exists, every domain and range holds, and a page stays a page."""

from __future__ import annotations

import io
import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from dienstgraaf import Inventory
from dienstgraaf.export import read_profile
from dienstgraaf.inventory import shipped
from dienstgraaf.inventory.namespaces import DG
from exported import (
    HOSTILE,
    RDF_TYPE,
    checked,
    export,
    export_changed,
    miscounted,
    of_class,
    terms,
    values,
    with_data,
)

SCHEMA = "https://schema.org/"
ID = "https://w3id.org/dienstgraaf/id/"
EX = "https://data.example.org/id/"
DESKS = """
ex:town a dg:Organisation ; rdfs:label "gemeente"@nl ; dg:organisationKind c-organisation-kind:municipality .
ex:club a dg:Organisation ; rdfs:label "club"@nl ; dg:organisationKind c-organisation-kind:civic-partner .
ex:pass a dg:Service ; rdfs:label %s ; dg:provider ex:town ; dg:status c-status:operational ;
    dg:mustBeAppliedFor true .
ex:old a dg:Service ; rdfs:label "vroeger"@nl ; dg:provider ex:town ; dg:status c-status:ended .
ex:desk a dg:EntryPoint ; rdfs:label "balie"@nl ; dg:provider ex:town ; dg:status c-status:operational ;
    dg:entryPointKind c-entry-point-kind:desk ; dg:serviceProvided ex:pass ; dg:hedge "meestal"@nl .
ex:help a dg:EntryPoint ; rdfs:label "hulp"@nl ; dg:provider ex:club ; dg:status c-status:operational ;
    dg:entryPointKind c-entry-point-kind:desk .
ex:plan a dg:EntryPoint ; rdfs:label "straks"@nl ; dg:provider ex:town ; dg:status c-status:planned .
ex:general a dg:EntryPoint ; rdfs:label "een balie"@nl ; dg:provider i-archetype:municipality ;
    dg:status c-status:operational .
ex:counter a dg:Channel ; rdfs:label "loket"@nl ; dg:channelType c-channel-type:counter ; dg:provider ex:town .
ex:site a dg:Channel ; rdfs:label "site"@nl ; dg:channelType c-channel-type:website ; dg:provider ex:town ;
    dg:webAddress "https://example.org/"^^xsd:anyURI .
ex:trap a dg:Channel ; rdfs:label "val"@nl ; dg:channelType c-channel-type:telephone ; dg:provider ex:town ;
    dg:phoneNumber "14 010" ; dg:webAddress "javascript:alert(1)"^^xsd:anyURI .
ex:use a dg:ChannelUse ; rdfs:label "aan het loket"@nl ; dg:entryPoint ex:desk ; dg:channel ex:counter ;
    dg:status c-status:operational .
ex:web a dg:ChannelUse ; rdfs:label "op de site"@nl ; dg:entryPoint ex:desk ; dg:channel ex:site ;
    dg:status c-status:planned .
ex:call a dg:ChannelUse ; rdfs:label "bellen"@nl ; dg:entryPoint ex:desk ; dg:channel ex:trap ;
    dg:status c-status:operational .
"""


@pytest.mark.parametrize("archetypes", [False, True])
def test_every_term_exists_and_every_domain_and_range_holds(
    inventory: Inventory, shared: Path, archetypes: bool
) -> None:
    triples, done = export(inventory, "schema-org", archetypes=archetypes, official=shared / "standards")
    assert done.findings == []
    assert {each for each in terms(triples) if not each.startswith(SCHEMA)} == set()


def test_a_wrong_term_domain_and_range_is_found(shared: Path) -> None:
    service = NamedNode(f"{EX}service")
    wrong = [
        Triple(service, RDF_TYPE, NamedNode(f"{SCHEMA}GovernmentService")),
        Triple(service, NamedNode(f"{SCHEMA}naam"), Literal("x")),
        Triple(service, NamedNode(f"{SCHEMA}telephone"), Literal("14 010")),
        Triple(service, NamedNode(f"{SCHEMA}provider"), NamedNode(f"{EX}undescribed")),
        Triple(service, NamedNode(f"{SCHEMA}name"), Literal(3)),
    ]
    names = read_profile([shipped()], "schema-org").vocabulary
    found = checked(shared / "standards", names, wrong, [SCHEMA])
    assert [each.path.removeprefix(SCHEMA) for each in found] == ["naam", "name", "provider", "telephone"]
    assert "schema:Text" in found[1].text("en")


def test_at_least_ten_public_services_come_out_of_the_report(report: Inventory) -> None:
    triples, _ = export(report, "schema-org")
    services = of_class(triples, f"{SCHEMA}GovernmentService")
    assert len(services) >= 10
    assert {f"{ID}service/{name}" for name in ("digid", "aio", "student-finance")} <= services
    assert f"{ID}entry-point/ind-desks" not in services | of_class(triples, f"{SCHEMA}Service")


def test_only_what_is_in_operation_of_an_organisation_by_name_is_a_service(tmp_path: Path) -> None:
    triples, _ = export(with_data(tmp_path / "own", DESKS % '"paspoort"@nl'), "schema-org")
    assert of_class(triples, f"{SCHEMA}Service") == {EX + name for name in ("pass", "desk", "help")}
    assert of_class(triples, f"{SCHEMA}GovernmentService") == {EX + name for name in ("pass", "desk")}
    assert of_class(triples, f"{SCHEMA}GovernmentOffice") == {f"{EX}desk#office"}
    assert of_class(triples, f"{SCHEMA}ServiceChannel") == {f"{EX}use", f"{EX}call"}
    assert of_class(triples, f"{SCHEMA}ContactPoint") == {f"{EX}trap", f"{EX}call#phone"}
    assert not {each for each in triples if "example.org/" in each.object.value and each.predicate.value.endswith("rl")}


def test_what_is_planned_as_well_is_not_exported_as_in_operation(tmp_path: Path) -> None:
    both = "".join(f"ex:{name} dg:status c-status:planned .\n" for name in ("pass", "help", "call"))
    triples, _ = export(with_data(tmp_path / "own", DESKS % '"paspoort"@nl' + both), "schema-org")
    assert of_class(triples, f"{SCHEMA}Service") == {f"{EX}desk"}
    assert of_class(triples, f"{SCHEMA}ServiceChannel") == {f"{EX}use"}
    assert of_class(triples, f"{SCHEMA}ContactPoint") == set()
    exported = {each.subject for each in triples}
    assert not {each.object for each in triples if each.object.value.startswith(EX)} - exported


def test_a_name_that_is_an_abbreviation_too_is_written_once(tmp_path: Path) -> None:
    names = 'dg:abbreviation "NAW" ; skos:altLabel "NAW"@nl , "NAW"@en , "adres"@nl .\n'
    text = DESKS % '"paspoort"@nl' + "".join(f"ex:{name} {names}" for name in ("pass", "desk", "town"))
    triples, _ = export(with_data(tmp_path / "own", text), "schema-org")
    for name in ("pass", "desk", "town"):
        found = [
            each.object
            for each in triples
            if each.subject.value == EX + name and each.predicate.value == f"{SCHEMA}alternateName"
        ]
        assert sorted(found, key=str) == [Literal("NAW"), Literal("adres", language="nl")]


def test_a_service_is_reached_by_the_channels_of_its_entry_points(tmp_path: Path) -> None:
    triples, _ = export(with_data(tmp_path / "own", DESKS % '"paspoort"@nl'), "schema-org")
    assert values(triples, f"{EX}pass", f"{SCHEMA}availableChannel") == {f"{EX}use", f"{EX}call"}
    assert values(triples, f"{EX}use", f"{SCHEMA}providesService") == {f"{EX}pass", f"{EX}desk"}
    assert values(triples, f"{EX}use", f"{SCHEMA}serviceLocation") == {f"{EX}desk#office"}
    assert values(triples, f"{EX}call#phone", f"{SCHEMA}telephone") == {"14 010"}
    assert values(triples, f"{EX}town", f"{SCHEMA}contactPoint") == {f"{EX}trap"}


def test_hedges_and_conditions_are_in_the_description(tmp_path: Path) -> None:
    triples, _ = export(with_data(tmp_path / "own", DESKS % '"paspoort"@nl'), "schema-org")
    assert values(triples, f"{EX}desk", f"{SCHEMA}description") == {
        "Nuancering van de bron: meestal",
        "Hedge of the source, in its own words: meestal",
    }
    assert "Mensen moeten dit zelf aanvragen." in values(triples, f"{EX}pass", f"{SCHEMA}description")


JOINT = """
ex:joint a dg:EntryPoint ; rdfs:label "samen"@nl , "joint"@en ; dg:provider ex:town ;
    dg:status c-status:scaling-up ; dg:entryPointKind c-entry-point-kind:desk ; dg:hedge "meestal"@nl ;
    dg:condition ex:need ; dg:hostedAt ex:library ;
    dg:shareOfProviders <https://w3id.org/dienstgraaf/concept/prevalence/many> .
ex:need a dg:Condition ; rdfs:label "inwoner zijn"@nl , "being a resident"@en .
ex:library a dg:Place ; rdfs:label "bibliotheek"@nl , "library"@en .
"""


def test_an_office_is_described_as_its_entry_point_is(tmp_path: Path, shared: Path) -> None:
    inventory = with_data(tmp_path / "own", DESKS % '"paspoort"@nl' + JOINT)
    triples, done = export(inventory, "schema-org", lang="en", official=shared / "standards")
    assert done.findings == []
    said = values(triples, f"{EX}joint#office", f"{SCHEMA}description")
    assert said == values(triples, f"{EX}joint", f"{SCHEMA}description")
    assert {"Condition: being a resident", "To be found at: library"} <= said
    starts = {each.partition(":")[0] for each in said}
    assert starts >= {"Hedge of the source, in its own words", "Status", "share of providers"}
    assert values(triples, f"{EX}joint#office", f"{SCHEMA}name") == {"joint"}
    assert values(triples, f"{EX}joint#office", f"{SCHEMA}location") == {f"{EX}library"}


def test_the_conditions_of_a_service_are_in_its_description(tmp_path: Path) -> None:
    under = "ex:pass dg:condition ex:need , ex:no-condition .\n"
    inventory = with_data(tmp_path / "own", DESKS % '"paspoort"@nl' + JOINT + under)
    triples, _ = export(inventory, "schema-org", lang="nl")
    said = values(triples, f"{EX}pass", f"{SCHEMA}description")
    assert said >= {"Voorwaarde: inwoner zijn", f"Voorwaarde: {EX}no-condition"}
    fates = {(each.source, each.term): each.fates for each in inventory.losses("schema-org").properties}
    assert fates[f"{DG}Service", f"{DG}condition"]["note"] == 2
    assert miscounted(inventory, "schema-org") == []


def test_what_holds_of_a_kind_of_provider_says_so_and_has_no_provider(report: Inventory) -> None:
    triples, done = export(report, "schema-org", archetypes=True, lang="en")
    desk = f"{ID}entry-point/municipality-social-desk"
    assert done.valid
    assert values(triples, desk, f"{SCHEMA}disambiguatingDescription") == {
        "Generic description, not of a particular organisation: municipality"
    }
    assert not values(triples, desk, f"{SCHEMA}provider")
    assert not any("/archetype/" in each.subject.value or "/archetype/" in each.object.value for each in triples)


def test_whatever_comes_with_archetypes_only_says_so_itself(inventory: Inventory) -> None:
    named, _ = export(inventory, "schema-org")
    general, _ = export(inventory, "schema-org", archetypes=True)
    kinds = {f"{SCHEMA}{kind}": of_class(general, f"{SCHEMA}{kind}") for kind in ("Service", "ServiceChannel")}
    kinds["phone"] = of_class(general, f"{SCHEMA}ContactPoint")
    added = {each.subject.value for each in general} - {each.subject.value for each in named}
    assert all(found & added for found in kinds.values())
    added -= of_class(general, f"{SCHEMA}Audience")
    said = {each.subject.value for each in general if each.predicate.value == f"{SCHEMA}disambiguatingDescription"}
    assert said == added


SHARED = """
i-archetype:municipality a dg:Archetype ; rdfs:label "gemeente"@nl .
ex:general-use a dg:ChannelUse ; rdfs:label "aan een loket"@nl ; dg:entryPoint ex:general ; dg:channel ex:counter ;
    dg:status c-status:operational .
"""


def test_a_channel_of_an_organisation_that_a_kind_of_provider_uses_too_is_not_generic(tmp_path: Path) -> None:
    inventory = with_data(tmp_path / "own", DESKS % '"paspoort"@nl' + SHARED)
    triples, done = export(inventory, "schema-org", archetypes=True)
    assert done.valid
    generic = {each.subject.value for each in triples if each.predicate.value == f"{SCHEMA}disambiguatingDescription"}
    assert generic == {f"{EX}general", f"{EX}general-use"}


def test_a_channel_of_a_kind_of_provider_that_does_not_say_so_is_found(tmp_path: Path) -> None:
    inventory = with_data(tmp_path / "own", DESKS % '"paspoort"@nl' + SHARED.replace("ex:counter", "ex:trap"))
    label = ("disambiguatingDescription ?generic", "alternateName ?generic")
    done = export_changed(inventory, tmp_path, "schema-org", "channel-use.rq", *label)
    assert [each.focus for each in done.findings] == [f"<{EX}general-use>"]
    (tmp_path / "more").mkdir()
    phone = ("?genericPhone schema:disamb", "?genericPhone schema:alternateName ?none . ?use schema:disamb")
    done = export_changed(inventory, tmp_path / "more", "schema-org", "channel-use.rq", *phone)
    assert [each.focus for each in done.findings] == [f"<{EX}general-use#phone>"]


LENT = """
i-archetype:municipality a dg:Archetype ; rdfs:label "gemeente"@nl .
ex:lent a dg:Channel ; rdfs:label "nummer"@nl ; dg:channelType c-channel-type:telephone ; dg:provider ex:town ;
    dg:phoneNumber "14 020" .
ex:lent-use a dg:ChannelUse ; rdfs:label "bellen"@nl ; dg:entryPoint ex:general ; dg:channel ex:lent ;
    dg:status c-status:operational .
ex:site-use a dg:ChannelUse ; rdfs:label "op een site"@nl ; dg:entryPoint ex:general ; dg:channel ex:site , ex:mailbox ;
    dg:status c-status:operational .
ex:mailbox a dg:Channel ; rdfs:label "mail"@nl ; dg:channelType c-channel-type:e-mail ; dg:provider ex:town ;
    dg:webAddress "mailto:info@example.org"^^xsd:anyURI .
"""


@pytest.mark.parametrize("archetypes", [False, True])
def test_what_only_a_kind_of_provider_uses_is_no_contact_point_of_an_organisation(
    tmp_path: Path, archetypes: bool
) -> None:
    inventory = with_data(tmp_path / "own", DESKS % '"paspoort"@nl' + LENT)
    triples, done = export(inventory, "schema-org", archetypes=archetypes)
    assert done.valid
    assert values(triples, f"{EX}town", f"{SCHEMA}contactPoint") == {f"{EX}trap"}
    for name in ("email", "url"):
        assert values(triples, f"{EX}town", f"{SCHEMA}{name}") == set()
    points = {f"{EX}trap", f"{EX}call#phone"} | ({f"{EX}lent-use#phone"} if archetypes else set())
    assert of_class(triples, f"{SCHEMA}ContactPoint") == points
    assert miscounted(inventory, "schema-org") == []


class Scripts(HTMLParser):
    """The contents of the script elements of a page, and the other elements in it."""

    def __init__(self) -> None:
        super().__init__()
        self.contents: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "script":
            self.contents.append("")

    def handle_data(self, data: str) -> None:
        if self.tags[-1:] == ["script"]:
            self.contents[-1] += data


def test_a_hostile_label_stays_inside_the_script_of_a_page_and_arrives_intact(tmp_path: Path) -> None:
    label = str(Literal(HOSTILE, language="nl"))
    stream = io.BytesIO()
    with_data(tmp_path / "own", DESKS % label).export("schema-org", stream, lang="nl")
    page = Scripts()
    page.feed(f'<script type="application/ld+json">{stream.getvalue().decode()}</script><p>')
    assert page.tags == ["script", "p"]
    graph = {node["@id"]: node for node in json.loads(page.contents[0])["@graph"]}
    assert graph[f"{EX}pass"]["name"] == {"@language": "nl", "@value": HOSTILE}
    assert "javascript:" not in stream.getvalue().decode()


MAIL = """
ex:mail a dg:Channel ; rdfs:label "mail"@nl ; dg:channelType c-channel-type:e-mail ; dg:provider ex:town ;
    dg:webAddress "MailTo:info@example.org?subject=x"^^xsd:anyURI .
ex:loud a dg:Channel ; rdfs:label "luid"@nl ; dg:channelType c-channel-type:website ; dg:provider ex:club ;
    dg:webAddress "HTTPS://WWW.Example.org/"^^xsd:anyURI , "ftp://example.org/f"^^xsd:anyURI .
ex:other a dg:Channel ; rdfs:label "ander"@nl ; dg:channelType c-channel-type:website ; dg:provider ex:club ;
    dg:webAddress "sip:help@example.org"^^xsd:anyURI , "https://not an address/"^^xsd:anyURI .
""" + "".join(
    f"""ex:{name}-use a dg:ChannelUse ; rdfs:label "gebruik"@nl ; dg:entryPoint ex:desk ; dg:channel ex:{name} ;
    dg:status c-status:operational .
"""
    for name in ("mail", "loud", "other")
)


def test_an_address_of_e_mail_is_an_e_mail_address_and_no_address_is_lost(tmp_path: Path, shared: Path) -> None:
    inventory = with_data(tmp_path / "own", DESKS % '"paspoort"@nl' + MAIL)
    triples, done = export(inventory, "schema-org", lang="nl", official=shared / "standards")
    assert (done.written, done.findings) == (True, [])
    assert values(triples, f"{EX}mail", f"{SCHEMA}email") == {"info@example.org"}
    assert values(triples, f"{EX}town", f"{SCHEMA}email") == {"info@example.org"}
    assert values(triples, f"{EX}town", f"{SCHEMA}contactPoint") == {f"{EX}mail", f"{EX}trap"}
    assert "E-mailadres: info@example.org" in values(triples, f"{EX}mail-use", f"{SCHEMA}description")
    assert values(triples, f"{EX}loud", f"{SCHEMA}url") == {"HTTPS://WWW.Example.org/"}
    assert values(triples, f"{EX}loud-use", f"{SCHEMA}serviceUrl") == {"HTTPS://WWW.Example.org/"}
    assert values(triples, f"{EX}club", f"{SCHEMA}url") == {"HTTPS://WWW.Example.org/"}
    for name in ("loud", "loud-use"):
        assert "Adres: ftp://example.org/f" in values(triples, EX + name, f"{SCHEMA}description")
    assert f"{EX}other" not in of_class(triples, f"{SCHEMA}ContactPoint")
    assert values(triples, f"{EX}club", f"{SCHEMA}contactPoint") == {f"{EX}loud"}
    assert values(triples, f"{EX}other-use", f"{SCHEMA}description") >= {
        "Adres: sip:help@example.org",
        "Adres: https://not an address/",
    }
    assert "Adres: (javascript) alert(1)" in values(triples, f"{EX}trap", f"{SCHEMA}description")
    (line,) = (
        each
        for each in inventory.losses("schema-org").properties
        if (each.source, each.term) == (f"{DG}Channel", f"{DG}webAddress")
    )
    assert (line.fates["mapped"], line.total) == (6, 7)  # the use of one channel is only planned


def test_a_contact_point_that_cannot_be_reached_is_told_with_all_that_would_do(tmp_path: Path) -> None:
    inventory = with_data(tmp_path / "own", DESKS % '"paspoort"@nl' + MAIL)
    done = export_changed(
        inventory, tmp_path, "schema-org", "channel.rq", "schema:email ?email", "schema:faxNumber ?no"
    )
    assert [each.focus for each in done.findings] == [f"<{EX}mail>"]
    assert "mailto:" in done.findings[0].text("nl")
    assert "mailto:" in done.findings[0].text("en")


BESIDE = """
ex:both a dg:Service ; rdfs:label "samen"@nl ; dg:provider ex:town , ex:club ; dg:status c-status:operational .
ex:run a dg:EntryPoint ; rdfs:label "punt"@nl ; dg:provider ex:town ; dg:operatedBy ex:firm ;
    dg:status c-status:operational .
ex:firm a dg:Organisation ; rdfs:label "bedrijf"@nl ; dg:memberOf ex:branch .
ex:branch a dg:Organisation ; rdfs:label "branche"@nl .
ex:apart a dg:Organisation ; rdfs:label "apart"@nl .
"""


def test_who_provides_or_runs_something_with_a_chosen_organisation_comes_along(tmp_path: Path) -> None:
    inventory = with_data(tmp_path / "own", DESKS % '"paspoort"@nl' + BESIDE)
    triples, done = export(inventory, "schema-org", provider=f"{EX}town")
    assert done.valid
    assert of_class(triples, f"{SCHEMA}Organization") == {EX + name for name in ("town", "club", "firm", "branch")}
    assert values(triples, f"{EX}both", f"{SCHEMA}provider") == {f"{EX}town", f"{EX}club"}
    assert values(triples, f"{EX}run", f"{SCHEMA}serviceOperator") == {f"{EX}firm"}
    assert values(triples, f"{EX}firm", f"{SCHEMA}memberOf") == {f"{EX}branch"}
    assert of_class(triples, f"{SCHEMA}Service") == {EX + name for name in ("pass", "desk", "both", "run")}


UNKNOWN = """
ex:league a dg:Organisation ; rdfs:label "bond"@nl ; dg:organisationKind ex:no-kind ; dg:partOf ex:no-whole ;
    dg:memberOf ex:no-league ; dg:hasMember ex:no-member , ex:town ; dg:registerEntry ex:no-entry .
ex:aid a dg:Service ; rdfs:label "hulp"@nl ; dg:provider ex:town , ex:no-provider ;
    dg:supplements ex:no-service , ex:old ; dg:audience ex:no-audience ; dg:topic ex:no-topic ;
    dg:importance ex:no-importance ; dg:status c-status:operational .
ex:point a dg:EntryPoint ; rdfs:label "punt"@nl ; dg:provider ex:club , ex:no-desk-provider ;
    dg:entryPointKind ex:no-desk-kind ; dg:serviceProvided ex:no-offer ; dg:operatedBy ex:no-operator ;
    dg:audience ex:no-desk-audience ; dg:topic ex:no-desk-topic ; dg:availability ex:no-hours ;
    dg:condition ex:no-condition ; dg:function ex:no-function ; dg:hostedAt ex:no-place ;
    dg:notForAudience ex:no-outsider ; dg:season ex:no-season ; dg:trend ex:no-trend ; dg:status c-status:operational .
ex:phone a dg:Channel ; rdfs:label "telefoon"@nl ; dg:phoneNumber "14 010" ; dg:channelType ex:no-channel-type ;
    dg:availability ex:no-phone-hours ; dg:provider ex:town .
ex:ring a dg:ChannelUse ; rdfs:label "bellen"@nl ; dg:entryPoint ex:point ; dg:channel ex:phone , ex:no-channel ;
    dg:appointmentNeed ex:no-appointment ; dg:audience ex:no-caller ; dg:condition ex:no-use-condition ;
    dg:identification ex:no-means ; dg:identificationNeed ex:no-need ; dg:provider ex:no-use-provider ;
    dg:purpose ex:no-purpose ; dg:topic ex:no-use-topic ; dg:degreeOfUse ex:no-degree ;
    dg:status c-status:operational .
"""


def test_the_report_counts_only_references_that_arrive_whatever_they_lead_to(tmp_path: Path, shared: Path) -> None:
    inventory = with_data(tmp_path / "own", DESKS % '"paspoort"@nl' + UNKNOWN)
    assert miscounted(inventory, "schema-org") == []
    fates = {(each.source, each.term): each.fates for each in inventory.losses("schema-org").properties}
    assert fates[f"{DG}Service", f"{DG}provider"]["reference"] == 1
    assert fates[f"{DG}ChannelUse", f"{DG}channel"]["note"] == 4
    triples, done = export(inventory, "schema-org", lang="en", official=shared / "standards")
    assert done.findings == []
    assert values(triples, f"{EX}ring", f"{SCHEMA}description") >= {f"Channel: {EX}no-channel", f"For: {EX}no-caller"}
    assert values(triples, f"{EX}aid", f"{SCHEMA}category") == {f"{EX}no-topic"}


@pytest.mark.parametrize("profile", ["dcat-ap-nl", "nl-sbb", "org", "schema-org"])
def test_json_ld_says_the_same_as_the_triples_with_nothing_fetched(report: Inventory, profile: str) -> None:
    triples, _ = export(report, profile)
    stream = io.BytesIO()
    report.export(profile, stream, format="jsonld")
    assert {quad.triple for quad in parse(stream.getvalue(), RdfFormat.JSON_LD)} == triples
    context = json.loads(stream.getvalue())["@context"]
    assert isinstance(context, dict)
    names = {name for node in json.loads(stream.getvalue())["@graph"] for name in node}
    assert names <= {"@id", "@type", *context}, "a property has no term in the context of the profile"
