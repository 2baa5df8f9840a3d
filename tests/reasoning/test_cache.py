"""The cache: what it keeps it gives back unharmed, and what is wrong with it never matters."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest

from dienstgraaf.reasoning.cache import KEPT, cache_folder, read_cached, write_cached

KEY = "a" * 64
OTHER = "b" * 64


def only_file(cache):
    (path,) = cache.iterdir()
    return path


def test_what_was_kept_is_given_back(cache):
    assert read_cached(KEY) is None
    write_cached(KEY, b"one\ntwo\n")
    assert read_cached(KEY) == b"one\ntwo\n"
    assert read_cached(OTHER) is None


def test_the_folder_is_the_users_own_unless_the_setting_names_another(cache, monkeypatch, tmp_path):
    assert cache_folder() == cache
    monkeypatch.delenv("DIENSTGRAAF_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    assert "dienstgraaf" in str(cache_folder())


@pytest.mark.parametrize("cut", [1, 10, 100, 150])
def test_a_half_written_file_is_not_used_and_is_replaced(cache, cut):
    write_cached(KEY, b"x" * 100)
    path = only_file(cache)
    path.write_bytes(path.read_bytes()[:-cut])
    assert read_cached(KEY) is None
    write_cached(KEY, b"anew")
    assert read_cached(KEY) == b"anew"


def test_one_changed_byte_is_noticed(cache):
    write_cached(KEY, b"x" * 100)
    path = only_file(cache)
    content = path.read_bytes()
    for place in (0, len(content) // 2, len(content) - 1):
        path.write_bytes(content[:place] + b"?" + content[place + 1 :])
        assert read_cached(KEY) is None


def test_a_file_under_the_name_of_another_is_not_used(cache):
    write_cached(KEY, b"x")
    path = only_file(cache)
    path.rename(path.with_name(path.name.replace(KEY, OTHER)))
    assert read_cached(OTHER) is None


@pytest.mark.parametrize("foreign", [b"", b"\xff\xfe", b"{}", b"# dienstgraaf cache 1"])
def test_a_foreign_file_does_no_harm(cache, foreign):
    write_cached(KEY, b"x")
    only_file(cache).write_bytes(foreign)
    assert read_cached(KEY) is None


def test_a_folder_where_the_file_should_be_does_no_harm(cache):
    write_cached(KEY, b"x")
    path = only_file(cache)
    path.unlink()
    path.mkdir()
    assert read_cached(KEY) is None
    write_cached(KEY, b"y")
    assert read_cached(KEY) is None
    assert list(cache.iterdir()) == [path]


def test_a_file_where_the_folder_should_be_does_no_harm(cache):
    cache.write_text("not a folder")
    write_cached(KEY, b"x")
    assert read_cached(KEY) is None
    assert cache.read_text() == "not a folder"


def test_a_folder_that_nobody_can_make_does_no_harm(monkeypatch):
    monkeypatch.setenv("DIENSTGRAAF_CACHE", "/proc/dienstgraaf")
    write_cached(KEY, b"x")
    assert read_cached(KEY) is None


def test_a_full_disk_leaves_nothing_behind(cache, monkeypatch):
    write_cached(OTHER, b"x")

    def full(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    write_cached(KEY, b"y")
    assert read_cached(KEY) is None
    assert read_cached(OTHER) == b"x"
    assert len(list(cache.iterdir())) == 1


def test_only_the_newest_results_are_kept_and_files_of_others_stay(cache):
    cache.mkdir()
    (cache / "mine.txt").write_text("stays")
    for number in range(KEPT + 4):
        write_cached(f"{number:064x}", b"x")
        time.sleep(0.01)
    assert len(list(cache.glob("*.cache.nq"))) == KEPT
    assert read_cached(f"{KEPT + 3:064x}") == b"x"
    assert read_cached(f"{0:064x}") is None
    assert (cache / "mine.txt").read_text() == "stays"


WRITER = """
import sys
from dienstgraaf.reasoning.cache import read_cached, write_cached

key, letter = sys.argv[1:]
for _ in range(50):
    write_cached(key, letter.encode() * 50_000)
    found = read_cached(key)
    assert found is not None and len(found) == 50_000 and len(set(found)) == 1
"""


def test_several_processes_may_write_and_read_at_once(cache):
    command = [sys.executable, "-c", WRITER, KEY]
    running = [subprocess.Popen([*command, letter], stderr=subprocess.PIPE) for letter in "abc"]
    assert [process.communicate(timeout=60)[1] for process in running] == [b"", b"", b""]
    assert len(list(cache.iterdir())) == 1
