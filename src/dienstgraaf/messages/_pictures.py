"""Words in pictures and what is told beside them: key → (Dutch, English)."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    # the legend
    "legend": ("Legenda", "Legend"),
    "legend-own-accord": ("op eigen initiatief of vertegenwoordigd", "of one's own accord or represented"),
    "legend-guidance": ("toeleiding", "guidance"),
    "legend-entitling-referral": ("verwijzing die aanspraak geeft", "referral that gives a claim"),
    "legend-forwarding": ("doorverwijzing of doorschakeling", "forwarding or call transfer"),
    "legend-back-office-contact": ("contact achter de schermen", "back-office contact"),
    "legend-reaching-out": ("signaal, outreachend of opvolging", "signal, outreach or follow-up"),
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
    "column-from": ("Van", "From"),
    "column-from-places": ("Waar", "Where"),
    "column-to": ("Naar", "To"),
    "column-to-places": ("Waar daar", "Where there"),
    "column-kind": ("Soort", "Kind"),
    "column-hops": ("Uitspraken", "Statements"),
    "column-back": ("Ook terug", "Also back"),
    "map-onward": ("verder naar: {cluster}", "on to: {cluster}"),
}
