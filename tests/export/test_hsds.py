"""The profile hsds: valid by the official schemas, honest about what is planned or general, the same every time."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen
from uuid import NAMESPACE_URL, UUID, uuid5

import pytest

from dienstgraaf import Inventory
from dienstgraaf.export import Wish, dump, export, read_profile
from dienstgraaf.export.errors import ExportError
from dienstgraaf.export.writers import FORMATS
from dienstgraaf.export.writers.hsds import check_hsds
from dienstgraaf.export.writers.hsds_nesting import FILES
from dienstgraaf.inventory import shipped
from dienstgraaf.inventory.namespaces import DG
from exported import HOSTILE, export_changed, with_data
from exported import bytes_of as export_bytes

BASE = "https://w3id.org/dienstgraaf/id/"


def exported(inventory: Inventory, folder: Path, **options: Any) -> dict[str, list[dict[str, Any]]]:
    """The objects of an export by file."""
    options.setdefault("lang", "en")
    done = inventory.export("hsds", folder, **options)
    assert done.written, [each.text("en") for each in done.findings] + done.official
    return {name: json.loads((folder / f"{name}.json").read_bytes()) for name in FILES}


def bytes_of(inventory: Inventory, **options: Any) -> bytes:
    """An export as one file."""
    return export_bytes(inventory, "hsds", format="hsds-json", check=False, **options)


def identifiers(value: Any) -> list[str]:
    """All that stands in a field `id` or `…_id`, however deep."""
    if isinstance(value, list):
        return [each for item in value for each in identifiers(item)]
    if not isinstance(value, dict):
        return []
    own = [each for name, each in value.items() if name == "id" or name.endswith("_id")]
    return own + [each for item in value.values() for each in identifiers(item)]


@pytest.mark.parametrize("archetypes", [False, True])
def test_the_inventory_passes_the_official_schemas(
    report: Inventory, tmp_path: Path, shared: Path, archetypes: bool
) -> None:
    done = report.export("hsds", tmp_path / "o", official=shared / "standards", archetypes=archetypes)
    assert (done.official, done.findings, done.written) == ([], [], True)


def test_a_generated_inventory_passes_the_official_schemas(with_two: Inventory, tmp_path: Path, shared: Path) -> None:
    files = exported(with_two, tmp_path / "o", official=shared / "standards")
    assert len(files["services"]) > 50
    assert any(service.get("phones") for service in files["services"])
    assert any(service.get("schedules") for service in files["services"])
    assert any(service.get("required_documents") for service in files["services"])
    known = {service["id"] for service in files["services"]}
    assert {each["service_id"] for each in files["service_at_locations"]} <= known


def test_the_official_check_finds_what_is_wrong(report: Inventory, tmp_path: Path, shared: Path) -> None:
    files = exported(report, tmp_path / "o")
    files["services"][0]["status"] = "planned"
    files["services"][1]["attributes"][0]["id"] = "no uuid"
    del files["organizations"][0]["description"]
    for name, objects in files.items():
        (tmp_path / "o" / f"{name}.json").write_text(json.dumps(objects), encoding="utf-8")
    profile = read_profile([shipped()], "hsds")
    faults = list(check_hsds(tmp_path / "o", shared / "standards", profile))
    assert len(faults) == 3
    assert [fault.split(":")[0] for fault in faults] == ["organizations.json", "services.json", "services.json"]


def test_schemas_that_are_not_there_are_an_error(report: Inventory, tmp_path: Path) -> None:
    (tmp_path / "standards").mkdir()
    with pytest.raises(ExportError, match="schema"):
        report.export("hsds", tmp_path / "o", official=tmp_path / "standards")
    assert not (tmp_path / "o").exists()


def test_without_the_package_that_checks_it_is_told_how_to_get_it(
    report: Inventory, tmp_path: Path, shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "jsonschema", None)
    with pytest.raises(ExportError, match="pip install jsonschema"):
        report.export("hsds", tmp_path / "o", official=shared / "standards")


def test_named_services_and_entry_points_come_out(report: Inventory, tmp_path: Path) -> None:
    files = exported(report, tmp_path / "o")
    names = {service["name"] for service in files["services"]}
    assert {"DigiD", "MijnOverheid", "student finance", "SVB by telephone", "Bureau for Belgian Affairs"} <= names
    assert len(names) >= 10
    (line,) = (each for each in files["services"] if each["name"] == "SVB by telephone")
    assert line["organization"]["name"] == "Social Insurance Bank"
    assert line["eligibility_description"] == "audience: citizen"
    (there,) = line["service_at_locations"]
    assert there["location"]["location_type"] == "virtual"
    assert {"link_type": "hedge", "value": "altijd direct iemand"}.items() <= next(
        each for each in there["attributes"] if each["value"] == "altijd direct iemand"
    ).items()


def test_a_number_of_the_source_becomes_a_phone(report: Inventory, tmp_path: Path) -> None:
    files = exported(report, tmp_path / "o")
    numbers = {phone["number"] for service in files["services"] for phone in service.get("phones", ())}
    assert numbers == {"1400"}


def test_nothing_planned_or_considered_is_a_service(report: Inventory, tmp_path: Path) -> None:
    files = exported(report, tmp_path / "o", archetypes=True)
    made = {each["id"] for each in files["services"]}
    for slug in ("ind-desks", "belastingdienst-support-points", "1overheid"):
        assert str(uuid5(NAMESPACE_URL, f"{BASE}entry-point/{slug}")) not in made
    assert {each["status"] for each in files["services"]} == {"active"}


def test_an_archetype_is_no_organisation_and_its_services_say_that_they_are_general(
    report: Inventory, tmp_path: Path
) -> None:
    plain = exported(report, tmp_path / "plain")
    wide = exported(report, tmp_path / "wide", archetypes=True)
    assert wide["organizations"] == plain["organizations"]
    assert all("organization" in service for service in plain["services"])
    more = [service for service in wide["services"] if service not in plain["services"]]
    assert len(more) > 20
    assert all(service["name"].endswith("(generic description)") for service in more)
    assert not any("organization" in service or "organization_id" in service for service in more)


def unsaid(value: Any, known: set[str], words: str) -> list[dict[str, Any]]:
    """The objects in `value` that are not `known`, and do not say by `words` what they are, nor stand in what does."""
    if isinstance(value, list):
        return [each for item in value for each in unsaid(item, known, words)]
    if not isinstance(value, dict) or any(words in each for each in value.values() if isinstance(each, str)):
        return []
    own = [value] if value.get("id", "") not in known and "id" in value else []
    return own + [each for item in value.values() for each in unsaid(item, known, words)]


@pytest.mark.parametrize(("lang", "words"), [("nl", "algemene beschrijving"), ("en", "generic description")])
def test_whatever_comes_with_archetypes_only_says_so_or_stands_in_what_does(
    inventory: Inventory, tmp_path: Path, lang: str, words: str
) -> None:
    plain = exported(inventory, tmp_path / "plain", lang=lang)
    wide = exported(inventory, tmp_path / "wide", lang=lang, archetypes=True)
    assert unsaid(wide, set(identifiers(plain)), words) == []
    there = [each for each in wide["service_at_locations"] if each not in plain["service_at_locations"]]
    assert len(there) > 80
    assert all(each["description"].endswith(f"({words})") for each in there)
    own = [each for one in plain["services"] for each in (one, *one.get("service_at_locations", ()))]
    assert not any(words in str(each.get(field)) for each in own for field in ("name", "description", "phones"))


GENERAL = """
@prefix i-archetype: <https://w3id.org/dienstgraaf/id/archetype/> .
i-archetype:municipality a dg:Archetype ; rdfs:label "gemeente"@nl, "municipality"@en .
ex:help a dg:Service ; rdfs:label "hulp"@nl, "help"@en ; dg:provider ex:town ; dg:status c-status:operational .
ex:any-desk a dg:EntryPoint ; rdfs:label "een loket"@nl, "any desk"@en ; dg:provider i-archetype:municipality ;
    dg:status c-status:operational ; dg:serviceProvided ex:help .
ex:any-line a dg:Channel ; rdfs:label "lijn"@nl, "line"@en ; dg:phoneNumber "14 + netnummer" ;
    dg:provider i-archetype:municipality .
ex:any-call a dg:ChannelUse ; rdfs:label "bellen"@nl, "call"@en ; dg:entryPoint ex:any-desk ; dg:channel ex:any-line ;
    dg:status c-status:operational .
ex:any-walk-in a dg:ChannelUse ; rdfs:label "inlopen"@nl, "walk in"@en ; dg:entryPoint ex:any-desk ;
    dg:channel ex:counter ; dg:status c-status:operational ; dg:asksDigitalSkill false .
"""
"""The desk of any municipality, for a service of the town, by a line of its own and by the counter of the town."""


def test_a_named_service_at_a_desk_in_general_says_what_is_general(tmp_path: Path, shared: Path) -> None:
    inventory = town_of(tmp_path, DESK, GENERAL)
    files = exported(inventory, tmp_path / "o", archetypes=True, official=shared / "standards")
    by_name = {each["name"]: each for each in files["services"]}
    assert set(by_name) == {"desk", "help", "any desk (generic description)"}
    there = {each["description"]: each["location"] for each in by_name["help"]["service_at_locations"]}
    assert {words: each["name"] for words, each in there.items()} == {
        "call (generic description)": "line (generic description)",
        "walk in (generic description)": "counter",
    }
    assert [each["description"] for each in by_name["help"]["phones"]] == ["line (generic description)"]
    eased = there["walk in (generic description)"]["accessibility"]
    assert [each["details"] for each in eased] == ["walk in (generic description)"]
    (own,) = by_name["desk"]["service_at_locations"]
    assert (own["description"], own["location"]["name"]) == ("walk in at the counter", "counter")


def test_a_line_of_a_kind_of_provider_that_an_organisation_uses_is_not_generic(tmp_path: Path) -> None:
    use = """ex:call a dg:ChannelUse ; rdfs:label "bel"@nl, "phone"@en ; dg:entryPoint ex:desk ;
    dg:channel ex:any-line ; dg:status c-status:operational ."""
    files = exported(town_of(tmp_path, DESK, GENERAL, use), tmp_path / "o", archetypes=True)
    names = {each["location"]["name"] for each in files["service_at_locations"]}
    assert names == {"counter", "line"}


@pytest.mark.parametrize(
    ("file", "old", "new", "found"),
    [
        ("location", "?label, ?general) AS ?name", "?label, ?label) AS ?name", "any-line"),
        ("location", "?label, ?general) AS ?phone", "?label, ?label) AS ?phone", "any-line#phone"),
        ("service_at_location", "IF(BOUND(?named), ?label, ?general)", "?label", "any-call any-walk-in"),
        ("service_entry_point", "IF(BOUND(?named), ?label, STRLANG(", "COALESCE(?label, STRLANG(", "any-desk"),
    ],
)
def test_what_is_general_and_does_not_say_so_is_found(
    tmp_path: Path, file: str, old: str, new: str, found: str
) -> None:
    inventory = town_of(tmp_path, DESK, GENERAL.replace(" ; dg:serviceProvided ex:help", ""))
    done = export_changed(inventory, tmp_path, "hsds", f"{file}.rq", old, new)
    about = {re.sub("-[0-9a-f]{32}", "", each.focus.strip("<>").rpartition("/")[2]) for each in done.findings}
    assert about == set(found.split())
    assert not done.written


def test_referrals_lines_and_absences_become_notes(report: Inventory, tmp_path: Path) -> None:
    files = exported(report, tmp_path / "o")
    kinds = {each["link_type"] for one in files["organizations"] for each in one["attributes"]}
    assert {"AccessRoute from", "AccessRoute to", "SupportLine provider", "Absence provider"} <= kinds


def test_each_identifier_is_the_uuid_of_its_iri(report: Inventory, tmp_path: Path) -> None:
    files = exported(report, tmp_path / "o")
    assert all(UUID(each).version == 5 for each in identifiers(files))
    assert str(uuid5(NAMESPACE_URL, f"{BASE}organisation/svb")) in {each["id"] for each in files["organizations"]}
    terms = {each["id"] for each in files["taxonomy_terms"]}
    used = {
        attribute["taxonomy_term_id"]
        for service in files["services"]
        for attribute in service["attributes"]
        if "taxonomy_term_id" in attribute
    }
    assert used <= terms


def test_only_what_one_provider_provides(report: Inventory, tmp_path: Path) -> None:
    files = exported(report, tmp_path / "o", provider="DUO")
    assert [each["alternate_name"] for each in files["organizations"]] == ["DUO"]
    assert {each["name"] for each in files["services"]} == {
        "DUO's own offices",
        "joint desk of DUO and SVB",
        "student finance",
    }


def test_only_what_a_generated_provider_provides(town: Inventory, tmp_path: Path, shared: Path) -> None:
    every = exported(town, tmp_path / "every", official=shared / "standards")
    (here,) = {each["organization_id"]: each["organization"]["name"] for each in every["services"]}.items()
    files = exported(town, tmp_path / "o", provider=here[1], official=shared / "standards")
    assert [each["id"] for each in files["organizations"]] == [here[0]]
    there = {each["id"]: each for each in files["service_at_locations"]}
    assert len(there) > 100
    assert there == {each["id"]: each for each in every["service_at_locations"]}


NEIGHBOURS = """
ex:town a dg:Organisation ; rdfs:label "stad"@nl, "town"@en .
ex:helpers a dg:Organisation ; rdfs:label "helpers"@nl, "helpers"@en .
ex:aid a dg:Service ; rdfs:label "hulp"@nl, "aid"@en ; dg:provider ex:helpers ; dg:status c-status:operational .
ex:together a dg:Service ; rdfs:label "samen"@nl, "together"@en ; dg:provider ex:town, ex:helpers ;
    dg:status c-status:operational .
ex:walk-in a dg:EntryPoint ; rdfs:label "inloop"@nl, "walk-in"@en ; dg:provider ex:helpers ; dg:hostedAt ex:town ;
    dg:status c-status:operational .
ex:desk a dg:EntryPoint ; rdfs:label "balie"@nl, "desk"@en ; dg:provider ex:town ; dg:hedge "meestal"@nl ;
    dg:serviceProvided ex:aid, ex:together ; dg:condition ex:emergency ; dg:status c-status:operational .
ex:letter a dg:Channel ; rdfs:label "brief"@nl, "letter"@en ; dg:provider ex:helpers ;
    dg:channelType c-channel-type:post .
ex:by-letter a dg:ChannelUse ; rdfs:label "per brief"@nl, "by letter"@en ; dg:entryPoint ex:desk ;
    dg:channel ex:letter ; dg:hedge "soms"@nl ; dg:condition ex:writing ;
    dg:shareOfProviders <https://w3id.org/dienstgraaf/concept/prevalence/some> ; dg:status c-status:operational .
ex:writing a dg:Condition ; rdfs:label "alleen schriftelijk"@nl, "only in writing"@en .
ex:emergency a dg:Condition ; rdfs:label "alleen bij nood"@nl, "only in an emergency"@en .
"""
"""A town where helpers are guests, and with a desk for a service of the helpers, one of both, and by their letters."""


def test_where_the_entry_point_of_one_provider_is_a_guest_comes_along(tmp_path: Path, shared: Path) -> None:
    inventory = with_data(tmp_path / "data", NEIGHBOURS)
    every = exported(inventory, tmp_path / "every")
    files = exported(inventory, tmp_path / "o", provider="helpers", official=shared / "standards")
    assert [each["name"] for each in files["organizations"]] == ["helpers"]
    assert {each["name"] for each in files["services"]} == {"aid", "together", "walk-in"}
    (there,) = files["service_at_locations"]
    assert (there["location"]["name"], there["location"]["location_type"]) == ("town", "physical")
    assert there in every["service_at_locations"]


def test_a_service_of_another_than_the_chosen_provider_stays_out_and_the_use_is_with_the_entry_point(
    tmp_path: Path, shared: Path
) -> None:
    inventory = with_data(tmp_path / "data", NEIGHBOURS)
    files = exported(inventory, tmp_path / "o", provider="town", official=shared / "standards")
    assert [each["name"] for each in files["organizations"]] == ["town"]
    by_name = {each["name"]: each for each in files["services"]}
    assert set(by_name) == {"desk", "together"}
    served = {each["service_id"]: each["location"]["name"] for each in files["service_at_locations"]}
    assert served == {each["id"]: "letter" for each in by_name.values()}
    assert any(each["value"].startswith("aid <") for each in by_name["desk"]["attributes"])


def test_what_a_kind_of_provider_shares_with_an_organisation_is_not_generic(tmp_path: Path, shared: Path) -> None:
    both = """ex:help dg:provider i-archetype:municipality .
    ex:own a dg:Service ; rdfs:label "eigen"@nl, "own"@en ; dg:provider i-archetype:municipality ;
        dg:status c-status:operational ."""
    files = exported(
        town_of(tmp_path, DESK, GENERAL, both),
        tmp_path / "o",
        provider="municipality",
        archetypes=True,
        official=shared / "standards",
    )
    assert files["organizations"] == []
    names = {each["name"] for each in files["services"]}
    assert names == {"help", "own (generic description)", "any desk (generic description)"}
    places = {each["location"]["name"] for each in files["service_at_locations"]}
    assert places == {"counter", "line (generic description)"}


def said_of(one: dict[str, Any]) -> set[tuple[str, str]]:
    """The attributes of an object: what each is about, and its value without the IRI."""
    return {(each["link_type"], each["value"].partition(" <")[0]) for each in one["attributes"]}


def test_a_use_under_a_named_service_says_how_certain_it_is_and_when(tmp_path: Path, shared: Path) -> None:
    inventory = with_data(tmp_path / "data", NEIGHBOURS)
    files = exported(inventory, tmp_path / "o", official=shared / "standards")
    there = {each["name"]: each["service_at_locations"] for each in files["services"] if each["name"] != "walk-in"}
    (own,), (aid,), (together,) = there["desk"], there["aid"], there["together"]
    limits = {("hedge", "soms"), ("condition", "only in writing"), ("shareOfProviders", "some")}
    assert limits < said_of(own) < said_of(aid) == said_of(together)
    assert said_of(aid) - said_of(own) == {
        ("entryPoint", "desk"),
        ("EntryPoint condition", "only in an emergency"),
        ("EntryPoint hedge", "meestal"),
        ("EntryPoint status", "operational"),
    }
    every = [each for one in (own, aid, together) for each in one["attributes"]]
    assert len({each["id"] for each in every}) == len(every)
    assert all(each["link_id"] == one["id"] for one in (own, aid, together) for each in one["attributes"])
    assert not any("service_at_location_id" in each for each in files["service_at_locations"])


def test_no_use_of_a_generated_inventory_loses_its_hedges(with_two: Inventory, tmp_path: Path) -> None:
    files = exported(with_two, tmp_path / "o")
    by_place: dict[tuple[str, str], list[set[tuple[str, str]]]] = {}
    for each in files["service_at_locations"]:
        if "attributes" in each:
            by_place.setdefault((each["location_id"], each["description"]), []).append(said_of(each))
    repeated = [found for found in by_place.values() if any(name == "entryPoint" for one in found for name, _ in one)]
    assert len(repeated) > 10
    for found in repeated:
        owns = [one for one in found if not any(name == "entryPoint" for name, _ in one)]
        assert all(any(own < one for own in owns) for one in found if one not in owns)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_what_is_named_and_planned_or_general_says_so(tmp_path: Path, lang: str) -> None:
    text = """
    ex:town a dg:Organisation ; rdfs:label "stad"@nl, "town"@en ; dg:conformsTo ex:village .
    ex:village a dg:Archetype ; rdfs:label "een dorp"@nl, "a village"@en .
    ex:help a dg:Service ; rdfs:label "hulp"@nl, "help"@en ; dg:provider ex:town, ex:village ;
        dg:status c-status:operational ; dg:supplements ex:plan, ex:any, ex:dream, ex:other .
    ex:other a dg:Service ; rdfs:label "ander"@nl, "other"@en ; dg:provider ex:town, ex:village ;
        dg:status c-status:operational .
    ex:plan a dg:Service ; rdfs:label "plan"@nl, "plan"@en ; dg:provider ex:town ; dg:status c-status:planned .
    ex:any a dg:Service ; rdfs:label "elk"@nl, "any"@en ; dg:provider ex:village ; dg:status c-status:operational .
    ex:dream a dg:Service ; rdfs:label "droom"@nl ; dg:provider ex:village ; dg:status c-status:ambition .
    ex:desk a dg:EntryPoint ; rdfs:label "balie"@nl, "desk"@en ; dg:provider ex:town ;
        dg:status c-status:operational ; dg:serviceProvided ex:plan .
    ex:later a dg:EntryPoint ; rdfs:label "later"@nl, "later"@en ; dg:provider ex:town ; dg:status c-status:planned .
    ex:counter a dg:Channel ; rdfs:label "loket"@nl, "counter"@en ; dg:provider ex:town ; dg:exampleOf ex:any-use .
    ex:use a dg:ChannelUse ; rdfs:label "nu"@nl, "now"@en ; dg:entryPoint ex:desk ; dg:channel ex:counter ;
        dg:status c-status:operational ; dg:insteadOf ex:later-use .
    ex:later-use a dg:ChannelUse ; rdfs:label "straks"@nl, "soon"@en ; dg:entryPoint ex:later ; dg:channel ex:counter ;
        dg:status c-status:operational .
    ex:any-desk a dg:EntryPoint ; rdfs:label "deur"@nl, "door"@en ; dg:provider ex:village ;
        dg:status c-status:operational .
    ex:any-use a dg:ChannelUse ; rdfs:label "vorm"@nl, "form"@en ; dg:entryPoint ex:any-desk ; dg:channel ex:counter ;
        dg:status c-status:operational .
    ex:first a dg:SupportLine ; rdfs:label "eerste"@nl, "first"@en ; dg:provider ex:town ;
        dg:status c-status:operational ; dg:nextLine ex:second .
    ex:second a dg:SupportLine ; rdfs:label "tweede"@nl, "second"@en ; dg:provider ex:town ;
        dg:status c-status:planned .
    """
    files = exported(with_data(tmp_path / "data", text), tmp_path / "o", lang=lang)
    names = {each["name"]: each for each in files["services"]}
    dutch = lang == "nl"
    planned, generic = ("gepland", "algemene beschrijving") if dutch else ("planned", "generic description")
    help_, desk = (names[each] for each in (("hulp", "balie") if dutch else ("help", "desk")))
    assert {value for name, value in said_of(help_) if name in ("provider", "supplements")} == {
        "stad" if dutch else "town",
        f"een dorp ({generic})" if dutch else f"a village ({generic})",
        f"plan ({planned})",
        f"elk ({generic})" if dutch else f"any ({generic})",
        "droom (ambitie) (algemene beschrijving)",
        "ander" if dutch else "other",
    }
    assert ("serviceProvided", f"plan ({planned})") in said_of(desk)
    (organisation,), (there,) = files["organizations"], desk["service_at_locations"]
    assert ("insteadOf", f"{'straks' if dutch else 'soon'} ({planned})") in said_of(there)
    assert ("exampleOf", f"{'vorm' if dutch else 'form'} ({generic})") in said_of(there["location"])
    assert {
        ("SupportLine nextLine", f"{'tweede' if dutch else 'second'} ({planned})"),
        ("conformsTo", f"{'een dorp' if dutch else 'a village'} ({generic})"),
    } < said_of(organisation)


def test_one_file_holds_what_the_folder_holds(report: Inventory, tmp_path: Path) -> None:
    assert json.loads(bytes_of(report, lang="en")) == exported(report, tmp_path / "o")


def test_the_bytes_are_the_same_every_time_and_for_every_batch(report: Inventory) -> None:
    first = bytes_of(report)
    assert bytes_of(Inventory.load(inferred=False)) == first
    output = io.BytesIO()
    wish = Wish(check=False, batch=3)
    export(report.engine, read_profile([shipped()], "hsds"), wish, FORMATS["hsds-json"], output)
    assert output.getvalue() == first


def test_a_server_gives_the_same(report: Inventory, sparql_server) -> None:
    content = io.BytesIO()
    dump(report.quads(), content)
    request = Request(f"{sparql_server.base}/store", content.getvalue(), {"Content-Type": "application/n-quads"})
    urlopen(request, timeout=60).close()
    remote = Inventory.load(endpoint=sparql_server.query_url)
    assert bytes_of(remote) == bytes_of(report)


def test_hostile_labels_arrive_whole_and_harmless(hostile_inventory: Inventory, tmp_path: Path) -> None:
    files = exported(hostile_inventory, tmp_path / "o")
    (service,) = files["services"]
    (organisation,) = files["organizations"]
    assert service["name"] == organisation["name"] == HOSTILE
    assert "alternate_name" not in organisation  # its short name is its name
    assert {each["value"] for each in service["attributes"] if each["link_type"] == "hedge"} == {HOSTILE}
    assert service["phones"][0]["number"] == "+31 20 123"
    assert service["schedules"][0]["byday"] == "MO,TU,WE,TH,FR,SA,SU"
    assert service["required_documents"][0]["document"] == f"DigiD ({HOSTILE})"
    assert {each["location"]["location_type"] for each in service["service_at_locations"]} == {"physical", "virtual"}
    for path in (tmp_path / "o").iterdir():
        assert not set(b"<>&") & set(path.read_bytes()), path.name


TOWN = """
@prefix dg: <https://w3id.org/dienstgraaf/def#> .
@prefix ex: <https://town.example/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix c-channel-type: <https://w3id.org/dienstgraaf/concept/channel-type/> .
@prefix c-need: <https://w3id.org/dienstgraaf/concept/need/> .
@prefix c-organisation-kind: <https://w3id.org/dienstgraaf/concept/organisation-kind/> .
@prefix c-status: <https://w3id.org/dienstgraaf/concept/status/> .
"""

DESK = """
ex:town a dg:Organisation ; rdfs:label "stad"@nl, "town"@en .
ex:desk a dg:EntryPoint ; rdfs:label "loket"@nl, "desk"@en ; dg:provider ex:town ; dg:status c-status:operational .
ex:counter a dg:Channel ; rdfs:label "balie"@nl, "counter"@en ; dg:provider ex:town ;
    dg:channelType c-channel-type:in-person .
ex:walk-in a dg:ChannelUse ; rdfs:label "inlopen aan de balie"@nl, "walk in at the counter"@en ;
    dg:entryPoint ex:desk ; dg:channel ex:counter ; dg:status c-status:operational ;
    dg:appointmentNeed c-need:not-required ; dg:identificationNeed c-need:not-required .
"""
"""A town with a desk, where people walk in."""


def town_of(tmp_path: Path, *turtle: str) -> Inventory:
    """An inventory with these facts only."""
    (tmp_path / "town").mkdir()
    (tmp_path / "town" / "town.ttl").write_text("".join([TOWN, *turtle]), encoding="utf-8")
    return Inventory.load(tmp_path / "town", only_data=True, inferred=False)


def test_what_has_no_name_in_the_language_has_that_in_the_other(tmp_path: Path, shared: Path) -> None:
    english = re.sub(r'"[^"]*"@nl, ', "", DESK)
    inventory = town_of(tmp_path, english)
    files = exported(inventory, tmp_path / "o", lang="nl", official=shared / "standards")
    (organisation,), (service,) = files["organizations"], files["services"]
    assert (organisation["name"], service["name"], service["status"]) == ("town", "desk", "active")
    (there,) = service["service_at_locations"]
    assert (there["description"], there["location"]["name"]) == ("walk in at the counter", "counter")
    assert "walk in at the counter: appointment: not required" in service["application_process"]
    lines = [line for line in inventory.losses("hsds", lang="nl").properties if line.source.startswith(DG)]
    assert lines
    assert not any(line.fates["language"] for line in lines)


@pytest.mark.parametrize("thing", ["town", "desk", "counter", "walk-in"])
def test_of_what_has_no_name_only_that_is_found(tmp_path: Path, thing: str) -> None:
    nameless = re.sub(rf"(ex:{thing} a [^;]*;) rdfs:label [^;.]*([;.])", r"\1 \2", DESK).replace("; .", ".")
    assert nameless != DESK
    done = town_of(tmp_path, nameless).export("hsds", tmp_path / "o", lang="nl")
    about = {each.path.rpartition("#")[2] for each in done.findings if each.path}
    assert about == {"town": {"name", "description"}, "walk-in": set()}.get(thing, {"name"})


def test_an_organisation_of_a_kind_without_a_name_is_not_said_to_lack_a_description(tmp_path: Path) -> None:
    inventory = town_of(tmp_path, "ex:town a dg:Organisation ; dg:organisationKind c-organisation-kind:municipality .")
    (finding,) = inventory.export("hsds", tmp_path / "o").findings
    assert "naam" in finding.text("nl")


def test_a_name_in_another_language_does_not_take_the_place_of_one_in_the_chosen(tmp_path: Path) -> None:
    inventory = town_of(tmp_path, DESK, 'ex:town rdfs:label "stêd"@fy . ex:desk rdfs:label "aloket"@fy .')
    files = exported(inventory, tmp_path / "o", lang="nl")
    assert [each["name"] for each in (*files["organizations"], *files["services"])] == ["stad", "loket"]


def test_how_to_come_in_reads_well_in_both_languages(tmp_path: Path) -> None:
    inventory = town_of(tmp_path, DESK)
    (dutch,) = exported(inventory, tmp_path / "nl", lang="nl")["services"]
    (english,) = exported(inventory, tmp_path / "en", lang="en")["services"]
    assert dutch["application_process"] == "inlopen aan de balie: afspraak: niet nodig; identificatie: niet nodig"
    assert (
        english["application_process"]
        == "walk in at the counter: appointment: not required; identification: not required"
    )


def test_the_page_of_a_channel_is_not_the_website_of_its_organisation(tmp_path: Path, shared: Path) -> None:
    page = 'ex:counter dg:webAddress "https://town.example/counter"^^xsd:anyURI .'
    files = exported(town_of(tmp_path, DESK, page), tmp_path / "o", official=shared / "standards")
    (organisation,) = files["organizations"]
    assert "website" not in organisation
    assert [each["url"] for each in organisation["locations"]] == ["https://town.example/counter"]


@pytest.mark.parametrize(("thing", "files", "field"), [("town", "organizations", "website"), ("counter", "", "url")])
def test_each_of_several_web_addresses_arrives(
    tmp_path: Path, shared: Path, thing: str, files: str, field: str
) -> None:
    pages = [f"https://town.example/{each}" for each in "cab"]
    more = f"ex:{thing} dg:webAddress {', '.join(f'{chr(34)}{each}{chr(34)}^^xsd:anyURI' for each in pages)} ."
    found = exported(town_of(tmp_path, DESK, more), tmp_path / "o", official=shared / "standards")
    one = found[files][0] if files else found["organizations"][0]["locations"][0]
    assert one[field] == "https://town.example/a"
    values = {each["value"] for each in one["attributes"] if each["link_type"] == "webAddress"}
    assert values == {"https://town.example/b", "https://town.example/c"}


@pytest.mark.parametrize("thing", ["desk", "walk-in", "help"])
def test_what_is_planned_as_well_as_in_operation_is_not_exported_as_in_operation(tmp_path: Path, thing: str) -> None:
    service = 'ex:help a dg:Service ; rdfs:label "hulp"@nl, "help"@en ; dg:provider ex:town ;'
    inventory = town_of(
        tmp_path,
        DESK,
        f"{service} dg:status c-status:operational . ex:desk dg:serviceProvided ex:help .",
        f"ex:{thing} dg:status c-status:planned .",
    )
    files = exported(inventory, tmp_path / "o")
    services = {each["name"] for each in files["services"]}
    there = {each["service_id"] for each in files["service_at_locations"]}
    desk = str(uuid5(NAMESPACE_URL, "https://town.example/id/desk"))
    assert (services, there) == {
        "desk": ({"help"}, set()),
        "walk-in": ({"desk", "help"}, set()),
        "help": ({"desk"}, {desk}),
    }[thing]


def test_an_e_mail_address_is_no_page(tmp_path: Path, shared: Path) -> None:
    post = ["mailto:info@town.example", "mailto:a@town.example"]
    pages = ["https://town.example/", "mailto:info@town.example,a@town.example"]
    every = ", ".join(f'"{each}"^^xsd:anyURI' for each in (*post, *pages))
    more = f"ex:town dg:webAddress {every} . ex:counter dg:webAddress {every} ."
    files = exported(town_of(tmp_path, DESK, more), tmp_path / "o", official=shared / "standards")
    (organisation,) = files["organizations"]
    (location,) = organisation["locations"]
    assert (organisation["email"], organisation["website"]) == ("a@town.example", pages[0])
    assert location["url"] == pages[0]
    assert {each["email"] for each in location["contacts"]} == {"info@town.example", "a@town.example"}
    further = {each["value"] for each in location["attributes"] if each["link_type"] == "webAddress"}
    assert further == {pages[1]}
    further = {each["value"] for each in organisation["attributes"] if each["link_type"] == "webAddress"}
    assert further == {post[0], pages[1]}


def test_a_channel_with_only_an_e_mail_address_has_no_page(tmp_path: Path, shared: Path) -> None:
    more = 'ex:counter dg:webAddress "mailto:info@town.example"^^xsd:anyURI .'
    files = exported(town_of(tmp_path, DESK, more), tmp_path / "o", official=shared / "standards")
    (location,) = (each["location"] for each in files["service_at_locations"])
    assert [each["email"] for each in location["contacts"]] == ["info@town.example"]
    assert "url" not in location


def test_an_e_mail_address_is_one_in_capitals_and_with_a_subject_too(tmp_path: Path, shared: Path) -> None:
    given = ["MAILTO:info@town.example?subject=hello&body=a@b", "mailto:info@town.example"]
    every = ", ".join(f'"{each}"^^xsd:anyURI' for each in given)
    more = f"ex:town dg:webAddress {every} . ex:counter dg:webAddress {every} ."
    files = exported(town_of(tmp_path, DESK, more), tmp_path / "o", official=shared / "standards")
    (organisation,) = files["organizations"]
    (location,) = organisation["locations"]
    assert organisation["email"] == "info@town.example"
    assert [each["email"] for each in location["contacts"]] == ["info@town.example"]
    assert "website" not in organisation
    assert "url" not in location
    assert {each["value"] for each in organisation["attributes"] if each["link_type"] == "webAddress"} == {given[1]}
    assert not [each for each in location["attributes"] if each["link_type"] == "webAddress"]


def test_only_an_address_of_the_web_is_a_page(tmp_path: Path, shared: Path) -> None:
    odd = ["JavaScript:alert(1)", "data:text/html,x", "ftp://town.example/", "mailto:?subject=hello"]
    every = ", ".join(f'"{each}"^^xsd:anyURI' for each in odd)
    more = f"ex:town dg:webAddress {every} . ex:counter dg:webAddress {every} ."
    page = ' ex:town dg:webAddress "HTTPS://town.example/"^^xsd:anyURI .'
    for name, added in (("none", ""), ("one", page + page.replace("town dg", "counter dg"))):
        (tmp_path / name).mkdir()
        inventory = town_of(tmp_path / name, DESK, more, added)
        files = exported(inventory, tmp_path / name / "o", official=shared / "standards")
        (organisation,) = files["organizations"]
        (location,) = organisation["locations"]
        expected = "HTTPS://town.example/" if added else None
        assert (organisation.get("website"), location.get("url")) == (expected, expected)
        assert "email" not in organisation
        assert not location.get("contacts")
        for each in (organisation, location):
            assert {one["value"] for one in each["attributes"] if one["link_type"] == "webAddress"} == set(odd)
