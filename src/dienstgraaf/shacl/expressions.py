"""The constraints on single values as SPARQL expressions (SHACL 1.0, section 4): each is true of a value that fails."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode

from dienstgraaf.shacl.datatypes import is_derived, well_formed
from dienstgraaf.shacl.errors import CannotCompileError, ShapesError
from dienstgraaf.shacl.joining import joined
from dienstgraaf.shacl.model import Parameter, Shape
from dienstgraaf.shacl.reading import Shapes
from dienstgraaf.shacl.terms import RDF, SH, Term

__all__ = ["PER_VALUE", "Classes", "constant", "per_value"]

PER_VALUE: Final = {
    "class": "ClassConstraintComponent",
    "datatype": "DatatypeConstraintComponent",
    "in": "InConstraintComponent",
    "languageIn": "LanguageInConstraintComponent",
    "maxExclusive": "MaxExclusiveConstraintComponent",
    "maxInclusive": "MaxInclusiveConstraintComponent",
    "maxLength": "MaxLengthConstraintComponent",
    "minExclusive": "MinExclusiveConstraintComponent",
    "minInclusive": "MinInclusiveConstraintComponent",
    "minLength": "MinLengthConstraintComponent",
    "nodeKind": "NodeKindConstraintComponent",
    "pattern": "PatternConstraintComponent",
}
"""The parameters of constraints on single values, each with its component."""

Classes: TypeAlias = Callable[[Term], list[str]]
"""Gives a class with all its subclasses, as SPARQL writes them."""

_SIGNS: Final = {"minExclusive": ">", "minInclusive": ">=", "maxExclusive": "<", "maxInclusive": "<="}
_KINDS: Final = {
    "IRI": ("isIRI",),
    "BlankNode": ("isBlank",),
    "Literal": ("isLiteral",),
    "BlankNodeOrIRI": ("isBlank", "isIRI"),
    "BlankNodeOrLiteral": ("isBlank", "isLiteral"),
    "IRIOrLiteral": ("isIRI", "isLiteral"),
}


def constant(term: Term) -> str:
    """Return `term` as SPARQL writes it.

    Raises:
        CannotCompileError: if it is a blank node, which would be a variable there.
    """
    if isinstance(term, BlankNode):
        raise CannotCompileError("is a blank node that data cannot hold", term)
    return str(term)


def per_value(
    shape: Shape,
    parameter: Parameter,
    value: str,
    classes: Classes,
    shapes: Shapes,
    fresh: Callable[[], str],
    keeps_types: bool,
) -> str:
    """Return an expression that is true if the value in the variable `value` does not satisfy `parameter`.

    Raises:
        CannotCompileError: if it asks a type that the store does not keep (`keeps_types`), or is unknown.
    """
    name, given = parameter.name, parameter.value
    if name == "class":
        variable = fresh()
        return f"NOT EXISTS {{ {value} <{RDF}type> {variable} FILTER ({variable} IN ({', '.join(classes(given))})) }}"
    if name == "datatype":
        if is_derived(_iri(given)) and not keeps_types:
            raise CannotCompileError(f"asks for {given}, which this store keeps as a plain integer", shape.node)
        return f"!COALESCE(isLiteral({value}) && {well_formed(value, _iri(given))}, false)"
    if name == "in":
        return _not_in(value, shapes.listed(given))
    if name == "languageIn":
        ranges = [_text(each) for each in shapes.listed(given)]
        tests = joined([f"LANGMATCHES(LANG({value}), {each})" for each in ranges], " || ") or "false"
        return f"!COALESCE(isLiteral({value}) && ({tests}), false)"
    return _simple(shape, parameter, value)


def _simple(shape: Shape, parameter: Parameter, value: str) -> str:
    """Return the expression for a constraint that needs nothing but its own parameter."""
    name, given = parameter.name, parameter.value
    if name == "nodeKind":
        kinds = _KINDS.get(_iri(given).removeprefix(SH))
        if kinds is None:
            raise ShapesError(f"has the unknown sh:nodeKind {given}", shape.node)
        return f"!({' || '.join(f'{kind}({value})' for kind in kinds)})"
    if name in _SIGNS:
        return f"!COALESCE({value} {_SIGNS[name]} {constant(given)}, false)"
    if name in ("minLength", "maxLength"):
        sign = ">=" if name == "minLength" else "<="
        return f"isBlank({value}) || !(STRLEN(STR({value})) {sign} {int(_plain(given))})"
    if name == "pattern":
        flags = shape.value("flags")
        options = f", {_text(flags)}" if flags is not None else ""
        return f"isBlank({value}) || !REGEX(STR({value}), {_text(given)}{options})"
    raise CannotCompileError(f"has sh:{name}", shape.node)


def _not_in(value: str, allowed: list[Term]) -> str:
    if not allowed:
        return "true"
    iris = [term for term in allowed if isinstance(term, NamedNode)]
    others = [term for term in allowed if not isinstance(term, NamedNode)]
    parts = [f"{value} NOT IN ({', '.join(map(str, iris))})"] if iris else []
    parts += [f"!sameTerm({value}, {constant(term)})" for term in others]
    return joined(parts, " && ")


def _plain(term: Term) -> str:
    assert isinstance(term, Literal)  # noqa: S101 - the reader has refused anything else
    return term.value


def _text(term: Term) -> str:
    """Return the words of a literal as a plain string of SPARQL."""
    return str(Literal(_plain(term)))


def _iri(term: Term) -> str:
    assert isinstance(term, NamedNode)  # noqa: S101 - as above
    return term.value
