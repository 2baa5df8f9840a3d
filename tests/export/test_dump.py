"""A dump of everything: complete, in the same order every time, and never half a file."""

from __future__ import annotations

import io
import random

import pytest
from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    parse,
)

from dienstgraaf.engine import EmbeddedEngine
from dienstgraaf.export.dump import FORMATS, dump, dump_to_file
from dienstgraaf.inventory.namespaces import DG, INFERRED_GRAPH

A, P = NamedNode("https://example.org/a"), NamedNode(f"{DG}topic")
ONE, TWO = NamedNode("urn:graph:1"), NamedNode("urn:graph:2")
QUADS = [
    Quad(A, P, Literal('"één"\n\t\\', language="nl"), TWO),
    Quad(A, P, Literal(8), TWO),
    Quad(A, P, BlankNode("x"), ONE),
    Quad(BlankNode("x"), P, A, ONE),
    Quad(A, P, A, DefaultGraph()),
    Quad(A, NamedNode(f"{DG}statedFor"), A, NamedNode(INFERRED_GRAPH)),
]


def written(quads, form="nq", **options):
    output = io.BytesIO()
    count = dump(quads, output, form, **options)
    return output.getvalue(), count


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_reading_a_dump_gives_back_everything(form):
    content, count = written(QUADS, form)
    found, expected = Dataset(parse(content, format=FORMATS[form])), Dataset(QUADS)
    assert count == len(expected)
    for dataset in (found, expected):
        dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    assert found == expected


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_the_order_and_the_labels_of_blank_nodes_do_not_matter(form):
    again = [
        Quad(
            *(BlankNode("other") if isinstance(term, BlankNode) else term for term in tuple(quad)[:3]), quad.graph_name
        )
        for quad in random.Random(1).sample(QUADS, len(QUADS))
    ]
    assert written(again, form) == written(QUADS, form)


def test_n_quads_are_sorted_by_graph_and_one_a_line():
    lines = written(QUADS)[0].decode().splitlines()
    assert [line.rsplit(" ", 2)[1] for line in lines[1:]] == [f"<{INFERRED_GRAPH}>", *[str(ONE)] * 2, *[str(TWO)] * 2]
    assert lines[0].endswith(f"{A} .")


def test_each_graph_stands_in_one_block_of_trig_and_prefixes_are_used():
    text = written(QUADS, "trig")[0].decode()
    assert text.count(f"{ONE} {{") == text.count(f"{TWO} {{") == 1
    assert "dg:topic" in text


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_what_was_inferred_can_be_left_out(form):
    content, count = written(QUADS, form, inferred=False)
    assert count == len(QUADS) - 1
    assert b"statedFor" in written(QUADS, form)[0]
    assert b"statedFor" not in content


def test_an_engine_can_be_dumped():
    engine = EmbeddedEngine()
    engine.load(QUADS)
    assert written(engine) == written(QUADS)


def test_an_empty_engine_gives_an_empty_dump():
    assert written(EmbeddedEngine()) == (b"", 0)


def test_a_file_is_written_whole_or_not_at_all(tmp_path):
    path = tmp_path / "all.nq"
    path.write_text("before")

    def breaking():
        yield QUADS[0]
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        dump_to_file(breaking(), path)
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]
    assert dump_to_file(QUADS, path) == len(QUADS)
    assert path.read_bytes() == written(QUADS)[0]
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_can_be_read_by_those_who_can_read_new_files(tmp_path):
    (tmp_path / "usual").write_text("")
    dump_to_file(QUADS, tmp_path / "all.trig", "trig")
    assert (tmp_path / "all.trig").stat().st_mode == (tmp_path / "usual").stat().st_mode
    assert list(parse(path=tmp_path / "all.trig", format=RdfFormat.TRIG))


def test_a_format_that_there_is_not_is_refused_and_leaves_no_file(tmp_path):
    with pytest.raises(KeyError):
        dump_to_file(QUADS, tmp_path / "all.xml", "xml")
    assert list(tmp_path.iterdir()) == []
