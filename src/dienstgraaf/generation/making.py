"""Makes the items of one supplier, and keeps them in the file where they belong."""

from __future__ import annotations

from typing import Final

from dienstgraaf.generation.chance import Chance
from dienstgraaf.generation.items import Draft, Item, concept, texts
from dienstgraaf.generation.plan import Plan, Supplier
from dienstgraaf.generation.words import AUDIENCES, HEDGES, STATUSES, Topic

__all__ = ["FILES", "Maker"]

FILES: Final[dict[str, tuple[str, str]]] = {
    "organisation": ("organisatie en partners", "organisation and partners"),
    "channels": ("kanalen", "channels"),
    "desks": ("loketten en ingangen", "desks and entry points"),
    "channel-use": ("kanaalgebruik", "channel use"),
    "routes": ("toeleiding en verwijzing", "guidance and referral"),
    "support": ("lijnen, teams en rollen", "lines, teams and roles"),
    "working-together": ("werkwijzen, samenwerking en campagnes", "practices, cooperation and campaigns"),
    "facts": ("cijfers, namen en wat er niet is", "figures, names and what is not there"),
}
"""The files of a supplier, each with what it is about in Dutch and English."""

SOURCE: Final = "own-source:synthetic-data"
"""What each item is derived from: the source that says that it is made up."""


class Maker:
    """The files of `supplier` as they grow, and the chance that decides what is in them."""

    def __init__(self, plan: Plan, supplier: Supplier) -> None:
        """Start with empty files."""
        self.plan, self.supplier = plan, supplier
        self.chance = Chance("content", plan.seed, supplier.kind, supplier.number)
        self.me = f"own-organisation:{supplier.slug}"
        self.others = plan.others(supplier)
        self.partners: list[str] = []
        self.partner_labels: dict[str, tuple[str, str]] = {}
        self.entry_points: list[tuple[str, Topic]] = []
        self.triples = 0
        self.drafts = {name: Draft(supplier, name, *about) for name, about in FILES.items()}
        self._names: set[str] = set()

    def add(
        self, file: str, kind: str, local: str, label: tuple[str, str], **values: list[str] | str | bool | None
    ) -> str:
        """Add an item to `file` and return its name; a value of None or [] is left out.

        `kind` is both the folder of the IRI and, as words, the class; each of `values` is a property of the ontology.
        """
        name = f"own-{kind}:{local}"
        if name in self._names:
            raise ValueError(f"{name} is there already")
        self._names.add(name)
        said: dict[str, list[str]] = {"a": [_class_of(kind)], "rdfs:label": texts(*label)}
        for key, value in values.items():
            objects = [value] if isinstance(value, str) else [str(value).lower()] if isinstance(value, bool) else value
            if objects:
                said[f"dg:{key}"] = list(dict.fromkeys(objects))
        said["prov:wasDerivedFrom"] = [SOURCE]
        self.put(file, Item(name, said))
        return name

    def named(self, dutch: str, english: str) -> tuple[str, str]:
        """Return a label with the supplier's name, so that no other supplier has the same."""
        return f"{dutch} ({self.supplier.dutch})", f"{english} ({self.supplier.english})"

    def put(self, file: str, item: Item) -> None:
        """Add `item` to `file` as it is."""
        self.drafts[file].items.append(item)
        self.triples += item.triples()

    def status(self) -> list[str]:
        """Return a status, most often operational."""
        return concept("status", self.chance.weighed(STATUSES))

    def audience(self) -> list[str]:
        """Return whom something is for."""
        return concept("audience", self.chance.weighed(AUDIENCES))

    def hedged(self, share: float) -> dict[str, list[str]]:
        """Return in `share` of all cases a hedge with its words, else nothing."""
        if not self.chance.happens(share):
            return {}
        prop, scheme, value, words = self.chance.pick(HEDGES)
        return {prop: concept(scheme, value), "hedge": [f'"{words}"@nl']}


def _class_of(kind: str) -> str:
    """Return the class whose instances have IRIs of `kind`."""
    if kind == "route":
        return "dg:AccessRoute"
    return "dg:" + "".join(word.capitalize() for word in kind.split("-"))
