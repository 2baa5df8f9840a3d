"""Validation: SHACL shapes, the project's vocabulary, and references, over one's own files or the whole inventory."""

from __future__ import annotations

from dienstgraaf.validation.checking import known_rules, validate
from dienstgraaf.validation.elsewhere import validate_endpoint, validate_store
from dienstgraaf.validation.files import chosen_files
from dienstgraaf.validation.formats import FORMATS, default_limit, to_json, to_text, to_turtle, write_report
from dienstgraaf.validation.report import SEVERITIES, Finding, Severity, ValidationReport
from dienstgraaf.validation.rules import Rule

__all__ = [
    "FORMATS",
    "SEVERITIES",
    "Finding",
    "Rule",
    "Severity",
    "ValidationReport",
    "chosen_files",
    "default_limit",
    "known_rules",
    "to_json",
    "to_text",
    "to_turtle",
    "validate",
    "validate_endpoint",
    "validate_store",
    "write_report",
]
