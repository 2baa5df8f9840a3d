"""A report as a `sh:ValidationReport` (SHACL, section 3.6) in Turtle; where a result stands is its `dct:source`."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from dienstgraaf.engine import Term
from dienstgraaf.inventory.namespaces import PREFIXES
from dienstgraaf.messages import LANGUAGES, text
from dienstgraaf.tables import triples_to_turtle
from dienstgraaf.validation.shown import Shown, View
from dienstgraaf.validation.statements import Statements
from dienstgraaf.validation.telling import told

__all__ = ["turtle_report"]

_SH = PREFIXES["sh"]
_TYPE = NamedNode(PREFIXES["rdf"] + "type")
_SOURCE = NamedNode(PREFIXES["dct"] + "source")


def turtle_report(view: View) -> str:
    """Return the report; blank nodes bring along what is said of them, comments tell what is left out or unreadable."""
    root = BlankNode("report")
    conforms = Literal(view.report.conforms)
    triples = [Triple(root, _TYPE, _sh("ValidationReport")), Triple(root, _sh("conforms"), conforms)]
    for number, shown in enumerate(view.results, 1):
        node = BlankNode(f"result{number:05}")
        triples += [Triple(root, _sh("result"), node), *_result(node, shown, view)]
    said = "".join(f"# {error.where}: {error.what}\n" for error in view.errors)
    said += f"# {text('left-out-total', view.lang, count=view.left_out)}\n" if view.left_out else ""
    return triples_to_turtle(triples) + said


def _result(node: BlankNode, shown: Shown, view: View) -> Iterator[Triple]:
    finding = shown.finding
    index = finding.places.index(finding.file) if finding.places is not None else None
    focus = finding.node if finding.node is not None else finding.focus
    yield Triple(node, _TYPE, _sh("ValidationResult"))
    yield Triple(node, _sh("focusNode"), focus)
    yield Triple(node, _sh("resultSeverity"), _sh(finding.severity.capitalize()))
    yield from _content(focus, index)
    if finding.path and "<" not in finding.path:
        yield Triple(node, _sh("resultPath"), NamedNode(finding.path))
    if finding.value is not None:
        yield Triple(node, _sh("value"), finding.value)
        yield from _content(finding.value, index)
    if finding.rule:
        yield Triple(node, _sh("sourceShape"), NamedNode(finding.rule))
    if component := finding.component or finding.rule:  # a rule that is no shape is a component of its own
        yield Triple(node, _sh("sourceConstraintComponent"), NamedNode(component))
    yield Triple(node, _SOURCE, Literal(shown.where))
    messages = finding.messages or {
        lang: told(finding, view.report.rules.get(finding.rule), lang)[0] for lang in LANGUAGES
    }
    for lang, message in messages.items():
        yield Triple(node, _sh("resultMessage"), Literal(message, language=lang) if lang else Literal(message))


def _content(node: Term, index: Statements | None) -> Iterator[Triple]:
    """Yield what is said of a blank node, so that its reader knows which one is meant."""
    if isinstance(node, BlankNode) and index is not None:
        for predicate, value in index.statements(node):
            yield Triple(node, NamedNode(predicate), value)


def _sh(name: str) -> NamedNode:
    return NamedNode(_SH + name)
