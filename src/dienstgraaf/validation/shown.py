"""The findings as they are shown: grouped by rule and owning organisation, with places and words for people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from pyoxigraph import BlankNode, NamedNode

from dienstgraaf.inventory import TurtleSyntaxError
from dienstgraaf.inventory.namespaces import shorten
from dienstgraaf.messages import text
from dienstgraaf.validation.collecting import first_of_each
from dienstgraaf.validation.displaying import one_line, shown_file, shown_term
from dienstgraaf.validation.indexing import Place
from dienstgraaf.validation.places import Places
from dienstgraaf.validation.report import SEVERITIES, Cause, Finding, ValidationReport
from dienstgraaf.validation.rules import Rule
from dienstgraaf.validation.statements import Statements
from dienstgraaf.validation.telling import told

__all__ = ["Group", "Shown", "ShownError", "View"]

_COUNTS: Final = ("#MinCountConstraintComponent", "#MaxCountConstraintComponent")


@dataclass(frozen=True)
class Shown:
    """A finding in one language; `subject` and `value` are what it is about, as people read it ("" for no value)."""

    finding: Finding
    place: Place | None
    file: str
    what: str
    why: str
    mend: str
    subject: str
    value: str

    @property
    def where(self) -> str:
        """The path, line and column, with colons between; of a remote result its graph and subject."""
        if not self.file:
            return f"<{self.finding.graph}> {self.subject}" if self.finding.graph else self.subject
        return f"{self.file}:{self.place.line}:{self.place.column}" if self.place else f"{self.file}:1:1"


@dataclass(frozen=True)
class ShownError:
    """A file that cannot be read: where, and what is wrong there, why and how to mend it in one language."""

    error: TurtleSyntaxError
    place: Place
    file: str
    what: str

    why: str = ""
    mend: str = ""

    @property
    def where(self) -> str:
        """The path, line and column, with colons between."""
        return f"{self.file}:{self.error.line}:{self.error.column}"


@dataclass(frozen=True)
class Group:
    """Results of one rule at one organisation; `rule` is None if it has no name; `total` counts those left out too."""

    iri: str
    rule: Rule | None
    owner: str
    results: tuple[Shown, ...]
    total: int

    @property
    def left_out(self) -> int:
        """How many results are not shown."""
        return self.total - len(self.results)


class View:
    """A report in one language, with at most `limit` results for each rule and organisation (None: all)."""

    def __init__(self, report: ValidationReport, lang: str, limit: int | None) -> None:
        """Take the report and how it is to be shown."""
        self.report = report
        self.lang = lang
        self.limit = limit
        self._places = Places()

    @cached_property
    def errors(self) -> list[ShownError]:
        """The files that cannot be read."""
        return [
            ShownError(
                error,
                self._places.at(error.path, error.line, error.column),
                shown_file(error.path),
                error.reason(self.lang),
                text(error.why, self.lang),
                text(error.mend, self.lang),
            )
            for error in self.report.unreadable
        ]

    @cached_property
    def groups(self) -> list[Group]:
        """The results: the worst first, then in the order of files and lines."""
        found: dict[Cause, list[Finding]] = {}
        chosen = first_of_each(self.report.findings, self.limit)
        for finding in chosen:
            found.setdefault(finding.cause, []).append(finding)
        chosen.sort(key=lambda each: str(each.file or ""))
        shown = {id(finding): self._shown(finding) for finding in chosen}
        groups = []
        for cause, kept in found.items():
            results = sorted((shown[id(finding)] for finding in kept), key=_reading_order)
            owner, rule = self._short(kept[0])(self._owner(kept[0])), kept[0].rule
            total = self.report.totals.get(cause, len(kept))
            groups.append(Group(rule, self.report.rules.get(rule), owner, tuple(results), total))
        return sorted(groups, key=lambda group: (_rank(group), _reading_order(group.results[0]), group.iri))

    @property
    def results(self) -> list[Shown]:
        """The results that are shown, group by group."""
        return [each for group in self.groups for each in group.results]

    @property
    def left_out(self) -> int:
        """How many results are not shown."""
        return self.report.total - len(self.results)

    @property
    def dropped(self) -> int:
        """How many results are not shown because there are too many groups: no group counts them."""
        return self.left_out - sum(group.left_out for group in self.groups)

    def _owner(self, finding: Finding) -> str:
        if isinstance(finding.owner, NamedNode):
            return self._named(finding.owner.value)
        return shown_file(finding.file) if finding.file else finding.graph

    def _named(self, iri: str) -> str:
        label = _label(self.report.labels.get(iri, {}), self.lang)
        return f"{label} ({shorten(iri)})" if label else shorten(iri)

    def _short(self, finding: Finding) -> Callable[[str], str]:
        """Return what shortens IRIs as the file of `finding` does."""
        index = finding.places.index(finding.file) if finding.places else None
        return index.shortened if index is not None else str

    def _shown(self, finding: Finding) -> Shown:
        rule = self.report.rules.get(finding.rule)
        index = finding.places.index(finding.file) if finding.places else None
        short = self._short(finding)
        is_focus = finding.value == finding.focus and finding.path is None
        value = "" if finding.value is None or is_focus else short(shown_term(finding.value, index))
        what, why, mend = told(finding, rule, self.lang, self._found(finding, index, value))
        what, why, mend = one_line(what if finding.messages else short(what)), one_line(why), one_line(mend)
        file = shown_file(finding.file) if finding.file else ""
        return Shown(finding, finding.place, file, what, why, mend, short(self._subject(finding, index)), value)

    def _found(self, finding: Finding, index: Statements | None, value: str) -> str:
        """Return what stands where something else was asked."""
        if finding.component.endswith(_COUNTS):
            if index is None or finding.file is None or not finding.path or "<" in finding.path:
                return ""
            node = finding.node if finding.node is not None else finding.focus
            return text("found-values", self.lang, count=index.count(node, finding.path))
        return text("found-value", self.lang, value=value) if value else ""

    def _subject(self, finding: Finding, index: Statements | None) -> str:
        """Return the focus by its label, or a blank one by what it hangs in: "the dg:observation of north desk"."""
        node = finding.node if finding.node is not None else finding.focus
        if isinstance(node, NamedNode):
            return self._named(node.value)
        if not isinstance(node, BlankNode):
            return shown_term(node, index)
        top, inside = index.chain(node) if index is not None else (finding.focus, list(finding.inside))
        content = shown_term(node, index)
        if not inside or isinstance(top, BlankNode):
            return content
        name = self._named(top.value) if isinstance(top, NamedNode) else shown_term(top, index)
        properties = text("inside-join", self.lang).join(shorten(each) for each in reversed(inside))
        return text("inside", self.lang, properties=properties, name=name)


def _rank(group: Group) -> int:
    return SEVERITIES.index(group.results[0].finding.severity)


def _reading_order(shown: Shown) -> tuple[str, int, int]:
    return (shown.file, shown.place.line, shown.place.column) if shown.place else (shown.file, 0, 0)


def _label(labels: Mapping[str, str], lang: str) -> str:
    found = labels.get(lang) or labels.get("en") or labels.get("") or next(iter(labels.values()), "")
    return one_line(found)
