"""A report as workflow commands of GitHub Actions, which show each result beside its line in a pull request."""

from __future__ import annotations

from typing import Final

from dienstgraaf.inventory.namespaces import shorten
from dienstgraaf.messages import text
from dienstgraaf.validation.formats._text import summary, what_failed
from dienstgraaf.validation.shown import Shown, ShownError, View

__all__ = ["github_text"]

_COMMANDS: Final = {"violation": "error", "warning": "warning", "info": "notice"}


def github_text(view: View) -> str:
    """Return one command a line, and the counts as the last line."""
    lines = [
        _command(
            "error", error.file, error.error.line, error.error.column, error.error.language, _said(error, view.lang)
        )
        for error in view.errors
    ]
    for group in view.groups:
        title = shorten(group.iri) if group.iri else "SHACL"
        for each in group.results:
            place = each.place
            line, column = (place.line, place.column) if place else (1, 1)
            command = _COMMANDS[each.finding.severity]
            lines.append(_command(command, each.file, line, column, title, _words(each, view.lang)))
        if group.left_out:
            words = text("left-out", view.lang, count=group.left_out, owner=group.owner)
            lines.append(f"::notice title={_property(title)}::{_data(words)}")
    if view.left_out:
        lines.append(text("left-out-total", view.lang, count=view.left_out))
    return "\n".join([*lines, *what_failed(view), summary(view)]) + "\n"


def _words(shown: Shown, lang: str) -> str:
    more = [f"{text('part-about', lang)}: {shown.subject if shown.file else shown.where}"]
    if shown.value and shown.value not in shown.what:
        more.append(f"{text('part-value', lang)}: {shown.value}")
    return _said(shown, lang, *more)


def _said(shown: Shown | ShownError, lang: str, *more: str) -> str:
    advice = (("why", shown.why), ("mend", shown.mend))
    return "\n".join([shown.what, *more, *(f"{text(f'part-{n}', lang)}: {words}" for n, words in advice if words)])


def _command(command: str, file: str, line: int, column: int, title: str, words: str) -> str:
    place = f"file={_property(file)},line={line},col={column}," if file else ""
    return f"::{command} {place}title={_property(title)}::{_data(words)}"


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
