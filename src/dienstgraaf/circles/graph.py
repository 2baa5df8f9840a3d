"""The graph in which circles are sought: what hops name at their ends, split into arriving there and leaving from it.

Splitting keeps what is joined honest. From where a hop arrives one leaves by a hop that names the same party, its kind,
or one of its kind; so at each party of a circle at least one hop names that party itself. It also keeps the graph
small: an edge for each pair that hops name and each party with its kind, however many organisations are of that kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from dienstgraaf.circles.joining import Joints
from dienstgraaf.structure import Hop, Structure
from dienstgraaf.structure.model import SENDING

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Pairs", "arrivals_and_departures", "pairs_of", "raw_circles"]

Pairs = Mapping[tuple[str, str], list[Hop]]
"""By the parties that they name at start and end, the hops that send people on."""


def pairs_of(structure: Structure, joints: Joints) -> dict[tuple[str, str], list[Hop]]:
    """Return the hops that can close a circle; one that stays with its party does not."""
    found: dict[tuple[str, str], list[Hop]] = {}
    for hop in structure.hops:
        if hop.kind in SENDING:
            for start in joints.parties(hop.start):
                for end in joints.parties(hop.end):
                    if start != end:
                        found.setdefault((start, end), []).append(hop)
    return dict(sorted(found.items()))


def arrivals_and_departures(
    pairs: Pairs, joints: Joints, length: int, through: frozenset[str] | None = None
) -> nx.DiGraph[int]:
    """Return the graph: a node where parties are left and one where they are reached, with `name` the party.

    With `through`, only what lies on a circle of at most `length` steps through one of these hops may be left in it.
    Nodes are numbers in a fixed order, so that algorithms go through them alike each time.
    """
    import networkx as nx

    leaving = sorted({start for start, _ in pairs})
    arriving = sorted({end for _, end in pairs})
    out = {party: number for number, party in enumerate(leaving)}
    into = {party: number for number, party in enumerate(arriving, len(leaving))}
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from((number, {"name": party, "leaving": True}) for party, number in out.items())
    graph.add_nodes_from((number, {"name": party, "leaving": False}) for party, number in into.items())
    graph.add_edges_from((out[start], into[end]) for start, end in pairs)
    for party in arriving:
        nexts = {party, *joints.above(party)} & out.keys()
        graph.add_edges_from((into[party], out[each]) for each in sorted(nexts))
    for party in leaving:
        graph.add_edges_from((into[each], out[party]) for each in sorted(joints.above(party) & into.keys()))
    if through is None:
        return graph
    ours = [(out[start], into[end]) for (start, end), hops in pairs.items() if any(hop.iri in through for hop in hops)]
    return _around(graph, ours, 2 * length)


def raw_circles(graph: nx.DiGraph[int], length: int) -> Iterator[list[tuple[str, str]]]:
    """Yield the circles of at most `length` steps, the shorter first: for each step what its hops name at both ends.

    Circles are sought from one departure after another, the busiest first, each time without those before it and within
    reach there and back: that keeps the search near, also where most of a large graph hangs together.
    """
    import networkx as nx

    together = {node for part in nx.strongly_connected_components(graph) if len(part) > 1 for node in part}
    names: dict[int, str] = nx.get_node_attributes(graph, "name")
    departures = [node for node in graph if node in together and graph.nodes[node]["leaving"]]
    departures.sort(key=lambda node: (-graph.degree(node), node))
    for steps in range(2, length + 1):
        left = set(together)
        for start in departures:
            near = _there_and_back(graph, start, 2 * steps, left)
            left.discard(start)
            if start in near:
                for path in nx.all_simple_paths(near, start, set(near.predecessors(start)), cutoff=2 * steps - 1):
                    if len(path) == 2 * steps:
                        yield [(names[one], names[other]) for one, other in zip(path[::2], path[1::2], strict=True)]


def _there_and_back(graph: nx.DiGraph[int], start: int, edges: int, left: set[int]) -> nx.DiGraph[int]:
    """Return the part of `graph` among the nodes `left` in which lie the circles of so many edges through `start`."""
    ahead = _distances(graph.successors, {start}, edges, left)
    behind = _distances(graph.predecessors, {start}, edges, left & ahead.keys())
    return _within(graph, [node for node, back in behind.items() if ahead[node] + back <= edges])


def _around(graph: nx.DiGraph[int], edges: list[tuple[int, int]], most: int) -> nx.DiGraph[int]:
    """Return the part of `graph` in which lie the circles of at most `most` edges through one of `edges`."""
    everywhere = set(graph)
    ahead = _distances(graph.successors, {end for _, end in edges}, most, everywhere)
    behind = _distances(graph.predecessors, {start for start, _ in edges}, most, everywhere)
    return _within(graph, [node for node in graph if ahead.get(node, most) + behind.get(node, most) < most])


def _distances(
    following: Callable[[int], Iterable[int]], sources: set[int], most: int, left: set[int]
) -> dict[int, int]:
    """Return by node among `left` how many edges it is from the nearest of `sources`, as far as `most` edges."""
    found = dict.fromkeys(sorted(sources), 0)
    edge = list(found)
    for distance in range(1, most + 1):
        edge = [other for node in edge for other in following(node) if other in left and other not in found]
        edge = list(dict.fromkeys(edge))
        if not edge:
            break
        found.update(dict.fromkeys(edge, distance))
    return found


def _within(graph: nx.DiGraph[int], nodes: list[int]) -> nx.DiGraph[int]:
    """Return what of `graph` lies between `nodes`, in their order by number."""
    kept = graph.__class__()
    chosen = set(nodes)
    kept.add_nodes_from((node, graph.nodes[node]) for node in sorted(chosen))
    kept.add_edges_from((one, other) for one in sorted(chosen) for other in graph.successors(one) if other in chosen)
    return kept
