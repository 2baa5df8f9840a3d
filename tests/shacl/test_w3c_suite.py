"""The W3C test suite for SHACL (core and sparql): each entry that its manifests name, exactly as it expects."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from dienstgraaf.engine import EmbeddedEngine
from dienstgraaf.shacl import CannotCompileError, ShapesError
from shacl_suite import ALL, SUITE, Entry, expected, validated

ENTRIES = 121
"""How many entries the suite has at the commit that is in shared/."""

BY_VALUE = {
    "core/node/maxExclusive-001": ('"4.0"', '"4"'),
    "core/node/minExclusive-001": ('"4.0"', '"4"'),
}
"""Deviations of the store: Oxigraph keeps numbers by their value, so that the literal 4.0 comes back as 4."""

REFUSED = {"core/property/datatype-ill-formed": "asks for <http://www.w3.org/2001/XMLSchema#byte>"}
"""Deviations that are said: Oxigraph keeps xsd:byte and its like as plain integers, so that a shape which asks for
one of these is refused, to be handed to a validator that has the data as written."""


def test_the_whole_suite_is_there(shared: Path) -> None:
    described = {path for path in SUITE.rglob("*.ttl") if b"sht:Validate" in path.read_bytes()}
    assert {entry.file for entry in ALL} == described
    assert len(ALL) == len({entry.node for entry in ALL}) == ENTRIES
    assert {entry.name for entry in ALL} > BY_VALUE.keys() | REFUSED.keys()


@pytest.mark.parametrize("entry", ALL or [None], ids=lambda entry: entry.name if entry else "absent")
def test_an_entry_gives_the_results_that_it_expects(shared: Path, entry: Entry) -> None:
    wanted = expected(entry)
    if wanted is None:
        with pytest.raises(ShapesError):
            validated(entry, EmbeddedEngine())
    elif entry.name in REFUSED:
        with pytest.raises(CannotCompileError, match=REFUSED[entry.name]):
            validated(entry, EmbeddedEngine())
    elif entry.name in BY_VALUE:
        as_written, by_value = BY_VALUE[entry.name]
        got = validated(entry, EmbeddedEngine())
        assert got != wanted
        changed = Counter({tuple(text.replace(as_written, by_value) for text in key): n for key, n in wanted.items()})
        assert got == changed
    else:
        assert validated(entry, EmbeddedEngine()) == wanted
