"""What the README tells people to type works as it stands, and prints what the README shows.

A block that opens with ```sh run or ```python run is run in a copy of the repository. A ```text block right after
it is what it prints; in it, a line of only "…" stands for lines that are left out. The width of columns does not
count. The folder my-town, which the README speaks of, holds the example of docs/suppliers.md.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

README = Path(__file__).resolve().parent.parent / "README.md"
BLOCK = re.compile(r"^```(sh|python) run\n(.*?)^```\n(?:\n?^```text\n(.*?)^```\n)?", re.MULTILINE | re.DOTALL)
NOT_PART = shutil.ignore_patterns(".git", ".venv", "build", "dist", "__pycache__", ".*_cache", ".hypothesis")
LEFT_OUT = "…"


@dataclass(frozen=True)
class Block:
    """A block of the README: its language, its text, and what it shows as the output."""

    language: str
    text: str
    output: str

    def __str__(self) -> str:
        return self.text.strip().splitlines()[-1][:60]


def blocks(markdown: str) -> list[Block]:
    return [Block(*(part or "" for part in match.groups())) for match in BLOCK.finditer(markdown)]


def shows(shown: str, printed: str) -> bool:
    """Whether `printed` is what is shown, where a line of "…" stands for any number of lines."""
    parts = [r"(?:.*\n)*?" if line == LEFT_OUT else re.escape(line) + r"\n" for line in without_widths(shown)]
    return re.fullmatch("".join(parts), "".join(f"{line}\n" for line in without_widths(printed))) is not None


def without_widths(text: str) -> list[str]:
    """The lines, with the space between columns and the rules under their heads at one width."""
    return [re.sub("-{3,}", "---", re.sub(" {2,}", "  ", line.strip())) for line in text.splitlines()]


@pytest.fixture(scope="module")
def checkout(repo_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository, which the commands may change."""
    copy = tmp_path_factory.mktemp("readme") / "dienstgraaf"
    shutil.copytree(repo_root, copy, ignore=NOT_PART)
    (copy / "my-town").mkdir()
    guide = (copy / "docs" / "suppliers.md").read_text(encoding="utf-8")
    (copy / "my-town" / "desks.ttl").write_text(guide.split("```turtle\n")[1].split("```")[0], encoding="utf-8")
    return copy


@pytest.fixture(scope="module")
def environment(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The command that the tests run with, but reading the copy, and with a cache of its own."""
    commands = Path(sys.executable).parent
    return {
        "PATH": f"{commands}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(checkout / "src"),
        "HOME": str(tmp_path_factory.mktemp("home")),
        "LANG": "C.UTF-8",
        "COLUMNS": "120",
    }


@pytest.mark.parametrize("block", blocks(README.read_text(encoding="utf-8")), ids=str)
def test_a_block_of_the_readme_works_and_prints_what_it_shows(
    block: Block, checkout: Path, environment: dict[str, str]
) -> None:
    command = ["sh", "-e", "-c", block.text] if block.language == "sh" else [sys.executable, "-c", block.text]
    done = subprocess.run(
        command, cwd=checkout, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    if block.output:
        assert shows(block.output, done.stdout), f"README shows:\n{block.output}\nbut it prints:\n{done.stdout}"


def test_the_readme_shows_at_least_a_question_a_check_and_the_python_interface() -> None:
    texts = [block.text for block in blocks(README.read_text(encoding="utf-8"))]
    for word in ("dienstgraaf ask", "dienstgraaf validate", "import dienstgraaf"):
        assert any(word in text for text in texts), f"no block that runs holds {word!r}"


@pytest.mark.parametrize("target", ["demo", "test"])
def test_the_two_commands_of_the_readme_are_targets_of_make(target: str, repo_root: Path) -> None:
    assert f"make {target}" in README.read_text(encoding="utf-8")
    done = subprocess.run(
        ["make", "--dry-run", "--always-make", target], cwd=repo_root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "dienstgraaf" in done.stdout


def test_a_left_out_part_stands_for_any_number_of_lines_and_nothing_else_does() -> None:
    assert shows("a\n…\nd\n", "a\nb\nc\nd\n")
    assert shows("a\n…\nb\n", "a\nb\n")
    assert not shows("a\nd\n", "a\nb\nd\n")
    assert not shows("a\n…\n", "b\n")
    assert shows("a  b\n-----  -----", "a    b\n---  ----\n")
    assert not shows("a  b\n", "a b\n")


def test_a_block_is_read_with_the_output_that_follows_it() -> None:
    assert blocks("```sh run\nls\n```\n\n```text\nx\n```\n") == [Block("sh", "ls\n", "x\n")]
    assert blocks("```sh\nls\n```\n") == []
