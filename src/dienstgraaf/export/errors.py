"""What can go wrong with an export."""

from __future__ import annotations

from pathlib import Path

from dienstgraaf.errors import DienstgraafError, SuggestingError

__all__ = ["ExportError", "MappingError", "UnknownProfileError"]


class ExportError(DienstgraafError):
    """An export that cannot be made or written as asked."""


class MappingError(DienstgraafError):
    """A file of a profile breaks the rules for such files; the message names `path`:`line` and the fix."""

    def __init__(self, path: Path, line: int, problem: str) -> None:
        """Name the `problem` at `line` (from 1) of `path`."""
        super().__init__("question-error", place=f"{path}:{line}", problem=problem)
        self.path = path
        self.line = line
        self.problem = problem


class UnknownProfileError(SuggestingError):
    """There is no such profile, or it is not written in such a format."""
