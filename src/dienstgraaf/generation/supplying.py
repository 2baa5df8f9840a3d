"""All files of one supplier, of about 5,000 triples together."""

from __future__ import annotations

from typing import Final

from dienstgraaf.generation.access import add_access
from dienstgraaf.generation.facts import add_facts, add_working_together
from dienstgraaf.generation.hops import add_hops
from dienstgraaf.generation.items import Draft, Item, texts
from dienstgraaf.generation.making import SOURCE, Maker
from dienstgraaf.generation.organisation import add_organisation
from dienstgraaf.generation.plan import Plan, Supplier
from dienstgraaf.generation.support import add_aids, add_support
from dienstgraaf.generation.words import AGENCY_TOPICS, TOPICS

__all__ = ["HEADER_TRIPLES", "header", "make_supplier"]

_TOPICS_UNTIL: Final = (4_300, 4_750)
"""Between which numbers of triples a supplier stops adding topics; what follows brings it to about 5,000."""

HEADER_TRIPLES: Final = 9
"""How many triples the data set of a file has."""

_CC0: Final = "<https://creativecommons.org/publicdomain/zero/1.0/>"


def make_supplier(plan: Plan, supplier: Supplier) -> list[Draft]:
    """Return the files of `supplier`, always the same for the same plan; empty ones are left out."""
    make = Maker(plan, supplier)
    limit = make.chance.between(*_TOPICS_UNTIL)
    topics = TOPICS if supplier.kind == "municipality" else AGENCY_TOPICS
    add_organisation(make)
    for topic in make.chance.some(topics, len(topics)):
        if make.triples >= limit:
            break
        add_support(make, topic)
        add_access(make, topic)
        add_hops(make, topic)
        add_facts(make, topic)
    add_aids(make)
    add_working_together(make)
    return [draft for draft in make.drafts.values() if draft.items]


def header(draft: Draft) -> Item:
    """Return the data set that `draft` is: its publisher, licence and title, and that it is synthetic."""
    dutch, english = draft.supplier.dutch, draft.supplier.english
    values = {
        "a": ["dcat:Dataset"],
        "dct:description": texts(
            "Verzonnen, om programma's mee te beproeven. Ook wat er over bestaande organisaties staat, is verzonnen.",
            "Made up, to try programs with. What is said of organisations that exist is made up as well.",
        ),
        "dct:license": [_CC0],
        "dct:publisher": [f"own-organisation:{draft.supplier.slug}"],
        "dct:source": [SOURCE],
        "dct:title": texts(f"Synthetisch: {draft.dutch} van {dutch}", f"Synthetic: {draft.english} of {english}"),
    }
    return Item(f"<{draft.graph}>", values)
