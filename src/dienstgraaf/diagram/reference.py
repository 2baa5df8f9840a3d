"""The reference of terms and concepts as Markdown tables, in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dienstgraaf.diagram.views import VIEWS
from dienstgraaf.diagram.vocabulary import Concept, Scheme, Term, Texts, Vocabulary

__all__ = ["concepts_page", "ontology_page"]

_NOTE = "<!-- made from the Turtle files in ontology/ by `make docs`; change those, not this page -->\n"

_ONTOLOGY = """\
# The ontology: every term

What a term means is said in Dutch and English, as in [`ontology/dienstgraaf.ttl`](../ontology/dienstgraaf.ttl).
`dg:` is `https://w3id.org/dienstgraaf/def#`. How the terms work together is told in [model.md](model.md); the values
that properties take are in [concepts.md](concepts.md).

## Pictures

A solid arrow is a property, and an open one goes from a class to the wider class. A blue box can be an
end of a route. A box lists its main properties with their datatype or class of concepts.
"""

_CONCEPTS = """\
# The concepts: every value

The lists of values, one file each in [`ontology/concepts/`](../ontology/concepts). An indented concept is narrower than
the one above it. Where a list has an order, the rank says the place in it, from low to high.
"""

_ALIGNMENTS = """\
From [`ontology/alignments.ttl`](../ontology/alignments.ttl), and from the ontology itself where a term is a kind of
one of another vocabulary.
"""


def ontology_page(vocabulary: Vocabulary) -> str:
    """Return the page of pictures, classes, properties, schemes and alignments."""
    classes = list(vocabulary.classes.values())
    items = [term for term in classes if not vocabulary.is_concept_class(term.name)]
    concepts = [term for term in classes if vocabulary.is_concept_class(term.name)]
    parts = [_NOTE, _ONTOLOGY, *_pictures()]
    parts += ["## Classes\n", _table(("term", "label", "meaning", "is a"), map(_class_row, items))]
    parts += [
        "## Properties\n",
        _table(("term", "label", "meaning", "from → to", "read back"), _property_rows(vocabulary)),
    ]
    parts += ["## Classes of concepts, and their schemes\n"]
    parts += [_table(("class", "label", "meaning", "scheme", "concepts"), _scheme_rows(vocabulary, concepts))]
    parts += ["## Alignment with other vocabularies\n", _ALIGNMENTS]
    matches = ((_code(match.own), _code(match.relation), _code(match.other)) for match in vocabulary.matches)
    parts += [_table(("term", "relation", "other term"), matches)]
    return "\n".join(parts)


def concepts_page(vocabulary: Vocabulary) -> str:
    """Return the page of all concept schemes with their concepts."""
    contents = "\n".join(f"- [{_both(scheme.label)}](#{scheme.slug})" for scheme in vocabulary.schemes)
    return "\n".join([_NOTE, _CONCEPTS, contents, "", *map(_scheme, vocabulary.schemes)])


def _pictures() -> Iterator[str]:
    for view in VIEWS:
        yield f"### {view.title}\n\n![{view.title}](ontology-{view.slug}.svg)\n"


def _class_row(term: Term) -> Sequence[str]:
    return _code(term.name), _both(term.label), _both(term.definition), _codes(term.parents)


def _property_rows(vocabulary: Vocabulary) -> Iterator[Sequence[str]]:
    for term in vocabulary.properties.values():
        ends = f"{_codes(term.domain) or 'anything'} → {_codes(term.range) or 'anything'}"
        if term.is_functional:
            ends += " (at most one)"
        if term.kind == "AnnotationProperty":
            ends = "note"
        read_back = _both(term.inverse_label) or _codes(term.inverse_of)
        yield _code(term.name), _both(term.label), _both(term.definition), ends, read_back


def _scheme_rows(vocabulary: Vocabulary, classes: Sequence[Term]) -> Iterator[Sequence[str]]:
    by_label = {scheme.label["en"]: scheme for scheme in vocabulary.schemes}
    for term in classes:
        scheme = by_label[term.label["en"]]
        link = f"[{scheme.slug}](concepts.md#{scheme.slug})"
        yield _code(term.name), _both(term.label), _both(scheme.definition), link, str(len(scheme.concepts))


def _scheme(scheme: Scheme) -> str:
    ranked = any(concept.rank is not None for concept in scheme.concepts)
    header = ("concept", "label", "meaning", *(("rank",) if ranked else ()))
    rows = (_concept_row(concept, depth, ranked) for concept, depth in _by_hierarchy(scheme))
    title = f'<a id="{scheme.slug}"></a>\n\n## {_both(scheme.label)}\n'
    return "\n".join([title, f"{_both(scheme.definition)}\n", _table(header, rows)])


def _concept_row(concept: Concept, depth: int, ranked: bool) -> Sequence[str]:
    name = "&emsp;" * depth + _code(concept.slug)
    row = (name, _both(concept.label), _both(concept.definition))
    return (*row, "" if concept.rank is None else str(concept.rank)) if ranked else row


def _by_hierarchy(scheme: Scheme) -> Iterator[tuple[Concept, int]]:
    """Yield each concept with its depth, under the first that is broader."""

    def below(parent: str | None, depth: int) -> Iterator[tuple[Concept, int]]:
        for concept in scheme.concepts:
            if next(iter(concept.broader), None) == parent:
                yield concept, depth
                yield from below(concept.slug, depth + 1)

    yield from below(None, 0)


def _table(header: Sequence[str], rows: Iterator[Sequence[str]] | map[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)


def _both(texts: Texts) -> str:
    if len(set(texts.values())) == 1:
        return next(iter(texts.values()))
    joint = "<br>" if any(text.endswith(".") for text in texts.values()) else " / "
    return joint.join(texts[language] for language in ("nl", "en") if language in texts)


def _code(name: str) -> str:
    return f"`{name.strip('<>')}`"


def _codes(names: Sequence[str]) -> str:
    return ", ".join(map(_code, names))
