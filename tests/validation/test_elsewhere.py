"""What a server or a store on disk holds is checked there: the same results as from the files, by graph and subject."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from click.testing import CliRunner, Result
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from dienstgraaf import DienstgraafError, Inventory
from dienstgraaf.cli import program
from dienstgraaf.generation import generate
from dienstgraaf.inventory import at, shipped, source_files
from dienstgraaf.validation import Finding, ValidationReport
from servers import FlakyServer, SparqlServer

NAMELESS = """@prefix ex: <http://example.org/> .
ex:desk ex:hours [ ex:day ex:monday ; ex:opens 9 , 10 ] ; ex:part [ ex:hours [ ex:opens 1 , 2 ] ] .
ex:list ex:items ( [ ex:opens 3 , 4 ] ) .
"""
SHAPES = """@prefix ex: <http://example.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> .
ex:hours sh:targetSubjectsOf ex:opens ; sh:property [ sh:path ex:opens ; sh:maxCount 1 ] .
"""


@pytest.fixture(scope="module")
def wrong(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wrong") / "towns"
    generate(folder, 1, 5, 1.0)
    return folder


@pytest.fixture(scope="module")
def by_file(wrong: Path) -> ValidationReport:
    return Inventory.load([wrong]).validate(wrong)


@pytest.fixture(scope="module")
def store(wrong: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stores") / "towns.db"
    assert Inventory.load([wrong]).save_store(folder) > 30_000
    return folder


@pytest.fixture
def endpoint(wrong: Path, sparql_process: SparqlServer) -> str:
    sparql_process.clear()
    _put(sparql_process, wrong)
    return sparql_process.query_url


def _put(server: SparqlServer, folder: Path) -> None:
    """Put the inventory with `folder` on the server, each file in its graph."""
    lines = "".join(f"{quad} .\n" for quad in Inventory.load([folder], inferred=False).quads())
    headers = {"Content-Type": "application/n-quads"}
    urlopen(Request(f"{server.base}/store", lines.encode(), headers), timeout=120).close()


def _told(finding: Finding) -> tuple[str, ...]:
    about = (finding.focus, finding.path, finding.value, finding.rule, finding.component, finding.graph)
    return tuple(map(str, about))


def _run(*args: str) -> Result:
    result = CliRunner().invoke(program, ["validate", "--lang", "en", *args])
    assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
    return result


def test_a_store_gives_what_the_files_give(store: Path, by_file: ValidationReport) -> None:
    report = Inventory.load().validate(store=store)
    assert len(report.findings) > 100
    assert Counter(map(_told, report.findings)) == Counter(map(_told, by_file.findings))
    assert sum(finding.owner is not None for finding in report.findings) > len(report.findings) / 2
    owners = {_told(each): each.owner for each in by_file.findings}
    assert all(each.owner in (None, owners[_told(each)]) for each in report.findings)
    assert not any(finding.line or finding.file for finding in report.findings)


def test_an_endpoint_gives_what_the_files_give(endpoint: str, by_file: ValidationReport, wrong: Path) -> None:
    report = Inventory.load(endpoint=endpoint).validate()
    owners = {_told(each): each.owner for each in by_file.findings}
    assert all(each.owner in (None, owners[_told(each)]) for each in report.findings)
    assert Counter(map(_told, report.findings)) == Counter(map(_told, by_file.findings))
    assert report.graphs == len(source_files([shipped(), at(wrong)]))


def test_a_result_names_graph_and_subject_and_who_is_responsible(endpoint: str, wrong: Path, store: Path) -> None:
    for options in (["--endpoint", endpoint], ["--store", str(store)]):
        result = _run(*options, "--limit", "1")
        assert result.exit_code == 1
        first = result.stdout.splitlines()[0]
        assert re.match(rf"<https://w3id.org/dienstgraaf/graph/data/{wrong.name}/\S+> \S.*: violation \[rule:", first)
        assert "why: " in result.stdout
        assert "to mend it: " in result.stdout
        assert re.search(r"\d+ violations, \d+ warnings, 0 notes in \d+ graphs\.", result.stdout)
        assert "_:" not in result.stdout


@pytest.mark.parametrize("name", ["text", "json", "sarif", "junit", "github", "turtle", "html", "csv"])
def test_every_format_can_do_without_lines(store: Path, name: str) -> None:
    result = _run("--store", str(store), "--format", name)
    assert result.exit_code == 1
    assert result.stdout
    if name == "json":
        finding = json.loads(result.stdout)["findings"][0]
        assert finding["file"] is finding["line"] is None
        assert finding["graph"].startswith("https://w3id.org/dienstgraaf/graph/data/")


@pytest.fixture
def shapes(tmp_path: Path) -> str:
    (tmp_path / "shapes.ttl").write_text(SHAPES, "utf-8")
    return str(tmp_path / "shapes.ttl")


@pytest.mark.parametrize("where", ["--endpoint", "--store"])
def test_a_node_without_a_name_is_told_by_what_it_hangs_in(
    tmp_path: Path, shapes: str, sparql_server: SparqlServer, where: str
) -> None:
    quads = tmp_path / "data.nq"
    graph = NamedNode("http://example.org/graph")
    found = [Quad(each.subject, each.predicate, each.object, graph) for each in parse(NAMELESS, RdfFormat.TURTLE)]
    quads.write_text("".join(f"{quad} .\n" for quad in found), "utf-8")
    if where == "--store":
        place = str(tmp_path / "data.db")
        Inventory.load().save_store(place, [quads])
    else:
        place = sparql_server.query_url
        headers = {"Content-Type": "application/n-quads"}
        urlopen(Request(f"{sparql_server.base}/store", quads.read_bytes(), headers), timeout=60).close()
    result = _run(where, place, "--shapes", shapes, "--only-shapes")
    assert result.exit_code == 1
    lines = [line for line in result.stdout.splitlines() if ": violation" in line]
    subjects = sorted(line.partition("> ")[2].partition(": violation")[0] for line in lines)
    assert [line.partition("> ")[0] for line in lines] == ["<http://example.org/graph"] * 3
    assert "the <http://example.org/hours> of <http://example.org/desk>" in subjects[0] + subjects[1]
    assert any("hours> of the <http://example.org/part> of <http://example.org/desk>" in each for each in subjects)
    assert any("of <http://example.org/list>" in each for each in subjects)
    assert "_:" not in result.stdout


def test_an_endpoint_that_dies_half_way_is_told_and_nothing_is_written(
    endpoint: str, flaky_server: FlakyServer, tmp_path: Path
) -> None:
    target = tmp_path / "report.json"
    target.write_text("the old report", "utf-8")
    assert endpoint == flaky_server.behind.query_url
    result = _run("--endpoint", flaky_server.url, "--format", "json", "-o", str(target))
    assert result.exit_code == 2
    assert flaky_server.answered > 100
    assert flaky_server.url in result.stderr
    assert target.read_text("utf-8") == "the old report"
    assert list(tmp_path.iterdir()) == [target]


def test_a_shape_that_cannot_be_compiled_is_an_error_at_an_endpoint_and_told_for_a_store(
    endpoint: str, store: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own.ttl"
    own.write_text(
        "@prefix ex: <http://example.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> .\n"
        "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
        "ex:s sh:targetSubjectsOf ex:size ; sh:property [ sh:path ex:size ; sh:datatype xsd:byte ] .\n",
        "utf-8",
    )
    result = _run("--endpoint", endpoint, "--shapes", str(own), "--only-shapes")
    assert result.exit_code == 2
    assert "cannot be compiled to SPARQL, and so cannot be checked at the endpoint" in result.stderr
    result = _run("--store", str(store), "--shapes", str(own), "--only-shapes")
    assert result.exit_code == 0
    assert "was checked by pySHACL" in result.stdout
    result = _run("--store", str(store), "--shapes", str(own), "--only-shapes", "--format", "csv")
    assert "was checked by pySHACL" in result.stderr


def test_what_is_checked_is_one_thing(store: Path, endpoint: str, tmp_path: Path) -> None:
    assert "not two of these" in _run("--store", str(store), str(tmp_path)).stderr
    assert "not two of these" in _run("--store", str(store), "--endpoint", endpoint).stderr
    assert "is no store on disk" in _run("--store", str(tmp_path)).stderr


def test_an_endpoint_that_lacks_what_is_needed_is_never_said_to_be_fine(
    sparql_server: SparqlServer, apart_server: SparqlServer, wrong: Path
) -> None:
    assert "is empty: there is nothing to check" in _run("--endpoint", sparql_server.query_url).stderr
    _put(apart_server, wrong)
    result = _run("--endpoint", apart_server.query_url)
    assert result.exit_code == 2
    assert "union of all graphs" in result.stderr
    headers = {"Content-Type": "application/n-quads"}
    line = b"<urn:a> <urn:b> <urn:c> <urn:g> .\n"
    urlopen(Request(f"{sparql_server.base}/store", line, headers), timeout=60).close()
    result = _run("--endpoint", sparql_server.query_url)
    assert result.exit_code == 2
    assert "the ontology of dienstgraaf is not there" in result.stderr


def test_a_store_that_is_damaged_is_told(store: Path, tmp_path: Path) -> None:
    broken = Path(shutil.copytree(store, tmp_path / "broken"))
    (broken / "CURRENT").write_text("MANIFEST-999999\n", "utf-8")
    result = _run("--store", str(broken))
    assert result.exit_code == 2
    assert f"cannot open the store {broken}" in result.stderr


def test_a_store_appears_whole_or_not_at_all(wrong: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.nq"
    bad.write_text("<urn:a> <urn:b> <urn:c> <urn:g> .\n<urn:a> <urn:b> oops .\n", "utf-8")
    inventory = Inventory.load()
    with pytest.raises(DienstgraafError, match=r"bad\.nq:2:17: "):
        inventory.save_store(tmp_path / "new.db", [bad])
    assert [path.name for path in tmp_path.iterdir()] == ["bad.nq"]
    with pytest.raises(DienstgraafError, match="is not empty"):
        inventory.save_store(wrong)
