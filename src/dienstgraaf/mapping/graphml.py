"""A map as GraphML (http://graphml.graphdrawing.org), which yEd, Gephi, networkx and other graph tools read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dienstgraaf.drawing import allowed
from dienstgraaf.mapping.model import Link, Map, Party

if TYPE_CHECKING:
    import networkx

__all__ = ["to_graphml", "to_network"]


def to_graphml(found: Map) -> str:
    """Return `found` as GraphML: a node for each party, an edge for each link."""
    import networkx

    return "\n".join(networkx.generate_graphml(to_network(found))) + "\n"


def to_network(found: Map) -> networkx.MultiDiGraph:
    """Return `found` as a graph of networkx; attributes are text, whole numbers and truth values."""
    import networkx

    graph = networkx.MultiDiGraph()
    name = {party.iri: f"n{number}" for number, party in enumerate(found.parties)}
    for party in found.parties:
        graph.add_node(name[party.iri], **_node(party))
    for link in found.links:
        graph.add_edge(name[link.start.iri], name[link.end.iri], **_edge(link))
    return graph


def _node(party: Party) -> dict[str, str]:
    return {
        "label": allowed(party.label),
        "kind": party.kind,
        "cluster": allowed(party.cluster_label),
        "organisationKind": allowed(party.organisation_kind),
        "iri": party.iri,
    }


def _edge(link: Link) -> dict[str, str | int | bool]:
    return {
        "label": allowed(link.kind_label),
        "kind": link.kind,
        "hops": link.count,
        "inOperation": link.operates,
        "status": _listed(link.statuses),
        "hedge": _listed(link.hedges),
        "segments": _listed(link.segments),
        "fromPlaces": _listed(link.start_places),
        "toPlaces": _listed(link.end_places),
        "iri": " ".join(hop.iri for hop in link.hops),
    }


def _listed(items: tuple[str, ...]) -> str:
    return allowed(" | ".join(items))
