"""The ArchiMate export: valid, whole, allowed by the standard, laid out, and true to the graph."""

from __future__ import annotations

import hashlib
import io
import shutil
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen
from xml.etree import ElementTree

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store

from dienstgraaf import Inventory
from dienstgraaf.engine import EmbeddedEngine
from dienstgraaf.export import Wish, choose_form, dump, export, read_profile
from dienstgraaf.export.checking import check_shapes
from dienstgraaf.export.errors import ExportError
from dienstgraaf.export.model import Batch, Options
from dienstgraaf.export.writers.archimate import check_archimate, write_archimate
from dienstgraaf.export.writers.archimate.model import identifier
from dienstgraaf.export.writers.archimate.reading import ARCHI
from dienstgraaf.inventory import Layout, shipped
from dienstgraaf.inventory.namespaces import DG
from export_claims import LABEL, Stated, untrue
from exported import bytes_of, with_data

NS = f"{{{ARCHI}}}"
TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ID = "https://w3id.org/dienstgraaf/id/"
A = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


def exported(inventory: Inventory, **how) -> bytes:
    """What `inventory` exports."""
    return bytes_of(inventory, "archimate", **how)


def tree(inventory: Inventory, **how) -> ElementTree.Element:
    return ElementTree.fromstring(exported(inventory, **how))


def elements(model: ElementTree.Element) -> dict[str, ElementTree.Element]:
    return {each.get("identifier", ""): each for each in model.iter(f"{NS}element")}


def name(element: ElementTree.Element, lang: str = "nl") -> str:
    return next(each.text or "" for each in element.findall(f"{NS}name") if each.get(LANG) == lang)


def of_class(model: ElementTree.Element, label: str) -> set[str]:
    """The identifiers in the folder with this Dutch label."""
    for item in model.findall(f"{NS}organizations/{NS}item"):
        if any(each.text == label for each in item.findall(f"{NS}label")):
            return {each.get("identifierRef", "") for each in item.findall(f"{NS}item")}
    return set()


def value(concept: ElementTree.Element, iri: str, lang: str | None = None) -> list[str]:
    """The values of the property `iri` in this language."""
    return [
        each.text or ""
        for held in concept.iter(f"{NS}property")
        if held.get("propertyDefinitionRef") == identifier(iri)
        for each in held.findall(f"{NS}value")
        if each.get(LANG) == lang
    ]


@pytest.fixture(scope="module")
def named(report: Inventory) -> ElementTree.Element:
    return tree(report)


@pytest.fixture(scope="module")
def general(report: Inventory) -> ElementTree.Element:
    """The same with archetypes."""
    return tree(report, archetypes=True)


@pytest.fixture(params=["named", "general"])
def model(request) -> ElementTree.Element:
    return request.getfixturevalue(request.param)


@pytest.mark.parametrize("how", [{}, {"archetypes": True}, {"lang": "nl"}, {"provider": "UWV"}], ids=str)
def test_the_inventory_passes_the_official_schema(report: Inventory, shared: Path, tmp_path: Path, how: dict) -> None:
    done = report.export("archimate", tmp_path / "model.xml", official=shared / "standards", **how)
    assert done.official == []
    assert done.findings == []
    assert done.written


@pytest.mark.parametrize("archetypes", [False, True])
def test_a_generated_inventory_passes_too(
    generated_folder: Path, shared: Path, tmp_path: Path, archetypes: bool
) -> None:
    inventory = Inventory.load(generated_folder, inferred=False)
    done = inventory.export("archimate", tmp_path / "model.xml", official=shared / "standards", archetypes=archetypes)
    assert done.official == []
    assert done.findings == []
    assert done.written


@pytest.mark.parametrize("provider", ["DUO", "RDW"])
def test_an_organisation_of_which_a_view_would_be_empty_passes_without_that_view(
    report: Inventory, shared: Path, tmp_path: Path, provider: str
) -> None:
    done = report.export("archimate", tmp_path / "model.xml", official=shared / "standards", provider=provider)
    assert (done.official, done.findings, done.written) == ([], [], True)
    views = list(ElementTree.parse(tmp_path / "model.xml").getroot().iter(f"{NS}view"))
    assert views
    assert all(len(list(each.iter(f"{NS}node"))) > 1 for each in views)


def test_a_supplier_alone_passes_too(generated_folder: Path, shared: Path, tmp_path: Path) -> None:
    inventory = Inventory.load(generated_folder, only_data=True, inferred=False)
    done = inventory.export("archimate", tmp_path / "model.xml", official=shared / "standards")
    assert (done.official, done.findings, done.written) == ([], [], True)
    model = ElementTree.parse(tmp_path / "model.xml").getroot()
    school = elements(model)[identifier(f"{ID}archetype/school")]
    assert (school.get(TYPE), school.findtext(f"{NS}name")) == ("Grouping", "school")
    assert [each.text for each in school.findall(f"{NS}documentation")][:1] == ["Not described in this inventory."]


@pytest.mark.parametrize(
    ("correct", "wrong"),
    [
        ('xsi:type="BusinessActor"', 'xsi:type="Organisation"'),
        ("organizations>", "organisations>"),
        (' elementRef="id-', ' elementRef="no-'),
    ],
)
def test_the_official_schema_finds_what_is_wrong(
    report: Inventory, shared: Path, tmp_path: Path, correct: str, wrong: str
) -> None:
    path = tmp_path / "model.xml"
    text = exported(report).decode()
    assert correct in text
    path.write_text(text.replace(correct, wrong))
    assert list(check_archimate(path, shared / "standards", read_profile([shipped()], "archimate")))


def test_a_schema_that_is_missing_is_named(report: Inventory, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"archimate3_Diagram\.xsd"):
        report.export("archimate", tmp_path / "model.xml", official=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_every_reference_resolves(model: ElementTree.Element) -> None:
    known = Counter(each.get("identifier") for each in model.iter() if each.get("identifier"))
    assert max(known.values()) == 1
    names = ("source", "target", "identifierRef", "propertyDefinitionRef", "elementRef", "relationshipRef")
    references = [each.get(attribute) for each in model.iter() for attribute in names if each.get(attribute)]
    assert len(references) > 1000
    assert set(references) <= set(known)


def test_connections_join_the_nodes_of_the_ends_of_their_relationships(model: ElementTree.Element) -> None:
    ends = {
        each.get("identifier"): (each.get("source"), each.get("target")) for each in model.iter(f"{NS}relationship")
    }
    seen = 0
    for view in model.iter(f"{NS}view"):
        shown = {node.get("identifier"): node.get("elementRef") for node in view.iter(f"{NS}node")}
        for each in view.iter(f"{NS}connection"):
            assert (shown[each.get("source")], shown[each.get("target")]) == ends[each.get("relationshipRef")]
            seen += 1
    assert seen > 30


def test_there_are_views_of_the_municipality_an_agency_and_a_life_event(model: ElementTree.Element) -> None:
    names_of_views = {name(view) for view in model.iter(f"{NS}view")}
    assert "gemeente: ingangen, hulp en doorverwijzing" in names_of_views
    assert "gemeente: wie erheen leidt of verwijst" in names_of_views
    assert "Sociale Verzekeringsbank: ingangen, hulp en routes" in names_of_views
    assert any(each.startswith("Levensgebeurtenis: ") for each in names_of_views)


def test_the_view_is_of_the_provider_that_is_asked_for(report: Inventory) -> None:
    views = {name(view) for view in tree(report, provider="UWV").iter(f"{NS}view")}
    assert "Uitvoeringsinstituut Werknemersverzekeringen: ingangen, hulp en routes" in views


Box = tuple[int, int, int, int]


def box(node: ElementTree.Element) -> Box:
    x, y, width, height = (int(node.get(key, "")) for key in "xywh")
    return x, y, x + width, y + height


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def families(view: ElementTree.Element):
    """Each box that holds others (None: the view), with those."""
    yield None, view.findall(f"{NS}node")
    for node in view.iter(f"{NS}node"):
        yield node, node.findall(f"{NS}node")


def test_boxes_lie_in_what_holds_them_and_overlap_nothing_else(
    named: ElementTree.Element, general: ElementTree.Element, generated_folder: Path
) -> None:
    generated = tree(Inventory.load(generated_folder, inferred=False), provider="Mispelaarpolder")
    views = [view for model in (named, general, generated) for view in model.iter(f"{NS}view")]
    assert len(views) >= 10
    for view in views:
        for holder, nodes in families(view):
            boxes = [box(node) for node in nodes]
            assert not [pair for pair in combinations(boxes, 2) if overlap(*pair)], name(view)
            if holder is not None:
                x, y, right, bottom = box(holder)
                assert all(x < a and y < b and c < right and d < bottom for a, b, c, d in boxes), name(view)


def test_a_view_of_very_many_elements_shows_those_with_most_relationships_and_says_so(
    report: Inventory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dienstgraaf.export.writers.archimate.writing._MOST", 10)
    model = tree(report)
    cut = next(view for view in model.iter(f"{NS}view") if name(view).startswith("Sociale Verzekeringsbank"))
    assert len(list(cut.iter(f"{NS}node"))) <= 10
    assert identifier(f"{ID}organisation/svb") in {node.get("elementRef") for node in cut.iter(f"{NS}node")}
    told = [each.text or "" for each in cut.findall(f"{NS}documentation") if each.get(LANG) == "nl"]
    assert "niet getekend" in told[0]


def test_what_is_nested_is_a_part_of_what_holds_it_or_is_done_by_it(model: ElementTree.Element) -> None:
    kinds = {(each.get("source"), each.get("target")): each.get(TYPE) for each in model.iter(f"{NS}relationship")}
    nested = [
        (holder.get("elementRef"), node.get("elementRef"))
        for view in model.iter(f"{NS}view")
        for holder, nodes in families(view)
        if holder is not None
        for node in nodes
    ]
    assert nested
    assert {kinds[pair] for pair in nested} <= {"Composition", "Assignment", "Realization"}


def relation(kind: str, start: str, end: str) -> Store:
    ends = {f"urn:{role}": each for role, each in (("source", start), ("target", end))}
    quads = [Quad(NamedNode("urn:relationship"), A, NamedNode(ARCHI + kind))]
    for iri, each in ends.items():
        quads.append(Quad(NamedNode("urn:relationship"), NamedNode(ARCHI + iri.removeprefix("urn:")), NamedNode(iri)))
        quads.append(Quad(NamedNode(iri), A, NamedNode(ARCHI + each)))
        quads.append(Quad(NamedNode(iri), NamedNode(f"{ARCHI}name"), Literal("x", language="en")))
    store = Store()
    store.extend(quads)
    return store


@pytest.mark.parametrize(
    ("kind", "start", "end", "allowed"),
    [  # from the table of relationships of ArchiMate 3.1, appendix B
        ("Composition", "BusinessActor", "BusinessInterface", True),
        ("Composition", "BusinessRole", "BusinessRole", True),
        ("Composition", "BusinessRole", "BusinessActor", False),
        ("Composition", "BusinessActor", "BusinessService", False),
        ("Aggregation", "BusinessCollaboration", "BusinessActor", True),
        ("Aggregation", "BusinessActor", "BusinessCollaboration", False),
        ("Aggregation", "Location", "BusinessInterface", True),
        ("Assignment", "BusinessActor", "BusinessRole", True),
        ("Assignment", "BusinessRole", "BusinessActor", False),
        ("Assignment", "BusinessInterface", "BusinessService", True),
        ("Assignment", "BusinessInterface", "BusinessProcess", False),
        ("Realization", "BusinessActor", "BusinessService", True),
        ("Realization", "BusinessActor", "BusinessInterface", False),
        ("Serving", "BusinessInterface", "BusinessRole", True),
        ("Serving", "ApplicationComponent", "BusinessProcess", True),
        ("Serving", "Principle", "BusinessRole", False),
        ("Triggering", "BusinessEvent", "BusinessProcess", True),
        ("Flow", "BusinessFunction", "BusinessActor", True),
        ("Flow", "Principle", "BusinessActor", False),
        ("Specialization", "BusinessRole", "BusinessRole", True),
        ("Specialization", "BusinessActor", "BusinessRole", False),
        ("Association", "BusinessActor", "Principle", True),
        ("Association", "Principle", "BusinessActor", True),
    ],
)
def test_the_rules_know_which_relationships_are_allowed(kind: str, start: str, end: str, allowed: bool) -> None:
    found = list(check_shapes(relation(kind, start, end), shipped().exports / "archimate" / "rules.ttl", "rules"))
    assert [each.severity for each in found] == ([] if allowed else ["violation"])


@pytest.fixture
def own(tmp_path: Path) -> Layout:
    """A copy of the profile that may be changed."""
    shutil.copytree(shipped().exports / "archimate", tmp_path / "own" / "exports" / "archimate")
    return Layout(tmp_path / "own", "own")


def change(layout: Layout, file: str, old: str, new: str) -> None:
    path = layout.exports / "archimate" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def export_by(layout: Layout, inventory: Inventory, path: Path, wish: Wish | None = None):
    profile = read_profile([layout], "archimate")
    return export(inventory.engine, profile, wish or Wish(), choose_form(profile, None, path), path)


def test_a_mapping_to_a_relationship_that_is_not_allowed_writes_nothing(
    own: Layout, report: Inventory, tmp_path: Path
) -> None:
    old = '(dg:Channel dg:provider dg:Organisation archi:Composition "back")'
    change(own, "link.rq", old, old.replace("Composition", "Realization"))
    done = export_by(own, report, tmp_path / "model.xml")
    assert not done.written
    assert any("Realization" in each.text("en") for each in done.findings)
    assert not (tmp_path / "model.xml").exists()


def test_a_mapping_that_makes_an_archetype_an_actor_writes_nothing(
    own: Layout, report: Inventory, tmp_path: Path
) -> None:
    change(own, "concept.rq", "(dg:Group archi:Grouping)", "(dg:Group archi:BusinessActor)")
    done = export_by(own, report, tmp_path / "model.xml")
    assert not done.written
    assert any("no organisation" in each.text("en") for each in done.findings)


def test_a_relationship_to_what_is_no_element_names_both_and_leaves_nothing(
    own: Layout, report: Inventory, tmp_path: Path
) -> None:
    change(own, "concept.roots.rq", "dg:Organisation dg:Archetype", "dg:Organisation")
    with pytest.raises(ExportError, match=r"dg:(from|to) \S+archetype/\S+, and that is no element"):
        export_by(own, report, tmp_path / "model.xml")
    assert not (tmp_path / "model.xml").exists()


WRONG = """
ex:town a dg:Organisation ; rdfs:label "town"@en .
ex:desk a dg:EntryPoint ; rdfs:label "desk"@en ; dg:provider ex:town .
ex:use a dg:ChannelUse ; rdfs:label "use"@en ; dg:entryPoint ex:desk """


@pytest.mark.parametrize(
    ("rest", "said"),
    [
        ("; dg:channel c-status:ended .", r"/use has dg:channel \S+/status/ended, .* in the data .*validate"),
        (".", "/use lacks one of dg:entryPoint, dg:channel, .* to the data .*validate"),
    ],
)
def test_a_fault_in_the_data_is_told_as_the_statement_that_is_wrong(tmp_path: Path, rest: str, said: str) -> None:
    with pytest.raises(ExportError, match=said) as caught:
        with_data(tmp_path / "own", WRONG + rest).export("archimate", tmp_path / "model.xml")
    assert "channel" in caught.value.text("nl")
    assert not (tmp_path / "model.xml").exists()


@pytest.mark.parametrize("archetypes", [False, True])
def test_the_bytes_are_the_same_whatever_the_batches(report: Inventory, tmp_path: Path, archetypes: bool) -> None:
    for size in (90, 400):
        export_by(shipped(), report, tmp_path / f"{size}.xml", Wish(archetypes=archetypes, batch=size))
    assert (tmp_path / "90.xml").read_bytes() == (tmp_path / "400.xml").read_bytes()


def test_a_server_gives_the_same_bytes(report: Inventory, sparql_server) -> None:
    content = io.BytesIO()
    dump(report.quads(), content)
    request = Request(f"{sparql_server.base}/store", content.getvalue(), {"Content-Type": "application/n-quads"})
    urlopen(request, timeout=60).close()
    remote = Inventory.load(endpoint=sparql_server.query_url)
    assert exported(remote) == exported(report)
    assert exported(remote, archetypes=True, lang="nl") == exported(report, archetypes=True, lang="nl")


def test_reasoning_adds_nothing(named: ElementTree.Element) -> None:
    reasoned = tree(Inventory.load())
    ids = [
        sorted(each.get("identifier", "") for each in model.iter() if each.get("identifier"))
        for model in (named, reasoned)
    ]
    assert ids[0] == ids[1]


def test_identifiers_are_names_derived_from_the_iri_alone(named: ElementTree.Element) -> None:
    svb = elements(named)[identifier(f"{ID}organisation/svb")]
    assert svb.get(TYPE) == "BusinessActor"
    assert name(svb) == "Sociale Verzekeringsbank"
    assert value(svb, "http://purl.org/dc/terms/identifier") == [f"{ID}organisation/svb"]


def test_an_archetype_or_group_is_never_an_actor(general: ElementTree.Element) -> None:
    known = elements(general)
    assert {known[each].get(TYPE) for each in of_class(general, "Archetype")} == {"BusinessRole"}
    assert {known[each].get(TYPE) for each in of_class(general, "Groep")} == {"Grouping"}
    assert {known[each].get(TYPE) for each in of_class(general, "Organisatie")} == {"BusinessActor"}


def test_what_hangs_on_archetypes_comes_on_request_only_and_says_so(
    named: ElementTree.Element, general: ElementTree.Element
) -> None:
    desk = identifier(f"{ID}entry-point/municipality-divorce-desk")
    assert desk not in elements(named)
    told = [each.text or "" for each in elements(general)[desk].findall(f"{NS}documentation") if each.get(LANG) == "en"]
    assert told
    assert told[0].startswith("Generic description")
    named_desk = elements(general)[identifier(f"{ID}organisation/svb")]
    assert named_desk.findall(f"{NS}documentation") == []


def test_all_of_every_class_of_the_table_is_there_with_archetypes(
    general: ElementTree.Element, report: Inventory
) -> None:
    classes = {"Ingang": "EntryPoint", "Dienst": "Service", "Toegangsroute": "AccessRoute", "Kanaal": "Channel"}
    for label, of in classes.items():
        held = report.select(f"PREFIX dg: <https://w3id.org/dienstgraaf/def#> SELECT DISTINCT ?x {{ ?x a dg:{of} }}")
        assert of_class(general, label) == {identifier(str(row["x"])) for row in held}


def test_what_is_not_in_operation_says_so_in_its_name(general: ElementTree.Element) -> None:
    concepts = [*general.iter(f"{NS}element"), *general.iter(f"{NS}relationship")]
    seen = Counter()
    for concept in concepts:
        for state in value(concept, "https://w3id.org/dienstgraaf/def#status", "nl"):
            if state in (
                "gepland",
                "experiment",
                "prototype",
                "in ontwikkeling",
                "ambitie",
                "in overweging",
                "beëindigd",
            ):
                assert name(concept).endswith(f" ({state})")
                seen[state] += 1
            else:
                assert not name(concept).endswith(f" ({state})")
    assert len(seen) >= 3


def test_hedges_segments_and_negatives_come_along_as_properties(
    general: ElementTree.Element, report: Inventory
) -> None:
    defined = {each.get("identifier"): each for each in general.iter(f"{NS}propertyDefinition")}
    hedge = defined[identifier("https://w3id.org/dienstgraaf/def#hedge")]
    assert name(hedge) == "nuancering"
    concepts = [*general.iter(f"{NS}element"), *general.iter(f"{NS}relationship")]
    dg = "https://w3id.org/dienstgraaf/def#"
    assert sum(bool(value(each, f"{dg}hedge", "nl")) for each in concepts) > 100
    assert sum(bool(value(each, f"{dg}shareOfProviders", "en")) for each in concepts) > 20
    assert sum(bool(value(each, "http://www.w3.org/ns/prov#wasDerivedFrom")) for each in concepts) > 500
    municipality = elements(general)[identifier(f"{ID}archetype/municipality")]
    assert value(municipality, f"{dg}Absence", "nl")


def test_whatever_is_told_to_come_along_as_a_property_does(general: ElementTree.Element, report: Inventory) -> None:
    profile = read_profile([shipped()], "archimate")
    told = {each.term for each in profile.treatments if each.how == "extension"}
    (part,) = [each for each in profile.parts if each.name == "concept"]
    classes = " ".join(f"<{each}>" for each in part.sources)
    used = report.select(f"SELECT DISTINCT ?p {{ VALUES ?c {{ {classes} }} ?x a ?c ; ?p ?o }}")
    expected = told & {str(row["p"]) for row in used} - {"https://w3id.org/dienstgraaf/def#registerEntry"}
    assert len(expected) > 80
    defined = {each.get("identifier") for each in general.iter(f"{NS}propertyDefinition")}
    missing = {each for each in expected if identifier(each) not in defined}
    assert {each.rpartition("#")[2] for each in missing} <= {"from", "to", "hasChannelUse"}


def test_one_language_leaves_out_the_other_unless_the_source_has_only_that(report: Inventory) -> None:
    model = tree(report, lang="en")
    spoken = [{child.get(LANG) for child in each if child.get(LANG)} for each in model.iter()]
    assert {"en"} in spoken
    assert {"en", "nl"} not in spoken
    dutch = [each for each in model.iter() if any(child.get(LANG) == "nl" for child in each)]
    assert {each.tag for each in dutch} == {f"{NS}property"}  # what the source says in its own words, such as a hedge


HOSTILE = {
    "quotes": "\"double\" 'single' & <b> </script>",
    "cdata": "end ]]> of it",
    "lines": "one\ntwo\r\nthree\tfour",
    "marks": "right \u202eto left\u202c \u200f and \U0001f600",
    "formula": '=cmd("x")',
    "d2": "x: {shape: circle} -> y; ${z} `|md # |`",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_labels_arrive_as_they_are(tmp_path: Path, shared: Path, kind: str) -> None:
    model = with_label(tmp_path, shared, HOSTILE[kind])
    assert HOSTILE[kind] in {each.text for each in model.iter(f"{NS}name")}
    assert any(HOSTILE[kind] in (each.text or "") for each in model.iter(f"{NS}value"))


def test_characters_that_xml_cannot_hold_become_visible(tmp_path: Path, shared: Path) -> None:
    model = with_label(tmp_path, shared, "bell \x07 and null-like \x01 and \ufffe")
    assert "bell ␇ and null-like ␁ and \ufffd" in {each.text for each in model.iter(f"{NS}name")}


def with_label(folder: Path, shared: Path, label: str) -> ElementTree.Element:
    """The export of a desk with this label, and of a route to it, which passes the official schema."""
    store = Store()
    for path in sorted((shipped().root / "ontology").rglob("*.ttl")):
        if "shapes" not in path.parts:
            store.bulk_load(path=path, format=RdfFormat.TURTLE)
    dg, own, label_of = (
        "https://w3id.org/dienstgraaf/def#",
        "https://example.org/id/",
        "http://www.w3.org/2000/01/rdf-schema#label",
    )
    facts = [
        ("town", A.value, f"{dg}Organisation"),
        ("desk", A.value, f"{dg}EntryPoint"),
        ("desk", f"{dg}provider", f"{own}town"),
        ("desk", f"{dg}status", "https://w3id.org/dienstgraaf/concept/status/operational"),
        ("route", A.value, f"{dg}AccessRoute"),
        ("route", f"{dg}from", f"{own}town"),
        ("route", f"{dg}to", f"{own}desk"),
    ]
    store.extend(Quad(NamedNode(own + s), NamedNode(p), NamedNode(o)) for s, p, o in facts)
    store.extend(
        Quad(NamedNode(own + each), NamedNode(label_of), Literal(label, language="nl")) for each in ("town", "desk")
    )
    store.add(Quad(NamedNode(f"{own}desk"), NamedNode(f"{dg}hedge"), Literal(label, language="nl")))
    profile = read_profile([shipped()], "archimate")
    path = folder / "model.xml"
    done = export(
        EmbeddedEngine(store), profile, Wish(official=shared / "standards"), choose_form(profile, None, path), path
    )
    assert (done.official, done.findings) == ([], [])
    return ElementTree.parse(path).getroot()


def test_an_empty_inventory_is_a_model_without_anything(shared: Path, tmp_path: Path) -> None:
    profile = read_profile([shipped()], "archimate")
    path = tmp_path / "model.xml"
    with path.open("wb") as output:
        write_archimate([Batch("concept", [])], output, Options(profile))
    assert list(check_archimate(path, shared / "standards", profile)) == []
    assert elements(ElementTree.parse(path).getroot()) == {}


class Model:
    """What a model says of statements: by relationships and names, or else by properties."""

    def __init__(self, root: ElementTree.Element, stated: Stated) -> None:
        self.stated = stated
        self.found = {each.get("identifier", ""): each for each in root.iter() if each.tag in CONCEPTS}

    def relates(self, item: str, term: str, value: Any) -> bool:
        """Whether a statement is a name, or makes a relationship."""
        own = self.found.get(identifier(item))
        if term == LABEL:
            return own is not None and any(
                (each.text or "").startswith(value.value) and each.get(LANG) == value.language
                for each in own.findall(f"{NS}name")
            )
        if not isinstance(value, NamedNode):
            return False
        word = term.rpartition("#")[2]
        ends = {} if own is None else {each: own.get(each) for each in ("source", "target")}
        if identifier(value.value) == ends.get(ENDS.get(word, "")):
            return True
        names = [f"{item}#{word}-{sha1(value.value)}"]
        if word in ("trigger", "lifeEvent"):
            names.append(f"{item}#event-{sha1(value.value)}")
        if word == "setsInMotion":
            names.append(f"{value.value}#event-{sha1(item)}")
        if word == "topic":
            names += [f"{other}#topic-{sha1(f'{item} {value.value}')}" for other in self.about(value)]
        return any(identifier(each) in self.found for each in names)

    def about(self, topic: NamedNode) -> list[str]:
        """What has a topic."""
        return [item for item, said in self.stated.by_item.items() if (f"{DG}topic", topic) in said]

    def tells(self, item: str, term: str, value: Any) -> bool:
        """Whether a statement stands with its item as a property, or is a relationship."""
        own = self.found.get(identifier(item))
        if own is None:
            return False
        if term == f"{DG}registerEntry":  # by the address of what it is in the register
            said = self.stated.by_item.get(value.value, [])
            if any(self.tells(item, f"{DG}tooi", iri) for prop, iri in said if prop == f"{DG}registerIri"):
                return True
        iri = value.value
        texts = {iri, *(self.stated.name(iri, lang) for lang in ("nl", "en")), self.stated.segments.get(iri)}
        return self.relates(item, term, value) or any(
            texts & {*(each.text or "").split(" | "), each.text}
            for prop in own.iter(f"{NS}property")
            if prop.get("propertyDefinitionRef") == identifier(term)
            for each in prop.findall(f"{NS}value")
        )


ENDS = {"from": "source", "to": "target", "entryPoint": "source", "channel": "target"}
CONCEPTS = (f"{NS}element", f"{NS}relationship")


def sha1(text: str) -> str:
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()


@pytest.mark.parametrize("archetypes", [False, True])
@pytest.mark.parametrize("which", ["report", "with_two"])
def test_what_the_report_says_arrives_stands_in_the_model(
    which: str, archetypes: bool, request: pytest.FixtureRequest
) -> None:
    assert_true(request.getfixturevalue(which), archetypes)


def assert_true(inventory: Inventory, archetypes: bool) -> None:
    """See that what is said to arrive does, as a relationship or name if it is said to be mapped."""
    stated = Stated(inventory)
    model = Model(tree(inventory, archetypes=archetypes, check=False), stated)
    wanted = {"archetypes": archetypes}
    assert untrue(stated, "archimate", model.tells, "mapped", "extension", **wanted) == []
    relating = stated.there(model.relates)
    claimed = {
        (each.source, each.term): each.fates["mapped"] for each in inventory.losses("archimate", **wanted).properties
    }
    untold = {key: (said, relating.get(key, 0)) for key, said in claimed.items() if said}
    assert {key: pair for key, pair in untold.items() if pair[0] != pair[1]} == {}


@pytest.fixture
def alone(tmp_path: Path) -> Inventory:
    """What a supplier has if it describes nothing of all that it refers to, by whatever property."""
    profile = read_profile([shipped()], "archimate")
    (part,) = [each for each in profile.parts if each.name == "concept"]
    ontology = Inventory.load(inferred=False).select(
        "SELECT ?p { ?p a <http://www.w3.org/2002/07/owl#ObjectProperty> } ORDER BY ?p"
    )
    terms = {each.term for each in profile.treatments if each.how != "dropped"} & {str(row["p"]) for row in ontology}
    assert len(terms) > 90
    terms -= {f"{DG}from", f"{DG}to", f"{DG}provider"}
    said = " ; ".join(f"<{term}> ex:no-{term.rpartition('#')[2]}" for term in sorted(terms))
    ours = [
        f"ex:{name} a dg:{name} ; rdfs:label '{name}'@en ; dg:provider ex:Organisation, ex:no-provider ; {said} ."
        for name in sorted(source.rpartition("#")[2] for source in part.sources)
    ]
    return with_data(tmp_path / "own", "\n".join(ours) + ALONE)


ALONE = """
ex:AccessRoute dg:from ex:Organisation ; dg:to ex:no-end .
ex:flow a dg:AccessRoute ; rdfs:label "flow"@en ; dg:provider ex:Organisation ; dg:from ex:no-start ; dg:to ex:no-end .
ex:process a dg:AccessRoute ; rdfs:label "process"@en ; dg:from ex:no-start ; dg:to ex:Organisation ;
    dg:system ex:no-system .
"""


@pytest.mark.parametrize("archetypes", [False, True])
def test_what_the_report_says_of_references_to_what_is_not_described_is_true(
    alone: Inventory, shared: Path, tmp_path: Path, archetypes: bool
) -> None:
    assert_true(alone, archetypes)
    done = alone.export("archimate", tmp_path / "model.xml", official=shared / "standards", archetypes=archetypes)
    assert (done.official, done.findings, done.written) == ([], [], True)


@pytest.mark.parametrize(
    ("source", "term", "fate"),
    [
        ("Organisation", "conformsTo", "reference"),
        ("Organisation", "memberOf", "reference"),
        ("Organisation", "partOf", "reference"),
        ("Service", "supplements", "reference"),
        ("EntryPoint", "serviceProvided", "reference"),
        ("Service", "condition", "extension"),
        ("Service", "lifeEvent", "extension"),
        ("Service", "status", "extension"),
        ("EntryPoint", "hostedAt", "extension"),
        ("ChannelUse", "channel", "mapped"),
        ("AccessRoute", "system", "mapped"),
    ],
)
def test_a_reference_to_what_is_not_described_is_lost_only_where_nothing_tells_it(
    alone: Inventory, source: str, term: str, fate: str
) -> None:
    (line,) = [
        each for each in alone.losses("archimate").properties if (each.source, each.term) == (DG + source, DG + term)
    ]
    assert line.fates[fate] == line.total > 0


def test_the_ground_for_presumptions_is_lost_where_the_archetype_is_not_described(tmp_path: Path) -> None:
    town = "ex:town a dg:Organisation ; rdfs:label 'town'@en ; dg:conformsTo i-archetype:municipality ."
    inventory = with_data(tmp_path / "own", town)
    assert inventory.losses("archimate").hedges()["presumption"] == {"reference": 1}


USES = """
ex:town a dg:Organisation ; rdfs:label "town"@en, "stad"@nl .
ex:desk a dg:EntryPoint ; rdfs:label "desk"@en ; dg:provider ex:town ; dg:status c-status:operational .
ex:new-desk a dg:EntryPoint ; rdfs:label "new desk"@en ; dg:provider ex:town ; dg:status c-status:planned .
ex:chat a dg:Channel ; rdfs:label "chat"@en, "chat"@nl ; dg:provider ex:town .
"""


@pytest.mark.parametrize(
    ("uses", "named"),
    [
        ([], "chat"),
        ([("desk", "operational")], "chat"),
        ([("desk", "planned")], "chat (planned)"),
        ([("desk", "planned"), ("desk", "operational")], "chat"),
        ([("desk", "planned"), ("new-desk", "operational")], "chat (planned)"),
        ([("new-desk", "operational")], "chat (planned)"),
        ([("desk", "planned"), ("desk", "ended")], "chat (ended, planned)"),
        ([("desk", "scaling-up")], "chat"),
        ([("not-described", "operational")], "chat"),
    ],
    ids=str,
)
def test_a_channel_of_which_no_use_is_in_operation_says_so_in_its_name(
    tmp_path: Path, uses: list[tuple[str, str]], named: str
) -> None:
    told = "\n".join(
        f"ex:use-{place} a dg:ChannelUse ; rdfs:label 'use'@en ;"
        f" dg:entryPoint ex:{where} ; dg:channel ex:chat ; dg:status c-status:{status} ."
        for place, (where, status) in enumerate(uses)
    )
    model = tree(with_data(tmp_path / "own", USES + told))
    chat = elements(model)[identifier("https://data.example.org/id/chat")]
    assert name(chat, "en") == named
    assert ("(gepland)" in name(chat)) == (named == "chat (planned)")
    assert len(chat.findall(f"{NS}name")) == 2


GENERIC = """
ex:town a dg:Organisation ; rdfs:label "town"@en .
ex:village a dg:Archetype ; rdfs:label "a village"@en .
ex:own a dg:Service ; rdfs:label "own"@en ; dg:provider ex:town ; dg:supplements ex:shown .
ex:shown a dg:Service ; rdfs:label "shown"@en ; dg:provider ex:village .
ex:hidden a dg:Service ; rdfs:label "hidden"@en ; dg:provider ex:village .
ex:hidden-desk a dg:EntryPoint ; rdfs:label "hidden desk"@en ; dg:provider ex:village ; dg:serviceProvided ex:own .
ex:kin a dg:Group ; rdfs:label "kin"@en ; dg:namedMember ex:town .
ex:of-kin a dg:Service ; rdfs:label "of kin"@en ; dg:provider ex:kin .
ex:others a dg:Group ; rdfs:label "others"@en .
ex:of-others a dg:Service ; rdfs:label "of others"@en ; dg:provider ex:others .
"""


def test_what_is_of_an_archetype_or_group_is_there_unasked_only_where_a_named_organisation_has_to_do_with_it(
    tmp_path: Path,
) -> None:
    inventory = with_data(tmp_path / "own", GENERIC)
    model = tree(inventory)
    told = {
        name(each, "en"): (each.findtext(f"{NS}documentation") or "").startswith("Generic description")
        for each in model.iter(f"{NS}element")
    }
    assert told == {"town": False, "own": False, "shown": True, "a village": True, "kin": True, "of kin": True}
    ends = {
        (each.get("source"), each.get("target"), (each.get(TYPE) or "")) for each in model.iter(f"{NS}relationship")
    }
    of = "https://data.example.org/id/"
    assert (identifier(f"{of}village"), identifier(f"{of}shown"), "Realization") in ends
    assert_true(inventory, archetypes=False)
    assert {name(each, "en") for each in tree(inventory, archetypes=True).iter(f"{NS}element")} > told.keys()


def test_the_links_of_a_process_are_drawn_in_the_view_of_its_provider(model: ElementTree.Element) -> None:
    view = next(each for each in model.iter(f"{NS}view") if name(each).startswith("Sociale Verzekeringsbank: "))
    letter = next(i for i, each in elements(model).items() if name(each, "en") == "SVB's letter before pension age")
    nested = {
        (holder.get("elementRef"), node.get("elementRef"))
        for holder, nodes in families(view)
        if holder is not None
        for node in nodes
    }
    drawn = {each.get("relationshipRef") for each in view.iter(f"{NS}connection")}
    links = [each for each in model.iter(f"{NS}relationship") if letter in (each.get("source"), each.get("target"))]
    assert {each.get(TYPE) for each in links} == {"Assignment", "Triggering", "Flow"}
    for each in links:
        assert each.get("identifier") in drawn or (each.get("source"), each.get("target")) in nested
