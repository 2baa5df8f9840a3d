"""The maps of the documentation show the inventory as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from dienstgraaf.drawing import flaws
from dienstgraaf.engine import Engine
from dienstgraaf.inventory import shipped
from dienstgraaf.mapping.__main__ import main
from dienstgraaf.mapping.pages import DRAWN, stale, write
from dienstgraaf.reasoning import load_engine


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine([shipped()])


def test_the_pictures_are_those_of_the_inventory(engine: Engine, repo_root: Path) -> None:
    assert stale(engine, repo_root / "docs") == [], "run make docs"


@pytest.mark.parametrize("name", DRAWN)
def test_no_line_runs_through_a_box(repo_root: Path, name: str) -> None:
    through, _, size = flaws((repo_root / "docs" / name).read_text(encoding="utf-8"))
    assert through == 0
    assert size > 0


def test_a_picture_that_is_missing_or_of_something_else_is_drawn_anew(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "map-around-svb.svg").write_text("<svg/>", encoding="utf-8")
    assert [path.name for path in stale(engine, tmp_path)] == list(DRAWN)
    assert [path.name for path in write(engine, tmp_path)] == list(DRAWN)
    assert stale(engine, tmp_path) == []
    assert write(engine, tmp_path) == []


def test_the_check_fails_and_writes_nothing_where_a_picture_is_missing(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["-o", str(tmp_path), "--check"])
    assert result.exit_code == 1
    assert result.output.count("run make docs") == len(DRAWN)
    assert not list(tmp_path.iterdir())
