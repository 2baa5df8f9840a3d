"""Puts an export in its place: a file, or a folder of files, whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Final

from dienstgraaf.export.errors import ExportError

__all__ = ["LIST", "put_file", "put_folder"]

LIST: Final = ".dienstgraaf-export"
"""The file in a folder that lists what an export wrote there, so that the next one can take away what it does not."""


def put_file(path: Path, write: Callable[[BinaryIO], None], accept: Callable[[Path], bool]) -> bool:
    """Let `write` fill a new file beside `path`, and move it there if `accept` approves of it; tell whether it did.

    A device or a pipe is written to as it is, once the new file is approved of.

    Raises:
        ExportError: if nothing can be written there; then nothing is.
    """
    device = path.exists() and not path.is_file() and not path.is_dir()
    target = path.resolve()
    try:
        if path.is_dir():
            raise ExportError("export-is-folder", name=path)
        handle, name = tempfile.mkstemp(prefix=f".{target.name}-", dir=None if device else target.parent)
        new = Path(name)
        try:
            with os.fdopen(handle, "wb") as output:
                write(output)
            if not accept(new):
                return False
            if device:
                with new.open("rb") as source, path.open("wb") as sink:
                    shutil.copyfileobj(source, sink)
                return True
            new.chmod(target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask())
            new.replace(target)
        finally:
            new.unlink(missing_ok=True)
    except OSError as error:
        raise ExportError("output-failed", name=path, reason=error.strerror or str(error)) from None
    return True


def put_folder(folder: Path, write: Callable[[Path], None], accept: Callable[[Path], bool]) -> bool:
    """Let `write` fill a new folder beside `folder`, and move its files there if `accept` approves; tell whether so.

    A folder that is there loses what an earlier export wrote and this one does not (see `LIST`); it keeps other files.

    Raises:
        ExportError: if nothing can be written there; then nothing is.
    """
    target = folder.resolve()
    try:
        if folder.exists() and not folder.is_dir():
            raise ExportError("export-is-file", name=folder)
        if not os.access(folder if folder.exists() else target.parent, os.W_OK):
            raise PermissionError(13, os.strerror(13))
        new = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
        try:
            write(new)
            if not accept(new):
                return False
            new.chmod(0o777 & ~_umask())
            made = {str(path.relative_to(new)) for path in new.rglob("*") if path.is_file()}
            (new / LIST).write_text("".join(f"{name}\n" for name in sorted(made)), encoding="utf-8")
            if target.exists():
                _move_into(target, new, made)
            else:
                new.replace(target)
        finally:
            shutil.rmtree(new, ignore_errors=True)
    except OSError as error:
        raise ExportError("output-failed", name=folder, reason=error.strerror or str(error)) from None
    return True


def _move_into(target: Path, new: Path, made: set[str]) -> None:
    """Move the files of `new` into `target`, and remove those that are listed there but not among `made`."""
    for name in sorted(made):
        if (target / name).is_dir():
            raise IsADirectoryError(21, os.strerror(21), name)
    listed = target / LIST
    before = set(listed.read_text(encoding="utf-8", errors="replace").splitlines()) if listed.is_file() else set()
    for name in sorted({*made, LIST}):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (new / name).replace(target / name)
    for name in before - made:
        old = target / name
        if old.is_file() and old.resolve().is_relative_to(target):
            old.unlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
