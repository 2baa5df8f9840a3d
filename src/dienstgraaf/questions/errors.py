"""What can be wrong with a question, or with how it is asked."""

from __future__ import annotations

from pathlib import Path

from dienstgraaf.errors import DienstgraafError, SuggestingError

__all__ = ["ParameterError", "QueryFileError", "QuestionError", "UnknownQuestionError"]


class QueryFileError(DienstgraafError):
    """A file with a query and front matter breaks the rules for it; the message names `path`:`line` and the fix."""

    def __init__(self, path: Path, line: int, problem: str) -> None:
        """Name the `problem` at `line` (from 1) of `path`."""
        super().__init__("question-error", place=f"{path}:{line}", problem=problem)
        self.path = path
        self.line = line
        self.problem = problem


class QuestionError(QueryFileError):
    """A question file breaks the rules for question files."""


class UnknownQuestionError(SuggestingError):
    """There is no such question, or more than one begins so."""


class ParameterError(SuggestingError):
    """A parameter does not exist, or its value is not one of its type."""
