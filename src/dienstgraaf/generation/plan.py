"""Which suppliers an inventory has: municipalities, and executive agencies in proportion."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from dienstgraaf.generation.names import agency_name, place_name, slug_of

__all__ = ["COUNTRY", "Plan", "Supplier"]

COUNTRY: Final = (342, 14)
"""How many municipalities the country has, and for these how many executive agencies."""


@dataclass(frozen=True)
class Supplier:
    """One who supplies an inventory: its number among its kind, and its name in Dutch and English."""

    kind: Literal["municipality", "executive-agency"]
    number: int
    dutch: str
    english: str

    @property
    def slug(self) -> str:
        """The name in the supplier's domain, IRIs and folder."""
        return slug_of(self.dutch)

    @property
    def domain(self) -> str:
        """Where the supplier's IRIs start, in a top-level domain that RFC 2606 keeps for examples."""
        return f"https://data.{self.slug}.example/"

    @property
    def iri(self) -> str:
        """The organisation itself."""
        return f"{self.domain}id/organisation/{self.slug}"

    @property
    def folder(self) -> str:
        """The folder of its files."""
        parent = "municipalities" if self.kind == "municipality" else "executive-agencies"
        return f"{parent}/{self.slug}"


@dataclass(frozen=True)
class Plan:
    """An inventory of `municipalities`, from `seed`; suppliers are made when asked for, so size costs no memory."""

    municipalities: int
    seed: int

    @property
    def agencies(self) -> int:
        """How many executive agencies go with them."""
        towns, agencies = COUNTRY
        return (self.municipalities * agencies + towns // 2) // towns

    def suppliers(self) -> Iterator[Supplier]:
        """Yield the municipalities, then the agencies."""
        yield from map(self.municipality, range(self.municipalities))
        yield from map(self.agency, range(self.agencies))

    def municipality(self, number: int) -> Supplier:
        """Return the municipality with `number`."""
        name = place_name(number, self.seed)
        return Supplier("municipality", number, name, name)

    def agency(self, number: int) -> Supplier:
        """Return the agency with `number`."""
        return Supplier("executive-agency", number, *agency_name(number, self.seed))

    def others(self, supplier: Supplier) -> list[Supplier]:
        """Return whom `supplier` deals with: neighbours and an agency, never itself; none if it is alone."""
        found: list[Supplier] = []
        if supplier.kind == "municipality":
            around = ((supplier.number + step) % self.municipalities for step in (1, -1, 2))
            found += [self.municipality(number) for number in dict.fromkeys(around) if number != supplier.number]
        else:
            found += [self.municipality((supplier.number * 31 + step) % self.municipalities) for step in (0, 7)][:1]
        if self.agencies:
            agency = self.agency((supplier.number * 5 + 1) % self.agencies)
            found += [agency] if agency != supplier else []
        return found
