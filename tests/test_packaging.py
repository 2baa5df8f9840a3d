"""The published package stands on its own: built, installed elsewhere, and used without the checkout or a network."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

KNOWLEDGE = ("ontology", "instances", "queries", "exports")
CHEAPEST_QUESTION = ("ask", "entry-points-for-non-digital-citizens", "--format", "json")


def run(*command: str | Path, cwd: Path, env: dict[str, str] | None = None) -> str:
    """Run a command and return what it prints; if it fails, so does the test, with all that it said."""
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=env, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, f"{command} gave {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def knowledge_files(root: Path) -> set[str]:
    """The Turtle and query files under the four folders, as paths from `root`."""
    return {
        path.relative_to(root).as_posix()
        for folder in KNOWLEDGE
        for path in (root / folder).rglob("*")
        if path.suffix in {".ttl", ".rq"}
    }


@pytest.fixture(scope="module")
def wheel(repo_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, made from the source distribution, as someone without the repository makes it."""
    dist = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", dist, repo_root, cwd=dist)
    (path,) = dist.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment with the wheel; what the package needs comes from the environment of the tests."""
    folder = tmp_path_factory.mktemp("elsewhere") / "venv"
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    python = folder / "bin" / "python"
    run(
        *(sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check", "--quiet"),
        *("install", "--no-index", "--no-deps", wheel),
        cwd=folder,
    )
    site = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip())
    needed = sorted({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")})
    (site / "_needed.pth").write_text("\n".join(needed) + "\n", encoding="utf-8")
    return folder


@pytest.fixture
def desk(tmp_path: Path) -> tuple[Path, dict[str, str]]:
    """An empty folder to work in, and an environment with an empty home and nothing of the checkout."""
    work, home = tmp_path / "work", tmp_path / "home"
    work.mkdir()
    home.mkdir()
    return work, {"PATH": os.defpath, "HOME": str(home), "LANG": "C.UTF-8"}


def test_the_wheel_carries_every_knowledge_file_and_the_licences(wheel: Path, repo_root: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    expected = {f"dienstgraaf/_data/{name}" for name in knowledge_files(repo_root)}
    assert expected, "the checkout holds no knowledge files"
    assert sorted(expected - names) == []
    assert "dienstgraaf/py.typed" in names
    assert {Path(name).name for name in names if "/licenses/" in name} == {"LICENSE", "CC0-1.0.txt"}


def test_the_wheel_carries_nothing_else(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"dienstgraaf"}
    assert not [name for name in zipfile.ZipFile(wheel).namelist() if "__pycache__" in name]


def test_the_installed_command_says_its_version(elsewhere: Path, desk: tuple[Path, dict[str, str]]) -> None:
    work, env = desk
    assert "0.1.0" in run(elsewhere / "bin" / "dienstgraaf", "--version", cwd=work, env=env)


def test_the_installed_command_answers_a_question(elsewhere: Path, desk: tuple[Path, dict[str, str]]) -> None:
    work, env = desk
    answer = json.loads(run(elsewhere / "bin" / "dienstgraaf", *CHEAPEST_QUESTION, cwd=work, env=env))
    assert {"provider", "entryPoint", "channel", "segments"} <= set(answer["head"]["vars"])
    assert len(answer["results"]["bindings"]) > 10


def test_the_installed_package_reads_what_it_carries(elsewhere: Path, desk: tuple[Path, dict[str, str]]) -> None:
    work, env = desk
    ask = "from dienstgraaf.inventory.layout import shipped; s = shipped(); "
    ask += f"print({', '.join(f's.{name}' for name in KNOWLEDGE)})"
    folders = run(elsewhere / "bin" / "python", "-c", ask, cwd=work, env=env).split()
    assert [Path(folder).name for folder in folders] == list(KNOWLEDGE)
    for folder in folders:
        assert Path(folder).resolve().is_relative_to(elsewhere.resolve())
        assert "_data" in Path(folder).parts


def test_the_installed_command_makes_a_page_of_an_interview(elsewhere: Path, desk: tuple[Path, dict[str, str]]) -> None:
    work, env = desk
    run(elsewhere / "bin" / "dienstgraaf", "interview", "SVB", "-o", "svb.html", cwd=work, env=env)
    assert "Social Insurance Bank" in (work / "svb.html").read_text("utf-8")


@pytest.mark.parametrize("name", ["matrix.html", "matrix.svg"])
def test_the_installed_command_draws_a_matrix(elsewhere: Path, desk: tuple[Path, dict[str, str]], name: str) -> None:
    work, env = desk
    run(elsewhere / "bin" / "dienstgraaf", "matrix", "--provider", "SVB", "-o", name, cwd=work, env=env)
    assert "Social Insurance Bank" in (work / name).read_text("utf-8")
