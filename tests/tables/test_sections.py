"""Several tables under headings: as text, Markdown and HTML, on paper and on a narrow screen."""

from __future__ import annotations

import pytest

from dienstgraaf.tables import SECTION_FORMATS, Screen, Section, Table, render_sections

TABLE = Table.from_text(["what", "words"], ["What", "Words"], [["<b>desk</b>", "one | two"]])
SECTIONS = (Section("Found", ("1 row.",), TABLE), Section("Not found", ("Nothing, as far as stated.",)))


def rendered(format_name: str, width: int | None = None) -> str:
    screen = Screen(width)
    return render_sections("All of it", ["To begin."], SECTIONS, format_name, lang="en", screen=screen).decode()


@pytest.mark.parametrize("format_name", SECTION_FORMATS)
def test_every_form_has_the_headings_in_order(format_name: str) -> None:
    words = rendered(format_name).partition("All of it")[2]
    places = [words.index(each) for each in ("To begin.", "Found", "1 row.", "Not found", "Nothing, as far as stated.")]
    assert places == sorted(places)


def test_text_underlines_headings_and_fits_the_screen() -> None:
    assert rendered("table").startswith("All of it\n=========\n\nTo begin.\n\nFound\n-----\n")
    assert max(map(len, rendered("table", 24).splitlines())) <= 24


def test_markup_in_cells_is_text() -> None:
    page = rendered("html")
    assert "&lt;b&gt;desk&lt;/b&gt;" in page
    assert "<li>one</li><li>two</li>" in page
    assert "\\<b\\>desk" in rendered("markdown")
