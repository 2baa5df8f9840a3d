"""Writes a graph as GraphML (http://graphml.graphdrawing.org), which yEd, Gephi, networkx and others read."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Mapping
from typing import BinaryIO

from dienstgraaf.export.model import Batch, Options
from dienstgraaf.export.writers.network import Item, attributes_of, read_items, short_id
from dienstgraaf.export.writers.xmltext import attribute, content

__all__ = ["write_graphml"]


def write_graphml(batches: Iterable[Batch], output: BinaryIO, options: Options) -> None:
    """Write `batches` as GraphML; what XML cannot hold becomes the picture of it."""
    keys = {
        "node": {"label": "string", **attributes_of(options.profile, "Node")},
        "edge": {"label": "string", **attributes_of(options.profile, "Edge")},
    }
    output.write(b'<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
    for kind, names in keys.items():
        for name, datatype in names.items():
            key = f'<key id="{kind}-{name}" for="{kind}" attr.name="{name}" attr.type="{datatype}"/>\n'
            output.write(key.encode())
    output.write(b'<graph id="dienstgraaf" edgedefault="directed">\n')
    with tempfile.TemporaryFile() as edges:
        for item in read_items(batches):
            if item.is_edge:
                edges.write(_edge(item, keys["edge"]).encode())
            else:
                output.write(_node(item, keys["node"]).encode())
        edges.seek(0)
        shutil.copyfileobj(edges, output)
    output.write(b"</graph>\n</graphml>\n")


def _node(item: Item, keys: Mapping[str, str]) -> str:
    return f"<node id={attribute(short_id(item.iri))}>{_data(item, 'node', keys)}</node>\n"


def _edge(item: Item, keys: Mapping[str, str]) -> str:
    ends = f"source={attribute(short_id(item.source))} target={attribute(short_id(item.target))}"
    return f"<edge id={attribute(short_id(item.iri))} {ends}>{_data(item, 'edge', keys)}</edge>\n"


def _data(item: Item, kind: str, keys: Mapping[str, str]) -> str:
    values = {"label": item.label, **item.values}
    found = (f'<data key="{kind}-{name}">{content(values[name])}</data>' for name in keys if name in values)
    return "".join(found)
