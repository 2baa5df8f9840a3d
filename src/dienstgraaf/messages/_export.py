"""Sentences about exports to other catalogues: key → (Dutch, English)."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    "help-export": (
        "Zet de inventaris om naar het model van een andere catalogus, volgens een PROFIEL.\n\n"
        "Wat niet aan de regels van het profiel voldoet, wordt niet geschreven. --report vertelt wat het doel niet "
        "kan dragen, en waar dat bleef.",
        "Convert the inventory to another catalogue's model, by a PROFILE.\n\n"
        "What does not meet the rules of the profile is not written. --report tells what the target cannot carry, and "
        "what became of it.",
    ),
    "option-export-list": ("Toon de profielen.", "List the profiles."),
    "option-export-provider": (
        "Alleen wat deze aanbieder biedt (herhaalbaar).",
        "Only what this provider provides (repeatable).",
    ),
    "option-archetypes": (
        "Neem ook op wat voor een soort aanbieder in het algemeen geldt, herkenbaar als algemene beschrijving.",
        "Include what holds for a kind of provider in general too, labelled as a generic description.",
    ),
    "option-no-check": ("Sla de regels van het profiel over.", "Leave out the rules of the profile."),
    "option-official": (
        "Toets ook aan de officiële regels van de catalogus, uit deze map.",
        "Also check against the catalogue's official rules, from this folder.",
    ),
    "option-export-report": (
        "Toon wat het doel niet kan dragen, hoeveel, en waar het bleef (text of json).",
        "Show what the target cannot carry, how much, and what became of it (text or json).",
    ),
    "profile": ("profiel", "profile"),
    "profile-title": ("wat", "what"),
    "formats": ("formaten", "formats"),
    "profile-unknown": ("er is geen profiel {name!r}. {hint}", "there is no profile {name!r}. {hint}"),
    "profile-choices": ("Kies uit: {names}.", "Choose from: {names}."),
    "profile-missing": (
        "noem een profiel; `dienstgraaf export --list` toont ze",
        "name a profile; `dienstgraaf export --list` lists them",
    ),
    "export-format-unknown": (
        "profiel {profile} kent het formaat {format!r} niet. {hint}",
        "profile {profile} does not have the format {format!r}. {hint}",
    ),
    "export-format-choices": ("Kies uit: {formats}.", "Choose from: {formats}."),
    "export-needs-folder": (
        "profiel {profile} bestaat uit meer bestanden; noem een map met -o MAP",
        "profile {profile} consists of several files; name a folder with -o FOLDER",
    ),
    "export-is-folder": (
        "{name} is een map; noem een bestand",
        "{name} is a folder; name a file",
    ),
    "export-is-file": (
        "{name} is een bestand; noem een map",
        "{name} is a file; name a folder",
    ),
    "export-not-xml": (
        "{iri} kan niet in RDF/XML staan; kies --format turtle",
        "{iri} cannot be written in RDF/XML; choose --format turtle",
    ),
    "exported": (
        "{profile}: {triples} {triples:triple|triples} geschreven, {warnings} {warnings:waarschuwing|waarschuwingen}.",
        "{profile}: {triples} {triples:triple|triples} written, {warnings} {warnings:warning|warnings}.",
    ),
    "exported-violated": (
        "{profile}: niets geschreven, want de regels vonden {count} {count:overtreding|overtredingen}.",
        "{profile}: nothing written, because the rules found {count} {count:violation|violations}.",
    ),
    "exported-more": ("… en nog {count}", "… and {count} more"),
    # the report of losses
    "losses-title": (
        "Wat {profile} ({name}) van de inventaris draagt, en wat niet. Elk getal is in de graaf geteld.",
        "What {profile} ({name}) carries of the inventory, and what not. Every number was counted in the graph.",
    ),
    "losses-hedges": ("Nuanceringen", "Hedges"),
    "losses-classes": ("Klassen", "Classes"),
    "losses-properties": ("Eigenschappen die niet geheel aankomen", "Properties that do not arrive in full"),
    "losses-total": ("{total} in totaal", "{total} in all"),
    "losses-none": ("geen", "none"),
    "hedge-prevalence": ("mate van voorkomen", "prevalence"),
    "hedge-status": ("status", "status"),
    "hedge-negatives": ("ontkenningen", "negatives"),
    "hedge-presumption": (
        "vermoedens (waar een organisatie onder valt)",
        "presumption (what kind an organisation is of)",
    ),
    "hedge-provenance": ("herkomst", "provenance"),
    "fate-mapped": ("overgezet", "mapped"),
    "fate-note": ("in een notitie", "in a note"),
    "fate-extension": ("in een eigenschap van buiten het doel", "in a property from outside the target"),
    "fate-dropped": ("weggelaten", "dropped"),
    "fate-reference": ("verwijst naar wat niet meegaat", "refers to what is not exported"),
    "fate-archetype": ("hangt aan een soort aanbieder of groep", "hangs on a kind of provider or a group"),
    "fate-not-operational": ("hangt aan wat niet in werking is", "hangs on what is not in operation"),
    "fate-elsewhere": ("hangt aan iets anders dat niet meegaat", "hangs on something else that is not exported"),
}
