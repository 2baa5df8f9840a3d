"""The profile hsds: valid by the official schemas, honest about what is planned or general, the same every time."""

from __future__ import annotations

import io
import json
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
from export_samples import HOSTILE, generated_inventory, hostile_inventory, shipped_inventory

__all__ = ["generated_inventory", "hostile_inventory", "shipped_inventory"]

BASE = "https://w3id.org/dienstgraaf/id/"


def exported(inventory: Inventory, folder: Path, **options: Any) -> dict[str, list[dict[str, Any]]]:
    """The objects of an export by file."""
    options.setdefault("lang", "en")
    done = inventory.export("hsds", folder, **options)
    assert done.written, [each.text("en") for each in done.findings] + done.official
    return {name: json.loads((folder / f"{name}.json").read_bytes()) for name in FILES}


def bytes_of(inventory: Inventory, **options: Any) -> bytes:
    """An export as one file."""
    output = io.BytesIO()
    inventory.export("hsds", output, format="hsds-json", check=False, **options)
    return output.getvalue()


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
    shipped_inventory: Inventory, tmp_path: Path, shared: Path, archetypes: bool
) -> None:
    done = shipped_inventory.export("hsds", tmp_path / "o", official=shared / "standards", archetypes=archetypes)
    assert (done.official, done.findings, done.written) == ([], [], True)


def test_a_generated_inventory_passes_the_official_schemas(
    generated_inventory: Inventory, tmp_path: Path, shared: Path
) -> None:
    files = exported(generated_inventory, tmp_path / "o", official=shared / "standards")
    assert len(files["services"]) > 50
    assert any(service.get("phones") for service in files["services"])
    assert any(service.get("schedules") for service in files["services"])
    assert any(service.get("required_documents") for service in files["services"])
    known = {service["id"] for service in files["services"]}
    assert {each["service_id"] for each in files["service_at_locations"]} <= known


def test_the_official_check_finds_what_is_wrong(shipped_inventory: Inventory, tmp_path: Path, shared: Path) -> None:
    files = exported(shipped_inventory, tmp_path / "o")
    files["services"][0]["status"] = "planned"
    files["services"][1]["attributes"][0]["id"] = "no uuid"
    del files["organizations"][0]["description"]
    for name, objects in files.items():
        (tmp_path / "o" / f"{name}.json").write_text(json.dumps(objects), encoding="utf-8")
    profile = read_profile([shipped()], "hsds")
    faults = list(check_hsds(tmp_path / "o", shared / "standards", profile))
    assert len(faults) == 3
    assert [fault.split(":")[0] for fault in faults] == ["organizations.json", "services.json", "services.json"]


def test_schemas_that_are_not_there_are_an_error(shipped_inventory: Inventory, tmp_path: Path) -> None:
    (tmp_path / "standards").mkdir()
    with pytest.raises(ExportError, match="schema"):
        shipped_inventory.export("hsds", tmp_path / "o", official=tmp_path / "standards")
    assert not (tmp_path / "o").exists()


def test_without_the_package_that_checks_it_is_told_how_to_get_it(
    shipped_inventory: Inventory, tmp_path: Path, shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "jsonschema", None)
    with pytest.raises(ExportError, match="pip install jsonschema"):
        shipped_inventory.export("hsds", tmp_path / "o", official=shared / "standards")


def test_named_services_and_entry_points_come_out(shipped_inventory: Inventory, tmp_path: Path) -> None:
    files = exported(shipped_inventory, tmp_path / "o")
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


def test_a_number_of_the_source_becomes_a_phone(shipped_inventory: Inventory, tmp_path: Path) -> None:
    files = exported(shipped_inventory, tmp_path / "o")
    numbers = {phone["number"] for service in files["services"] for phone in service.get("phones", ())}
    assert numbers == {"1400"}


def test_nothing_planned_or_considered_is_a_service(shipped_inventory: Inventory, tmp_path: Path) -> None:
    files = exported(shipped_inventory, tmp_path / "o", archetypes=True)
    made = {each["id"] for each in files["services"]}
    for slug in ("ind-desks", "belastingdienst-support-points", "1overheid"):
        assert str(uuid5(NAMESPACE_URL, f"{BASE}entry-point/{slug}")) not in made
    assert {each["status"] for each in files["services"]} == {"active"}


def test_an_archetype_is_no_organisation_and_its_services_say_that_they_are_general(
    shipped_inventory: Inventory, tmp_path: Path
) -> None:
    plain = exported(shipped_inventory, tmp_path / "plain")
    wide = exported(shipped_inventory, tmp_path / "wide", archetypes=True)
    assert wide["organizations"] == plain["organizations"]
    assert all("organization" in service for service in plain["services"])
    more = [service for service in wide["services"] if service not in plain["services"]]
    assert len(more) > 20
    assert all(service["name"].endswith("(generic description)") for service in more)
    assert not any("organization" in service or "organization_id" in service for service in more)


def test_referrals_lines_and_absences_become_notes(shipped_inventory: Inventory, tmp_path: Path) -> None:
    files = exported(shipped_inventory, tmp_path / "o")
    kinds = {each["link_type"] for one in files["organizations"] for each in one["attributes"]}
    assert {"AccessRoute from", "AccessRoute to", "SupportLine provider", "Absence provider"} <= kinds


def test_each_identifier_is_the_uuid_of_its_iri(shipped_inventory: Inventory, tmp_path: Path) -> None:
    files = exported(shipped_inventory, tmp_path / "o")
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


def test_only_what_one_provider_provides(shipped_inventory: Inventory, tmp_path: Path) -> None:
    files = exported(shipped_inventory, tmp_path / "o", provider="DUO")
    assert [each["alternate_name"] for each in files["organizations"]] == ["DUO"]
    assert {each["name"] for each in files["services"]} == {
        "DUO's own offices",
        "joint desk of DUO and SVB",
        "student finance",
    }


def test_one_file_holds_what_the_folder_holds(shipped_inventory: Inventory, tmp_path: Path) -> None:
    assert json.loads(bytes_of(shipped_inventory, lang="en")) == exported(shipped_inventory, tmp_path / "o")


def test_the_bytes_are_the_same_every_time_and_for_every_batch(shipped_inventory: Inventory) -> None:
    first = bytes_of(shipped_inventory)
    assert bytes_of(Inventory.load(inferred=False)) == first
    output = io.BytesIO()
    wish = Wish(check=False, batch=3)
    export(shipped_inventory.engine, read_profile([shipped()], "hsds"), wish, FORMATS["hsds-json"], output)
    assert output.getvalue() == first


def test_a_server_gives_the_same(shipped_inventory: Inventory, sparql_server) -> None:
    content = io.BytesIO()
    dump(shipped_inventory.quads(), content)
    request = Request(f"{sparql_server.base}/store", content.getvalue(), {"Content-Type": "application/n-quads"})
    urlopen(request, timeout=60).close()
    remote = Inventory.load(endpoint=sparql_server.query_url)
    assert bytes_of(remote) == bytes_of(shipped_inventory)


def test_hostile_labels_arrive_whole_and_harmless(hostile_inventory: Inventory, tmp_path: Path) -> None:
    files = exported(hostile_inventory, tmp_path / "o")
    (service,) = files["services"]
    (organisation,) = files["organizations"]
    assert service["name"] == organisation["name"] == organisation["alternate_name"] == HOSTILE
    assert {each["value"] for each in service["attributes"] if each["link_type"] == "hedge"} == {HOSTILE}
    assert service["phones"][0]["number"] == "+31 20 123"
    assert service["schedules"][0]["byday"] == "MO,TU,WE,TH,FR,SA,SU"
    assert service["required_documents"][0]["document"] == f"DigiD ({HOSTILE})"
    assert {each["location"]["location_type"] for each in service["service_at_locations"]} == {"physical", "virtual"}
    for path in (tmp_path / "o").iterdir():
        assert not set(b"<>&") & set(path.read_bytes()), path.name


def test_a_service_without_a_name_in_the_language_is_refused(tmp_path: Path) -> None:
    (tmp_path / "town").mkdir()
    (tmp_path / "town" / "town.ttl").write_text(
        "@prefix dg: <https://w3id.org/dienstgraaf/def#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        '<https://town.example/town> a dg:Organisation ; rdfs:label "town"@en .\n',
        encoding="utf-8",
    )
    inventory = Inventory.load(tmp_path / "town", only_data=True, inferred=False)
    done = inventory.export("hsds", tmp_path / "o", lang="nl")
    assert not done.written
    assert not (tmp_path / "o").exists()
