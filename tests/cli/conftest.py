"""Runs the command line in the same process, on the small inventory, with a cache of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dienstgraaf.cli import program

TRACEBACK = "Traceback (most recent call last)"


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def environment(cache: Path) -> dict[str, str | None]:
    """An English environment without colours."""
    return {"DIENSTGRAAF_CACHE": str(cache), "LC_ALL": "C", "NO_COLOR": "1", "COLUMNS": "80"}


@pytest.fixture
def run(environment: dict[str, str | None]):
    """Runs the program; a traceback or an error of its own fails the test."""

    def invoke(*args: str | Path, stdin: str | bytes = "", env: dict[str, str | None] | None = None) -> Result:
        given = {**environment, **(env or {})}
        result = CliRunner().invoke(program, [str(arg) for arg in args], input=stdin, env=given)
        assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
        assert TRACEBACK not in result.output
        return result

    return invoke


@pytest.fixture
def on_small(run, small: Path):
    """Runs the program on the small inventory alone."""

    def invoke(*args: str | Path, **rest) -> Result:
        return run(*args, "--data", small, "--only-data", **rest)

    return invoke
