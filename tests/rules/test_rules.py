"""The SPARQL rules of the ontology, each on a small graph made by hand."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from dienstgraaf.inventory import rule_files, shipped, source_files
from dienstgraaf.inventory.sources import read_quads
from dienstgraaf.reasoning import infer
from dienstgraaf.reasoning.rules import read_rules

DG = "https://w3id.org/dienstgraaf/def#"
EX = "https://example.org/"
PREFIXES = """
@prefix dg: <https://w3id.org/dienstgraaf/def#> .
@prefix ex: <https://example.org/> .
@prefix kind: <https://w3id.org/dienstgraaf/concept/entry-point-kind/> .
@prefix need: <https://w3id.org/dienstgraaf/concept/need/> .
@prefix prevalence: <https://w3id.org/dienstgraaf/concept/prevalence/> .
@prefix status: <https://w3id.org/dienstgraaf/concept/status/> .
"""
TOWN = """
ex:town a dg:Archetype .
ex:small a dg:Archetype ; dg:specialises ex:town .
ex:ours a dg:Organisation ; dg:conformsTo ex:small .
ex:desk a dg:EntryPoint ; dg:provider ex:town ; dg:status status:operational ; dg:entryPointKind kind:themed-desk .
"""


@pytest.fixture(scope="module")
def ontology() -> list[Quad]:
    """Return the quads of the ontology and its concepts."""
    return [quad for file in source_files([shipped()], ("ontology",)) for quad in read_quads(file)]


def concluded(ontology: list[Quad], turtle: str) -> set[tuple[str, str, str]]:
    """Return what follows from `turtle`, in short names."""
    quads = list(parse((PREFIXES + turtle).encode(), format=RdfFormat.TURTLE))
    triples = infer([*ontology, *quads], read_rules(rule_files([shipped()])))
    return {
        (str(t.subject.value).removeprefix(EX), t.predicate.value.removeprefix(DG), t.object.value.removeprefix(EX))
        for t in triples
        if isinstance(t.subject, NamedNode) and isinstance(t.object, NamedNode)
    }


def basis(ontology: list[Quad], turtle: str) -> set[str]:
    """Return by which properties ex:desk then concerns ex:ours."""
    return {p for s, p, o in concluded(ontology, TOWN + turtle) if s == "desk" and o == "ours"}


def test_rule_files_are_all_tested_here() -> None:
    """A new rule needs a test of its own in this file."""
    assert [path.stem for path in rule_files([shipped()])] == ["basis-of-pattern", "shared-entry-point", "stated-for"]


def test_a_pattern_of_the_kind_is_only_presumed_of_one_of_that_kind(ontology: list[Quad]) -> None:
    """Without a share, and with any share short of all, it is a presumption."""
    assert basis(ontology, "") == {"presumedFor"}
    assert basis(ontology, "ex:desk dg:shareOfProviders prevalence:almost-all .") == {"presumedFor"}


def test_what_holds_for_all_of_the_kind_follows_for_each(ontology: list[Quad]) -> None:
    """Also through a narrower kind."""
    assert basis(ontology, "ex:desk dg:shareOfProviders prevalence:all .") == {"followsFor"}


@pytest.mark.parametrize(
    "statement",
    [
        "ex:no a dg:Absence ; dg:provider ex:ours ; dg:absentThing ex:desk .",
        "ex:no a dg:Absence ; dg:provider ex:ours ; dg:absentKind kind:themed-desk .",
        "ex:other a dg:EntryPoint ; dg:provider ex:ours ; dg:exceptionTo ex:desk ; dg:status status:operational .",
        "ex:plan a dg:EntryPoint ; dg:provider ex:ours ; dg:entryPointKind kind:themed-desk ;"
        " dg:status status:planned .",
    ],
    ids=["the thing is absent", "the kind is absent", "a stated exception", "only planned by name"],
)
@pytest.mark.parametrize("share", ["prevalence:all", "prevalence:many"])
def test_a_statement_by_name_defeats_the_pattern(ontology: list[Quad], statement: str, share: str) -> None:
    """Whatever the pattern's share."""
    assert basis(ontology, f"ex:desk dg:shareOfProviders {share} . {statement}") == set()


def test_an_absence_for_some_people_does_not_defeat_the_whole(ontology: list[Quad]) -> None:
    """A negative with a condition is no negative without one."""
    absence = "ex:no a dg:Absence ; dg:provider ex:ours ; dg:absentKind kind:themed-desk ; dg:audience ex:some ."
    assert basis(ontology, absence) == {"presumedFor"}


def test_a_statement_about_another_organisation_defeats_nothing(ontology: list[Quad]) -> None:
    """Nor does one that is in operation."""
    absence = "ex:them a dg:Organisation . ex:no a dg:Absence ; dg:provider ex:them ; dg:absentThing ex:desk ."
    assert basis(ontology, absence) == {"presumedFor"}


def test_a_channel_use_is_stated_of_the_provider_of_its_entry_point(ontology: list[Quad]) -> None:
    """As people look for it there."""
    use = "ex:use a dg:ChannelUse ; dg:entryPoint ex:desk ."
    found = concluded(ontology, TOWN + use)
    assert ("use", "statedFor", "town") in found
    assert ("use", "presumedFor", "ours") in found


def test_an_entry_point_of_two_providers_or_at_another_is_shared(ontology: list[Quad]) -> None:
    """By the rule that counts, and by the axioms on hosts, operators and flags."""
    two = concluded(ontology, TOWN + "ex:desk dg:provider ex:ours .")
    hosted = concluded(ontology, TOWN + "ex:desk dg:hostedAt ex:ours .")
    alone = concluded(ontology, TOWN)
    shared = ("desk", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", DG + "SharedEntryPoint")
    assert shared in two
    assert shared in hosted
    assert shared not in alone


@pytest.mark.parametrize(
    ("status", "facet", "derived"),
    [
        ("operational", "dg:asksDigitalSkill false", True),
        ("scaling-up", "dg:asksDigitalSkill false", True),
        ("under-consideration", "dg:asksDigitalSkill false", False),
        ("operational", "dg:asksDigitalSkill true", False),
    ],
)
def test_an_entry_point_is_non_digital_only_if_it_works_today_without_digital_skill(
    ontology: list[Quad], status: str, facet: str, derived: bool
) -> None:
    """A plan, or a website behind a login, serves nobody who is not digitally skilled."""
    turtle = f"""
    ex:way a dg:EntryPoint ; dg:status status:{status} .
    ex:use a dg:ChannelUse ; dg:entryPoint ex:way ; dg:status status:operational ; {facet} .
    """
    found = concluded(ontology, turtle)
    wanted = ("way", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", DG + "NonDigitalEntryPoint")
    assert (wanted in found) is derived


@pytest.mark.parametrize(
    ("facet", "derived"),
    [
        ("dg:appointmentNeed need:not-required", "WalkInEntryPoint"),
        ("dg:appointmentNeed need:usually-required", "AppointmentEntryPoint"),
        ("dg:identificationNeed need:not-required", "EntryPointWithoutDigiD"),
        ("dg:asksLiteracy false", "LowLiteracyEntryPoint"),
        ("dg:identificationNeed need:not-stated ; dg:appointmentNeed need:not-stated ; dg:asksLiteracy true", None),
    ],
)
def test_other_classes_of_entry_points_follow_from_what_a_use_asks(
    ontology: list[Quad], facet: str, derived: str | None
) -> None:
    """And not stated is not the same as not needed."""
    turtle = f"""
    ex:way a dg:EntryPoint ; dg:status status:operational .
    ex:use a dg:ChannelUse ; dg:entryPoint ex:way ; dg:status status:operational ; {facet} .
    """
    names = {"WalkInEntryPoint", "AppointmentEntryPoint", "EntryPointWithoutDigiD", "LowLiteracyEntryPoint"}
    found = {o.removeprefix(DG) for s, _, o in concluded(ontology, turtle) if s == "way"} & names
    assert found == ({derived} if derived else set())


def test_a_hop_is_stated_of_where_it_starts_and_where_it_ends(ontology: list[Quad]) -> None:
    """By provider, or by the provider of the entry point or line that is its end; not of an audience."""
    hop = """
    ex:hop a dg:AccessRoute ; dg:from ex:town ; dg:to ex:helpdesk . ex:helpdesk dg:provider ex:agency .
    ex:agency a dg:Organisation .
    ex:signal a dg:AccessRoute ; dg:from ex:helpdesk ; dg:to ex:everyone . ex:everyone a dg:Audience .
    """
    found = {(s, o) for s, p, o in concluded(ontology, TOWN + hop) if p == "statedFor" and s in ("hop", "signal")}
    assert found == {("hop", "town"), ("hop", "agency"), ("signal", "agency")}


def test_a_support_aid_is_stated_of_the_provider_of_the_aids_that_it_exemplifies(ontology: list[Quad]) -> None:
    """Another example of a provider's facts is not: it may be somebody else's."""
    aids = """
    ex:aids a dg:SupportAid ; dg:provider ex:town . ex:buddies a dg:SupportAid ; dg:exampleOf ex:aids .
    ex:habit a dg:Practice ; dg:exampleOf ex:aids .
    """
    found = {s for s, p, o in concluded(ontology, TOWN + aids) if p == "statedFor" and o == "town"}
    assert {"aids", "buddies"} <= found
    assert "habit" not in found


def test_a_collaboration_is_stated_of_its_parties_and_of_the_named_members_of_a_group(ontology: list[Quad]) -> None:
    """Not of the kind of its members, nor of others of that kind."""
    collaboration = """
    ex:programme a dg:Collaboration ; dg:party ex:agency, ex:some . ex:agency a dg:Organisation .
    ex:some a dg:Group ; dg:memberKind ex:town ; dg:namedMember ex:ours .
    ex:other a dg:Organisation ; dg:conformsTo ex:town .
    """
    facts = concluded(ontology, TOWN + collaboration)
    found = {o for s, p, o in facts if s == "programme" and p in ("statedFor", "followsFor", "presumedFor")}
    assert found == {"agency", "some", "ours"}


def test_an_entry_point_of_which_a_provider_makes_use_is_stated_of_it_too(ontology: list[Quad]) -> None:
    """Help by civic parties, on which a provider relies; its channel uses stay theirs."""
    used = """
    ex:relies a dg:Practice ; dg:provider ex:ours ; dg:usesFact ex:help . ex:help a dg:EntryPoint .
    ex:use a dg:ChannelUse ; dg:entryPoint ex:help .
    """
    found = {s for s, p, o in concluded(ontology, TOWN + used) if p == "statedFor" and o == "ours"}
    assert found == {"relies", "help"}
