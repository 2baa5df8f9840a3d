"""Shapes that would be slow if a query looked at the whole data for each node: time grows with the data, no faster.

None is timed: one that went with the square of the data would not come to an end.
"""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from dienstgraaf.engine import EmbeddedEngine
from dienstgraaf.shacl import check
from dienstgraaf.shacl.terms import RDF
from shacl_cases import engine_with, ex, graph

NODES = 20_000

TYPE, P, Q, NAME = NamedNode(RDF + "type"), ex("p"), ex("q"), ex("name")


@pytest.fixture(scope="module")
def many() -> EmbeddedEngine:
    """Nodes with two neighbours and a number each, all but one in a hundred with a name; a chain; and a hub."""
    data = []
    for i in range(NODES):
        node = ex(f"n{i}")
        data += [Triple(node, TYPE, ex("A" if i % 2 else "B")), Triple(node, Q, Literal(i % 10))]
        data += [Triple(node, P, ex(f"n{(i * k + k) % NODES}")) for k in (7, 13)]
        data += [Triple(ex(f"n{i}"), ex("next"), ex(f"n{i + 1}")), Triple(ex("hub"), P, node)]
        if i % 100:
            data.append(Triple(node, NAME, Literal(f"name {i}")))
    return engine_with([*data, Triple(ex("start"), ex("next"), ex("n0")), Triple(ex("start"), ex("first"), ex("n0"))])


def results(engine: EmbeddedEngine, shape: str) -> int:
    """How many results a shape gives."""
    return sum(1 for _ in check(engine, graph(f"ex:S {shape} .")))


ITEMS = " ".join(f"ex:n{i}" for i in range(0, NODES, 4))
SHAPES = {
    "a sequence that may lead nowhere": "sh:path ( ex:p ex:p ex:none ) ; sh:minCount 1",
    "a sequence inside another shape": "sh:not [ sh:path ( ex:p ex:p ex:none ) ; sh:minCount 1 ] ; sh:class ex:A",
    "many counts": "sh:property [ sh:path ex:p ; sh:minCount 3 ] , [ sh:path ex:q ; sh:minCount 2 ; sh:maxCount 4 ]",
    "a count inside another shape": "sh:node [ sh:property [ sh:path ex:p ; sh:minCount 3 ; sh:maxCount 5 ] ]",
    "or": "sh:or ( [ sh:path ex:p ; sh:class ex:A ] [ sh:path ex:none ; sh:minCount 1 ] [ sh:hasValue ex:n1 ] )",
    "xone": "sh:xone ( [ sh:path ex:p ; sh:class ex:A ] [ sh:path ex:p ; sh:class ex:B ] [ sh:class ex:A ] )",
    "disjoint qualified shapes": ", ".join(
        f"[ sh:path ex:p ; sh:qualifiedValueShape [ sh:class ex:{name} ] ; sh:qualifiedMinCount 2 ; "
        "sh:qualifiedValueShapesDisjoint true ]"
        for name in "AB"
    ).join(("sh:property ", "")),
    "a path without length": "sh:property [ sh:path ( [ sh:zeroOrOnePath ex:p ] ex:name ) ; sh:minCount 4 ]",
    "a long list": f"sh:property [ sh:path ex:p ; sh:in ( {ITEMS} ) ]",
    "a query": "sh:sparql [ sh:select 'SELECT $this { FILTER NOT EXISTS { $this <http://example.org/name> ?name } }' ]",
}
CHAINS = {
    "what a recursive path leads to": "sh:path [ sh:zeroOrMorePath ex:next ] ; sh:class ex:A",
    "a recursive path and a step": "sh:path ( [ sh:zeroOrMorePath ex:next ] ex:q ) ; sh:in ( 1 2 )",
    "a recursive path that is counted": "sh:path ( [ sh:oneOrMorePath ex:next ] ex:p ) ; sh:minCount 1000000",
}


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_a_shape_over_many_nodes_takes_its_time_and_no_more(many: EmbeddedEngine, shape: str) -> None:
    count = results(many, f"sh:targetClass ex:A, ex:B ; {shape}")
    assert count > 0


@pytest.mark.slow
@pytest.mark.parametrize(
    "target", ["sh:targetNode ex:start", "sh:targetSubjectsOf ex:first ; sh:targetObjectsOf ex:none"]
)
@pytest.mark.parametrize("shape", CHAINS.values(), ids=CHAINS)
def test_a_recursive_path_is_followed_from_its_start_only(many: EmbeddedEngine, shape: str, target: str) -> None:
    count = results(many, f"{target} ; {shape}")
    assert count > 0


@pytest.mark.slow
def test_a_node_may_have_many_values(many: EmbeddedEngine) -> None:
    shape = "sh:property [ sh:path ex:p ; sh:minCount 2 ; sh:equals ex:p ; sh:disjoint ex:q ; sh:class ex:A ]"
    nested = "sh:node [ sh:property [ sh:path ex:p ; sh:maxCount 5 ; sh:equals ex:p ] ]"
    count = results(many, f"sh:targetNode ex:hub ; {shape} ; {nested}")
    assert count == NODES / 2 + 1
