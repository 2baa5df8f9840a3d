"""Looking at SPARQL text without being fooled by what is in comments, strings and IRIs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dienstgraaf.engine._scan import blanked, declared_prefixes, keyword_at, query_form, used_prefixes


@given(st.text(alphabet="ab:<>\"'\\#{}?\n é"))
def test_blanking_leaves_every_other_character_in_its_place(text):
    blank = blanked(text)
    assert len(blank) == len(text)
    assert all(after in (" ", before) for before, after in zip(text, blank, strict=True))


def test_prefixes_are_found_where_they_are_declared_and_used():
    query = "PREFIX : <http://e/>\nprefix x-y: <http://f/> SELECT ?a:b { ?s x-y:a/^:b|dg:c ?o.skos:d a 'z:z' } # q:q"
    assert declared_prefixes(query) == {"", "x-y"}
    assert [prefix for prefix, _ in used_prefixes(query)] == ["x-y", "", "dg", "skos"]


def test_a_declaration_in_a_comment_or_string_is_none():
    assert declared_prefixes("# PREFIX a: <http://e/>\nASK { ?s ?p 'PREFIX b: <http://e/>' }") == set()


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("SELECT * { }", "SELECT"),
        ("# SELECT\nask { }", "ASK"),
        ("PREFIX select: <http://e/ASK> CONSTRUCT WHERE { ?ask select:ask 'ASK' }", "CONSTRUCT"),
        ("BASE <http://e/> DESCRIBE <SELECT>", "DESCRIBE"),
        ("INSERT DATA { }", ""),
        ("", ""),
    ],
)
def test_the_form_of_a_query_is_its_first_keyword(query, form):
    assert query_form(query) == form


def test_a_keyword_is_no_part_of_a_name():
    assert keyword_at("ASK { ?minus dg:minus minus:a . <MINUS> ?p 'MINUS' . dg:a-minus ?q 1 }", "MINUS") is None
    assert keyword_at("ASK { MINUS { } }", "MINUS") == 6
