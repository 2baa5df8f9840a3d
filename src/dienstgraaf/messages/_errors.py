"""Sentences for what can be wrong with input: key → (Dutch, English)."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    "guide-missing": (
        "deze gegevens bevatten geen gespreksleidraad (geen dg:InterviewQuestion)",
        "these data hold no interview guide (no dg:InterviewQuestion)",
    ),
    "did-you-mean": ("Bedoelde u: {suggestions}?", "Did you mean: {suggestions}?"),
    "language-unknown": (
        "taal {value!r} is onbekend; kies nl of en",
        "language {value!r} is unknown; choose nl or en",
    ),
    # questions
    "question-error": ("{place}: {problem}", "{place}: {problem}"),
    "question-unknown": (
        "er is geen vraag {name!r}. {hint}",
        "there is no question {name!r}. {hint}",
    ),
    "question-ambiguous": (
        "{name!r} is het begin van meer vragen: {candidates}. Typ de naam verder uit.",
        "{name!r} begins several questions: {candidates}. Type more of the name.",
    ),
    "question-list-hint": (
        "`dienstgraaf questions` toont ze alle.",
        "`dienstgraaf questions` lists them all.",
    ),
    "question-file-missing": (
        "vraagbestand {name} bestaat niet of is niet leesbaar",
        "question file {name} does not exist or cannot be read",
    ),
    # parameters
    "parameter-unknown": (
        "de vraag {question} heeft geen parameter {name!r}. {hint}",
        "question {question} has no parameter {name!r}. {hint}",
    ),
    "parameter-names": ("Zij heeft: {names}.", "It has: {names}."),
    "parameter-none": ("Zij heeft geen parameters.", "It has no parameters."),
    "value-unknown": (
        "parameter {name}: geen {type} heet {value!r}. {hint}",
        "parameter {name}: no {type} is called {value!r}. {hint}",
    ),
    "value-choices": ("Kies uit: {choices}.", "Choose from: {choices}."),
    "value-ambiguous": (
        "parameter {name}: {value!r} kan op meer slaan: {candidates}. Geef de IRI of de korte naam.",
        "parameter {name}: {value!r} may mean several: {candidates}. Give the IRI or the short name.",
    ),
    "value-empty": (
        "parameter {name}: de waarde is leeg; laat de parameter weg voor alle waarden",
        "parameter {name}: the value is empty; leave the parameter out for all values",
    ),
    "value-not-integer": (
        "parameter {name}: {value!r} is geen geheel getal, zoals 5",
        "parameter {name}: {value!r} is not a whole number, such as 5",
    ),
    "value-not-boolean": (
        "parameter {name}: {value!r} is niet true of false",
        "parameter {name}: {value!r} is not true or false",
    ),
    # show
    "name-unknown": ("niets heet {value!r}. {hint}", "nothing is called {value!r}. {hint}"),
    "name-ambiguous": (
        "{value!r} kan op meer slaan: {candidates}. Geef de IRI of de korte naam.",
        "{value!r} may mean several: {candidates}. Give the IRI or the short name.",
    ),
    "no-suggestion": ("Niets lijkt erop.", "Nothing resembles it."),
    "section-unknown": (
        "er is geen paragraaf {section!r}. {hint}",
        "there is no section {section!r}. {hint}",
    ),
    # output
    "format-unknown": (
        "formaat {format!r} is onbekend; kies uit {formats}",
        "format {format!r} is unknown; choose from {formats}",
    ),
    "format-wrong": (
        "formaat {format} past niet bij {what}; kies uit {formats}",
        "format {format} does not fit {what}; choose from {formats}",
    ),
    "format-binary": (
        "xlsx hoort niet op het scherm; geef een bestand met -o BESTAND.xlsx of leid de uitvoer om",
        "xlsx is not for the screen; name a file with -o FILE.xlsx or redirect the output",
    ),
    "extension-unknown": (
        "uit de naam {name} blijkt geen formaat; geef --format, met een van {formats}",
        "the name {name} tells no format; give --format with one of {formats}",
    ),
    "output-failed": ("kan {name} niet schrijven: {reason}", "cannot write {name}: {reason}"),
    "file-unreadable": ("kan {name} niet lezen: {reason}", "cannot read {name}: {reason}"),
    "not-utf8": (
        "{name}:{line}: geen UTF-8; bewaar het bestand als UTF-8",
        "{name}:{line}: not UTF-8; save the file as UTF-8",
    ),
    "drawing-failed": (
        "het beeld {title!r} is niet te tekenen: {reason}",
        "the picture {title!r} cannot be drawn: {reason}",
    ),
    "drawing-missing": (
        "het beeld {title!r} is niet te tekenen: D2 maakte er geen, want er staat niets in",
        "the picture {title!r} cannot be drawn: D2 made none, as there is nothing in it",
    ),
    # data
    "no-data": (
        "{name} bevat geen .ttl-bestanden",
        "{name} holds no .ttl files",
    ),
    "path-missing": ("{name} bestaat niet", "{name} does not exist"),
    "not-with-endpoint": (
        "{what} werkt op bestanden en kan niet met --endpoint",
        "{what} works on files and cannot be combined with --endpoint",
    ),
    "only-data-without-data": (
        "only-data vraagt om ten minste één map met gegevens (--data MAP)",
        "only-data asks for at least one data folder (--data FOLDER)",
    ),
    "data-with-endpoint": (
        "een endpoint en een map met gegevens gaan niet samen: kies --endpoint of --data",
        "an endpoint and a data folder do not go together: choose --endpoint or --data",
    ),
    "no-shapes": (
        "er zijn geen shapes gevonden: zonder ontology/shapes/*.ttl valt er niets te toetsen",
        "no shapes were found: without ontology/shapes/*.ttl there is nothing to check against",
    ),
    "shapes-broken": ("de shapes deugen niet: {reason}", "the shapes are broken: {reason}"),
    "fmt-what": (
        "geef de bestanden of mappen die in de vaste vorm moeten; die van de installatie blijven zoals ze zijn",
        "name the files or folders to put in canonical form; those of the installation stay as they are",
    ),
    # sparql
    "query-broken": ("de query klopt niet, {where}: {message}", "the query is broken, {where}: {message}"),
    "query-missing": (
        "geef een query, -f BESTAND, of - om van de standaardinvoer te lezen",
        "give a query, -f FILE, or - to read from standard input",
    ),
    "query-twice": (
        "geef een query of -f BESTAND, niet beide",
        "give a query or -f FILE, not both",
    ),
    "param-form": (
        "--param {value!r}: schrijf NAAM=WAARDE",
        "--param {value!r}: write NAME=VALUE",
    ),
    "map-hops-wrong": (
        "--hops {hops}: een kaart reikt ten minste 1 stap",
        "--hops {hops}: a map reaches at least 1 hop",
    ),
    "map-around-unknown": (
        "--around: geen aanbieder of ingang heet {value!r}. {hint}",
        "--around: no provider or entry point is called {value!r}. {hint}",
    ),
}
