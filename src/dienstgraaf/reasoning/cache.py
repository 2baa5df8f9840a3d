"""Keeps what was worked out, by content: a file is used only if its name, its key and its checksum fit.

The cache may be missing, read-only, damaged or foreign; then things are worked out anew, and nothing else happens.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

__all__ = ["FOLDER_SETTING", "KEPT", "cache_folder", "read_cached", "write_cached"]

FOLDER_SETTING: Final = "DIENSTGRAAF_CACHE"
"""The environment variable that names another folder for the cache."""

KEPT: Final = 8
"""How many results are kept; the oldest go first."""

_MAGIC: Final = b"# dienstgraaf cache 1 "
_SUFFIX: Final = ".cache.nq"


def cache_folder() -> Path:
    """Return the folder of the cache: that of the setting, else the user's own; it need not exist."""
    if folder := os.environ.get(FOLDER_SETTING):
        return Path(folder)
    from platformdirs import user_cache_path

    return user_cache_path("dienstgraaf", appauthor=False)


def read_cached(key: str) -> bytes | None:
    """Return what was kept under `key` (hexadecimal digits), or None if there is nothing that can be trusted."""
    try:
        content = _path(key).read_bytes()
    except OSError:
        return None
    head, _, body = content.partition(b"\n")
    return body if head == _head(key, body) else None


def write_cached(key: str, body: bytes) -> None:
    """Keep `body` under `key`, all of it or nothing; a cache that cannot be written to is left alone."""
    path = _path(key)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".writing-", suffix=_SUFFIX, dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_head(key, body) + b"\n" + body)
            os.replace(name, path)  # noqa: PTH105 - the same, and shorter
        except OSError:
            Path(name).unlink()
            raise
        _forget_oldest(path)


def _path(key: str) -> Path:
    return cache_folder() / f"{key}{_SUFFIX}"


def _head(key: str, body: bytes) -> bytes:
    return _MAGIC + f"{key} {hashlib.sha256(body).hexdigest()}".encode()


def _forget_oldest(newest: Path) -> None:
    """Remove all but the newest results, and what an interrupted run left behind; other files are not ours."""
    found = [path for path in newest.parent.glob(f"*{_SUFFIX}") if path.is_file() and path != newest]
    found.sort(key=lambda path: path.stat().st_mtime, reverse=True)
    for path in found[KEPT - 1 :]:
        with suppress(OSError):
            path.unlink()
