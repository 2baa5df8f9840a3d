"""A report as SARIF 2.1.0 (OASIS), the exchange format of static analysis tools."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from dienstgraaf.inventory import TurtleSyntaxError
from dienstgraaf.inventory.namespaces import BASE, shorten
from dienstgraaf.messages import LANGUAGES, text
from dienstgraaf.validation.explaining import rule_markdown
from dienstgraaf.validation.shown import Group, Shown, ShownError, View
from dienstgraaf.validation.telling import rule_parts

__all__ = ["sarif_document"]

_LEVELS: Final = {"violation": "error", "warning": "warning", "info": "note"}
_ROOT: Final = "SRCROOT"


def sarif_document(view: View) -> dict[str, Any]:
    """Return a log with one run; what cannot be used is an error of the rules turtle-syntax and shape-malformed."""
    import dienstgraaf

    broken = {_broken(error): error.error for error in view.errors}
    ids = list(dict.fromkeys([*broken, *(group.iri for group in view.groups)]))
    groups = {group.iri: group for group in view.groups}
    errors = [
        _result(
            _broken(error), ids, "error", error.what, error.file, (error.error.line, error.error.column, 0), error.what
        )
        for error in view.errors
    ]
    results = [_shown(each, ids) for each in view.results]
    run: dict[str, Any] = {
        "tool": {
            "driver": {
                "name": "dienstgraaf",
                "version": dienstgraaf.__version__,
                "rules": [_rule(each, groups.get(each), broken.get(each), view.lang) for each in ids],
            }
        },
        "language": view.lang,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": text("working-folder", view.lang)}}},
        "results": _numbered([*errors, *results]),
    }
    if view.left_out:
        run["properties"] = {"leftOut": view.left_out}
    schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    return {"$schema": schema, "version": "2.1.0", "runs": [run]}


def _shown(shown: Shown, ids: list[str]) -> dict[str, Any]:
    finding, place = shown.finding, shown.place
    words = f"{shown.what}\n{shown.subject}"
    words += f": {shown.value}" if shown.value and shown.value not in shown.what else ""
    where = (place.line, place.column, place.end_column) if place else (1, 1, 0)
    stable = "\n".join((finding.component, shown.subject, finding.path or "", shown.value))
    result = _result(finding.rule, ids, _LEVELS[finding.severity], words, shown.file, where, stable)
    if not shown.file:
        result["locations"] = [{"logicalLocations": [{"name": shown.subject, "fullyQualifiedName": shown.where}]}]
    return result


def _result(
    rule: str, ids: list[str], level: str, words: str, file: str, where: tuple[int, int, int], stable: str
) -> dict[str, Any]:
    """Return a result; its fingerprint is made of what it says of what in which file, and not of the line."""
    line, column, end = where
    region = {"startLine": line, "startColumn": column, **({"endColumn": end} if end > column else {})}
    mark = hashlib.sha256("\n".join((rule, file, stable)).encode("utf-8", "replace")).hexdigest()[:32]
    return {
        "ruleId": _id(rule),
        "ruleIndex": ids.index(rule),
        "level": level,
        "message": {"text": words},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(file), "region": region}}],
        "partialFingerprints": {"dienstgraaf/v1": mark},
    }


def _numbered(results: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give results that would have the same fingerprint a number each."""
    seen: dict[str, int] = {}
    for each in results:
        mark = each["partialFingerprints"]["dienstgraaf/v1"]
        seen[mark] = seen.get(mark, 0) + 1
        each["partialFingerprints"]["dienstgraaf/v1"] = f"{mark}:{seen[mark]}"
    return results


def _artifact(file: str) -> dict[str, str]:
    path = Path(file)
    return {"uri": path.as_uri()} if path.is_absolute() else {"uri": quote(file), "uriBaseId": _ROOT}


def _broken(error: ShownError) -> str:
    return f"{BASE}rule/{error.error.rule}"


def _rule(iri: str, group: Group | None, error: TurtleSyntaxError | None, lang: str) -> dict[str, Any]:
    found: dict[str, Any] = {"id": _id(iri)}
    if error is not None:
        what, why, mend = (text(key, lang) for key in (error.asks, error.why, error.mend))
    elif group is not None and group.rule is not None:
        what, why, mend = rule_parts(group.rule, lang)
    else:
        return found
    found["shortDescription"] = {"text": what}
    lines = [what, f"{text('part-why', lang)}: {why}", f"{text('part-mend', lang)}: {mend}"]
    found["fullDescription"] = {"text": " ".join([what, why])}
    page = rule_markdown(group.rule, lang) if group is not None and group.rule is not None else "\n\n".join(lines)
    found["help"] = {"text": "\n".join(lines), "markdown": page}
    if iri.startswith(f"{BASE}rule/") and error is None:
        found["helpUri"] = iri
    severity = group.results[0].finding.severity if group is not None else "violation"
    found["defaultConfiguration"] = {"level": _LEVELS[severity]}
    found["properties"] = {"languages": list(LANGUAGES)}
    return found


def _id(iri: str) -> str:
    return shorten(iri) if iri else "shacl"
