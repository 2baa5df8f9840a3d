"""Each result points at the statement that is wrong, or at the subject of one that is missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from dienstgraaf.inventory import SourceFile
from dienstgraaf.validation import Finding, ValidationReport, to_text, validate
from dienstgraaf.validation.places import Places

HEAD = """@prefix ex: <http://example.org/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
LINES = HEAD.count("\n")


@pytest.fixture
def check(tmp_path: Path):
    """Checks data against shapes alone; both get the prefixes in front."""

    def run(shapes: str, data: str | bytes) -> ValidationReport:
        rules, path = tmp_path / "shapes.ttl", tmp_path / "data.ttl"
        rules.write_text(HEAD + shapes, "utf-8")
        path.write_bytes(data if isinstance(data, bytes) else (HEAD + data).encode())
        return validate((), [path], [rules], only_shapes=True)

    return run


def only(report: ValidationReport) -> Finding:
    (finding,) = report.findings
    return finding


def place(finding: Finding) -> tuple[int, int]:
    assert finding.line is not None
    assert finding.column is not None
    return finding.line - LINES, finding.column


@pytest.mark.parametrize(
    ("shape", "data", "expected"),
    [
        ("sh:path ex:age ; sh:datatype xsd:integer", 'ex:a a ex:T ;\n  ex:age 3 ,\n    "x" .', (3, 5)),
        ("sh:path ex:age ; sh:minCount 1", "ex:b a ex:U .\nex:a a ex:T ;\n  ex:x 3 .", (2, 1)),
        ("sh:path ex:age ; sh:minCount 2", "ex:a a ex:T ;\n  ex:x 1 ;\n  ex:age 3 .", (3, 3)),
        ("sh:path ex:age ; sh:maxCount 1", "ex:a a ex:T ;\n  ex:x 1 ;\n  ex:age 3 , 4 .", (3, 3)),
        ("sh:path ex:to ; sh:class ex:U", "ex:a a ex:T ; ex:to ex:a , ex:b .\nex:b a ex:U .", (1, 21)),
        ("sh:path [ sh:inversePath ex:to ] ; sh:maxCount 0", "ex:a a ex:T .\nex:b ex:to ex:a .", (1, 1)),
        ("sh:path [ sh:inversePath ex:to ] ; sh:class ex:U", "ex:a a ex:T .\nex:b a ex:V ;\n ex:to ex:a .", (3, 8)),
        (
            "sh:path ( ex:to ex:age ) ; sh:datatype xsd:integer",
            'ex:a a ex:T ; ex:to ex:b .\nex:b ex:age "x" .',
            (2, 13),
        ),
        ("sh:path ( ex:to ex:age ) ; sh:minCount 1", "ex:a a ex:T ;\n   ex:to ex:b .\nex:b ex:x 1 .", (2, 4)),
        ("sh:path ex:part ; sh:nodeKind sh:IRI", "ex:a a ex:T ; ex:part\n    [ ex:x 1 ] .", (2, 5)),
        ("sh:path ex:part ; sh:nodeKind sh:IRI", "ex:a a ex:T ; ex:part\n    ( 1 2 ) .", (2, 5)),
        ("sh:path ex:age ; sh:maxInclusive 9", "ex:a a ex:T ; ex:age 010 .", (1, 22)),
        ("sh:path ex:name ; sh:uniqueLang true", 'ex:a a ex:T ; ex:name "x"@en , "y"@en .', (1, 15)),
        ('sh:path ex:name ; sh:languageIn ( "nl" )', 'ex:a a ex:T ; ex:name "x"@nl , "y"@EN .', (1, 32)),
    ],
)
def test_a_property_is_pointed_at(check, shape: str, data: str, expected: tuple[int, int]) -> None:
    report = check(f"ex:s a sh:NodeShape ; sh:targetClass ex:T ; sh:property [ {shape} ] .", data)
    assert place(only(report)) == expected


def test_a_thing_of_the_wrong_class_is_pointed_at_where_its_class_is_said(check) -> None:
    report = check("ex:s sh:targetNode ex:a ; sh:class ex:U .", "ex:a ex:p 1 ;\n  a ex:T .")
    assert place(only(report)) == (2, 3)


def test_a_property_that_belongs_to_another_class_is_pointed_at(check) -> None:
    report = check("ex:s sh:targetSubjectsOf ex:p ; sh:class ex:U .", "ex:a a ex:T ;\n  ex:p 1 .")
    assert place(only(report)) == (2, 3)


def test_a_property_that_a_closed_shape_does_not_know_is_pointed_at(check) -> None:
    report = check(
        "ex:s sh:targetSubjectsOf ex:p ; sh:closed true ; sh:property [ sh:path ex:q ] .",
        "ex:a ex:q ex:T ;\n  ex:p 1 .",
    )
    assert place(only(report)) == (2, 8)


def test_a_part_without_a_name_is_pointed_at_and_told_by_what_it_hangs_in(check) -> None:
    shape = "ex:s sh:targetClass ex:Part ; sh:property [ sh:path ex:size ; sh:minCount 1 ] ."
    report = check(shape, "ex:a ex:x ex:y ;\n  ex:part [ a ex:Box ; ex:size 3 ] ,\n    [ a ex:Part ] .")
    finding = only(report)
    assert place(finding) == (3, 5)
    assert "about: the ex:part of ex:a\n" in to_text(report, "en")
    assert "over: ex:part van ex:a\n" in to_text(report, "nl")
    assert "_:" not in to_text(report, "en")


def test_a_blank_value_is_shown_by_its_content(check) -> None:
    shape = "ex:s sh:targetClass ex:T ; sh:property [ sh:path ex:part ; sh:nodeKind sh:IRI ] ."
    text = to_text(check(shape, 'ex:a a ex:T ; ex:part _:x . _:x ex:p ex:q ; ex:n "m" ; ex:z 1 , 2 .'), "en")
    assert '[ ex:p ex:q ; ex:n "m" ; ex:z 1 ; … ]' in text
    assert "_:" not in text.replace("ex:part _:x . _:x", "")


def test_a_literal_that_is_itself_the_focus_is_found(check) -> None:
    report = check("ex:s sh:targetObjectsOf ex:p ; sh:datatype xsd:integer .", 'ex:a ex:q 1 ;\n ex:p 2 , "x" .')
    assert place(only(report)) == (2, 11)


def test_a_focus_that_stands_only_in_the_shapes_is_found_there(check, tmp_path: Path) -> None:
    shape = "ex:s sh:targetNode\n  ex:gone ; sh:property [ sh:path ex:p ; sh:minCount 1 ] ."
    finding = only(check(shape, "ex:a ex:p 1 ."))
    assert (finding.file, place(finding)) == (tmp_path / "shapes.ttl", (2, 3))


AGE = "ex:s sh:targetClass ex:T ; sh:property [ sh:path ex:age ; sh:datatype xsd:integer ] ."


A, T, OLD = "<http://example.org/a>", "<http://example.org/T>", "<http://example.org/age>"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (f'\ufeff{A} a {T} ; {OLD} "x" .', (1, 76)),
        (f'{A} a {T} ;\r\n\r\n\t{OLD} "x" .\r\n', (3, 27)),
        (f'{A} a {T} ;\n  {OLD} "\U0001f3e0" , "x"@en .', (2, 28)),
        (f"{A} a {T} ; {OLD[:-2]} '''a\nb\nc''' ;\n {OLD} 'x' .".replace("/ag ", "/ag> "), (4, 27)),
    ],
)
def test_columns_count_characters_whatever_the_line_ends_and_the_mark_in_front(
    check, content: str, expected: tuple[int, int]
) -> None:
    first = min(check(AGE, content.encode()).findings, key=lambda each: each.column or 0)
    assert (first.line, first.column) == expected


def test_a_caret_stands_below_the_place_behind_tabs_and_wide_characters(check) -> None:
    lines = to_text(check(AGE, 'ex:a a ex:T ;\n\tex:n "日本" ; ex:age "x" .'), "en").splitlines()
    caret = next(line for line in lines if line.endswith("^"))
    assert caret == "      | \t" + " " * len('ex:n "****" ; ex:age ') + "^"


def test_a_line_of_a_megabyte_is_placed_and_quoted_in_part(tmp_path: Path) -> None:
    many = " , ".join(f'"value {number}"@en' for number in range(50_000))
    data = f'{HEAD}ex:a ex:n {many} . ex:b a ex:T ; ex:age "x" .'
    (tmp_path / "data.ttl").write_text(data, "utf-8")
    file = SourceFile("http://example.org/graph", tmp_path / "data.ttl")
    finding = Finding(
        NamedNode("http://example.org/b"),
        "http://example.org/age",
        Literal("x"),
        "violation",
        {},
        "",
        file.path,
        places=Places([file]),
    )
    text = to_text(ValidationReport((finding,), files=1), "en")
    assert place(finding) == (1, len(data) - len(HEAD) - len('"x" .') + 1)
    assert max(map(len, text.splitlines())) < 300


def test_a_node_that_two_files_describe_is_pointed_at_where_the_value_stands(tmp_path: Path) -> None:
    (tmp_path / "shapes.ttl").write_text(HEAD + AGE, "utf-8")
    data = tmp_path / "data"
    data.mkdir()
    (data / "a.ttl").write_text(HEAD + "ex:a a ex:T .", "utf-8")
    (data / "b.ttl").write_text(HEAD + 'ex:a ex:age "x" .', "utf-8")
    finding = only(validate((), [data], [tmp_path / "shapes.ttl"], only_shapes=True))
    assert (finding.file, place(finding)) == (data / "b.ttl", (1, 13))


def test_no_place_is_looked_up_before_it_is_shown(check, tmp_path: Path) -> None:
    report = check(AGE, 'ex:a a ex:T ; ex:age "x" .')
    assert "place" not in vars(only(report))
    (tmp_path / "data.ttl").unlink()
    assert only(report).place is None
    assert f"{tmp_path / 'data.ttl'}:1:1: violation" in to_text(report, "en")


def test_a_thousand_places_at_one_subject_with_a_hundred_thousand_values_are_right(tmp_path: Path) -> None:
    values = " , ".join(f'"value {number}"' for number in range(100_000))
    (tmp_path / "data.ttl").write_text(f"{HEAD}ex:a ex:n\n{values} .", "utf-8")
    file = SourceFile("http://example.org/graph", tmp_path / "data.ttl")
    index = Places([file])
    name, focus = "http://example.org/n", NamedNode("http://example.org/a")
    for number in range(0, 100_000, 100):
        finding = Finding(focus, name, Literal(f"value {number}"), "violation", {}, "", file.path, places=index)
        assert finding.line == LINES + 2
