"""Files of knowledge: which there are, what they hold, and what is said of one that is broken."""

from __future__ import annotations

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode

from dienstgraaf.inventory import (
    SourceFile,
    TurtleSyntaxError,
    at,
    digest,
    read_quads,
    rule_files,
    shape_files,
    source_files,
)
from dienstgraaf.inventory.namespaces import BASE, DG

GRAPH = f"{BASE}graph/"


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "mine"
    for name in ("ontology/a.ttl", "ontology/shapes/s.ttl", "instances/x/b.ttl", "instances/x/.hidden.ttl", "c.ttl"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("")
    (root / "ontology" / "rules").mkdir()
    (root / "ontology" / "rules" / "r.rq").write_text("")
    return root


def read(tmp_path, content: str | bytes):
    path = tmp_path / "file.ttl"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_quads(SourceFile(f"{GRAPH}file", path))


def graphs(files):
    return [file.graph.removeprefix(GRAPH) for file in files]


def test_each_part_of_a_layout_has_its_files_and_shapes_are_apart(folder):
    layouts = [at(folder)]
    assert graphs(source_files(layouts)) == ["data/mine/instances/x/b", "data/mine/ontology/a"]
    assert graphs(source_files(layouts, parts=("ontology",))) == ["data/mine/ontology/a"]
    assert graphs(shape_files(layouts)) == ["data/mine/ontology/shapes/s"]
    assert [path.name for path in rule_files(layouts)] == ["r.rq"]


def test_two_folders_of_one_name_do_not_share_graphs(tmp_path):
    for parent in ("one", "two"):
        (tmp_path / parent / "data").mkdir(parents=True)
        (tmp_path / parent / "data" / "a.ttl").write_text("")
    files = source_files([at(tmp_path / "one" / "data"), at(tmp_path / "two" / "data")])
    assert graphs(files) == ["data/data-2/a", "data/data/a"]


def test_a_folder_named_twice_is_read_once(folder):
    assert len(source_files([at(folder), at(folder)])) == 2


def test_the_digest_changes_with_content_and_name_and_with_nothing_else(tmp_path):
    path = tmp_path / "a.ttl"
    path.write_text("# one")
    first = digest([SourceFile("urn:a", path)])
    path.touch()
    assert digest([SourceFile("urn:a", path)]) == first
    assert digest([SourceFile("urn:b", path)]) != first
    path.write_text("# two")
    assert digest([SourceFile("urn:a", path)]) != first
    assert len(first) == 64


def test_all_quads_of_a_file_are_in_its_graph_and_relative_iris_start_there(tmp_path):
    (quad,) = read(tmp_path, f'<> <{DG}hedge> "bijna"@nl .')
    assert quad.graph_name == quad.subject == NamedNode(f"{GRAPH}file")
    assert quad.object == Literal("bijna", language="nl")


def test_blank_nodes_of_two_files_never_meet_and_are_the_same_in_every_run(tmp_path):
    content = "_:b <urn:p> _:c , [ <urn:q> 1 ] ."
    (tmp_path / "a.ttl").write_text(content)
    first, again, other = (
        {term.value for quad in read_quads(SourceFile(graph, tmp_path / "a.ttl")) for term in quad if is_blank(term)}
        for graph in ("urn:one", "urn:one", "urn:other")
    )
    assert len(first) == 3
    assert first == again
    assert not first & other


def is_blank(term):
    return isinstance(term, BlankNode)


@pytest.mark.parametrize(
    ("content", "line", "column", "message"),
    [
        ("<urn:a> <urn:b> <urn:c>\n", 2, 1, "the file ends before the statement does; it lacks a dot"),
        ("# één 😀\n<urn:a> <urn:b> 'één 😀' , nope:x .", 2, 27, "The prefix nope: has not been declared"),
        ("\r\n\r\n<urn:a> <urn b> 1 .", 3, 9, "Invalid IRI"),
        ("<urn:a> <urn:b> '''never\nclosed", 1, 17, "what starts here is never closed"),
        ("<urn:a> <urn:b> 1\n<urn:c> <urn:d> 2 .", 2, 1, "the statement before this lacks a dot, semicolon or comma"),
        ("<urn:a>\n\t'text' 1 .", 2, 2, "is not a valid predicate"),
        (b"# ok\n<urn:a> <urn:\xc3\xa9> 'caf\xe9' .", 2, 21, "not UTF-8 (byte 0xE9); save the file as UTF-8"),
        (b"\xff\xfe<\x00", 1, 1, "not UTF-8 (byte 0xFF)"),
    ],
)
def test_a_broken_file_is_told_with_line_and_column_in_characters(tmp_path, content, line, column, message):
    with pytest.raises(TurtleSyntaxError) as caught:
        read(tmp_path, content)
    error = caught.value
    assert (error.path, error.line, error.column) == (tmp_path / "file.ttl", line, column)
    assert message in error.message
    assert "Parser error" not in error.message
    assert str(error) == f"{error.path}:{line}:{column}: {error.message}"


def test_a_folder_in_place_of_a_file_and_a_file_that_is_gone_are_told(tmp_path):
    for path, reason in ((tmp_path, "Is a directory"), (tmp_path / "gone.ttl", "No such file")):
        with pytest.raises(TurtleSyntaxError, match=f"cannot be read: {reason}"):
            read_quads(SourceFile("urn:g", path))
        with pytest.raises(TurtleSyntaxError):
            digest([SourceFile("urn:g", path)])


def test_a_byte_order_mark_does_no_harm(tmp_path):
    assert len(read(tmp_path, b"\xef\xbb\xbf<urn:a> <urn:b> 1 .")) == 1
