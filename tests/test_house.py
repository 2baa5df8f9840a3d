"""What holds the project together: pinned tools, one version, the commands of make, the description for catalogues."""

from __future__ import annotations

import re
import subprocess
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;#]+)$")


@pytest.fixture(scope="module")
def project(repo_root: Path) -> dict:
    return tomllib.loads((repo_root / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def pins(repo_root: Path) -> dict[str, str]:
    """The packages of constraints.txt and their versions; any other kind of line is an error."""
    lines = (repo_root / "constraints.txt").read_text(encoding="utf-8").splitlines()
    matches = [PIN.match(line) for line in lines if line and not line.startswith("#")]
    assert all(matches), "constraints.txt holds more than NAME==VERSION: no address, no hash, no option belongs there"
    return {canonicalize_name(match[1]): match[2] for match in matches if match}


def needed(requirements: list[str]) -> dict[str, str]:
    """Every package that the requirements bring here, and theirs, with the requirement that first asked for it."""
    found: dict[str, str] = {}
    waiting = [Requirement(text) for text in requirements]
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name in found and not requirement.extras:
            continue
        found[name] = str(requirement)
        try:
            theirs = [Requirement(text) for text in distribution(name).requires or []]
        except PackageNotFoundError:
            continue
        extras = ["", *requirement.extras]
        waiting += [
            each
            for each in theirs
            if not each.marker or any(each.marker.evaluate({"extra": extra}) for extra in extras)
        ]
    return found


def test_every_package_that_is_installed_built_or_tested_with_is_pinned(project: dict, pins: dict[str, str]) -> None:
    declared = [
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["test"],
        *project["build-system"]["requires"],
    ]
    packages = needed(declared)
    assert len(packages) > len(declared) // 2
    assert sorted(packages.keys() - pins.keys()) == []


def test_every_pin_lies_within_what_the_project_asks_for(project: dict, pins: dict[str, str]) -> None:
    declared = project["project"]["dependencies"] + project["project"]["optional-dependencies"]["test"]
    for requirement in map(Requirement, declared):
        assert requirement.specifier.contains(Version(pins[canonicalize_name(requirement.name)])), requirement


def test_the_version_is_the_same_in_every_place(project: dict, repo_root: Path) -> None:
    version = project["project"]["version"]
    ontology = (repo_root / "ontology" / "dienstgraaf.ttl").read_text(encoding="utf-8")
    public = yaml.safe_load((repo_root / "publiccode.yml").read_text(encoding="utf-8"))
    assert public["softwareVersion"] == version
    assert f'owl:versionInfo "{version}"' in ontology


def test_make_without_a_target_lists_every_command(repo_root: Path) -> None:
    makefile = (repo_root / "Makefile").read_text(encoding="utf-8")
    (phony,) = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    listed = subprocess.run(["make"], cwd=repo_root, capture_output=True, text=True, check=True).stdout
    assert re.findall(r"^  make (\S+) +\S", listed, re.MULTILINE) == phony.split()


def test_the_description_for_catalogues_says_in_both_languages_what_this_is(repo_root: Path) -> None:
    public = yaml.safe_load((repo_root / "publiccode.yml").read_text(encoding="utf-8"))
    assert public["description"].keys() == {"nl", "en"}
    for text in public["description"].values():
        assert len(text["shortDescription"]) <= 150 <= len(text["longDescription"]) <= 10_000
        assert len(text["features"]) >= 5


def test_every_page_of_the_documentation_is_in_its_index(repo_root: Path) -> None:
    linked = re.findall(r"\]\(([\w-]+\.md)\)", (repo_root / "docs" / "README.md").read_text(encoding="utf-8"))
    assert {path.name for path in (repo_root / "docs").glob("*.md")} == {"README.md", *linked}
