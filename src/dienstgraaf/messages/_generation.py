"""Sentences of `dienstgraaf generate`: key → (Dutch, English)."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    "help-generate": (
        "Maak een synthetische inventaris, van één gemeente tot het hele land en verder.\n\n"
        "Met -o MAP als Turtle, met --format nquads als één bestand (-o - is de standaarduitvoer). Dezelfde seed geeft "
        "dezelfde bytes. Elk bestand zegt dat het synthetisch is.",
        "Make a synthetic inventory, from one municipality to the whole country and past it.\n\n"
        "With -o FOLDER as Turtle, with --format nquads as one file (-o - is standard output). The same seed gives the "
        "same bytes. Each file says that it is synthetic.",
    ),
    "option-municipalities": (
        "Hoeveel gemeenten (anders 1); het land heeft er 342. Uitvoerders komen naar verhouding mee.",
        "How many municipalities (else 1); the country has 342. Executive agencies come in proportion.",
    ),
    "option-seed": (
        "Kiest een van vele inventarissen (anders 1).",
        "Chooses one of many inventories (else 1).",
    ),
    "option-errors": (
        "Welk deel van de items een fout krijgt, van 0 tot 1; 1 is alles.",
        "What share of the items gets an error, from 0 to 1; 1 is all.",
    ),
    "option-error-kinds": (
        "Alleen fouten van deze soort (herhaalbaar).",
        "Only errors of this kind (repeatable).",
    ),
    "option-list-kinds": (
        "Toon de soorten fouten en schrijf niets.",
        "List the kinds of errors and write nothing.",
    ),
    "option-error-list": (
        "Waar de lijst van fouten komt (CSV); anders naast de map, als MAP-errors.csv.",
        "Where to list the errors (CSV); else beside the folder, as FOLDER-errors.csv.",
    ),
    "generate-where": (
        "zeg met -o waar de inventaris moet komen: een map die er nog niet is",
        "say with -o where the inventory should go: a folder that is not there yet",
    ),
    "generate-standard-output": (
        "een map past niet op de standaarduitvoer; kies --format nquads, of -o MAP",
        "a folder does not fit standard output; choose --format nquads, or -o FOLDER",
    ),
    "generate-list-where": (
        "zeg met --error-list waar de lijst van fouten moet komen",
        "say with --error-list where to list the errors",
    ),
    "generate-occupied": (
        "{name} bestaat al; kies een andere naam, of ruim het zelf op",
        "{name} exists already; choose another name, or remove it yourself",
    ),
    "generate-failed": (
        "kan {name} niet schrijven: {reason}; er is niets achtergebleven",
        "cannot write {name}: {reason}; nothing was left behind",
    ),
    "generate-left": (
        "kan {name} niet schrijven: {reason}; {left} is achtergebleven en mag weg",
        "cannot write {name}: {reason}; {left} was left behind and can be removed",
    ),
    "generate-municipalities": (
        "--municipalities: {value} is te weinig; het is ten minste 1",
        "--municipalities: {value} is too few; it is at least 1",
    ),
    "generate-share": (
        "--errors: {value} is geen deel; het ligt tussen 0 en 1, zoals 0.05",
        "--errors: {value} is no share; it lies between 0 and 1, such as 0.05",
    ),
    "generate-kinds-alone": (
        "--kinds kiest soorten fouten; zeg met --errors ook hoeveel, zoals 0.05",
        "--kinds chooses kinds of errors; say with --errors how many too, such as 0.05",
    ),
    "error-kind-unknown": (
        "er is geen soort fout {name!r}. {hint}",
        "there is no kind of error {name!r}. {hint}",
    ),
    "error-kind-hint": (
        "`dienstgraaf generate --list-kinds` toont ze alle.",
        "`dienstgraaf generate --list-kinds` lists them all.",
    ),
    "generated": (
        "{municipalities} {municipalities:gemeente|gemeenten} en {agencies} {agencies:uitvoerder|uitvoerders}: "
        "{triples} triples in {files} {files:bestand|bestanden}.",
        "{municipalities} {municipalities:municipality|municipalities} and {agencies} {agencies:agency|agencies}: "
        "{triples} triples in {files} {files:file|files}.",
    ),
    "generated-errors": (
        "{errors} {errors:fout|fouten}, in {name}.",
        "{errors} {errors:error|errors}, listed in {name}.",
    ),
    "kind-mandatory-missing": ("een verplichte waarde ontbreekt", "a mandatory value is missing"),
    "kind-status-missing": ("de status ontbreekt", "the status is missing"),
    "kind-provenance-missing": ("de bron ontbreekt", "the source is missing"),
    "kind-provenance-wrong": ("de bron is iets anders dan een bron", "the source is something other than a source"),
    "kind-too-many-values": ("twee waarden waar er één hoort", "two values where there should be one"),
    "kind-wrong-class": ("een verwijzing naar iets van een andere klasse", "a reference to something of another class"),
    "kind-text-for-reference": ("een tekst waar een verwijzing hoort", "a text where a reference should be"),
    "kind-wrong-datatype": ("een waarde van een ander datatype", "a value of another datatype"),
    "kind-wrong-number": ("een woord waar een getal hoort", "a word where a number should be"),
    "kind-unknown-concept": ("een begrip dat niet in de lijst staat", "a concept that is not in the list"),
    "kind-dangling-reference": (
        "een verwijzing naar iets dat de meegeleverde inventaris niet kent",
        "a reference to something that the shipped inventory does not know",
    ),
    "kind-dangling-own-reference": (
        "een verwijzing naar iets van de leverancier zelf dat er niet is",
        "a reference to something of the supplier's own that is not there",
    ),
    "kind-misspelt-property": ("een verkeerd gespelde eigenschap", "a misspelt property"),
    "kind-dutch-label-missing": ("het Nederlandse label ontbreekt", "the Dutch label is missing"),
    "kind-english-label-missing": ("het Engelse label ontbreekt", "the English label is missing"),
    "kind-label-without-language": ("een label zonder taal", "a label without a language"),
    "kind-two-labels-in-a-language": ("twee labels in één taal", "two labels in one language"),
    "kind-hop-to-itself": ("een stap van iets naar zichzelf", "a hop from something to itself"),
    "kind-property-of-another-class": ("een eigenschap van een andere klasse", "a property of another class"),
    "kind-derived-class-written-down": (
        "een klasse die wordt afgeleid, opgeschreven",
        "a class that is derived, written down",
    ),
    "kind-undefined-class": ("een klasse die niet bestaat", "a class that does not exist"),
    "kind-two-kinds-of-provider": ("een organisatie die ook een groep is", "an organisation that is also a group"),
    "kind-hedge-without-words": ("een nuancering zonder woorden", "a hedge without words"),
    "kind-hedge-of-nothing": ("woorden van een nuancering die er niet is", "words of a hedge that is not there"),
    "kind-too-many-segments": ("meer dan vijf segmenten als bron", "more than five segments as the source"),
    "kind-absence-of-nothing": ("een afwezigheid die niet zegt waarvan", "an absence that does not say of what"),
    "kind-complete-list-without-members": ("een volledige lijst zonder leden", "a complete list without members"),
    "kind-group-of-nobody": ("een groep van nul leden", "a group of no members"),
    "kind-criterion-missing": ("een archetype zonder criterium", "an archetype without a criterion"),
    "kind-digital-channel-without-skill": (
        "een digitaal kanaal dat geen digitale vaardigheid zou vragen",
        "a digital channel said to ask no digital skill",
    ),
}
