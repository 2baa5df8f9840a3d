"""What else is known: figures, other names, what is not there, ways of working, cooperation and campaigns."""

from __future__ import annotations

from typing import Final

from dienstgraaf.generation.items import concept, shipped
from dienstgraaf.generation.making import Maker
from dienstgraaf.generation.words import Topic

__all__ = ["add_facts", "add_observation", "add_working_together"]

_ABSENT: Final = (
    ("outreach", "outreach", "er zelf op af gaan"),
    ("follow-up", "follow-up", "navraag achteraf"),
    ("call-transfer", "call transfer", "doorverbinden"),
)
_PRACTICES: Final = (
    ("satisfaction-survey", "meten of mensen tevreden zijn", "measuring whether people are satisfied"),
    ("complaints-handling", "klachten behandelen", "handling complaints"),
    ("follow-up-contact", "later nog eens contact zoeken", "getting in touch again later"),
    ("informing-partners", "partners op de hoogte houden", "keeping partners informed"),
    ("monitoring", "bijhouden hoe het gaat", "monitoring how things go"),
    ("layered-offer", "aanbod in lagen", "an offer in layers"),
    ("personal-contact", "persoonlijk contact", "personal contact"),
    ("customer-flow-analysis", "klantstromen bekijken", "looking at customer flows"),
)
_COLLABORATIONS: Final = (
    ("chain", "keten", "chain"),
    ("network", "netwerk", "network"),
    ("project", "project", "project"),
)


def add_observation(make: Maker, topic: Topic) -> str | None:
    """Add a figure about `topic` in half of all cases, and return its name."""
    chance = make.chance
    if not chance.happens(0.5):
        return None
    return make.add(
        "facts",
        "observation",
        topic.slug,
        make.named(f"vragen over {topic.dutch} per jaar", f"questions about {topic.english} a year"),
        counts=concept("counted", "questions"),
        period=concept("period", "yearly"),
        provider=make.me,
        qualifier=concept("qualifier", chance.pick(("about", "more-than", "exactly"))),
        topic=concept("topic", topic.slug),
        unit=concept("unit", "per-year"),
        value=str(chance.between(40, 9000)),
    )


def add_facts(make: Maker, topic: Topic) -> None:
    """Add for `topic` what chance decides: another name, an absence, a list of its entry points."""
    chance = make.chance
    entries = [name for name, about in make.entry_points if about is topic]
    about = concept("topic", topic.slug)
    if chance.happens(0.35):
        label = (f"Huis van {topic.dutch}", f"House of {topic.english}")
        make.add("facts", "local-name", topic.slug, label, nameOf=entries[0], usedBy=make.me)
    if chance.happens(0.4):
        kind, english, dutch = chance.pick(_ABSENT)
        make.add(
            "facts",
            "absence",
            topic.slug,
            make.named(f"geen {dutch} bij {topic.dutch}", f"no {english} for {topic.english}"),
            absentKind=concept("route-kind", kind),
            provider=make.me,
            topic=about,
        )
    if chance.happens(0.4):
        make.add(
            "facts",
            "enumeration",
            topic.slug,
            make.named(f"ingangen voor {topic.dutch}", f"entry points for {topic.english}"),
            completeness=concept("completeness", chance.pick(("complete", "examples"))),
            member=entries,
            ofProperty="dg:serviceProvided",
            subject=f"own-service:{topic.slug}",
        )


def add_working_together(make: Maker) -> None:
    """Add practices, a channel strategy with its steps, cooperations, a campaign, a barrier and a development."""
    chance, town = make.chance, (make.supplier.dutch, make.supplier.english)
    for kind, dutch, english in chance.some(_PRACTICES, chance.between(3, 5)):
        make.add(
            "working-together",
            "practice",
            kind,
            (f"werkwijze in {town[0]}: {dutch}", f"way of working in {town[1]}: {english}"),
            practiceKind=concept("practice-kind", kind),
            provider=make.me,
            status=make.status(),
            **make.hedged(0.2),
        )
    _add_strategy(make)
    _add_collaborations(make)
    entry, topic = chance.pick(make.entry_points)
    make.add(
        "working-together",
        "campaign",
        "local",
        (f"voorlichting over {topic.dutch} in {town[0]}", f"information on {topic.english} in {town[1]}"),
        campaignKind=concept("campaign-kind", "local"),
        offersEntryPoint=entry,
        provider=make.me,
        status=make.status(),
        topic=concept("topic", topic.slug),
    )
    _add_changes(make, entry)


def _add_collaborations(make: Maker) -> None:
    chance, town = make.chance, (make.supplier.dutch, make.supplier.english)
    for (kind, dutch, english), partner in zip(_COLLABORATIONS, chance.some(make.partners, 3), strict=True):
        make.add(
            "working-together",
            "collaboration",
            kind,
            (f"samenwerking rond {town[0]}: {dutch}", f"cooperation around {town[1]}: {english}"),
            collaborationKind=concept("collaboration-kind", kind),
            partiesCompleteness=concept("completeness", chance.pick(("examples", "complete", "unstated"))),
            party=[make.me, partner],
            shares=concept("shared-thing", "knowledge"),
            status=make.status(),
        )


def _add_strategy(make: Maker) -> None:
    town = (make.supplier.dutch, make.supplier.english)
    levels = ("click", "call", "face")
    for number, level in enumerate(levels, 1):
        label = (f"stap {number} in {town[0]}: {level}", f"step {number} in {town[1]}: {level}")
        make.add(
            "working-together",
            "strategy-step",
            level,
            label,
            serviceLevel=concept("service-level", level),
            stepNumber=str(number),
        )
    make.add(
        "working-together",
        "channel-strategy",
        "click-call-face",
        (f"kanalenstrategie van {town[0]}", f"channel strategy of {town[1]}"),
        hasStep=[f"own-strategy-step:{level}" for level in levels],
        provider=make.me,
        setOutInVision=make.chance.happens(0.5),
        status=make.status(),
        strategyKind=concept("strategy-kind", "click-call-face"),
    )


def _add_changes(make: Maker, entry: str) -> None:
    town = (make.supplier.dutch, make.supplier.english)
    make.add(
        "working-together",
        "barrier",
        "findability",
        (f"vindbaarheid in {town[0]}", f"findability in {town[1]}"),
        barrierKind=concept("barrier-kind", "findability"),
        hinders=entry,
        provider=make.me,
    )
    make.add(
        "working-together",
        "development",
        "entry-point",
        (f"vernieuwing van een ingang in {town[0]}", f"renewal of an entry point in {town[1]}"),
        concerns=entry,
        provider=make.me,
        status=concept("status", make.chance.pick(("planned", "in-development"))),
    )
    make.add(
        "working-together",
        "characteristic",
        "size",
        (f"omvang van {town[0]}", f"size of {town[1]}"),
        characteristicKind=concept("characteristic-kind", "organisation-size"),
        provider=make.me,
    )
    make.add(
        "working-together",
        "adaptation",
        "by-appointment",
        (f"op afspraak sinds Covid-19 in {town[0]}", f"by appointment since Covid-19 in {town[1]}"),
        permanence=concept("permanence", "undecided"),
        provider=make.me,
        status=make.status(),
        trigger=shipped("condition", "covid-19-pandemic"),
    )
