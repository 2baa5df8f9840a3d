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
    "rows-none-of-provider": (
        "Niet gesteld: geen rijen voor deze aanbieder. Wat de bron ontkent, geeft `dienstgraaf ask explicit-absences`.",
        "Not stated: no rows for this provider. What the source denies, `dienstgraaf ask explicit-absences` gives.",
    ),
    "presumed-hint": (
        "Niets is gesteld of volgt; --param {name}=presumed geeft misschien wat alleen te vermoeden is.",
        "Nothing is stated or follows; --param {name}=presumed may give what can only be presumed.",
    ),
    "everywhere": ("Overal: {what}", "Everywhere: {what}"),
    # show
    "is": ("is", "is"),
    "facts": ("Feiten", "Facts"),
    "incoming": ("Hiernaar verwijst", "Referred to by"),
    "provenance": ("Bron", "Source"),
    "inferred": ("afgeleid", "inferred"),
    "presumed-left-out": (
        "Weggelaten: {count} {count:vermoeden (met --presumed staat het|vermoedens (met --presumed staan zij} erbij).",
        "Left out: {count} {count:presumption (--presumed shows it|presumptions (--presumed shows them}).",
    ),
    "inverse-of": ("{label} van", "{label} of"),
    "also-called": ("Zo heet ook: {items}.", "Also called so: {items}."),
    "also": ("ook bekend als", "also known as"),
    # coverage
    "section": ("paragraaf", "section"),
    "segment": ("segment", "segment"),
    "resources": ("items", "items"),
    "count": ("aantal", "count"),
    "reason": ("geen structuur omdat", "no structure because"),
    "coverage-summary": (
        "{segments} {segments:segment|segmenten}: {covered} {covered:draagt|dragen} items, "
        "{excused} {excused:heeft|hebben} een reden, {open} nog niets.",
        "{segments} {segments:segment|segments}: {covered} {covered:carries|carry} items, "
        "{excused} {excused:states|state} a reason, {open} {open:has|have} nothing yet.",
    ),
    # interview
    "interview-title": ("De leidraad van de gesprekken, voor {provider}", "The interview guide, put to {provider}"),
    "compare-title": (
        "De leidraad van de gesprekken naast elkaar: {providers}",
        "The interview guide side by side: {providers}",
    ),
    "interview-intro": (
        "Bij elke vraag: ja of nee met de feiten waarop dat rust, of niet gesteld. Niet gesteld is geen nee: "
        "de bron zegt er dan niets over. De woorden van de bron staan cursief, de segmenten tussen haken.",
        "To each question: yes or no with the facts that it rests on, or not stated. Not stated is not a no: "
        "the source then says nothing about it. The source's own words are in italics, its segments in brackets.",
    ),
    "interview-count": (
        "{provider}: {stated} van de {total} vragen met een ja of een nee.",
        "{provider}: {stated} of the {total} questions with a yes or a no.",
    ),
    "interview-source": (
        "Bron: inventarisatie van dienst- en hulpverleningsstructuren, 21 april 2021, in de vorm van dienstgraaf.",
        "Source: inventory of service and support structures, 21 April 2021, as encoded by dienstgraaf.",
    ),
    "sheet-answers": ("Antwoorden", "Answers"),
    "sheet-grounds": ("Gronden", "Grounds"),
    "sheet-sources": ("Bronnen", "Sources"),
    "column-segment": ("Segment", "Segment"),
    "column-section": ("Paragraaf", "Section"),
    "column-title": ("Titel", "Title"),
    "column-provider": ("Aanbieder", "Provider"),
    "column-reference": ("Nr", "No"),
    "column-rubric": ("Rubriek", "Rubric"),
    "column-question": ("Vraag", "Question"),
    "column-answer": ("Antwoord", "Answer"),
    "column-basis": ("Grondslag", "Basis"),
    "column-ground": ("Rust op", "Rests on"),
    "column-status": ("Status", "Status"),
    "column-conditions": ("Als", "If"),
    "if": ("als", "if"),
    "column-hedges": ("In woorden van de bron", "In the source's words"),
    "column-segments": ("Segmenten", "Segments"),
    # routes
    "route-way-in": ("ingang hiervoor", "way in for this"),
    "route-stands-in": ("staat in", "stands in"),
    "route-next-line": ("volgende lijn", "next line"),
    "route-asked": ("vraagt nog", "still asks"),
    "route-not-connected": ("niet gesteld hoe", "not stated how"),
    "route-not-stated": ("niet gesteld", "not stated"),
    "route-channel-not-stated": ("kanaal niet gesteld", "channel not stated"),
    # validation
    "file-empty": (
        "Het bestand bevat geen enkele uitspraak. Herstel: vul het, of verwijder het.",
        "The file holds no statement at all. To mend it: fill it, or remove it.",
    ),
    "valid": (
        "In orde: {files} {files:bestand|bestanden}, geen bevindingen.",
        "Fine: {files} {files:file|files}, no findings.",
    ),
    "findings": (
        "{violations} {violations:fout|fouten}, {warnings} {warnings:waarschuwing|waarschuwingen}, "
        "{infos} {infos:opmerking|opmerkingen} in {files} {files:bestand|bestanden}.",
        "{violations} {violations:violation|violations}, {warnings} {warnings:warning|warnings}, "
        "{infos} {infos:note|notes} in {files} {files:file|files}.",
    ),
    "unreadable-files": (
        "{count} {count:bestand was niet te lezen en is|bestanden waren niet te lezen en zijn} overgeslagen.",
        "{count} {count:file could not be read and was|files could not be read and were} skipped.",
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
        "{count} {count:bestand is|bestanden zijn} niet in de vaste vorm; herstel met `dienstgraaf fmt`",
        "{count} {count:file is|files are} not in canonical form; mend with `dienstgraaf fmt`",
    ),
    "fmt-fine": (
        "{count} {count:bestand|bestanden} in de vaste vorm.",
        "{count} {count:file|files} in canonical form.",
    ),
    "interrupted": ("afgebroken", "interrupted"),
    "error": ("fout", "error"),
    "more": ("… en nog {count}", "… and {count} more"),
}
