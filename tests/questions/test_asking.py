"""Questions are asked with names as people type them, and values never become part of the query's text."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from dienstgraaf._sparql.values import fill
from dienstgraaf.engine import EmbeddedEngine
from dienstgraaf.questions import Answer, Library, ParameterError, QuestionError, UnknownQuestionError, ask

DESKS = "desks-by-provider"
NORTHDAM = "https://w3id.org/dienstgraaf/id/organisation/northdam"


@pytest.fixture
def answer(engine: EmbeddedEngine, library: Library):
    def put(values: Mapping[str, Sequence[object]], lang: str = "en", slug: str = DESKS) -> Answer:
        return ask(engine, library.get(slug), values, lang)

    return put


def test_a_question_answers_in_the_language_asked_for(answer) -> None:
    assert [row[1] for row in answer({}, "nl").rows] == ["loket Noord", "loket | Zuid"]
    assert [row[1] for row in answer({}, "en").rows] == ["north desk", '=south "desk"']


@pytest.mark.parametrize(
    "name",
    [
        "Gemeente Noorddam",
        "municipality of NORTHDAM",
        "  gemeente   noorddam ",
        "nd",
        "Noorddam-Oost",
        "de dam",
        "northdam",
        NORTHDAM,
        f"<{NORTHDAM}>",
        "i-organisation:northdam",
    ],
)
def test_a_provider_is_known_by_label_abbreviation_former_name_local_name_short_name_or_iri(answer, name: str) -> None:
    rows = answer({"provider": [name]}).to_rows()
    assert [row["provider"] for row in rows] == [NORTHDAM]


def test_a_parameter_takes_several_values(answer) -> None:
    assert len(answer({"provider": ["ND", "ZD"]})) == 2


def test_a_star_lifts_the_default(answer) -> None:
    assert len(answer({"topic": ["income"]})) == 1
    assert len(answer({"topic": ["*"], "provider": ["ND"]})) == 1


def test_an_alias_of_a_concept_is_known(answer) -> None:
    assert len(answer({"topic": ["Zorgverlening"]})) == 2


def test_a_near_miss_suggests_the_right_name(answer) -> None:
    with pytest.raises(ParameterError, match="Did you mean: Municipality of Northdam"):
        answer({"provider": ["Municipality of Nordham"]})
    with pytest.raises(ParameterError) as caught:
        answer({"provider": ["Gemeente Nordam"]}, "nl")
    assert caught.value.text("nl").startswith("parameter provider: geen provider heet 'Gemeente Nordam'. Bedoelde u: ")


def test_a_near_miss_of_part_of_a_name_suggests_that_name(answer) -> None:
    with pytest.raises(ParameterError, match=r"Did you mean: Municipality of Northdam\?"):
        answer({"provider": ["northdm"]})


def test_a_value_like_none_of_a_few_names_lists_them(answer) -> None:
    with pytest.raises(ParameterError, match=r"no topic is called 'xx'\. Choose from: care, income\.") as caught:
        answer({"topic": ["xx"]})
    assert caught.value.text("nl").endswith("Kies uit: care, income.")
    with pytest.raises(ParameterError, match="Choose from: Board, Municipality of Northdam, Municipality of Southdam"):
        answer({"provider": ["xx"]})


def test_many_concepts_are_not_listed(answer, engine: EmbeddedEngine) -> None:
    scheme = NamedNode("https://w3id.org/dienstgraaf/concept/topic")
    label = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
    in_scheme = NamedNode("http://www.w3.org/2004/02/skos/core#inScheme")
    for number in range(11):
        item = NamedNode(f"{scheme.value}/more-{number}")
        engine.load([Quad(item, label, Literal(f"more {number}")), Quad(item, in_scheme, scheme)])
    with pytest.raises(ParameterError, match="Nothing resembles it"):
        answer({"topic": ["xx"]})


def test_a_name_of_several_lists_them(answer) -> None:
    with pytest.raises(ParameterError, match=r"dike-board.*water-board"):
        answer({"provider": ["board"]})


def test_a_value_of_another_type_is_refused(answer) -> None:
    with pytest.raises(ParameterError, match="no provider is called 'care'"):
        answer({"provider": ["care"]})
    with pytest.raises(ParameterError, match="no topic is called"):
        answer({"topic": [NORTHDAM]})


def test_an_empty_value_is_refused(answer) -> None:
    with pytest.raises(ParameterError, match="the value is empty"):
        answer({"provider": [" "]})


def test_an_unknown_parameter_names_the_nearest_or_all(answer) -> None:
    with pytest.raises(ParameterError, match="Did you mean: provider"):
        answer({"provder": ["ND"]})
    with pytest.raises(ParameterError, match="It has: provider, topic"):
        answer({"x": ["ND"]})


def test_list_cells_are_sorted_naturally_and_without_doubles(answer) -> None:
    assert answer({"provider": ["ND"]}).to_rows()[0]["segments"] == ["3.2-9", "3.2-10"]
    cells = [row[4] for row in answer({"provider": ["ND"]}).solutions.rows]
    assert cells == [Literal("3.2-9 | 3.2-10")]


def test_a_yes_or_no_question_has_a_truth_value(answer) -> None:
    assert answer({}, slug="has-a-desk").boolean is True
    assert answer({"provider": ["WR"]}, slug="has-a-desk").boolean is False
    assert answer({}, slug="has-a-desk").to_json() == {"head": {}, "boolean": True}


def test_json_is_the_sparql_results_format(answer) -> None:
    document = json.loads(json.dumps(answer({"provider": ["ND"]}).to_json()))
    assert document["head"]["vars"] == ["desk", "deskLabel", "provider", "providerLabel", "segments"]
    assert document["results"]["bindings"][0]["provider"] == {"type": "uri", "value": NORTHDAM}
    assert document["results"]["bindings"][0]["deskLabel"] == {
        "type": "literal",
        "value": "north desk",
        "xml:lang": "en",
    }


def test_a_question_is_found_by_name_beginning_or_path(library: Library, small: Path) -> None:
    path = small / "queries" / "access" / "has-a-desk.rq"
    assert library.get("desks").slug == DESKS
    assert library.get(str(path)).slug == "has-a-desk"


def test_an_unknown_question_suggests_the_nearest(library: Library) -> None:
    with pytest.raises(UnknownQuestionError, match="Did you mean: has-a-desk"):
        library.get("has-desk")
    with pytest.raises(UnknownQuestionError, match="lists them all"):
        library.get("zzz")
    with pytest.raises(UnknownQuestionError, match="does not exist"):
        library.get("nowhere/none.rq")
    with pytest.raises(UnknownQuestionError):
        library.get("")


def test_a_beginning_of_several_names_lists_them(library: Library, small: Path) -> None:
    copy = small / "queries" / "access" / "has-a-door.rq"
    copy.write_text((small / "queries" / "access" / "has-a-desk.rq").read_text("utf-8"), "utf-8")
    from dienstgraaf.inventory import at

    with pytest.raises(UnknownQuestionError, match="has-a-desk, has-a-door"):
        Library([at(small)]).get("has-a")


def test_questions_are_searched_in_both_languages_and_by_tag(library: Library) -> None:
    assert [each.slug for each in library.search(["loketten"])] == [DESKS]
    assert [each.slug for each in library.search(["WHICH", "desk"])] == [DESKS]
    assert [each.slug for each in library.search([], ["desk"])] == [DESKS]
    assert len(library.search()) == 2


def test_a_broken_query_is_told_with_its_place_in_the_file(answer, small: Path) -> None:
    path = small / "queries" / "access" / f"{DESKS}.rq"
    text = path.read_text("utf-8").replace("VALUES ?topic { c-topic:care }", "VALUES ?topic {\n c-topic:care\n}")
    path.write_text(text.replace("dg:provider ?provider ;", "dg:provider ?provider ,"), "utf-8")
    with pytest.raises(QuestionError, match=r"desks-by-provider.rq:24: column \d+: ") as caught:
        answer({"topic": ["care", "income"]}, slug=str(path))
    assert caught.value.path == path


@given(st.text())
def test_no_text_gets_out_of_its_values_block(value: str) -> None:
    if any(0xD800 <= ord(char) <= 0xDFFF for char in value):
        return
    query = "SELECT ?x WHERE { VALUES ?x { UNDEF } } # VALUES ?x { }"
    filled = fill(query, {"x": [Literal(value)]})
    assert [row[0] for row in Store().query(filled)] == [Literal(value)]


@pytest.mark.parametrize("value", ['x" } ?s ?p ?o . { "', "x' } #", "\\", '"""', "a\nb", "}", "UNDEF", "?x", "<x>"])
def test_text_that_looks_like_sparql_stays_text(answer, small: Path, value: str) -> None:
    path = small / "queries" / "access" / "said.rq"
    path.write_text(
        "#+ title: {nl: a, en: a}\n#+ description: {nl: a, en: a}\n#+ parameters:\n"
        "#+   - {name: said, type: text, default: null, label: {nl: a, en: a}}\n"
        "#+ columns:\n#+   - {name: said, label: {nl: a, en: a}}\n"
        "SELECT ?said WHERE { VALUES ?said { UNDEF } } ORDER BY ?said\n",
        "utf-8",
    )
    assert answer({"said": [value]}, slug=str(path)).rows == [(value,)]


@pytest.mark.parametrize(
    ("kind", "value", "term"),
    [
        ("integer", "42", Literal(42)),
        ("integer", 42, Literal(42)),
        ("boolean", "ja", Literal(True)),
        ("boolean", False, Literal(False)),
        ("text", "42", Literal("42")),
        ("iri", "dg:Provider", NamedNode("https://w3id.org/dienstgraaf/def#Provider")),
        ("iri", "https://example.org/a", NamedNode("https://example.org/a")),
        ("iri", "north desk", NamedNode("https://w3id.org/dienstgraaf/id/entry-point/north-desk")),
    ],
)
def test_a_plain_value_becomes_a_term_of_its_type(engine: EmbeddedEngine, kind: str, value: object, term) -> None:
    from dienstgraaf.questions import Parameter, Text
    from dienstgraaf.questions.resolving import resolve

    assert resolve(engine, Parameter("p", kind, Text("a", "a")), [value], "en") == [term]


@pytest.mark.parametrize(
    ("kind", "value", "message"),
    [
        ("integer", "4.2", "not a whole number"),
        ("integer", True, "not a whole number"),
        ("boolean", "perhaps", "not true or false"),
        ("iri", "no such thing", "no iri is called"),
    ],
)
def test_a_value_that_is_not_of_its_type_is_refused(engine, kind: str, value: object, message: str) -> None:
    from dienstgraaf.questions import Parameter, Text
    from dienstgraaf.questions.resolving import resolve

    with pytest.raises(ParameterError, match=message):
        resolve(engine, Parameter("p", kind, Text("a", "a")), [value], "en")
