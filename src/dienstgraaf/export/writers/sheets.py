"""What the mappings of tables give, as sheets with columns, and rows of cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, groupby
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from dienstgraaf.export.model import Batch
from dienstgraaf.inventory.namespaces import BASE, PREFIXES

__all__ = ["TABLE", "Cells", "Column", "Sheet", "local_name", "read_rows", "read_sheets"]

TABLE: Final = f"{BASE}table#"
"""The namespace of sheets and columns, prefix `table:`."""

_TYPE: Final = f"{PREFIXES['rdf']}type"
_LABEL: Final = f"{PREFIXES['rdfs']}label"
_OTHER: Final = f"{TABLE}Statement"
_CALLED: Final = f"{BASE}table/called/"
"""What the properties start with that give the names of values; the IRI of the value follows."""

Cells = list[list[str]]
"""A row: for each column the values in it."""

Titles = Mapping[str, str]
"""A name by language."""


@dataclass(frozen=True)
class Column:
    """A column: what it is called in files, and by people; which property it shows, and how.

    `holds` is "iri", "lang" (texts in the language `lang`), "name" (what the IRIs of the property are called, in
    `lang`), or the local name of a datatype of XML Schema.
    """

    name: str
    titles: Titles
    prop: str
    holds: str
    lang: str = ""
    definition: Titles = field(default_factory=dict)


@dataclass(frozen=True)
class Sheet:
    """A sheet: the class of which it shows the members, with its columns; the first is the IRI."""

    iri: str
    titles: Titles
    columns: tuple[Column, ...]

    @property
    def name(self) -> str:
        """What the sheet is called in files: `entry-point`."""
        return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", local_name(self.iri)).lower()


def local_name(iri: str) -> str:
    """Return what stands after the last `#` or `/`."""
    return re.split("[#/]", iri)[-1]


def read_sheets(batches: Iterable[Batch], langs: Sequence[str]) -> tuple[list[Sheet], Iterator[Batch]]:
    """Return the sheets, with names in `langs`, that the first parts describe, and the batches after these.

    The last sheet is for statements that have no column elsewhere.
    """
    described: dict[str, dict[str, list[Literal | NamedNode]]] = {}
    coming = iter(batches)
    for batch in coming:
        if batch.part not in ("classes", "columns"):
            coming = chain([batch], coming)
            break
        for each in batch.triples:
            if isinstance(each.subject, NamedNode) and isinstance(each.object, Literal | NamedNode):
                about = described.setdefault(each.subject.value, {})
                about.setdefault(each.predicate.value.removeprefix(TABLE), []).append(each.object)
    sheets = [
        Sheet(iri, _titles(about, "label", iri), (*_first_columns(langs), *_columns(about, described, langs)))
        for iri, about in described.items()
        if "column" in about
    ]
    return [*sorted(sheets, key=lambda each: each.name), _statements()], coming


def read_rows(batches: Iterable[Batch], sheets: Sequence[Sheet]) -> Iterator[tuple[Sheet, Cells]]:
    """Yield the rows in `batches`, each with its sheet; what no column shows goes to the last sheet."""
    by_class = {sheet.iri: sheet for sheet in sheets[:-1]}
    for batch in batches:
        for subject, group in groupby(batch.triples, key=lambda triple: triple.subject):
            if batch.part is not None and isinstance(subject, NamedNode):
                yield from _rows(subject.value, list(group), by_class, sheets[-1])


def _rows(
    item: str, triples: list[Triple], by_class: Mapping[str, Sheet], rest: Sheet
) -> Iterator[tuple[Sheet, Cells]]:
    said: dict[str, list[NamedNode | Literal]] = {}
    for each in triples:
        if not isinstance(each.object, BlankNode | Triple):
            said.setdefault(each.predicate.value, []).append(each.object)
    classes = [each.value for each in said.pop(_TYPE, [])]
    sheet = next((by_class[each] for each in classes if each in by_class), None)
    columns = sheet.columns if sheet is not None else ()
    if sheet is not None:
        yield sheet, [[item], *(_cell(column, said) for column in columns[1:])]
    for prop, values in said.items():
        own = [column for column in columns if column.prop == prop]
        for value in values if not prop.startswith(_CALLED) else ():
            if not any(_shows(column, value) for column in own):
                lang = value.language if isinstance(value, Literal) else None
                yield rest, [[item], [prop], [value.value], [lang] if lang else []]


def _shows(column: Column, value: NamedNode | Literal) -> bool:
    """Tell whether `column` has room for `value` of its property: for texts, those in its language."""
    if column.holds != "lang":
        return True
    return isinstance(value, Literal) and (value.language or "nl") == column.lang


def _cell(column: Column, said: Mapping[str, list[NamedNode | Literal]]) -> list[str]:
    values = said.get(column.prop, [])
    if column.holds == "name":
        return [_called(each, said, column.lang) for each in values]
    if column.holds == "lang":
        return [each.value for each in values if _shows(column, each)]
    return [each.value for each in values]


def _called(value: NamedNode | Literal, said: Mapping[str, list[NamedNode | Literal]], lang: str) -> str:
    names = [each for each in said.get(_CALLED + value.value, []) if isinstance(each, Literal)]
    return next((each.value for each in names if each.language == lang), local_name(value.value))


def _first_columns(langs: Sequence[str]) -> list[Column]:
    names = {
        "nl": {"nl": "naam (Nederlands)", "en": "name (Dutch)"},
        "en": {"nl": "naam (Engels)", "en": "name (English)"},
    }
    labels = [Column(f"label_{lang}", names[lang], _LABEL, "lang", lang) for lang in langs]
    said_of = {"nl": "gezegd van een", "en": "said of an"}
    return [
        Column("iri", {"nl": "IRI", "en": "IRI"}, "", "iri"),
        *labels,
        Column("saidOf", said_of, f"{TABLE}saidOf", "string"),
    ]


def _statements() -> Sheet:
    titles = {
        "iri": {"nl": "IRI", "en": "IRI"},
        "property": {"nl": "eigenschap", "en": "property"},
        "value": {"nl": "waarde", "en": "value"},
        "language": {"nl": "taal", "en": "language"},
    }
    kinds = {"iri": "iri", "property": "iri", "value": "string", "language": "string"}
    columns = tuple(Column(name, titles[name], "", kinds[name]) for name in titles)
    return Sheet(_OTHER, {"nl": "overige uitspraken", "en": "other statements"}, columns)


def _columns(
    about: Mapping[str, list[Literal | NamedNode]],
    described: Mapping[str, Mapping[str, list[Literal | NamedNode]]],
    langs: Sequence[str],
) -> Iterator[Column]:
    props = [each.value for each in about["column"]]
    for prop in sorted(props, key=lambda each: (not each.startswith(PREFIXES["dg"]), local_name(each))):
        said = described.get(prop, {})
        holds = said["holds"][0].value if "holds" in said else "string"
        name, titles = local_name(prop), _titles(said, "label", prop)
        definition = _titles(said, "description", "")
        if holds != "lang":
            yield Column(name, titles, prop, holds, "", definition)
        if holds in ("lang", "iri"):
            for lang in langs:
                named = {each: f"{title} ({lang})" for each, title in titles.items()}
                yield Column(f"{name}_{lang}", named, prop, "lang" if holds == "lang" else "name", lang, definition)


def _titles(said: Mapping[str, list[Literal | NamedNode]], name: str, otherwise: str) -> Titles:
    found = {each.language: each.value for each in said.get(name, []) if isinstance(each, Literal) and each.language}
    return {lang: found.get(lang, local_name(otherwise)) for lang in ("nl", "en")}
