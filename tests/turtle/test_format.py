"""The canonical form, case by case."""

from __future__ import annotations

import pytest

from dienstgraaf.turtle import FormatLossError, TurtleError, first_difference, format_turtle
from dienstgraaf.turtle import format as formatter
from dienstgraaf.turtle.terms import quote

HEAD = "@prefix ex: <http://example.org/> .\n"
XSD = "http://www.w3.org/2001/XMLSchema#"

CASES = {
    "an empty text stays empty": ("  \n", ""),
    "a text of comments keeps its empty lines as one": ("\n# a\n# b\n\n\n# c", "# a\n# b\n\n# c\n"),
    "line ends become one newline": (HEAD + "ex:a ex:p 1 .\r\n\r\n\r\n", HEAD + "\nex:a ex:p 1 .\n"),
    "prefixes are sorted and written with an at": (
        "PREFIX b: <http://b/>\n\n@prefix a:<http://a/>.\nprefix : <http://c/>",
        "@prefix : <http://c/> .\n@prefix a: <http://a/> .\n@prefix b: <http://b/> .\n",
    ),
    "prefixes go to the top, once": (
        "@prefix b: <http://b/> . b:a b:p 1 . @prefix a: <http://a/> . @prefix b: <http://b/> . a:a b:p 2 .",
        "@prefix a: <http://a/> .\n@prefix b: <http://b/> .\n\nb:a b:p 1 .\n\na:a b:p 2 .\n",
    ),
    "a prefix after the first block goes before it": (
        "<http://a/a> <http://a/p> 1 . @prefix a: <http://a/> .",
        "@prefix a: <http://a/> .\n\na:a a:p 1 .\n",
    ),
    "a prefix with a second meaning keeps all where they are": (
        "@prefix b: <http://b/> .\n@prefix a: <http://a/> .\na:a a:p <http://z/1> .\n"
        "@prefix a: <http://z/> .\n<http://a/a> a:p a:1 .",
        "@prefix b: <http://b/> .\n@prefix a: <http://a/> .\n\na:a a:p <http://z/1> .\n\n"
        "@prefix a: <http://z/> .\n\n<http://a/a> a:p a:1 .\n",
    ),
    "a relative prefix stays behind its base": (
        "@prefix b: <#b> .\n@base <http://x/> .\n@prefix a: <#a> .\n@prefix b: <#b> .\na:x b:p <y> .",
        None,
    ),
    "a prefix with a comment beside it stays between its neighbours": (
        "# for b\n@prefix b: <http://b/> .\n@prefix a: <http://a/> . # for a\n@prefix d: <http://d/> .\n"
        "@prefix c: <http://c/> .\n",
        "# for b\n@prefix b: <http://b/> .\n@prefix a: <http://a/> . # for a\n@prefix c: <http://c/> .\n"
        "@prefix d: <http://d/> .\n",
    ),
    "a comment above a block belongs to the block, not to the prefix before it": (
        "@prefix b: <http://b/> .\n@prefix a: <http://a/> .\n# on a\na:a b:p 1 .",
        "@prefix a: <http://a/> .\n@prefix b: <http://b/> .\n\n# on a\na:a b:p 1 .\n",
    ),
    "a comment within a prefix pushes the rest to the next line": (
        "@prefix # one\n# two\nex: <http://e/> # three\n.",
        "@prefix # one\n    # two\n    ex: <http://e/> # three\n    .\n",
    ),
    "predicates are merged and put in order, objects too, and what comes twice is dropped": (
        HEAD
        + "@prefix prov: <http://www.w3.org/ns/prov#> .\n@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        + 'ex:a prov:wasDerivedFrom ex:s ; ex:p10 1 ; ex:p9 "b"@nl, ex:o10, "b"@en, ex:o9, _:n, "b"@en, 10, 9 ; '
        + "rdfs:comment 'c' ; rdfs:label 'l' ; ex:p10 0 ; a ex:C ;; a ex:B .",
        HEAD
        + "@prefix prov: <http://www.w3.org/ns/prov#> .\n@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n\n"
        + 'ex:a a ex:B, ex:C ;\n    rdfs:label "l" ;\n    rdfs:comment "c" ;\n'
        + '    ex:p9 ex:o9, ex:o10, _:n, 9, 10, "b"@nl, "b"@en ;\n    ex:p10 0, 1 ;\n'
        + "    prov:wasDerivedFrom ex:s .\n",
    ),
    "a block that holds a comment keeps its order": (
        HEAD + "ex:a ex:z 2,1; ex:b 1; ex:z 2; # why\n a ex:B.",
        HEAD + "\nex:a ex:z 2, 1 ;\n    ex:b 1 ;\n    ex:z 2 ; # why\n    a ex:B .\n",
    ),
    "a comment after the full stop stays there and does not hold the order": (
        HEAD + "ex:a ex:z 2,1; a ex:B. # done\n\nex:b ex:p 1 .",
        HEAD + "\nex:a a ex:B ;\n    ex:z 1, 2 . # done\n\nex:b ex:p 1 .\n",
    ),
    "comments directly under a block and apart from the next stay so": (
        HEAD + "ex:a ex:p 1 .\n# under\n\n# above\nex:b ex:p 1 .",
        HEAD + "\nex:a ex:p 1 .\n# under\n\n# above\nex:b ex:p 1 .\n",
    ),
    "comments in awkward places push what follows to the next line": (
        HEAD + 'ex:a # s\nex:p # p\n1 # o\n, # c\n"x" # x\n@en # l\n; # t\n ex:q [ # i\n] , ( # k\n ) # e\n. # z',
        HEAD
        + "\nex:a # s\n    ex:p # p\n        1 # o\n        , # c\n        "
        + '"x" # x\n        @en # l\n        ; # t\n    ex:q\n        [ # i\n        ],\n'
        + "        ( # k\n        ) # e\n. # z\n",
    ),
    "semicolons without need go, but not from between comments": (
        HEAD + "ex:a ex:p 1 ;; # one\n;; ex:q 2 ;; # two\n .",
        HEAD + "\nex:a ex:p 1 ; # one\n        ;\n    ex:q 2 ; # two\n.\n",
    ),
    "literals lose quotes and datatypes that say nothing, and no more": (
        HEAD
        + f"@prefix xsd: <{XSD}> .\nex:a ex:p '01'^^xsd:integer,"
        + " '1'^^xsd:decimal, '1.'^^xsd:decimal, '1.0'^^xsd:decimal, "
        + "'1e0'^^xsd:double, '1'^^xsd:double, 'true'^^xsd:boolean, '1'^^xsd:boolean, 's'^^xsd:string, 's', 's'@EN .",
        HEAD
        + f"@prefix xsd: <{XSD}> .\n\n"
        + 'ex:a ex:p 01, "1"^^xsd:boolean, "1"^^xsd:decimal, "1"^^xsd:double, "1."^^xsd:decimal, 1.0, 1e0, "s", true, '
        + '"s"@EN .\n',
    ),
    "an IRI gets the longest prefix where a name is legal": (
        "@prefix a: <http://x/> .\n@prefix b: <http://x/y#> .\n@prefix c: <http://x/y#> .\n"
        "<http://x/y#z> a:p <http://x/1.2-3>, <http://x/it's>, <http://x/z.>, <http://x/%41>, <http://x/q/r>, <http://x/>,"
        " <http://x/../q>, c:w, a:s\\/t, a:\\-\\a, <rel>, <http://x/\\u00e9>, <http://x/\u00d7> .".replace("\\a", "a"),
        "@prefix a: <http://x/> .\n@prefix b: <http://x/y#> .\n@prefix c: <http://x/y#> .\n\n"
        "b:z a:p\n"
        + ",\n".join(
            f"        {term}"
            for term in [
                "<http://x/../q>",
                "<http://x/>",
                "<http://x/q/r>",
                "<http://x/\u00d7>",
                "<rel>",
                "a:1.2-3",
                "a:%41",
                "a:\\-a",
                "a:it\\'s",
                "a:s\\/t",
                "a:z\\.",
                "a:\u00e9",
                "c:w",
            ]
        )
        + " .\n",
    ),
    "blank node lists with one predicate stay on the line, others are indented": (
        HEAD + "ex:a ex:p [ex:q 1] . ex:b ex:p [ex:r (1 [ex:q 2]); ex:q 1] . [ex:p 1; ex:o 2] . [] ex:p [] .",
        HEAD
        + "\nex:a ex:p [ ex:q 1 ] .\n\nex:b ex:p [\n        ex:q 1 ;\n        ex:r (1 [ ex:q 2 ])\n    ] .\n\n"
        + "[\n    ex:o 2 ;\n    ex:p 1\n] .\n\n[] ex:p [] .\n",
    ),
    "a collection keeps its order, whatever is in it": (
        HEAD + "ex:a ex:p (2 1 2 ex:b 'a') .",
        HEAD + '\nex:a ex:p (2 1 2 ex:b "a") .\n',
    ),
    "a string with a newline is written long": (
        HEAD + "ex:a ex:p 'a\\nb\\tc\"\\\\' .",
        HEAD + '\nex:a ex:p """a\nb\\tc"\\\\""" .\n',
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_canonical_form(text, expected, graph_of, comment_places_of):
    result = format_turtle(text)
    if expected is not None:
        assert result == expected
    assert format_turtle(result) == result
    assert graph_of(result) == graph_of(text)
    assert comment_places_of(result) == comment_places_of(text)


@pytest.mark.parametrize("size", range(20, 30))
def test_objects_go_one_a_line_exactly_when_the_line_would_pass_120_columns(size):
    long = "x" * size
    text = HEAD + f"\nex:a ex:predicate ex:{long}1, ex:{long}2, ex:{long}3, ex:{long}4 ;\n    ex:q 1 .\n"
    line = text.splitlines()[2]
    broken = HEAD + "\nex:a ex:predicate\n" + ",\n".join(f"        ex:{long}{n}" for n in range(1, 5))
    assert format_turtle(text) == (text if len(line) <= 120 else broken + " ;\n    ex:q 1 .\n")


def test_a_long_collection_goes_one_item_a_line():
    items = [f"ex:{letter * 30}" for letter in "abcd"]
    expected = HEAD + "\nex:a ex:p (\n" + "".join(f"        {item}\n" for item in items) + "    ) .\n"
    assert format_turtle(HEAD + f"ex:a ex:p ({' '.join(items)}) .") == expected


def test_one_long_string_stays_on_the_line_of_its_predicate():
    text = HEAD + f'\nex:a ex:p "{"x" * 200}" .\n'
    assert format_turtle(text) == text


@pytest.mark.parametrize(
    "value",
    [
        '"',
        '""',
        '"""',
        '\n"',
        '\n"""',
        '\n\\"',
        '\\\n"""""',
        '"\n""\n"""\n""""',
        "\r\n",
        "\t\0\x7f",
        "\\",
        "\n\\",
        "é\ufeff",
    ],
)
def test_any_string_comes_back_as_it_was(value, graph_of):
    text = f"<a> <b> {quote(value)} ."
    (quad,) = graph_of(text)
    assert quad.object.value == value
    assert format_turtle(text) == f"{text}\n"


def test_the_predicates_that_come_first_and_last_can_be_chosen():
    text = HEAD + "ex:a ex:a 1 ; ex:b 2 ; ex:c 3 ."
    result = format_turtle(text, first=["http://example.org/c"], last=["http://example.org/a"])
    assert result == HEAD + "\nex:a ex:c 3 ;\n    ex:b 2 ;\n    ex:a 1 .\n"


def test_the_languages_that_come_first_can_be_chosen():
    text = HEAD + "ex:a ex:p 'x'@en, 'y'@fy, 'z'@nl, 'w'@de, 'v' ."
    assert format_turtle(text) == HEAD + '\nex:a ex:p "v", "z"@nl, "x"@en, "w"@de, "y"@fy .\n'
    assert format_turtle(text, languages=["fy"]) == HEAD + '\nex:a ex:p "v", "y"@fy, "w"@de, "x"@en, "z"@nl .\n'


def test_the_example_in_the_documentation_is_in_the_form_that_it_documents(repo_root):
    page = (repo_root / "docs" / "turtle-format.md").read_text(encoding="utf-8")
    example = page.split("```turtle\n")[1].split("```")[0]
    assert format_turtle(example) == example


def test_a_piece_of_a_document_is_formatted_with_the_prefixes_that_hold_around_it():
    prefixes = {"ex": "http://example.org/"}
    assert format_turtle("ex:a a <http://example.org/b>.", base_prefixes=prefixes) == "ex:a a ex:b .\n"


def test_brackets_as_deep_as_allowed_are_formatted():
    text = "<a> <b> " + "[ <b> 1 ; <c> " * 100 + "1" + "]" * 100 + " ."
    assert format_turtle(format_turtle(text)) == format_turtle(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [("<a> <b>\n 1", (2, 3)), ("<a> <b>\n <http://x/%zz> .", (2, 2)), ('<a> <b>\n "x"@muchtoolonglanguage .', (2, 6))],
)
def test_what_is_no_turtle_is_refused_with_its_place(text, place):
    with pytest.raises(TurtleError) as caught:
        format_turtle(text)
    assert (caught.value.line, caught.value.column) == place


def test_a_place_is_right_also_behind_prefixes_that_hold_before_the_text():
    with pytest.raises(TurtleError) as caught:
        format_turtle("<a> <b>\n <http://x/%zz> .", base_prefixes={"a": "http://a/", "b": "http://b/"})
    assert (caught.value.line, caught.value.column) == (2, 2)


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda result: result.replace("1", "2"), "change a triple"),
        (lambda result: result.replace("_:n", "[]", 1), "change a triple"),
        (lambda result: result.replace("# c", "# d"), "lose or move a comment"),
        (lambda result: result.replace(" # c", "\n# c"), "lose or move a comment"),
        (lambda result: result.replace(" .", "", 1), "cannot be read back"),
    ],
)
def test_a_form_that_says_something_else_is_never_given_out(damage, words, monkeypatch):
    lay_out = formatter._canonical
    monkeypatch.setattr(formatter, "_canonical", lambda *given: damage(lay_out(*given)))
    with pytest.raises(FormatLossError, match=words):
        format_turtle("<a> <b> 1, _:n . # c\n_:n <b> <d> .")


@pytest.mark.parametrize(
    ("text", "canonical", "expected"),
    [
        ("a\nb\n", "a\nb\n", None),
        ("a\nb\n", "a\nc\n", (2, "b", "c")),
        ("a", "a\n", (1, "a", "a")),
        ("a\n", "a\nb\n", (2, "", "b")),
        ("a\n\n\nb\n", "a\n\nb\n", (3, "", "b")),
        ("a\r\n", "a\n", (1, "a\r", "a")),
    ],
)
def test_the_first_line_that_differs_is_told(text, canonical, expected):
    assert first_difference(text, canonical) == expected
