"""The one visual language: no two lines look alike, and the legend tells what is drawn and no more."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from dienstgraaf.drawing import BOXES, CERTAINTIES, KINDS, LINES, certainty, classes, legend, line_class, render
from dienstgraaf.messages import LANGUAGES, text

EVERYTHING = (*LINES, *CERTAINTIES, *BOXES)


def test_no_two_lines_have_the_same_arrowhead_so_that_colour_is_never_alone() -> None:
    heads = [(line.shape, line.filled) for line in LINES.values()]
    assert len(set(heads)) == len(heads)
    assert len({line.color for line in LINES.values()}) == len(LINES)
    assert len(set(CERTAINTIES.values())) == len(CERTAINTIES)


def test_every_kind_of_hop_of_the_ontology_has_a_line(repo_root: Path) -> None:
    scheme = (repo_root / "ontology/concepts/route-kind.ttl").read_text(encoding="utf-8")
    kinds = set(re.findall(r"^c-route-kind:([\w-]+) a ", scheme, re.M))
    assert kinds
    assert KINDS.keys() - kinds == {
        "way-in",
        "asked",
        "helped-by",
        "stands-in",
        "next-line",
        "gap",
    }  # steps of routes besides hops
    assert set(KINDS.values()) == LINES.keys()


def test_a_kind_of_ones_own_is_drawn_as_guidance_is() -> None:
    assert line_class("carried-on-horseback") == "guidance"


def test_what_is_not_in_operation_is_dotted_even_if_it_is_hedged() -> None:
    assert certainty(hedged=True, operates=False) == "not-in-operation"
    assert certainty(hedged=True, operates=True) == "hedged"
    assert certainty(hedged=False, operates=True) == "stated"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_legend_names_all_that_is_shown_as_text_of_the_picture(lang: str) -> None:
    svg = render(f"{classes()}a -> b: {{class: [guidance; hedged]}}\n{legend(EVERYTHING, lang)}", "t")
    words = [unescape(word) for word in re.findall(r"<text[^>]*>([^<]+)<", svg)]
    assert text("legend", lang) in words
    assert [name for name in EVERYTHING if text(f"legend-{name}", lang) not in words] == []


def test_the_legend_leaves_out_what_the_picture_does_not_show() -> None:
    told = legend(["guidance", "hedged", "archetype"], "en")
    assert text("legend-guidance", "en") in told
    assert text("legend-forwarding", "en") not in told
    assert legend([], "en") == ""
