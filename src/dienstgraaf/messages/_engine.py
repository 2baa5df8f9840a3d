"""Sentences for what can go wrong with files, queries and endpoints: key → (Dutch, English)."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    # folders and files
    "file-syntax": ("{path}:{line}:{column}: {message}", "{path}:{line}:{column}: {message}"),
    "syntax-ends": (
        "het bestand eindigt voordat de uitspraak af is; er ontbreekt een punt",
        "the file ends before the statement does; it lacks a dot",
    ),
    "syntax-open": ("wat hier begint, wordt nergens afgesloten", "what starts here is never closed"),
    "syntax-no-dot": (
        "de uitspraak hiervoor mist een punt, puntkomma of komma",
        "the statement before this lacks a dot, semicolon or comma",
    ),
    "syntax-prefix": (
        "de prefix {token} is niet gedeclareerd; zet er een @prefix-regel voor boven in het bestand",
        "The prefix {token} has not been declared; add an @prefix line for it at the top of the file",
    ),
    "syntax-predicate": ("{token} kan geen predicaat zijn", "{token} is not a valid predicate"),
    "syntax-subject": ("{token} kan geen subject zijn", "{token} is not a valid subject"),
    "syntax-datatype": (
        "na ^^ hoort de IRI van een datatype, hier staat {token}",
        "Expecting a datatype IRI after ^^, found {token}",
    ),
    "syntax-iri": ("dit teken mag niet in een IRI staan: {token}", "Invalid IRI code point {token}"),
    "syntax-prefix-keyword": (
        "na @prefix hoort een prefix met een dubbele punt, zoals ex:",
        "After @prefix comes a prefix with a colon, such as ex:",
    ),
    "syntax-other": ("geen geldige Turtle; de lezer zegt: {token}", "{token}"),
    "syntax-unreadable": ("kan niet worden gelezen: {token}", "cannot be read: {token}"),
    "syntax-utf8": (
        "geen UTF-8 (byte 0x{token}); sla het bestand op als UTF-8",
        "not UTF-8 (byte 0x{token}); save the file as UTF-8",
    ),
    "not-a-folder": (
        "{name} is geen map; noem de map waarin het bestand staat",
        "{name} is not a folder; name the folder that the file is in",
    ),
    "installation-broken": (
        "de ontologie ontbreekt in {name}; installeer dienstgraaf opnieuw",
        "the ontology is missing from {name}; install dienstgraaf again",
    ),
    # queries
    "query-syntax": ("regel {line}, kolom {column}: {message}", "line {line}, column {column}: {message}"),
    "query-service": (
        "SERVICE vraagt iets aan een andere server, en dat doet dit programma niet; haal die gegevens op als bestand",
        "SERVICE asks another server, which this program does not do; fetch that data as a file",
    ),
    "query-load": (
        "LOAD haalt iets van elders op, en dat doet dit programma niet; laad de gegevens uit een bestand",
        "LOAD fetches from elsewhere, which this program does not do; load the data from a file",
    ),
    "query-form": (
        "deze vraag is van de vorm {form}; hier hoort {expected}",
        "this query is of the form {form}; {expected} is needed here",
    ),
    # endpoints
    "endpoint-url": (
        "{url!r} is geen adres van een SPARQL-endpoint; het begint met http:// of https://",
        "{url!r} is not the address of a SPARQL endpoint; that starts with http:// or https://",
    ),
    "endpoint-refused": (
        "{url} is niet te bereiken ({reason}); draait de server, en klopt het adres?",
        "{url} cannot be reached ({reason}); is the server running, and is the address right?",
    ),
    "endpoint-timeout": (
        "{url} antwoordde niet binnen {seconds} seconden; vraag minder, of geef de server meer tijd",
        "{url} did not answer within {seconds} seconds; ask for less, or give the server more time",
    ),
    "endpoint-status": (
        "{url} antwoordde met HTTP-status {status}: {reason}",
        "{url} answered with HTTP status {status}: {reason}",
    ),
    "endpoint-not-sparql": (
        "{url} antwoordde met {kind}, niet met een SPARQL-resultaat; klopt het adres?",
        "{url} answered with {kind}, not with a SPARQL result; is the address right?",
    ),
}
