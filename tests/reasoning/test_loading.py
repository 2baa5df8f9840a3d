"""Loading knowledge with what follows from it, fresh and from the cache."""

from __future__ import annotations

import importlib
import subprocess
import sys

import pytest
from pyoxigraph import CanonicalizationAlgorithm, Dataset

from dienstgraaf.inventory import Layout, TurtleSyntaxError, at
from dienstgraaf.inventory.namespaces import INFERRED_GRAPH, prologue
from dienstgraaf.reasoning import RuleError, knowledge_files, load_engine, loading

INFERRED = f"ASK {{ GRAPH <{INFERRED_GRAPH}> {{ <urn:desk> a dg:InventoryItem }} }}"


@pytest.fixture
def folder(tmp_path):
    """A folder of the user's own, with one entry point."""
    made = tmp_path / "mine"
    made.mkdir()
    (made / "desk.ttl").write_text(prologue(["dg"]) + "<urn:desk> a dg:EntryPoint ; dg:condition [ dg:season 'x' ] .")
    return made


@pytest.fixture
def never(monkeypatch):
    """Reasoning is not to happen from now on."""

    def forbid():
        module = importlib.import_module("dienstgraaf.reasoning.infer")
        monkeypatch.setattr(module, "infer", lambda *args: pytest.fail("worked out anew"))

    return forbid


def canonical(engine):
    dataset = Dataset(engine)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return set(dataset)


def test_what_comes_from_the_cache_is_what_was_worked_out(folder, cache, never):
    fresh = load_engine([at(folder)])
    assert len(list(cache.iterdir())) == 1
    never()
    cached = load_engine([at(folder)])
    assert fresh.ask(INFERRED)
    assert canonical(cached) == canonical(fresh)


def test_without_inference_only_the_files_are_loaded(folder, cache):
    engine = load_engine([at(folder)], inferred=False)
    assert not engine.ask(INFERRED)
    assert engine.ask("ASK { <urn:desk> a dg:EntryPoint }")
    assert not cache.exists()


def test_the_ontology_of_the_package_always_takes_part_and_its_instances_only_when_asked_for(folder):
    names = [file.graph for file in knowledge_files([at(folder)])]
    assert any(name.endswith("/graph/ontology/dienstgraaf") for name in names)
    assert any(name.endswith("/graph/data/mine/desk") for name in names)
    assert not any("/graph/instances/" in name for name in names)


@pytest.mark.parametrize("change", ["content", "new file", "renamed", "removed", "rule", "own rule"])
def test_any_change_is_seen_at_once(folder, change, tmp_path, monkeypatch):
    (folder / "other.ttl").write_text("<urn:other> a <urn:Thing> .")
    before = loading._key(*inputs(folder))
    if change == "content":
        (folder / "desk.ttl").write_text("<urn:desk> a <urn:Other> .")
    elif change == "new file":
        (folder / "sub").mkdir()
        (folder / "sub" / "new.ttl").write_text("")
    elif change == "renamed":
        (folder / "other.ttl").rename(folder / "renamed.ttl")
    elif change == "removed":
        (folder / "other.ttl").unlink()
    elif change == "rule":
        (folder / "ontology" / "rules").mkdir(parents=True)
        (folder / "ontology" / "rules" / "a.rq").write_text("CONSTRUCT WHERE { ?s ?p ?o }")
    else:
        monkeypatch.setattr(loading, "_fingerprint", lambda package: b"another version of the reasoner")
    assert loading._key(*inputs(folder)) != before


def inputs(folder):
    from dienstgraaf.inventory import rule_files

    layouts = [Layout(folder, folder.name)]
    return knowledge_files(layouts), rule_files(layouts)


def test_a_changed_file_changes_the_answer(folder):
    assert load_engine([at(folder)]).ask(INFERRED)
    (folder / "desk.ttl").write_text("<urn:desk> a <urn:Other> .")
    assert not load_engine([at(folder)]).ask(INFERRED)


def test_a_damaged_cache_gives_the_same_answer(folder, cache):
    load_engine([at(folder)])
    (path,) = cache.iterdir()
    path.write_bytes(path.read_bytes()[:5000])
    assert load_engine([at(folder)]).ask(INFERRED)


def test_a_cache_that_cannot_be_gives_the_same_answer(folder, cache):
    cache.write_text("in the way")
    assert load_engine([at(folder)]).ask(INFERRED)


def test_rules_of_the_users_own_apply(folder):
    (folder / "ontology" / "rules").mkdir(parents=True)
    (folder / "instances").mkdir()
    (folder / "desk.ttl").rename(folder / "instances" / "desk.ttl")
    rule = folder / "ontology" / "rules" / "mine.rq"
    rule.write_text("CONSTRUCT { ?x a <urn:Mine> } WHERE { ?x a dg:EntryPoint }")
    assert load_engine([at(folder)]).ask("ASK { <urn:desk> a <urn:Mine> }")
    rule.write_text("CONSTRUCT { ?x a <urn:Mine> WHERE { ?x a dg:EntryPoint }")
    with pytest.raises(RuleError, match=r"mine\.rq:1:"):
        load_engine([at(folder)])


def test_a_broken_file_is_told_and_nothing_is_kept(folder, cache):
    (folder / "broken.ttl").write_text("<urn:a> <urn:b> .")
    with pytest.raises(TurtleSyntaxError, match=r"broken\.ttl:1:17"):
        load_engine([at(folder)])
    assert not cache.exists()


def test_from_the_cache_nothing_heavy_is_imported(folder):
    load_engine([at(folder)])
    code = (
        "import sys; from pathlib import Path; from dienstgraaf.inventory import at;"
        "from dienstgraaf.reasoning import load_engine;"
        f"assert load_engine([at(Path({str(folder)!r}))]).ask({INFERRED!r});"
        "print([name for name in ('rdflib', 'reasonable', 'owlrl', 'SPARQLWrapper', 'pyshacl') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
