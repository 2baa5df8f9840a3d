"""Writes a validation report as text, as JSON, or as SHACL in Turtle."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from dienstgraaf.inventory.namespaces import PREFIXES, shorten
from dienstgraaf.messages import text
from dienstgraaf.tables import triples_to_turtle
from dienstgraaf.tables.sparql_json import term_object
from dienstgraaf.validation.report import Finding, ValidationReport

__all__ = ["to_json", "to_text", "to_turtle"]

_SH = PREFIXES["sh"]


def to_text(report: ValidationReport, lang: str) -> str:
    """Return `report` as text in `lang`: the unreadable files, the findings by file and node, and the counts."""
    lines = [error.text(lang) for error in report.unreadable]
    for place, group in groupby(report.findings, key=_place):
        lines.append(place)
        for finding in group:
            rule = f" [{shorten(finding.rule)}]" if finding.rule else ""
            value = f" ({shorten(finding.value.value)})" if isinstance(finding.value, NamedNode) else ""
            shown = "" if value and value[2:-1] in finding.message(lang) else value
            lines.append(f"  {text(f'severity-{finding.severity}', lang)}: {finding.message(lang)}{shown}{rule}")
    if report.unreadable:
        lines.append(text("unreadable-files", lang, count=len(report.unreadable)))
    lines.append(_summary(report, lang))
    return "\n".join(lines) + "\n"


def to_json(report: ValidationReport) -> dict[str, Any]:
    """Return `report` as a JSON document; terms are objects as in SPARQL 1.1 Query Results JSON."""
    return {
        "conforms": report.conforms,
        "files": report.files,
        "findings": [
            {
                "severity": each.severity,
                "file": str(each.file) if each.file else None,
                "line": each.line,
                "focus": term_object(each.focus),
                "path": each.path,
                "value": term_object(each.value) if each.value is not None else None,
                "rule": each.rule or None,
                "messages": dict(each.messages),
            }
            for each in report.findings
        ],
        "unreadable": [
            {"file": str(each.path), "line": each.line, "column": each.column, "message": each.message}
            for each in report.unreadable
        ],
    }


def to_turtle(report: ValidationReport) -> str:
    """Return `report` as a `sh:ValidationReport`."""
    root = BlankNode("report")
    xsd_boolean = NamedNode(PREFIXES["xsd"] + "boolean")
    conforms = Literal("true" if report.conforms else "false", datatype=xsd_boolean)
    triples = [Triple(root, _rdf_type(), _sh("ValidationReport")), Triple(root, _sh("conforms"), conforms)]
    for number, finding in enumerate(report.findings, 1):
        node = BlankNode(f"result{number:05}")
        triples += [Triple(root, _sh("result"), node), *_result(node, finding)]
    return triples_to_turtle(triples)


def _result(node: BlankNode, finding: Finding) -> list[Triple]:
    severity = _sh(finding.severity.capitalize())
    triples = [
        Triple(node, _rdf_type(), _sh("ValidationResult")),
        Triple(node, _sh("focusNode"), finding.focus),
        Triple(node, _sh("resultSeverity"), severity),
    ]
    if finding.path:
        triples.append(Triple(node, _sh("resultPath"), NamedNode(finding.path)))
    if finding.value is not None:
        triples.append(Triple(node, _sh("value"), finding.value))
    if finding.rule:
        triples.append(Triple(node, _sh("sourceShape"), NamedNode(finding.rule)))
    for lang, message in finding.messages.items():
        literal = Literal(message, language=lang) if lang else Literal(message)
        triples.append(Triple(node, _sh("resultMessage"), literal))
    return triples


def _place(finding: Finding) -> str:
    line = f":{finding.line}" if finding.line else ""
    file = f"{_shown(finding.file)}{line}: " if finding.file else ""
    focus = shorten(finding.focus.value) if isinstance(finding.focus, NamedNode) else str(finding.focus)
    return file + focus


def _shown(path: Path) -> str:
    """Return `path` from the working directory where that is shorter."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _summary(report: ValidationReport, lang: str) -> str:
    if not report.findings and not report.unreadable:
        return text("valid", lang, files=report.files)
    return text(
        "findings",
        lang,
        violations=report.count("violation"),
        warnings=report.count("warning"),
        infos=report.count("info"),
        files=report.files,
    )


def _sh(name: str) -> NamedNode:
    return NamedNode(_SH + name)


def _rdf_type() -> NamedNode:
    return NamedNode(PREFIXES["rdf"] + "type")
