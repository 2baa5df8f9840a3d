"""Writes the report of what a profile cannot carry: as text for people, as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from dienstgraaf.export.losses import FATES, Line, Losses
from dienstgraaf.inventory.namespaces import shorten
from dienstgraaf.messages import text

__all__ = ["REPORT_FORMATS", "write_losses"]

REPORT_FORMATS: Final = ("text", "json")
"""What the report can be written as."""


def write_losses(losses: Losses, form: str, lang: str) -> bytes:
    """Return `losses` in `form` ("text" or "json"), in `lang` ("nl" or "en").

    Raises:
        KeyError: if there is no such form.
    """
    if form == "json":
        from dienstgraaf.tables import dumps

        return dumps(_document(losses, lang)).encode()
    if form != "text":
        raise KeyError(form)
    return ("\n".join(_lines(losses, lang)) + "\n").encode()


def _document(losses: Losses, lang: str) -> dict[str, object]:
    return {
        "profile": losses.profile.name,
        "hedges": {kind: dict(sorted(counts.items())) for kind, counts in losses.hedges().items()},
        "classes": [_entry(line, lang) for line in losses.classes],
        "properties": [_entry(line, lang) for line in losses.properties],
    }


def _entry(line: Line, lang: str) -> dict[str, object]:
    entry: dict[str, object] = {"class": line.source}
    if line.term:
        entry["property"] = line.term
    entry |= {"total": line.total, "fates": {fate: line.fates[fate] for fate in FATES}, "lost": line.lost}
    if line.treatment is not None:
        entry["to"] = list(line.treatment.to)
        if why := line.treatment.reason[lang]:
            entry["why"] = why
    return entry


def _lines(losses: Losses, lang: str) -> Iterator[str]:
    yield text("losses-title", lang, profile=losses.profile.title[lang], name=losses.profile.name)
    yield ""
    yield text("losses-hedges", lang)
    for kind, counts in losses.hedges().items():
        yield f"  {text(f'hedge-{kind}', lang)}: {_fates(counts, lang) or text('losses-none', lang)}"
    yield ""
    yield text("losses-classes", lang)
    yield from _rows(losses.classes, lang)
    yield ""
    yield text("losses-properties", lang)
    yield from _rows((line for line in losses.properties if line.lost or line.fates["mapped"] < line.total), lang)


def _rows(lines: Iterable[Line], lang: str) -> Iterator[str]:
    for line in lines:
        name = shorten(line.source) + (f" {shorten(line.term)}" if line.term else "")
        why = line.treatment.reason[lang] if line.treatment else ""
        total = text("losses-total", lang, total=line.total)
        yield f"  {name}: {total}: {_fates(line.fates, lang)}{f'. {why}' if why else ''}"


def _fates(counts: Mapping[str, int], lang: str) -> str:
    return ", ".join(f"{counts[fate]} {text(f'fate-{fate}', lang)}" for fate in FATES if counts.get(fate))
