"""What can go wrong with an export."""

from __future__ import annotations

from dienstgraaf.errors import DienstgraafError, SuggestingError
from dienstgraaf.questions.errors import QueryFileError

__all__ = ["ExportError", "MappingError", "UnknownProfileError"]


class ExportError(DienstgraafError):
    """An export that cannot be made or written as asked."""


class MappingError(QueryFileError):
    """A file of a profile breaks the rules for such files."""


class UnknownProfileError(SuggestingError):
    """There is no such profile, or it is not written in such a format."""
