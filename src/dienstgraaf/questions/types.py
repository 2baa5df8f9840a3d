"""Parameter types: four plain ones, and any concept scheme or class of the ontology, by its name in kebab case."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from dienstgraaf.inventory.layout import Layout
from dienstgraaf.inventory.namespaces import BASE, DG

__all__ = ["PLAIN_TYPES", "class_of", "known_types", "scheme_of", "type_checker"]

PLAIN_TYPES: Final = ("text", "integer", "boolean", "iri")
"""Types whose values are written as they are."""


def class_of(type_name: str) -> str:
    """Return the IRI of the class that `type_name` would denote.

    >>> class_of("entry-point")
    'https://w3id.org/dienstgraaf/def#EntryPoint'
    """
    return DG + "".join(part[:1].upper() + part[1:] for part in type_name.split("-"))


def scheme_of(type_name: str) -> str:
    """Return the IRI of the concept scheme that `type_name` would denote."""
    return f"{BASE}concept/{type_name}"


def type_checker(layouts: Sequence[Layout]) -> Callable[[str], bool]:
    """Return a function that tells whether a parameter type exists in the ontologies of `layouts`."""

    def is_known(type_name: str) -> bool:
        if type_name in PLAIN_TYPES:
            return True
        if any((layout.ontology / "concepts" / f"{type_name}.ttl").is_file() for layout in layouts):
            return True
        start = f"\ndg:{class_of(type_name).removeprefix(DG)} a "  # most are found without taking the files apart
        main = (layout.ontology / "dienstgraaf.ttl" for layout in layouts)
        if type_name.islower() and any(path.is_file() and start in path.read_text("utf-8") for path in main):
            return True
        return type_name in known_types(layouts)

    return is_known


def known_types(layouts: Sequence[Layout]) -> list[str]:
    """Return the names of all parameter types that the ontologies of `layouts` know, sorted."""
    names = set(PLAIN_TYPES)
    for layout in layouts:
        names.update(path.stem for path in (layout.ontology / "concepts").glob("*.ttl"))
        for path in layout.ontology.glob("*.ttl"):
            found = re.findall(r"^dg:([A-Z]\w*)\s+a\s+[^;.]*owl:Class", path.read_text("utf-8"), re.MULTILINE)
            names.update(re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", name).lower() for name in found)
    return sorted(names)
