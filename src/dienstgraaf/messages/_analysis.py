"""Words of the analyses, circles and impact: key → (Dutch, English)."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    # circles
    "help-circles": (
        "Zoek kringverwijzingen: wie sturen mensen door tot zij weer terug zijn waar zij begonnen?\n\n"
        "Gesteld als de bron de kring noemt of één segment alle stappen noemt; mogelijk als zij pas ontstaat door "
        "stappen te combineren.",
        "Find circular referrals: who send people on until they are back where they started?\n\n"
        "Stated if the source names the circle, or one segment all its steps; possible if it only arises by putting "
        "steps together.",
    ),
    "option-length": (
        "Zo veel stappen telt een kring hoogstens (standaard 4).",
        "How many steps a circle has at most (default 4).",
    ),
    "option-limit-circles": (
        "Zo veel kringen hoogstens; de rest wordt geteld (standaard 50; 0 voor alle).",
        "How many circles at most; the rest is counted (default 50; 0 for all).",
    ),
    "number-wrong": (
        "{name}: {value} kan niet; geef een geheel getal vanaf {least}",
        "{name}: {value} will not do; give a whole number from {least} up",
    ),
    "number-needed": ("{name}: geef een geheel getal", "{name}: give a whole number"),
    "circles-title": ("Kringverwijzingen", "Circular referrals"),
    "circles-intro": (
        "Een kring bestaat uit toeleiding, verwijzing, doorverwijzing en doorschakeling die in werking zijn. Benaderen "
        "op eigen initiatief, systeemsignalen, nabellen en contact achter de schermen sluiten geen kring.",
        "A circle consists of guidance, entitling referral, forwarding and call transfer that are in operation. "
        "Outreach, system signals, follow-up and back-office contact close no circle.",
    ),
    "circles-kinds": (
        "Een soort of groep is geen organisatie: of iemand bij dezelfde terugkomt, staat er niet.",
        "A kind or group is no organisation: whether someone comes back to the same one is not stated.",
    ),
    "circles-count": (
        "{found} {found:kring|kringen} van hoogstens {length} stappen; van de {shown} hier zijn er {stated} gesteld, "
        "de andere mogelijk.",
        "{found} {found:circle|circles} of at most {length} steps; of the {shown} here {stated} "
        "{stated:is|are} stated, the others possible.",
    ),
    "circles-at-least": (
        "Ten minste {found} kringen van hoogstens {length} stappen; van de {shown} hier zijn er {stated} gesteld, de "
        "andere mogelijk.",
        "At least {found} circles of at most {length} steps; of the {shown} here {stated} {stated:is|are} stated, the "
        "others possible.",
    ),
    "circles-of-length": ("{count} van {steps} stappen", "{count} of {steps} steps"),
    "circles-left-out": (
        "Weggelaten na de eerste {shown}: {parts}. Met --limit komen er meer.",
        "Left out after the first {shown}: {parts}. --limit gives more.",
    ),
    "circles-not-operating": (
        "Niet meegeteld: {count} {count:kring die|kringen die} alleen "
        "door een stap die niet in werking is rond {count:komt|komen}.",
        "Not counted: {count} {count:circle that closes|circles that close} only by a step that is not in operation.",
    ),
    "circles-incomplete": (
        "Er zijn er nog meer: het zoeken is afgebroken. Met een kleinere --length is het volledig.",
        "There are still more: the search was ended. With a smaller --length it is complete.",
    ),
    "certainty-named": ("gesteld: als kring genoemd", "stated: named as a circle"),
    "certainty-stated": ("gesteld: in één segment", "stated: in one segment"),
    "certainty-possible": ("mogelijk", "possible"),
    "kind-mark": ("soort", "kind"),
    "group-mark": ("groep", "group"),
    "of-kind": ("als {kinds}", "as {kinds}"),
    "sheet-circles": ("Kringen", "Circles"),
    "sheet-hops": ("Stappen", "Hops"),
    "column-parties": ("Partijen", "Parties"),
    "column-length": ("Stappen", "Steps"),
    "column-certainty": ("Zekerheid", "Certainty"),
    "column-hops": ("Verwijzingen", "Hops"),
    "column-arrangements": ("Afspraak", "Arrangement"),
    "column-statuses": ("Status", "Status"),
    "column-circle": ("Kring", "Circle"),
    "column-step": ("Stap", "Step"),
    "column-between": ("Van wie naar wie", "From whom to whom"),
    "column-hop": ("Verwijzing", "Hop"),
    "column-kind": ("Soort", "Kind"),
    "column-startsAt": ("Begint bij", "Starts at"),
    "column-endsAt": ("Eindigt bij", "Ends at"),
    "column-concerns": ("Over", "About"),
    # impact
    "help-impact": (
        "Wat raakt de weg kwijt als NAAM vervalt: een aanbieder, ingang, kanaal, verwijzing, lijn, team of rol?\n\n"
        "NAAM is een label, afkorting, korte naam of IRI. Niet gesteld is geen nee: er kunnen wegen zijn die de "
        "bron niet noemt.",
        "What loses its way if NAME goes: a provider, entry point, channel, referral, line, team or role?\n\n"
        "NAME is a label, an abbreviation, a short name or an IRI. Not stated is not a no: there may be ways that the "
        "source does not name.",
    ),
    "option-limit-impact": (
        "Zo veel regels per soort verlies hoogstens om te lezen (standaard 25; 0 voor alle).",
        "How many rows for each kind of loss at most, for reading (default 25; 0 for all).",
    ),
    "impact-kind": (
        "{name} kan niet vervallen; noem een aanbieder, ingang, kanaal, kanaalgebruik, verwijzing, lijn, team of rol",
        "{name} cannot go; name a provider, entry point, channel, channel use, referral, line, team or role",
    ),
    "impact-title": ("Als dit vervalt: {item} ({about})", "If this goes: {item} ({about})"),
    "impact-intro": (
        "Geteld is wat de bron noemt en wat in werking is. Dat geen andere weg is gesteld, zegt niet dat er geen is.",
        "Counted is what the source names and what is in operation. That no other way is stated does not say that "
        "there is none.",
    ),
    "impact-idle": (
        "{item} is niet in werking ({status}), dus vandaag geen weg naar binnen.",
        "{item} is not in operation ({status}), so no way in today.",
    ),
    "impact-of-the-kind": (
        "{item} is een soort: wat is gesteld van de {count} {count:organisatie, nauwere soort of groep|organisaties, "
        "nauwere soorten en groepen} daarvan, blijft hier staan.",
        "{item} is a kind: what is stated of the {count} {count:organisation, narrower kind or group|organisations, "
        "narrower kinds and groups} of it remains here.",
    ),
    "impact-presuming": (
        "Niet geteld: {count} {count:stap die|stappen die} alleen {count:geldt|gelden} van {item} als een van "
        "zijn soort.",
        "Not counted: {count} {count:hop that holds|hops that hold} of {item} only as one of its kind.",
    ),
    "impact-nothing": ("Niets, voor zover gesteld.", "Nothing, as far as stated."),
    "impact-count": ("{count} {count:regel|regels}.", "{count} {count:row|rows}."),
    "impact-left-out": (
        "Weggelaten: nog {count} keer {kind!r}. Met --limit 0 komt alles.",
        "Left out: {kind!r} {count} {count:time|times} more. --limit 0 gives all.",
    ),
    "impact-gone": ("Wat mee vervalt", "What goes with it"),
    "impact-leaning": ("Wat erop leunt", "What leans on it"),
    "impact-ways": ("Wie of wat een weg naar binnen verliest", "Who or what loses a way in"),
    "impact-digital": (
        "Geen andere weg zonder digitale vaardigheden gesteld",
        "No way left without digital skills stated",
    ),
    "impact-senders": ("Wie erheen werd gestuurd", "Who was sent there"),
    "impact-unreachable": (
        "Wat niet meer te bereiken is, voor zover gesteld",
        "What is no longer reached, as far as stated",
    ),
    "impact-circles": ("Kringen die ophouden, van hoogstens vier stappen", "Circles that end, of at most four steps"),
    "loss-entry-point": ("ingang vervalt", "entry point goes"),
    "loss-channel": ("kanaal vervalt", "channel goes"),
    "loss-channel-use": ("kanaalgebruik vervalt", "channel use goes"),
    "loss-support-line": ("lijn vervalt", "support line goes"),
    "loss-team": ("team vervalt", "team goes"),
    "loss-role": ("rol vervalt", "role goes"),
    "loss-service": ("dienst vervalt", "service goes"),
    "loss-support-aid": ("hulpmiddel vervalt", "support aid goes"),
    "loss-hop-from": ("stap vandaar vervalt", "hop from there goes"),
    "loss-hop-to": ("stap erheen vervalt", "hop to there goes"),
    "loss-hop": ("de stap zelf", "the hop itself"),
    "loss-left-without-channel": (
        "ingang: geen ander kanaal gesteld",
        "entry point: no other channel is stated",
    ),
    "loss-operated": ("verliest wie het uitvoert", "loses who runs it"),
    "loss-hosted": ("verliest zijn plek", "loses its place"),
    "loss-offered": ("campagne verliest wat zij aanbiedt", "campaign loses what it offers"),
    "loss-used": ("verliest wat het gebruikt", "loses what it makes use of"),
    "loss-connected": ("verliest waarmee het verbonden is", "loses what it is connected to"),
    "loss-party": ("samenwerking verliest een partij", "collaboration loses a party"),
    "loss-no-way": ("geen andere weg gesteld", "no other way is stated"),
    "loss-broader-way": (
        "geen andere weg gesteld, behalve onder iets ruimers",
        "no other way is stated, except under something broader",
    ),
    "loss-keeps-way": ("houdt andere wegen", "keeps other ways"),
    "loss-no-way-without-skill": (
        "geen andere weg zonder digitale vaardigheden gesteld",
        "no other way without digital skills is stated",
    ),
    "loss-nowhere": ("leidt nergens meer heen", "now leads nowhere"),
    "loss-no-destination": ("geen andere bestemming gesteld", "no other destination is stated"),
    "loss-keeps-destination": ("houdt andere bestemmingen", "keeps other destinations"),
    "loss-unreachable": ("geen andere weg erheen gesteld", "no other way there is stated"),
    "loss-line-without-way": ("lijn: geen andere weg naar binnen gesteld", "line: no other way in is stated"),
    "loss-circle-ends": ("kring houdt op", "circle ends"),
    "column-group": ("Groep", "Group"),
    "column-loss": ("Verlies", "Loss"),
    "column-item": ("Wat", "What"),
    "column-about": ("Is", "Is"),
    "column-lost": ("Verliest", "Loses"),
    "column-remaining": ("Resteert", "Remaining"),
    "column-remains": ("Wat resteert", "What remains"),
}
