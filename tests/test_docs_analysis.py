"""What docs/analysis.md shows is what the commands print today."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from dienstgraaf.cli import program

PAGE = Path(__file__).resolve().parent.parent / "docs" / "analysis.md"
BLOCK = re.compile(r"^```sh run\ndienstgraaf (.*?)\n```\n\n```text\n(.*?)^```\n", re.MULTILINE | re.DOTALL)


def test_the_page_shows_both_commands() -> None:
    assert [command.split()[0] for command, _ in BLOCK.findall(PAGE.read_text(encoding="utf-8"))] == [
        "circles",
        "impact",
    ]


@pytest.mark.parametrize(("command", "shown"), BLOCK.findall(PAGE.read_text(encoding="utf-8")))
def test_a_command_prints_what_the_page_shows(command: str, shown: str) -> None:
    result = CliRunner().invoke(program, [*shlex.split(command), "--lang", "en"])
    assert (result.exit_code, result.output) == (0, shown)
