"""What is read from the ontology's files."""

from __future__ import annotations

from dienstgraaf.diagram import Vocabulary


def test_classes_and_properties_come_in_the_order_of_the_ontology(small: Vocabulary) -> None:
    assert list(small.classes) == ["dg:RouteEnd", "dg:Desk", "dg:Shared", "dg:Level"]
    assert list(small.properties) == ["dg:level", "dg:open", "dg:next"]


def test_a_property_knows_its_ends_its_kind_and_how_it_reads_back(small: Vocabulary) -> None:
    following = small.properties["dg:next"]
    assert (following.domain, following.range, following.kind) == (("dg:Desk",), ("dg:RouteEnd",), "ObjectProperty")
    assert following.inverse_label == {"nl": "hiervoor", "en": "before"}
    assert not following.is_functional
    assert small.properties["dg:level"].is_functional
    assert small.properties["dg:open"].range == ("xsd:boolean",)


def test_what_is_above_a_class_includes_itself_and_what_is_above_that(small: Vocabulary) -> None:
    assert small.ancestors("dg:Shared") == {"dg:Shared", "dg:Desk", "dg:RouteEnd"}


def test_a_class_of_concepts_is_told_apart(small: Vocabulary) -> None:
    assert [name for name in small.classes if small.is_concept_class(name)] == ["dg:Level"]


def test_a_scheme_holds_its_concepts_with_order_and_hierarchy(small: Vocabulary) -> None:
    (scheme,) = small.schemes
    assert (scheme.slug, scheme.label["nl"]) == ("level", "Niveau")
    assert [(c.slug, c.rank, c.broader) for c in scheme.concepts] == [("low", 1, ()), ("lowest", None, ("low",))]


def test_matches_name_the_own_term_the_relation_and_the_other(small: Vocabulary) -> None:
    assert [(m.own, m.relation, m.other) for m in small.matches] == [("dg:Desk", "skos:closeMatch", "org:Site")]
