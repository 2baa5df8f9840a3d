"""The inventory holds the whole report: each segment, name and figure, in words of its own.

What may deviate stands with its reason in `exceptions.yaml`; an exception that is no longer needed fails too.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from dienstgraaf import Inventory

SEGMENT = "https://w3id.org/dienstgraaf/id/segment/"
EXCEPTIONS = yaml.safe_load((Path(__file__).parent / "exceptions.yaml").read_text("utf-8"))
MAIN = re.compile(r"[3-6](\.|-|$)|B1\.3")
"""The chapters on structures, and the list of consulted organisations."""


@pytest.fixture(scope="module")
def segments(shared: Path) -> dict[str, dict[str, str]]:
    """The rows of the report's segments by their identifier."""
    with (shared / "seed" / "segments.csv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


@cache
def inventory() -> Inventory:
    return Inventory.load()


def short(iri: object) -> str:
    return str(iri).removeprefix(SEGMENT)


@cache
def citations() -> dict[str, set[tuple[str, bool, bool]]]:
    """By segment the items that cite it: the IRI, whether it is a fact, and whether it is an insight."""
    rows = inventory().select(
        "SELECT DISTINCT ?segment ?item ?fact ?insight WHERE {"
        " ?segment a dg:Segment . ?item prov:wasDerivedFrom ?segment"
        " BIND (EXISTS { ?item a dg:Fact } AS ?fact) BIND (EXISTS { ?item a dg:Insight } AS ?insight) }"
    )
    found: dict[str, set[tuple[str, bool, bool]]] = {}
    for row in rows:
        found.setdefault(short(row["segment"]), set()).add((str(row["item"]), bool(row["fact"]), bool(row["insight"])))
    return found


def test_the_segments_of_the_inventory_are_those_of_the_report(segments: dict[str, dict[str, str]]) -> None:
    assert {each.id for each in inventory().coverage().segments} == set(segments)


def test_every_segment_carries_items_or_says_why_not(segments: dict[str, dict[str, str]]) -> None:
    assert [each.id for each in inventory().coverage().segments if not each.items and not each.reason] == []


def test_no_segment_has_both_items_that_are_facts_and_a_reason_for_none(segments: dict[str, dict[str, str]]) -> None:
    both = [each.id for each in inventory().coverage().segments if each.reason and each.items]
    assert [segment for segment in both if any(fact for _, fact, _ in citations()[segment])] == []


def test_hardly_any_segment_on_structures_is_left_without(segments: dict[str, dict[str, str]]) -> None:
    without = [each.id for each in inventory().coverage().segments if MAIN.match(each.id) and not each.items]
    texts = [segment for segment in without if "heading" not in segments[segment]["kind"]]
    assert len(texts) <= 12, texts


def test_no_segment_rests_on_an_insight_alone(segments: dict[str, dict[str, str]]) -> None:
    alone = [segment for segment, items in citations().items() if all(insight for _, _, insight in items)]
    assert sorted(alone) == []


def sentences(words: str) -> int:
    """How many sentences a segment has."""
    plain = re.sub(r"\b(bijv|o\.a|m\.b\.t|etc|incl|nl|bv|e|d)\.", r"\1", words)
    return len(re.findall(r"[.?!](?=\s+[A-Z'‘“\[(*]|\s*$)", plain)) or 1


def test_a_segment_of_several_sentences_has_more_than_one_fact(segments: dict[str, dict[str, str]]) -> None:
    found = {
        segment
        for segment, row in segments.items()
        if MAIN.match(segment) and sentences(row["text"]) > 1
        if sum(fact for _, fact, _ in citations().get(segment, ())) == 1
    }
    assert found == set(EXCEPTIONS["one-fact-for-several-sentences"])


def test_no_item_cites_more_than_five_segments() -> None:
    counted = Counter(item for items in citations().values() for item, _, _ in items)
    found = {item.removeprefix("https://w3id.org/dienstgraaf/id/") for item, count in counted.items() if count > 5}
    assert found == set(EXCEPTIONS["more-than-five-segments"])


@cache
def words_of_the_inventory() -> str:
    """All literals of the graph in one text, without regard to case; addresses and figures among them."""
    rows = inventory().select(
        "SELECT DISTINCT (STR(?text) AS ?words) WHERE { ?item ?property ?text FILTER (isLiteral(?text))"
        " FILTER NOT EXISTS { ?item a dg:Segment } FILTER NOT EXISTS { ?item a dg:Section } }"
    )
    return "\n".join(str(row["words"]) for row in rows).casefold()


def told(words: str) -> Iterator[str]:
    """The numbers, the capitalised names that do not open a sentence, and the sites that a text tells."""
    words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", words).replace("*", "")
    yield from re.findall(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:nl|com)\b", words)
    yield from re.findall(
        r"(?<![\w.,-])\d[\d.]*(?:,\d+)?(?=[\s%,.;:)'’+]|$|-|ste\b)", re.sub(r"^-?\s*\d+\. ", "", words)
    )
    inside = re.sub(
        r"(^|[.?!:]\s+|^- ✓ |^- |[“‘'(]|\d\. )[A-Z]", lambda m: m.group(0).lower(), words, flags=re.MULTILINE
    )
    yield from re.findall(
        r"(?<![\w.])[A-Z][\w&'’-]*[\w](?:\.nl)?(?:(?:\s(?:en|van|de|voor|den|&)){0,2}\s[A-Z][\w&'’-]*\w)*", inside
    )


def test_every_name_figure_and_site_of_the_report_is_in_the_inventory(segments: dict[str, dict[str, str]]) -> None:
    excused = {segment.id for segment in inventory().coverage().segments if segment.reason}
    missing: dict[str, str] = {}
    for segment, row in segments.items():
        if segment in excused or "heading" in row["kind"]:
            continue
        for name in told(row["text"]):
            parts = [name.rstrip("."), *re.findall(r"[A-Z0-9][\w&'’-]+", name)]
            if not any(part.casefold() in words_of_the_inventory() for part in parts[:1]) and not all(
                part.casefold() in words_of_the_inventory() for part in parts[1:] or [name]
            ):
                missing.setdefault(parts[0], segment)
    allowed = set(EXCEPTIONS["names-not-in-the-inventory"])
    assert {name: segment for name, segment in missing.items() if name not in allowed} == {}
    assert allowed <= set(missing), "exceptions that are no longer needed"


def shingles(words: str) -> set[tuple[str, ...]]:
    """Every eight words in a row, without regard to case and punctuation."""
    found = re.findall(r"\w+", words.casefold())
    return {tuple(found[i : i + 8]) for i in range(len(found) - 7)}


def test_no_label_shares_eight_words_in_a_row_with_the_report(segments: dict[str, dict[str, str]]) -> None:
    report = set().union(*(shingles(row["text"]) for row in segments.values()))
    rows = inventory().select(
        "SELECT DISTINCT ?item ?text WHERE { ?item ?property ?text FILTER (isLiteral(?text) && STRLEN(STR(?text)) > 30)"
        " FILTER (?property NOT IN (dg:hedge, dct:title)) }"
    )
    proper = set(EXCEPTIONS["long-proper-names"])
    shared_words = [str(row["text"]) for row in rows if shingles(str(row["text"])) & report]
    assert sorted(set(shared_words) - proper) == []
