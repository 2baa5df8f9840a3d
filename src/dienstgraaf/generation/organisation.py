"""The supplier itself, its partners and places, and the channels that it has for all its entry points."""

from __future__ import annotations

from typing import Final, NamedTuple

from dienstgraaf.generation.items import Item, concept, shipped, texts
from dienstgraaf.generation.making import SOURCE, Maker
from dienstgraaf.generation.words import PARTNERS

__all__ = ["CHANNELS", "ChannelKind", "add_channel", "add_organisation"]


class ChannelKind(NamedTuple):
    """A type of channel: what it is called, and what its use asks."""

    dutch: str
    english: str
    mode: str
    literacy: bool
    address: str = ""

    @property
    def digital(self) -> bool:
        """Whether using it asks digital skill."""
        return self.mode == "digital"


CHANNELS: Final[dict[str, ChannelKind]] = {
    "counter": ChannelKind("balie", "counter", "in-person", literacy=False),
    "telephone": ChannelKind("telefoonnummer", "phone number", "remote", literacy=False, address="phone"),
    "website": ChannelKind("website", "website", "digital", literacy=True, address="web"),
    "web-form": ChannelKind("webformulier", "web form", "digital", literacy=True, address="web"),
    "e-mail": ChannelKind("e-mailadres", "e-mail address", "digital", literacy=True),
    "letter": ChannelKind("brief", "letter", "analogue", literacy=True),
    "personal-portal": ChannelKind("persoonlijke pagina", "personal page", "digital", literacy=True, address="web"),
    "chat": ChannelKind("chat", "chat", "digital", literacy=True, address="web"),
    "whatsapp": ChannelKind("WhatsApp", "WhatsApp", "digital", literacy=True, address="phone"),
    "video-call": ChannelKind("beeldbellen", "video call", "digital", literacy=False),
    "meeting-room": ChannelKind("spreekkamer", "meeting room", "in-person", literacy=False),
    "conversation": ChannelKind("gesprek", "conversation", "in-person", literacy=False),
    "direct-number": ChannelKind("rechtstreeks nummer", "direct number", "remote", literacy=False, address="phone"),
}
"""The types of channels, as in the concept scheme."""

_PLACES: Final = (
    ("main-building", "hoofdgebouw", "main building"),
    ("district-office", "wijkkantoor", "district office"),
    ("library-corner", "hoek in de bibliotheek", "corner in the library"),
)


def add_organisation(make: Maker) -> None:
    """Add the source, the organisation, its archetype, partners, places and shared channels."""
    supplier = make.supplier
    town = supplier.kind == "municipality"
    source = {
        "a": ["dg:Source"],
        "rdfs:label": texts("synthetische gegevens, niet uit een bron", "synthetic data, not from any source"),
        "dg:asOf": ['"2026-01-01"^^xsd:date'],
    }
    make.put("organisation", Item(SOURCE, source))
    label = (
        (f"gemeente {supplier.dutch}", f"Municipality of {supplier.english}")
        if town
        else (supplier.dutch, supplier.english)
    )
    make.add(
        "organisation",
        "organisation",
        supplier.slug,
        label,
        conformsTo=shipped("archetype", supplier.kind),
        organisationKind=concept("organisation-kind", supplier.kind),
    )
    _add_partners(make)
    for local, dutch, english in _PLACES:
        name = (f"{dutch} van {supplier.dutch}", f"{english} of {supplier.english}")
        make.add("organisation", "place", local, name, placeOf=make.me)
    for kind in CHANNELS:
        add_channel(make, kind, "general", ("algemeen", "general"))


def _add_partners(make: Maker) -> None:
    """Add an archetype of the supplier's own, named partners that conform to it and to shipped ones, and a group."""
    dutch, english = make.supplier.dutch, make.supplier.english
    make.add(
        "organisation",
        "condition",
        "works-in-the-area",
        (f"werkt in het gebied van {dutch}", f"works in the area of {english}"),
        conditionKind=concept("condition-kind", "archetype-criterion"),
    )
    partner = make.add(
        "organisation",
        "archetype",
        "partner-in-the-area",
        (f"partner in het gebied van {dutch}", f"partner in the area of {english}"),
        criterion="own-condition:works-in-the-area",
        specialises=shipped("archetype", "chain-partner"),
    )
    for archetype, nl, en in make.chance.some(PARTNERS, make.chance.between(6, 9)):
        name = make.add(
            "organisation",
            "organisation",
            archetype,
            (f"{nl} {dutch}", f"{en} {english}"),
            conformsTo=[partner, shipped("archetype", archetype)],
            organisationKind=concept("organisation-kind", make.chance.pick(("civic-partner", "professional-partner"))),
        )
        make.partners.append(name)
        make.partner_labels[name] = (f"{nl} {dutch}", f"{en} {english}")
    _add_group(make)


def _add_group(make: Maker) -> None:
    """Add a group, of which some partners are known members."""
    dutch, english = make.supplier.dutch, make.supplier.english
    count = make.chance.between(3, 40)
    make.add(
        "organisation",
        "group",
        "volunteers-in-the-area",
        (f"vrijwilligersgroepen rond {dutch}", f"groups of volunteers around {english}"),
        criterion="own-condition:works-in-the-area",
        hedge=[f'"ongeveer {count}"@nl'],
        memberCount=str(count),
        memberCountQualifier=concept("qualifier", "about"),
        memberKind=shipped("archetype", "volunteer-organisation"),
        namedMember=make.chance.some(make.partners, 2),
    )


def add_channel(make: Maker, kind: str, about: str, words: tuple[str, str]) -> str:
    """Add a channel of `kind`, for what `about` and `words` in Dutch and English say, and return its name."""
    channel, slug = CHANNELS[kind], make.supplier.slug
    digits = "".join(str(make.chance.below(10)) for _ in range(4))
    label = (
        f"{channel.dutch} {make.supplier.dutch}: {words[0]}",
        f"{channel.english} {make.supplier.english}: {words[1]}",
    )
    return make.add(
        "channels",
        "channel",
        f"{about}-{kind}",
        label,
        availability=concept("availability", "round-the-clock" if channel.digital else "office-hours"),
        channelType=concept("channel-type", kind),
        phoneNumber=[f'"000 000 {digits}"'] if channel.address == "phone" else None,
        provider=make.me,
        webAddress=[f'"https://www.{slug}.example/{about}/{kind}"^^xsd:anyURI'] if channel.address == "web" else None,
    )
