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
}
