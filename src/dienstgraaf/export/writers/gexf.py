"""Writes a graph as GEXF 1.3 (https://gexf.net), node after node: Gephi, networkx and others read it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from dienstgraaf.export.model import Batch, Options
from dienstgraaf.export.writers.network import Item, attributes_of, read_items
from dienstgraaf.export.writers.xmltext import attribute

__all__ = ["write_gexf"]


def write_gexf(batches: Iterable[Batch], output: BinaryIO, options: Options) -> None:
    """Write `batches` as GEXF, with IRIs as identifiers; what XML cannot hold becomes the picture of it."""
    keys = {
        "node": attributes_of(options.profile, "Node"),
        "edge": attributes_of(options.profile, "Edge"),
    }
    output.write(b'<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n')
    output.write(b'<graph mode="static" defaultedgetype="directed">\n')
    for kind, names in keys.items():
        output.write(f'<attributes class="{kind}" mode="static">\n'.encode())
        for name, datatype in names.items():
            output.write(f'<attribute id="{name}" title="{name}" type="{datatype}"/>\n'.encode())
        output.write(b"</attributes>\n")
    output.write(b"<nodes>\n")
    with tempfile.TemporaryFile() as edges:
        for item in read_items(batches):
            target = edges if item.is_edge else output
            target.write("".join(_element(item, keys["edge" if item.is_edge else "node"])).encode())
        edges.seek(0)
        output.write(b"</nodes>\n<edges>\n")
        shutil.copyfileobj(edges, output)
    output.write(b"</edges>\n</graph>\n</gexf>\n")


def _element(item: Item, keys: Iterable[str]) -> Iterator[str]:
    kind = "edge" if item.is_edge else "node"
    yield f"<{kind} id={attribute(item.iri)} label={attribute(item.label)}"
    if item.is_edge:
        yield f" source={attribute(item.source)} target={attribute(item.target)}"
    yield "><attvalues>"
    for name in keys:
        if name in item.values:
            yield f'<attvalue for="{name}" value={attribute(item.values[name])}/>'
    yield f"</attvalues></{kind}>\n"
