"""What the page on the matrix tells people to type works, and prints what the page shows."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dienstgraaf.matrix.wording import SIGNS
from test_readme import Block, blocks, shows

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "matrix.md").read_text("utf-8")


@pytest.fixture(scope="module")
def environment(repo_root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The command that the tests run with, with a cache of its own."""
    commands = Path(sys.executable).parent
    return {
        "PATH": f"{commands}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(repo_root / "src"),
        "HOME": str(tmp_path_factory.mktemp("home")),
        "LANG": "C.UTF-8",
    }


@pytest.mark.parametrize("block", blocks(PAGE), ids=str)
def test_a_block_of_the_page_works_and_prints_what_it_shows(
    block: Block, environment: dict[str, str], tmp_path: Path
) -> None:
    command = ["sh", "-e", "-c", block.text] if block.language == "sh" else [sys.executable, "-c", block.text]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert not block.output or shows(block.output, done.stdout), done.stdout


def test_the_page_explains_every_sign() -> None:
    assert blocks(PAGE)
    for sign in (*SIGNS.values(), "~", "»", "?", "!"):
        assert f"`{sign}" in PAGE
