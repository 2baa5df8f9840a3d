"""Runs this package and pySHACL, the reference that works in a wholly different way, on the same data and shapes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pyshacl
import rdflib
from pyoxigraph import NamedNode, Triple

from dienstgraaf._rdflib import from_rdflib, to_graph
from dienstgraaf.shacl import Graph, check
from dienstgraaf.shacl.terms import RDF, sh
from shacl_cases import Key, engine_with, keys, reported


def ours(data: list[Triple], shapes: list[Triple], **options: Callable[..., Any]) -> Counter[Key]:
    known = Graph(shapes)
    return keys(check(engine_with(data), known, **options), known)


def report(data: list[Triple], shapes: list[Triple], ontology: list[Triple] | None = None) -> list[Triple]:
    """What pySHACL reports, as a graph."""
    options = {"ont_graph": to_graph(ontology)} if ontology else {}
    _, found, _ = pyshacl.validate(to_graph(data), shacl_graph=to_graph(shapes), **options)
    assert isinstance(found, rdflib.Graph), found
    return [Triple(*map(from_rdflib, each)) for each in found]


def theirs(data: list[Triple], shapes: list[Triple], ontology: list[Triple] | None = None) -> Counter[Key]:
    terms = Graph(report(data, shapes, ontology))
    top = terms.subjects(NamedNode(RDF + "type"), sh("ValidationReport"))
    return reported(terms, [each for node in top for each in terms.objects(node, sh("result"))])
