"""Files and folders that appear whole or not at all: they grow beside their place, and move there at the end."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["growing_file", "growing_folder"]


@contextmanager
def growing_file(target: Path, suffix: str = "") -> Iterator[Path]:
    """Give an empty file beside `target`, whose name ends in `suffix`, and move it there when all went well.

    What was at `target` is replaced, and gives its permissions; of a symbolic link, what it leads to. Who removes the
    file changes nothing.

    Raises:
        OSError: if there is no place for it.
    """
    place = target.resolve()
    handle, name = tempfile.mkstemp(prefix=f".{place.name}.", suffix=suffix, dir=place.parent)
    os.close(handle)
    new = Path(name)
    try:
        yield new
        if new.exists():
            new.chmod(place.stat().st_mode & 0o7777 if place.exists() else 0o666 & ~_umask())
            new.replace(place)
    finally:
        new.unlink(missing_ok=True)


@contextmanager
def growing_folder(target: Path, suffix: str = "") -> Iterator[Path]:
    """Give an empty folder beside `target`, whose name ends in `suffix`, and move it there when all went well.

    What is at `target` may only be an empty folder. Who removes the new one changes nothing.

    Raises:
        OSError: if there is no place for it.
    """
    place = target.resolve()
    new = Path(tempfile.mkdtemp(prefix=f".{place.name}.", suffix=suffix, dir=place.parent))
    try:
        yield new
        if new.exists():
            new.chmod(0o777 & ~_umask())
            new.replace(place)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
