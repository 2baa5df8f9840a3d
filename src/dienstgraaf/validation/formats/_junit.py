"""A report as JUnit XML, which build servers show: a suite for each file, a case for each rule that it breaks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from dienstgraaf.inventory.namespaces import shorten
from dienstgraaf.messages import text
from dienstgraaf.validation.shown import Group, Shown, View

__all__ = ["junit_document"]

_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit_document(view: View) -> str:
    """Return the suites; only violations are failures, other results are the output of a case that passes."""
    suites: dict[str, list[tuple[str, str, str, str]]] = {}
    for error in view.errors:
        suites.setdefault(error.file, []).append(
            ("error", error.error.language, error.what, f"{error.where}: {error.what}")
        )
    for group in view.groups:
        for file, results in _by_file(group.results).items():
            kind = "failure" if results[0].finding.severity == "violation" else "output"
            said = "\n\n".join(_words(each, view.lang) for each in results)
            suites.setdefault(file, []).append((kind, _name(group), results[0].what, said + _left_out(group, view)))
    if not suites:
        suites["dienstgraaf"] = [("pass", "validate", "", "")]
    cases = [case for each in suites.values() for case in each]
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f"<testsuites {_counts(cases)}>"]
    for name, each in sorted(suites.items()):
        lines.append(f"  <testsuite name={_attribute(name)} {_counts(each)}>")
        lines += [line for case in each for line in _case(name, *case)]
        lines.append("  </testsuite>")
    counted = [f"<!-- {text('left-out-total', view.lang, count=view.left_out)} -->"] if view.left_out else []
    return "\n".join([*lines, *counted, "</testsuites>"]) + "\n"


def _by_file(results: Iterable[Shown]) -> dict[str, list[Shown]]:
    found: dict[str, list[Shown]] = {}
    for each in results:
        found.setdefault(each.file or each.finding.graph or each.where, []).append(each)
    return found


def _case(suite: str, kind: str, name: str, message: str, words: str) -> list[str]:
    head = f"    <testcase classname={_attribute(suite)} name={_attribute(name)}"
    if kind == "pass":
        return [f"{head}/>"]
    inner = f"<system-out>{_text(words)}</system-out>"
    if kind != "output":
        inner = f"<{kind} message={_attribute(message)} type={_attribute(name)}>{_text(words)}</{kind}>"
    return [f"{head}>", f"      {inner}", "    </testcase>"]


def _counts(cases: list[tuple[str, str, str, str]]) -> str:
    failures, errors = (sum(case[0] == kind for case in cases) for kind in ("failure", "error"))
    return f'tests="{len(cases)}" failures="{failures}" errors="{errors}"'


def _name(group: Group) -> str:
    return f"{shorten(group.iri) if group.iri else 'SHACL'} at {group.owner}"


def _words(shown: Shown, lang: str) -> str:
    parts = [f"{shown.where}: {shown.what}", f"{text('part-about', lang)}: {shown.subject}"]
    parts += [f"{text('part-value', lang)}: {shown.value}"] if shown.value else []
    parts += [f"{text(f'part-{n}', lang)}: {words}" for n, words in (("why", shown.why), ("mend", shown.mend)) if words]
    return "\n".join(parts)


def _left_out(group: Group, view: View) -> str:
    if not group.left_out:
        return ""
    return f"\n\n{text('left-out', view.lang, count=group.left_out, owner=group.owner)}"


def _text(words: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", words))


def _attribute(words: str) -> str:
    return quoteattr(_NOT_XML.sub("\ufffd", words))
