"""`dienstgraaf interview` and `dienstgraaf compare`, as a user runs them."""

from __future__ import annotations

from pathlib import Path


def test_an_interview_ends_with_how_much_is_stated(run) -> None:
    result = run("interview", "SVB")
    assert result.exit_code == 0
    assert "of the 18 questions with a yes or a no" in result.stderr
    assert "handwritten card" in result.stdout


def test_the_extension_chooses_the_format(run, tmp_path: Path) -> None:
    for name, start in (("a.html", b"<!DOCTYPE html>"), ("a.xlsx", b"PK"), ("a.md", b"| "), ("a.csv", b"reference,")):
        assert run("interview", "RDW", "-o", tmp_path / name).exit_code == 0
        assert (tmp_path / name).read_bytes().startswith(start)


def test_a_comparison_has_a_column_for_each(run) -> None:
    result = run("compare", "SVB", "RDW", "--format", "csv", "--lang", "nl")
    assert result.stdout.startswith("reference,rubric,question,Sociale Verzekeringsbank,")
    assert result.stdout.splitlines()[0].endswith("RDW")


def test_a_wrong_name_or_none_is_misuse(run) -> None:
    wrong = run("interview", "SVP")
    assert (wrong.exit_code, "SVB" in wrong.stderr) == (2, True)
    assert run("compare").exit_code == 2
    assert run("interview", "SVB", "--format", "turtle").exit_code == 2


def test_coverage_tells_by_its_exit_code_whether_all_is_accounted_for(run, on_small) -> None:
    assert run("coverage", "--section", "4.2").exit_code == 0
    assert on_small("coverage").exit_code in (0, 1)
