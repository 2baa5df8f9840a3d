"""The pages of the question library are up to date, and tell what a reader needs."""

from __future__ import annotations

from pathlib import Path

import pytest

from dienstgraaf import Inventory
from dienstgraaf.catalogue import stale, write

RUN = "run `make docs`"


def test_the_pages_of_the_questions_are_up_to_date(repo_root: Path) -> None:
    assert stale(Inventory.load(), repo_root / "docs" / "questions") == [], RUN


@pytest.fixture
def inventory(small: Path) -> Inventory:
    return Inventory.load(small, only_data=True)


def test_a_page_gives_the_question_in_both_languages_its_parameters_and_its_answer(
    inventory: Inventory, tmp_path: Path
) -> None:
    written = write(inventory, tmp_path)
    assert tmp_path / "README.md" in written
    question = inventory.question("desks-by-provider")
    page = (tmp_path / f"{question.theme}.md").read_text("utf-8")
    assert f"**{question.title.en}** (*{question.title.nl}*)" in page
    assert "dienstgraaf ask desks-by-provider" in page
    assert "| north desk |" in page
    assert stale(inventory, tmp_path) == []


def test_a_changed_page_a_missing_one_and_one_too_many_are_stale(inventory: Inventory, tmp_path: Path) -> None:
    write(inventory, tmp_path)
    theme = inventory.question("desks-by-provider").theme
    (tmp_path / f"{theme}.md").write_text("old", "utf-8")
    (tmp_path / "README.md").unlink()
    (tmp_path / "gone.md").write_text("x", "utf-8")
    expected = {tmp_path / "README.md", tmp_path / f"{theme}.md", tmp_path / "gone.md"}
    assert set(stale(inventory, tmp_path)) == expected
    assert set(write(inventory, tmp_path)) == expected
    assert stale(inventory, tmp_path) == []
    assert not (tmp_path / "gone.md").exists()
