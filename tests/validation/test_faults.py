"""Whatever is wrong with a file or a disk: a clear message and its exit code, in seconds, and nothing half written."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from dienstgraaf.cli import program
from dienstgraaf.inventory import SourceFile
from dienstgraaf.validation.displaying import shown_term
from dienstgraaf.validation.places import Places

SHAPES = """@prefix ex: <http://example.org/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
ex:s sh:targetClass ex:T ; sh:property [ sh:path ex:age ; sh:maxCount 1 ] , [ sh:path ex:part ; sh:nodeKind sh:IRI ] .
"""
GOOD = """@prefix ex: <http://example.org/> . # a comment
ex:a a ex:T ;
  ex:age 1 ; ex:name "naïve \\u00e9"@nl , '''long
text''' , 1.5e3 ;
  ex:list ( 1 ( 2 ) [ ex:p true ] ) .
[] ex:part [ ex:x ex:y ] .
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "shapes.ttl").write_text(SHAPES, "utf-8")
    return tmp_path


def check(folder: Path, path: Path | str, *args: str) -> Result:
    """Validate the file at `path` against the shapes in `folder` alone; a traceback fails the test."""
    command = ["validate", str(path), "--only-shapes", "--shapes", str(folder / "shapes.ttl"), "--lang", "en", *args]
    result = CliRunner().invoke(program, command)
    assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
    assert "Traceback" not in result.output
    return result


def written(folder: Path, content: bytes | str, name: str = "data.ttl") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, len(GOOD.encode())))
def test_a_file_that_is_cut_off_anywhere_is_told_at_its_line(folder: Path, length: int) -> None:
    path = written(folder, GOOD.encode()[:length])
    result = check(folder, path)
    assert result.exit_code in (0, 2)
    if result.exit_code == 2:
        assert result.stdout.startswith(f"{path}:")
        assert "1 file could not be read and was skipped." in result.stdout


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, len(GOOD.encode()) - 1), st.integers(0, 255))
def test_any_byte_may_be_wrong(folder: Path, position: int, byte: int) -> None:
    content = bytearray(GOOD.encode())
    content[position] = byte
    assert check(folder, written(folder, bytes(content))).exit_code in (0, 1, 2)


@pytest.mark.parametrize("byte", [b"\xff", b"\x80", b"\xc3"])
def test_what_is_no_utf_8_is_told_with_line_and_column(folder: Path, byte: bytes) -> None:
    path = written(folder, b'@prefix ex: <http://example.org/> .\r\nex:a ex:name "' + byte + b'" .\r\n')
    result = check(folder, path)
    assert result.exit_code == 2
    assert result.stdout.startswith(f"{path}:2:15: not UTF-8")


def test_a_triple_in_a_triple_is_told_at_its_place(folder: Path) -> None:
    path = written(folder, "@prefix ex: <http://example.org/> .\nex:a ex:p <<( ex:s ex:p ex:o )>> .\n")
    result = check(folder, path)
    assert result.exit_code == 2
    assert result.stdout.startswith(f"{path}:2:12: a triple in a triple")


def test_a_byte_order_mark_and_windows_line_ends_are_fine(folder: Path) -> None:
    assert check(folder, written(folder, b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())).exit_code == 0


@pytest.mark.parametrize(("opening", "closing"), [("( ", ")"), ("[ <http://example.org/part> ", "]")])
def test_brackets_a_hundred_thousand_deep_are_checked_within_a_minute(folder: Path, opening: str, closing: str) -> None:
    head = "<http://example.org/a> a <http://example.org/T> ; <http://example.org/part> "
    path = written(folder, f"{head}{opening * 100_000}1{closing * 100_000} .")
    result = check(folder, path)
    assert result.exit_code == 1
    assert result.stdout.startswith(f"{path}:1:{len(head) + 1}: violation")
    assert max(map(len, result.stdout.splitlines())) < 400


def test_a_list_that_bites_its_tail_is_told_and_shown_in_part(folder: Path) -> None:
    rdf = "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix ex: <http://example.org/> ."
    path = written(folder, f"{rdf}\nex:a a ex:T ; ex:part _:l .\n_:l rdf:first 1 ; rdf:rest _:l .\n")
    assert check(folder, path).exit_code == 1
    index = Places([SourceFile("http://example.org/graph", path)]).index(path)
    assert index is not None
    node = next(value for name, value in index.statements(NamedNode("http://example.org/a")) if name.endswith("part"))
    assert shown_term(node, index) == "( 1 1 1 … )"
    assert index.chain(node)[1] == ["http://example.org/part"]


def test_blank_nodes_that_hang_in_each_other_are_shown(folder: Path) -> None:
    path = written(folder, "@prefix ex: <http://example.org/> .\n_:a a ex:T ; ex:part _:b . _:b ex:part _:a .\n")
    result = check(folder, path)
    assert result.exit_code == 1
    assert result.stdout.startswith(f"{path}:2:22: violation")


def test_relative_iris_are_told_as_they_are_written(folder: Path) -> None:
    path = written(
        folder, "@prefix ex: <http://example.org/> .\n<#me> a ex:T ; ex:age 1 , 2 .\n<other> a ex:T ; ex:age 1 , 2 ."
    )
    result = check(folder, path)
    assert result.exit_code == 1
    assert "about: <data#me>" in result.stdout
    assert "about: <other>" in result.stdout


def test_a_relative_iri_is_warned_about_where_it_stands_unless_there_is_a_base(folder: Path) -> None:
    body = "<https://example.org/a> <https://example.org/b> <c> .\n"
    path = written(folder, f"# <not-this>\n{body}")
    result = CliRunner().invoke(program, ["validate", str(path), "--lang", "en"])
    assert result.exit_code == 0
    assert f"{path}:2:49: warning [rule:iri-relative] An IRI is relative here" in result.stdout
    based = written(folder, f"@base <https://example.org/> .\n{body}", "based.ttl")
    assert "relative" not in CliRunner().invoke(program, ["validate", str(based), "--lang", "en"]).stdout


def test_a_link_that_goes_round_is_told(folder: Path) -> None:
    data = folder / "own"
    data.mkdir()
    (data / "loop.ttl").symlink_to("loop.ttl")
    result = check(folder, data)
    assert result.exit_code == 2
    assert result.stdout.startswith(f"{data / 'loop.ttl'}:1:1: cannot be read: Too many levels of symbolic links")


def test_a_prefix_that_is_declared_twice_is_fine(folder: Path) -> None:
    text = "@prefix ex: <http://old.example/> . @prefix ex: <http://example.org/> .\nex:a a ex:T ; ex:age 1 , 2 ."
    assert (
        check(folder, written(folder, text))
        .stdout.splitlines()[0]
        .endswith("ex:age has at most 1 value; found in this file: 2")
    )


def test_a_file_that_cannot_be_read_is_told_and_the_next_is_checked(folder: Path) -> None:
    data = folder / "own"
    data.mkdir()
    (data / "gone.ttl").symlink_to(folder / "nowhere.ttl")
    written(data, "@prefix ex: <http://example.org/> .\nex:a a ex:T ; ex:age 1 , 2 .\n", "z.ttl")
    (data / "folder.ttl").mkdir()
    result = check(folder, data)
    assert result.exit_code == 2
    assert result.stdout.startswith(f"{data / 'gone.ttl'}:1:1: cannot be read: No such file or directory")
    assert f"{data / 'z.ttl'}:2:15: violation" in result.stdout


@pytest.mark.skipif(os.name != "posix", reason="Windows has other rights")
def test_a_file_without_rights_is_told(folder: Path) -> None:
    path = written(folder, GOOD)
    path.chmod(0)
    if os.access(path, os.R_OK):  # who is root may read all: a folder that ends in a file stands in for it
        path = path / "below.ttl"
    result = check(folder, path)
    assert result.exit_code == 2
    assert str(path) in result.output


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with a name")
def test_what_comes_through_a_pipe_is_placed_too(folder: Path) -> None:
    pipe = folder / "pipe.ttl"
    os.mkfifo(pipe)
    data = "@prefix ex: <http://example.org/> .\nex:a a ex:T ; ex:age 1 , 2 .\n"
    writer = threading.Thread(target=pipe.write_text, args=(data, "utf-8"))
    writer.start()
    result = check(folder, pipe)
    writer.join()
    assert result.exit_code == 1
    assert result.stdout.startswith(
        f"{pipe}:2:15: violation [<http://example.org/s>] required: ex:age has at most 1 value"
    )


def test_shapes_that_cannot_be_read_are_told(folder: Path) -> None:
    (folder / "shapes.ttl").write_text(SHAPES + "ex:s sh:property }", "utf-8")
    result = check(folder, written(folder, GOOD))
    assert result.exit_code == 2
    assert result.stdout.startswith(f"{folder / 'shapes.ttl'}:4:18: ")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
@pytest.mark.parametrize("name", ["text", "json", "sarif", "junit", "github", "turtle", "html", "csv"])
def test_a_full_disk_is_told(folder: Path, name: str) -> None:
    result = check(folder, written(folder, GOOD), "-o", "/dev/full", "--format", name)
    assert result.exit_code == 2
    assert "cannot write /dev/full: No space left on device" in result.stderr


def test_a_disk_that_fills_up_half_way_leaves_the_old_report(folder: Path) -> None:
    """The size that a file may have stands in for what is left of a disk: writing fails in the middle."""
    target = written(folder, "the old report", "report.json")
    data = written(folder, "@prefix ex: <http://example.org/> .\nex:a a ex:T ; ex:age 1 , 2 .\n")
    command = [sys.executable, "-m", "dienstgraaf", "validate", str(data), "--only-shapes", "--lang", "en"]
    command += ["--shapes", str(folder / "shapes.ttl"), "--format", "json", "-o", str(target)]

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    result = subprocess.run(command, preexec_fn=little_room, capture_output=True, text=True, check=False)
    assert result.returncode == 2, result.stderr
    assert result.stderr == f"error: cannot write {target}: File too large\n"
    assert target.read_text("utf-8") == "the old report"
    assert not [path for path in folder.iterdir() if path.name.startswith(".")]


def test_a_folder_that_is_not_there_leaves_nothing_half_written(folder: Path) -> None:
    target = folder / "none" / "report.html"
    result = check(folder, written(folder, GOOD), "-o", str(target))
    assert result.exit_code == 2
    assert f"cannot write {target}" in result.stderr
    assert not target.parent.exists()


def test_a_report_that_fails_keeps_the_old_one(folder: Path) -> None:
    target = written(folder, "the old report", "report.json")
    result = check(folder, folder / "none.ttl", "-o", str(target))
    assert result.exit_code == 2
    assert target.read_text("utf-8") == "the old report"


def test_where_all_is_wrong_the_first_are_shown_and_the_rest_is_counted(folder: Path) -> None:
    lines = "".join(f"ex:a{number} a ex:T ; ex:age 1 , 2 .\n" for number in range(3000))
    path = written(folder, f"@prefix ex: <http://example.org/> .\n{lines}")
    result = check(folder, path)
    assert result.exit_code == 1
    assert [f"{path}:{line}:" in result.stdout for line in (2, 21, 22)] == [True, True, False]
    assert f"and 2980 more of this rule at {path}" in result.stdout
    assert "3000 violations" in result.stdout
    assert len(result.stdout.splitlines()) < 110


@pytest.mark.parametrize(
    ("severity", "on", "code"),
    [
        ("Violation", "violation", 1),
        ("Warning", "violation", 0),
        ("Warning", "warning", 1),
        ("Info", "warning", 0),
        ("Info", "info", 1),
    ],
)
def test_the_exit_code_follows_from_the_severity_that_is_asked_for(
    folder: Path, severity: str, on: str, code: int
) -> None:
    shapes = folder / "shapes.ttl"
    shapes.write_text(SHAPES.replace("sh:maxCount 1", f"sh:maxCount 1 ; sh:severity sh:{severity}"), "utf-8")
    path = written(folder, "@prefix ex: <http://example.org/> .\nex:a a ex:T ; ex:age 1 , 2 .\n")
    assert check(folder, path, "--fail-on", on).exit_code == code


def test_the_output_stays_bounded_where_every_file_is_wrong(folder: Path) -> None:
    data = folder / "many"
    data.mkdir()
    for number in range(120):
        written(
            data, f"@prefix ex: <http://example.org/> .\n<a{number}> a ex:T ; ex:age 1 , 2 .\n", f"f{number:03}.ttl"
        )
    result = check(folder, data, "--limit", "1")
    assert result.exit_code == 1
    assert result.stdout.count(": violation") == 50
    assert "70 results are left out" in result.stdout
    assert "120 violations" in result.stdout
