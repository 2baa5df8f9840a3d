"""The ontology as pictures and as a reference, made from its Turtle files."""

from __future__ import annotations

from dienstgraaf.diagram.d2 import to_d2
from dienstgraaf.diagram.pages import stale, write
from dienstgraaf.diagram.reference import concepts_page, ontology_page
from dienstgraaf.diagram.views import VIEWS, Edge, View, ViewError
from dienstgraaf.diagram.vocabulary import Vocabulary, read_vocabulary
from dienstgraaf.drawing import RenderError, render, source_digest

__all__ = [
    "VIEWS",
    "Edge",
    "RenderError",
    "View",
    "ViewError",
    "Vocabulary",
    "concepts_page",
    "ontology_page",
    "read_vocabulary",
    "render",
    "source_digest",
    "stale",
    "to_d2",
    "write",
]
