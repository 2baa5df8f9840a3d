"""Question files are held against their own front matter, and a mistake is told with its place and the fix."""

from __future__ import annotations

from pathlib import Path

import pytest

from dienstgraaf.inventory import at
from dienstgraaf.questions import Library, QuestionError

SLUG = "desks-by-provider"


def change(small: Path, old: str, new: str) -> Path:
    path = small / "queries" / "access" / f"{SLUG}.rq"
    text = path.read_text("utf-8")
    assert text.count(old) >= 1
    path.write_text(text.replace(old, new, 1), "utf-8")
    return path


def error_of(small: Path) -> QuestionError:
    with pytest.raises(QuestionError) as caught:
        Library([at(small)]).get(SLUG)
    return caught.value


def test_a_question_has_its_texts_parameters_and_columns(library: Library) -> None:
    question = library.get(SLUG)
    assert (question.slug, question.theme) == (SLUG, "access")
    assert question.title["nl"] == "Welke loketten zijn er?"
    assert question.title["en"] == "Which desks are there?"
    assert question.tags == ("access", "desk")
    assert [(each.name, each.type) for each in question.parameters] == [("provider", "provider"), ("topic", "topic")]
    assert [str(term) for term in question.parameters[1].default] == [
        "<https://w3id.org/dienstgraaf/concept/topic/care>"
    ]
    assert question.parameters[0].default == ()


def test_a_label_column_shares_the_heading_of_the_column_beside_it(library: Library) -> None:
    columns = library.get(SLUG).columns
    assert [each.name for each in columns] == ["desk", "deskLabel", "provider", "providerLabel", "segments"]
    assert [each.label["nl"] for each in columns] == ["Loket", "Loket", "Aanbieder", "Aanbieder", "Segmenten"]
    assert [each.list for each in columns] == [False, False, False, False, True]


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("#+ title: {nl: Welke loketten zijn er?, en: Which", "#+ title: {en: Which", 1, "both languages"),
        ("#+ tags: [access, desk]", "#+ tags: [access, desk", 4, "no YAML"),
        ("#+ tags:", "#+ tag:", 3, "did you mean `tags`?"),
        ("type: provider, default: null", "type: provider, defalt: null", 5, "did you mean `default`?"),
        ("type: topic", "type: topik", 6, "unknown type 'topik'"),
        ("VALUES ?provider { UNDEF }", "", 5, "add `VALUES ?provider { UNDEF }`"),
        (
            "VALUES ?provider { UNDEF }",
            "VALUES ?provider { UNDEF }\n  VALUES ?provider { UNDEF }",
            21,
            "inner group only",
        ),
        (
            "VALUES ?provider { UNDEF }",
            "VALUES ?provider { UNDEF }\n  { VALUES ?provider { 1 } }",
            21,
            "the same terms",
        ),
        ("VALUES ?provider { UNDEF }", "{ VALUES ?provider { UNDEF } }", 20, "outermost WHERE group"),
        ("VALUES ?provider { UNDEF }", "VALUES ?provider { nonsense! }", 20, "no list of terms"),
        ("VALUES ?topic { c-topic:care }", "VALUES ?topic { c-topic:income }", 6, "differs from"),
        ("default: c-topic:care", "default: [c-topic:care, c-topic:income]", 6, "differs from"),
        ("default: c-topic:care", "default: 1.5", 6, "neither text"),
        ("#+   - {name: desk, label: {nl: Loket, en: Desk}}\n", "", 7, "the same variables"),
        (
            "?desk ?deskLabel ?provider ?providerLabel",
            "?provider ?providerLabel ?desk ?deskLabel",
            7,
            "the same variables",
        ),
        ("SELECT ?desk ?deskLabel", "SELECT ?deskLabel", 7, "the same variables"),
        ("name: desk,", "naam: desk,", 7, "has no name"),
        ("list: true", "list: perhaps", 10, "must be true or false"),
        ("name: provider, type", "name: lang, type", 5, "built in"),
        ('VALUES ?lang { "en" }', 'VALUES ?lang { "en" } VALUES ?lang { "nl" }', 19, "may stand once"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_the_fix(small: Path, old: str, new: str, line: int, problem: str) -> None:
    path = change(small, old, new)
    error = error_of(small)
    assert problem in error.problem
    assert (error.path, error.line) == (path.resolve(), line)
    assert str(error).startswith(f"{path.resolve()}:{line}: ")


def test_a_file_without_front_matter_is_a_mistake(small: Path) -> None:
    path = small / "queries" / "access" / f"{SLUG}.rq"
    path.write_text("SELECT ?s WHERE { ?s ?p ?o }\n", "utf-8")
    assert "no front matter" in error_of(small).problem


def test_a_construct_is_no_question(small: Path) -> None:
    change(small, "SELECT ?desk ?deskLabel ?provider ?providerLabel", "CONSTRUCT { ?a ?b ?c }")
    assert "SELECT or an ASK" in error_of(small).problem


def test_a_file_that_is_not_utf8_is_told_with_its_line(small: Path) -> None:
    path = small / "queries" / "access" / f"{SLUG}.rq"
    path.write_bytes(b"#+ title: {nl: x,\n#+ \xff\n")
    assert error_of(small).line == 2


def test_two_files_of_one_name_are_a_mistake(small: Path) -> None:
    other = small / "queries" / "zeal"
    other.mkdir()
    (other / f"{SLUG}.rq").write_text("", "utf-8")
    with pytest.raises(QuestionError, match="rename one of them"):
        Library([at(small)])


def test_a_word_in_a_comment_a_string_or_an_iri_is_no_values_block(small: Path) -> None:
    change(
        small,
        "  VALUES ?topic",
        "  # VALUES ?topic { }\n  FILTER(\"VALUES ?topic { }\" != '''VALUES ?topic { } }''')\n  VALUES ?topic",
    )
    assert Library([at(small)]).get(SLUG).parameter("topic") is not None
