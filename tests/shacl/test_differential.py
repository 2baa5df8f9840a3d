"""Random shapes on random data: the same results as pySHACL, and as often; where pySHACL errs, that is shown by itself.

Results are compared as multisets: SHACL has a result for each way in which a value comes to be looked at, and both
validators give them all. The worlds of shacl_strategies.py leave out what the FAULTS below are about.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from pyshacl.errors import ReportableRuntimeError

from shacl_cases import triples
from shacl_reference import ours, theirs
from shacl_strategies import cases


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(cases())
def test_random_shapes_give_the_same_results_as_pyshacl(case: tuple[str, str, str]) -> None:
    data, ontology, shapes = map(triples, case)
    assert ours(data + ontology, shapes) == theirs(data, shapes, ontology)


@dataclass(frozen=True)
class Fault:
    """Data and shapes on which pySHACL is wrong: how many results SHACL asks, how many it gives (None: it fails)."""

    data: str
    shapes: str
    right: int
    wrong: int | None


FAULTS = {
    # Section 4.4.1: a result for each value that is shorter, and for each that is a blank node. pySHACL lets any value
    # pass where the least length is 0.
    "a blank node has no length, not even one of at least 0": Fault(
        "ex:a ex:p _:x .", "ex:S sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:minLength 0 ] .", 1, 0
    ),
    # Sections 4.3.1 to 4.3.4: a value fails if the comparison by SPARQL's operators does not return true; between these
    # types it is an error (SPARQL 1.1, section 17.3). pySHACL orders them all.
    "a boolean is not less than a number": Fault(
        "ex:a ex:p false .", "ex:S sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:maxInclusive 1 ] .", 1, 0
    ),
    "a number is not more than a date": Fault(
        "ex:a ex:p 1 .",
        'ex:S sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:minInclusive "2024-01-01"^^xsd:date ] .',
        1,
        0,
    ),
    "a literal of an unknown type is not less than a number": Fault(
        'ex:a ex:p "a"^^ex:type .', "ex:S sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:maxInclusive 1 ] .", 1, 0
    ),
    "a text in a language is not compared with one without": Fault(
        'ex:a ex:p "b"@en .', 'ex:S sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:minInclusive "a" ] .', 1, 0
    ),
    # Sections 4.5.3 and 4.5.4: a result for each pair "where the first value node is not less than the second value or
    # the two values cannot be compared". pySHACL compares IRIs as texts, and gives up on blank nodes.
    "of two IRIs none is less": Fault(
        "ex:a ex:p ex:b ; ex:q ex:c .",
        "ex:S sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:lessThan ex:q ] .",
        1,
        0,
    ),
    "a blank node is not less than anything": Fault(
        "ex:a ex:p _:x ; ex:q 1 .",
        "ex:S sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:lessThan ex:q ] .",
        1,
        None,
    ),
    # Section 5.3: one result for each solution of the query; a SELECT without DISTINCT may have several that look the
    # same. pySHACL takes them together.
    "each solution of a query is a result": Fault(
        "ex:a ex:p 1, 2 .",
        "ex:S sh:targetNode ex:a ; sh:sparql [ sh:select 'SELECT $this { $this <http://example.org/p> ?x }' ] .",
        2,
        1,
    ),
}
"""What pySHACL 0.40 does otherwise than the specification says (SHACL, W3C Recommendation of 20 July 2017)."""


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_where_pyshacl_errs_the_specification_is_followed(fault: Fault) -> None:
    data, shapes = triples(fault.data), triples(fault.shapes)
    assert ours(data, shapes).total() == fault.right
    if fault.wrong is None:
        with pytest.raises(ReportableRuntimeError):
            theirs(data, shapes)
    else:
        assert theirs(data, shapes).total() == fault.wrong
