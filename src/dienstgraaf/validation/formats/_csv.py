"""A report as CSV: one row for each result and each file that cannot be read."""

from __future__ import annotations

import csv
import io
from typing import Final

from pyoxigraph import NamedNode

from dienstgraaf.validation.paths import shown_path
from dienstgraaf.validation.shown import View

__all__ = ["COLUMNS", "csv_text"]

COLUMNS: Final = (
    *("severity", "file", "line", "column", "rule", "owner"),
    *("about", "path", "value", "what", "why", "mend"),
    *("graph", "subject"),
)
"""The names of the columns."""
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def csv_text(view: View) -> str:
    """Return the rows with a heading; left out results are counted in rows of severity "leftOut"."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for error in view.errors:
        at = (error.file, error.error.line, error.error.column)
        writer.writerow(_safe("unreadable", *at, "", "", "", "", "", error.what, error.why, error.mend, "", ""))
    for group in view.groups:
        for each in group.results:
            finding, place = each.finding, each.place
            where = (each.file, place.line if place else "", place.column if place else "")
            about = (each.subject, shown_path(finding.path) if finding.path else "", each.value)
            said = (each.what, each.why, each.mend)
            named = (finding.graph, getattr(finding.focus, "value", "") if type(finding.focus) is NamedNode else "")
            writer.writerow(_safe(finding.severity, *where, group.iri, group.owner, *about, *said, *named))
        if group.left_out:
            writer.writerow(_safe("leftOut", *[""] * 3, group.iri, group.owner, *[""] * 3, group.left_out, *[""] * 4))
    if view.dropped:
        writer.writerow(_safe("leftOut", *[""] * 8, view.dropped, *[""] * 4))
    return out.getvalue()


def _safe(*cells: object) -> list[str]:
    """Return cells as text that no spreadsheet takes for a formula."""
    return [f"'{text}" if text.startswith(_FORMULA) else text for text in map(str, cells)]
