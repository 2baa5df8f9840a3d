"""Brings Turtle files into canonical form: `format_files(paths, check=False) -> list[FormatResult]`.

The command `dienstgraaf fmt [--check] [PATH…]` prints what this returns; see docs/turtle-format.md for the form.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from dienstgraaf._placing import growing_file
from dienstgraaf.turtle import FormatLossError, TurtleError, first_difference, format_turtle

__all__ = ["FormatResult", "format_files"]


@dataclass(frozen=True)
class FormatResult:
    """What became of one file.

    `status` is "ok" (canonical already, and not touched), "changed" (rewritten, or with `check` in need of it) or
    "error" (not touched). `line` and `column` count from 1 and tell where the file first differs or goes wrong; they
    are None where no place can be named. `message` is empty when `status` is "ok".
    """

    path: Path
    status: Literal["ok", "changed", "error"]
    message: str = ""
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        """Return "path:line:column: message", or only the path when there is nothing to say."""
        place = [str(self.path), *(str(number) for number in (self.line, self.column) if number is not None)]
        return ":".join(place) + (f": {self.message}" if self.message else "")


def format_files(paths: Iterable[Path], check: bool = False) -> list[FormatResult]:
    """Bring files, and the `.ttl` files in folders, into canonical form.

    A file is replaced in one step and keeps its mode; one that is canonical already is not touched. A file that cannot
    be read or is not Turtle gives an error, and the next one follows.

    Args:
        paths: files and folders; hidden files and folders inside a folder are left out.
        check: only tell which files would change, and write nothing.

    Returns:
        one result for each file, in the order of `paths`, within a folder by name; a folder without any gives an error.
    """
    results: dict[Path, FormatResult] = {}
    for given in paths:
        path = Path(given)
        if not path.is_dir():
            found = [path]
        else:
            found = list(_turtle_files(path))
            if not found:
                results[path] = FormatResult(path, "error", "the folder holds no .ttl file")
        for file in found:
            if file not in results:
                results[file] = _format_file(file, check)
    return list(results.values())


def _turtle_files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*.ttl")):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield path


def _format_file(path: Path, check: bool) -> FormatResult:
    try:
        content = path.read_bytes()
        text = content.decode("utf-8")
        canonical = format_turtle(text)
        difference = first_difference(text, canonical)
        if difference is None:
            return FormatResult(path, "ok")
        if not check:
            _replace(path, canonical.encode("utf-8"))
    except UnicodeDecodeError as error:
        return _not_utf8(path, content, error.start)
    except TurtleError as error:
        return FormatResult(path, "error", error.message, error.line, error.column)
    except FormatLossError as error:
        return FormatResult(path, "error", f"left as it is: {error}")
    except OSError as error:
        return FormatResult(path, "error", f"cannot be read or written: {error.strerror or error}")
    message = "is not in canonical form" if check else "was brought into canonical form"
    return FormatResult(path, "changed", message, difference[0])


def _not_utf8(path: Path, content: bytes, start: int) -> FormatResult:
    before = content[:start].decode("utf-8").split("\n")
    message = f"not UTF-8 (byte 0x{content[start]:02X}); save the file as UTF-8"
    return FormatResult(path, "error", message, len(before), len(before[-1]) + 1)


def _replace(path: Path, content: bytes) -> None:
    """Write beside the file and put the new one in its place, so that no reader ever sees half of it."""
    with growing_file(path, ".new") as new:
        new.write_bytes(content)
