"""Keeps the first findings of each cause and counts the others: memory is bounded however many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from pyoxigraph import BlankNode

from dienstgraaf.validation.report import SEVERITIES, Cause, Finding

__all__ = ["Collector", "first_of_each"]

_CAUSES: Final = 50
"""So many causes are shown in full at most; with a limit, output stays bounded however many causes there are."""


class Collector:
    """Takes findings in any order."""

    def __init__(self, limit: int | None = None) -> None:
        """Take how many findings of each cause are kept (None: all)."""
        self._limit = limit
        self._kept: list[Finding] = []
        self.totals: Counter[Cause] = Counter()

    def add(self, finding: Finding) -> None:
        """Count `finding`, and keep it if it is one of the first."""
        self.totals[finding.cause] += 1
        self._kept.append(finding)
        if self._limit is not None and len(self._kept) > 2 * self._limit * _CAUSES:
            self._kept = first_of_each(self._kept, self._limit)

    def findings(self) -> list[Finding]:
        """Return what was kept: by file, then by what it is about."""
        return sorted(first_of_each(self._kept, self._limit), key=_reading_order)


def first_of_each(findings: Iterable[Finding], limit: int | None) -> list[Finding]:
    """Return the first `limit` findings of each cause, the worst first, of so many causes at most; None returns all."""
    ordered = sorted(findings, key=lambda each: (SEVERITIES.index(each.severity), _reading_order(each)))
    if limit is None:
        return ordered
    kept: list[Finding] = []
    counts: Counter[Cause] = Counter()
    for finding in ordered:
        if len(kept) == limit * _CAUSES:
            break
        if counts[finding.cause] < limit:
            counts[finding.cause] += 1
            kept.append(finding)
    return kept


def _reading_order(finding: Finding) -> tuple[str, int, str]:
    """Return what to sort by: the file, where in it the subject is described, and then what is wrong there."""
    node = finding.node if isinstance(finding.node, BlankNode) else ""
    rank = finding.places.rank(finding) if finding.places is not None else 0
    rest = (finding.focus, node, finding.path, finding.rule, finding.component, finding.value)
    return f"{finding.file or ''} {finding.graph}", rank, " ".join(map(str, rest))
