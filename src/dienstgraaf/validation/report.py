"""What validation found (after the results of SHACL 1.0, section 3.6)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from dienstgraaf.engine import Term
from dienstgraaf.inventory import TurtleSyntaxError

if TYPE_CHECKING:
    from dienstgraaf.validation.indexing import Place
    from dienstgraaf.validation.places import Places
    from dienstgraaf.validation.rules import Rule

__all__ = ["SEVERITIES", "Cause", "Finding", "Severity", "ValidationReport"]

Severity = Literal["violation", "warning", "info"]

SEVERITIES: Final[tuple[Severity, ...]] = ("violation", "warning", "info")
"""The severities, the worst first."""

Cause = tuple[str, ...]
"""What findings are grouped by: severity, rule and owner, and the kind of constraint where the rule has no words."""


@dataclass(frozen=True)
class Finding:
    """One result: at which node, along which property, with which value, by which rule, and what to do about it.

    `path` is the IRI of a property, or a longer path in the syntax of SPARQL. `messages` are by language, "" for text
    without one, and empty where the rule has none of its own. `component` is the IRI of the constraint component, and
    `parameter` what it asks, as text (the number of sh:minCount, the IRIs of sh:in), "" where that is not known.
    `node` is the focus node itself where that has no name; `focus` is then the named node that it hangs in, and
    `inside` are the properties down to it, where no file tells them. `target` is the property by which the rule chose
    the focus, if it did so by one.
    `file` and `graph` tell where the focus is described, `owner` which organisation it is of, if any.
    """

    focus: Term
    path: str | None
    value: Term | None
    severity: Severity
    messages: Mapping[str, str]
    rule: str
    file: Path | None = None
    component: str = ""
    parameter: str = ""
    graph: str = ""
    node: Term | None = None
    owner: Term | None = None
    inside: tuple[str, ...] = ()
    target: str = ""
    places: Places | None = field(default=None, repr=False, compare=False)

    @cached_property
    def place(self) -> Place | None:
        """Where it stands in its file, found when it is first asked for; None without a file."""
        return self.places.of(self) if self.places is not None and self.file is not None else None

    @property
    def cause(self) -> Cause:
        """What it has in common with the findings that it is grouped with."""
        owner = self.owner.value if self.owner is not None else str(self.file or self.graph)
        alike = (self.severity, self.rule, owner)
        return alike if self.messages else (*alike, self.component, self.path or "")

    @property
    def line(self) -> int | None:
        """The line of its place, from 1."""
        return self.place.line if self.place else None

    @property
    def column(self) -> int | None:
        """The column of its place, from 1, in characters."""
        return self.place.column if self.place else None

    def message(self, lang: str) -> str:
        """Return the message in `lang`, else in English, else in any language, else a sentence in general words."""
        found = self.messages.get(lang) or self.messages.get("en") or self.messages.get("")
        return found or next(iter(self.messages.values()), "") or self._general(lang)

    def _general(self, lang: str) -> str:
        from dienstgraaf.validation.telling import told

        return told(self, None, lang)[0]


@dataclass(frozen=True)
class ValidationReport:
    """The findings about some files, and the files that could not be read.

    `rules` and `labels` are of what the findings name, by IRI; `labels` by language besides. `totals` tells how many
    findings there are of each cause, also where only the first are among `findings`. `graphs` is the number of named
    graphs where a store was checked and no files. `handed` are the shapes, each with the reason, that pySHACL checked.
    """

    findings: tuple[Finding, ...] = ()
    unreadable: tuple[TurtleSyntaxError, ...] = ()
    files: int = 0
    rules: Mapping[str, Rule] = field(default_factory=dict, repr=False)
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict, repr=False)
    totals: Mapping[Cause, int] = field(default_factory=dict, repr=False)
    graphs: int | None = None
    handed: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        """Count the findings, if nobody has."""
        if not self.totals:
            object.__setattr__(self, "totals", Counter(finding.cause for finding in self.findings))

    @property
    def total(self) -> int:
        """The number of all findings."""
        return sum(self.totals.values())

    @property
    def conforms(self) -> bool:
        """Whether all files could be read and nothing is a violation; warnings and notes do no harm."""
        return not self.unreadable and not self.count("violation")

    def fails(self, on: Severity = "violation") -> bool:
        """Return whether there is a finding of the severity `on` or a worse one."""
        worst = SEVERITIES[: SEVERITIES.index(on) + 1]
        return any(self.count(severity) for severity in worst)

    def count(self, severity: Severity) -> int:
        """Return the number of findings of `severity`."""
        return sum(total for cause, total in self.totals.items() if cause[0] == severity)

    def to_json(self) -> dict[str, Any]:
        """Return the report as a JSON document."""
        from dienstgraaf.validation.formats import to_json

        return to_json(self)

    def to_turtle(self) -> str:
        """Return the report as a `sh:ValidationReport` in Turtle."""
        from dienstgraaf.validation.formats import to_turtle

        return to_turtle(self)

    def __str__(self) -> str:
        """Return the report as English text."""
        from dienstgraaf.validation.formats import to_text

        return to_text(self, "en")
