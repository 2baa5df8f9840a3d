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
    "export-undescribed": (
        "dit bestand staat niet in de catalogus, want het beschrijft zichzelf niet; zet erin: "
        '`<https://…> a dcat:Dataset ; dct:title "…"@nl, "…"@en ; dct:publisher … ; dct:license …`',
        "this file is not in the catalogue, as it does not describe itself; put in it: "
        '`<https://…> a dcat:Dataset ; dct:title "…"@nl, "…"@en ; dct:publisher … ; dct:license …`',
    ),
    "report-unchecked": (
        "--report toetst niets aan regels; laat {option} weg, of maak de export zonder --report",
        "--report holds nothing against rules; leave out {option}, or make the export without --report",
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
    "export-extension-unknown": (
        "uit de naam {name} blijkt geen formaat van dit profiel; kies uit: {formats}, of geef --format",
        "the name {name} tells no format of this profile; choose from: {formats}, or give --format",
    ),
    "export-text-stream": (
        "een export bestaat uit bytes; open het bestand met 'wb', of geef sys.stdout.buffer",
        "an export is made of bytes; open the file with 'wb', or give sys.stdout.buffer",
    ),
    "export-no-parent": (
        "kan {name} niet schrijven: de map {folder} bestaat niet; maak die eerst",
        "cannot write {name}: there is no folder {folder}; make it first",
    ),
    "export-endpoint-mixed": (
        "het endpoint heeft wat is afgeleid tussen wat is gesteld, en een export is alleen van het laatste; "
        "laad het uit `dienstgraaf dump --no-inferred`, of als N-Quads met de graaf van wat is afgeleid",
        "the endpoint holds what was inferred among what is stated, and an export is of the latter only; "
        "load it from `dienstgraaf dump --no-inferred`, or as N-Quads with the graph of what was inferred",
    ),
    "export-is-folder": (
        "{name} is een map; noem een bestand",
        "{name} is a folder; name a file",
    ),
    "export-is-file": (
        "{name} is een bestand; noem een map",
        "{name} is a file; name a folder",
    ),
    "official-none": (
        "{profile} kent geen officiële regels; laat --official weg",
        "{profile} has no official rules; leave out --official",
    ),
    "official-missing": (
        "de map met standaarden {folder} heeft geen {name}",
        "the folder of standards {folder} has no {name}",
    ),
    "vocabulary-no-class": ("het vocabulaire heeft deze klasse niet", "the vocabulary has no such class"),
    "vocabulary-no-property": ("het vocabulaire heeft deze eigenschap niet", "the vocabulary has no such property"),
    "vocabulary-domain": (
        "het vocabulaire geeft deze eigenschap aan {wanted}, en dit onderwerp is dat niet",
        "the vocabulary gives this property to {wanted}, and this subject is none",
    ),
    "vocabulary-range": (
        "het vocabulaire vraagt als waarde {wanted}, en deze waarde is dat niet",
        "the vocabulary asks for a value that is {wanted}, and this value is none",
    ),
    "export-provider-idle": (
        "{profile} gaat niet per aanbieder; laat --provider weg",
        "{profile} does not go by provider; leave out --provider",
    ),
    "export-provider-generic": (
        "{name} is een soort aanbieder of groep, geen organisatie; voeg --archetypes toe voor algemene beschrijvingen",
        "{name} is a kind of provider or a group, no organisation; add --archetypes for generic descriptions",
    ),
    "export-provider-empty": (
        "{profile} heeft niets van {names}; `dienstgraaf export {profile} --report` toont wat er meegaat",
        "{profile} has nothing of {names}; `dienstgraaf export {profile} --report` shows what is exported",
    ),
    "export-not-xml": (
        "{iri} kan niet in RDF/XML staan; kies --format turtle",
        "{iri} cannot be written in RDF/XML; choose --format turtle",
    ),
    "exported": (
        "{profile}: {triples} {triples:triple|triples} vertaald en als {format} geschreven in {name}; "
        "{warnings} {warnings:waarschuwing|waarschuwingen}. Wat niet meeging, vertelt --report.",
        "{profile}: {triples} {triples:triple|triples} mapped, and written as {format} to {name}; "
        "{warnings} {warnings:warning|warnings}. What was left out, --report tells.",
    ),
    "exported-official": ("Getoetst aan de officiële regels: {names}.", "Held against the official rules: {names}."),
    "shacl-Class": ("de waarde is niet van de klasse die gevraagd is", "the value is not of the class that is asked"),
    "shacl-Datatype": (
        "de waarde is niet van het gevraagde datatype",
        "the value is not of the datatype that is asked",
    ),
    "shacl-HasValue": ("de voorgeschreven waarde ontbreekt", "the prescribed value is missing"),
    "shacl-In": ("de waarde staat niet in de lijst", "the value is not in the list"),
    "shacl-MaxCount": ("er zijn te veel waarden", "there are too many values"),
    "shacl-MinCount": ("er ontbreekt een waarde", "a value is missing"),
    "shacl-NodeKind": ("de waarde is niet van de gevraagde soort", "the value is not of the kind that is asked"),
    "shacl-Not": ("het is wat het niet mag zijn", "it is what it must not be"),
    "shacl-Or": ("het voldoet aan geen van de mogelijkheden", "it meets none of the alternatives"),
    "shacl-Pattern": ("de waarde heeft niet de gevraagde vorm", "the value has not the form that is asked"),
    "shacl-UniqueLang": ("er zijn twee teksten in een taal", "there are two texts in one language"),
    "exported-violated": (
        "{profile}: niets geschreven, want de regels vonden {count} {count:overtreding|overtredingen}.",
        "{profile}: nothing written, because the rules found {count} {count:violation|violations}.",
    ),
    "exported-more": ("… en nog {count}", "… and {count} more"),
    # archimate
    "archimate-end-missing": (
        "de relatie {relationship} ({kind}) verbindt {end}, dat geen element van het model is; "
        "maak in exports/archimate/concept.roots.rq ook daarvan een element",
        "the relationship {relationship} ({kind}) joins {end}, which is no element of the model; "
        "make an element of that too in exports/archimate/concept.roots.rq",
    ),
    "archimate-value-astray": (
        "{item} heeft {property} {value}, en dat is geen element van het model; verander die uitspraak in de gegevens "
        "(`dienstgraaf validate` toont waar zij staat en waarheen {property} mag leiden). Alleen als zij wel klopt, "
        "mist de afbeelding dat element: zie concept.roots.rq van het profiel",
        "{item} has {property} {value}, and that is no element of the model; change that statement in the data "
        "(`dienstgraaf validate` shows where it is and what {property} may lead to). Only if it is right, the mapping "
        "lacks that element: see concept.roots.rq of the profile",
    ),
    "archimate-value-missing": (
        "{item} mist een van {properties}, en heeft daarom geen plaats in het model; voeg die toe aan de gegevens "
        "(`dienstgraaf validate` toont waar het staat)",
        "{item} lacks one of {properties}, and so has no place in the model; add it to the data "
        "(`dienstgraaf validate` shows where it is)",
    ),
    "archimate-view-cut": (
        "{count} {count:element|elementen} met de minste relaties zijn niet getekend; zij staan wel in het model.",
        "{count} {count:element|elements} with the fewest relationships are not drawn; they are in the model.",
    ),
    "archimate-layout-failed": (
        "D2 gaf niet alles in een beeld een plaats ({reason})",
        "D2 did not give everything in a view a place ({reason})",
    ),
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
        "grond voor vermoedens (het archetype waar een organisatie onder valt)",
        "ground for presumptions (the archetype that an organisation conforms to)",
    ),
    "hedge-provenance": ("herkomst", "provenance"),
    "fate-mapped": ("overgezet", "mapped"),
    "fate-note": ("in een notitie", "in a note"),
    "fate-extension": ("in een eigenschap van buiten het doel", "in a property from outside the target"),
    "fate-dropped": ("weggelaten", "dropped"),
    "fate-reference": (
        "weggelaten, want wat het noemt gaat niet mee",
        "left out, as what it refers to is not exported",
    ),
    "fate-language": ("in de andere taal", "in the other language"),
    "fate-archetype": ("bij een soort aanbieder of groep", "of a kind of provider or a group"),
    "fate-not-operational": ("bij wat niet in werking heet", "of what is not said to be in operation"),
    "fate-elsewhere": ("bij iets anders dat niet meegaat", "of something else that is not exported"),
    # hsds
    "official-needs-jsonschema": (
        "toetsen aan de JSON-schema's van HSDS vraagt het pakket jsonschema: pip install jsonschema",
        "checking against the JSON schemas of HSDS needs the package jsonschema: pip install jsonschema",
    ),
}
