"""New folders and files that appear whole or not at all: they grow beside their place, and move there at the end."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from dienstgraaf.errors import DienstgraafError

__all__ = ["new_file", "new_folder"]


@contextmanager
def new_folder(target: Path) -> Iterator[Path]:
    """Give a folder to write to, which is at `target` once all went well.

    Raises:
        DienstgraafError: if `target` exists and is not an empty folder, or cannot be written, such as on a full disk.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise DienstgraafError("generate-occupied", name=target)
    with _told(target):
        parent = _parent(target)
        work = Path(tempfile.mkdtemp(dir=parent, prefix=f".{target.name}.", suffix=".unfinished"))
        try:
            yield work
            work.chmod(0o777 & ~_umask())
            if target.exists():
                target.rmdir()
            work.replace(target)
        finally:
            shutil.rmtree(work, ignore_errors=True)


@contextmanager
def new_file(target: Path) -> Iterator[BinaryIO]:
    """Give a file to write to, which is at `target` once all went well.

    Raises:
        DienstgraafError: if `target` exists, or cannot be written.
    """
    if target.exists():
        raise DienstgraafError("generate-occupied", name=target)
    with _told(target):
        handle, name = tempfile.mkstemp(dir=_parent(target), prefix=f".{target.name}.", suffix=".unfinished")
        work = Path(name)
        try:
            with os.fdopen(handle, "wb") as output:
                yield output
            work.chmod(0o666 & ~_umask())
            work.replace(target)
        finally:
            work.unlink(missing_ok=True)


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
            path for path in target.absolute().parent.glob(".*.unfinished") if path.name.startswith(f".{target.name}.")
        ]
        if left:
            raise DienstgraafError("generate-left", name=target, reason=reason, left=min(left)) from error
        raise DienstgraafError("generate-failed", name=target, reason=reason) from error


def _parent(target: Path) -> Path:
    parent = target.absolute().parent
    parent.mkdir(parents=True, exist_ok=True)
    return parent


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
