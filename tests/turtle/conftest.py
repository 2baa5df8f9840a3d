"""What the tests of the formatter compare: triples, and what each comment stands between."""

from __future__ import annotations

import pytest
from pyoxigraph import CanonicalizationAlgorithm, Dataset, RdfFormat, parse

from dienstgraaf.turtle import Statement, parse_turtle
from dienstgraaf.turtle.tree import Iri, Literal


def graph(text):
    """The triples of a text as another parser reads them, with canonical names for blank nodes."""
    quads = parse(text.encode(), format=RdfFormat.TURTLE, base_iri="https://base.invalid/folder/file")
    dataset = Dataset(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return set(dataset)


def meanings(node, found):
    """What each token under a node means, whichever way it is written, by the token's place."""
    if isinstance(node, Iri):
        found[node.line, node.column] = ("iri", node.value)
    elif isinstance(node, Literal):
        found[node.line, node.column] = ("literal", node.value)
        if node.datatype:
            meanings(node.datatype, found)
        found[node.line, node.column] = ("literal", node.value)
    for name in ("subject", "predicate"):
        if hasattr(node, name):
            meanings(getattr(node, name), found)
    for name in ("predicates", "objects", "items"):
        for child in getattr(node, name, ()):
            meanings(child, found)


def comment_places(text):
    """Each comment with its kind, how many statements end before it, and inside a statement the tokens beside it."""
    document = parse_turtle(text)
    found, places = {}, []
    meanings(document, found)
    statements = list(document.statements())
    for comment in document.comments:
        at = (comment.line, comment.column)
        ended = sum((each.last.line, each.last.column) < at for each in statements)
        inside = ended < len(statements) and (statements[ended].line, statements[ended].column) < at
        beside = [
            found.get((token.line, token.column), token.text) for token in (comment.after, comment.before) if inside
        ]
        places.append((comment.text, comment.trailing, ended, beside))
    return places


@pytest.fixture(scope="session")
def graph_of():
    return graph


@pytest.fixture(scope="session")
def comment_places_of():
    return comment_places


@pytest.fixture(scope="session")
def orders_of():
    """The subjects of a text, and the predicates of each block that holds a comment, in their order."""

    def orders(text):
        return [
            [_plain(each.subject), *([_plain(group.predicate) for group in each.predicates] * each.holds_comments)]
            for each in parse_turtle(text).items
            if isinstance(each, Statement)
        ]

    return orders


def _plain(term):
    return getattr(term, "value", type(term).__name__)
