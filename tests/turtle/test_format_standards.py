"""The official vocabularies, which many hands wrote, come through formatting whole."""

from __future__ import annotations

import pytest

from dienstgraaf.turtle import format_turtle


@pytest.mark.slow
def test_every_vocabulary_keeps_its_triples_and_comments_and_is_stable(shared, graph_of, comment_places_of, orders_of):
    paths = sorted((shared / "standards").rglob("*.ttl"))
    assert len(paths) > 100
    for path in paths:
        text = path.read_bytes().decode("utf-8")
        result = format_turtle(text)
        assert format_turtle(result) == result, path
        assert graph_of(result) == graph_of(text), path
        assert comment_places_of(result) == comment_places_of(text), path
        assert orders_of(result) == orders_of(text), path
