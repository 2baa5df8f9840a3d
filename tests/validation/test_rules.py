"""Every rule says in both languages what is wrong, why, and how to mend it, and `explain` and the pages tell it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dienstgraaf.errors import DienstgraafError
from dienstgraaf.inventory import at, shipped
from dienstgraaf.messages import text
from dienstgraaf.validation import Finding, Rule, known_rules, validate
from dienstgraaf.validation.explaining import EXPLAIN_FORMATS, find_rule, write_rule, write_rules
from dienstgraaf.validation.pages import stale, write
from dienstgraaf.validation.rules import COMPONENTS, Constraint
from dienstgraaf.validation.telling import BUILT_IN, asked, general, parted, told

RULES = list(known_rules([shipped()]).values())
ASKING = [rule for rule in RULES if rule.asks]
HEAD = "@prefix dg: <https://w3id.org/dienstgraaf/def#> .\n@prefix ex: <https://example.org/id/> .\n"


@pytest.mark.parametrize("rule", ASKING, ids=lambda rule: rule.slug)
def test_a_rule_says_what_why_and_how_to_mend_it_in_both_languages(rule: Rule) -> None:
    for lang in ("nl", "en"):
        what, mend = parted(rule.messages[lang])
        assert what.endswith((".", "!", "?")), "say what is wrong as a sentence"
        assert mend, "say how to mend it, after 'Herstel:' or 'To mend it:'"
    assert "To mend it" not in rule.messages["nl"]
    assert "Herstel" not in rule.messages["en"]


@pytest.mark.slow
def test_the_examples_of_rules_that_are_no_shapes_are_their_tests(tmp_path: Path) -> None:
    for rule in BUILT_IN.values():
        for name, example in (("good", rule.good), ("bad", rule.bad)):
            prefixes = HEAD if example.startswith("ex:") else ""
            (tmp_path / f"{rule.slug}.{name}.ttl").write_text(prefixes + example, "utf-8")
    found = {(finding.rule, finding.file) for finding in validate([shipped()], [tmp_path]).findings}
    for rule in BUILT_IN.values():
        assert (rule.iri, tmp_path / f"{rule.slug}.good.ttl") not in found
        assert (rule.iri, tmp_path / f"{rule.slug}.bad.ttl") in found


def test_every_constraint_component_is_told_in_words_of_its_own_in_both_languages() -> None:
    said: set[str] = set()
    for component in (*COMPONENTS.values(), "http://example.org/OtherConstraintComponent"):
        for lang in ("nl", "en"):
            for value in ("1", "ex:x, ex:y"):
                said.add(asked(Constraint(component, "http://example.org/p", value), lang))
            assert all(general(component, lang))
    assert len(said) > 2 * len(COMPONENTS)


def test_a_rule_without_words_of_its_own_is_told_in_general_ones() -> None:
    component = COMPONENTS["minCount"]
    path = "https://w3id.org/dienstgraaf/def#provider"
    finding = Finding(
        focus=None, path=path, value=None, severity="violation", messages={}, rule="", component=component
    )  # type: ignore[arg-type]
    rule = Rule("http://example.org/s", constraints=(Constraint(component, path, "2"),))
    what, why, mend = told(finding, rule, "en", text("found-values", "en", count=1))
    assert what == "required: dg:provider has at least 2 values; found in this file: 1"
    assert (why, mend) == general(component, "en")
    assert finding.message("nl") == "vereist: de voorwaarde sh:minCount van dg:provider geldt"


@pytest.mark.parametrize(
    "name",
    [
        "entry-point-status",
        "rule:entry-point-status",
        "https://w3id.org/dienstgraaf/rule/entry-point-status",
        "Entry-Point-Status",
    ],
)
def test_a_rule_is_found_by_its_short_name_prefixed_name_or_iri(name: str) -> None:
    assert find_rule(RULES, name).iri == "https://w3id.org/dienstgraaf/rule/entry-point-status"


def test_an_unknown_rule_gets_a_suggestion() -> None:
    with pytest.raises(DienstgraafError, match=r"no rule 'entry-point-statu'. Did you mean: entry-point-status"):
        find_rule(RULES, "entry-point-statu")


def test_an_explanation_gives_all_in_each_format_and_language() -> None:
    rule = find_rule(RULES, "entry-point-status")
    for name in EXPLAIN_FORMATS:
        written = write_rule(rule, name, "nl")
        for part in (*parted(rule.messages["nl"]), rule.reasons["nl"]):
            assert part.replace("_", "\\_") in written or part in written
        assert written.endswith("\n")
    assert json.loads(write_rule(rule, "json", "en"))["invalidExample"] == rule.bad
    assert "dg:status has at most 1 value" in write_rule(rule, "text", "en")
    assert len(json.loads(write_rules(ASKING, "json", "en"))) == len(ASKING)
    assert write_rules(ASKING, "text", "en").count("\n") == len(ASKING) + 2


def test_a_rule_that_brings_rules_together_names_them() -> None:
    assert "rule:entry-point-status" in write_rule(find_rule(RULES, "entry-point"), "text", "en")


def test_the_pages_of_the_rules_are_up_to_date(repo_root: Path) -> None:
    assert stale(RULES, repo_root / "docs" / "rules") == [], "run `make docs`"


def test_a_changed_page_a_missing_one_and_one_too_many_are_stale(tmp_path: Path) -> None:
    few = ASKING[:3]
    write(few, tmp_path)
    (tmp_path / "README.md").write_text("old", "utf-8")
    (tmp_path / f"{few[0].slug}.md").unlink()
    (tmp_path / "gone.md").write_text("x", "utf-8")
    expected = {tmp_path / "README.md", tmp_path / f"{few[0].slug}.md", tmp_path / "gone.md"}
    assert set(stale(few, tmp_path)) == expected
    assert set(write(few, tmp_path)) == expected
    assert stale(few, tmp_path) == []


def test_rules_of_a_suppliers_own_are_explained_too(tmp_path: Path, small: Path) -> None:
    shapes = tmp_path / "own.ttl"
    shapes.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <http://example.org/rules#> .\n"
        "ex:named a sh:NodeShape ; sh:targetClass ex:T ;\n"
        "  sh:property [ sh:path ( ex:p [ sh:inversePath ex:q ] ) ; sh:minCount 1 ] .\n",
        "utf-8",
    )
    rule = find_rule(list(known_rules([at(small)], [shapes]).values()), "named")
    assert rule.constraints[0].path == "(<http://example.org/rules#p>/^<http://example.org/rules#q>)"
    assert "has at least 1 value" in write_rule(rule, "text", "en")


def test_shapes_in_shapes_are_told_as_such_and_not_as_conditions_of_the_rule(tmp_path: Path) -> None:
    shapes = tmp_path / "own.ttl"
    shapes.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix dg: <https://w3id.org/dienstgraaf/def#> .\n"
        "dg:a sh:targetClass dg:T ; sh:not [ sh:class dg:U ] ;\n"
        "  sh:or ( dg:b [ sh:class dg:V ; sh:nodeKind sh:IRI ] ) ;\n"
        "  sh:property [ sh:path dg:p ; sh:qualifiedMinCount 2 ; sh:qualifiedValueShape [ sh:class dg:W ] ] .\n",
        "utf-8",
    )
    rule = known_rules([], [shapes])["https://w3id.org/dienstgraaf/def#a"]
    assert [asked(each, "en") for each in rule.constraints] == [
        "at this item this does not hold: this item is a dg:U",
        "at this item at least one of these holds: dg:b; this item is a dg:V and this item is of the node kind sh:IRI",
        "at least 2 values of dg:p meet the condition: each value of dg:p is a dg:W",
    ]
