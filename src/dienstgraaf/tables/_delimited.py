"""Writes tables in the SPARQL 1.1 Query Results CSV and TSV Formats."""

from __future__ import annotations

import csv
import io

from pyoxigraph import BlankNode, NamedNode

from dienstgraaf.engine import Term
from dienstgraaf.tables.table import Table

__all__ = ["to_csv", "to_tsv"]


def to_csv(table: Table) -> str:
    """Return `table` as CSV: all columns under their names, full IRIs, lexical values."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(table.names)
    writer.writerows([_csv_cell(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def to_tsv(table: Table) -> str:
    """Return `table` as TSV: all columns under ?names, terms in the syntax of Turtle."""
    lines = ["\t".join(f"?{name}" for name in table.names)]
    lines += ["\t".join(_tsv_cell(cell) for cell in row) for row in table.rows]
    return "\n".join(lines) + "\n"


def _csv_cell(cell: Term | None) -> str:
    if cell is None:
        return ""
    return str(cell) if isinstance(cell, BlankNode) else cell.value


def _tsv_cell(cell: Term | None) -> str:
    if cell is None:
        return ""
    if isinstance(cell, NamedNode | BlankNode):
        return str(cell)
    if cell.datatype.value.endswith("#integer"):
        return cell.value
    return str(cell).replace("\t", "\\t")
