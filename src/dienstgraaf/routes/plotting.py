"""Plots a life event on the structure: from the event by way in and line to aftercare, and on to others."""

from __future__ import annotations

from dienstgraaf.engine import Engine
from dienstgraaf.questions.errors import ParameterError
from dienstgraaf.questions.model import Parameter, Text
from dienstgraaf.questions.resolving import resolve
from dienstgraaf.routes.connecting import connect
from dienstgraaf.routes.hopping import Hopping
from dienstgraaf.routes.model import EVENT, Named, Party, Placed, Route, Stop
from dienstgraaf.routes.relevance import Relevance
from dienstgraaf.routes.rows import Basis, Rows
from dienstgraaf.routes.stopping import Stops
from dienstgraaf.structure import Structure, read_basis, read_structure

__all__ = ["PARTIES", "plot", "route", "routes"]

PARTIES = 6
"""How many parties one plot shows."""


def route(
    engine: Engine,
    event: str,
    lang: str,
    *,
    audience: str | None = None,
    provider: str | None = None,
    presumed: bool = False,
) -> Route:
    """Return the route from `event`, with labels in `lang`.

    Args:
        engine: holds the inventory.
        event: a life event by label, other name, short name or IRI, as are `audience` and `provider`.
        lang: "nl" or "en".
        audience: leaves out what is for others, and what asks a skill that this audience misses.
        provider: leaves out all other parties at which the person comes in.
        presumed: show what is only presumed of an organisation, from a weaker pattern of its kind.

    Raises:
        ParameterError: if one of the names is unknown, or may mean several.
    """
    chosen = _resolved(engine, "life-event", event, lang)
    narrowed = None if audience is None else _resolved(engine, "audience", audience, lang)
    party = None if provider is None else _party(engine, provider, lang)
    structure = read_structure(engine, lang)
    return plot(structure, _basis(engine), chosen, lang, audience=narrowed, provider=party, presumed=presumed)


def routes(engine: Engine, lang: str) -> list[Route]:
    """Return the route of every life event, by label in `lang`."""
    structure = read_structure(engine, lang)
    return [plot(structure, _basis(engine), event, lang) for event in structure.of_kind("LifeEvent")]


def plot(
    structure: Structure,
    basis: Basis,
    event: str,
    lang: str,
    *,
    audience: str | None = None,
    provider: str | None = None,
    presumed: bool = False,
) -> Route:
    """Return the route of `event` over `structure`, as `route` does; all are given by IRI.

    `basis` gives for an organisation the facts that hold of it because of its kind.
    """
    relevance = Relevance(structure, event, audience)
    rows = Rows(structure, relevance, basis, presumed, provider)
    found, left_out = rows.find(PARTIES)
    parties = tuple(
        Party(row.party, _called(structure, row.party), f"party-{number}") for number, row in enumerate(found, 1)
    )
    stops = Stops(structure, relevance, rows, lang)
    stops.add(
        Stop(
            EVENT, "event", "access", None, (Placed(event, structure.label(event), segments=structure.segments(event)),)
        )
    )
    for row, party in zip(found, parties, strict=True):
        stops.of_row(row, party.key)
    if parties:
        stops.of_event(parties[0].key)
    pairs = list(zip(found, parties, strict=True))
    steps = connect(structure, relevance, Hopping(structure, relevance, rows, pairs, stops), pairs, stops)
    return Route(
        event=Named(event, structure.label(event)),
        named=structure.value(event, "namedAsLifeEvent") == "true",
        segments=structure.segments(event),
        topics=_named(structure, structure.values(event, "topic")),
        audiences=_named(structure, structure.values(event, "audience")),
        audience=None if audience is None else Named(audience, structure.label(audience)),
        provider=None if provider is None else Named(provider, structure.label(provider)),
        lang=lang,
        parties=parties,
        stops=tuple(stops.all()),
        steps=tuple(steps),
        left_out=_named(structure, left_out),
    )


def _basis(engine: Engine) -> Basis:
    return lambda provider: read_basis(engine, provider)


def _called(structure: Structure, party: str) -> str:
    """Return the label of `party`, with the abbreviation that people know it by."""
    label, short = structure.label(party), structure.value(party, "abbreviation")
    return label if short is None or short in label else f"{label} ({short})"


def _named(structure: Structure, items: tuple[str, ...] | list[str]) -> tuple[Named, ...]:
    return tuple(Named(item, structure.label(item)) for item in items)


def _party(engine: Engine, name: str, lang: str) -> str:
    """Return the provider called `name`, or the entry point: one whose provider is not stated is a party of its own."""
    try:
        return _resolved(engine, "provider", name, lang)
    except ParameterError as error:
        try:
            return _resolved(engine, "entry-point", name, lang)
        except ParameterError:
            raise error from None


def _resolved(engine: Engine, kind: str, name: str, lang: str) -> str:
    parameter = Parameter(kind, kind, Text(kind, kind))
    return resolve(engine, parameter, [name], lang)[0].value
