"""What follows from the shipped knowledge, beside what owlrl says."""

from __future__ import annotations

from itertools import islice

import pytest
from pyoxigraph import Literal

from dienstgraaf.inventory import read_quads, shipped, source_files
from dienstgraaf.reasoning import infer
from dienstgraaf.reasoning.reference import owlrl_closure

MOST = 6000
"""How many triples owlrl gets: its time grows steeply, and the test is to take well under a minute."""


def without_texts(quads):
    """Leave out labels and other texts in a language, from which OWL concludes nothing here."""
    return [quad for quad in quads if not (isinstance(quad.object, Literal) and quad.object.language)]


@pytest.mark.slow
def test_every_conclusion_from_the_shipped_knowledge_is_that_of_owlrl():
    """On the whole ontology, and on every n-th file of instances so that at most MOST triples take part."""
    ontology = [quad for file in source_files([shipped()], ("ontology",)) for quad in without_texts(read_quads(file))]
    files = [without_texts(read_quads(file)) for file in source_files([shipped()], ("instances",))]
    step = 1
    while len(ontology) + sum(map(len, islice(files, 0, None, step))) > MOST and step < len(files):
        step += 1
    quads = ontology + [quad for file in files[::step] for quad in file]
    assert len(quads) > len(ontology)
    found, reference = set(infer(quads)), set(owlrl_closure(quads))
    assert sorted(map(str, found - reference)) == []
    assert sorted(map(str, reference - found)) == []
    assert len(found) > 500
