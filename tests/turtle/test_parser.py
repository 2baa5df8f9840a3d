"""Turtle is read into a tree that knows the place of each part, and refused where it is wrong."""

from __future__ import annotations

import random

import pytest
from pyoxigraph import RdfFormat, parse

from dienstgraaf.turtle import Comment, Directive, Statement, TurtleError, parse_turtle
from dienstgraaf.turtle.parser import DEEPEST, RDF, XSD
from dienstgraaf.turtle.tree import BlankNodeList, Collection, Iri, Literal

HEAD = "@prefix ex: <http://example.org/> .\n"
SAMPLE = (
    HEAD
    + r"""PREFIX b: <http://b.example/x#>
@base <http://base.example/> .
# top
<s> a ex:A, b:B.c ; ex:p "x"@nl, 1, -2.5, 3e4 ;
 ex:q [ ex:r (1 "two" _:n) ], [], "y"^^ex:d ; ex:t true ; . # end
[ ex:p '''long
'text' ''' ] .
(1) ex:p "\u0041", ex:a\~b .
_:n ex:p ex:%41 .
"""
)


def place(node):
    return (node.line, node.column)


def test_every_part_of_a_statement_has_its_place():
    document = parse_turtle(HEAD + 'ex:a ex:p 1 ,\n  [ ex:q "x"@nl ] ;\n ex:r ( ex:b\n_:c ) .')
    (statement,) = document.statements()
    first, second = statement.predicates
    nested, listed = first.objects[1], second.objects[0]
    assert isinstance(nested, BlankNodeList)
    assert isinstance(listed, Collection)
    assert [place(part) for part in (statement, statement.subject, first, first.objects[0])] == [
        (2, 1),
        (2, 1),
        (2, 6),
        (2, 11),
    ]
    assert [place(nested), place(nested.predicates[0]), place(nested.predicates[0].objects[0])] == [
        (3, 3),
        (3, 5),
        (3, 10),
    ]
    assert [place(second), place(listed), *map(place, listed.items)] == [(4, 2), (4, 7), (4, 9), (5, 1)]
    assert (statement.last.line, statement.last.column) == (5, 7)


def test_terms_carry_their_values_without_escapes_and_abbreviations():
    document = parse_turtle(HEAD + r'ex:a\.b a <http://x/\u00e9> ; ex:p "a\t\"", 01, true, "z"@nl-BE, "w"^^ex:d .')
    (statement,) = document.statements()
    kind, rest = statement.predicates
    assert isinstance(statement.subject, Iri)
    assert statement.subject.value == "http://example.org/a.b"
    assert kind.predicate.value == RDF + "type"
    assert [term.value for term in kind.objects] == ["http://x/é"]
    literals = [term for term in rest.objects if isinstance(term, Literal)]
    assert [(each.value, each.language, each.datatype and each.datatype.value) for each in literals] == [
        ('a\t"', "", None),
        ("01", "", XSD + "integer"),
        ("true", "", XSD + "boolean"),
        ("z", "nl-BE", None),
        ("w", "", "http://example.org/d"),
    ]


def test_comments_between_statements_are_items_and_all_comments_are_listed():
    document = parse_turtle("# one\n" + HEAD + "# two\nex:a ex:p # three\n1 . # four\n")
    kinds = [Comment, Directive, Comment, Statement, Comment]
    assert [type(item) for item in document.items] == kinds
    assert [comment.text for comment in document.comments] == ["# one", "# two", "# three", "# four"]
    assert document.prefixes() == {"ex": "http://example.org/"}


def test_prefixes_given_with_the_call_hold_before_the_text_begins():
    assert len(list(parse_turtle("ex:a ex:p 1 .", base_prefixes={"ex": "http://example.org/"}).statements())) == 1


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("ex:a ex:p 1", (1, 12), "the text ends where . is expected"),
        ("ex:a ex:p 1 ; ;\n ex:q .", (2, 7), "an object"),
        ("ex:a ex:p\n no:b .", (2, 2), "prefix no: is not declared"),
        ("ex:a 'x' 1 .", (1, 6), "a predicate"),
        ("'x' ex:p 1 .", (1, 1), "a subject"),
        ("a a ex:b .", (1, 1), "a subject"),
        ("ex:a a a .", (1, 8), "an object"),
        ("[] .", (1, 4), "a predicate"),
        ("( 1 ) .", (1, 7), "a predicate"),
        ("ex:a ex:p [ ex:q 1 .", (1, 20), "] is expected"),
        ("ex:a ex:p ( 1 .", (1, 15), "an object"),
        ("ex:a ex:p 1, .", (1, 14), "an object"),
        ("ex:a ex:p 'x'^^1 .", (1, 16), "a datatype"),
        ("@prefix ex:a <b> .", (1, 9), "a prefix and a colon"),
        ("@prefix x: ex:b .", (1, 12), "an IRI between"),
        ("@prefix x: <http://b/>\nex:a ex:p 1 .", (2, 1), ". is expected"),
        ("PREFIX x: <http://b/> .", (1, 23), "a subject"),
        ("ex:a ex:p <http://b/\\u0020> .", (1, 11), "not even escaped"),
        ("ex:a ex:p '\\uD800' .", (1, 11), "is no character"),
        ("ex:a ex:p " + "[ ex:p " * (DEEPEST + 1), (1, 11 + 7 * DEEPEST), "more than 100 deep"),
    ],
)
def test_wrong_syntax_is_named_with_its_place_and_what_was_expected(text, place, words):
    with pytest.raises(TurtleError) as caught:
        parse_turtle(text, base_prefixes={"ex": "http://example.org/"})
    assert words in caught.value.message
    assert (caught.value.line, caught.value.column) == place
    assert str(caught.value).startswith(f"line {place[0]}, column {place[1]}: ")


def oxigraph_refuses(text):
    """The reason why the other parser refuses a text, or an empty string."""
    try:
        list(parse(text.encode(), format=RdfFormat.TURTLE, base_iri="https://base.invalid/folder/file"))
    except SyntaxError as error:
        return str(error)
    return ""


def we_refuse(text):
    try:
        parse_turtle(text)
    except TurtleError as error:
        return str(error)
    return ""


BEYOND_GRAMMAR = ("IRI", "Invalid character", "subtag")
"""What the other parser checks over and above the grammar: the insides of IRIs and language tags."""


@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_text_is_accepted_exactly_when_another_parser_accepts_it(seed):
    assert not oxigraph_refuses(SAMPLE)
    chance = random.Random(seed)
    pieces = [
        *".,;[]()<>@'\"\\:#\n 1ae_-",
        '"""',
        "^^",
        "ex:",
        "_:",
        "@nl",
        "true",
        "a ",
        "# c\n",
        "1.",
        "\\n",
        "%41",
        "é",
    ]
    outcomes = set()
    for _ in range(1000):
        text = SAMPLE
        for _ in range(chance.choice([1, 1, 2, 3])):
            start = chance.randrange(len(text))
            text = text[:start] + chance.choice(["", chance.choice(pieces)]) + text[start + chance.randrange(3) :]
        theirs, ours = oxigraph_refuses(text), we_refuse(text)
        if not any(word in theirs for word in BEYOND_GRAMMAR):
            assert bool(theirs) == bool(ours), f"{theirs or 'they accept'} / {ours or 'we accept'}:\n{text}"
        outcomes.add(bool(ours))
    assert outcomes == {True, False}
