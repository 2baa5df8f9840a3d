"""The rule of conftest.py that nothing may be skipped where everything must run."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

CONFTEST = Path(__file__).with_name("conftest.py").read_text(encoding="utf-8")
PASSES = "def test_passes():\n    pass\n"
SKIPS = "import pytest\n\ndef test_skips():\n    pytest.skip('no tool')\n"
FAILS_AS_EXPECTED = "import pytest\n\n@pytest.mark.xfail(reason='not yet')\ndef test_fails():\n    assert False\n"
SKIPS_WHOLE_MODULE = "import pytest\n\npytest.importorskip('no_such_package_at_all')\n"


@pytest.fixture
def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch):
    pytester.makeconftest(CONFTEST)
    for name in [name for name in os.environ if name.startswith("PYTEST_")]:
        monkeypatch.delenv(name)  # the run inside knows nothing of the workers and options of the run around it
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))  # the plugins that conftest.py names

    def run_pytest(source: str, *options: str, no_skip: bool = True) -> pytest.RunResult:
        monkeypatch.setenv("DIENSTGRAAF_NO_SKIP", "1" if no_skip else "0")
        pytester.makepyfile(test_sample=source)
        return pytester.runpytest_subprocess("-p", "no:hypothesispytest", *options, timeout=120)

    return run_pytest


@pytest.mark.parametrize("workers", [(), ("-n", "1")], ids=["alone", "with a worker"])
@pytest.mark.parametrize(
    ("source", "reason"),
    [(SKIPS, "no tool"), (FAILS_AS_EXPECTED, "not yet"), (SKIPS_WHOLE_MODULE, "no_such_package_at_all")],
    ids=["a skip", "an expected failure", "a skipped module"],
)
def test_what_did_not_run_fails_the_run_and_is_listed(run, source: str, reason: str, workers: tuple[str, ...]) -> None:
    result = run(source + "\n" + PASSES, *workers) if source is not SKIPS_WHOLE_MODULE else run(source, *workers)
    assert result.ret != 0
    result.stdout.fnmatch_lines(["*nothing may be left out here*", f"*test_sample.py*{reason}*"])


def test_a_run_in_which_everything_ran_passes(run) -> None:
    assert run(PASSES).ret == 0


def test_elsewhere_a_skip_is_no_failure(run) -> None:
    assert run(SKIPS + "\n" + PASSES, no_skip=False).ret == 0


def test_a_run_without_any_test_is_a_failure(run) -> None:
    assert run("").ret == pytest.ExitCode.NO_TESTS_COLLECTED
