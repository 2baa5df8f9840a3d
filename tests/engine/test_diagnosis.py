"""What is said of a broken query, and where."""

from __future__ import annotations

import pytest

from dienstgraaf.engine import EmbeddedEngine, QuerySyntaxError

BROKEN = [
    ("", 1, 1, "the query is empty"),
    ("# only a comment", 1, 1, "the query is empty"),
    ("SELEC * { ?s ?p ?o }", 1, 1, "`SELEC` does not belong here"),
    ("SELECT s WHERE { ?s ?p ?o }", 1, 8, "`s` does not belong here"),
    ("SELECT ?s WHERE ?s ?p ?o", 1, 17, "`?s` does not belong here; expected `{`"),
    ("SELECT * {\n  ?s dg:topic ?o FILTR(?o) }", 2, 18, "`FILTR` does not belong here"),
    ("SELECT * {\n  ?s dg:topic ?o . FILTER ?o > 3 }", 2, 27, "`?o` does not belong here"),
    ("SELECT * { ?s ?p ?o ORDER BY ?s }", 1, 21, "`ORDER` does not belong here"),
    ("SELECT * {\n  ?s ?p ?o", 1, 10, "`{` is never closed"),
    ("SELECT * { ?s ?p ?o }}", 1, 22, "`}` closes nothing"),
    ("SELECT * { FILTER(?a = (1 }", 1, 27, "`}` does not close the `(` of line 1, column 24"),
    ('SELECT * { ?s ?p "loket }', 1, 18, "the text that starts here is never closed"),
    ("SELECT * { ?s nope:a ?o }", 1, 15, "the prefix nope: is not known; declare it with PREFIX nope: <…>"),
    ("SELECT * { ?s :a ?o }", 1, 15, "the prefix : is not known; declare it with PREFIX : <…>"),
    ("SELECT * {\n 'één' dg:a 'é' . ?s nope:a ?o }", 2, 22, "the prefix nope: is not known"),
    ("SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o }", 1, 1, "the SELECT contains a variable that is unbound"),
    ("ASK { ?s ?p <relative> }", 1, 13, "this is no IRI; write it in full"),
]


@pytest.mark.parametrize(("query", "line", "column", "message"), BROKEN)
def test_a_broken_query_is_told_in_plain_words_at_its_place(query, line, column, message):
    with pytest.raises(QuerySyntaxError) as caught:
        EmbeddedEngine().query(query)
    error = caught.value
    assert (error.line, error.column) == (line, column)
    assert error.message.startswith(message)
    assert str(error) == f"line {line}, column {column}: {error.message}"
    assert error.text("nl").startswith(f"regel {line}, kolom {column}: ")


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_the_place_is_that_in_the_users_text_whatever_its_line_ends(ending):
    query = ending.join(["PREFIX x: <http://e/>", "# dg: nope:", "SELECT *", "{ ?s x:a 'nope:a' ; nope:a 1 }"])
    with pytest.raises(QuerySyntaxError) as caught:
        EmbeddedEngine().query(query)
    assert (caught.value.line, caught.value.column) == (4, 21)


def test_no_message_shows_the_parsers_own_character_classes():
    for query, *_ in BROKEN:
        with pytest.raises(QuerySyntaxError) as caught:
            EmbeddedEngine().query(query)
        assert "..=" not in str(caught.value)
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "query",
    [
        'SELECT * { ?s ?p \'a } b\', "c ( d", \'\'\'it\'s } \'\'\', """a "" { """ }',
        "SELECT * { ?s <http://e/#):> ?o } # } ) ]",
        "SELECT * { ?s dg:a\\(b ?o FILTER(?o<3 && ?o>1) }",
        "ASK { ?s dg:a 'nope:a'@nl ; ?p '''nope:b'''^^xsd:string }",
        "SELECT * { _:b dg:a [] ; a/dg:b ?c }",
    ],
)
def test_comments_strings_and_iris_do_not_fool_the_checks(query):
    EmbeddedEngine().query(query)
