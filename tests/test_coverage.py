"""Coverage tells for each segment what rests on it, or why nothing does."""

from __future__ import annotations

from pathlib import Path

import pytest

from dienstgraaf.coverage import SectionError, coverage
from dienstgraaf.engine import EmbeddedEngine
from dienstgraaf.inventory import at, read_quads, source_files

SOURCE = """@prefix dg: <https://w3id.org/dienstgraaf/def#> .
@prefix id: <https://w3id.org/dienstgraaf/id/section/> .
@prefix seg: <https://w3id.org/dienstgraaf/id/segment/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
id:s3 dg:sectionNumber "3" ; rdfs:label "Drie"@nl, "Three"@en .
id:s32 dg:sectionNumber "3.2" ; rdfs:label "Toegang"@nl, "Access"@en .
id:s30 dg:sectionNumber "30" ; rdfs:label "Dertig"@nl, "Thirty"@en .
seg:3.2-10 a dg:Segment ; dg:segmentId "3.2-10" ; dg:inSection id:s32 .
seg:3.2-9 a dg:Segment ; dg:segmentId "3.2-9" ; dg:inSection id:s32 .
seg:3-1 a dg:Segment ; dg:segmentId "3-1" ; dg:inSection id:s3 ; dg:noStructureBecause id:why .
seg:30-1 a dg:Segment ; dg:segmentId "30-1" ; dg:inSection id:s30 .
id:why rdfs:label "kop"@nl, "heading"@en .
"""


@pytest.fixture
def engine(small: Path) -> EmbeddedEngine:
    (small / "instances" / "source.ttl").write_text(SOURCE, "utf-8")
    engine = EmbeddedEngine()
    for file in source_files([at(small)]):
        engine.load(read_quads(file))
    return engine


def test_segments_stand_in_natural_order_with_what_rests_on_them(engine: EmbeddedEngine) -> None:
    found = coverage(engine, "en")
    assert [each.id for each in found.segments] == ["3-1", "3.2-9", "3.2-10", "30-1"]
    assert [[label for _iri, label in each.items] for each in found.segments] == [
        [],
        ["north desk"],
        ["north desk"],
        [],
    ]
    assert [each.reason for each in found.segments] == ["heading", "", "", ""]
    assert (found.covered, found.excused, found.open) == (2, 1, 1)
    assert found.segments[1].title == "Access"


def test_a_section_includes_what_lies_under_it_and_no_other(engine: EmbeddedEngine) -> None:
    assert [each.id for each in coverage(engine, "nl", "3").segments] == ["3-1", "3.2-9", "3.2-10"]


def test_an_unknown_section_suggests_the_nearest(engine: EmbeddedEngine) -> None:
    with pytest.raises(SectionError, match=r"no section '3\.3'. Did you mean: 3\.2"):
        coverage(engine, "en", "3.3")
