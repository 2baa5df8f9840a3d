"""The profile hsds carries what it says: each value of what is exported stands in the JSON, with what it is about."""

from __future__ import annotations

import io
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode

from dienstgraaf import Inventory
from dienstgraaf.engine import Engine
from dienstgraaf.export import Wish, read_profile
from dienstgraaf.export.counting import find_instances
from dienstgraaf.export.writers.hsds_shelf import identifier
from dienstgraaf.inventory import shipped
from dienstgraaf.inventory.namespaces import DG, PREFIXES
from dienstgraaf.reasoning import load_facts
from export_samples import generated_inventory, shipped_inventory

__all__ = ["generated_inventory", "shipped_inventory"]

PROFILE = read_profile([shipped()], "hsds")
CARRIED = {(of, each.term) for each in PROFILE.treatments if each.how != "dropped" for of in each.of}
"""Each class with a property of it that the profile says arrives."""

TRUTHS = ("asksDigitalSkill", "asksLiteracy", "deliberate", "mustBeAppliedFor", "staffInvolved", "warm")
LITERALS = ("abbreviation", "hedge", "phoneNumber", "since", "until")


def rows_in(value: Any) -> Iterator[dict[str, Any]]:
    """All objects of a document, however deep."""
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from rows_in(each)


def missing(inventory: Inventory, *, archetypes: bool = False) -> set[tuple[str, str, str]]:
    """Each thing that is exported with its class, and a property of which a value does not stand where it belongs."""
    output = io.BytesIO()
    inventory.export("hsds", output, format="hsds-json", check=False, lang="nl", archetypes=archetypes)
    told: dict[str, list[str]] = defaultdict(list)
    notes: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows_in(json.loads(output.getvalue())):
        told[row.get("id", "")] += [f"{each.get('link_type')} {each['value']}" for each in row.get("attributes", ())]
        told[row.get("id", "")] += [
            str(text) for each in rows_in(row) for text in each.values() if isinstance(text, str | int | float)
        ]
        if "link_id" in row and " <" in row["value"]:
            for sentence in row["value"].split(">; "):
                notes[sentence.rpartition(" <")[2].rstrip(">")].append(row)
    engine = load_facts(inventory.layouts)
    instances = find_instances(engine, PROFILE, Wish(archetypes=archetypes, lang="nl"))
    found = set()
    for kind, of_kind in instances.items():
        for root in of_kind.roots:
            about = [
                *told[identifier(root.value)],
                *(f"{each['link_type']} {each['value']}" for each in notes[root.value]),
            ]
            for term, value in engine.select(f"SELECT ?p ?o {{ {root} ?p ?o }}").rows:
                assert isinstance(term, NamedNode)
                if (kind, term.value) not in CARRIED:
                    continue
                local = term.value.removeprefix(DG)
                placed = {(each["link_id"], each["link_type"].rpartition(" ")[2]) for each in notes[root.value]}
                words = _words(engine, value, local)
                if not any(word in text for word in words for text in about) and (
                    not isinstance(value, NamedNode) or (identifier(value.value), local) not in placed
                ):
                    found.add((kind.removeprefix(DG), root.value, local))
    return found


def _words(engine: Engine, value: NamedNode | Literal | BlankNode, local: str) -> list[str]:
    """What may stand for `value`: its text, its name, or its identifier; "" if it is not asked for."""
    if isinstance(value, Literal):
        if value.language not in (None, "nl"):
            return [""]
        return [f"{local} {value.value}"] if local in TRUTHS else [value.value]
    assert isinstance(value, NamedNode)
    query = f'SELECT ?o {{ {value} rdfs:label|dg:registerIri ?o FILTER (!isLiteral(?o) || LANG(?o) IN ("", "nl")) }}'
    labels = [row[0].value for row in engine.select(query).rows if isinstance(row[0], NamedNode | Literal)]
    return [*labels, value.value, identifier(value.value)]


@pytest.mark.parametrize("archetypes", [False, True])
@pytest.mark.parametrize("which", ["shipped_inventory", "generated_inventory"])
def test_what_is_said_to_be_carried_stands_in_the_export(
    request: pytest.FixtureRequest, which: str, archetypes: bool
) -> None:
    assert missing(request.getfixturevalue(which), archetypes=archetypes) == set()


def thing(kind: str) -> str:
    """A thing of the class `kind` with a value for each property that is said to be carried of it."""
    local = kind.removeprefix(DG)
    known = {
        "provider": "ex:town",
        "entryPoint": "ex:EntryPoint",
        "channel": "ex:Channel",
        "status": "<https://w3id.org/dienstgraaf/concept/status/operational>",
        "hostedAt": "ex:hall",
        "label": f'"{local}"@nl',
        "webAddress": '"https://town.example/a", "https://town.example/b"',
        **dict.fromkeys(TRUTHS, "true"),
    }
    lines = [f"ex:{local} a <{kind}> ."]
    for of, term in sorted(CARRIED):
        if of == kind:
            name = term.rpartition("#")[2]
            made = f'"{name} of {local}"' if name in (*LITERALS, "altLabel") else f"ex:{local}-{name}"
            lines.append(f"ex:{local} <{term}> {known.get(name, made)} .")
            if made.startswith("ex:") and name not in known:
                extra = f" ; dg:registerIri <https://register.example/{local}>" if name == "registerEntry" else ""
                lines.append(f'{made} a dg:Condition ; rdfs:label "{name} van {local}"@nl{extra} .')
    return "\n".join(lines)


def test_each_property_that_is_said_to_be_carried_is(tmp_path: Path) -> None:
    kinds = sorted({of for of, _ in CARRIED})
    assert {f"{DG}{each}" for each in ("AccessRoute", "ChannelUse", "Organisation", "Service", "Team")} < set(kinds)
    head = f"""
    @prefix dg: <{DG}> . @prefix ex: <https://town.example/id/> . @prefix rdfs: <{PREFIXES["rdfs"]}> .
    ex:town a dg:Organisation ; rdfs:label "stad"@nl . ex:hall a dg:Place ; rdfs:label "hal"@nl .
    """
    (tmp_path / "town").mkdir()
    (tmp_path / "town" / "town.ttl").write_text(head + "\n".join(map(thing, kinds)), encoding="utf-8")
    inventory = Inventory.load(tmp_path / "town", only_data=True, inferred=False)
    instances = find_instances(load_facts(inventory.layouts), PROFILE, Wish())
    assert {kind for kind in kinds if not instances[kind].roots} == set()
    assert missing(inventory) == set()
