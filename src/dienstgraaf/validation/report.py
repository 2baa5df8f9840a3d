"""What validation found (after the results of SHACL 1.0, section 3.6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from dienstgraaf.engine import Term
from dienstgraaf.inventory import TurtleSyntaxError

__all__ = ["Finding", "Severity", "ValidationReport"]

Severity = Literal["violation", "warning", "info"]


@dataclass(frozen=True)
class Finding:
    """One result: at which node, along which property, with which value, by which rule, and what to do about it.

    `messages` are by language, "" for text without one; `file` and `line` (from 1) tell where the node is described.
    """

    focus: Term
    path: str | None
    value: Term | None
    severity: Severity
    messages: Mapping[str, str]
    rule: str
    file: Path | None = None
    line: int | None = None

    def message(self, lang: str) -> str:
        """Return the message in `lang`, else in English, else in any language."""
        found = self.messages.get(lang) or self.messages.get("en") or self.messages.get("")
        return found or next(iter(self.messages.values()), "")


@dataclass(frozen=True)
class ValidationReport:
    """All findings about some files, and the files that could not be read."""

    findings: tuple[Finding, ...] = ()
    unreadable: tuple[TurtleSyntaxError, ...] = ()
    files: int = 0

    @property
    def conforms(self) -> bool:
        """Whether all files could be read and nothing is a violation; warnings and notes do no harm."""
        return not self.unreadable and not self.count("violation")

    def count(self, severity: Severity) -> int:
        """Return the number of findings of `severity`."""
        return sum(finding.severity == severity for finding in self.findings)

    def to_json(self) -> dict[str, Any]:
        """Return the report as a JSON document."""
        from dienstgraaf.validation.writing import to_json

        return to_json(self)

    def to_turtle(self) -> str:
        """Return the report as a `sh:ValidationReport` in Turtle."""
        from dienstgraaf.validation.writing import to_turtle

        return to_turtle(self)

    def __str__(self) -> str:
        """Return the report as English text."""
        from dienstgraaf.validation.writing import to_text

        return to_text(self, "en")
