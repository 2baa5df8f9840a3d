"""Fixtures that all tests share, and the rule that a build on which everything must run skips nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest_plugins = ["pytester", "servers"]

REPO_ROOT = Path(__file__).resolve().parent.parent
NO_SKIP = "DIENSTGRAAF_NO_SKIP"
"""The setting (1) under which a skipped or expected failure fails the whole run; continuous integration sets it."""


@pytest.fixture(scope="session")
def repo_root() -> Path:
    """The folder that holds ontology/, instances/, queries/ and src/."""
    return REPO_ROOT


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A copy of a small inventory made by hand: two desks, four organisations, two topics, two questions."""
    return Path(shutil.copytree(REPO_ROOT / "tests" / "small", tmp_path / "small"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the official standards and the report, which are not part of the repository."""
    folder = Path(os.environ.get("DIENSTGRAAF_SHARED") or REPO_ROOT.parent / "shared")
    if not folder.is_dir():
        pytest.skip(f"needs the standards and the report in {folder} (or name their folder in DIENSTGRAAF_SHARED)")
    return folder


class NoSkip:
    """Gathers what was skipped, or failed as expected, and fails the run over it."""

    def __init__(self) -> None:
        self.gaps: dict[str, str] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.skipped or hasattr(report, "wasxfail"):
            self.gaps[report.nodeid] = getattr(report, "wasxfail", "") or _reason(report)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.skipped:
            self.gaps[report.nodeid] = _reason(report)

    @pytest.hookimpl(wrapper=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> Iterator[None]:
        if self.gaps and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED
        yield

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if not self.gaps:
            return
        terminalreporter.section("not run, and nothing may be left out here", red=True)
        for nodeid, reason in sorted(self.gaps.items()):
            terminalreporter.line(f"{nodeid}: {reason}")


def pytest_configure(config: pytest.Config) -> None:
    if os.environ.get(NO_SKIP) == "1" and not hasattr(config, "workerinput"):
        config.pluginmanager.register(NoSkip(), "dienstgraaf-no-skip")


def _reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    longrepr = report.longrepr
    return str(longrepr[2]) if isinstance(longrepr, tuple) else str(longrepr)
