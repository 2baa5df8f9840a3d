"""Hops for one topic: from people and partners to the entry points, and from these to others."""

from __future__ import annotations

from typing import Final

from dienstgraaf.generation.items import concept, shipped
from dienstgraaf.generation.making import Maker
from dienstgraaf.generation.words import PARTNERS, SHIPPED_AGENCIES, Topic

__all__ = ["add_hops"]

_End = tuple[str, str, str, str]
"""One end of a hop: its name, a word for the IRI, and what it is called in Dutch and English."""

_ARRANGEMENTS: Final = (
    "process-agreement",
    "chain-cooperation",
    "personal-network",
    "direct-staff-lines",
    "none",
    "ad-hoc",
)

_REFERRERS: Final = frozenset(("gp", "district-nursing", "home-care", "school", "social-neighbourhood-team"))
"""The partners whose referral may give a claim to care."""


def add_hops(make: Maker, topic: Topic) -> None:
    """Add hops in, hops out and a signal for `topic`, which has its entry points already."""
    entries = [name for name, about in make.entry_points if about is topic]
    people = make.audience()[0]
    here = (entries[0], "here", "ingang", "entry point")
    _add_hop(make, topic, "self-initiated", (people, "people", "inwoners", "residents"), here)
    for partner in _partners(make):
        entitled = partner[1].removeprefix("any-") in _REFERRERS and make.chance.happens(0.6)
        _add_hop(make, topic, "entitling-referral" if entitled else "guidance", partner, here)
    last = (entries[-1], "last", "ingang", "entry point")
    for away in _away(make):
        kind = make.chance.pick(("forwarding", "forwarding", "call-transfer", "guidance", "back-office-contact"))
        _add_hop(make, topic, kind, last, away)
    if make.chance.happens(0.5):
        me = (make.me, "organisation", make.supplier.dutch, make.supplier.english)
        kind = make.chance.pick(("outreach", "system-signal", "follow-up"))
        _add_hop(make, topic, kind, me, (people, "people", "inwoners", "residents"))


def _partners(make: Maker) -> list[_End]:
    """Return one or two partners: of the supplier's own, or a shipped archetype."""
    own = [(name, name.partition(":")[2], *make.partner_labels[name]) for name in make.chance.some(make.partners, 1)]
    archetype, dutch, english = make.chance.pick(PARTNERS)
    return [*own, (shipped("archetype", archetype), f"any-{archetype}", dutch, english)]


def _away(make: Maker) -> list[_End]:
    """Return where people go from here: a shipped agency, and perhaps another supplier."""
    slug, dutch, english = make.chance.pick(SHIPPED_AGENCIES)
    found = [(shipped("organisation", slug), slug, dutch, english)]
    if make.others and make.chance.happens(0.4):
        other = make.chance.pick(make.others)
        found.append((f"<{other.iri}>", other.slug, other.dutch, other.english))
    return found


def _add_hop(make: Maker, topic: Topic, kind: str, start: _End, end: _End) -> None:
    chance = make.chance
    words = make.named(f"{topic.dutch}: van {start[2]} naar {end[2]}", f"{topic.english}: from {start[3]} to {end[3]}")
    ends = {"from": [start[0]], "to": [end[0]]}
    signal = kind in ("system-signal", "outreach")
    make.add(
        "routes",
        "route",
        f"{topic.slug}-{start[1]}-to-{end[1]}",
        words,
        arrangement=concept("arrangement", chance.pick(_ARRANGEMENTS)) if chance.happens(0.4) else None,
        asksOfPerson=concept("asked", chance.pick(("make-contact", "supply-documents", "apply-oneself")))
        if chance.happens(0.4)
        else None,
        audience=make.audience(),
        carries=concept("carried", chance.pick(("letter", "information", "reminder"))) if signal else None,
        condition=f"own-condition:{topic.slug}" if chance.happens(0.4) else None,
        routeKind=concept("route-kind", kind),
        status=make.status(),
        topic=concept("topic", topic.slug),
        warm=chance.happens(0.5) if kind in ("forwarding", "call-transfer") else None,
        **ends,
        **make.hedged(0.3),
    )
