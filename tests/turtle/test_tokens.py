"""Every token of Turtle is read with its place, and every comment between its neighbours."""

from __future__ import annotations

import pytest

from dienstgraaf.turtle.errors import TurtleError
from dienstgraaf.turtle.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ex:a.b.", ["name ex:a.b", "mark ."]),
        ("ex:3.2-09 .", ["name ex:3.2-09", "mark ."]),
        (r"ex:a\/b%20c\.", [r"name ex:a\/b%20c\."]),
        (": a", ["name :", "word a"]),
        ("a:a", ["name a:a"]),
        ("1.", ["integer 1", "mark ."]),
        ("1.5.", ["decimal 1.5", "mark ."]),
        ("+.5 -1.e3 1E0", ["decimal +.5", "double -1.e3", "double 1E0"]),
        ("1.ex:b", ["integer 1", "mark .", "name ex:b"]),
        ("_:a.b. _:1", ["label _:a.b", "mark .", "label _:1"]),
        ("'a'@nl-BE", ["string 'a'", "at @nl-BE"]),
        ("'''a'b''c'''", ["string '''a'b''c'''"]),
        ('"""a"b""c\\""""', ['string """a"b""c\\""""']),
        ('""""""', ['string """"""']),
        ('"" .', ['string ""', "mark ."]),
        ('"\\u00e9\\U0001F600"^^ex:d', ['string "\\u00e9\\U0001F600"', "mark ^^", "name ex:d"]),
        ("<a#b><>", ["iri <a#b>", "iri <>"]),
        ("[]()", ["mark [", "mark ]", "mark (", "mark )"]),
        ("true,false;", ["word true", "mark ,", "word false", "mark ;"]),
        ("@prefix PREFIX", ["at @prefix", "word PREFIX"]),
        ("café:naïef", ["name café:naïef"]),
    ],
)
def test_a_text_is_cut_where_the_grammar_cuts_it(text, expected):
    assert [f"{token.kind} {token.text}" for token in tokenise(text)[:-1]] == expected


@pytest.mark.parametrize("newline", ["\n", "\r", "\r\n"])
def test_places_are_counted_in_lines_and_characters_whatever_ends_a_line(newline):
    text = newline.join(['é:é  "x"', "", '\t"""a', 'b""" .'])
    assert [(token.line, token.column) for token in tokenise(text)] == [(1, 1), (1, 6), (3, 2), (4, 6), (4, 7)]


def test_a_comment_knows_its_kind_its_neighbours_and_the_empty_lines_beside_it():
    tokens = tokenise("# top\n\nex:a # side \n# own\nex:b \n\n\n# end")
    top, side, own, end = [comment for token in tokens for comment in token.comments]
    assert [top.text, side.text, own.text, end.text] == ["# top", "# side ", "# own", "# end"]
    assert [each.trailing for each in (top, side, own, end)] == [False, True, False, False]
    assert [each.blank_before for each in (top, side, own, end)] == [False, False, False, True]
    assert [each.blank_after for each in (top, side, own, end)] == [True, False, False, False]
    assert (top.after, side.after, own.before) == (None, tokens[0], tokens[1])
    assert (side.line, side.column) == (3, 6)


@pytest.mark.parametrize("text", ["'#'", '"#"', '"""\n# x\n"""', "<a#b>", "ex:a\\#b"])
def test_a_number_sign_inside_a_token_starts_no_comment(text):
    tokens = tokenise(text)
    assert len(tokens) == 2
    assert not any(token.comments for token in tokens)


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ('\n  "abc\n', (2, 3), "no closing"),
        ("'''abc\n", (1, 1), "no closing '''"),
        ('"a\\q"', (1, 3), "unknown escape"),
        ('"""a\n\\u12"""', (2, 1), "unknown escape"),
        ("<a b>", (1, 3), "' ' may not stand"),
        ("<abc", (1, 1), "no >"),
        ("\n é$", (2, 2), "starts nothing"),
        ("\ufeff<a>", (1, 1), "byte order mark"),
        ("@1", (1, 1), "after @"),
        ("_a:b", (1, 1), "blank node"),
        ("ex:a ~", (1, 6), "starts nothing"),
        ("true1", (1, 1), "starts nothing"),
        ("1ex:a", (1, 1), "starts nothing"),
    ],
)
def test_what_is_no_token_is_named_with_its_place(text, place, words):
    with pytest.raises(TurtleError, match=words) as caught:
        tokenise(text)
    assert (caught.value.line, caught.value.column) == place
