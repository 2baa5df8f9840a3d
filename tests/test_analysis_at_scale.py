"""Circles, impact and routes over an inventory a hundred times as large: in seconds, and cut with a statement."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from functools import cache
from typing import TypeVar

import pytest

from dienstgraaf import Inventory
from dienstgraaf.circles import Circles, find_circles, notes, read_bases, write_circles
from dienstgraaf.circles.joining import Bases
from dienstgraaf.impact import write_impact
from dienstgraaf.impact.computing import impact_of
from dienstgraaf.routes import Route, write_route
from dienstgraaf.routes.plotting import PARTIES, plot
from dienstgraaf.structure import Structure, read_structure
from dienstgraaf.structure.model import CLASSES, PROPERTIES

TIMES = 100
SECONDS = 30
"""What is allowed of processor time on a slow and busy machine; it takes a few."""

ID = "https://w3id.org/dienstgraaf/id/"
SHARED = re.compile(f"{ID}(archetype|life-event|segment)/")
Result = TypeVar("Result")


def numbered(value: str, number: int) -> str:
    """An instance as its copy; kinds of provider, life events, segments, concepts and words are the same for all."""
    return f"{value}-{number}" if number and value.startswith(ID) and not SHARED.match(value) else value


@cache
def hundredfold() -> tuple[Structure, Bases]:
    """The shipped inventory a hundred times: each copy has its own organisations, desks and hops, of the same kinds."""
    engine = Inventory.load(lang="en").engine
    read, bases = read_structure(engine, "en"), read_bases(engine)
    items = {item for kind in CLASSES for item in read.of_kind(kind)}
    items |= {value for item in items for value in read.values(item, "status", "exampleOf")}
    kinds: dict[str, frozenset[str]] = {}
    values: dict[str, dict[str, list[str]]] = {}
    labels: dict[str, str] = {}
    for number in range(TIMES):
        for item in items:
            copy = numbered(item, number)
            kinds[copy] = frozenset(kind for kind in CLASSES if read.is_a(item, kind))
            said = values.setdefault(copy, {})
            for name in (*PROPERTIES, "derivedFrom", "broader"):
                found = {numbered(value, number) for value in read.values(item, name)}
                if found:
                    said[name] = sorted({*said.get(name, ()), *found})
            labels[copy] = read.label(item) + (f" {number}" if copy != item else "")
    copied = {(numbered(hop, n), numbered(org, n)): basis for (hop, org), basis in bases.items() for n in range(TIMES)}
    return Structure(kinds, values, labels), copied


def timed(work: Callable[[], Result]) -> Result:
    started = time.process_time()
    result = work()
    assert time.process_time() - started < SECONDS
    return result


def test_the_inventory_of_this_test_is_a_hundred_times_as_large() -> None:
    assert len(hundredfold()[0].hops) > 20_000


@pytest.mark.slow
def test_circles_are_found_in_seconds_and_cut_with_a_statement() -> None:
    structure, bases = hundredfold()
    found: Circles = timed(lambda: find_circles(structure, bases, "en", limit=50))
    assert len(found.circles) == 50
    assert found.found > 1000
    assert "Left out after the first 50: " in " ".join(notes(found))
    assert len(write_circles(found, "table").splitlines()) == 52
    assert found == find_circles(structure, bases, "en", limit=50)


@pytest.mark.slow
@pytest.mark.parametrize(
    "item", ["archetype/municipality", "organisation/svb", "channel/1400", "entry-point/svb-phone"]
)
def test_impact_is_told_in_seconds_and_cut_with_a_statement(item: str) -> None:
    structure, bases = hundredfold()
    found = timed(lambda: impact_of(structure, bases, ID + item, "en"))
    assert found.losses
    text = write_impact(found, "table", limit=25).decode()
    assert len(text.splitlines()) < 1000
    assert "Left out: " in text or item != "archetype/municipality"


@pytest.mark.slow
@pytest.mark.parametrize("event", ["problematic-debts", "entrepreneur-without-staff", "living-abroad"])
def test_a_route_is_plotted_in_seconds_and_cut_with_a_statement(event: str) -> None:
    structure, bases = hundredfold()

    def basis(provider: str) -> dict[str, str]:
        return {item: kind for (item, organisation), kind in bases.items() if organisation == provider}

    found: Route = timed(lambda: plot(structure, basis, f"{ID}life-event/{event}", "en"))
    assert len(found.parties) == PARTIES
    assert found.left_out
    picture = timed(lambda: write_route(found, "svg"))
    assert f"Left out: {len(found.left_out)} more parties" in picture
    assert found == plot(structure, basis, f"{ID}life-event/{event}", "en")
