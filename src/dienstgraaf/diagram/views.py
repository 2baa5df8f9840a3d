"""Which classes and properties each picture of the ontology shows; what they are is read from the ontology."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from dienstgraaf.diagram.vocabulary import Vocabulary

__all__ = ["VIEWS", "Edge", "View", "ViewError"]


class ViewError(ValueError):
    """A picture asks for something that the ontology does not have."""


@dataclass(frozen=True)
class Edge:
    """An arrow from class to class for one or more properties, named without prefix."""

    start: str
    properties: tuple[str, ...]
    end: str


@dataclass(frozen=True)
class View:
    """One picture: its classes, what is spelled out inside them, and its arrows. Names are without prefix.

    `attributes` are, for each class, the properties listed in its box. `left_out` names the classes whose arrows to the
    classes above them are not drawn. Where `columns` is more than 0, subclasses stand inside the box of their class, in
    so many columns.
    """

    slug: str
    title: str
    classes: tuple[str, ...]
    attributes: Mapping[str, str] = field(default_factory=dict)
    edges: tuple[Edge, ...] = ()
    direction: str = "right"
    left_out: frozenset[str] = field(default_factory=frozenset)
    columns: int = 0

    def check(self, vocabulary: Vocabulary) -> None:
        """Make sure that every class is there and every arrow is allowed by domain and range.

        Raises:
            ViewError: naming the first thing that is not so.
        """
        for fault in self._faults(vocabulary):
            raise ViewError(f"picture {self.slug!r}: {fault}")

    def _faults(self, vocabulary: Vocabulary) -> Iterator[str]:
        for name in self.classes:
            if f"dg:{name}" not in vocabulary.classes:
                yield f"no class dg:{name}"
        for name, more in self.attributes.items():
            if name not in self.classes:
                yield f"attributes of dg:{name}, which is not shown"
            for prop in more.split():
                yield from _faults_at(vocabulary, prop, name, domain=True)
        for edge in self.edges:
            for name in edge.properties:
                yield from _faults_at(vocabulary, name, edge.start, domain=True)
                yield from _faults_at(vocabulary, name, edge.end, domain=False)


def _faults_at(vocabulary: Vocabulary, name: str, at: str, *, domain: bool) -> Iterator[str]:
    """Yield what is wrong with the property `name` starting (`domain`) or ending at the class `at`."""
    if ":" in name:  # of another vocabulary, which this ontology gives no domain or range
        return
    term = vocabulary.properties.get(f"dg:{name}")
    if term is None:
        yield f"no property dg:{name}"
    elif not set(term.domain if domain else term.range) <= vocabulary.ancestors(f"dg:{at}"):
        yield f"dg:{name} does not hold for dg:{at}"


def _edge(start: str, properties: str, end: str) -> Edge:
    return Edge(start, tuple(properties.split()), end)


VIEWS: Final[tuple[View, ...]] = (
    View(
        "overview",
        "The core: who lets people in, where, by what channel, and where they go from there",
        ("Provider", "EntryPoint", "ChannelUse", "Channel", "AccessRoute", "RouteEnd", "SupportLine", "Service",
         "LifeEvent", "Audience", "Topic"),
        edges=(
            _edge("EntryPoint", "provider", "Provider"),
            _edge("ChannelUse", "entryPoint", "EntryPoint"),
            _edge("ChannelUse", "channel", "Channel"),
            _edge("AccessRoute", "from to", "RouteEnd"),
            _edge("AccessRoute", "lifeEvent", "LifeEvent"),
            _edge("EntryPoint", "supportLine", "SupportLine"),
            _edge("EntryPoint", "serviceProvided", "Service"),
            _edge("EntryPoint", "topic", "Topic"),
            _edge("EntryPoint", "audience", "Audience"),
            _edge("Service", "provider", "Provider"),
        ),
        left_out=frozenset({"Provider", "EntryPoint", "SupportLine", "Audience", "Topic"}),
    ),
    View(
        "providers",
        "Who: an organisation by name, a kind of provider, or a group",
        ("InventoryItem", "Provider", "Organisation", "Archetype", "Group", "RegisterEntry", "Condition", "Place"),
        attributes={
            "Provider": "abbreviation formerName consultation function",
            "Organisation": "organisationKind",
            "Group": "memberCount memberCountQualifier",
        },
        edges=(
            _edge("InventoryItem", "provider operatedBy developedBy underFlagOf commissionedBy", "Provider"),
            _edge("Organisation", "conformsTo", "Archetype"),
            _edge("Archetype", "specialises", "Archetype"),
            _edge("Group", "memberKind", "Archetype"),
            _edge("Group", "namedMember", "Provider"),
            _edge("Organisation", "memberOf", "Provider"),
            _edge("Provider", "criterion", "Condition"),
            _edge("Provider", "registerEntry", "RegisterEntry"),
            _edge("Place", "placeOf", "Provider"),
        ),
        direction="down",
        left_out=frozenset({"Condition", "Place", "RegisterEntry"}),
    ),
    View(
        "access",
        "How: entry points, what carries the contact, and one hop of a route",
        ("EntryPoint", "ChannelUse", "Channel", "AccessRoute", "Condition", "LifeEvent", "InformationSystem"),
        attributes={
            "EntryPoint": "entryPointKind topic audience status",
            "ChannelUse": "purpose direction asksDigitalSkill asksLiteracy identificationNeed identification "
            "appointmentNeed dataAllowed degreeOfUse status",
            "Channel": "channelType webAddress phoneNumber availability",
            "AccessRoute": "routeKind arrangement warm carries asksOfPerson topic audience status",
            "Condition": "conditionKind",
            "LifeEvent": "namedAsLifeEvent",
        },
        edges=(
            _edge("ChannelUse", "entryPoint", "EntryPoint"),
            _edge("ChannelUse", "channel", "Channel"),
            _edge("AccessRoute", "from to", "EntryPoint"),
            _edge("AccessRoute", "channel", "Channel"),
            _edge("AccessRoute", "condition", "Condition"),
            _edge("AccessRoute", "lifeEvent", "LifeEvent"),
            _edge("AccessRoute", "system", "InformationSystem"),
        ),
    ),
    View(
        "support",
        "Help: lines, teams, roles and aids, and how parties work together",
        ("Provider", "EntryPoint", "SupportLine", "Team", "Role", "SupportAid", "Collaboration", "Campaign",
         "ChannelStrategy", "StrategyStep", "RouteEnd"),
        attributes={
            "SupportLine": "lineLevel caseComplexity topic",
            "Team": "composition expertise caseComplexity",
            "Role": "expertise caseComplexity",
            "SupportAid": "aidKind skill audience",
            "Collaboration": "collaborationKind partiesCompleteness shares goal",
            "Campaign": "campaignKind topic",
            "ChannelStrategy": "strategyKind",
            "StrategyStep": "stepNumber serviceLevel",
        },
        edges=(
            _edge("EntryPoint", "supportLine", "SupportLine"),
            _edge("SupportLine", "nextLine", "SupportLine"),
            _edge("SupportLine", "hasTeam", "Team"),
            _edge("SupportLine", "hasRole", "Role"),
            _edge("SupportAid", "availableAt", "RouteEnd"),
            _edge("SupportLine", "provider", "Provider"),
            _edge("Collaboration", "party", "RouteEnd"),
            _edge("Campaign", "offersEntryPoint", "EntryPoint"),
            _edge("Campaign", "localRunOf", "Campaign"),
            _edge("ChannelStrategy", "hasStep", "StrategyStep"),
            _edge("ChannelStrategy", "provider", "Provider"),
        ),
        left_out=frozenset({"Provider", "SupportAid", "Collaboration", "EntryPoint", "SupportLine", "Team", "Role"}),
    ),
    View(
        "facts",
        "How sure, how common, since when, and on what grounds",
        ("InventoryItem", "Fact", "OperationalFact", "Absence", "Insight", "Observation", "Enumeration", "LocalName",
         "Segment", "Section", "Provider", "Organisation"),
        attributes={
            "Fact": "status shareOfProviders frequencyOfCases degreeOfUse trend hedge since until",
            "Absence": "absentKind",
            "Observation": "value unit counts qualifier period",
            "Enumeration": "completeness member",
            "Segment": "segmentId segmentKind noStructureBecause",
            "Section": "sectionNumber",
        },
        edges=(
            _edge("InventoryItem", "prov:wasDerivedFrom", "Segment"),
            _edge("Segment", "inSection", "Section"),
            _edge("InventoryItem", "observation", "Observation"),
            _edge("Insight", "carriedBy", "InventoryItem"),
            _edge("LocalName", "nameOf", "InventoryItem"),
            _edge("Absence", "absentThing", "InventoryItem"),
            _edge("Fact", "exceptionTo", "Fact"),
            _edge("Fact", "statedFor", "Provider"),
            _edge("Fact", "followsFor presumedFor", "Organisation"),
        ),
        left_out=frozenset({"Provider", "Insight", "Observation", "Enumeration", "LocalName"}),
    ),
    View(
        "derived",
        "What reasoning adds: classes that nobody asserts by hand",
        ("Fact", "OperationalFact", "EntryPoint", "NonDigitalEntryPoint", "LowLiteracyEntryPoint",
         "EntryPointWithoutDigiD", "WalkInEntryPoint", "AppointmentEntryPoint", "SelfEmployedEntryPoint",
         "SharedEntryPoint"),
    ),
    View(
        "kinds",
        "Every kind of item; a blue one can be an end of a route",
        ("InventoryItem", "Fact", "Service", "EntryPoint", "ChannelUse", "AccessRoute", "SupportLine", "Role", "Team",
         "SupportAid", "Collaboration", "Campaign", "ChannelStrategy", "Practice", "Barrier", "Adaptation",
         "Development", "Absence", "Characteristic", "Provider", "Organisation", "Archetype", "Group", "Channel",
         "LifeEvent", "StrategyStep", "Insight", "Enumeration", "Observation", "LocalName", "Condition", "Place",
         "InterviewQuestion", "Publication", "RegisterEntry", "InformationSystem"),
        columns=4,
    ),
)  # fmt: skip
"""The pictures of the documentation, in reading order."""
