"""Whatever the text: formatting keeps every triple and the place of every comment, and is stable."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dienstgraaf.turtle import format_turtle

NAMES = ["ex:a", "ex:a.b", "b:c", ":d", "ex:x\\~y", "<http://example.org/a>", "<http://b.example/x/c>", "<r>", "ex:%41"]
PREDICATES = ["a", "ex:p", "ex:q", "<http://example.org/p>", "b:r", "rdfs:label", "prov:wasDerivedFrom"]
QUOTED = ['"x"', "'y\"'", '"""l\n"m" """', "'''\\n'''", '""', '"\\u00e9\\t#"', '"x"']
DIRECTIVES = [
    ["@prefix", "ex:", "<http://example.org/>", "."],
    ["@prefix", "b:", "<http://b.example/x/>", "."],
    ["PREFIX", ":", "<http://b.example/x/y>"],
    ["@prefix", "rdfs:", "<http://www.w3.org/2000/01/rdf-schema#>", "."],
    ["prefix", "prov:", "<http://www.w3.org/ns/prov#>"],
]
LATER = [*DIRECTIVES, ["@prefix", "z:", "<http://z.example/>", "."], ["@prefix", "unused:", "<#u>", "."]]
DANGEROUS = [
    ["@prefix", "b:", "<http://example.org/>", "."],
    ["BASE", "<http://base.example/>"],
    ["@base", "<sub/>", "."],
]
GAPS = [" ", " ", " ", "\n", "\t", "\n\n", "\r\n", " # {}\n", "\n# {}\n", "\n\n# {}\n", "\n# {}\n\n", "#{} \n #{}\n"]

name = st.sampled_from(NAMES).map(lambda text: [text])
literal = st.one_of(
    st.sampled_from(["1", "02", "-1.5", "1e3", "true", "false"]).map(lambda text: [text]),
    st.sampled_from(QUOTED).map(lambda text: [text]),
    st.tuples(st.sampled_from(QUOTED), st.sampled_from(["@en", "@nl", "@nl-BE"])).map(list),
    st.tuples(st.sampled_from(QUOTED), st.just("^^"), st.sampled_from(["ex:d", "<http://example.org/d>"])).map(list),
)
label = st.sampled_from(["_:n", "_:m.1"]).map(lambda text: [text])


def joined(parts, mark):
    return [token for index, part in enumerate(parts) for token in ([mark] * (index > 0) + part)]


def said(objects):
    """A list of predicates and objects, with semicolons to spare."""
    group = st.tuples(st.sampled_from(PREDICATES), st.lists(objects, min_size=1, max_size=4))
    one = group.map(lambda pair: [pair[0], *joined(pair[1], ",")])
    return st.tuples(st.lists(one, min_size=1, max_size=4), st.sampled_from([[], [";"], [";", ";"]])).map(
        lambda pair: joined(pair[0], ";") + pair[1]
    )


def brackets(objects):
    return st.one_of(
        st.lists(objects, max_size=4).map(lambda items: ["(", *joined(items, ""), ")"]),
        said(objects).map(lambda tokens: ["[", *tokens, "]"]),
        st.just(["[", "]"]),
    )


term = st.recursive(st.one_of(name, literal, label), brackets, max_leaves=6)
statement = st.tuples(st.one_of(name, label, brackets(term)), said(term)).map(lambda pair: [*pair[0], *pair[1], "."])


@st.composite
def documents(draw, later=LATER, gaps=GAPS):
    """A document as text: prefixes, statements, more directives in between, and any layout."""
    parts = list(draw(st.permutations(DIRECTIVES)))
    parts += draw(st.lists(st.one_of(statement, statement, st.sampled_from(later)), max_size=5))
    tokens = [token for part in parts for token in part if token]
    layout = draw(st.lists(st.sampled_from(gaps), min_size=len(tokens) + 1, max_size=len(tokens) + 1))
    pieces = [layout[0]]
    for gap, token in zip(layout[1:], tokens, strict=True):
        pieces += [token, " " * gap.startswith("#"), gap]
    return "".join(piece.format(*[f"c{index}"] * 2) if "{}" in piece else piece for index, piece in enumerate(pieces))


SPARSE = [" "] * 40 + ["\n\n"] * 10 + [gap for gap in GAPS if "#" in gap]
LIMITS = settings(
    deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def hold_the_promises(text, graph_of, comment_places_of, orders_of):
    result = format_turtle(text)
    assert format_turtle(result) == result
    assert graph_of(result) == graph_of(text)
    assert comment_places_of(result) == comment_places_of(text)
    assert orders_of(result) == orders_of(text)
    assert result.endswith("\n")
    assert "\r" not in result
    assert "\n\n\n" not in result


@LIMITS
@given(text=documents())
def test_comments_between_any_two_tokens_stay_between_them(text, graph_of, comment_places_of, orders_of):
    hold_the_promises(text, graph_of, comment_places_of, orders_of)


@LIMITS
@given(text=documents(gaps=SPARSE))
def test_blocks_without_comments_are_put_in_order_without_loss(text, graph_of, comment_places_of, orders_of):
    hold_the_promises(text, graph_of, comment_places_of, orders_of)


@LIMITS
@given(text=documents(later=[*LATER, *DANGEROUS], gaps=SPARSE))
def test_bases_and_prefixes_with_a_second_meaning_mean_the_same_after(text, graph_of, comment_places_of, orders_of):
    hold_the_promises(text, graph_of, comment_places_of, orders_of)


@settings(deadline=None, max_examples=100)
@given(text=documents(gaps=[" "]), layout=st.randoms(use_true_random=False))
def test_layout_alone_makes_no_difference(text, layout):
    spaced = "".join(layout.choice([" ", "\n", "\n\n", "\t "]) if char == " " else char for char in _unquoted(text))
    assert format_turtle(spaced.replace("\x00", " ")) == format_turtle(text)


def _unquoted(text):
    """The text with the spaces inside its strings hidden."""
    return text.replace('"m" """', '"m"\x00"""')
