"""Puts the rows of the HSDS tables into each other, as the JSON schemas of HSDS 3.0 have them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from dienstgraaf.export.writers.hsds_shelf import Shelf, identifier

__all__ = ["FILES", "nested"]

FILES: Final = {
    "organizations": "organization",
    "services": "service",
    "service_at_locations": "service_at_location",
    "taxonomies": "taxonomy",
    "taxonomy_terms": "taxonomy_term",
}
"""What the HSDS API lists, each with its table."""

_HEDGES: Final = frozenset(
    [
        "audience",
        "caseComplexity",
        "condition",
        "degreeOfUse",
        "frequencyOfCases",
        "hedge",
        "notForAudience",
        "season",
        "shareOfPeople",
        "shareOfProviders",
        "shareOfTopics",
        "since",
        "status",
        "trend",
        "until",
    ]
)
"""The attributes of an entry point without which a use of a channel there would seem more certain than it is."""

_Row = dict[str, Any]


def nested(shelf: Shelf, kind: str) -> Iterator[_Row]:
    """Yield the rows of the table `kind`, each with all that belongs to it."""
    whole = _WHOLE.get(kind, _as_is)
    return (row for each in shelf.all(kind) if (row := whole(shelf, each)) is not None)


def _as_is(_shelf: Shelf, row: _Row) -> _Row | None:
    return row


def _organization(shelf: Shelf, row: _Row) -> _Row:
    locations = [_location(shelf, each) for each in shelf.of("location", row["id"])]
    return _with(
        row,
        phones=[phone for each in locations for phone in each.get("phones", ())],
        locations=locations,
        organization_identifiers=shelf.of("organization_identifier", row["id"]),
        attributes=_attributes(shelf, row),
    )


def _service(shelf: Shelf, row: _Row) -> _Row:
    there = [_at_location(shelf, each) for each in shelf.of("service_at_location", row["id"])]
    there = [each for each in there if each is not None]
    steps = [f"{each['details']}: {each['value']}" for each in shelf.of("application_step", row["id"])]
    own = row.get("application_process")
    owner = shelf.one("organization", row.get("organization_id", ""))
    phones = {phone["id"]: phone for each in there if each for phone in each.get("phones", ())}
    return _with(
        row,
        application_process="\n".join([own, *steps] if own else steps),
        phones=list(phones.values()),
        schedules=shelf.of("schedule", row["id"]),
        service_at_locations=there,
        organization=owner and {name: owner[name] for name in ("id", "name", "description") if name in owner},
        required_documents=shelf.of("required_document", row["id"]),
        attributes=_attributes(shelf, row),
    )


def _listed_at_location(shelf: Shelf, row: _Row) -> _Row | None:
    """A service at a location, unless the service is left out."""
    return _at_location(shelf, row) if shelf.one("service", row.get("service_id", "")) else None


def _at_location(shelf: Shelf, row: _Row) -> _Row | None:
    """A service at a location, unless the location is left out; one that repeats another says what that says."""
    found = shelf.one("location", row.get("location_id", ""))
    if found is None:
        return None
    location = _location(shelf, found)
    repeated = row.pop("service_at_location_id", None)
    return _with(
        row,
        phones=location.get("phones"),
        schedules=location.get("schedules"),
        location=location,
        attributes=_attributes(shelf, row) if repeated is None else _repeated(shelf, row, repeated),
    )


def _repeated(shelf: Shelf, row: _Row, repeated: str) -> list[_Row]:
    """The attributes of a named service at a location: those of the use that it repeats, and its entry point.

    What limits the entry point limits the use as well, and the named service does not tell of it.
    """
    own = shelf.of("attribute", repeated)
    use = shelf.one("service_at_location", repeated) or {}
    place = shelf.one("service", use.get("service_id", "")) or {}
    if place:
        own.append({"id": place["id"], "link_type": "entryPoint", "value": place.get("name", "")})
        limits = (each for each in shelf.of("attribute", place["id"]) if each.get("link_type") in _HEDGES)
        own += [each | {"link_type": f"EntryPoint {each['link_type']}"} for each in limits]
    return [each | {"id": identifier(f"urn:uuid:{row['id']}#{each['id']}"), "link_id": row["id"]} for each in own]


def _location(shelf: Shelf, row: _Row) -> _Row:
    return _with(
        row,
        contacts=shelf.of("contact", row["id"]),
        accessibility=shelf.of("accessibility", row["id"]),
        phones=shelf.of("phone", row["id"]),
        schedules=shelf.of("schedule", row["id"]),
        attributes=_attributes(shelf, row),
    )


def _attributes(shelf: Shelf, row: _Row) -> list[_Row]:
    return shelf.of("attribute", row["id"])


def _with(row: _Row, **more: Any) -> _Row:
    """Return `row` with those of `more` that are not empty."""
    return row | {name: value for name, value in more.items() if value}


_WHOLE: Final[dict[str, Callable[[Shelf, _Row], _Row | None]]] = {
    "organization": _organization,
    "service": _service,
    "service_at_location": _listed_at_location,
}
