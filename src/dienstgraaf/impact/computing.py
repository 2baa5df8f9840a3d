"""Computes what loses its way if something goes, from what the inventory states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from dienstgraaf.cards import find
from dienstgraaf.circles import Joints, closes, find_circles, pairs_of, read_bases
from dienstgraaf.circles.joining import Bases
from dienstgraaf.engine import Engine
from dienstgraaf.errors import DienstgraafError
from dienstgraaf.impact._making import Making
from dienstgraaf.impact.model import GROUPS, KINDS, Impact, Loss
from dienstgraaf.impact.reaching import Reach
from dienstgraaf.impact.removal import removal
from dienstgraaf.impact.ways import SUBJECTS, Ways
from dienstgraaf.structure import Structure, read_structure

__all__ = ["ImpactError", "impact", "impact_of"]

_CAN_GO: Final = (*("Provider", "EntryPoint", "Channel", "ChannelUse", "AccessRoute", "SupportLine", "Team", "Role"),)
"""The classes of what can be asked about."""

_LEANING: Final = {
    "operatedBy": "operated",
    "hostedAt": "hosted",
    "availableAt": "hosted",
    "offersEntryPoint": "offered",
    "usesFact": "used",
    "connectedTo": "connected",
    "party": "party",
}


class ImpactError(DienstgraafError):
    """What is asked about is nothing that can go."""


def impact(engine: Engine, name: str, lang: str) -> Impact:
    """Return what loses its way if what `name` stands for goes.

    Raises:
        UnknownNameError: if nothing is called so, or several things are.
        ImpactError: if it is no provider, entry point, channel, channel use, hop, line, team or role.
    """
    item = find(engine, name, lang).value
    structure = read_structure(engine, lang)
    if not structure.is_a(item, *_CAN_GO):
        raise ImpactError("impact-kind", name=structure.label(item))
    return impact_of(structure, read_bases(engine), item, lang)


def impact_of(structure: Structure, bases: Bases, item: str, lang: str) -> Impact:
    """Return what loses its way in `structure` if `item` (an IRI) goes; `bases` are as `read_bases` gives them."""
    making = Making(structure, removal(structure, item), lang)
    ways = Ways(structure, making.gone)
    circles, complete = _circles(making, bases)
    losses = [*_gone(making), *_leaning(making), *_ways(making, ways), *_digital(making, ways)]
    losses += [*_senders(making, ways), *_unreachable(making, Reach(ways)), *circles]
    places = {(group, kind): i for i, (group, kind) in enumerate((g, k) for g in GROUPS for k in KINDS[g])}
    losses.sort(key=lambda loss: places[loss.group, loss.kind])
    return Impact(
        item=making.item(item),
        about=making.about(item),
        lang=lang,
        losses=tuple(losses),
        of_the_kind=sum(len(structure.subjects(prop, item)) for prop in ("conformsTo", "specialises", "memberKind")),
        presuming=sum(organisation == item for _, organisation in bases),
        complete=complete,
        idle="" if structure.operates(item) else structure.label(structure.value(item, "status") or ""),
    )


def _gone(making: Making) -> Iterator[Loss]:
    gone, structure = making.gone, making.structure
    if structure.is_a(gone.item, "AccessRoute"):
        yield making.loss("gone", "hop", gone.item)
    for each in sorted(gone.kinds, key=structure.order):
        yield making.loss("gone", gone.kinds[each], each, lost=gone.silent.get(each, ()))


def _leaning(making: Making) -> Iterator[Loss]:
    """Yield what stays but leans on what goes: who runs it, where it is, what it makes use of."""
    structure = making.structure
    found: dict[tuple[str, str], list[str]] = {}
    for prop, kind in _LEANING.items():
        for each in making.gone.everything:
            for item in structure.subjects(prop, each):
                if item not in making.gone:
                    found.setdefault((kind, item), []).append(each)
    for (kind, item), lost in sorted(found.items(), key=lambda pair: structure.order(pair[0][1])):
        yield making.loss("leaning", kind, item, lost=lost)


def _in_order(making: Making, subjects: Iterable[str]) -> list[str]:
    """Return what stays of `subjects`: topics first, and by label."""
    structure = making.structure
    places: dict[str, int] = {}
    for subject in subjects:
        if subject not in making.gone:
            places[subject] = next(
                (i for i, kind in enumerate(SUBJECTS) if structure.is_a(subject, kind)), len(SUBJECTS)
            )
    return sorted(places, key=lambda each: (places[each], structure.order(each)))


def _ways(making: Making, ways: Ways) -> Iterator[Loss]:
    """Yield what loses ways in, with those that are left for it, or else for what is broader."""
    lost = {subject: [way for way in some if way in making.gone] for subject, some in ways.of.items()}
    for subject in _in_order(making, (each for each, some in lost.items() if some)):
        kind, left = "keeps-way", ways.after(subject)
        if not left:
            left = ways.broader(subject)
            kind = "broader-way" if left else "no-way"
        yield making.loss("ways", kind, subject, lost=lost[subject], remains=left)


def _digital(making: Making, ways: Ways) -> Iterator[Loss]:
    """Yield what had a way without digital skill, and keeps none that is stated."""
    lost: dict[str, list[str]] = {}
    for subject, some in ways.of.items():
        free = [way for way in some if ways.without_skill(way, afterwards=False)]
        if free and not any(ways.without_skill(way, afterwards=True) for way in free):
            lost[subject] = list(dict.fromkeys(each for way in free for each in ways.skill_lost(way)))
    for subject in _in_order(making, lost):
        yield making.loss("digital", "no-way-without-skill", subject, lost=lost[subject], remains=ways.after(subject))


def _senders(making: Making, ways: Ways) -> Iterator[Loss]:
    """Yield the hops that lead nowhere, and which parties lose hops that lead on, with those that are left to them."""
    gone, structure = making.gone, making.structure
    onward: dict[str, dict[bool, list[str]]] = {}
    for hop in ways.hops:
        starts = structure.providers(hop.start) or (hop.start,)
        for start in starts:
            if start not in gone and start not in structure.providers(hop.end):
                onward.setdefault(start, {True: [], False: []})[hop.iri in gone].append(hop.iri)
        if hop.start not in gone and hop.end in gone:
            yield making.loss("senders", "nowhere", hop.iri, lost=[hop.end])
    for start in sorted(onward, key=structure.order):
        lost, left = onward[start][True], onward[start][False]
        if lost:
            yield making.loss(
                "senders", "keeps-destination" if left else "no-destination", start, lost=lost, remains=left
            )


def _unreachable(making: Making, reach: Reach) -> Iterator[Loss]:
    structure = making.structure
    for each in sorted(reach.candidates(), key=structure.order):
        before = reach.ways_to(each)
        if before and all(way in making.gone for way in before):
            kind = "line-without-way" if structure.is_a(each, "SupportLine") else "unreachable"
            yield making.loss("unreachable", kind, each, lost=before)


def _circles(making: Making, bases: Bases) -> tuple[list[Loss], bool]:
    """Return the circles that no longer close, and whether these are all."""
    going = [hop.iri for hop in making.gone.hops()]
    if not going:
        return [], True
    found = find_circles(making.structure, bases, making.lang, through=going)
    joints = Joints(making.structure, bases)
    pairs = pairs_of(making.structure, joints)
    ended = (each for each in found.circles if not closes(each.parties, pairs, joints, making.gone))
    return [making.ended(found, each) for each in ended], found.complete
