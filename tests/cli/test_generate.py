"""`dienstgraaf generate`, as a user runs it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest


def test_an_inventory_is_made_and_told(run, tmp_path: Path) -> None:
    result = run("generate", "--municipalities", "2", "--seed", "3", "-o", tmp_path / "made")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("2 municipalities and 0 agencies: ")
    assert len(list((tmp_path / "made" / "municipalities").iterdir())) == 2


def test_the_list_of_errors_stands_beside_the_folder_or_where_it_was_asked(run, tmp_path: Path) -> None:
    result = run("generate", "--errors", "0.1", "-o", tmp_path / "a", "--lang", "nl")
    assert str(tmp_path / "a-errors.csv") in result.stderr.replace("\n", "")
    assert "fouten, in" in result.stderr
    run("generate", "--errors", "0.1", "--error-list", tmp_path / "own.csv", "-o", tmp_path / "b")
    assert (tmp_path / "own.csv").read_bytes() == (tmp_path / "a-errors.csv").read_bytes()


def test_quads_go_to_standard_output_or_a_file(run, tmp_path: Path) -> None:
    piped = run("generate", "-o", "-")
    assert piped.exit_code == 0
    run("generate", "-o", tmp_path / "made.nq")
    assert (tmp_path / "made.nq").read_text(encoding="utf-8") == piped.stdout


def test_the_kinds_of_errors_are_listed_in_the_language_of_the_reader(run) -> None:
    assert "hop-to-itself                  a hop from something to itself\n" in run("generate", "--list-kinds").stdout
    dutch = json.loads(run("generate", "--list-kinds", "--format", "json", "--lang", "nl").stdout)
    assert {"kind": "hop-to-itself", "meaning": "een stap van iets naar zichzelf"} in dutch


@pytest.mark.parametrize(
    ("args", "told"),
    [
        ([], "say with -o where"),
        (["-o", "OCCUPIED"], "exists already"),
        (["-o", "new", "--municipalities", "0"], "at least 1"),
        (["-o", "new", "--municipalities", "many"], "whole number"),
        (["-o", "new", "--errors", "5"], "between 0 and 1"),
        (["-o", "new", "--errors", "0.1", "--kinds", "nonsense"], "--list-kinds"),
        (["-o", "new", "--kinds", "hop-to-itself"], "--errors"),
        (["-o", "new", "--format", "csv"], "turtle, nquads"),
        (["-o", "-", "--format", "nquads", "--errors", "1"], "--error-list"),
        (["-o", "-", "--format", "turtle"], "nquads"),
    ],
)
def test_misuse_is_told_with_what_to_do_and_nothing_is_written(run, tmp_path: Path, args: list[str], told: str) -> None:
    (tmp_path / "OCCUPIED").write_text("mine", encoding="utf-8")
    placed = [str(tmp_path / arg) if arg in ("OCCUPIED", "new") else arg for arg in args]
    result = run("generate", *placed)
    assert result.exit_code == 2
    assert told in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["OCCUPIED"]


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_being_stopped_halfway_leaves_nothing(environment: dict, tmp_path: Path, stop: signal.Signals) -> None:
    code = (
        "import signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from dienstgraaf.cli import program\n"
        f"program.main(['generate', '--municipalities', '100000', '--errors', '1', '-o', {str(tmp_path / 'made')!r}])"
    )
    env = {**os.environ, **environment}
    running = subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE, text=True, env=env)
    until = time.monotonic() + 30
    while not list(tmp_path.rglob("*.ttl")) and time.monotonic() < until:
        time.sleep(0.05)
    assert any(path.name.endswith(".unfinished") for path in tmp_path.iterdir())
    running.send_signal(stop)
    _nothing, told = running.communicate(timeout=30)
    assert running.returncode == 130
    assert "Traceback" not in told
    assert list(tmp_path.iterdir()) == []


def test_a_full_standard_output_is_told(environment: dict) -> None:
    command = [sys.executable, "-m", "dienstgraaf", "generate", "-o", "-"]
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        env = {**os.environ, **environment}
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, env=env, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("error: ")
    assert "No space left on device" in done.stderr
    assert "read" not in done.stderr


def test_nobody_reading_on_is_no_error(environment: dict) -> None:
    command = [sys.executable, "-m", "dienstgraaf", "generate", "--municipalities", "9", "-o", "-"]
    env = {**os.environ, **environment}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env) as running:
        assert running.stdout is not None
        assert running.stdout.readline().startswith(b"# Synthetisch")
        running.stdout.close()
        assert running.stderr is not None
        assert running.stderr.read() == b""
    assert running.returncode == 0
