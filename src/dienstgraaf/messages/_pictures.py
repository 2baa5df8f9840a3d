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
    "stop-senders": ("{count} die mensen sturen:", "{count} who send people:"),
    "stop-signal": ("{count} keer bericht of bezoek:", "{count} messages or visits:"),
    "stop-entries": ("{count} ingangen voor elke vraag:", "{count} ways in for any question:"),
    "stop-team": ("{count} teams:", "{count} teams:"),
    "stop-role": ("{count} rollen:", "{count} roles:"),
    "stop-practice": ("{count} werkwijzen:", "{count} ways of working:"),
    "stop-target": ("{count} andere partijen:", "{count} other parties:"),
    "basis-stated": ("gesteld", "stated"),
    "basis-follows": ("volgt uit de soort", "follows from its kind"),
    "basis-presumed": ("vermoed uit de soort", "presumed from its kind"),
    "warm": ("warme overdracht", "warm hand-over"),
    "cold": ("geen warme overdracht", "no warm hand-over"),
    "scope-event": ("deze gebeurtenis", "this event"),
    "scope-any": ("elke vraag", "any question"),
    "column-number": ("Nr", "No"),
    "column-lanes": ("Van baan naar baan", "Lanes"),
    "column-from": ("Van", "From"),
    "column-to": ("Naar", "To"),
    "column-kind": ("Soort", "Kind"),
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
    "legend-unstated": ("niet gesteld", "not stated"),
    "legend-stated": ("zoals gesteld", "as stated"),
    "legend-hedged": ("met een voorbehoud", "with a reservation"),
    "legend-not-in-operation": ("niet, nog niet of niet meer in werking", "not, not yet or no longer in operation"),
    "legend-organisation": ("organisatie", "organisation"),
    "legend-archetype": ("soort organisatie", "kind of organisation"),
    "legend-group": ("groep", "group"),
}
