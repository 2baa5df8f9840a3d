"""Each shipped question, asked of a small graph made by hand for it: all rows, and nothing else.

`tests/small_inventories/<slug>.ttl` is the graph, and holds things that must stay out of the answer as well;
`<slug>.json` has the cases: parameters (none: the defaults), the language (none: English), and the rows that are due,
in order, with the columns that matter; or, for a question of yes or no, the truth.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad
from pyparsing import ParseResults
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.term import Variable

from dienstgraaf import Answer, Inventory
from dienstgraaf.engine import EmbeddedEngine
from dienstgraaf.inventory import SourceFile, read_quads, rule_files, shipped, source_files
from dienstgraaf.inventory.namespaces import INFERRED_GRAPH
from dienstgraaf.questions import Library, ask
from dienstgraaf.reasoning import infer, read_rules

SMALL = Path(__file__).resolve().parent.parent / "small_inventories"
LIBRARY = Library([shipped()])
SLUGS = LIBRARY.slugs()


@cache
def ontology() -> list[Quad]:
    return [quad for file in source_files([shipped()], parts=("ontology",)) for quad in read_quads(file)]


@cache
def small_engine(slug: str) -> EmbeddedEngine:
    """The ontology with the small graph of a question as its only data, and what follows.

    Words take no part in the inference (the last test holds that to the loader, which leaves nothing out).
    """
    quads = [*ontology(), *read_quads(SourceFile(path=SMALL / f"{slug}.ttl", graph=f"https://example.org/{slug}"))]
    without_words = [quad for quad in quads if not (isinstance(quad.object, Literal) and quad.object.language)]
    graph = NamedNode(INFERRED_GRAPH)
    new = infer(without_words, read_rules(rule_files([shipped()])))
    engine = EmbeddedEngine()
    engine.load([*quads, *(Quad(each.subject, each.predicate, each.object, graph) for each in new)])
    return engine


def cases(slug: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((SMALL / f"{slug}.json").read_text("utf-8"))["cases"]
    return found


def check(answer: Answer, case: dict[str, Any]) -> None:
    if "boolean" in case:
        assert answer.boolean is case["boolean"]
        return
    due = case["rows"]
    columns = list(due[0]) if due else []
    assert all(list(row) == columns for row in due), "all rows of a case name the same columns, in the same order"
    assert [{name: row[name] for name in columns} for row in answer.to_rows()] == due


@pytest.mark.parametrize("slug", SLUGS)
def test_a_question_gives_exactly_the_rows_that_are_due(slug: str) -> None:
    assert (SMALL / f"{slug}.ttl").is_file(), f"{slug} has no small graph of its own in {SMALL}"
    assert (SMALL / f"{slug}.json").is_file(), f"{slug} has no expected rows in {SMALL}"
    first = cases(slug)[0]
    assert "parameters" not in first, "the first case has the defaults"
    assert first.get("rows") or first.get("boolean") is not None, "the first case has rows"
    for case in cases(slug):
        answer = ask(small_engine(slug), LIBRARY.get(slug), case.get("parameters", {}), case.get("lang", "en"))
        check(answer, case)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_question_that_has_parameters_is_asked_with_some(slug: str) -> None:
    tried = {name for case in cases(slug) for name in case.get("parameters", {})}
    assert tried == {parameter.name for parameter in LIBRARY.get(slug).parameters}


def test_every_small_graph_belongs_to_a_question() -> None:
    assert {path.name for path in SMALL.iterdir()} == {f"{slug}.{kind}" for slug in SLUGS for kind in ("json", "ttl")}


def test_the_whole_way_from_files_gives_the_same(tmp_path: Path) -> None:
    slug = "entry-points-for-non-digital-citizens"
    shutil.copy(SMALL / f"{slug}.ttl", tmp_path)
    check(Inventory.load(tmp_path, only_data=True).ask(slug), cases(slug)[0])


# --- how a question is written


PROLOGUE = "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX dg: <https://w3id.org/dienstgraaf/def#> "
ENGLISH = """VALUES ?lang { "en" } """
LABEL = "?x rdfs:label ?label FILTER (LANG(?label) = ?lang)"


@pytest.mark.parametrize("slug", SLUGS)
def test_a_question_uses_its_variables_where_they_are_bound(slug: str) -> None:
    assert faults(LIBRARY.get(slug).query) == []


@pytest.mark.parametrize(
    "where",
    [
        f"?x a dg:Fact . {LABEL}",
        f"?y a dg:Fact OPTIONAL {{ ?y dg:topic ?x . {LABEL} }}",
        f"?x a dg:Fact OPTIONAL {{ {LABEL} }}",
        f"{{ ?x a dg:Fact }} UNION {{ ?y dg:topic ?x }} OPTIONAL {{ {LABEL} }}",
        f"OPTIONAL {{ {{ ?y dg:topic ?x }} UNION {{ ?y dg:audience ?x }} {LABEL} }}",
        f"VALUES (?x ?y) {{ (dg:a UNDEF) }} {LABEL}",
    ],
)
def test_a_variable_in_scope_is_no_fault(where: str) -> None:
    assert faults(f"{PROLOGUE} SELECT * WHERE {{ {ENGLISH} {where} }}") == []


@pytest.mark.parametrize(
    "where",
    [
        f"{{ ?x a dg:Fact . {LABEL} }} UNION {{ ?x a dg:Group }}",
        f"{{ ?x a dg:Fact OPTIONAL {{ ?x a dg:Group . {LABEL} }} }} UNION {{ ?x a dg:Group }}",
        f"OPTIONAL {{ ?y dg:topic ?x OPTIONAL {{ {LABEL} }} }}",
        f"?x a dg:Fact {{ {LABEL} }}",
        f"?x a dg:Fact MINUS {{ ?x a dg:Group . {LABEL} }}",
        "?x a dg:Fact OPTIONAL { ?x dg:topic ?y BIND (?lang AS ?z) }",
    ],
)
def test_a_language_out_of_scope_is_found(where: str) -> None:
    found = faults(f"{PROLOGUE} SELECT * WHERE {{ {ENGLISH} {where} }}")
    assert any(each.startswith("?lang is out of scope") for each in found)


@pytest.mark.parametrize(
    "where",
    [
        f"?y a dg:Fact OPTIONAL {{ ?y dg:topic ?x }} OPTIONAL {{ {LABEL} }}",
        f"VALUES ?x {{ UNDEF }} ?y a dg:Fact OPTIONAL {{ {LABEL} }}",
        f"VALUES (?x ?y) {{ (UNDEF dg:a) }} {LABEL}",
        f"{{ ?x a dg:Fact }} UNION {{ ?y a dg:Group }} OPTIONAL {{ {LABEL} }}",
        f"?y a dg:Fact OPTIONAL {{ {LABEL} }} ?y dg:topic ?x .",
        f"?y a dg:Fact OPTIONAL {{ {{ ?y dg:topic ?x }} UNION {{ ?y dg:audience ?z }} {LABEL} }}",
    ],
)
def test_a_label_of_a_variable_that_may_be_unbound_is_found(where: str) -> None:
    found = faults(f"{PROLOGUE} SELECT * WHERE {{ {ENGLISH} {where} }}")
    assert found == ["?x may be unbound where its label is looked up"]


def faults(query: str) -> list[str]:
    """What is wrong with the scope of variables in a SELECT or ASK query."""
    where = parseQuery(query)[1].where
    return [*_lang_faults(where, "outermost"), *_label_faults(where, set())]


def _lang_faults(group: CompValue, place: str) -> list[str]:
    """Where ?lang is used out of its scope.

    It is bound in the outermost group, and seen there and in the filters of an OPTIONAL directly in it. Anywhere else
    it is unbound, so that a filter drops every row.
    """
    seen_in = {"outermost": ("Filter", "Bind"), "optional": ("Filter",), "nested": ()}[place]
    found = []
    for part in group.part or []:
        if part.name in ("Filter", "Bind") and Variable("lang") in _variables(part) and part.name not in seen_in:
            found.append(f"?lang is out of scope in a {part.name} of a nested group")
        directly = place == "outermost" and part.name == "OptionalGraphPattern"
        for inner in _groups(part):
            found += _lang_faults(inner, "optional" if directly else "nested")
    return found


def _label_faults(group: CompValue, outside: set[Variable]) -> list[str]:
    """Where a label is looked up of a variable that may be unbound, so that everything with a label matches."""
    labelled = {triple[0] for part in group.part or [] for triple in _triples(part) if _is_label(triple)}
    loose = labelled - outside - _certain(group)
    found = [f"?{each} may be unbound where its label is looked up" for each in sorted(loose)]
    bound = set(outside)
    for part in group.part or []:
        for inner in _groups(part):
            found += _label_faults(inner, bound)
        bound |= _bound_by(part)
    return found


def _certain(group: CompValue) -> set[Variable]:
    """The variables that every solution of `group` binds, otherwise than by having a label."""
    return set().union(*(_bound_by(part) for part in group.part or []))


def _bound_by(part: CompValue) -> set[Variable]:
    if part.name == "TriplesBlock":
        ends = [term for triple in _triples(part) for term in (triple[1:] if _is_label(triple) else triple)]
        return {term for term in ends if isinstance(term, Variable)}
    if part.name == "Bind":
        return {part.var}
    if part.name == "InlineData":
        rows = [list(row) if len(part.var) > 1 else [row] for row in part.value]
        return {name for at, name in enumerate(part.var) if all(row[at] != "UNDEF" for row in rows)}
    if part.name == "GroupOrUnionGraphPattern":
        return set.intersection(*(_certain(inner) for inner in part.graph))
    return set()


def _groups(part: CompValue) -> list[CompValue]:
    """The groups directly inside a part of a group; what a FILTER (NOT) EXISTS asks is a matter of its own."""
    inner = part.graph if part.name != "Filter" and part.graph is not None else []
    return [inner] if isinstance(inner, CompValue) else list(inner)


def _triples(part: CompValue) -> list[tuple[Any, Any, Any]]:
    flat = [term for block in part.triples for term in block] if part.name == "TriplesBlock" else []
    return list(zip(flat[::3], flat[1::3], flat[2::3], strict=True))


def _is_label(triple: tuple[Any, Any, Any]) -> bool:
    names = [each for each in _values(triple[1]) if isinstance(each, CompValue) and each.name == "pname"]
    return len(names) == 1 and (names[0].prefix, names[0].localname) == ("rdfs", "label")


def _variables(part: object) -> set[Variable]:
    return {each for each in _values(part) if isinstance(each, Variable)}


def _values(part: object) -> Iterator[object]:
    """`part` of a parsed query, and all that it holds."""
    yield part
    inner = part.values() if isinstance(part, dict) else part if isinstance(part, list | ParseResults) else ()
    for each in inner:
        yield from _values(each)
