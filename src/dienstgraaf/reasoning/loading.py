"""Loads the knowledge of some layouts into an engine, with what follows from it: from the cache, or worked out."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, serialize

from dienstgraaf.engine import EmbeddedEngine
from dienstgraaf.inventory import Layout, SourceFile, digest, read_quads, rule_files, shipped, source_files
from dienstgraaf.inventory.namespaces import INFERRED_GRAPH
from dienstgraaf.reasoning.cache import read_cached, write_cached

__all__ = ["knowledge_files", "load_engine", "load_facts"]


def knowledge_files(layouts: Sequence[Layout]) -> list[SourceFile]:
    """Return the files of `layouts`, and those of the ontology that comes with the package, sorted by graph."""
    return sorted({*source_files(layouts), *source_files([shipped()], parts=("ontology",))})


def load_engine(layouts: Sequence[Layout], *, inferred: bool = True) -> EmbeddedEngine:
    """Return an engine with the knowledge of `layouts`, one named graph a file.

    Args:
        layouts: where the knowledge is. The ontology and rules that come with the package always take part.
        inferred: whether what follows is added, in the graph `INFERRED_GRAPH`.

    Raises:
        TurtleSyntaxError: if a file cannot be read.
        RuleError: if a rule is wrong.
    """
    files = knowledge_files(layouts)
    if not inferred:
        return _engine_of(quad for file in files for quad in read_quads(file))
    rules = sorted({*rule_files(layouts), *rule_files([shipped()])}, key=lambda path: (path.name, str(path)))
    key = _key(files, rules)
    body = read_cached(key)
    if body is not None:
        store = Store()
        store.bulk_load(body, format=RdfFormat.N_QUADS, lenient=True)
        return EmbeddedEngine(store)
    quads = _all_quads(files, rules)
    write_cached(key, serialize(quads, format=RdfFormat.N_QUADS) or b"")
    return _engine_of(quads)


def load_facts(layouts: Sequence[Layout]) -> EmbeddedEngine:
    """Return an engine with what the files of `layouts` say, all in one graph, and nothing that follows from it.

    That takes a third of the time of `load_engine`, and gives blank nodes other names each time.

    Raises:
        TurtleSyntaxError: if a file cannot be read.
    """
    store = Store()
    for file in knowledge_files(layouts):
        try:
            store.load(path=file.path, format=RdfFormat.TURTLE, base_iri=file.graph, to_graph=DefaultGraph())
        except (OSError, SyntaxError, ValueError):
            quads = read_quads(file)  # tells what is wrong, and where; or reads on where that is only a byte order mark
            store.extend(Quad(each.subject, each.predicate, each.object) for each in quads)
    return EmbeddedEngine(store)


def _engine_of(quads: object) -> EmbeddedEngine:
    engine = EmbeddedEngine()
    engine.load(quads)  # type: ignore[arg-type]
    return engine


def _all_quads(files: Sequence[SourceFile], rules: Sequence[Path]) -> list[Quad]:
    from dienstgraaf.reasoning.infer import infer
    from dienstgraaf.reasoning.rules import read_rules

    quads = [quad for file in files for quad in read_quads(file)]
    graph = NamedNode(INFERRED_GRAPH)
    new = infer(quads, read_rules(rules))
    return quads + [Quad(each.subject, each.predicate, each.object, graph) for each in new]


def _key(files: Sequence[SourceFile], rules: Sequence[Path]) -> str:
    """What the result depends on: all files, the rules, the code of this package, and the reasoner."""
    total = hashlib.sha256(digest(files).encode())
    package = Path(__file__).parent
    own = sorted([*package.glob("*.py"), *package.glob("rules/*.rq"), *package.parent.glob("inventory/*.py")])
    for path in [*rules, *own]:
        total.update(path.name.encode() + b"\0" + hashlib.sha256(_content(path)).digest())
    total.update(pyoxigraph.__version__.encode() + b"\0" + _fingerprint("reasonable"))
    return total.hexdigest()


def _content(path: Path) -> bytes:
    """The content of `path`; what cannot be read is reported by whoever needs it."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _fingerprint(package: str) -> bytes:
    """Names, sizes and times of a package's files: cheaper than importing it or asking for its version."""
    spec = find_spec(package)
    folder = Path(spec.origin).parent if spec and spec.origin else None
    found = sorted(path for path in folder.iterdir() if path.is_file()) if folder else []
    return repr([(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in found]).encode()
