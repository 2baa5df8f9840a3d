"""Files and folders are brought into canonical form, and only where that is needed and safe."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from dienstgraaf.formatting import FormatResult, format_files

LOOSE = "PREFIX ex: <http://example.org/> ex:a ex:p 2,1."
CANONICAL = "@prefix ex: <http://example.org/> .\n\nex:a ex:p 1, 2 .\n"


@pytest.fixture
def write(tmp_path):
    def write_file(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write_file


def test_a_file_is_rewritten_and_keeps_its_mode(write):
    path = write("a.ttl", LOOSE)
    path.chmod(0o640)
    (result,) = format_files([path])
    assert (result.status, result.line) == ("changed", 1)
    assert path.read_text() == CANONICAL
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [each.name for each in path.parent.iterdir()] == ["a.ttl"]


def test_a_canonical_file_is_not_touched(write):
    path = write("a.ttl", CANONICAL)
    os.utime(path, (1, 1))
    before = path.stat()
    assert format_files([path]) == [FormatResult(path, "ok")]
    assert (path.stat().st_mtime, path.stat().st_ino) == (1, before.st_ino)


def test_a_check_tells_the_first_line_that_differs_and_writes_nothing(write):
    path = write("a.ttl", CANONICAL.replace("1, 2", "2, 1"))
    (result,) = format_files([path], check=True)
    assert str(result) == f"{path}:3: is not in canonical form"
    assert "2, 1" in path.read_text()


def test_a_folder_is_walked_by_name_and_hidden_files_are_left_out(write, tmp_path):
    for name in ("b.ttl", "a/c.ttl", "notes.txt", ".git/x.ttl", "a/.y.ttl"):
        write(name, LOOSE)
    results = format_files([tmp_path])
    assert [result.path for result in results] == [tmp_path / "a/c.ttl", tmp_path / "b.ttl"]
    assert (tmp_path / "notes.txt").read_text() == LOOSE
    assert (tmp_path / ".git/x.ttl").read_text() == LOOSE


def test_a_file_named_twice_is_handled_once(write, tmp_path):
    path = write("a.ttl", LOOSE)
    assert [result.status for result in format_files([path, tmp_path, path])] == ["changed"]


@pytest.mark.parametrize(
    ("content", "place", "words"),
    [
        (CANONICAL.replace("2 .", "2 ex"), ":3:16: ", "'ex' stands where . is expected"),
        (CANONICAL + "no:a no:b 1 .", ":4:1: ", "the prefix no: is not declared"),
        (CANONICAL.encode() + "ex:a ex:p 'é".encode() + b"\xff' .", ":4:13: ", "not UTF-8 (byte 0xFF)"),
        ("\ufeff" + CANONICAL, ":1:1: ", "byte order mark"),
    ],
)
def test_a_wrong_file_is_reported_with_its_place_left_alone_and_the_next_one_follows(write, content, place, words):
    wrong, right = write("a.ttl", content), write("b.ttl", LOOSE)
    before = wrong.read_bytes()
    error, changed = format_files([wrong, right])
    assert (error.status, changed.status) == ("error", "changed")
    assert str(error).startswith(f"{wrong}{place}")
    assert words in str(error)
    assert wrong.read_bytes() == before


def test_a_path_that_is_not_there_and_a_folder_without_files_are_errors(tmp_path):
    missing, empty = format_files([tmp_path / "no.ttl", tmp_path])
    assert str(missing) == f"{tmp_path / 'no.ttl'}: cannot be read or written: No such file or directory"
    assert str(empty) == f"{tmp_path}: the folder holds no .ttl file"
    assert {missing.status, empty.status} == {"error"}


def test_a_link_stays_a_link_and_its_file_is_rewritten(write, tmp_path):
    path = write("real/a.ttl", LOOSE)
    link = tmp_path / "link.ttl"
    link.symlink_to(path)
    assert format_files([link])[0].status == "changed"
    assert link.is_symlink()
    assert path.read_text() == CANONICAL


def test_a_failure_while_writing_leaves_the_file_and_no_rubbish(write, monkeypatch):
    path = write("a.ttl", LOOSE)

    def fail(*given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    (result,) = format_files([path])
    assert (result.status, result.message) == ("error", "cannot be read or written: No space left on device")
    assert path.read_text() == LOOSE
    assert [each.name for each in path.parent.iterdir()] == ["a.ttl"]


def test_line_ends_are_made_newlines_on_every_system(write):
    path = write("a.ttl", CANONICAL.replace("\n", "\r\n"))
    assert format_files([path])[0].status == "changed"
    assert path.read_bytes() == CANONICAL.encode()
