"""The stops of a route: what stands in which lane, alike ones folded, with channels and roles as details."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from dienstgraaf.inventory.namespaces import BASE
from dienstgraaf.messages import text
from dienstgraaf.questions.asking import natural_order
from dienstgraaf.routes.model import LANES, Named, Placed, Stop
from dienstgraaf.routes.relevance import Relevance
from dienstgraaf.routes.rows import STATED, Row, Rows
from dienstgraaf.structure import Structure

__all__ = ["Stops", "apart"]

_LEVELS: Final = ("first-line", "second-line", "aftercare")
_MOST: Final = 9
"""How many boxes alike stand in one lane before they become one."""

_PERSONAL: Final = frozenset(f"{BASE}concept/channel-type/{slug}" for slug in ("telephone", "in-person"))
"""The channel types, with all that are narrower, on which one speaks with a person."""

_CONCEPT = f"{BASE}concept/line-level/"


class Stops:
    """Makes stops and remembers which item stands at which."""

    def __init__(self, structure: Structure, relevance: Relevance, rows: Rows, lang: str) -> None:
        """Take what the stops are made of; `lang` is the language of the words between labels."""
        self._structure = structure
        self._relevance = relevance
        self._entries = frozenset(rows.entries())
        self._lang = lang
        self._stops: dict[str, Stop] = {}
        self._at: dict[tuple[str | None, str], str] = {}

    def all(self) -> list[Stop]:
        """Return the stops by lane, in the order in which they were made."""
        return sorted(self._stops.values(), key=lambda stop: LANES.index(stop.lane))

    def add(self, stop: Stop) -> str:
        """Keep `stop`, under the key that it has or else a new one, and return the key."""
        key = stop.key or f"stop-{len(self._stops)}"
        self._stops[key] = replace(stop, key=key)
        for item in stop.items:
            self._at.setdefault((stop.party, item.iri), key)
        return key

    def outside(self, stop: Stop) -> str:
        """Keep `stop`, of parties outside the rows, unless one of the same parties is in the same lane already."""
        for each in self._stops.values():
            if (each.kind, each.lane, each.items) == (stop.kind, stop.lane, stop.items):
                return each.key
        return self.add(stop)

    def word(self, key: str) -> str:
        """Return the message `key` in the language of the route."""
        return text(key, self._lang)

    def at(self, party: str | None, item: str) -> str | None:
        """Return the key of the stop of `party` at which `item` stands, None if it stands at none."""
        return self._at.get((party, item))

    def party_of(self, key: str) -> str:
        """Return the key of the party in whose row the stop `key` stands; that of a party stands for itself."""
        stop = self._stops.get(key)
        return stop.party if stop and stop.party else key

    def in_lane(self, party: str, lane: str) -> list[Stop]:
        """Return the stops of `party` in `lane`."""
        return [stop for stop in self._stops.values() if stop.party == party and stop.lane == lane]

    def of_row(self, row: Row, party: str) -> None:
        """Make the stops of a row: its ways in, its lines and teams, and what it is said not to have."""
        admitted = [item for item in row.items if self._relevance.admits(item)]
        entries = [item for item in admitted if self._structure.is_a(item, "EntryPoint")]
        own = [item for item in entries if item in self._entries]
        named = self._structure.is_a(row.party, "Organisation")
        general = [item for item in entries if item not in self._entries and self._is_for_any_question(item, named)]
        for items in apart(own):
            self.add(self.made("entry", "entry", party, items, row))
        if general:
            self.add(self.made("entries", "entry", party, general, row, general=True))
        for level in _LEVELS:
            self._of_level(row, party, level, admitted)
        self._of_helpers(row, party, [*own, *general])
        campaigns = [
            item for item in admitted if self._structure.is_a(item, "Campaign") and self._relevance.concerns(item)
        ]
        for alike in apart(campaigns):
            self.add(self.made("campaign", "access", party, alike, row))
        self._of_absences(row, party, [item for item in admitted if self._structure.is_a(item, "Absence")])
        self._of_barriers(row, party, admitted)

    def helpers(self, entry: str) -> list[str]:
        """Return who or what helps at `entry`: roles, teams and ways of working that handle its questions or calls."""
        found = self._structure
        uses = [use for use in found.subjects("entryPoint", entry) if found.operates(use)]
        named = [each for item in (entry, *uses) for each in found.values(item, "handledBy")]
        named += found.subjects("handledBy", entry)
        return [
            each
            for each in dict.fromkeys(named)
            if found.is_a(each, "Team", "Role", "Practice") and found.operates(each)
        ]

    def _of_helpers(self, row: Row, party: str, entries: Iterable[str]) -> None:
        """Make the stops of who helps at a way in, where they have no line of their own: they are the first to help."""
        found = [helper for entry in entries for helper in self.helpers(entry) if self.at(party, helper) is None]
        for kind in ("Team", "Role", "Practice"):
            alike = [item for item in self._structure.sorted(found) if self._structure.is_a(item, kind)]
            if alike:
                self.add(self.made(kind.lower(), "first-line", party, alike, row, general=not self._concerned(alike)))

    def _concerned(self, items: Iterable[str]) -> bool:
        return any(map(self._relevance.concerns, items))

    def of_event(self, party: str) -> None:
        """Make the stops of what is nobody's in particular: channels for the event, and what hinders people in it.

        They stand with `party`.
        """
        for kind, name, lane in (("Channel", "channel", "entry"), ("Barrier", "barrier", "access")):
            found = [item for item in self._structure.of_kind(kind) if self._relevance.concerns(item)]
            loose = [item for item in found if not self._structure.values(item, "provider")]
            if loose:
                self.add(self.made(name, lane, party, loose, None))

    def made(
        self, kind: str, lane: str, party: str | None, items: Sequence[str], row: Row | None, *, general: bool = False
    ) -> Stop:
        """Return a stop at which `items` stand."""
        found = self._structure
        return Stop(
            key="",
            kind=kind,
            lane=lane,
            party=party,
            items=tuple(self._placed(item, row) for item in items),
            details=tuple(self._details(kind, items)),
            general=general,
            segments=_sorted(segment for item in items for segment in found.segments(item)),
        )

    def _person(self, item: str) -> bool | None:
        found = self._structure
        if found.is_a(item, "Team", "Role"):
            return found.operates(item)
        if found.is_a(item, "SupportLine"):
            return True if found.values(item, "hasTeam", "hasRole") else None
        uses = [use for use in found.subjects("entryPoint", item) if found.operates(use)]
        return any(map(self._is_personal, uses)) if uses else None

    def _is_personal(self, use: str) -> bool:
        found = self._structure
        types = {
            wider
            for each in found.values(use, "channel")
            for kind in self._types(each)
            for wider in found.broader(kind)
        }
        return found.value(use, "asksDigitalSkill") == "false" and not types.isdisjoint(_PERSONAL)

    def _placed(self, item: str, row: Row | None) -> Placed:
        found = self._structure
        status = found.value(item, "status")
        return Placed(
            iri=item,
            label=found.label(item),
            status=None if status is None else Named(status, found.label(status)),
            operates=found.operates(item),
            basis=(row.basis(item) if row else None) or STATED,
            hedges=found.values(item, "hedge"),
            segments=found.segments(item),
            person=self._person(item),
        )

    def _of_level(self, row: Row, party: str, level: str, admitted: Iterable[str]) -> None:
        found = self._structure
        here = [item for item in admitted if f"{_CONCEPT}{level}" in found.values(item, "lineLevel")]
        lines = [item for item in here if found.is_a(item, "SupportLine") and self._counts(item)]
        within = {each for line in lines for each in found.values(line, "hasTeam", "hasRole")}
        helpers = [item for item in here if found.is_a(item, "Team", "Role", "Practice") and item not in within]
        helpers = [item for item in helpers if self._counts(item)]
        for alike in apart(lines):
            key = self.add(self.made("line", level, party, alike, row, general=not self._concerned(alike)))
            for each in (each for line in alike for each in found.values(line, "hasTeam", "hasRole")):
                self._at.setdefault((party, each), key)
        for kind in ("Team", "Role", "Practice"):
            alike = [item for item in helpers if found.is_a(item, kind)]
            if alike:
                self.add(self.made(kind.lower(), level, party, alike, row, general=not self._concerned(alike)))

    def _of_absences(self, row: Row, party: str, absences: Iterable[str]) -> None:
        """Make the stops of what is expressly not there, each in its lane."""
        by_lane: dict[str, list[str]] = {}
        for item in absences:
            lane = self._lane_of_absence(item)
            if self._relevance.concerns(item) or (lane in _LEVELS and self._relevance.is_general(item)):
                by_lane.setdefault(lane, []).append(item)
        for lane, items in by_lane.items():
            for alike in apart(items):
                self.add(self.made("absence", lane, party, alike, row))

    def _of_barriers(self, row: Row, party: str, admitted: Iterable[str]) -> None:
        """Make a stop in each lane for what hinders something that stands there."""
        hindering: dict[str, list[str]] = {}
        for item in admitted:
            if self._structure.is_a(item, "Barrier"):
                for hindered in self._structure.values(item, "hinders"):
                    key = self.at(party, hindered)
                    if key:
                        hindering.setdefault(self._stops[key].lane, []).append(item)
        for lane, items in hindering.items():
            self.add(self.made("barrier", lane, party, items, row, general=True))

    def _is_for_any_question(self, entry: str, named: bool) -> bool:
        """Return whether `entry` is for any question: at a named organisation also if only some may use it."""
        stated = self._relevance.is_general(entry)
        return stated or (named and not self._structure.values(entry, "topic", "lifeEvent"))

    def _counts(self, item: str) -> bool:
        return self._relevance.concerns(item) or self._relevance.is_general(item)

    def _lane_of_absence(self, item: str) -> str:
        for kind in self._structure.values(item, "absentKind", "absentThing"):
            if kind.startswith(_CONCEPT) and kind.removeprefix(_CONCEPT) in LANES:
                return kind.removeprefix(_CONCEPT)
            if "/route-kind/" in kind:
                return "access"
        return "entry"

    def _details(self, kind: str, items: Sequence[str]) -> Iterable[str]:
        found = self._structure
        if kind in ("entry", "entries"):
            yield self._channels(items)
        if kind == "channel":
            yield from map(found.label, found.sorted(each for item in items for each in self._types(item)))
        if kind == "line":
            members = {each for item in items for each in found.values(item, "hasTeam", "hasRole")}
            yield from map(found.label, found.sorted(members))
        conditions = [] if len(items) > 1 else found.sorted(found.values(items[0], "condition"))
        if conditions:
            told = ", ".join(map(found.label, conditions))
            begins = told.casefold().startswith(("als ", "as ", "if "))
            yield told if begins else f"{text('if', self._lang)} {told}"
        owners = (
            {owner for item in items for owner in found.values(item, "provider")} if kind in ("line", "team") else ()
        )
        yield from (found.label(owner) for owner in found.sorted(owners) if found.is_a(owner, "Group"))

    def _channels(self, items: Sequence[str]) -> str:
        found = self._structure
        uses = [use for item in items for use in found.subjects("entryPoint", item) if found.operates(use)]
        uses = [use for use in uses if self._relevance.use_admits(use)]
        types = {kind for use in uses for channel in found.values(use, "channel") for kind in self._types(channel)}
        if not types:
            return text("route-channel-not-stated", self._lang)
        # The wider type stands for the narrower ones: seven websites and forms are one digital channel here.
        tops = {kind for kind in types if found.broader(kind) & types == {kind}}
        return ", ".join(map(found.label, found.sorted(tops)))

    def _types(self, channel: str) -> tuple[str, ...]:
        return self._structure.values(channel, "channelType")


def apart(items: Sequence[str]) -> list[Sequence[str]]:
    """Return each of `items` by itself, or all together if there are more than a picture can hold."""
    return [[item] for item in items] if len(items) <= _MOST else [items]


def _sorted(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(ids), key=natural_order))
