"""Who may import whom: the layers of the package, read from its source."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

LAYERS: dict[str, int] = {
    # talks to people
    "__main__": 5,
    "catalogue": 5,
    "cli": 5,
    # what the product does
    "api": 4,
    "cards": 4,
    "circles": 4,
    "coverage": 4,
    "diagram": 4,
    "drawing": 4,
    "export": 4,
    "formatting": 4,
    "generation": 4,
    "impact": 4,
    "interview": 4,
    "matrix": 4,
    "mapping": 4,
    "naming": 4,
    "questions": 4,
    "reasoning": 4,
    "routes": 4,
    "structure": 4,
    "tables": 4,
    "validation": 4,
    # asks a store, and puts values into what is asked
    "_rdflib": 3,
    "_sparql": 3,
    "engine": 3,
    # finds and reads the files
    "inventory": 2,
    # the words of messages and errors, and the forms of a term: anyone may use them
    "_pages": 1,
    "_placing": 1,
    "errors": 1,
    "messages": 1,
    # knows nothing of dienstgraaf
    "shacl": 0,
    "turtle": 0,
}
"""The layer of each module directly under the package; imports go to the same or a lower number."""

STANDALONE = {"shacl", "turtle"}
ROOT = "dienstgraaf"
SPARQL = re.compile(
    r"\b(?:SELECT|ASK|CONSTRUCT|DESCRIBE)\s+(?:DISTINCT\b|REDUCED\b|WHERE\b|FROM\b|[?*{<(])"
    r"|\bWHERE\s*\{|\bVALUES\s+[?(]|\bPREFIX\s+[\w-]*:|\b(?:INSERT|DELETE)\s+(?:DATA\s*)?\{|\bORDER BY\b"
)


def top_level_modules(package: Path) -> set[str]:
    """The modules and packages directly under the package's folder."""
    files = {path.stem for path in package.glob("*.py")} - {"__init__"}
    return files | {path.parent.name for path in package.glob("*/__init__.py")}


def imports(path: Path, package: Path) -> Iterator[str]:
    """The names directly under the package that a file imports, wherever in the file it does."""
    here = (ROOT, *path.relative_to(package).parent.parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            start = here[: len(here) - node.level + 1] if node.level else ()
            module = ".".join([*start, *([node.module] if node.module else [])])
            names = [f"{module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            parts = name.split(".")
            if parts[0] == ROOT and len(parts) > 1 and not parts[1].startswith("__version"):
                yield parts[1]


def import_graph(package: Path) -> dict[str, set[str]]:
    """For each module under the package, the others that it imports."""
    graph: dict[str, set[str]] = {name: set() for name in top_level_modules(package)}
    for path in sorted(package.rglob("*.py")):
        name = path.relative_to(package).with_suffix("").parts[0]
        if name != "__init__":
            graph.setdefault(name, set()).update(set(imports(path, package)) - {name})
    return graph


def upward_imports(graph: dict[str, set[str]], layers: dict[str, int]) -> list[str]:
    """The imports that go up, or leave a standalone module, as "from -> to"."""
    return sorted(
        f"{name} -> {other}"
        for name, others in graph.items()
        for other in others
        if name in STANDALONE or layers.get(other, 0) > layers.get(name, 0)
    )


def sparql_strings(path: Path) -> list[str]:
    """The strings of a file that hold a query, docstrings aside, as "file:line"."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    return [
        f"{path.name}:{node.lineno}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in docstrings
        and SPARQL.search(node.value)
    ]


@pytest.fixture(scope="module")
def package(repo_root: Path) -> Path:
    return repo_root / "src" / ROOT


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A little package with one import up, one cycle and one query where none belongs."""
    files = {
        "__init__.py": "",
        "cli/__init__.py": "from dienstgraaf import api\nQUERY = 'SELECT ?s WHERE { ?s ?p ?o }'\n",
        "api.py": "from dienstgraaf.engine import store\n",
        "engine/__init__.py": "",
        "engine/store.py": "def f():\n    from ..api import x\n",
        "turtle/__init__.py": "import dienstgraaf.errors\n",
        "errors.py": '"""SELECT ?s WHERE { } is only spoken of."""\n',
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_every_module_under_the_package_has_a_layer(package: Path) -> None:
    modules = top_level_modules(package)
    assert modules, "the package is empty"
    assert sorted(modules - LAYERS.keys()) == [], "say in LAYERS where these belong"


def test_imports_go_down_only(package: Path) -> None:
    assert upward_imports(import_graph(package), LAYERS) == []


def test_no_two_modules_import_each_other_in_a_circle(package: Path) -> None:
    TopologicalSorter(import_graph(package)).prepare()


def test_the_command_line_holds_no_queries(package: Path) -> None:
    files = sorted((package / "cli").rglob("*.py"))
    assert files, "the command line is empty"
    assert [place for path in files for place in sparql_strings(path)] == []


def test_an_import_up_is_found_also_inside_a_function(sample: Path) -> None:
    assert upward_imports(import_graph(sample), LAYERS) == ["engine -> api", "turtle -> errors"]


def test_a_circle_is_found(sample: Path) -> None:
    with pytest.raises(CycleError, match="cycle"):
        TopologicalSorter(import_graph(sample)).prepare()


def test_a_query_in_a_string_is_found_and_one_in_a_docstring_is_not(sample: Path) -> None:
    assert sparql_strings(sample / "cli" / "__init__.py") == ["__init__.py:2"]
    assert sparql_strings(sample / "errors.py") == []
