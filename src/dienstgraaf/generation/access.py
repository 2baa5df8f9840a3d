"""The ways in for one topic: a service, entry points, and by which channels people use them."""

from __future__ import annotations

from typing import Final, NamedTuple

from dienstgraaf.generation.facts import add_observation
from dienstgraaf.generation.items import concept, shipped
from dienstgraaf.generation.making import Maker
from dienstgraaf.generation.organisation import CHANNELS, add_channel
from dienstgraaf.generation.words import LIFE_EVENTS, NEEDS, Topic

__all__ = ["add_access"]


class _Way(NamedTuple):
    """A kind of entry point, what it is called, and the channels that it may have."""

    kind: str
    dutch: str
    english: str
    channels: tuple[str, ...]


_WAYS: Final = (
    _Way("desk", "loket voor", "desk for", ("counter", "telephone", "web-form", "letter", "e-mail")),
    _Way("telephone-line", "telefoonlijn voor", "telephone line for", ("direct-number", "telephone", "whatsapp")),
    _Way("website", "website voor", "website for", ("website", "chat", "web-form", "e-mail")),
    _Way("personal-portal", "eigen pagina voor", "personal page for", ("personal-portal", "e-mail")),
    _Way("consultation-hour", "spreekuur voor", "consultation hour for", ("meeting-room", "telephone", "video-call")),
    _Way("walk-in", "inloop voor", "walk-in for", ("counter", "conversation")),
    _Way("information-point", "informatiepunt voor", "information point for", ("counter", "letter", "website")),
    _Way("contact-person", "contactpersoon voor", "contact person for", ("direct-number", "conversation", "e-mail")),
    _Way("helpdesk", "helpdesk voor", "helpdesk for", ("direct-number", "chat", "e-mail", "video-call")),
)

_PURPOSES: Final = ("ask-questions", "apply", "inform", "transact", "personal-questions", "report", "contact", "advise")
_FROM_HOME: Final = ("personal-portal", "web-form")


def add_access(make: Maker, topic: Topic) -> None:
    """Add a service for `topic`, a condition, and three to five entry points with their channel uses."""
    chance = make.chance
    service = make.add(
        "desks",
        "service",
        topic.slug,
        make.named(f"dienst voor {topic.dutch}", f"service for {topic.english}"),
        audience=make.audience(),
        lifeEvent=shipped("life-event", LIFE_EVENTS[topic.slug]) if topic.slug in LIFE_EVENTS else None,
        mustBeAppliedFor=chance.happens(0.6),
        observation=add_observation(make, topic),
        provider=make.me,
        status=make.status(),
        topic=concept("topic", topic.slug),
    )
    make.add(
        "desks",
        "condition",
        topic.slug,
        (f"iemand heeft een vraag over {topic.dutch}", f"someone has a question about {topic.english}"),
        conditionKind=concept("condition-kind", chance.pick(("situation", "request", "eligibility"))),
        topic=concept("topic", topic.slug),
    )
    for way in chance.some(_WAYS, chance.between(2, 4)):
        _add_entry_point(make, topic, way, service)


def _add_entry_point(make: Maker, topic: Topic, way: _Way, service: str) -> None:
    chance = make.chance
    label = (
        f"{way.dutch} {topic.dutch} in {make.supplier.dutch}",
        f"{way.english} {topic.english} in {make.supplier.english}",
    )
    hosted = chance.happens(0.15) and make.partners
    entry = make.add(
        "desks",
        "entry-point",
        f"{topic.slug}-{way.kind}",
        label,
        audience=make.audience(),
        availability=concept(
            "availability", chance.pick(("office-hours", "office-hours", "round-the-clock", "ad-hoc"))
        ),
        condition=f"own-condition:{topic.slug}" if chance.happens(0.3) else None,
        entryPointKind=concept("entry-point-kind", way.kind),
        hostedAt=chance.pick(make.partners)
        if hosted
        else f"own-place:{chance.pick(('main-building', 'district-office'))}",
        operatedBy=chance.pick(make.partners) if chance.happens(0.1) else None,
        provider=make.me,
        serviceProvided=service,
        status=make.status(),
        supportLine=f"own-support-line:{topic.slug}-first-line",
        topic=concept("topic", topic.slug),
        **make.hedged(0.2),
    )
    make.entry_points.append((entry, topic))
    for kind in chance.some(way.channels, chance.between(1, 3)):
        shared = f"own-channel:general-{kind}"
        channel = (
            add_channel(make, kind, f"{topic.slug}-{way.kind}", (topic.dutch, topic.english))
            if chance.happens(0.4)
            else shared
        )
        _add_use(make, topic, (entry, kind, channel))


def _add_use(make: Maker, topic: Topic, use: tuple[str, str, str]) -> None:
    """Add the use of a channel: at which entry point, of which type, and which channel."""
    chance, (entry, kind, channel) = make.chance, use
    about = CHANNELS[kind]
    identified = kind in _FROM_HOME or chance.happens(0.2)
    place = make.drafts["desks"].items[-1].values["rdfs:label"]
    label = (f"{about.dutch} bij: {place[0][1:-4]}", f"{about.english} at: {place[1][1:-4]}")
    make.add(
        "channel-use",
        "channel-use",
        f"{entry.partition(':')[2]}-{kind}",
        label,
        appointmentNeed=concept("need", chance.weighed(NEEDS)),
        asksDigitalSkill=about.digital,
        asksLiteracy=about.literacy,
        audience=make.audience(),
        channel=channel,
        dataAllowed=concept(
            "data-allowed", "personal-data" if identified else chance.pick(("no-personal-data", "not-stated"))
        ),
        direction=concept("direction", chance.pick(("inbound", "inbound", "both"))),
        entryPoint=entry,
        identification=concept("identification", chance.pick(("digid", "digid", "eherkenning")))
        if identified
        else None,
        identificationNeed=concept("need", "required" if identified else chance.pick(("not-required", "not-stated"))),
        mode=concept("mode", about.mode),
        providerPreference=concept("preference", chance.pick(("preferred", "neutral")))
        if chance.happens(0.3)
        else None,
        purpose=concept("purpose", *chance.some(_PURPOSES, chance.between(1, 3))),
        status=make.status(),
        topic=concept("topic", topic.slug),
        **make.hedged(0.3),
    )
