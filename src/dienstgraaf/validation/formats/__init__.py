"""A report in every format: for people, for programs, and for the services that run checks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from dienstgraaf.tables import Screen, dumps
from dienstgraaf.validation.formats._csv import csv_text
from dienstgraaf.validation.formats._github import github_text
from dienstgraaf.validation.formats._html import html_page
from dienstgraaf.validation.formats._json import json_document
from dienstgraaf.validation.formats._junit import junit_document
from dienstgraaf.validation.formats._sarif import sarif_document
from dienstgraaf.validation.formats._text import report_text
from dienstgraaf.validation.formats._turtle import turtle_report
from dienstgraaf.validation.report import ValidationReport
from dienstgraaf.validation.shown import View

__all__ = ["FORMATS", "FOR_READING", "default_limit", "to_json", "to_text", "to_turtle", "write_report"]

FORMATS: Final = ("text", "json", "sarif", "junit", "github", "turtle", "html", "csv")
"""What a report can be written as; the first is the default."""
FOR_READING: Final = ("text", "html", "github")
"""The formats that people read: they show fewer results."""

_PIPE: Final = Screen()
_FEW, _MANY = 20, 1000


def default_limit(format_name: str) -> int:
    """Return how many results for each rule and organisation a format shows, if nothing else is asked."""
    return _FEW if format_name in FOR_READING else _MANY


def write_report(
    report: ValidationReport, format_name: str, lang: str, screen: Screen = _PIPE, limit: int | None = None
) -> str:
    """Return `report` in one of `FORMATS`; `limit` results for each rule and organisation, 0 for all."""
    most = default_limit(format_name) if limit is None else limit or None
    view = View(report, lang, most)
    if format_name == "text":
        return report_text(view, screen)
    writers: dict[str, Callable[[View], str]] = {
        "json": lambda view: dumps(json_document(view)),
        "sarif": lambda view: dumps(sarif_document(view)),
        "junit": junit_document,
        "github": github_text,
        "turtle": turtle_report,
        "html": html_page,
        "csv": csv_text,
    }
    return writers[format_name](view)


def to_text(report: ValidationReport, lang: str) -> str:
    """Return `report` as text in `lang`."""
    return write_report(report, "text", lang)


def to_json(report: ValidationReport, lang: str = "en") -> dict[str, Any]:
    """Return all of `report` as a JSON document, with the words for people in `lang`."""
    return json_document(View(report, lang, None))


def to_turtle(report: ValidationReport) -> str:
    """Return all of `report` as a `sh:ValidationReport` in Turtle."""
    return turtle_report(View(report, "en", None))
