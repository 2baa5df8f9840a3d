"""A SPARQL server that holds a dump gives the same answers as the embedded engine, cell for cell."""

from __future__ import annotations

import io
from urllib.request import Request, urlopen

import pytest
from click.testing import CliRunner

from dienstgraaf import Inventory
from dienstgraaf.cli import program
from dienstgraaf.export import dump
from dienstgraaf.inventory import shipped
from dienstgraaf.questions import Library

SLUGS = Library([shipped()]).slugs()


@pytest.fixture(scope="module")
def inventory() -> Inventory:
    return Inventory.load(lang="en")


@pytest.fixture(scope="module")
def remote(inventory: Inventory, sparql_process) -> Inventory:
    """The same inventory behind a SPARQL server, from a dump."""
    sparql_process.clear()
    content = io.BytesIO()
    dump(inventory.quads(), content)
    request = Request(f"{sparql_process.base}/store", content.getvalue(), {"Content-Type": "application/n-quads"})
    urlopen(request, timeout=60).close()
    return Inventory.load(endpoint=sparql_process.query_url, lang="en")


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("slug", SLUGS)
def test_a_server_gives_the_same_cells_as_the_embedded_engine(
    inventory: Inventory, remote: Inventory, slug: str, lang: str
) -> None:
    inventory.lang = remote.lang = lang
    try:
        ours, theirs = inventory.ask(slug), remote.ask(slug)
    finally:
        inventory.lang = remote.lang = "en"
    assert theirs.boolean == ours.boolean
    assert theirs.solutions.variables == ours.solutions.variables
    assert theirs.solutions.rows == ours.solutions.rows


@pytest.mark.parametrize("provider", ["municipality", "RDW", "gemeente Amsterdam"])
def test_an_interview_over_a_server_is_the_same(inventory: Inventory, remote: Inventory, provider: str) -> None:
    assert remote.interview(provider, True) == inventory.interview(provider, True)


@pytest.mark.parametrize("provider", [None, "municipality", "gemeente Amsterdam"])
def test_a_matrix_over_a_server_is_the_same(inventory: Inventory, remote: Inventory, provider: str | None) -> None:
    ours, theirs = (each.matrix(provider, by_audience=True, presumed=True) for each in (inventory, remote))
    assert theirs == ours


@pytest.mark.parametrize("event", ["overlijden", "schulden", "rijbewijs"])
def test_a_route_over_a_server_is_the_same(inventory: Inventory, remote: Inventory, event: str) -> None:
    assert remote.route(event) == inventory.route(event)
    assert remote.route(event, provider="SVB", presumed=True) == inventory.route(event, provider="SVB", presumed=True)


def test_how_far_it_is_to_a_person_is_the_same_over_a_server(inventory: Inventory, remote: Inventory) -> None:
    assert remote.reach() == inventory.reach()


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_circles_and_impact_over_a_server_are_the_same(inventory: Inventory, remote: Inventory, lang: str) -> None:
    inventory.lang = remote.lang = lang
    try:
        assert remote.circles() == inventory.circles()
        for name in ("i-archetype:municipality", "SVB", "i-channel:1400", "i-entry-point:environment-desk"):
            assert remote.impact(name) == inventory.impact(name)
    finally:
        inventory.lang = remote.lang = "en"


@pytest.mark.parametrize("around", [None, "SVB"])
def test_a_map_over_a_server_is_the_same(inventory: Inventory, remote: Inventory, around: str | None) -> None:
    assert remote.map(around, 2) == inventory.map(around, 2)


def test_the_command_line_says_the_same_over_a_server(remote: Inventory, sparql_process) -> None:
    args = ["ask", "entry-points-for-non-digital-citizens", "--lang", "nl", "--format", "csv"]
    here = CliRunner().invoke(program, args)
    there = CliRunner().invoke(program, ["--endpoint", sparql_process.query_url, *args])
    assert (there.exit_code, there.stdout) == (0, here.stdout)
    wrong = CliRunner().invoke(
        program, [*args, "--param", "provider=gemeentte", "--endpoint", sparql_process.query_url]
    )
    assert (wrong.exit_code, "Bedoelde u: gemeente" in wrong.stderr) == (2, True)


def test_parameters_cards_and_coverage_work_over_a_server(inventory: Inventory, remote: Inventory) -> None:
    slug = "entry-points-for-non-digital-citizens"
    ours, theirs = (each.ask(slug, provider="municipality") for each in (inventory, remote))
    assert len(ours) > 0
    assert theirs.rows == ours.rows
    assert remote.show("c-status:operational") == inventory.show("c-status:operational")
    assert remote.coverage() == inventory.coverage()
