"""The pictures of routes in the documentation are up to date, and all life events are there."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from dienstgraaf import Inventory
from dienstgraaf.routes import Route, routes
from dienstgraaf.routes.__main__ import main
from dienstgraaf.routes.pages import stale, write


@pytest.fixture(scope="module")
def both() -> list[Route]:
    engine = Inventory.load().engine
    return [route for lang in ("en", "nl") for route in routes(engine, lang)]


def test_the_routes_in_the_documentation_are_up_to_date(both: list[Route], repo_root: Path) -> None:
    assert stale(both, repo_root / "docs" / "routes") == [], "run `make docs`"


def test_there_is_a_picture_in_each_language_of_every_life_event(both: list[Route], repo_root: Path) -> None:
    named = {f"{route.event.iri.rpartition('/')[2]}.{route.lang}.svg" for route in both}
    assert {path.name for path in (repo_root / "docs" / "routes").glob("*.svg")} == named
    assert len(named) >= 20


def test_a_missing_picture_and_a_changed_page_are_stale_and_written_again(both: list[Route], tmp_path: Path) -> None:
    few = both[:2]
    first = write(few, tmp_path)
    assert stale(few, tmp_path) == []
    first[-1].unlink()
    (tmp_path / "README.md").write_text("old", "utf-8")
    assert set(stale(few, tmp_path)) == {first[-1], tmp_path / "README.md"}
    assert set(write(few, tmp_path)) == {first[-1], tmp_path / "README.md"}


def test_the_command_that_draws_them_writes_each_once(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["-o", str(tmp_path)])
    assert done.exit_code == 0, done.output
    assert done.output.count(": written") == len(list(tmp_path.iterdir()))
    assert CliRunner().invoke(main, ["-o", str(tmp_path)]).output == ""
