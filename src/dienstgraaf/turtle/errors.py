"""What goes wrong with Turtle text."""

from __future__ import annotations

__all__ = ["FormatLossError", "TurtleError"]


class TurtleError(ValueError):
    """The text is not Turtle; `line` and `column` count characters from 1."""

    def __init__(self, message: str, line: int, column: int) -> None:
        """Keep the message, and the place where the text goes wrong."""
        super().__init__(f"line {line}, column {column}: {message}")
        self.message = message
        self.line = line
        self.column = column


class FormatLossError(ValueError):
    """Formatting would have changed a triple or a comment; nothing was written."""
