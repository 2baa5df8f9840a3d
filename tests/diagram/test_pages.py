"""The pages and pictures of the documentation are those of the ontology as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from dienstgraaf.diagram import (
    VIEWS,
    RenderError,
    Vocabulary,
    concepts_page,
    ontology_page,
    render,
    source_digest,
    stale,
)
from dienstgraaf.diagram.__main__ import main
from dienstgraaf.drawing import digest

SMALL_PICTURE = "direction: right\nA: {shape: class; a: boolean}\nB\nA -> B: to\n"


def test_the_documentation_is_up_to_date(whole: Vocabulary, repo_root: Path) -> None:
    behind = [path.name for path in stale(whole, repo_root / "docs")]
    assert not behind, f"behind the ontology: {behind}; run make docs"


def test_no_picture_is_left_that_no_view_draws(repo_root: Path) -> None:
    there = {path.name for path in (repo_root / "docs").glob("ontology-*.svg")}
    assert there == {f"ontology-{view.slug}.svg" for view in VIEWS}


def test_every_term_and_concept_is_in_the_reference(whole: Vocabulary) -> None:
    terms, concepts = ontology_page(whole), concepts_page(whole)
    assert [name for name in (*whole.classes, *whole.properties) if f"| `{name}` |" not in terms] == []
    for scheme in whole.schemes:
        assert f'<a id="{scheme.slug}"></a>' in concepts
        assert [c.slug for c in scheme.concepts if f"`{c.slug}` | {c.label['nl']}" not in concepts] == []


def test_a_row_gives_both_languages_and_escapes_what_would_break_the_table(small: Vocabulary) -> None:
    page = ontology_page(small)
    assert "| `dg:Desk` | Loket / Desk | Een loket \\| balie.<br>A desk. | `dg:RouteEnd` |" in page
    assert "| `dg:next` | daarna / next | Wat erna komt.<br>What comes next. |" in page
    assert "| `dg:Desk` → `dg:RouteEnd` | hiervoor / before |" in page
    assert "`dg:Desk` → `dg:Level` (at most one)" in page
    assert "[level](concepts.md#level) | 2 |" in page
    assert "| `dg:Desk` | `skos:closeMatch` | `org:Site` |" in page


def test_a_narrower_concept_is_indented_under_the_broader_one_and_a_rank_is_given(small: Vocabulary) -> None:
    page = concepts_page(small)
    assert "| `low` | laag / low | Beneden.<br>Down. | 1 |\n| &emsp;`lowest` | laagst / lowest |" in page


def test_a_picture_remembers_what_it_was_drawn_from_and_has_a_title() -> None:
    svg = render(SMALL_PICTURE, "Small & plain")
    assert source_digest(svg) == digest(SMALL_PICTURE)
    assert ">Small &amp; plain</title>" in svg
    assert ">+</text>" not in svg
    assert render(SMALL_PICTURE, "Small & plain") == svg


def test_a_text_that_is_no_picture_is_refused_with_the_reason() -> None:
    with pytest.raises(RenderError, match="Broken"):
        render("A -> {", "Broken")


def test_the_command_writes_what_is_behind_and_then_nothing_more(tmp_path: Path) -> None:
    first = CliRunner().invoke(main, ["-o", str(tmp_path)])
    assert first.exit_code == 0
    assert first.output.count(": written") == len(VIEWS) + 2
    assert CliRunner().invoke(main, ["-o", str(tmp_path)]).output == ""
    assert CliRunner().invoke(main, ["-o", str(tmp_path), "--check"]).exit_code == 0


def test_the_check_names_a_changed_page_and_a_missing_picture_and_writes_nothing(tmp_path: Path) -> None:
    CliRunner().invoke(main, ["-o", str(tmp_path)])
    (tmp_path / "ontology.md").write_text("old", encoding="utf-8")
    (tmp_path / "ontology-access.svg").unlink()
    result = CliRunner().invoke(main, ["-o", str(tmp_path), "--check"])
    assert result.exit_code == 1
    named = [line.partition(":")[0].rpartition("/")[2] for line in result.output.splitlines()]
    assert named == ["ontology.md", "ontology-access.svg"]
    assert (tmp_path / "ontology.md").read_text(encoding="utf-8") == "old"


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["-o", str(tmp_path), "--knowledge", str(tmp_path / "nowhere")])
    assert result.exit_code == 2
    assert "nowhere" in result.output
