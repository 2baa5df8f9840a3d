"""The forms that exports are written in: one module a form, and one table of them all."""

from __future__ import annotations

from typing import Final

from dienstgraaf.export.model import Format
from dienstgraaf.export.writers.archimate import check_archimate, write_archimate
from dienstgraaf.export.writers.csvw import write_csvw
from dienstgraaf.export.writers.gexf import write_gexf
from dienstgraaf.export.writers.graphml import write_graphml
from dienstgraaf.export.writers.hsds import check_hsds, write_hsds, write_hsds_folder
from dienstgraaf.export.writers.jsonld import write_jsonld
from dienstgraaf.export.writers.rdf import write_ntriples, write_turtle
from dienstgraaf.export.writers.rdfxml import write_rdfxml
from dienstgraaf.export.writers.xlsx import write_xlsx

__all__ = ["FORMATS"]

FORMATS: Final[dict[str, Format]] = {
    each.name: each
    for each in (
        Format("turtle", ".ttl", write=write_turtle),
        Format("ntriples", ".nt", write=write_ntriples),
        Format("jsonld", ".jsonld", write=write_jsonld),
        Format("rdfxml", ".rdf", write=write_rdfxml),
        Format("hsds", write_folder=write_hsds_folder, check=check_hsds),
        Format("hsds-json", ".json", write=write_hsds, check=check_hsds),
        Format("csvw", write_folder=write_csvw),
        Format("graphml", ".graphml", write=write_graphml),
        Format("gexf", ".gexf", write=write_gexf),
        Format("xlsx", ".xlsx", write=write_xlsx, binary=True),
        Format("archimate", ".xml", write=write_archimate, check=check_archimate),
    )
}
"""All forms by name. What a writer imports beyond the package and pyoxigraph, it imports when it runs."""
