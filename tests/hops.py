"""Writes small inventories of parties and the hops between them, as Turtle."""

from __future__ import annotations

from pathlib import Path

from dienstgraaf import Inventory
from dienstgraaf.inventory.namespaces import PREFIXES

PROLOGUE = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())


def thing(name: str, class_: str, *rest: str) -> str:
    """A resource with the label that its name says; `name` is prefixed, `rest` are further properties with values."""
    label = name.partition(":")[2].replace("-", " ")
    properties = "".join(f" ;\n    {each}" for each in rest)
    return f'{name} a dg:{class_} ;\n    rdfs:label "{label}"@nl, "{label}"@en{properties} .\n'


def organisations(*names: str, of: str | None = None) -> str:
    """Organisations, of the kind `of` if that is given."""
    rest = [f"dg:conformsTo i-archetype:{of}"] if of else []
    return "".join(thing(f"i-organisation:{name}", "Organisation", *rest) for name in names)


def archetype(name: str, *rest: str) -> str:
    """A kind of provider."""
    return thing(f"i-archetype:{name}", "Archetype", *rest)


def hop(
    start: str, end: str, *rest: str, kind: str = "forwarding", status: str = "operational", segment: str = "1-1"
) -> str:
    """A hop, called after its ends."""
    name = f"i-route:{start.partition(':')[2]}-to-{end.partition(':')[2]}"
    said = (f"dg:from {start}", f"dg:to {end}", f"dg:routeKind c-route-kind:{kind}", f"dg:status c-status:{status}")
    return thing(name, "AccessRoute", *said, f"prov:wasDerivedFrom seg:{segment}", *rest)


def entry_point(name: str, *rest: str, status: str = "operational") -> str:
    """An entry point."""
    return thing(f"i-entry-point:{name}", "EntryPoint", f"dg:status c-status:{status}", *rest)


def channel_use(name: str, entry: str, channel: str, digital: bool, *rest: str) -> str:
    """A channel use in operation."""
    said = (f"dg:entryPoint i-entry-point:{entry}", f"dg:channel i-channel:{channel}", "dg:status c-status:operational")
    return thing(f"i-channel-use:{name}", "ChannelUse", *said, f"dg:asksDigitalSkill {str(digital).lower()}", *rest)


def written(folder: Path, *parts: str) -> Inventory:
    """The inventory of `parts` alone, with what follows from them."""
    (folder / "instances").mkdir(parents=True, exist_ok=True)
    (folder / "instances" / "all.ttl").write_text(PROLOGUE + "\n".join(parts), encoding="utf-8")
    return Inventory.load(folder, only_data=True, lang="en")


def slug(iri: str) -> str:
    """The last part of an IRI."""
    return iri.rpartition("/")[2]
