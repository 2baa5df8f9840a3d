"""A generated inventory has the size that was asked, is valid, canonical and marked, and the same for the same seed."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from dienstgraaf.errors import DienstgraafError
from dienstgraaf.formatting import format_files
from dienstgraaf.generation import Wish, generate, stream, stream_to_file
from dienstgraaf.generation.plan import COUNTRY, Plan
from dienstgraaf.generation.supplying import make_supplier
from dienstgraaf.generation.writing import FolderWriter
from dienstgraaf.inventory import shipped
from dienstgraaf.validation import to_text, validate


def content(folder: Path) -> dict[str, str]:
    """The digest of each file, by its path."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def triples(folder: Path) -> set[str]:
    """All triples of a folder."""
    return {str(quad.triple) for path in folder.rglob("*.ttl") for quad in parse(path=path, format=RdfFormat.TURTLE)}


def test_an_inventory_without_errors_is_valid_for_municipalities_and_agencies_alike(tmp_path: Path) -> None:
    generate(tmp_path / "made", 1, seed=4)
    plan = Plan(25, 8)
    agency = plan.agency(0)
    writer = FolderWriter(tmp_path / "made", None)
    for draft in make_supplier(plan, agency):
        writer.write(draft, [])
    for other in plan.others(agency):
        writer.write(make_supplier(plan, other)[0], [])
    report = validate([shipped()], [tmp_path / "made"])
    assert report.files > 15
    assert not report.findings, to_text(report, "en")
    assert not report.unreadable


@pytest.mark.parametrize("seed", [1, 2, 77])
def test_every_file_is_in_the_canonical_form(tmp_path: Path, seed: int) -> None:
    generate(tmp_path / "made", 2, seed, errors=0.5, error_list=tmp_path / "errors.csv")
    results = format_files([tmp_path / "made"], check=True)
    assert len(results) == 16
    assert [str(each) for each in results if each.status != "ok"] == []


def test_a_municipality_has_about_five_thousand_triples(tmp_path: Path) -> None:
    for seed in range(12):
        assert 4_500 <= generate(tmp_path / str(seed), 1, seed).triples <= 5_500


def test_what_is_counted_is_what_is_in_the_files(tmp_path: Path) -> None:
    made = generate(tmp_path / "made", 3)
    assert len(triples(tmp_path / "made")) == made.triples
    assert len(content(tmp_path / "made")) == made.files == 24


def test_agencies_come_in_proportion() -> None:
    assert [Plan(count, 1).agencies for count in (1, 12, 13, 342, 800)] == [0, 0, 1, 14, 33]
    assert COUNTRY == (342, 14)


def test_every_file_says_at_the_top_and_in_its_description_that_it_is_synthetic(tmp_path: Path) -> None:
    generate(tmp_path / "made", 2)
    for path in (tmp_path / "made").rglob("*.ttl"):
        text = path.read_text(encoding="utf-8")
        assert text.startswith("# Synthetisch: verzonnen met")
        assert '"Synthetisch: ' in text
        assert '"Synthetic: ' in text
        assert "dct:description" in text
        assert "own-source:synthetic-data" in text


def test_no_iri_of_a_generated_item_is_in_the_namespace_of_the_project(tmp_path: Path) -> None:
    generate(tmp_path / "made", 2)
    subjects = {line.split(" ", 1)[0] for line in triples(tmp_path / "made")}
    assert subjects
    assert all(".example/" in subject for subject in subjects)


def test_the_same_seed_gives_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    code = "import sys\nfrom dienstgraaf.generation import generate\ngenerate(sys.argv[1], 2, 9, 0.4)"
    for hash_seed in ("0", "1", "4242"):
        command = [sys.executable, "-c", code, str(tmp_path / hash_seed)]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": hash_seed})
    assert content(tmp_path / "0") == content(tmp_path / "1") == content(tmp_path / "4242")
    assert (tmp_path / "0-errors.csv").read_bytes() == (tmp_path / "1-errors.csv").read_bytes()


def test_another_seed_gives_another_inventory(tmp_path: Path) -> None:
    generate(tmp_path / "a", 1, seed=1)
    generate(tmp_path / "b", 1, seed=2)
    assert not content(tmp_path / "a").keys() & content(tmp_path / "b").keys()


def test_a_seed_means_the_same_inventory_for_good(tmp_path: Path) -> None:
    generate(tmp_path / "made", 1, seed=1)
    total = hashlib.sha256("".join(content(tmp_path / "made").values()).encode()).hexdigest()
    assert total == "d32c41762c6e3c067b953879ea3d6e3cf189af1489ace2c6d0f31f4f3c672a1a", (
        "a change of what a seed gives belongs in the changelog; then renew this digest"
    )


def test_memory_does_not_grow_with_the_inventory(tmp_path: Path) -> None:
    code = (
        "import resource, sys\nfrom dienstgraaf.generation import generate\n"
        "generate(sys.argv[1], int(sys.argv[2]), errors=0.1)\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )

    def most(municipalities: int) -> int:
        command = [sys.executable, "-c", code, str(tmp_path / str(municipalities)), str(municipalities)]
        return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)

    assert most(50) < 1.2 * most(1)


def test_quads_say_the_same_as_the_folder_and_each_file_is_a_graph(tmp_path: Path) -> None:
    made = generate(tmp_path / "made", 2, errors=0.3)
    output = io.BytesIO()
    wish = Wish(2, errors=0.3)
    streamed = stream(output, wish, tmp_path / "list.csv")
    assert output.getvalue().startswith(b"# Synthetisch")
    quads = list(parse(output.getvalue(), format=RdfFormat.N_QUADS))
    assert {str(quad.triple) for quad in quads} == triples(tmp_path / "made")
    assert len({quad.graph_name for quad in quads}) == made.files
    assert (streamed.triples, streamed.errors) == (made.triples, made.errors)


def test_quads_go_to_a_file_that_is_not_there_yet(tmp_path: Path) -> None:
    stream_to_file(tmp_path / "made.nq", Wish())
    assert (tmp_path / "made.nq").read_bytes().count(b"\n") > 4_500
    with pytest.raises(DienstgraafError, match="exists already"):
        stream_to_file(tmp_path / "made.nq", Wish())


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"municipalities": 0}, "too few"),
        ({"errors": 1.5}, "no share"),
        ({"errors": float("nan")}, "no share"),
        ({"kinds": ["hop-to-itself"]}, "--errors"),
        ({"errors": 0.1, "kinds": ["hop-to-itsel"]}, "Did you mean: hop-to-itself"),
    ],
)
def test_a_wish_that_cannot_be_granted_is_told_before_anything_is_written(
    tmp_path: Path, wrong: dict, told: str
) -> None:
    with pytest.raises(DienstgraafError, match=told):
        generate(tmp_path / "made", **wrong)
    assert list(tmp_path.iterdir()) == []
