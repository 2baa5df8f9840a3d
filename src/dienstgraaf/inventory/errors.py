"""What can be wrong with folders and files of knowledge."""

from __future__ import annotations

from pathlib import Path

from dienstgraaf.errors import DienstgraafError
from dienstgraaf.messages import text

__all__ = ["DataFolderError", "TurtleSyntaxError"]


class DataFolderError(DienstgraafError):
    """A folder that is missing or holds no knowledge files; `path` is the folder."""

    def __init__(self, path: Path, key: str, **values: object) -> None:
        """Name the `path` and the message's `key`."""
        super().__init__(key, name=path, **values)
        self.path = path


class TurtleSyntaxError(DienstgraafError):
    """A file that cannot be read as Turtle: `path`, `line` and `column` (from 1, in characters) and `message`.

    >>> str(TurtleSyntaxError(Path("a.ttl"), 3, 7, "syntax-no-dot"))
    'a.ttl:3:7: the statement before this lacks a dot, semicolon or comma'
    """

    language, rule = "Turtle", "turtle-syntax"
    """What is badly written, and the name of the rule that it breaks."""
    asks, why, mend = "syntax-rule", "syntax-rule-why", "syntax-rule-mend"
    """The keys of what that rule asks, why it matters and how to mend it."""
    counted = "unreadable-files"
    """The key of the sentence that counts such errors."""

    def __init__(self, path: Path, line: int, column: int, what: str, **values: str) -> None:
        """Name the place; `what` is the key of the message that says what is wrong there, filled with `values`."""
        self.path = path
        self.line = line
        self.column = column
        self.message = text(what, "en", **values)
        self._what = (what, values)
        super().__init__("file-syntax", path=path, line=line, column=column, message=self.message)

    def reason(self, lang: str) -> str:
        """Return what is wrong there, in `lang`, without the place."""
        what, values = self._what
        return text(what, lang, **values)

    def text(self, lang: str) -> str:
        """Return the place and what is wrong there, in `lang`."""
        return text(self.key, lang, **{**self.values, "message": self.reason(lang)})
