"""Help texts of the commands and their options: key → (Dutch, English)."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    "help-main": (
        "Hoe Nederlandse overheidsorganisaties mensen binnenlaten en helpen: vraag het de inventaris.\n\n"
        "Afsluitcodes: 0 goed, 1 iets niet in orde (validate, fmt --check, coverage), "
        "2 verkeerd gebruik of onleesbare invoer.",
        "How Dutch government organisations let people in and help them: ask the inventory.\n\n"
        "Exit codes: 0 fine, 1 something is wrong (validate, fmt --check, coverage), 2 misuse or unreadable input.",
    ),
    "help-questions": (
        "Toon de vragen, of zoek ze op WOORDEN.",
        "List the questions, or search them by WORDS.",
    ),
    "help-ask": (
        "Stel een VRAAG uit de bibliotheek, of een eigen .rq-bestand.\n\n"
        "VRAAG is de naam, een eenduidig begin ervan, of een pad.",
        "Ask a QUESTION of the library, or a .rq file of your own.\n\n"
        "QUESTION is its name, a unique beginning of it, or a path.",
    ),
    "help-sparql": (
        "Voer een SPARQL-query uit: SELECT, ASK, CONSTRUCT of DESCRIBE.\n\n"
        "De gebruikelijke voorvoegsels hoeven niet gedeclareerd te worden. Met - komt de query van de standaardinvoer.",
        "Run a SPARQL query: SELECT, ASK, CONSTRUCT or DESCRIBE.\n\n"
        "The usual prefixes need no declaration. With - the query is read from standard input.",
    ),
    "help-show": (
        "Toon een kaart van wat dan ook: NAAM is een label, afkorting, korte naam of IRI.",
        "Show a card of anything: NAME is a label, an abbreviation, a short name or an IRI.",
    ),
    "help-fmt": (
        "Zet Turtle-bestanden in de vaste vorm.",
        "Put Turtle files in canonical form.",
    ),
    "help-coverage": (
        "Toon per segment van de bron welke items erop rusten, of waarom er geen zijn.\n\n"
        "Afsluitcodes: 0 alles is verantwoord, 1 een segment heeft items noch reden.",
        "Show for each segment of the source which items rest on it, or why none do.\n\n"
        "Exit codes: 0 all are accounted for, 1 a segment has neither items nor a reason.",
    ),
    "help-interview": (
        "Beantwoord de achttien vragen van de gespreksleidraad voor een ORGANISATIE.\n\n"
        "Elk antwoord is ja of nee met de feiten waarop het rust, of: niet gesteld.",
        "Answer the eighteen questions of the interview guide for an ORGANISATION.\n\n"
        "Each answer is yes or no with the facts that it rests on, or: not stated.",
    ),
    "help-route": (
        "Teken hoe een vraag loopt vanuit een LEVENSGEBEURTENIS: toegang, ingang, lijnen, nazorg, en verder.\n\n"
        "Zoals overlijden, scheiden, pensioen, schulden, verhuizen, studeren, rijbewijs, buitenland, immigratie of "
        "ondernemer. Waar de bron twee trappen niet verbindt, toont de route de breuk.",
        "Plot how a question runs from a LIFE_EVENT on: access, way in, lines, aftercare, and further.\n\n"
        "Such as death, divorce, pension, debts, moving, studying, driving licence, living abroad, immigration or "
        "entrepreneur. Where the source does not connect two stages, the route shows the break.",
    ),
    "help-reach": (
        "Toon hoeveel stappen het is van elke levensgebeurtenis tot een mens die helpt, zonder digitale "
        "vaardigheid.\n\n"
        "Alleen wat iemand zelf kan doen telt, en alleen wat in werking is.",
        "Show how many hops it is from each life event to a person who helps, without digital skills.\n\n"
        "Only what someone can do of their own accord counts, and only what is in operation.",
    ),
    "help-compare": (
        "Zet de antwoorden op de gespreksleidraad van enkele ORGANISATIES naast elkaar.",
        "Put the answers to the interview guide of some ORGANISATIONS side by side.",
    ),
    "help-map": (
        "Toon wie naar wie toeleidt en verwijst: als tabel, tekening (svg, html, mermaid) of graaf (graphml).\n\n"
        "Een tekening legt partijen samen die gelijk staan, en zegt het als zij iets weglaat.",
        "Show who guides and refers to whom: as a table, a picture (svg, html, mermaid) or a graph (graphml).\n\n"
        "A picture puts parties together that stand alike, and says so if it leaves anything out.",
    ),
    "help-dump": (
        "Schrijf de hele graaf, elk bestand als eigen benoemde graaf.",
        "Write the whole graph, each file as its own named graph.",
    ),
    "help-completion": (
        "Toon het aanvulscript voor een SHELL.",
        "Print the completion script for a SHELL.",
    ),
    "commands": ("Opdrachten", "Commands"),
    "command-unknown": ("er is geen opdracht {name!r}. {hint}", "there is no command {name!r}. {hint}"),
    "command-list-hint": ("`dienstgraaf --help` toont ze alle.", "`dienstgraaf --help` lists them all."),
    "option-unknown": ("er is geen optie {name}. {hint}", "there is no option {name}. {hint}"),
    "option-value-missing": ("optie {name} vraagt een waarde", "option {name} needs a value"),
    "choice-wrong": ("{name}: kies uit {choices}", "{name}: choose from {choices}"),
    "argument-missing": ("{name} ontbreekt", "{name} is missing"),
    "see-help": ("Zie --help.", "See --help."),
    "help-help": ("Toon deze uitleg.", "Show this message."),
    "help-version": ("Toon de versie.", "Show the version."),
    "option-format": (
        "Vorm van de uitvoer, zoals table, text, json of html; elke opdracht heeft de zijne, en noemt die als een "
        "andere wordt gevraagd.",
        "Form of the output, such as table, text, json or html; each command has its own, and names them when another "
        "is asked for.",
    ),
    "option-output": (
        "Schrijf naar dit bestand; zonder --format bepaalt de extensie de vorm.",
        "Write to this file; without --format its extension decides the form.",
    ),
    "option-lang": (
        "Taal van labels en meldingen (anders volgens LC_ALL, LC_MESSAGES of LANG).",
        "Language of labels and messages (else by LC_ALL, LC_MESSAGES or LANG).",
    ),
    "option-data": (
        "Voeg een map met eigen gegevens toe (herhaalbaar).",
        "Add a folder with data of your own (repeatable).",
    ),
    "option-only-data": (
        "Laat de meegeleverde inventaris weg; alleen de mappen van --data tellen.",
        "Leave out the shipped inventory; only the --data folders count.",
    ),
    "option-endpoint": (
        "Vraag dit SPARQL-endpoint in plaats van de meegeleverde inventaris.",
        "Query this SPARQL endpoint instead of the shipped inventory.",
    ),
    "option-presumed": (
        "Toon ook wat alleen is te vermoeden uit een patroon van de soort aanbieder.",
        "Also show what can only be presumed from a pattern of the kind of provider.",
    ),
    "option-route-audience": (
        "Laat weg wat niet voor deze doelgroep is of een vaardigheid vraagt die zij mist.",
        "Leave out what is not for this audience, or asks a skill that it misses.",
    ),
    "option-route-provider": (
        "Alleen bij deze aanbieder of soort aanbieder.",
        "Only at this provider or kind of provider.",
    ),
    "option-around": (
        "Alleen wat rond deze aanbieder of ingang ligt.",
        "Only what lies around this provider or entry point.",
    ),
    "option-hops": (
        "Hoeveel stappen daaromheen, beide kanten op (anders 1).",
        "How many hops around it, both ways (else 1).",
    ),
    "option-map-kind": (
        "Alleen routes van deze soort, zoals toeleiding (herhaalbaar); anders die tussen partijen.",
        "Only routes of this kind, such as guidance (repeatable); else those between parties.",
    ),
    "option-map-limit": (
        "Zoveel vakken heeft een tekening hoogstens (anders 80); wat wegvalt, wordt gezegd.",
        "How many boxes a picture has at most (else 80); what drops out is told.",
    ),
    "option-unfold": (
        "Teken elke partij als een eigen vak.",
        "Draw each party as a box of its own.",
    ),
    "option-tag": ("Alleen vragen met dit trefwoord (herhaalbaar).", "Only questions with this tag (repeatable)."),
    "option-param": (
        "Waarde van een parameter; herhaal voor meer waarden.",
        "Value of a parameter; repeat for several values.",
    ),
    "option-file": ("Lees de query uit dit bestand.", "Read the query from this file."),
    "option-check": (
        "Verander niets; afsluitcode 1 als er iets te veranderen is.",
        "Change nothing; exit code 1 if there is anything to change.",
    ),
    "option-section": ("Alleen deze paragraaf en wat eronder valt.", "Only this section and what lies under it."),
    "option-no-inferred": ("Laat afgeleide triples weg.", "Leave out inferred triples."),
}
