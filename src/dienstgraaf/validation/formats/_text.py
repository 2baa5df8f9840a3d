"""A report as text: each result opens with `path:line:column`, then the source line with a caret, and what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from dienstgraaf.inventory.namespaces import shorten
from dienstgraaf.messages import text
from dienstgraaf.tables import Screen, display_width
from dienstgraaf.validation.indexing import Place
from dienstgraaf.validation.shown import Group, Shown, ShownError, View

__all__ = ["report_text", "summary", "what_failed"]

_COLORS: Final = {"violation": "31", "warning": "33", "info": "36", "strong": "1"}


def report_text(view: View, screen: Screen) -> str:
    """Return the unreadable files, the results group by group, what was left out, and the counts."""
    return "".join(f"{line}\n" for line in _lines(view, screen))


def summary(view: View) -> str:
    """Return how many results there are of each severity, those left out too."""
    report = view.report
    key, count = ("", {"files": report.files})
    if report.graphs is not None:
        key, count = ("-graphs", {"graphs": report.graphs})
    if not report.findings and not report.unreadable:
        return text(f"valid{key}", view.lang, **count)
    counts = {f"{name}s": report.count(name) for name in ("violation", "warning", "info")}
    return text(f"findings{key}", view.lang, **count, **counts)


def what_failed(view: View) -> Iterator[str]:
    """Yield how many files could not be read, and how many faults there are in shapes."""
    for counted, count in Counter(error.counted for error in view.report.unreadable).items():
        yield text(counted, view.lang, count=count)


def _lines(view: View, screen: Screen) -> Iterator[str]:
    for error in view.errors:
        yield f"{_colored(error.where, 'strong', screen)}: {error.what}"
        yield from _excerpt(error.place)
    if view.errors:
        yield from _advice(view.errors[-1], view.lang)
    for group in view.groups:
        yield from _group(group, view, screen)
    yield from what_failed(view)
    if view.left_out:
        yield text("left-out-total", view.lang, count=view.left_out)
    for name, reason in view.report.handed:
        yield text("shape-handed", view.lang, name=shorten(name), reason=reason)
    yield summary(view)
    if any(group.rule for group in view.groups):
        yield text("explain-hint", view.lang)


def _group(group: Group, view: View, screen: Screen) -> Iterator[str]:
    """Yield the results of one rule at one organisation; what they have in common is said once, below them."""
    lang = view.lang
    for shown in group.results:
        severity = _colored(text(f"severity-{shown.finding.severity}", lang), shown.finding.severity, screen)
        rule = f" [{shorten(group.iri)}]" if group.iri else ""
        yield f"{_colored(shown.where, 'strong', screen)}: {severity}{rule} {shown.what}"
        if shown.place is not None and shown.place.source:
            yield from _excerpt(shown.place)
        yield from _details(shown, lang)
        if not _alike(group):
            yield from _advice(shown, lang)
    if _alike(group):
        yield from _advice(group.results[0], lang)
    if group.owner not in {shown.file for shown in group.results}:
        yield f"  {text('part-owner', lang)}: {group.owner}{f' ({group.total})' if group.total > 1 else ''}"
    if group.left_out:
        yield f"  {text('left-out', lang, count=group.left_out, owner=group.owner)}"


def _details(shown: Shown, lang: str) -> Iterator[str]:
    if shown.file:
        yield f"    {text('part-about', lang)}: {shown.subject}"
    if shown.value and shown.value not in shown.what:
        yield f"    {text('part-value', lang)}: {shown.value}"


def _advice(shown: Shown | ShownError, lang: str) -> Iterator[str]:
    for name, words in (("why", shown.why), ("mend", shown.mend)):
        if words:
            yield f"  {text(f'part-{name}', lang)}: {words}"


def _alike(group: Group) -> bool:
    return len({(shown.why, shown.mend) for shown in group.results}) == 1


def _excerpt(place: Place) -> Iterator[str]:
    """Yield the line of the place with its number, and a caret below the place."""
    margin = max(len(str(place.line)), 3) + 2
    before = place.source[: place.caret]
    indent = "".join("\t" if char == "\t" else " " * display_width(char) for char in before)
    yield f"{place.line:>{margin}} | {place.source}"
    yield f"{'':>{margin}} | {indent}^"


def _colored(words: str, color: str, screen: Screen) -> str:
    return f"\x1b[{_COLORS[color]}m{words}\x1b[0m" if screen.color else words
