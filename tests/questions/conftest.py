"""Fixtures of the question tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from dienstgraaf.engine import EmbeddedEngine
from dienstgraaf.inventory import at, read_quads, source_files
from dienstgraaf.questions import Library


@pytest.fixture
def engine(small: Path) -> EmbeddedEngine:
    """The small inventory, ready to be asked."""
    engine = EmbeddedEngine()
    for file in source_files([at(small)]):
        engine.load(read_quads(file))
    return engine


@pytest.fixture
def library(small: Path) -> Library:
    """The questions of the small inventory."""
    return Library([at(small)])
