"""The canonical form of a Turtle text, and the proof that it says the same."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from dienstgraaf.turtle.arrange import PredicateOrder, arrange_statement
from dienstgraaf.turtle.errors import FormatLossError, TurtleError
from dienstgraaf.turtle.layout import Layout
from dienstgraaf.turtle.parser import RDF, parse_turtle
from dienstgraaf.turtle.terms import TermWriter
from dienstgraaf.turtle.tokens import tokenise
from dienstgraaf.turtle.toplevel import arrange_directives
from dienstgraaf.turtle.tree import Document

if TYPE_CHECKING:
    from pyoxigraph import Triple

__all__ = ["FIRST_LANGUAGES", "FIRST_PREDICATES", "LAST_PREDICATES", "first_difference", "format_turtle"]

_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_BASE = "https://base.invalid/folder/file"

FIRST_PREDICATES = (
    RDF + "type",
    _RDFS + "label",
    _SKOS + "prefLabel",
    _SKOS + "altLabel",
    _SKOS + "definition",
    _RDFS + "comment",
)
"""The predicates that come before all others, in this order."""
LAST_PREDICATES = ("http://www.w3.org/ns/prov#wasDerivedFrom",)
"""The predicates that come after all others, in this order."""

FIRST_LANGUAGES = ("nl", "en")
"""The languages that come before all others among the texts of one predicate, in this order."""


def format_turtle(
    text: str,
    *,
    base_prefixes: Mapping[str, str] | None = None,
    first: Sequence[str] = FIRST_PREDICATES,
    last: Sequence[str] = LAST_PREDICATES,
    languages: Sequence[str] = FIRST_LANGUAGES,
) -> str:
    """Return `text` in canonical form: the same triples, the same comments in the same places.

    Args:
        text: a Turtle 1.1 document.
        base_prefixes: prefixes that hold before the text begins and are not written, for a piece of a document.
        first: IRIs of the predicates that come before all others.
        last: IRIs of the predicates that come after all others.
        languages: tags of the languages that come before all others among texts, in lower case.

    Raises:
        TurtleError: if `text` is not Turtle.
        FormatLossError: if the canonical form would lose a triple or a comment, which is a defect of this library.

    >>> print(format_turtle("PREFIX ex: <http://example.org/>  ex:a ex:p 2,1; a ex:B."), end="")
    @prefix ex: <http://example.org/> .
    <BLANKLINE>
    ex:a a ex:B ;
        ex:p 1, 2 .
    """
    prefixes = dict(base_prefixes or {})
    document = parse_turtle(text, base_prefixes=prefixes)
    before = _triples(text, prefixes)
    result = _canonical(document, prefixes, (first, last, languages))
    if result != text:
        _prove(document, before, result, prefixes)
    return result


def first_difference(text: str, canonical: str) -> tuple[int, str, str] | None:
    """Return the number of the first line that differs, and that line in both texts; None if they are equal."""
    pairs = zip_longest(_LINE.findall(text), _LINE.findall(canonical), fillvalue="")
    return next(
        (
            (number, left.rstrip("\n"), right.rstrip("\n"))
            for number, (left, right) in enumerate(pairs, 1)
            if left != right
        ),
        None,
    )


def _canonical(
    document: Document,
    prefixes: Mapping[str, str],
    preferred: tuple[Sequence[str], Sequence[str], Sequence[str]],
) -> str:
    items = arrange_directives(document, prefixes)
    writer = TermWriter(prefixes)
    layout = Layout(writer)
    order = PredicateOrder(*preferred, writer)
    layout.items(items, lambda item: item if item.holds_comments else arrange_statement(item, order))
    return layout.text()


def _prove(document: Document, before: list[Triple], result: str, prefixes: Mapping[str, str]) -> None:
    """Check that `result` holds the triples `before` and the comments of `document`."""
    try:
        after = _triples(result, prefixes)
        comments = [comment for token in tokenise(result) for comment in token.comments]
    except TurtleError as error:
        raise FormatLossError(f"the canonical form cannot be read back ({error})") from error
    wanted = [(comment.text, comment.trailing) for comment in document.comments]
    if [(comment.text, comment.trailing) for comment in comments] != wanted:
        raise FormatLossError("the canonical form would lose or move a comment")
    if not _same(before, after):
        raise FormatLossError("the canonical form would change a triple")


def _triples(text: str, prefixes: Mapping[str, str]) -> list[Triple]:
    """The triples of `text`, as another parser reads them."""
    from pyoxigraph import RdfFormat, parse

    ahead = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in prefixes.items())
    try:
        quads = parse((ahead + text).encode(), format=RdfFormat.TURTLE, base_iri=_BASE)
        return [quad.triple for quad in quads]
    except SyntaxError as error:
        line = (error.lineno or 1) - len(prefixes)
        message = error.msg.partition(": ")[2].rpartition(" (line ")[0] or error.msg
        raise TurtleError(message, max(line, 1), error.offset or 1) from None


def _same(before: list[Triple], after: list[Triple]) -> bool:
    """Whether two lists hold the same graph, whatever the names of blank nodes."""
    from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, Quad

    grounded, nodes = [], []
    for triples in (before, after):
        with_nodes = {each for each in triples if BlankNode in (type(each.subject), type(each.object))}
        grounded.append(set(triples) - with_nodes)
        nodes.append(with_nodes)
    if grounded[0] != grounded[1] or len(nodes[0]) != len(nodes[1]):
        return False
    datasets = [Dataset(Quad(each.subject, each.predicate, each.object) for each in triples) for triples in nodes]
    for dataset in datasets:
        dataset.canonicalize(CanonicalizationAlgorithm.UNSTABLE)
    return set(datasets[0]) == set(datasets[1])
