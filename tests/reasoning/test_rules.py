"""Rules in SPARQL, and how they work together with OWL."""

from __future__ import annotations

import pytest

from dienstgraaf.inventory import rule_files, shipped
from dienstgraaf.reasoning import RuleError, infer, read_rules


@pytest.fixture
def rules(tmp_path):
    """Writes rules, each a CONSTRUCT with the empty prefix declared, and reads them."""

    def made(**queries: str):
        for name, query in queries.items():
            (tmp_path / f"{name}.rq").write_text("PREFIX : <https://example.org/>\n" + query, encoding="utf-8")
        return read_rules(tmp_path.glob("*.rq"))

    return made


def test_rules_and_owl_go_on_until_nothing_new_comes(graph, triples, rules):
    made = rules(
        a="CONSTRUCT { ?x :level2 ?y } WHERE { ?x :level1 ?y }",
        b="CONSTRUCT { ?x :level1 ?y } WHERE { ?y a :Reached . ?y :next ?x }",
    )
    quads = graph(":level2 rdfs:domain :Reached . :n1 :level1 :end ; :next :n2 . :n2 :next :n3 .")
    assert set(infer(quads, made)) == triples(
        ":n1 a :Reached ; :level2 :end . :n2 :level1 :n1 ; :level2 :n1 ; a :Reached ."
        ":n3 :level1 :n2 ; :level2 :n2 ; a :Reached ."
    )


def test_a_rule_that_rests_on_an_absence_waits_for_all_the_others(graph, triples, rules):
    made = rules(
        a="CONSTRUCT { ?x a :Unreached } WHERE { ?x a :Node FILTER NOT EXISTS { ?x a :Reached } }",
        b="CONSTRUCT { ?y a :Reached } WHERE { ?x a :Reached ; :next ?y }",
    )
    assert [rule.negates for rule in made] == [True, False]
    quads = graph(":a a :Node, :Reached ; :next :b . :b a :Node ; :next :c . :c a :Node . :d a :Node .")
    assert set(infer(quads, made)) == triples(":b a :Reached . :c a :Reached . :d a :Unreached .")


def test_what_such_a_rule_adds_is_reasoned_over_in_turn(graph, triples, rules):
    made = rules(a="CONSTRUCT { ?x :p ?x2 } WHERE { ?x :q ?x2 MINUS { ?x :p ?other } }")
    quads = graph(":p rdfs:range :R . :a :q :b .")
    assert set(infer(quads, made)) == triples(":a :p :b . :b a :R .")


def test_the_words_of_absence_in_comments_and_names_make_no_such_rule(rules):
    (rule,) = rules(a="# NOT EXISTS\nCONSTRUCT { ?x :minus 'MINUS' } WHERE { ?x :exists ?minus }")
    assert not rule.negates


@pytest.mark.parametrize(
    ("query", "place", "message"),
    [
        ("CONSTRUCT { ?x :p ?y } WHERE { ?x nope:q ?y }", "2:35", "the prefix nope: is not known"),
        ("CONSTRUCT { ?x :p ?y } WHER { ?x :q ?y }", "2:24", "`WHER` does not belong here"),
        ("SELECT * { ?x :p ?y }", "1:1", "a rule is a CONSTRUCT query, and this is SELECT"),
        ("CONSTRUCT WHERE { SERVICE <http://e/> { } }", "2:19", "SERVICE asks another server"),
    ],
)
def test_a_broken_rule_is_told_with_its_file_and_place(graph, rules, tmp_path, query, place, message):
    with pytest.raises(RuleError) as caught:
        infer(graph(":a :p :b ."), rules(broken=query))
    assert str(caught.value).startswith(f"{tmp_path / 'broken.rq'}:{place}: {message}")


def test_a_rule_file_that_cannot_be_read_is_told(tmp_path):
    (tmp_path / "bytes.rq").write_bytes(b"\xff")
    with pytest.raises(RuleError, match=r"bytes\.rq:1:1: not UTF-8"):
        read_rules([tmp_path / "bytes.rq"])
    with pytest.raises(RuleError, match=r"gone\.rq:1:1: cannot be read: No such file"):
        read_rules([tmp_path / "gone.rq"])


def test_the_shipped_rules_can_be_applied(graph):
    rules = read_rules(rule_files([shipped()]))
    assert rules
    quads = graph(":e a dg:EntryPoint, dg:Fact ; dg:provider :p, :q . :p a dg:Provider . :q a dg:Provider .")
    found = {f"{each.predicate.value.split('#')[-1]} {each.object}" for each in infer(quads, rules)}
    assert "statedFor <https://example.org/p>" in found
    assert any("SharedEntryPoint" in each for each in found)
