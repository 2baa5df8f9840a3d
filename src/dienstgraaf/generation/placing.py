"""New folders and files in places where nothing is yet, and what to tell when there is no room for them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from dienstgraaf._placing import growing_file, growing_folder
from dienstgraaf.errors import DienstgraafError

__all__ = ["new_file", "new_folder"]

_UNFINISHED: Final = ".unfinished"


@contextmanager
def new_folder(target: Path) -> Iterator[Path]:
    """Give a folder to write to, which is at `target` once all went well.

    Raises:
        DienstgraafError: if `target` exists and is not an empty folder, or cannot be written, such as on a full disk.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise DienstgraafError("generate-occupied", name=target)
    with _told(target):
        target.absolute().parent.mkdir(parents=True, exist_ok=True)
        with growing_folder(target, _UNFINISHED) as work:
            yield work


@contextmanager
def new_file(target: Path) -> Iterator[BinaryIO]:
    """Give a file to write to, which is at `target` once all went well.

    Raises:
        DienstgraafError: if `target` exists, or cannot be written.
    """
    if target.exists():
        raise DienstgraafError("generate-occupied", name=target)
    with _told(target):
        target.absolute().parent.mkdir(parents=True, exist_ok=True)
        with growing_file(target, _UNFINISHED) as work, work.open("wb") as output:
            yield output


@contextmanager
def _told(target: Path) -> Iterator[None]:
    """Tell which file could not be written, if the system says so, and what is left of it or of an earlier run."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = error.strerror or str(error)
        left = [
            path
            for path in target.absolute().parent.glob(f".*{_UNFINISHED}")
            if path.name.startswith(f".{target.name}.")
        ]
        if left:
            raise DienstgraafError("generate-left", name=target, reason=reason, left=min(left)) from error
        raise DienstgraafError("generate-failed", name=target, reason=reason) from error
