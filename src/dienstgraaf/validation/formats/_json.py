"""A report as JSON; docs/validation-report.schema.json describes it."""

from __future__ import annotations

from typing import Any

from pyoxigraph import BlankNode

from dienstgraaf.engine import Term
from dienstgraaf.tables.sparql_json import term_object
from dienstgraaf.validation.displaying import shown_term
from dienstgraaf.validation.shown import Shown, View

__all__ = ["json_document"]


def json_document(view: View) -> dict[str, Any]:
    """Return the report; terms are objects as in SPARQL 1.1 Query Results JSON, but a blank node is its content."""
    report = view.report
    return {
        "conforms": report.conforms,
        "files": report.files,
        "graphs": report.graphs,
        "counts": {name: report.count(name) for name in ("violation", "warning", "info")},
        "leftOut": view.left_out,
        "findings": [_finding(each) for each in view.results],
        "groups": [
            {
                "rule": group.iri or None,
                "owner": group.owner,
                "ownerIri": owner.value if (owner := group.results[0].finding.owner) is not None else None,
                "total": group.total,
                "leftOut": group.left_out,
            }
            for group in view.groups
        ],
        "handed": [{"shape": name, "reason": reason} for name, reason in report.handed],
        "unreadable": [
            {
                "file": str(each.path),
                "line": each.line,
                "column": each.column,
                "message": each.message,
                "messages": {lang: each.reason(lang) for lang in ("nl", "en")},
            }
            for each in report.unreadable
        ],
    }


def _finding(shown: Shown) -> dict[str, Any]:
    each = shown.finding
    index = each.places.index(each.file) if each.places is not None else None
    place = shown.place

    def term(value: Term) -> dict[str, str]:
        if isinstance(value, BlankNode):
            return {"type": "bnode", "value": shown_term(value, index)}
        return term_object(value)

    return {
        "severity": each.severity,
        "rule": each.rule or None,
        "component": each.component or None,
        "file": str(each.file) if each.file else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "endColumn": place.end_column if place else None,
        "source": place.source if place else None,
        "graph": each.graph or None,
        "focus": term(each.focus),
        "about": shown.subject,
        "path": each.path,
        "value": term(each.value) if each.value is not None else None,
        "owner": each.owner.value if each.owner is not None else None,
        "what": shown.what,
        "why": shown.why,
        "mend": shown.mend,
        "messages": dict(each.messages),
    }
