"""Words and short phrases of reports, cards and tables: key → (Dutch, English)."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    "yes": ("ja", "yes"),
    "no": ("nee", "no"),
    "line": ("regel {line}, kolom {column}", "line {line}, column {column}"),
    # questions
    "slug": ("naam", "name"),
    "theme": ("thema", "theme"),
    "title": ("vraag", "question"),
    "parameters": ("parameters", "parameters"),
    "questions-none": ("Geen vragen gevonden.", "No questions found."),
    "rows-none": ("Geen rijen.", "No rows."),
    # show
    "is": ("is", "is"),
    "facts": ("Feiten", "Facts"),
    "incoming": ("Hiernaar verwijst", "Referred to by"),
    "provenance": ("Bron", "Source"),
    "inferred": ("afgeleid", "inferred"),
    "presumed-left-out": (
        "Weggelaten: {count} vermoedens (met --presumed staan zij erbij).",
        "Left out: {count} presumptions (--presumed shows them).",
    ),
    "inverse-of": ("{label} van", "{label} of"),
    "also": ("ook bekend als", "also known as"),
    # coverage
    "section": ("paragraaf", "section"),
    "segment": ("segment", "segment"),
    "resources": ("items", "items"),
    "count": ("aantal", "count"),
    "reason": ("geen structuur omdat", "no structure because"),
    "coverage-summary": (
        "{segments} segmenten: {covered} dragen items, {excused} hebben een reden, {open} nog niets.",
        "{segments} segments: {covered} carry items, {excused} state a reason, {open} have nothing yet.",
    ),
    # validation
    "valid": ("In orde: {files} bestanden, geen bevindingen.", "Fine: {files} files, no findings."),
    "findings": (
        "{violations} fouten, {warnings} waarschuwingen, {infos} opmerkingen in {files} bestanden.",
        "{violations} violations, {warnings} warnings, {infos} notes in {files} files.",
    ),
    "unreadable-files": (
        "{count} bestanden waren niet te lezen en zijn overgeslagen.",
        "{count} files could not be read and were skipped.",
    ),
    "severity-violation": ("fout", "violation"),
    "severity-warning": ("waarschuwing", "warning"),
    "severity-info": ("opmerking", "note"),
    "term-undefined": (
        "{term} is niet gedefinieerd in de ontologie. {hint}",
        "{term} is not defined in the ontology. {hint}",
    ),
    "reference-dangling": (
        "{term} wordt gebruikt maar nergens beschreven. {hint}",
        "{term} is used but described nowhere. {hint}",
    ),
    # fmt
    "fmt-would-change": ("{path}: niet in de vaste vorm", "{path}: not in canonical form"),
    "fmt-changed": ("{path}: herschreven", "{path}: rewritten"),
    "fmt-mend": (
        "{count} bestanden zijn niet in de vaste vorm; herstel met `dienstgraaf fmt`",
        "{count} files are not in canonical form; mend with `dienstgraaf fmt`",
    ),
    "fmt-fine": ("{count} bestanden in de vaste vorm.", "{count} files in canonical form."),
    "interrupted": ("afgebroken", "interrupted"),
    "error": ("fout", "error"),
    "more": ("… en nog {count}", "… and {count} more"),
}
