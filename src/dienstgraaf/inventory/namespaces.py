"""The namespaces of the project and of the vocabularies that it uses: the one place where prefixes are defined."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

__all__ = [
    "BASE",
    "CONCEPT_SCHEMES",
    "DG",
    "INFERRED_GRAPH",
    "INSTANCE_KINDS",
    "PREFIXES",
    "graph_iri",
    "prologue",
    "shorten",
]

BASE: Final = "https://w3id.org/dienstgraaf/"
"""Where every IRI of the project starts."""

DG: Final = f"{BASE}def#"
"""The namespace of the ontology's terms."""

INFERRED_GRAPH: Final = f"{BASE}graph/inferred"
"""The named graph of what reasoning added."""

CONCEPT_SCHEMES: Final[tuple[str, ...]] = tuple(
    """
    aid-kind answer arrangement asked audience availability barrier-kind basis campaign-kind carried channel-type
    characteristic-kind collaboration-kind completeness complexity composition condition-kind consultation counted
    data-allowed device direction effect entry-point-kind expertise findability function goal identification importance
    labour-intensity law line-level mode need no-structure-reason organisation-kind period permanence practice-kind
    preference prevalence purpose qualifier question-kind route-kind rubric season segment-kind service-level
    shared-thing skill stance status strategy-kind topic trend unit use
    """.split()  # noqa: SIM905 - a list of fifty quoted words is harder to read
)
"""The concept schemes, each with a prefix `c-<scheme>`."""

INSTANCE_KINDS: Final[tuple[str, ...]] = tuple(
    """
    absence adaptation archetype barrier campaign channel channel-strategy channel-use characteristic collaboration
    condition development entry-point enumeration group information-system insight interview-question life-event
    local-name observation organisation place practice publication publisher register-entry role route section service
    source strategy-step support-aid support-line team
    """.split()  # noqa: SIM905 - as above
)
"""The kinds of instances, each with a prefix `i-<kind>`."""

PREFIXES: Final[dict[str, str]] = {
    "adms": "http://www.w3.org/ns/adms#",
    "cpsv": "http://purl.org/vocab/cpsv#",
    "cv": "http://data.europa.eu/m8g/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "dg": DG,
    "foaf": "http://xmlns.com/foaf/0.1/",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "rule": f"{BASE}rule/",
    "schema": "https://schema.org/",
    "seg": f"{BASE}id/segment/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vann": "http://purl.org/vocab/vann/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    **{f"c-{scheme}": f"{BASE}concept/{scheme}/" for scheme in CONCEPT_SCHEMES},
    **{f"i-{kind}": f"{BASE}id/{kind}/" for kind in INSTANCE_KINDS},
}
"""Prefix → namespace, for files, queries and output alike."""

_BY_LENGTH: Final = sorted(((iri, prefix) for prefix, iri in PREFIXES.items()), key=lambda pair: -len(pair[0]))
_LOCAL_NAME = re.compile(r"[A-Za-z0-9_](?:[\w.-]*[\w-])?")


def graph_iri(*parts: str) -> str:
    """Return the IRI of the named graph at the path `parts`.

    >>> graph_iri("instances", "source")
    'https://w3id.org/dienstgraaf/graph/instances/source'
    """
    from urllib.parse import quote

    return f"{BASE}graph/" + "/".join(quote(part) for part in parts)


def prologue(prefixes: Iterable[str] | None = None) -> str:
    r"""Return a `PREFIX` line for each of `prefixes` (all, if None), sorted, each ending in a newline.

    >>> prologue(["dg"])
    'PREFIX dg: <https://w3id.org/dienstgraaf/def#>\n'

    Raises:
        KeyError: if one of `prefixes` is not among `PREFIXES`.
    """
    names = sorted(PREFIXES if prefixes is None else prefixes)
    return "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in names)


def shorten(iri: str) -> str:
    """Return `iri` as a prefixed name where a prefix fits, else `<iri>`.

    >>> shorten("https://w3id.org/dienstgraaf/id/organisation/svb")
    'i-organisation:svb'
    >>> shorten("https://example.org/a")
    '<https://example.org/a>'
    """
    for namespace, prefix in _BY_LENGTH:
        if iri.startswith(namespace) and _LOCAL_NAME.fullmatch(iri[len(namespace) :]):
            return f"{prefix}:{iri[len(namespace) :]}"
    return f"<{iri}>"
