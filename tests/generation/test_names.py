"""Names are invented, each belongs to one supplier, and none is that of a municipality."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from dienstgraaf.generation.names import PLACES, agency_name, place_name, slug_of
from dienstgraaf.generation.words import AGENCY_TOPICS, LIFE_EVENTS, PARTNERS, SHIPPED_AGENCIES, TOPICS
from dienstgraaf.inventory import read_quads, shipped, source_files
from dienstgraaf.inventory.namespaces import PREFIXES


@pytest.mark.parametrize("seed", [0, 1, 12_345, -3])
def test_no_two_places_or_agencies_share_a_name(seed: int) -> None:
    places = [place_name(number, seed) for number in range(2 * PLACES + 5)]
    assert len(set(places)) == len(places)
    agencies = [agency_name(number, seed)[0] for number in range(500)]
    assert len(set(agencies)) == len(agencies)
    assert all(slug_of(name).replace("-", "").isalpha() for name in (*places, *agencies))


def test_no_place_has_the_name_of_a_municipality_of_now_or_before(shared: Path) -> None:
    with (shared / "standards" / "tooi" / "organisaties.csv").open(encoding="utf-8", newline="") as file:
        known = {row["label"].removeprefix("gemeente ").casefold() for row in csv.DictReader(file)}
    assert "utrecht" in known
    assert not known & {place_name(number, 1).casefold() for number in range(PLACES)}


def test_topics_partners_agencies_and_life_events_are_in_the_shipped_inventory() -> None:
    known = {quad.subject.value for file in source_files([shipped()]) for quad in read_quads(file) if quad.subject}
    named = [f"{PREFIXES['c-topic']}{topic.slug}" for topic in (*TOPICS, *AGENCY_TOPICS)]
    named += [f"{PREFIXES['i-archetype']}{slug}" for slug, _dutch, _english in PARTNERS]
    named += [f"{PREFIXES['i-organisation']}{slug}" for slug, _dutch, _english in SHIPPED_AGENCIES]
    named += [f"{PREFIXES['i-life-event']}{slug}" for slug in LIFE_EVENTS.values()]
    assert {topic.slug for topic in (*TOPICS, *AGENCY_TOPICS)} >= LIFE_EVENTS.keys()
    assert set(named) <= known
