"""What tests of export profiles share: exports as triples, and what a vocabulary says of them."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, Triple, parse

from dienstgraaf import Inventory
from dienstgraaf.export import Exported, Finding, Wish, choose_form, read_profile
from dienstgraaf.export import export as export_by
from dienstgraaf.export.vocabulary import check_vocabulary, read_vocabulary
from dienstgraaf.inventory import Layout, shipped

RDF_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
EXAMPLE = "https://data.example.org/id/"
PREFIXES = """
@prefix c-channel-type: <https://w3id.org/dienstgraaf/concept/channel-type/> .
@prefix c-entry-point-kind: <https://w3id.org/dienstgraaf/concept/entry-point-kind/> .
@prefix c-organisation-kind: <https://w3id.org/dienstgraaf/concept/organisation-kind/> .
@prefix c-status: <https://w3id.org/dienstgraaf/concept/status/> .
@prefix c-topic: <https://w3id.org/dienstgraaf/concept/topic/> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix dg: <https://w3id.org/dienstgraaf/def#> .
@prefix ex: <https://data.example.org/id/> .
@prefix i-archetype: <https://w3id.org/dienstgraaf/id/archetype/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
HOSTILE = (
    "=cmd()|' /C calc'!A1 \"q\" \\ \nnew\tline\x01\x1b[31m\u202egnirts\u200f\u2028 ]]></script>"
    "<script>alert(1)</script><!-- --><b>&amp; {{x}} ;, '\r."
)
"""Quotes, line breaks, a formula, control characters, marks that turn text round, and ends of XML and HTML."""

Export = tuple[set[Triple], Exported]


def export(inventory: Inventory, profile: str, **options: Any) -> Export:
    """The triples of an export, and what was found; no triples if nothing was written."""
    stream = io.BytesIO()
    done = inventory.export(profile, stream, format="ntriples", **options)
    return {quad.triple for quad in parse(stream.getvalue(), RdfFormat.N_TRIPLES)}, done


def bytes_of(inventory: Inventory, profile: str = "cpsv-ap", **options: Any) -> bytes:
    """The bytes of an export that the rules let pass."""
    stream = io.BytesIO()
    done = inventory.export(profile, stream, **options)
    assert done.written, [each.text("en") for each in done.findings]
    return stream.getvalue()


def with_data(folder: Path, text: str) -> Inventory:
    """The ontology with the instances of `text` only, and the prefixes above."""
    folder.mkdir(exist_ok=True)
    (folder / "own.ttl").write_text(PREFIXES + text, encoding="utf-8")
    return Inventory.load(folder, only_data=True, inferred=False)


def half_of(folder: Path, half: int) -> Inventory:
    """The ontology with what is stated about one half of the items (0 or 1): much refers to what is not described."""
    kept = [
        f"{each.triple} .\n"
        for path in sorted(shipped().instances.rglob("*.ttl"))
        for each in parse(path.read_bytes(), RdfFormat.TURTLE)
        if sha256(str(each.subject).encode()).digest()[0] % 2 == half
    ]
    return with_data(folder, "".join(kept))


def export_changed(inventory: Inventory, folder: Path, profile: str, file: str, old: str, new: str) -> Exported:
    """What is found of an export with archetypes if one of the profile's mappings says `new` instead of `old`."""
    exports = Path(shutil.copytree(shipped().exports, folder / "changed" / "exports"))
    path = exports / profile / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    read = read_profile([Layout(folder / "changed", "changed")], profile)
    return export_by(inventory.engine, read, Wish(archetypes=True), choose_form(read, None, None), folder / "out")


def of_class(triples: Iterable[Triple], iri: str) -> set[str]:
    """The IRIs of all that has the class `iri`."""
    return {each.subject.value for each in triples if each.predicate == RDF_TYPE and each.object == NamedNode(iri)}


def values(triples: Iterable[Triple], subject: str, name: str) -> set[str]:
    """The values of the property `name` of `subject`, as text."""
    return {each.object.value for each in triples if each.subject.value == subject and each.predicate.value == name}


def checked(folder: Path, names: Sequence[str], triples: Iterable[Triple], namespaces: Sequence[str]) -> list[Finding]:
    """What is wrong with the triples by the vocabulary that files called `names` in `folder` make up."""
    data = Store()
    data.extend(Quad(each.subject, each.predicate, each.object) for each in triples)
    return check_vocabulary(data, read_vocabulary([folder / name for name in names]), names[0], namespaces)


def terms(triples: Iterable[Triple]) -> set[str]:
    """The classes and properties that the triples use."""
    return {(each.object if each.predicate == RDF_TYPE else each.predicate).value for each in triples}


def miscounted(inventory: Inventory, profile: str) -> list[tuple[str, str, int, int]]:
    """What the report says of references that is not so: class, property, how many it says arrive, and how many do.

    A reference arrives if its value stands with its item, or the other way round, as an IRI or at the end of a text.
    """
    triples, done = export(inventory, profile)
    assert done.written, [each.text("en") for each in done.findings]
    told: dict[str, set[str]] = {}
    for each in triples:
        told.setdefault(each.subject.value.partition("#")[0], set()).add(each.object.value)
        told.setdefault(each.object.value, set()).add(each.subject.value)
    stated = f"""SELECT DISTINCT ?kind ?term ?item ?value ?name {{
      ?item a ?kind ; ?term ?value . OPTIONAL {{ ?value rdfs:label ?name }}
      FILTER (isIRI(?value) && ?term != rdf:type && STRSTARTS(STR(?item), "{EXAMPLE}"))
    }}"""
    there: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for kind, term, item, value, name in inventory.engine.select(stated).rows:
        arrived = there.setdefault((kind.value, term.value), set())
        words = (value.value, *([name.value] if name else []))
        if any(text.endswith(words) for text in told.get(item.value, ())):
            arrived.add((item.value, value.value))
    lines = {(each.source, each.term): each.fates for each in inventory.losses(profile).properties}
    said = {key: sum(lines[key][how] for how in ("mapped", "note", "extension")) for key in there}
    return [(*key, said[key], len(found)) for key, found in sorted(there.items()) if said[key] != len(found)]
