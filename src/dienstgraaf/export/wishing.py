"""Turns what a caller asks of an export into a `Wish`, and refuses what would come to nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from os import PathLike
from pathlib import Path

from pyoxigraph import NamedNode

from dienstgraaf._sparql import prepared
from dienstgraaf._sparql.tokens import values_blocks
from dienstgraaf._sparql.values import named_in
from dienstgraaf.engine import Engine
from dienstgraaf.errors import as_language, nearest
from dienstgraaf.export.errors import ExportError, MappingError
from dienstgraaf.export.model import Profile, Wish
from dienstgraaf.export.producing import known_values, roots_of
from dienstgraaf.export.reading import DESCRIPTION
from dienstgraaf.inventory.namespaces import BASE, DG, shorten
from dienstgraaf.questions import Parameter, Text
from dienstgraaf.questions.resolving import resolve

__all__ = ["check_official", "check_providers", "check_terms", "make_wish"]

_OWN = (DG, f"{BASE}concept/")
"""How the names of the project's own begin that a mapping may use."""

_NOBODY = NamedNode("urn:dienstgraaf:nobody")

_PROVIDER = Parameter("provider", "provider", Text("aanbieder", "provider"))


def make_wish(
    engine: Engine,
    profile: Profile,
    spoken: str,
    *,
    provider: str | Sequence[str] | None = (),
    lang: str | None = None,
    archetypes: bool = False,
    check: bool = True,
    official: str | PathLike[str] | None = None,
) -> Wish:
    """Return the wish for `profile` of a caller who speaks `spoken`; a provider goes by label, short name or IRI.

    Raises:
        ParameterError: if a provider is unknown, or may be several; it suggests the nearest.
        DienstgraafError: if `lang` is no language of the project.
    """
    names = [provider] if isinstance(provider, str) else list(provider or ())
    return Wish(
        providers=tuple(resolve(engine, _PROVIDER, names, spoken)) if names else (),
        archetypes=archetypes,
        lang=profile.language if lang is None else as_language(lang),
        check=check,
        official=None if official is None else Path(official),
    )


def check_official(profile: Profile, wish: Wish) -> None:
    """Refuse a folder of standards in which there is nothing, or not all, to hold `profile` against.

    Raises:
        ExportError: if there is no such folder, if it lacks a file, or if the profile has no official rules at all.
    """
    if wish.official is None:
        return
    if wish.official.is_file():
        raise ExportError("export-is-file", name=wish.official)
    if not wish.official.is_dir():
        raise ExportError("path-missing", name=wish.official)
    needed = (*profile.official, *profile.vocabulary)
    if not needed:
        raise ExportError("official-none", profile=profile.name)
    for name in needed:
        if not (wish.official / name).is_file():
            raise ExportError("official-missing", folder=wish.official, name=name)


def check_providers(engine: Engine, profile: Profile, wish: Wish) -> None:
    """Refuse providers of which nothing would be exported.

    Raises:
        ExportError: if `profile` does not go by provider; if one is a kind of provider or a group, which `wish` leaves
            out; or if there is nothing of them to export.
        MappingError: if a mapping is broken.
    """
    if not wish.providers:
        return
    parts = [part for part in profile.parts if "provider" in {each.name for each in values_blocks(part.roots_query)}]
    if not parts:
        raise ExportError("export-provider-idle", profile=profile.name)
    names = ", ".join(each.value for each in wish.providers)
    if not wish.archetypes:
        generic = engine.select(prepared("export_generic", provider=wish.providers)).rows
        if generic:
            raise ExportError("export-provider-generic", name=getattr(generic[0][0], "value", ""))
    known = known_values(profile)
    nobody = replace(wish, providers=(_NOBODY,))  # a part may have roots that are there for anybody
    if all(roots_of(engine, part, known, wish) == roots_of(engine, part, known, nobody) for part in parts):
        raise ExportError("export-provider-empty", profile=profile.name, names=names)


def check_terms(engine: Engine, profile: Profile) -> None:
    """Refuse mappings that name a class, property or concept of the project that is not there: a slip gives nothing.

    An engine that does not hold the ontology cannot tell.

    Raises:
        MappingError: with the place of the first that is not there, and the nearest that is.
    """
    found = {row[0].value for row in engine.select(prepared("export_terms")).rows if isinstance(row[0], NamedNode)}
    known = {*found, *_OWN}
    description = profile.folder / DESCRIPTION
    texts = [(description, description.read_text(encoding="utf-8"))]
    for part in profile.parts:
        texts += [(part.path, part.query), (part.roots_path, part.roots_query)]
    for path, said in texts if found else ():
        for iri, start in named_in(said):
            if iri.startswith(_OWN) and iri not in known:
                close = nearest(iri, [each for each in found if _is_class(each) == _is_class(iri)], 1)
                hint = f"; did you mean {shorten(close[0])}?" if close else ""
                line = said.count("\n", 0, start) + 1
                raise MappingError(path, line, f"there is no {shorten(iri)}{hint}")


def _is_class(iri: str) -> bool:
    """Tell whether `iri` is written as a class of the project, and not as a property or concept."""
    return iri.rpartition("#")[2][:1].isupper()
