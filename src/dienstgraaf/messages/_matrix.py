"""The words of the matrix of topics, channels and audiences: key → (Dutch, English)."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    "help-matrix": (
        "Toon per onderwerp en levensgebeurtenis welke kanalen er zijn, en wat ontbreekt.\n\n"
        "Een kolom per soort kanaal; rijen waarvoor geen telefoon of geen balie is gesteld, zijn gemarkeerd. "
        "Ook als warmtekaart: -o matrix.svg, of -o matrix.html met alles waarop die rust.",
        "Show for each topic and life event which channels there are, and what is missing.\n\n"
        "One column for each kind of channel; rows for which no phone or no desk is stated are marked. "
        "Also as a heat map: -o matrix.svg, or -o matrix.html with all that it rests on.",
    ),
    "option-provider": (
        "Alleen wat van deze aanbieder is gesteld of voor hem volgt.",
        "Only what is stated of this provider, or follows for it.",
    ),
    "option-audience": ("Alleen wat deze doelgroep raakt.", "Only what bears on this audience."),
    "option-by": ("Een rij per onderwerp en doelgroep.", "One row for each topic and audience."),
    "option-grounds": (
        "Toon in plaats van de matrix waarop elke cel rust, met de woorden en segmenten van de bron.",
        "Show in place of the matrix what each cell rests on, with the source's words and segments.",
    ),
    "matrix-title": ("Onderwerpen en kanalen: {scope}", "Topics and channels: {scope}"),
    "matrix-all-providers": ("alle aanbieders", "all providers"),
    "matrix-presumed": ("met vermoedens", "with presumptions"),
    "matrix-for-audience": ("voor {audience}", "for {audience}"),
    "matrix-split": ("per doelgroep", "by audience"),
    "matrix-description": (
        "Warmtekaart: {rows} {rows:rij|rijen} met onderwerpen en levensgebeurtenissen, {columns} "
        "{columns:kolom|kolommen} met soorten kanalen. Bij {gaps} {gaps:rij|rijen} geen telefoon en geen "
        "balie gesteld, bij {general} alleen in het algemeen.",
        "Heat map: {rows} {rows:row|rows} of topics and life events, {columns} {columns:column|columns} of kinds of "
        "channels. {gaps} {gaps:row has|rows have} no phone and no desk stated, {general} {general:has|have} these "
        "only in general.",
    ),
    "matrix-count": (
        "{rows} {rows:rij|rijen}: bij {gaps} geen telefoon en geen balie gesteld, "
        "bij {general} alleen in het algemeen.",
        "{rows} {rows:row|rows}: {gaps} with no phone and no desk stated, {general} with these only in general.",
    ),
    "matrix-page": ("blad {page} van {pages}", "sheet {page} of {pages}"),
    "matrix-none": (
        "Niet gesteld: geen onderwerp, levensgebeurtenis of kanaal bij deze keuze.",
        "Not stated: no topic, life event or channel for this choice.",
    ),
    "matrix-any-topic": ("elk onderwerp, of niet beperkt", "any topic, or not restricted"),
    "matrix-everyone": ("niet beperkt", "not restricted"),
    "matrix-life-event": ("{label} (levensgebeurtenis)", "{label} (life event)"),
    "matrix-unspecified": ("{label}, niet nader", "{label}, unspecified"),
    "matrix-channel-not-stated": ("kanaal niet gesteld", "channel not stated"),
    # columns
    "matrix-kind": ("Soort", "Kind"),
    "matrix-subject": ("Onderwerp of levensgebeurtenis", "Topic or life event"),
    "matrix-audience": ("Doelgroep", "Audience"),
    "matrix-here": ("Hiervoor", "For this"),
    "matrix-in-general": ("In het algemeen", "In general"),
    "matrix-gaps": ("Wat ontbreekt", "Gaps"),
    "matrix-without-digital": ("Zonder digitale vaardigheid", "Without digital skill"),
    "matrix-channel-kind": ("Soort kanaal", "Kind of channel"),
    "matrix-mark": ("Teken", "Mark"),
    "matrix-meaning": ("Betekenis", "Meaning"),
    "matrix-entry-point": ("Ingang", "Entry point"),
    "matrix-fact": ("Kanaalgebruik of ander feit", "Channel use or other fact"),
    "matrix-providers": ("Aanbieders", "Providers"),
    "matrix-audiences": ("Doelgroepen", "Audiences"),
    "matrix-digital": ("Vraagt digitale vaardigheid", "Asks digital skill"),
    # gaps
    "need-phone": ("telefoon", "phone"),
    "need-desk": ("balie", "desk"),
    "and": (" en ", " and "),
    "and-no": (" en geen ", " and no "),
    "gap-no": ("uitdrukkelijk geen {needs}", "expressly no {needs}"),
    "gap-none": ("geen {needs} gesteld", "no {needs} stated"),
    "gap-part": ("{needs} alleen voor een deel", "{needs} only for a part"),
    "gap-general": (
        "geen {needs} hiervoor gesteld, alleen in het algemeen",
        "no {needs} stated for it, only in general",
    ),
    "gap-denied": ("in sommige gevallen uitdrukkelijk geen {needs}", "in some cases expressly no {needs}"),
    "gap-open": (
        "wel {count} {count:ingang|ingangen} zonder gesteld kanaal",
        "but {count} {count:way in|ways in} without a stated channel",
    ),
    # anything usable without digital skill
    "undemanding-stated": ("ja", "yes"),
    "undemanding-part": ("voor een deel", "for a part"),
    "undemanding-general": ("alleen in het algemeen", "only in general"),
    "undemanding-none": ("niet gesteld", "not stated"),
    "matrix-basis-stated": ("gesteld", "stated"),
    "matrix-basis-follows": ("volgt", "follows"),
    "matrix-basis-presumed": ("vermoed", "presumed"),
    # marks, in a word and in a sentence
    "mark-offered": ("aangeboden", "offered"),
    "mark-part": ("voor een deel", "for a part"),
    "mark-general": ("in het algemeen", "in general"),
    "mark-no": ("uitdrukkelijk niet", "expressly not"),
    "mark-other": ("niet in werking", "not in operation"),
    "mark-sent": ("uitgaand", "outgoing"),
    "sheet-matrix": ("Matrix", "Matrix"),
    "sheet-legend": ("Tekens", "Marks"),
    "matrix-legend": ("Tekens", "Marks"),
    "matrix-legend-number": (
        "zoveel keer is een kanaal van die soort in gebruik voor dit onderwerp",
        "so many uses of a channel of that kind are in operation for this topic",
    ),
    "matrix-legend-part": (
        "alleen voor een nauwer onderwerp of een nauwere doelgroep",
        "only for a narrower topic or audience",
    ),
    "matrix-legend-general": (
        "in het algemeen: niet voor dit onderwerp of deze doelgroep alleen, wel bij een aanbieder die het aangaat",
        "in general: not for this topic or audience in particular, but at a provider that it concerns",
    ),
    "matrix-legend-no": ("uitdrukkelijk niet", "expressly not"),
    "matrix-legend-other": (
        "niet in werking: gepland, beproefd, overwogen, beëindigd, of bijna nooit",
        "not in operation: planned, tried, considered, ended, or hardly ever",
    ),
    "matrix-legend-sent": (
        "uitgaand: hierlangs bereikt een aanbieder mensen; het is geen ingang",
        "outgoing: by this a provider reaches people; it is no way in",
    ),
    "matrix-legend-hedged": (
        "elk daarvan is in de bron voorzichtig gesteld",
        "each of these is hedged in the source",
    ),
    "matrix-legend-follows": (
        "volgt, want het geldt voor alle aanbieders van zijn soort",
        "follows, as it holds for all of its kind",
    ),
    "matrix-legend-presumed": ("is alleen te vermoeden", "can only be presumed"),
    "matrix-legend-gap": (
        "hier is geen telefoon gesteld, of niets in persoon (balie staat voor elk contact in persoon)",
        "no phone is stated here, or nothing in person (a desk stands for any contact in person)",
    ),
    "matrix-legend-lacking": ("telefoon of balie alleen in het algemeen", "phone or desk only in general"),
    "matrix-legend-more": ("en meer; de tabel heeft alles", "and more; the table has it all"),
    "matrix-legend-empty": ("niet gesteld; dat is geen nee", "not stated, which is not a no"),
    "matrix-intro": (
        "Per onderwerp en levensgebeurtenis hoe vaak een kanaal van elke soort in gebruik is, en wat ontbreekt. "
        "Wat niet gesteld is, is geen nee: de bron zegt er dan niets over.",
        "For each topic and life event, how many uses of each kind of channel there are, and what is missing. "
        "What is not stated is not a no: the source then says nothing about it.",
    ),
    "matrix-grounds": ("Waarop de cellen rusten", "What the cells rest on"),
    "matrix-grounds-intro": (
        "Wat er alleen in het algemeen is, staat bij het bredere onderwerp of in de laatste rij.",
        "What is there only in general stands with the broader topic, or in the last row.",
    ),
    "matrix-heat-map": ("De kaart", "The map"),
    "matrix-table": ("De tabel", "The table"),
}
