"""Writes a generated file as Turtle in the canonical form of `dienstgraaf fmt` (docs/turtle-format.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from dienstgraaf.generation.items import Item, used_prefixes
from dienstgraaf.turtle.layout import WIDTH

__all__ = ["MARK", "Written", "line_in_block", "write_block", "write_document"]

MARK: Final = "# Synthetisch: verzonnen met `dienstgraaf generate`. Synthetic: made up by `dienstgraaf generate`."
"""The first line of every generated file."""

_FIRST: Final = {"a": 0, "rdfs:label": 1, "skos:altLabel": 2}
_LAST: Final = "prov:wasDerivedFrom"
_LANGUAGES: Final = {"nl": 1, "en": 2}

Written = tuple[str, list[int]]
"""The text of a file, and for each of its items the line (from 1) on which it starts."""


def write_document(items: Sequence[Item], prefixes: Mapping[str, str]) -> Written:
    """Return the text of `items`, of which the first is the data set, under the prefixes that they use."""
    used = sorted(set(used_prefixes(items)) & prefixes.keys())
    parts = [MARK, "\n\n", *(f"@prefix {name}: <{prefixes[name]}> .\n" for name in used)]
    line = 3 + len(used)
    starts = []
    for item in items:
        block = write_block(item)
        starts.append(line + 1)
        line += 1 + block.count("\n")
        parts += ["\n", block]
    return "".join(parts), starts


def write_block(item: Item) -> str:
    """Return the statements about `item`, ending in a newline."""
    lines, values = [], item.values
    for number, predicate in enumerate(_in_order(values)):
        lead = f"{item.name} {predicate}" if not number else f"    {predicate}"
        objects = values[predicate] if len(values[predicate]) == 1 else sorted(values[predicate], key=_object_key)
        flat = ", ".join(objects)
        if len(objects) == 1 or len(lead) + 1 + len(flat) + 2 <= WIDTH:
            lines.append(f"{lead} {flat}")
        else:
            lines.append(lead + "\n        " + ",\n        ".join(objects))
    return " ;\n".join(lines) + " .\n"


def line_in_block(item: Item, predicate: str, value: str) -> int:
    """Return on which line (from 0) of its block `item` has `value` for `predicate`; 0 if it has none."""
    lines = write_block(item).splitlines()
    if predicate == "a" or not value:
        return 0
    first = next(number for number, line in enumerate(lines) if line.split() and line.split()[0] == predicate)
    for number in range(first + 1, len(lines)):
        if not lines[number].startswith("        "):
            break
        if lines[number].strip().rstrip(" ,;.") == value:
            return number
    return first


def _in_order(values: Mapping[str, list[str]]) -> list[str]:
    return sorted(values, key=lambda name: (_FIRST.get(name, 9 if name == _LAST else 5), name))


def _object_key(written: str) -> tuple[int, int, str]:
    """Sort names before literals, and literals by language; no two that are sorted here differ in a number inside."""
    if written[0] != '"' and not written[0].isdigit() and written not in ("true", "false"):
        return (0, 0, written)
    language = written.rpartition('"@')[2] if '"@' in written else ""
    return (1, _LANGUAGES.get(language, 0), written)
