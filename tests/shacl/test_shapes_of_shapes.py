"""Shapes are themselves validated, by shacl-shacl."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from dienstgraaf.shacl import Graph, ShapesError
from dienstgraaf.shacl.shapes_of_shapes import check_shapes_graph, refuse_malformed, shacl_shacl
from shacl_cases import triples


@pytest.fixture(scope="module")
def rules() -> Graph:
    return shacl_shacl()


@pytest.mark.parametrize(
    ("shapes", "component", "path"),
    [
        ("ex:S sh:targetNode ex:a ; sh:nodeKind ex:Kind .", "In", "nodeKind"),
        ("ex:S a sh:PropertyShape ; sh:minCount 1 .", "Xone", None),
        ("ex:S sh:property [ sh:path ex:p ; sh:minCount 'x' ] .", "Datatype", "minCount"),
        ("ex:S sh:property [ sh:path ex:p ; sh:maxCount 1, 2 ] .", "MaxCount", "maxCount"),
        ("ex:S sh:targetNode ex:a ; sh:in 3 .", "Node", "in"),
    ],
)
def test_what_is_wrong_in_shapes_is_found_where_it_stands(
    rules: Graph, shapes: str, component: str, path: str | None
) -> None:
    found = {
        (each.component.value.rpartition("#")[2], each.path and each.path.text.rpartition("#")[2].rstrip(">"))
        for each in check_shapes_graph(triples(shapes), rules)
    }
    assert (f"{component}ConstraintComponent", path) in found


def test_wrong_shapes_are_refused_with_the_node_at_fault(rules: Graph) -> None:
    with pytest.raises(ShapesError, match=r"no well-formed shape.*nodeKind.*ex.*Kind") as caught:
        refuse_malformed(triples("ex:S sh:targetNode ex:a ; sh:nodeKind ex:Kind ."), rules)
    assert str(caught.value.node) == "<http://example.org/S>"


def test_good_shapes_pass(rules: Graph) -> None:
    good = "ex:S sh:targetNode ex:a ; sh:property [ sh:path ( ex:p [ sh:inversePath ex:q ] ) ; sh:in ( 1 ex:b ) ] ."
    assert refuse_malformed(triples(good), rules) is None


def test_the_shapes_of_the_project_pass(rules: Graph, repo_root: Path) -> None:
    files = sorted((repo_root / "ontology" / "shapes").glob("*.ttl"))
    shapes = [quad.triple for file in files for quad in parse(file.read_bytes(), RdfFormat.TURTLE)]
    assert len(shapes) > 100
    assert check_shapes_graph(shapes, rules) == []


def test_the_published_shapes_for_shapes_find_the_same(rules: Graph, shared: Path) -> None:
    file = shared / "standards" / "w3c-shacl" / "shacl-shacl.ttl"
    published = Graph(quad.triple for quad in parse(file.read_bytes(), RdfFormat.TURTLE, base_iri=file.as_uri()))
    wrong = triples("ex:S sh:property [ sh:path ex:p ; sh:minCount 'x' ; sh:class 3 ] ; sh:nodeKind ex:Kind .")
    names = [
        {(str(each.focus), str(each.component)) for each in check_shapes_graph(wrong, each_)}
        for each_ in (rules, published)
    ]
    assert names[0] == names[1] != set()


def test_a_list_of_100_000_is_validated(rules: Graph) -> None:
    long = " ".join(f"ex:i{number}" for number in range(100_000))
    assert check_shapes_graph(triples(f"ex:S sh:targetNode ex:a ; sh:in ( {long} ) ."), rules) == []


def test_pyshacl_is_not_loaded_by_the_package() -> None:
    code = (
        "import sys, dienstgraaf.shacl.shapes_of_shapes as s; s.shacl_shacl(); "
        "sys.exit('pyshacl' in sys.modules or 'rdflib' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
