"""Asks an engine for a map, by the names that people use."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pyoxigraph import NamedNode

from dienstgraaf.engine import Engine
from dienstgraaf.errors import DienstgraafError
from dienstgraaf.mapping.computing import USUAL_KINDS, compute_map
from dienstgraaf.mapping.model import Map
from dienstgraaf.messages import text
from dienstgraaf.questions.errors import ParameterError
from dienstgraaf.questions.model import Parameter, Text
from dienstgraaf.questions.resolving import resolve
from dienstgraaf.structure import read_structure
from dienstgraaf.structure.model import slug

__all__ = ["ask_map", "kinds_called"]

_TYPES: Final = ("provider", "route-end")
"""What a map may be around: a provider, else whatever a hop may start or end at."""


def ask_map(
    engine: Engine, lang: str, around: str | None = None, hops: int = 1, kinds: Sequence[str] | None = None
) -> Map:
    """Return the map that `engine` holds, or what of it lies within `hops` of what is called `around`.

    Args:
        engine: what is asked; names are looked up there too.
        lang: "nl" or "en".
        around: a label, an alias, an abbreviation, a short name or an IRI.
        hops: how far, at least 1.
        kinds: the kinds of hop, by such names; those between parties if none is given.

    Raises:
        ParameterError: if something is not called so, or several things are.
        DienstgraafError: if `hops` is less than 1.
    """
    if hops < 1:
        raise DienstgraafError("map-hops-wrong", hops=hops)
    chosen = kinds_called(engine, kinds, lang) if kinds else USUAL_KINDS
    center = [] if around is None else [_called(engine, around, lang)]
    return compute_map(read_structure(engine, lang), lang, chosen, center, hops)


def kinds_called(engine: Engine, names: Sequence[str], lang: str) -> tuple[str, ...]:
    """Return the slugs of the kinds of hop called `names`.

    Raises:
        ParameterError: if there is no such kind.
    """
    asked = Parameter("kinds", "route-kind", _text("column-kind"))
    found = resolve(engine, asked, names, lang)
    return tuple(dict.fromkeys(slug(term.value) for term in found if isinstance(term, NamedNode)))


def _called(engine: Engine, name: str, lang: str) -> str:
    """Return the IRI of what is called `name`: a provider, else whatever else a hop may start or end at."""
    provider, place = (Parameter("around", type_, _text("column-provider")) for type_ in _TYPES)
    try:
        found = resolve(engine, provider, [name], lang)
    except ParameterError as error:
        if error.key != "value-unknown":
            raise
        try:
            found = resolve(engine, place, [name], lang)
        except ParameterError as wider:
            if wider.key != "value-unknown":
                raise
            told = dict.fromkeys([*error.suggestions, *wider.suggestions])
            raise ParameterError("map-around-unknown", suggestions=list(told), value=name) from None
    return str(getattr(found[0], "value", found[0]))


def _text(key: str) -> Text:
    return Text(text(key, "nl"), text(key, "en"))
