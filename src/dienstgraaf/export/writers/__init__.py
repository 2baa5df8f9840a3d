"""The forms that exports are written in: one module a form, and one table of them all."""

from __future__ import annotations

from typing import Final

from dienstgraaf.export.model import Format
from dienstgraaf.export.writers.jsonld import write_jsonld
from dienstgraaf.export.writers.rdf import write_ntriples, write_turtle
from dienstgraaf.export.writers.rdfxml import write_rdfxml

__all__ = ["FORMATS"]

FORMATS: Final[dict[str, Format]] = {
    each.name: each
    for each in (
        Format("turtle", ".ttl", write=write_turtle),
        Format("ntriples", ".nt", write=write_ntriples),
        Format("jsonld", ".jsonld", write=write_jsonld),
        Format("rdfxml", ".rdf", write=write_rdfxml),
    )
}
"""All forms by name. What a writer imports beyond the package and pyoxigraph, it imports when it runs."""
