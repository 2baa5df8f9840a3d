"""The profile table: CSV that CSVW accepts, and a workbook in which text stays text."""

from __future__ import annotations

import csv
import gc
import io
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal

from dienstgraaf import Inventory
from dienstgraaf.export.writers.csvw import METADATA, SEPARATOR, guarded, unguarded
from dienstgraaf.export.writers.sheets import local_name
from export_claims import LABEL, Stated, untrue
from exported import HOSTILE, with_data

DEF = "https://w3id.org/dienstgraaf/def#"


def exported(inventory: Inventory, folder: Path, **options: Any) -> dict[str, list[dict[str, str]]]:
    """The rows of an export by file."""
    done = inventory.export("table", folder, **options)
    assert done.written, [each.text("en") for each in done.findings]
    return {path.stem: rows_of(path) for path in sorted(folder.glob("*.csv"))}


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file, by column."""
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8"), newline="")))


def csvw_faults(folder: Path) -> list[str]:
    """What the validator of csvw says of a folder."""
    from csvw import CSVW

    found = CSVW(str(folder / METADATA), validate=True)
    faults = [] if found.is_valid else ["not valid"]
    faults += [str(each.message) for each in found.warnings]
    for table in found.tables:
        try:
            list(table.iterdicts(strict=True))
        except ValueError as error:
            faults.append(f"{table.url}: {error}")
    return faults


def workbook_of(inventory: Inventory, path: Path, **options: Any) -> Any:
    """An export as a workbook, read by openpyxl."""
    import openpyxl

    assert inventory.export("table", path, **options).written
    return openpyxl.load_workbook(path)


@pytest.mark.parametrize("options", [{"archetypes": True}, {"lang": "nl", "provider": "SVB"}])
def test_a_validator_of_csvw_accepts_the_inventory(report: Inventory, tmp_path: Path, options: dict[str, Any]) -> None:
    exported(report, tmp_path / "o", **options)
    assert csvw_faults(tmp_path / "o") == []


def test_a_validator_of_csvw_accepts_what_was_generated(with_two: Inventory, tmp_path: Path) -> None:
    files = exported(with_two, tmp_path / "o")
    assert len(files["entry-point"]) > 50
    assert csvw_faults(tmp_path / "o") == []


def test_the_validator_of_csvw_finds_a_wrong_cell(report: Inventory, tmp_path: Path) -> None:
    exported(report, tmp_path / "o")
    path = tmp_path / "o" / "channel-use.csv"
    path.write_text(path.read_text("utf-8").replace(",false,", ",perhaps,", 1), encoding="utf-8")
    assert csvw_faults(tmp_path / "o") != []


def test_each_class_has_a_sheet_and_nothing_of_the_inventory_lacks_a_column(report: Inventory, tmp_path: Path) -> None:
    files = exported(report, tmp_path / "o", archetypes=True)
    query = (
        f'SELECT DISTINCT ?class WHERE {{ ?item a ?class FILTER (STRSTARTS(STR(?class), "{DEF}")) '
        "FILTER NOT EXISTS { ?item a skos:Concept } FILTER NOT EXISTS { ?item a owl:Class } }"
    )
    count = sum(
        report.select(f"SELECT (COUNT(DISTINCT ?i) AS ?n) {{ ?i a <{DEF}{name}> }}")[0]["n"]
        for name in {row["class"].removeprefix(DEF).removeprefix("dg:") for row in report.select(query)}
    )
    assert "statement" not in files
    assert sum(len(rows) for name, rows in files.items() if name != "concept") == count


def test_a_row_has_iris_names_hedges_status_and_segments(report: Inventory, tmp_path: Path) -> None:
    files = exported(report, tmp_path / "o")
    (row,) = (each for each in files["entry-point"] if each["iri"].endswith("/duo-svb-joint-desk"))
    assert row["label_en"] == "joint desk of DUO and SVB"
    assert row["label_nl"]
    assert row["saidOf"] == "Organisation"
    assert [each.rpartition("/")[2] for each in row["provider"].split("|")] == ["duo", "svb"]
    assert row["provider_en"].split(SEPARATOR)[1] == "Social Insurance Bank"
    assert row["status_en"] == "operational"
    assert row["hedge_nl"]
    assert "4.2-21" in row["wasDerivedFrom"]


def test_what_is_planned_shows_as_planned_and_what_is_general_only_if_asked(report: Inventory, tmp_path: Path) -> None:
    plain = exported(report, tmp_path / "plain")
    wide = exported(report, tmp_path / "wide", archetypes=True)
    (planned,) = (each for each in plain["entry-point"] if each["iri"].endswith("/belastingdienst-support-points"))
    assert planned["status_en"] == "planned"
    assert "archetype" not in plain
    assert not [each for each in plain["entry-point"] if each["saidOf"] == "Archetype"]
    general = [each for each in wide["entry-point"] if each["saidOf"] == "Archetype"]
    assert len(general) > 20


def test_what_is_presumed_or_inferred_is_nowhere(report: Inventory, tmp_path: Path) -> None:
    exported(Inventory.load(), tmp_path / "o", archetypes=True)
    for path in (tmp_path / "o").iterdir():
        assert "presumedFor" not in path.read_text("utf-8")


def test_a_property_without_a_column_goes_to_the_last_sheet(hostile_inventory: Inventory, tmp_path: Path) -> None:
    rows = exported(hostile_inventory, tmp_path / "o")["statement"]
    assert [(each["property"].rpartition("#")[2], unguarded(each["value"]), each["language"]) for each in rows] == [
        ("comment", HOSTILE, "en")
    ]


def test_hostile_labels_arrive_whole_in_csv_and_no_cell_is_a_formula(
    hostile_inventory: Inventory, tmp_path: Path
) -> None:
    files = exported(hostile_inventory, tmp_path / "o")
    assert csvw_faults(tmp_path / "o") == []
    (row,) = (each for each in files["entry-point"] if each["iri"].endswith("/desk"))
    assert unguarded(row["label_nl"]) == unguarded(row["label_en"]) == unguarded(row["hedge_nl"]) == HOSTILE
    assert files["channel"][0]["phoneNumber"] == "+31 20 123"
    cells = [cell for rows in files.values() for each in rows for cell in each.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "@", "-", "\t", "\r"))]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("@sum", "'@sum"),
        ("-2+cmd", "'-2+cmd"),
        ("'=1", "''=1"),
        ("'s-Gravenhage", "'s-Gravenhage"),
        ("+31 (0)20-123", "+31 (0)20-123"),
        ("plain", "plain"),
        ("", ""),
    ],
)
def test_a_guard_comes_off_again(text: str, cell: str) -> None:
    assert guarded(text) == cell
    assert unguarded(cell) == text


def test_the_metadata_say_how_a_program_gets_the_texts_back(hostile_inventory: Inventory, tmp_path: Path) -> None:
    files = exported(hostile_inventory, tmp_path / "o")
    (note,) = json.loads((tmp_path / "o" / METADATA).read_bytes())["notes"]
    (row,) = (each for each in files["entry-point"] if each["iri"].endswith("/desk"))
    assert row["label_nl"] != HOSTILE
    back = note["replacement"].replace("$", "\\")
    assert re.sub(note["pattern"], back, row["label_nl"]) == HOSTILE
    for text in ("'=1", "'s-Gravenhage", "+31 20 123", "\t"):
        assert re.sub(note["pattern"], back, guarded(text)) == text


def test_hostile_labels_arrive_whole_in_the_workbook_as_text(hostile_inventory: Inventory, tmp_path: Path) -> None:
    from openpyxl.utils.escape import unescape

    book = workbook_of(hostile_inventory, tmp_path / "o.xlsx", lang="nl")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert HOSTILE in {unescape(str(cell.value)) for cell in cells}


def test_the_workbook_has_a_sheet_for_each_file_in_the_language(report: Inventory, tmp_path: Path) -> None:
    book = workbook_of(report, tmp_path / "o.xlsx", lang="en")
    files = exported(report, tmp_path / "o", lang="en")
    assert len(book.sheetnames) == len(files)
    assert {"Organisation", "Entry point", "Access route"} <= set(book.sheetnames)
    sheet = book["Entry point"]
    assert sheet.max_row - 1 == len(files["entry-point"])
    headings = [cell.value for cell in sheet[1]]
    assert headings[:3] == ["IRI", "name (English)", "said of an"]
    assert sheet.freeze_panes == "C2"


def test_a_full_disk_is_told_once_and_nothing_is_left_to_fail_later(
    report: Inventory, monkeypatch: pytest.MonkeyPatch
) -> None:
    later: list[Any] = []
    monkeypatch.setattr(sys, "unraisablehook", later.append)
    with Path("/dev/full").open("wb", buffering=0) as full, pytest.raises(OSError, match="No space left on device"):
        report.export("table", full, format="xlsx", check=False)
    gc.collect()
    assert later == []


@pytest.fixture
def soffice() -> str:
    """LibreOffice."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        pytest.skip("needs LibreOffice: apt-get install libreoffice-calc-nogui")
    return found


@pytest.mark.slow
def test_libreoffice_opens_the_workbook_and_computes_nothing(
    hostile_inventory: Inventory, tmp_path: Path, soffice: str
) -> None:
    hostile_inventory.export("table", tmp_path / "o.xlsx", lang="nl")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    to_all_sheets = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    command = [soffice, "--headless", "--norestore", profile, "--convert-to", to_all_sheets, "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "o.xlsx")], check=True, capture_output=True, timeout=300)
    (path,) = tmp_path.glob("o-Ingang.csv")
    text = path.read_text("utf-8")
    assert "=cmd()" in text
    assert "Err:" not in text
    assert "#" not in text.replace("/def#", "")


def test_the_bytes_are_the_same_every_time(report: Inventory, tmp_path: Path) -> None:
    for name in ("a", "b"):
        exported(Inventory.load(inferred=False), tmp_path / name)
        report.export("table", tmp_path / f"{name}.xlsx")
    names = sorted(path.name for path in (tmp_path / "a").iterdir())
    assert names == sorted(path.name for path in (tmp_path / "b").iterdir())
    assert all((tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes() for name in names)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_the_metadata_say_what_each_column_is(report: Inventory, tmp_path: Path) -> None:
    exported(report, tmp_path / "o")
    metadata = json.loads((tmp_path / "o" / METADATA).read_bytes())
    (table,) = (each for each in metadata["tables"] if each["url"] == "entry-point.csv")
    columns = {each["name"]: each for each in table["tableSchema"]["columns"]}
    assert columns["topic"]["propertyUrl"] == f"{DEF}topic"
    assert columns["topic"]["datatype"] == "anyURI"
    assert columns["topic_nl"]["lang"] == "nl"
    assert table["tableSchema"]["primaryKey"] == "iri"


@pytest.mark.parametrize("options", [{}, {"archetypes": True}, {"lang": "en"}])
def test_what_the_report_says_arrives_stands_in_the_right_cells(
    inventory: Inventory, tmp_path: Path, options: dict[str, Any]
) -> None:
    stated = Stated(inventory)
    files = exported(inventory, tmp_path / "o", check=False, **options)
    langs = (options["lang"],) if "lang" in options else ("nl", "en")
    apart = {
        tuple(row[each] for each in ("iri", "property", "value", "language")) for row in files.pop("statement", [])
    }
    cells = {row["iri"]: (name, row) for name, rows in files.items() for row in rows}
    wrong = []

    def arrives(item: str, term: str, value: Any) -> bool:
        name, row = cells.get(item, ("", {}))
        column = term.replace("#", "/").rpartition("/")[2]
        kinds = {re.sub("(?<=.)([A-Z])", r"-\1", local_name(each)).lower() for each in stated.classes(item)}
        if isinstance(value, Literal):
            cell = row.get(f"{column}_{value.language}" if value.language else column, "")
            known = unguarded(cell).split(SEPARATOR)
            return (item, term, guarded(value.value), value.language or "") in apart or (
                name in kinds and value.value in known
            )
        values = row.get(column, "").split("|")
        if name not in kinds or value.value not in values:
            return False
        for lang in langs:  # with its name in the same place
            named = unguarded(row[f"{column}_{lang}"]).split(SEPARATOR)[values.index(value.value)]
            if named != (stated.name(value.value, lang) or local_name(value.value)):
                wrong.append((item, term, named))
        return True

    assert untrue(stated, "table", arrives, "mapped", **options) == []
    assert wrong == []


def test_a_text_in_another_language_or_in_a_column_of_iris_is_not_lost(tmp_path: Path) -> None:
    own = with_data(
        tmp_path / "own",
        """ex:town a dg:Organisation ; rdfs:label "town"@en, "ville"@fr ; dg:memberOf "=cmd()", ex:union .""",
    )
    files = exported(own, tmp_path / "o", check=False)
    assert [tuple(row.values()) for row in files["statement"]] == [
        ("https://data.example.org/id/town", LABEL, "ville", "fr")
    ]
    assert unguarded(files["organisation"][0]["memberOf"]).split("|") == ["=cmd()", "https://data.example.org/id/union"]
    assert not files["organisation"][0]["memberOf"].startswith("=")
