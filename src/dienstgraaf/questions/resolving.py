"""Turns what a person types for a parameter into RDF terms of the parameter's type."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from pyoxigraph import Literal, NamedNode

from dienstgraaf._sparql import prepared
from dienstgraaf._sparql.values import Value, expand
from dienstgraaf.engine import Engine
from dienstgraaf.inventory.namespaces import PREFIXES
from dienstgraaf.naming import Directory
from dienstgraaf.questions.errors import ParameterError
from dienstgraaf.questions.model import Parameter
from dienstgraaf.questions.types import PLAIN_TYPES, class_of, scheme_of

__all__ = ["resolve"]

_LISTED: Final = 12
"""Up to how many names an error lists."""

_TRUTH = {"true": True, "yes": True, "ja": True, "false": False, "no": False, "nee": False}


def resolve(engine: Engine, parameter: Parameter, values: Sequence[object], lang: str) -> list[Value]:
    """Return the terms that `values` stand for, in order.

    An RDF term stands for itself. Text is matched against the names of everything of the parameter's type that `engine`
    holds, whatever its case.

    Raises:
        ParameterError: if a value is empty, is not of the type, is not known, or may mean several.
    """
    for value in values:
        if isinstance(value, str) and not value.strip():
            raise ParameterError("value-empty", name=parameter.name)
    if parameter.type in PLAIN_TYPES and parameter.type != "iri":
        return [_plain(parameter, value) for value in values]
    terms = [value for value in values if isinstance(value, NamedNode)]
    if len(terms) == len(values):
        return list(terms)
    directory = Directory(engine.select(_names(parameter.type)))
    return [_named(parameter, directory, value, lang) for value in values]


def _plain(parameter: Parameter, value: object) -> Value:
    text = str(value).strip()
    if parameter.type == "text":
        return Literal(str(value))
    if parameter.type == "integer":
        if isinstance(value, bool) or not re.fullmatch(r"[+-]?[0-9]+", text):
            raise ParameterError("value-not-integer", name=parameter.name, value=text)
        return Literal(int(text))
    if text.casefold() not in _TRUTH:
        raise ParameterError("value-not-boolean", name=parameter.name, value=text)
    return Literal(_TRUTH[text.casefold()])


def _names(type_name: str) -> str:
    """Return the query for the names of everything of a type; of everything at all for "iri"."""
    if type_name == "iri":
        return prepared("names")
    class_, scheme = NamedNode(class_of(type_name)), NamedNode(scheme_of(type_name))
    return prepared("names_of_type", **{"class": [class_], "scheme": [scheme]})


def _named(parameter: Parameter, directory: Directory, value: object, lang: str) -> Value:
    text = str(value).strip()
    iri = expand(text, PREFIXES)
    known = iri is not None and (parameter.type == "iri" or iri in directory)
    found = [iri] if iri is not None and known else directory.find(text)
    if len(found) == 1:
        return found[0]
    if found:
        candidates = directory.describe(found, lang)
        raise ParameterError("value-ambiguous", name=parameter.name, value=text, candidates=candidates)
    choices = _choices(directory, lang)
    raise ParameterError(
        "value-unknown",
        name=parameter.name,
        type=parameter.type,
        value=text,
        suggestions=directory.suggest(text, lang),
        otherwise="value-choices" if choices else "no-suggestion",
        choices=", ".join(choices),
    )


def _choices(directory: Directory, lang: str) -> list[str]:
    """Return the labels to choose from, if there are few."""
    items = directory.items()
    return [directory.label(item, lang) for item in items] if len(items) <= _LISTED else []
