"""What a generated file holds: items with their values, before any syntax."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dienstgraaf.generation.plan import Supplier
from dienstgraaf.inventory.namespaces import INSTANCE_KINDS, PREFIXES

__all__ = ["Draft", "Item", "concept", "expand", "prefixes_of", "shipped", "texts", "used_prefixes"]


@dataclass
class Item:
    """A subject and what is said of it: from each predicate, as a prefixed name, to objects as Turtle writes them."""

    name: str
    values: dict[str, list[str]]

    @property
    def type(self) -> str:
        """The class of the item."""
        return self.values["a"][0]

    def triples(self) -> int:
        """Return how many triples the item has."""
        return sum(map(len, self.values.values()))


@dataclass
class Draft:
    """One file of a supplier: its name, its title in Dutch and English, and its items."""

    supplier: Supplier
    name: str
    dutch: str
    english: str
    items: list[Item] = field(default_factory=list)

    @property
    def path(self) -> str:
        """The path of the file inside the inventory."""
        return f"{self.supplier.folder}/{self.name}.ttl"

    @property
    def graph(self) -> str:
        """The IRI of the data set that the file is."""
        return f"{self.supplier.domain}graph/{self.name}"

    def triples(self) -> int:
        """Return how many triples the items have."""
        return sum(item.triples() for item in self.items)


def texts(dutch: str, english: str) -> list[str]:
    """Return a text in both languages."""
    return [f'"{dutch}"@nl', f'"{english}"@en']


def concept(scheme: str, *names: str) -> list[str]:
    """Return concepts of `scheme`."""
    return [f"c-{scheme}:{name}" for name in names]


def shipped(kind: str, name: str) -> str:
    """Return an instance of the shipped inventory."""
    return f"i-{kind}:{name}"


def prefixes_of(supplier: Supplier) -> dict[str, str]:
    """Return each prefix that a file of `supplier` may use, with its namespace."""
    own = {f"own-{kind}": f"{supplier.domain}id/{kind}/" for kind in INSTANCE_KINDS}
    return {**PREFIXES, **own}


def expand(name: str, prefixes: Mapping[str, str]) -> str:
    """Return the IRI that `name`, a prefixed name or an IRI between angle brackets, stands for.

    >>> expand("ex:a", {"ex": "https://example.org/"})
    'https://example.org/a'
    """
    if name == "a":
        return f"{PREFIXES['rdf']}type"
    if name.startswith("<"):
        return name[1:-1]
    prefix, _colon, local = name.partition(":")
    return prefixes[prefix] + local


def used_prefixes(items: Sequence[Item]) -> Iterator[str]:
    """Yield the prefix of each name in `items`, as often as it comes."""
    for item in items:
        yield item.name.partition(":")[0]
        for predicate, objects in item.values.items():
            yield predicate.partition(":")[0]
            for each in objects:
                if each[0] not in '"<' and ":" in each:
                    yield each.partition(":")[0]
                elif each.endswith(("^^xsd:date", "^^xsd:anyURI", "^^xsd:decimal")):
                    yield "xsd"
