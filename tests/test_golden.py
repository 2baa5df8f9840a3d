"""Every shipped question gives the answer that is on record.

Run as a program, this renews the record: `python tests/test_golden.py` (or `make golden`). Read the difference before
you keep it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from dienstgraaf import Answer, Inventory
from dienstgraaf.inventory import shipped
from dienstgraaf.questions import Library

GOLDEN = Path(__file__).resolve().parent / "golden"
RENEW = "if the new answer is right, renew the record with `make golden`"
SLUGS = Library([shipped()]).slugs()


def record(answer: Answer) -> dict[str, Any]:
    """The answer in the SPARQL JSON format, its rows in an order of their own."""
    document = answer.to_json()
    if "results" in document:
        document["results"]["bindings"].sort(key=lambda row: json.dumps(row, sort_keys=True))
    return document


def written(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


@pytest.fixture(scope="module")
def inventory() -> Inventory:
    return Inventory.load(lang="en")


@pytest.mark.parametrize("slug", SLUGS)
def test_a_question_gives_the_answer_on_record(inventory: Inventory, slug: str) -> None:
    path = GOLDEN / f"{slug}.json"
    assert path.is_file(), f"no answer of {slug} is on record; {RENEW}"
    assert record(inventory.ask(slug)) == json.loads(path.read_text("utf-8")), RENEW


@pytest.mark.parametrize("slug", SLUGS)
def test_a_question_has_an_answer(inventory: Inventory, slug: str) -> None:
    answer = inventory.ask(slug)
    assert answer.boolean is not None or len(answer) > 0


def test_every_record_belongs_to_a_question() -> None:
    stale = sorted({path.stem for path in GOLDEN.glob("*.json")} - set(SLUGS))
    assert stale == [], f"these questions are gone; {RENEW}"


def renew() -> None:
    """Write the answers of all questions, and remove those of questions that are gone."""
    inventory = Inventory.load(lang="en")
    GOLDEN.mkdir(exist_ok=True)
    for path in GOLDEN.glob("*.json"):
        if path.stem not in SLUGS:
            path.unlink()
    for slug in SLUGS:
        (GOLDEN / f"{slug}.json").write_text(written(record(inventory.ask(slug))), "utf-8")
    print(f"{len(SLUGS)} answers in {GOLDEN}", file=sys.stderr)  # noqa: T201 - a program


if __name__ == "__main__":
    renew()
