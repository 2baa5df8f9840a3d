"""Random shapes and data for hypothesis, as Turtle: small worlds in which much is the same, so that shapes bite."""

from __future__ import annotations

import re

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

__all__ = ["cases", "data_graphs", "paths", "shapes_graphs"]

PROPERTIES = ("ex:p", "ex:q", "ex:r")
CLASSES = ("ex:A", "ex:B", "ex:C")
NODES = ("ex:a", "ex:b", "ex:c", "_:x", "_:y")
IRIS = ("ex:a", "ex:b", "ex:c")
LITERALS = (
    *("1", "2", "3", "1.5", "true", "false"),
    *('"a"', '"bb"', '"ccc"', '"a"@en', '"bb"@en', '"a"@nl', '"a"@en-US', '"x"@EN'),
    *('"2024-01-01"^^xsd:date', '"2024-05-01"^^xsd:date', '"2024-01-01T00:00:00Z"^^xsd:dateTime'),
    '"a"^^ex:type',
)
DATATYPES = ("xsd:integer", "xsd:decimal", "xsd:string", "xsd:boolean", "xsd:date", "rdf:langString", "ex:type")
KINDS = ("IRI", "BlankNode", "Literal", "BlankNodeOrIRI", "BlankNodeOrLiteral", "IRIOrLiteral")

properties = st.sampled_from(PROPERTIES)
classes = st.sampled_from(CLASSES)
NUMBERS = st.sampled_from(("ex:m", "ex:n"))
literals = st.sampled_from(LITERALS)
constants = st.sampled_from(IRIS + LITERALS)


@st.composite
def data_graphs(draw: DrawFn) -> str:
    """Data about five nodes, three properties and three classes."""
    triple = st.one_of(
        st.tuples(st.sampled_from(NODES), properties, st.sampled_from(NODES + LITERALS)),
        st.tuples(st.sampled_from(NODES), st.just("a"), classes),
        st.tuples(st.sampled_from(NODES), NUMBERS, st.sampled_from(("1", "2", "2.5"))),
    )
    return "".join(f"{s} {p} {o} .\n" for s, p, o in draw(st.lists(triple, max_size=12, unique=True)))


@st.composite
def ontologies(draw: DrawFn) -> str:
    """Subclass axioms, which may go in a circle."""
    pairs = draw(st.lists(st.tuples(classes, classes), max_size=2, unique=True))
    return "".join(f"{below} rdfs:subClassOf {above} .\n" for below, above in pairs)


@st.composite
def paths(draw: DrawFn, depth: int = 2) -> str:
    """A path of any kind."""
    kind = draw(
        st.sampled_from(("property", "property", "inverse", "sequence", "alternative", "star", "plus", "maybe"))
    )
    if kind == "property" or depth == 0:
        return draw(properties)
    if kind in ("sequence", "alternative"):
        parts = " ".join(draw(st.lists(paths(depth - 1), min_size=2, max_size=3)))
        return f"( {parts} )" if kind == "sequence" else f"[ sh:alternativePath ( {parts} ) ]"
    name = {"inverse": "inversePath", "star": "zeroOrMorePath", "plus": "oneOrMorePath", "maybe": "zeroOrOnePath"}[kind]
    return f"[ sh:{name} {draw(paths(depth - 1))} ]"


def _listed(items: SearchStrategy[str], least: int = 0) -> SearchStrategy[str]:
    return st.lists(items, min_size=least, max_size=3, unique=True).map(lambda found: f"( {' '.join(found)} )")


@st.composite
def _per_value(draw: DrawFn) -> str:
    """A constraint on single values."""
    bound = st.sampled_from(("1", "2", "1.5"))
    choices = {
        "class": classes,
        "datatype": st.sampled_from(DATATYPES),
        "nodeKind": st.sampled_from(KINDS).map("sh:{}".format),
        "in": _listed(constants),
        "languageIn": _listed(st.sampled_from(('"en"', '"nl"', '"en-US"', '"EN"')), 1),
        "minLength": st.integers(1, 3).map(str),
        "maxLength": st.integers(0, 3).map(str),
        "pattern": st.sampled_from(('"^a"', '"b+"', '"/c$"', '"A" ; sh:flags "i"')),
        "minInclusive": bound,
        "minExclusive": bound,
        "maxInclusive": bound,
        "maxExclusive": bound,
        "disjoint": properties,
        "equals": properties,
        "hasValue": constants,
    }
    name = draw(st.sampled_from(sorted(choices)))
    return f"sh:{name} {draw(choices[name])}"


@st.composite
def _of_a_property(draw: DrawFn, depth: int) -> str:
    """A constraint that only a property shape can have."""
    name = draw(st.sampled_from(("minCount", "maxCount", "uniqueLang", "qualified")))
    if name == "qualified":
        inner = draw(bodies(depth - 1, False))
        counts = draw(st.sampled_from(("sh:qualifiedMinCount {}", "sh:qualifiedMaxCount {}")))
        disjoint = draw(st.sampled_from(("", "; sh:qualifiedValueShapesDisjoint true")))
        return f"sh:qualifiedValueShape {inner} ; {counts.format(draw(st.integers(0, 2)))} {disjoint}"
    if name == "uniqueLang":
        return f"sh:uniqueLang {draw(st.sampled_from(('true', 'false')))}"
    return f"sh:{name} {draw(st.integers(0, 3))}"


@st.composite
def _ordered(draw: DrawFn) -> str:
    """A property shape that compares two properties which have numbers only."""
    name = draw(st.sampled_from(("lessThan", "lessThanOrEquals")))
    return f"[ sh:path {draw(NUMBERS)} ; sh:{name} {draw(NUMBERS)} ]"


@st.composite
def _nesting(draw: DrawFn, depth: int, named: int) -> str:
    """A constraint that refers to other shapes."""
    name = draw(st.sampled_from(("property", "property", "node", "not", "and", "or", "xone")))
    if name == "property":
        return (
            f"sh:property {draw(st.one_of(bodies(depth - 1, True, named), bodies(depth - 1, True, named), _ordered()))}"
        )
    if name == "node":  # which takes node shapes only
        return f"sh:node {draw(bodies(depth - 1, False, named))}"
    inner = st.one_of(bodies(depth - 1, False, named), bodies(depth - 1, True, named))
    if named:
        inner = st.one_of(inner, st.integers(1, named).map("ex:S{}".format))
    return f"sh:{name} {draw(inner)}" if name == "not" else f"sh:{name} {draw(_listed(inner, 1))}"


@st.composite
def _parts(draw: DrawFn, depth: int, is_property: bool, named: int = 0) -> list[str]:
    """The constraints and settings of a shape; it has each parameter at most once."""
    kinds = [_per_value(), _per_value()]
    if depth > 0:
        kinds += [_nesting(depth, named), _nesting(depth, named)]
    if is_property:
        kinds += [_of_a_property(depth)] * 2 if depth > 0 else [_of_a_property(1)]
    found = draw(st.lists(st.one_of(kinds), min_size=1, max_size=3, unique_by=lambda part: part.split()[0]))
    if draw(st.integers(0, 9)) == 0:
        found.append(
            f"sh:closed true ; sh:ignoredProperties {draw(_listed(st.sampled_from((*PROPERTIES, 'rdf:type'))))}"
        )
    if draw(st.integers(0, 14)) == 0:
        found.append("sh:deactivated true")
    if draw(st.integers(0, 4)) == 0:
        found.append(f"sh:severity {draw(st.sampled_from(('sh:Warning', 'sh:Info', 'ex:Own')))}")
    return found


@st.composite
def bodies(draw: DrawFn, depth: int, is_property: bool, named: int = 0) -> str:
    """A shape without a name of its own."""
    found = draw(_parts(max(depth, 0), is_property, named))
    if is_property:
        found = [f"sh:path {draw(paths())}", *found]
    return f"[ {' ; '.join(found)} ]"


@st.composite
def _targets(draw: DrawFn) -> str:
    name = draw(st.sampled_from(("targetNode", "targetClass", "targetSubjectsOf", "targetObjectsOf")))
    if name == "targetNode":
        return f"sh:targetNode {draw(constants)}"
    return f"sh:{name} {draw(classes if name == 'targetClass' else properties)}"


@st.composite
def shapes_graphs(draw: DrawFn) -> str:
    """Up to three named shapes, which refer to earlier ones only; some are classes as well."""
    text = ""
    for number in range(1, draw(st.integers(1, 3)) + 1):
        is_property = draw(st.booleans())
        found = [f"a sh:{'Property' if is_property else 'Node'}Shape"]
        if is_property:
            found.append(f"sh:path {draw(paths())}")
        found += draw(st.lists(_targets(), min_size=1, max_size=2, unique=True))
        found += draw(_parts(3, is_property, number - 1))
        text += f"ex:S{number} {' ; '.join(found)} .\n"
    if draw(st.integers(0, 5)) == 0:
        inner = draw(bodies(2, True))
        text += f"{draw(classes)} a rdfs:Class, sh:NodeShape ; sh:property {inner} .\n"
    return text


@st.composite
def cases(draw: DrawFn) -> tuple[str, str, str]:
    """Data, an ontology and shapes."""
    data, ontology, shapes = draw(data_graphs()), draw(ontologies()), draw(shapes_graphs())
    if re.search(r"sh:m(in|ax)(In|Ex)clusive", shapes):  # among which pySHACL orders anything
        other = r"(^\S+ \S+|sh:targetNode) (true|false|\S+\^\^\S+)"
        data, shapes = (re.sub(other, r"\1 7", text, flags=re.MULTILINE) for text in (data, shapes))
    return data, ontology, shapes
