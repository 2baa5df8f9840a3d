"""Every form of a matrix says the same, shows its gaps by a sign, and can be read by people and programs."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from itertools import pairwise

import openpyxl
import pytest

from dienstgraaf import Inventory
from dienstgraaf.matrix import FORMATS, GROUNDS_FORMATS, Item, Matrix, write_grounds, write_matrix
from dienstgraaf.matrix.layout import HEIGHT, WIDTH, sheets
from dienstgraaf.matrix.sheets import TINTS
from dienstgraaf.tables import Screen

SVG = "{http://www.w3.org/2000/svg}"
INK = "#1c2733"


@pytest.fixture(scope="module")
def matrix(town: Inventory) -> Matrix:
    return town.matrix()


@pytest.fixture(scope="module")
def whole() -> Matrix:
    """The matrix of the shipped inventory, by audience: long enough for several sheets."""
    return Inventory.load().matrix(by_audience=True)


def text(matrix: Matrix, format_name: str, screen: Screen = Screen()) -> str:  # noqa: B008 - a value
    return write_matrix(matrix, format_name, screen).decode()


@pytest.mark.parametrize("format_name", FORMATS)
def test_every_format_names_each_row_and_the_gap_in_words(matrix: Matrix, format_name: str) -> None:
    content = write_matrix(matrix, format_name)
    if format_name == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(content))
        words = "\n".join(str(cell.value) for sheet in book for row in sheet for cell in row)
    else:
        words = content.decode()
    assert "no phone and no desk stated" in words
    for row in matrix.rows:
        assert row.subject.label in words


@pytest.mark.parametrize("format_name", FORMATS)
def test_every_format_is_the_same_bytes_every_time(matrix: Matrix, format_name: str) -> None:
    assert write_matrix(matrix, format_name) == write_matrix(matrix, format_name)


def test_a_csv_has_iris_names_for_machines_and_the_signs(matrix: Matrix) -> None:
    rows = {row["topicLabel"]: row for row in csv.DictReader(io.StringIO(text(matrix, "csv")))}
    assert rows["parking"]["topic"].endswith("/concept/topic/parking")
    assert (rows["parking"]["kind"], rows["parking"]["counter"]) == ("topic", "1~")
    assert (rows["taxes"]["telephone"], rows["taxes"]["website"]) == ("!", "")
    assert "divorce (life event)" in rows


def test_a_json_holds_the_grounds_and_leaves_out_what_is_not_stated(matrix: Matrix) -> None:
    document = json.loads(text(matrix, "json"))
    rows = {row["subject"]["label"]: row for row in document["rows"]}
    assert rows["taxes"]["cells"] == {}
    assert rows["taxes"]["gaps"] == "no phone and no desk stated"
    assert rows["parking"]["cells"]["video-call"][0]["mark"] == "other"


@pytest.mark.parametrize("width", [40, 80, 100, 140, 200, 320])
def test_a_table_fits_the_screen_and_explains_its_signs(whole: Matrix, width: int) -> None:
    shown = text(whole, "table", Screen(width))
    table = shown.split("\n\n3  ")[0]
    assert max(map(len, table.splitlines())) <= width
    assert "no phone is stated here" in shown


def test_headings_are_shortened_where_the_long_ones_do_not_fit_and_are_told_below(matrix: Matrix) -> None:
    shown = [text(matrix, "table", Screen(width)) for width in range(60, 200)]
    short = [each for each in shown if "tele = telephone" in each]
    assert short
    for each in short:
        assert " tele " in each
        assert " telephone " not in each.split("╰")[0]
    assert " telephone " in shown[-1].split("├")[0]


def test_a_workbook_tints_gaps_signs_them_and_keeps_headings_in_view(matrix: Matrix) -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_matrix(matrix, "xlsx")))
    assert book.sheetnames == ["Matrix", "Grounds", "Marks"]
    sheet = book["Matrix"]
    assert sheet.freeze_panes == "B2"
    headings = [cell.value for cell in sheet[1]]
    (taxes,) = (row for row in sheet.iter_rows(min_row=2) if row[0].value == "taxes")
    gap = taxes[headings.index("telephone")]
    assert (gap.value, gap.fill.start_color.rgb) == ("!", f"FF{TINTS['gap'][1:]}")
    grounds = [[str(cell.value or "") for cell in row] for row in book["Grounds"]]
    assert grounds[0][-4:] == ["Status", "If", "In the source's words", "Segments"]
    (counter,) = (row for row in grounds if row[0] == "parking" and "going to the parking counter" in row)
    assert counter[-4:] == ["operational", "", "meestal", "1-01 | 1-02 | 1-10"]


def test_grounds_by_themselves_have_a_row_for_each_ground_of_each_cell(matrix: Matrix) -> None:
    rows = list(csv.DictReader(io.StringIO(write_grounds(matrix, "csv").decode())))
    assert len(rows) == sum(len(cell.grounds) for row in matrix.rows for cell in row.cells)
    (video,) = (row for row in rows if row["factLabel"] == "video call on parking")
    assert (video["mark"], video["status"], video["segments"]) == ("△ not in operation", "planned", "1-01 | 1-04")
    assert video["asksDigitalSkill"] == "true"
    for name in GROUNDS_FORMATS:
        assert write_grounds(matrix, name)


def test_a_page_needs_nothing_else_and_has_headings_for_rows_and_columns(matrix: Matrix) -> None:
    page = text(matrix, "html")
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert not re.search(r"<(?:script|link|img|iframe)|url\(|@import", page)
    assert set(re.findall(r"https?://[^\"<]+", page)) == {"http://www.w3.org/2000/svg"}
    table = page.split("<table>")[1].split("</table>")[0]
    assert table.count('scope="row"') == len(matrix.rows)
    assert table.count('scope="col"') == len(matrix.columns) + 3
    assert page.index("<svg ") < page.index("<table>")
    assert "parking, counter: offered 1" in table
    assert "[1-01, 1-02, 1-10]" in page
    assert all(f'href="#{name}"' in page for name in re.findall(r'<h3 id="([^"]+)"', page))


def test_a_page_speaks_dutch_where_asked(load) -> None:
    page = text(load(lang="nl").matrix("TWN"), "html")
    assert '<html lang="nl">' in page
    assert "geen balie gesteld" in page
    assert "in sommige gevallen uitdrukkelijk geen telefoon" in page
    assert "stated" not in re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)


def test_names_in_data_are_escaped(matrix: Matrix) -> None:
    odd = replace(matrix, provider=Item("x:y", "<b>&x</b>"))
    for format_name in ("html", "svg"):
        assert "<b>&x" not in text(odd, format_name)
        assert "&lt;b&gt;&amp;x" in text(odd, format_name)


def test_a_heat_map_is_a_picture_with_a_title_and_a_description_and_its_words_are_text(matrix: Matrix) -> None:
    root = ET.fromstring(text(matrix, "svg"))
    assert root.get("role") == "img"
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert desc is not None
    assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert "1 row has no phone and no desk stated" in (desc.text or "")
    words = [each.text for each in root.iter(f"{SVG}text")]
    assert {"parking", "taxes", "no phone and no desk stated", "Gaps"} <= set(words)


def test_every_cell_of_a_heat_map_has_a_sign_so_that_colour_never_tells_alone(whole: Matrix) -> None:
    boxes = [box for sheet in sheets(whole) for line in sheet.lines for box in line.boxes]
    assert len(boxes) == len(whole.rows) * len(whole.columns)
    assert all(box.signs for box in boxes)
    assert all((box.signs == "·") == (box.tint == "") for box in boxes)
    assert all(box.signs.startswith("!") for box in boxes if box.tint == "gap")


def test_a_long_heat_map_goes_on_sheets_of_a4_that_hold_all_rows_and_do_not_overlap(whole: Matrix) -> None:
    found = sheets(whole)
    assert len(found) == found[0].count > 1
    assert sum(len(sheet.lines) for sheet in found) == len(whole.rows)
    for sheet in found:
        assert sheet.bottom < min(key.y for key in sheet.legend) - 8
        assert max(key.y for key in sheet.legend) <= sheet.height <= HEIGHT
        assert all(line.height >= 14 for line in sheet.lines)
        assert sheet.lines[0].subject
        for line in sheet.lines:
            assert all(one.x + one.width <= other.x + 0.01 for one, other in pairwise(line.boxes))
            assert line.boxes[-1].x + line.boxes[-1].width < sheet.gaps_at < WIDTH - 150
            assert all(box.size >= 5 for box in line.boxes)


def test_letters_on_every_tint_have_the_contrast_that_wcag_asks() -> None:
    for tint in TINTS.values():
        assert contrast(INK, tint) >= 4.5
    assert contrast("#5b6673", "#ffffff") >= 4.5
    assert contrast("#8a2d0c", TINTS["gap"]) >= 3


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, as WCAG 2.2 defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_a_matrix_of_nothing_is_said_and_drawn_without_rows(matrix: Matrix) -> None:
    nothing = replace(matrix, rows=())
    assert "Not stated" in text(nothing, "table")
    assert ET.fromstring(text(nothing, "svg")).get("role") == "img"
