"""Words in pictures and what is told beside them: key → (Dutch, English)."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    # routes
    "route-title": ("Route: {event}", "Route: {event}"),
    "route-named": ("door de bron een levensgebeurtenis genoemd", "named as a life event by the source"),
    "route-grouped": ("door dit project als levensgebeurtenis gegroepeerd", "grouped as a life event by this project"),
    "route-told": (
        "Te zien is hoe een vraag loopt bij {parties}, van toegang tot nazorg en verder, "
        "naar {facts} {facts:feit|feiten}.",
        "Shown is how a question runs at {parties}, from access to aftercare and on, after {facts} {facts:fact|facts}.",
    ),
    "route-told-gaps": (
        "Op {count} {count:plaats zegt|plaatsen zegt} de bron niet hoe het verder gaat.",
        "At {count} {count:place|places} the source does not say how it goes on.",
    ),
    "route-none": (
        "Niet gesteld: geen enkele ingang of stap voor {event}.",
        "Not stated: no way in and no hop for {event}.",
    ),
    "route-none-by-name": (
        "Van {provider} zelf is hierover niets gesteld; --presumed toont wat uit de soort is te vermoeden.",
        "Of {provider} itself nothing is stated on this; --presumed shows what its kind leads one to presume.",
    ),
    "route-left-out": (
        "Weggelaten: nog {count} {count:partij|partijen} ({names} …); --provider toont er een.",
        "Left out: {count} more {count:party|parties} ({names} …); --provider shows one.",
    ),
    "lane-access": ("Toegang", "Access"),
    "lane-entry": ("Ingang en kanaal", "Way in and channel"),
    "lane-first-line": ("Eerste lijn", "First line"),
    "lane-second-line": ("Tweede lijn", "Second line"),
    "lane-aftercare": ("Nazorg", "Aftercare"),
    "lane-onward": ("Verder naar", "On to"),
    "stop-senders": ("{count} partijen vooraf:", "{count} parties before:"),
    "stop-signal": ("{count} keer bericht of bezoek:", "{count} messages or visits:"),
    "stop-entry": ("{count} ingangen hiervoor:", "{count} ways in for this:"),
    "stop-line": ("{count} lijnen:", "{count} lines:"),
    "stop-absence": ("{count} keer uitdrukkelijk niet:", "{count} times expressly not:"),
    "stop-entries": ("{count} ingangen voor elke vraag:", "{count} ways in for any question:"),
    "stop-team": ("{count} teams:", "{count} teams:"),
    "stop-role": ("{count} rollen:", "{count} roles:"),
    "stop-practice": ("{count} werkwijzen:", "{count} ways of working:"),
    "stop-channel": ("{count} kanalen:", "{count} channels:"),
    "stop-barrier": ("{count} belemmeringen:", "{count} barriers:"),
    "stop-target": ("{count} andere partijen:", "{count} other parties:"),
    "basis-stated": ("gesteld", "stated"),
    "basis-follows": ("volgt uit de soort", "follows from its kind"),
    "basis-presumed": ("vermoed uit de soort", "presumed from its kind"),
    "warm": ("warme overdracht", "warm hand-over"),
    "cold": ("geen warme overdracht", "no warm hand-over"),
    "scope-event": ("deze gebeurtenis", "this event"),
    "scope-any": ("elke vraag", "any question"),
    "route-places": ("Wat er in elke baan staat", "What stands in each lane"),
    "route-hops": ("Hoe een vraag loopt", "How a question runs"),
    "column-lane": ("Baan", "Lane"),
    "column-party": ("Partij", "Party"),
    "column-what": ("Wat", "What"),
    "column-details": ("Kanalen, rollen, voorwaarden", "Channels, roles, conditions"),
    "column-event": ("Levensgebeurtenis", "Life event"),
    "column-person": ("Waar men een mens treft", "Where one meets a person"),
    "column-way": ("Weg", "Way"),
    "column-distance": ("Stappen", "Hops"),
    "reach-unnamed": ("(ingang niet genoemd)", "(way in not named)"),
    "column-number": ("Nr", "No"),
    "column-lanes": ("Van baan naar baan", "Lanes"),
    "column-from": ("Van", "From"),
    "column-to": ("Naar", "To"),
    "column-fact": ("Feit", "Fact"),
    "column-arrangement": ("Afspraak", "Arrangement"),
    "column-asks": ("Vraagt nog van de persoon", "Still asks of the person"),
    "column-scope": ("Voor", "For"),
    # the legend
    "legend": ("Legenda", "Legend"),
    "legend-own-accord": ("op eigen initiatief of vertegenwoordigd", "of one's own accord or represented"),
    "legend-guidance": ("toeleiding", "guidance"),
    "legend-entitling-referral": ("verwijzing die aanspraak geeft", "referral that gives a claim"),
    "legend-forwarding": ("doorverwijzing of doorschakeling", "forwarding or call transfer"),
    "legend-back-office-contact": ("contact achter de schermen", "back-office contact"),
    "legend-reaching-out": ("signaal, outreachend of opvolging", "signal, outreach or follow-up"),
    "legend-order": ("staat in, of volgende lijn", "stands in, or next line"),
    "legend-gap": ("niet gesteld hoe het verder gaat", "not stated how it goes on"),
    "legend-event": ("persoon in de gebeurtenis", "person in the event"),
    "legend-place": ("voor deze gebeurtenis", "for this event"),
    "legend-general": ("voor elke vraag", "for any question"),
    "legend-outside": ("andere partij, of wat er vooraf komt", "other party, or what comes before"),
    "legend-planned": ("nog niet of niet meer in werking", "not yet or no longer in operation"),
    "legend-denied": ("uitdrukkelijk niet", "expressly not"),
    "legend-barrier": ("wat hindert", "what hinders"),
    "legend-unstated": ("niet gesteld", "not stated"),
    "legend-stated": ("zoals gesteld", "as stated"),
    "legend-hedged": ("met een voorbehoud", "with a reservation"),
    "legend-not-in-operation": ("niet, nog niet of niet meer in werking", "not, not yet or no longer in operation"),
    "legend-organisation": ("organisatie", "organisation"),
    "legend-archetype": ("soort organisatie", "kind of organisation"),
    "legend-group": ("groep", "group"),
    "legend-entry-point": ("ingang, aanbieder niet gesteld", "way in, provider not stated"),
    "legend-audience": ("mensen", "people"),
    # the map
    "map-people": ("mensen", "people"),
    "map-municipalities": ("gemeenten", "municipalities"),
    "map-agencies": ("uitvoeringsorganisaties", "executive agencies"),
    "map-government": ("overige overheid", "other government"),
    "map-partners": ("partners en anderen", "partners and others"),
    "map-title": ("Wie leidt toe en verwijst naar wie", "Who guides and refers to whom"),
    "map-title-reaching": ("Wie bereikt wie", "Who reaches whom"),
    "map-title-around": (
        "{what}: rond {center}, tot {hops} {hops:stap|stappen} ver",
        "{what}: around {center}, within {hops} {hops:hop|hops}",
    ),
    "map-described": (
        "{parties} partijen en {links} verbindingen: {kinds}. De meeste verbindingen heeft {most}: {incoming} erheen, "
        "{outgoing} ervandaan.",
        "{parties} parties and {links} links: {kinds}. "
        "{most} has the most links: {incoming} to it, {outgoing} from it.",
    ),
    "map-empty": (
        "Niet gesteld: de bron noemt hier geen toeleiding of verwijzing.",
        "Not stated: the source names no guidance or referral here.",
    ),
    "map-count": (
        "{parties} {parties:partij|partijen}, {links} {links:verbinding|verbindingen}.",
        "{parties} {parties:party|parties}, {links} {links:link|links}.",
    ),
    "map-repeated": ("* staat in meer dan één vak", "* stands in more than one box"),
    "map-numbers": ("een getal bij een lijn: zoveel uitspraken", "a number at a line: so many statements"),
    "map-within": (
        "niet getekend: {count} {count:verbinding|verbindingen} binnen één partij",
        "not drawn: {count} {count:link|links} within one party",
    ),
    "map-left-out": (
        "weggelaten om leesbaar te blijven: {parties} {parties:partij|partijen} en {links} "
        "{links:verbinding|verbindingen}; wat het dichtst bij {middle} ligt, staat er",
        "left out to stay readable: {parties} {parties:party|parties} and {links} {links:link|links}; "
        "what is nearest to {middle} is there",
    ),
    "column-from-places": ("Waar", "Where"),
    "column-to-places": ("Waar daar", "Where there"),
    "column-statements": ("Uitspraken", "Statements"),
    "column-back": ("Ook terug", "Also back"),
    "map-onward": ("verder naar: {cluster}", "on to: {cluster}"),
}
