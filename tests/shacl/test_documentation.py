"""The page on SHACL says what is so: its example runs, and what it counts is counted."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dienstgraaf import shacl
from dienstgraaf.shacl import joining, nesting, paths


@pytest.fixture(scope="module")
def page(repo_root: Path) -> str:
    return (repo_root / "docs" / "shacl.md").read_text(encoding="utf-8")


def test_the_example_prints_what_the_page_shows(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    ((code, shown),) = re.findall(r"```python\n(.*?)```\n\n```text\n(.*?)```", page, re.DOTALL)
    exec(compile(code, "docs/shacl.md", "exec"), {})
    assert capsys.readouterr().out == shown


def test_the_limits_are_those_of_the_code(page: str) -> None:
    for limit in (nesting._MOST, joining.DEEPEST, paths._LONGEST, nesting._MOST_INLINED):
        assert f"{limit:,}" in page


def test_every_function_of_the_package_is_spoken_of(page: str) -> None:
    functions = {name for name in shacl.__all__ if name[0].islower()}
    assert {name for name in functions if name not in page} <= {"refuse_malformed"}
    assert functions > {"check", "report_triples"}


def test_the_page_is_linked_from_the_others(repo_root: Path) -> None:
    assert "(shacl.md)" in (repo_root / "docs" / "README.md").read_text(encoding="utf-8")
