"""Nothing half-written stays behind, and nothing that was there is touched."""

from __future__ import annotations

import errno
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from dienstgraaf.errors import DienstgraafError
from dienstgraaf.generation import generate
from dienstgraaf.generation.placing import new_file, new_folder


def test_a_folder_that_holds_something_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine", encoding="utf-8")
    with pytest.raises(DienstgraafError, match="exists already; choose another name"):
        generate(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "made").mkdir()
    generate(tmp_path / "made")
    assert (tmp_path / "made" / "municipalities").is_dir()


def test_folders_above_are_made(tmp_path: Path) -> None:
    generate(tmp_path / "a" / "b" / "made")
    assert (tmp_path / "a" / "b" / "made" / "municipalities").is_dir()


def test_a_list_of_errors_that_is_there_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "made-errors.csv").write_text("mine", encoding="utf-8")
    with pytest.raises(DienstgraafError, match="exists already"):
        generate(tmp_path / "made", errors=0.1)
    assert [path.name for path in tmp_path.iterdir()] == ["made-errors.csv"]


def break_off(place: AbstractContextManager[object], broken: BaseException) -> None:
    """Start to write, and have it go wrong."""
    with place as made:
        if isinstance(made, Path):
            (made / "half").write_text("half", encoding="utf-8")
        raise broken


@pytest.mark.parametrize("place", [new_folder, new_file])
def test_an_interruption_leaves_nothing(
    tmp_path: Path, place: Callable[[Path], AbstractContextManager[object]]
) -> None:
    with pytest.raises(KeyboardInterrupt):
        break_off(place(tmp_path / "target"), KeyboardInterrupt())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", [new_folder, new_file])
def test_a_full_disk_leaves_nothing_and_says_so(
    tmp_path: Path, place: Callable[[Path], AbstractContextManager[object]]
) -> None:
    with pytest.raises(DienstgraafError, match="No space left on device; nothing was left behind"):
        break_off(place(tmp_path / "target"), OSError(errno.ENOSPC, "No space left on device"))
    assert list(tmp_path.iterdir()) == []


def test_what_could_not_be_removed_is_named(tmp_path: Path) -> None:
    (tmp_path / ".target.abc.unfinished").mkdir()
    with pytest.raises(DienstgraafError, match=r"\.target\.abc\.unfinished was left behind"):
        break_off(new_folder(tmp_path / "target"), OSError(errno.ENOSPC, "No space left on device"))


def test_a_disk_that_is_full_halfway_leaves_neither_files_nor_a_list(tmp_path: Path) -> None:
    code = (
        "import resource, signal\nfrom pathlib import Path\nfrom dienstgraaf.generation import generate\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\nresource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))\n"
        f"generate(Path({str(tmp_path / 'made')!r}), 3, errors=0.5)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "nothing was left behind" in done.stderr
    assert list(tmp_path.iterdir()) == []
