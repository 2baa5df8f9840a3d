"""Puts an export in its place: a file, or a folder of files, whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Final

from dienstgraaf._placing import growing_file, growing_folder
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
    _refuse_missing_parent(path)
    try:
        if path.is_dir():
            raise ExportError("export-is-folder", name=path)
        if not path.exists() or path.is_file():
            with growing_file(path) as new:
                return _filled(new, write, accept)
        with tempfile.TemporaryDirectory(prefix="dienstgraaf-") as folder:  # a device or a pipe
            made = Path(folder) / "export"
            if not _filled(made, write, accept):
                return False
            with made.open("rb") as source, path.open("wb") as sink:
                shutil.copyfileobj(source, sink)
    except OSError as error:
        raise ExportError("output-failed", name=path, reason=error.strerror or str(error)) from None
    return True


def _refuse_missing_parent(path: Path) -> None:
    parent = path.resolve().parent
    if not parent.is_dir():
        raise ExportError("export-no-parent", name=path, folder=parent)


def _filled(new: Path, write: Callable[[BinaryIO], None], accept: Callable[[Path], bool]) -> bool:
    """Let `write` fill the file `new`, which is removed if `accept` does not approve; tell whether it did."""
    with new.open("wb") as output:
        write(output)
    approved = accept(new)
    if not approved:
        new.unlink()
    return approved


def put_folder(folder: Path, write: Callable[[Path], None], accept: Callable[[Path], bool]) -> bool:
    """Let `write` fill a new folder beside `folder`, and move its files there if `accept` approves; tell whether so.

    A folder that is there loses what an earlier export wrote and this one does not (see `LIST`); it keeps other files.

    Raises:
        ExportError: if nothing can be written there; then nothing is.
    """
    _refuse_missing_parent(folder)
    target = folder.resolve()
    try:
        if folder.exists() and not folder.is_dir():
            raise ExportError("export-is-file", name=folder)
        if not os.access(folder if folder.exists() else target.parent, os.W_OK):
            raise PermissionError(13, os.strerror(13))
        with growing_folder(target) as new:
            write(new)
            if not accept(new):
                shutil.rmtree(new)
                return False
            made = {str(path.relative_to(new)) for path in new.rglob("*") if path.is_file()}
            (new / LIST).write_text("".join(f"{name}\n" for name in sorted(made)), encoding="utf-8")
            if target.exists():
                _move_into(target, new, made)
                shutil.rmtree(new)
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
