"""Every format says the same, and says it so that programs and people read it without harm."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import openpyxl
import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, QueryResultsFormat, RdfFormat, Triple, parse, parse_query_results

from dienstgraaf.engine import Solutions
from dienstgraaf.tables import TABLE_FORMATS, FormatError, Screen, Table, choose_format, fits, render

DESK = NamedNode("https://w3id.org/dienstgraaf/id/entry-point/desk")
AWKWARD = 'a | b, "c"\t*d*\nnext <b>[x](y)\\'
SOLUTIONS = Solutions(
    ("desk", "deskLabel", "open", "note"),
    (
        (DESK, Literal("loket ñ 漢字", language="nl"), Literal(True), Literal(AWKWARD)),
        (DESK, Literal("=1+1"), None, Literal(5)),
    ),
)
TABLE = Table.from_solutions(SOLUTIONS, ["Loket", "Loket", "Open", "Notitie"])


PIPE = Screen()


def text(format_name: str, lang: str = "nl", screen: Screen = PIPE, table: Table = TABLE) -> str:
    return render(table, format_name, lang=lang, screen=screen).decode("utf-8")


def test_csv_holds_every_column_with_full_iris_and_values() -> None:
    rows = list(csv.reader(io.StringIO(text("csv"), newline="")))
    assert rows == [
        ["desk", "deskLabel", "open", "note"],
        [DESK.value, "loket ñ 漢字", "true", AWKWARD],
        [DESK.value, "=1+1", "", "5"],
    ]


def test_tsv_is_read_back_by_another_program_as_the_same_terms() -> None:
    rows = parse_query_results(text("tsv").encode(), QueryResultsFormat.TSV)
    assert tuple(tuple(row) for row in rows) == SOLUTIONS.rows


def test_json_is_read_back_by_another_program_as_the_same_terms() -> None:
    rows = parse_query_results(text("json").encode(), QueryResultsFormat.JSON)
    assert tuple(tuple(row) for row in rows) == SOLUTIONS.rows


def test_people_see_labels_in_place_of_iris_and_words_for_truth_values() -> None:
    lines = text("table").splitlines()
    assert lines[0].split() == ["Loket", "Open", "Notitie"]
    assert "ja" in lines[2]
    assert DESK.value not in text("table")
    assert "yes" in text("table", "en")


def test_the_plain_table_is_aligned_also_with_wide_characters() -> None:
    lines = text("table").splitlines()
    assert len(lines) == 4
    column = lines[0].index("Open")
    assert lines[2][: column - 4].rstrip() == "loket ñ 漢字"  # two wide characters take four columns


def test_a_line_break_in_a_cell_does_not_break_the_row() -> None:
    assert len(text("table").splitlines()) == 4
    assert len(text("markdown").splitlines()) == 4


def test_markdown_escapes_what_would_be_markup() -> None:
    row = text("markdown").splitlines()[2]
    assert row.count("|") - row.count("\\|") == 4
    assert "\\*d\\*" in row
    assert "\\<b\\>" in row


def test_a_framed_table_fits_the_terminal() -> None:
    framed = text("table", screen=Screen(40))
    assert max(len(line) for line in framed.splitlines()) <= 40
    assert "\x1b" not in framed
    assert "\x1b[1m" in text("table", screen=Screen(40, color=True))


WIDE = Table.from_text(
    ("provider", "entry", "channel", "audiences", "status", "basis"),
    ("Provider", "Entry point", "Channel", "Audiences", "Status", "Basis"),
    [
        ("Bureau", "desk", "counter shared with the uncommonly long-named neighbouring office", "", "works", "stated"),
        ("Bureau", "line", "telephone", "people abroad | people with few digital skills", "works", "stated"),
        ("", "post", "letter", "anyone", "works", "stated"),
    ],
)


def test_a_screen_too_narrow_for_the_columns_gets_a_block_for_each_row() -> None:
    assert text("table", "en", Screen(50), WIDE) == (
        "Everywhere: Status works; Basis stated\n\n"
        "Bureau\n"
        "  desk\n"
        "    Channel:   counter shared with the uncommonly\n"
        "               long-named neighbouring office\n"
        "  line\n"
        "    Channel:   telephone\n"
        "    Audiences: people abroad |\n"
        "               people with few digital skills\n\n"
        "Provider: —\n"
        "  post\n"
        "    Channel:   letter\n"
        "    Audiences: anyone\n"
    )
    assert text("table", "nl", Screen(50), WIDE).startswith("Overal: Status works; Basis stated\n\n")


def test_headings_of_blocks_are_bold_where_colours_are_on() -> None:
    assert "\x1b[1mBureau\x1b[0m\n  desk\n" in text("table", "en", Screen(50, color=True), WIDE)
    assert "\x1b" not in text("table", "en", Screen(50), WIDE)


def test_blocks_of_unlike_first_cells_have_these_as_titles() -> None:
    table = Table.from_text(("a", "b"), ("A", "B"), [("first", "word " * 40), ("second", "short")])
    lines = text("table", "en", Screen(40), table).splitlines()
    assert lines[0] == "first"
    assert lines[1].startswith("  B: word word")
    assert lines[-3:] == ["", "second", "  B: short"]


@pytest.mark.parametrize("width", [12, 20, 30, 40, 60, 80, 100, 120, 160, 300])
def test_at_every_width_lines_fit_and_words_stay_whole(width: int) -> None:
    shown = text("table", "en", Screen(width), WIDE)
    assert max(map(len, shown.splitlines())) <= width
    words = {word for row in WIDE.shown_rows("en") for cell in row for word in cell.split() if len(word) <= width - 8}
    assert words <= set(shown.replace(";", " ").split())


def test_a_table_that_fits_has_frames_and_at_most_three_lines_a_row() -> None:
    shown = text("table", "en", Screen(120), WIDE).splitlines()
    assert shown[0].startswith("╭")
    rules = [i for i, line in enumerate(shown) if line[0] in "├╰"]
    assert len(rules) == 4
    assert max(after - before - 1 for before, after in pairwise(rules)) <= 3


def test_a_pipe_gets_each_row_on_one_line_of_any_length() -> None:
    assert len(text("table", "en", PIPE, WIDE).splitlines()) == 5


def test_control_characters_do_not_reach_the_terminal() -> None:
    table = Table.from_text(("a",), ("a",), [("x\x1b[31mred\x07",)])
    assert "\x1b" not in text("table", table=table)
    assert "\x07" not in text("markdown", table=table)


def test_rich_markup_in_a_cell_stays_text() -> None:
    table = Table.from_text(("a",), ("a",), [("[red]x[/red]",)])
    assert "[red]x[/red]" in text("table", screen=Screen(60), table=table)


def test_xlsx_holds_text_that_no_spreadsheet_takes_for_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(render(TABLE, "xlsx", lang="nl", title="t"))
    sheet = openpyxl.load_workbook(path).active
    rows = list(sheet.iter_rows())
    assert [cell.value for cell in rows[0]] == ["Loket", "Open", "Notitie"]
    assert rows[2][0].value == "=1+1"
    assert rows[2][0].data_type == "s"


def test_xlsx_tints_the_cells_that_ask_for_it_also_beside_hidden_columns() -> None:
    table = replace(TABLE, tints=((1, 3, "#FBE0C4"),), frozen=2)
    sheet = openpyxl.load_workbook(io.BytesIO(render(table, "xlsx", title="t"))).active
    assert [[cell.fill.start_color.rgb for cell in row][2] for row in sheet["A2:C3"]] == ["00000000", "FFFBE0C4"]
    assert sheet["C3"].value == "5"
    assert sheet.freeze_panes == "B2"


def test_a_long_heading_of_short_cells_wraps_and_its_row_is_high_enough() -> None:
    table = Table.from_text(["a"], ["one two three four five six"], [["1"]])
    sheet = openpyxl.load_workbook(io.BytesIO(render(table, "xlsx", title="t"))).active
    assert sheet.column_dimensions["A"].width < 12
    assert sheet.row_dimensions[1].height >= 45


def test_whether_a_table_fits_a_screen_is_whether_it_is_shown_in_columns() -> None:
    for width in (20, 40, 60, 80, 100, 120, 160, 300):
        assert fits(WIDE, "en", width) == text("table", "en", Screen(width), WIDE).startswith("╭")


def test_xlsx_is_the_same_bytes_every_time() -> None:
    assert render(TABLE, "xlsx", title="t") == render(TABLE, "xlsx", title="t")


@pytest.mark.parametrize("format_name", TABLE_FORMATS)
def test_every_format_takes_a_table_without_rows(format_name: str) -> None:
    assert render(Table(("a",), ("a",), ()), format_name)


def test_triples_are_turtle_with_prefixes_in_a_fixed_order() -> None:
    triples = [
        Triple(DESK, NamedNode("http://www.w3.org/2000/01/rdf-schema#label"), Literal("b")),
        Triple(DESK, NamedNode("http://www.w3.org/2000/01/rdf-schema#label"), Literal("a")),
        Triple(BlankNode("x"), NamedNode("https://example.org/p"), DESK),
    ]
    turtle = render(triples, "turtle").decode()
    assert turtle == render(list(reversed(triples)), "turtle").decode()
    assert "i-entry-point:desk" in turtle
    assert "@prefix owl:" not in turtle
    assert len(list(parse(turtle.encode(), RdfFormat.TURTLE))) == 3
    assert render(triples, "csv").decode().splitlines()[0] == "subject,predicate,object"


def test_a_truth_value_is_a_word_or_json() -> None:
    assert render(True, "table", lang="nl") == b"ja\n"
    assert json.loads(render(False, "json")) == {"head": {}, "boolean": False}


def test_the_extension_of_the_output_decides_the_format() -> None:
    assert choose_format(None, Path("a.xlsx"), TABLE_FORMATS, "x").name == "xlsx"
    assert choose_format("csv", Path("a.xlsx"), TABLE_FORMATS, "x").name == "csv"
    assert choose_format(None, None, TABLE_FORMATS, "x").name == "table"


@pytest.mark.parametrize(
    ("name", "output", "message"),
    [
        ("nope", None, "format 'nope' is unknown; choose from table"),
        ("turtle", None, "format turtle does not fit SELECT"),
        (None, "a.xyz", "the name a.xyz tells no format"),
        (None, "a.ttl", "format turtle does not fit SELECT"),
    ],
)
def test_a_format_that_does_not_fit_is_refused(name: str | None, output: str | None, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        choose_format(name, Path(output) if output else None, TABLE_FORMATS, "SELECT")
