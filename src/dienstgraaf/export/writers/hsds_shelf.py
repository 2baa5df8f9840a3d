"""Where rows of the HSDS tables wait, on disk, until those that belong to them are known: memory stays bounded."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any, Final, Self
from uuid import NAMESPACE_URL, uuid5

from pyoxigraph import Literal, NamedNode, Triple

from dienstgraaf.inventory.namespaces import BASE, PREFIXES

__all__ = ["HSDS", "Shelf", "identifier"]

HSDS: Final = f"{BASE}hsds#"
"""The namespace of the tables and fields of HSDS, prefix `hsds:`."""

_TYPE: Final = f"{PREFIXES['rdf']}type"
_NUMBERS: Final = {f"{PREFIXES['xsd']}integer": int, f"{PREFIXES['xsd']}decimal": float}

_OWNERS: Final = {
    "accessibility": ("location_id",),
    "application_step": ("service_id",),
    "attribute": ("link_id",),
    "contact": ("location_id",),
    "location": ("organization_id",),
    "organization_identifier": ("organization_id",),
    "phone": ("location_id",),
    "required_document": ("service_id",),
    "schedule": ("service_id", "location_id"),
    "service_at_location": ("service_id",),
}
"""The fields of a table that name the row to which another belongs; the first that there is counts."""

_NAME: Final = f"{HSDS}name"
_OTHER_NAME: Final = f"{HSDS}alternate_name"

_UNWRITTEN: Final = f"{HSDS}of"
"""What only the rules look at."""

_JOINED: Final = frozenset({"alternate_name", "description", "eligibility_description", "value"})
"""The texts of which several are put one after another; of any other field the first counts."""


@lru_cache(maxsize=100_000)
def identifier(iri: str) -> str:
    """Return the UUID (version 5) that stands for `iri`, the same in every export.

    >>> identifier("https://w3id.org/dienstgraaf/id/organisation/svb")
    '85eb8749-8d81-5245-ad8c-804fc4873c59'
    """
    return str(uuid5(NAMESPACE_URL, iri))


class Shelf:
    """Rows by table and identifier, in a database in a temporary file; texts are in one language, if they are in it."""

    def __init__(self, lang: str | None) -> None:
        """Open an empty shelf for texts in `lang`; use it in a `with`."""
        self._lang = lang
        self._folder = tempfile.TemporaryDirectory(prefix="dienstgraaf-")
        self._base = sqlite3.connect(Path(self._folder.name) / "rows.sqlite", isolation_level=None)
        self._base.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
            "CREATE TABLE row (kind TEXT, id TEXT, iri TEXT, owner TEXT, fields TEXT, PRIMARY KEY (kind, id));"
        )

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """Throw everything away."""
        self._base.close()
        self._folder.cleanup()

    def add(self, triples: Iterable[Triple]) -> None:
        """Add the rows that `triples` describe; those of one subject stand together, its table first."""
        self._base.execute("BEGIN")
        self._base.executemany(
            "INSERT OR IGNORE INTO row VALUES (?, ?, ?, ?, ?)",
            (
                _row(subject, group, self._lang)
                for subject, group in groupby(triples, key=lambda triple: triple.subject)
            ),
        )
        self._base.execute("COMMIT")

    def ready(self) -> None:
        """Prepare for reading, when every row is there."""
        self._base.executescript(
            "CREATE INDEX by_owner ON row (kind, owner, iri); CREATE INDEX by_iri ON row (kind, iri);"
        )

    def all(self, kind: str) -> Iterator[dict[str, Any]]:
        """Yield the rows of the table `kind`, in the order of the IRIs that they come from."""
        cursor = self._base.execute("SELECT fields FROM row WHERE kind = ? ORDER BY iri, id", (kind,))
        return (json.loads(fields) for (fields,) in cursor)

    def of(self, kind: str, owner: str) -> list[dict[str, Any]]:
        """Return the rows of the table `kind` that belong to the row with the identifier `owner`, in the same order."""
        query = "SELECT fields FROM row WHERE kind = ? AND owner = ? ORDER BY iri, id"
        return [json.loads(fields) for (fields,) in self._base.execute(query, (kind, owner))]

    def one(self, kind: str, identity: str) -> dict[str, Any] | None:
        """Return the row of the table `kind` with the identifier `identity`, if there is one."""
        query = "SELECT fields FROM row WHERE kind = ? AND id = ?"
        found = self._base.execute(query, (kind, identity)).fetchone()
        return None if found is None else json.loads(found[0])


def _row(subject: Any, triples: Iterable[Triple], lang: str | None) -> tuple[str, str, str, str | None, str]:
    """Return table, identifier, IRI, identifier of the owner, and the fields as JSON."""
    kind, iri = "", subject.value
    said: dict[str, list[Any]] = {}
    for triple in triples:
        if triple.predicate.value != _UNWRITTEN:
            said.setdefault(triple.predicate.value, []).append(triple.object)
    fields: dict[str, Any] = {"id": identifier(iri)}
    own = next((each.value for each in _in_language(said.get(_NAME, []), lang)), None)
    for predicate, values in said.items():
        if predicate == _TYPE:
            kind = min(value.value.removeprefix(HSDS) for value in values)
            continue
        if predicate == _OTHER_NAME:  # which does not say the name again
            values = [each for each in values if each.value != own]
        if values:
            name = predicate.removeprefix(HSDS)
            fields[name] = _value(name, values if len(values) == 1 else _in_language(values, lang))
    owner = next((fields[name] for name in _OWNERS.get(kind, ()) if name in fields), None)
    return kind, fields["id"], iri, owner, json.dumps(fields)


def _in_language(values: list[NamedNode | Literal], lang: str | None) -> list[NamedNode | Literal]:
    """Return `values` without texts in other languages than `lang`, if there is one in that."""
    languages = [getattr(each, "language", None) for each in values]
    kept = (None, lang) if lang in languages else set(languages)
    return [each for each, language in zip(values, languages, strict=True) if language in kept]


def _value(name: str, values: list[NamedNode | Literal]) -> Any:
    if name == "id" or name.endswith("_id"):
        return identifier(values[0].value)
    if name in _JOINED:
        return "; ".join(dict.fromkeys(value.value for value in values))
    first = values[0]
    number = _NUMBERS.get(first.datatype.value) if isinstance(first, Literal) else None
    return number(first.value) if number else first.value
