"""Random shapes on random data: the same results as pySHACL, the reference that works in a wholly different way."""

from __future__ import annotations

from collections import Counter

import pyshacl
from hypothesis import HealthCheck, given, settings
from pyoxigraph import NamedNode, Triple
from rdflib import Graph as RdflibGraph
from shacl_cases import Key, engine_with, keys, reported, triples
from shacl_strategies import cases

from dienstgraaf._rdflib import from_rdflib, to_graph
from dienstgraaf.shacl import Graph, check
from dienstgraaf.shacl.terms import RDF, sh


def ours(data: list[Triple], shapes: list[Triple]) -> Counter[Key]:
    known = Graph(shapes)
    return keys(check(engine_with(data), known), known)


def theirs(data: list[Triple], ontology: list[Triple], shapes: list[Triple]) -> Counter[Key]:
    _, report, _ = pyshacl.validate(to_graph(data), shacl_graph=to_graph(shapes), ont_graph=to_graph(ontology))
    assert isinstance(report, RdflibGraph), report
    terms = Graph(Triple(*map(from_rdflib, each)) for each in report)
    top = terms.subjects(NamedNode(RDF + "type"), sh("ValidationReport"))
    return reported(terms, [each for node in top for each in terms.objects(node, sh("result"))])
