"""Validation: SHACL shapes, the project's vocabulary, and references, over one's own files or the whole inventory."""

from __future__ import annotations

from dienstgraaf.validation.checking import validate
from dienstgraaf.validation.report import Finding, Severity, ValidationReport
from dienstgraaf.validation.writing import to_json, to_text, to_turtle

__all__ = ["Finding", "Severity", "ValidationReport", "to_json", "to_text", "to_turtle", "validate"]
