"""Parses `--param NAME=VALUE`."""

from __future__ import annotations

from collections.abc import Sequence

from dienstgraaf.errors import DienstgraafError

__all__ = ["parse_params"]


def parse_params(values: Sequence[str]) -> dict[str, list[object]]:
    """Return the values by parameter name; a name given twice has two.

    >>> parse_params(["provider=SVB", "provider=UWV"])
    {'provider': ['SVB', 'UWV']}

    Raises:
        DienstgraafError: if one is not of the form NAME=VALUE.
    """
    found: dict[str, list[object]] = {}
    for value in values:
        name, equals, rest = value.partition("=")
        if not equals or not name.strip():
            raise DienstgraafError("param-form", value=value)
        found.setdefault(name.strip(), []).append(rest)
    return found
