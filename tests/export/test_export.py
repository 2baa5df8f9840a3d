"""Exports: the same bytes whatever the engine and the batch, intact in every format, whole or not at all."""

from __future__ import annotations

import io
import json
import re
import shutil
from pathlib import Path

import pytest
from pyoxigraph import Dataset, Literal, NamedNode, RdfFormat, Store, parse

from dienstgraaf import DienstgraafError, Inventory
from dienstgraaf.export import (
    ExportError,
    MappingError,
    UnknownProfileError,
    Wish,
    choose_form,
    export,
    profile_folders,
    read_profile,
)
from dienstgraaf.export.checking import check_shapes
from dienstgraaf.export.writers.xmltext import readable
from dienstgraaf.inventory import shipped
from dienstgraaf.questions import ParameterError
from dienstgraaf.reasoning import load_facts
from exported import HOSTILE, PREFIXES, bytes_of, with_data

RDF = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
}
PROFILES = [name for name in profile_folders([shipped()]) if set(RDF) <= set(read_profile([shipped()], name).formats)]


def triples(content: bytes, form: str) -> Dataset:
    return Dataset(parse(content, RDF[form]))


@pytest.mark.parametrize("name", profile_folders([shipped()]))
def test_batches_do_not_change_the_bytes(name, town):
    profile, engine = read_profile([shipped()], name), load_facts(town.layouts)
    form = choose_form(profile, None, None)
    if form.write is None:
        form = choose_form(profile, profile.formats[-1], None)
    outputs = set()
    for size in (3, 50, 400):
        output = io.BytesIO()
        export(engine, profile, Wish(batch=size, check=False), form, output)
        outputs.add(output.getvalue())
    assert len(outputs) == 1
    assert len(outputs.pop()) > 1000


@pytest.mark.parametrize("name", ["cpsv-ap", "org", "schema-org"])
def test_a_table_is_looked_up_after_the_pattern_and_never_joined_with_the_roots(name):
    for part in read_profile([shipped()], name).parts:
        patterns = re.sub(r"OPTIONAL \{\s+VALUES", "", part.query)
        assert set(re.findall(r"VALUES (\S+)", patterns)) == {f"?{part.root}"}, part.name


@pytest.mark.parametrize("name", PROFILES)
def test_every_format_says_the_same(name, generated):
    assert PROFILES
    expected = triples(bytes_of(generated, name, format="ntriples"), "ntriples")
    for form in RDF:
        assert triples(bytes_of(generated, name, format=form), form) == expected, form


@pytest.mark.parametrize("form", RDF)
def test_a_hostile_label_arrives_intact(form, hostile):
    content = bytes_of(hostile, format=form)
    expected = readable(HOSTILE) if form == "rdfxml" else HOSTILE
    assert Literal(expected, language="nl") in {quad.object for quad in triples(content, form)}


def test_json_ld_can_stand_in_a_page_and_needs_no_network(hostile):
    content = bytes_of(hostile, format="jsonld")
    assert not {b"<", b">", b"&"} & {bytes([byte]) for byte in content}
    context = json.loads(content)["@context"]
    assert isinstance(context, dict)
    assert context["cpsv"] == "http://purl.org/vocab/cpsv#"


def test_the_values_of_other_catalogues_are_described(report):
    text = bytes_of(report).decode()
    assert "<http://publications.europa.eu/resource/authority/country/NLD> a" in text
    assert text.count("<http://purl.org/adms/status/Completed> a") == 1


@pytest.mark.parametrize("name", ["o.ttl", "o"])
def test_a_file_appears_whole_with_nothing_beside_it(name, report, tmp_path):
    done = report.export("cpsv-ap", tmp_path / name)
    assert done.written
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_bytes() == bytes_of(report)


@pytest.mark.parametrize("place", ["/dev/full", "/proc/self/o.ttl", "{tmp}/missing/o.ttl"])
def test_a_full_or_read_only_place_is_an_error_and_leaves_nothing(place, report, tmp_path):
    with pytest.raises(ExportError, match="cannot write"):
        report.export("cpsv-ap", place.format(tmp=tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_what_violates_a_rule_is_not_written(tmp_path):
    (tmp_path / "own.ttl").write_text(
        """
        @prefix c-organisation-kind: <https://w3id.org/dienstgraaf/concept/organisation-kind/> .
        @prefix c-status: <https://w3id.org/dienstgraaf/concept/status/> .
        @prefix dg: <https://w3id.org/dienstgraaf/def#> .
        @prefix ex: <https://example.org/id/> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        ex:town a dg:Organisation ; dg:organisationKind c-organisation-kind:municipality ;
          rdfs:label "stad"@nl, "dorp"@nl .
        """,
        encoding="utf-8",
    )
    inventory = Inventory.load(tmp_path, only_data=True)
    done = inventory.export("cpsv-ap", tmp_path / "o.ttl")
    assert not done.written
    (found,) = done.findings
    assert re.match(r".*own\.ttl:7:9: violation: <https://example\.org/id/town> skos:prefLabel: ", found.text("en"))
    assert "one a language" in found.text("en")
    assert not (tmp_path / "o.ttl").exists()
    assert inventory.export("cpsv-ap", tmp_path / "o.ttl", check=False).written


@pytest.mark.parametrize("form", ["turtle", "ntriples", "jsonld"])
def test_what_is_much_is_held_against_the_rules_on_disk_with_the_same_findings(form, tmp_path, monkeypatch):
    own = with_data(
        tmp_path / "own",
        """
        ex:town a dg:Organisation ; dg:organisationKind c-organisation-kind:municipality ; rdfs:label "a"@nl, "b"@nl .
        ex:help a dg:Service ; dg:provider ex:town ; dg:status c-status:operational .
        """,
    )
    found = own.export("cpsv-ap", io.BytesIO(), format=form).findings
    assert {each.path.rpartition("/")[2] for each in found} == {"core#prefLabel", "title"}
    monkeypatch.setattr("dienstgraaf.export.keeping._IN_MEMORY", 3)
    monkeypatch.setattr("dienstgraaf.export.keeping._PIECE", 100)
    assert own.export("cpsv-ap", io.BytesIO(), format=form).findings == found


def test_what_has_no_name_has_a_competent_authority_all_the_same(tmp_path):
    nameless = "ex:help a dg:Service ; dg:provider ex:town ; dg:status c-status:operational ."
    town = 'ex:town a dg:Organisation ; dg:organisationKind c-organisation-kind:municipality ; rdfs:label "a"@nl .'
    done = with_data(tmp_path / "own", f"{nameless}\n{town}").export("cpsv-ap", io.BytesIO())
    (found,) = done.findings
    assert f"own.ttl:{PREFIXES.count(chr(10)) + 1}:1: violation:" in found.text("en")
    assert found.path == "http://purl.org/dc/terms/title"


def test_unknown_names_suggest_the_nearest(report):
    with pytest.raises(UnknownProfileError, match="Did you mean: cpsv-ap"):
        report.export("cpsv-app", io.BytesIO())
    with pytest.raises(UnknownProfileError, match="Did you mean: ntriples"):
        report.export("cpsv-ap", io.BytesIO(), format="nt")
    with pytest.raises(UnknownProfileError, match="Did you mean: turtle"):
        report.export("cpsv-ap", io.BytesIO(), format="turtel")
    with pytest.raises(ParameterError, match="Did you mean: SVB"):
        report.export("cpsv-ap", io.BytesIO(), provider="SVG")
    with pytest.raises(ExportError, match="does not exist"):
        report.export("cpsv-ap", io.BytesIO(), official=Path("/nowhere"))


def test_reasoning_changes_nothing(report):
    assert bytes_of(Inventory.load(inferred=True)) == bytes_of(report)


def test_callers_are_told_what_they_did_wrong(report):
    with pytest.raises(DienstgraafError, match="fr"):
        report.export("cpsv-ap", io.BytesIO(), lang="fr")
    with pytest.raises(ExportError, match="'wb'"):
        report.export("cpsv-ap", io.StringIO())
    assert bytes_of(report, provider=None) == bytes_of(report)


def test_concepts_come_along_only_where_something_refers_to_them(report):
    found = triples(bytes_of(report, provider="UWV", format="ntriples"), "ntriples")
    concept = NamedNode("http://www.w3.org/2004/02/skos/core#Concept")
    concepts = {quad.subject for quad in found if quad.object == concept}
    assert concepts == concepts & {quad.object for quad in found} != set()


@pytest.mark.parametrize(
    "kind",
    [
        "http://www.w3.org/2004/02/skos/core#Concept",
        "http://data.europa.eu/m8g/Channel",
        "http://data.europa.eu/m8g/ContactPoint",
        "http://data.europa.eu/m8g/Requirement",
    ],
)
def test_some_things_come_along_only_where_something_refers_to_them(kind, generated):
    found = triples(bytes_of(generated, format="ntriples"), "ntriples")
    things = {quad.subject for quad in found if quad.object == NamedNode(kind)}
    assert things == things & {quad.object for quad in found} != set()


def test_a_folder_that_is_used_again_loses_only_what_an_export_wrote(report, tmp_path):
    place = tmp_path / "o"
    report.export("table", place)
    first = {path.name for path in place.iterdir()}
    (place / "mine.csv").write_text("kept", encoding="utf-8")
    (place / ".dienstgraaf-export").open("a", encoding="utf-8").write("../beside.csv\n")
    (tmp_path / "beside.csv").write_text("kept", encoding="utf-8")
    report.export("table", place, provider="UWV")
    second = {path.name for path in place.iterdir()}
    assert second < first | {"mine.csv"}
    assert "mine.csv" in second
    report.export("table", tmp_path / "fresh", provider="UWV")
    assert second - {"mine.csv"} == {path.name for path in (tmp_path / "fresh").iterdir()}
    assert (tmp_path / "beside.csv").read_text("utf-8") == "kept"


def test_a_folder_in_the_place_of_a_file_is_an_error_and_changes_nothing(report, tmp_path):
    (tmp_path / "o" / "service.csv").mkdir(parents=True)
    with pytest.raises(ExportError, match="cannot write"):
        report.export("table", tmp_path / "o")
    assert [path.name for path in (tmp_path / "o").iterdir()] == ["service.csv"]
    assert [path.name for path in tmp_path.iterdir()] == ["o"]


def changed(folder: Path, name: str, old: str, new: str | None) -> Inventory:
    """The inventory with a copy of the exports, of which a file is changed (or removed)."""
    layout = shutil.copytree(shipped().exports, folder / "own" / "exports").parent
    path = layout / "exports" / name
    text = path.read_text("utf-8")
    assert old in text
    if new is None:
        path.unlink()
    else:
        path.write_text(text.replace(old, new), encoding="utf-8")
    return Inventory.load(layout, inferred=False)


@pytest.mark.parametrize(
    ("profile", "name", "old", "new", "words"),
    [
        (
            "cpsv-ap",
            "profile.ttl",
            '"turtle"',
            '"turtel"',
            r"profile\.ttl:1: there is no format 'turtel'; choose",
        ),
        ("org", "context.jsonld", "{", "{,", r"context\.jsonld:1: is not JSON"),
        ("cpsv-ap", "rules.ttl", "", None, r"no rules\.ttl beside it"),
        ("cpsv-ap", "services.roots.rq", "", None, r"services\.rq:1: has no roots: write services\.roots\.rq"),
        (
            "cpsv-ap",
            "../values/statuses.ttl",
            "",
            None,
            r"statuses\.ttl:1: cannot be read: .*; write it",
        ),
        (
            "cpsv-ap",
            "channels.rq",
            "referred: true",
            "referred: /some where",
            r"channels\.rq:6: `referred` is `true` .* or",
        ),
        ("cpsv-ap", "services.rq", "skos:note ?note ;", "skos:note [] ;", r"services\.rq:\d+: makes a blank node"),
        (
            "cpsv-ap",
            "services.roots.rq",
            "a dg:Service",
            "a dg:Servise",
            r"services\.roots\.rq:8: there is no dg:Servise; did you mean dg:Service\?",
        ),
        (
            "cpsv-ap",
            "profile.ttl",
            "dgx:term dg:topic ",
            "dgx:term dg:topik ",
            r"profile\.ttl:\d+: there is no dg:topik; did you mean dg:topic\?",
        ),
        (
            "cpsv-ap",
            "profile.ttl",
            "dgx:how dgx:dropped",
            "dgx:how dgx:droped",
            r"profile\.ttl:[2-9]\d*: there is no dgx:droped; did you mean dgx:dropped\?",
        ),
        (
            "cpsv-ap",
            "events.rq",
            "c-audience:self-employed",
            "c-audience:selfemployed",
            r"events\.rq:\d+: there is no c-audience:selfemployed; did you mean c-audience:self-employed\?",
        ),
    ],
)
def test_a_mistake_in_a_file_of_a_profile_is_told_at_its_place(profile, name, old, new, words, tmp_path):
    inventory = changed(tmp_path, f"{profile}/{name}", old, new)
    with pytest.raises(MappingError, match=words):
        inventory.export(profile, io.BytesIO(), format="jsonld" if profile == "org" else None)


def test_rules_that_are_not_turtle_are_told_at_their_line(tmp_path):
    rules = tmp_path / "rules.ttl"
    rules.write_text("@prefix sh: <http://www.w3.org/ns/shacl#> .\n\n<urn:shape> sh:path sh:path sh:path .\n", "utf-8")
    with pytest.raises(MappingError, match=r"rules\.ttl:3: is not Turtle"):
        list(check_shapes(Store(), rules, "rules.ttl"))


@pytest.mark.parametrize(
    ("rule", "path"),
    [
        ("sh:closed true", "http://www.w3.org/ns/prov#wasDerivedFrom"),
        ('sh:sparql [ sh:message "ends" ; sh:select "SELECT $this { $this ?any ?other FILTER(ISIRI(?other)) }" ]', ""),
        (
            "sh:property [ sh:path <http://www.w3.org/ns/prov#wasDerivedFrom> ; sh:maxCount 0 ]",
            "http://www.w3.org/ns/prov#wasDerivedFrom",
        ),
    ],
)
def test_rules_see_every_property_that_they_can_ask_for(rule, path, tmp_path):
    target = "sh:targetClass cpsv:PublicService ."
    wider = f"{rule} ; {target}"
    inventory = changed(tmp_path, "cpsv-ap/rules.ttl", target, wider)
    text = inventory.layouts[-1].exports.joinpath("cpsv-ap", "rules.ttl").read_text("utf-8")
    done = inventory.export("cpsv-ap", io.BytesIO())
    assert wider in text
    assert not done.written
    assert path in {each.path for each in done.findings}


def test_the_report_of_a_mapping_with_a_mistake_tells_it_too(tmp_path):
    inventory = changed(tmp_path, "cpsv-ap/events.rq", "dg:namedAsLifeEvent", "dg:namedAsLiveEvent")
    with pytest.raises(MappingError, match=r"there is no dg:namedAsLiveEvent; did you mean dg:namedAsLifeEvent\?"):
        inventory.losses("cpsv-ap")


def test_a_missing_folder_is_told(report, tmp_path):
    for profile in ("cpsv-ap", "table"):
        with pytest.raises(ExportError, match=r"there is no folder .*missing; make it first"):
            report.export(profile, tmp_path / "missing" / "o")


def test_a_profile_that_is_no_text_is_unknown(report):
    with pytest.raises(UnknownProfileError):
        report.export(None, io.BytesIO())
