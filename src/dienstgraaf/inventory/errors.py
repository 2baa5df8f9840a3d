"""What can be wrong with folders and files of knowledge."""

from __future__ import annotations

from pathlib import Path

from dienstgraaf.errors import DienstgraafError

__all__ = ["DataFolderError", "TurtleSyntaxError"]


class DataFolderError(DienstgraafError):
    """A folder that is missing or holds no knowledge files; `path` is the folder."""

    def __init__(self, path: Path, key: str, **values: object) -> None:
        """Name the `path` and the message's `key`."""
        super().__init__(key, name=path, **values)
        self.path = path


class TurtleSyntaxError(DienstgraafError):
    """A file that cannot be read as Turtle: `path`, `line` and `column` (from 1, in characters) and `message`.

    >>> str(TurtleSyntaxError(Path("a.ttl"), 3, 7, "expected an object"))
    'a.ttl:3:7: expected an object'
    """

    def __init__(self, path: Path, line: int, column: int, message: str) -> None:
        """Name the place and say what is wrong there."""
        super().__init__("file-syntax", path=path, line=line, column=column, message=message)
        self.path = path
        self.line = line
        self.column = column
        self.message = message
