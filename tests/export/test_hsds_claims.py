"""The profile hsds carries what it says: each value of what is exported stands in the JSON, with what it is about."""

from __future__ import annotations

import io
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal

from dienstgraaf import Inventory
from dienstgraaf.export import read_profile
from dienstgraaf.export.writers.hsds_shelf import identifier
from dienstgraaf.inventory import shipped
from dienstgraaf.inventory.namespaces import DG, PREFIXES
from export_claims import Claim, Claims, Stated

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


class Document:
    """A document, and what it tells of each thing that is exported: in its own object, and in notes about it."""

    def __init__(self, claims: Claims) -> None:
        output = io.BytesIO()
        wish = claims.wish
        claims.stated.inventory.export(
            "hsds", output, format="hsds-json", check=False, lang=wish.lang, archetypes=wish.archetypes
        )
        self.stated = claims.stated
        self.texts: dict[str, list[str]] = defaultdict(list)
        self.notes: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in rows_in(json.loads(output.getvalue())):
            texts = self.texts[row.get("id", "")]
            texts += [f"{each.get('link_type')} {each['value']}" for each in row.get("attributes", ())]
            texts += [
                str(text) for each in rows_in(row) for text in each.values() if isinstance(text, str | int | float)
            ]
            if "link_id" in row and " <" in row["value"]:
                for sentence in row["value"].split(">; "):
                    self.notes[sentence.rpartition(" <")[2].rstrip(">")].append(row)

    def tells(self, place: str, claim: Claim) -> bool:
        """Whether what a claim says stands with `place`, or places a note that is about it."""
        notes = self.notes[place]
        about = [*self.texts[identifier(place)], *(f"{each['link_type']} {each['value']}" for each in notes)]
        local, iri = claim.term.removeprefix(DG), claim.value.value
        if claim.term == claim.kind:
            return bool(about)
        words = {iri} if isinstance(claim.value, Literal) else {*self.stated.names(iri), identifier(iri)}
        if local in TRUTHS:
            words = {f"{local} {iri}"}
        placed = {(each["link_id"], each["link_type"].rpartition(" ")[2]) for each in notes}
        return any(word in text for word in words for text in about) or (identifier(iri), local) in placed


def unfounded(inventory: Inventory, **wishes: Any) -> list[tuple[str, str, str, str]]:
    """What the profile claims to carry, and does not."""
    claims = Claims(Stated(inventory), "hsds", **wishes)
    return claims.unfounded(Document(claims).tells)


@pytest.mark.parametrize("wishes", [{}, {"archetypes": True}, {"lang": "en"}])
def test_what_is_said_to_be_carried_stands_in_the_export(inventory: Inventory, wishes: dict[str, Any]) -> None:
    assert unfounded(inventory, **wishes) == []


@pytest.mark.parametrize("archetypes", [False, True])
def test_what_refers_to_something_undescribed_is_not_said_to_be_carried_unless_it_is(
    half: Inventory, archetypes: bool
) -> None:
    assert unfounded(half, archetypes=archetypes) == []


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
    kinds = sorted({of for of, _ in CARRIED if of.startswith(DG)})
    assert {f"{DG}{each}" for each in ("AccessRoute", "ChannelUse", "Organisation", "Service", "Team")} < set(kinds)
    head = f"""
    @prefix dg: <{DG}> . @prefix ex: <https://town.example/id/> . @prefix rdfs: <{PREFIXES["rdfs"]}> .
    ex:town a dg:Organisation ; rdfs:label "stad"@nl . ex:hall a dg:Place ; rdfs:label "hal"@nl .
    """
    (tmp_path / "town").mkdir()
    (tmp_path / "town" / "town.ttl").write_text(head + "\n".join(map(thing, kinds)), encoding="utf-8")
    inventory = Inventory.load(tmp_path / "town", only_data=True, inferred=False)
    claims = Claims(Stated(inventory), "hsds")
    assert {kind for kind in kinds if not claims.instances[kind].roots} == set()
    assert claims.unfounded(Document(claims).tells) == []
