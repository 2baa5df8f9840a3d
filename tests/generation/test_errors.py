"""Every error that is listed is found where the list says, and nothing else is found."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, NamedNode, RdfFormat, parse

from dienstgraaf.generation import KINDS, generate
from dienstgraaf.generation.chance import Chance
from dienstgraaf.generation.errors import Mistake
from dienstgraaf.generation.listing import COLUMNS, list_of_errors
from dienstgraaf.generation.plan import Plan
from dienstgraaf.generation.rules import shipped_rules
from dienstgraaf.generation.spoiling import Task
from dienstgraaf.generation.supplying import make_supplier
from dienstgraaf.generation.writing import FolderWriter
from dienstgraaf.inventory import read_quads, shape_files, shipped
from dienstgraaf.inventory.namespaces import PREFIXES
from dienstgraaf.messages import LANGUAGES, text
from dienstgraaf.validation import validate

NOT_COMPONENTS = frozenset(
    ("alternativePath", "message", "path", "property", "select", "severity", "targetClass", "targetSubjectsOf")
)
"""What the shapes say in the namespace of SHACL that is no constraint by itself."""

Rows = list[dict[str, str]]


def rows_of(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def expected(rows: Rows) -> dict[tuple[str, str], str]:
    """The kind of each focus and rule that the list promises."""
    return {(row["focus"], rule): row["kind"] for row in rows for rule in (row["rule"], *row["also"].split())}


def found(folder: Path) -> set[tuple[str, str]]:
    """The focus and rule of each finding of the validator."""
    report = validate([shipped()], [folder])
    assert not report.unreadable
    return {(finding.focus.value, finding.rule) for finding in report.findings}


@pytest.fixture(scope="module")
def one_of_each(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A municipality with two errors of each kind as far as its items allow, and the list of them."""
    folder = tmp_path_factory.mktemp("each")
    plan = Plan(1, 3)
    drafts = make_supplier(plan, plan.municipality(0))
    chance, taken = Chance("test"), set()
    mistakes = defaultdict(list)
    for kind in sorted(KINDS.values(), key=lambda each: not each.rare):
        done = 0
        for draft in drafts:
            for item in draft.items:
                if done < 2 and item.name not in taken:
                    spoilt = kind.spoil(Task(item, shipped_rules(), chance))
                    if spoilt is not None:
                        taken.add(item.name)
                        mistakes[draft.name].append(Mistake(kind.slug, item, spoilt))
                        done += 1
    with list_of_errors(folder / "errors.csv") as rows:
        writer = FolderWriter(folder / "made", rows)
        for draft in drafts:
            writer.write(draft, mistakes[draft.name])
    return folder / "made", folder / "errors.csv"


def test_every_kind_is_found_by_the_validator_and_implies_nothing_that_is_not_listed(
    one_of_each: tuple[Path, Path],
) -> None:
    folder, listed = one_of_each
    promised = expected(rows_of(listed))
    assert set(promised.values()) == KINDS.keys()
    assert found(folder) == promised.keys()


def test_an_inventory_where_everything_is_wrong_is_found_so_item_by_item(tmp_path: Path) -> None:
    made = generate(tmp_path / "made", 1, seed=5, errors=1)
    rows = rows_of(tmp_path / "made-errors.csv")
    assert found(tmp_path / "made") == expected(rows).keys()
    subjects = {
        quad.subject.value
        for path in (tmp_path / "made").rglob("*.ttl")
        for quad in parse(path=path, format=RdfFormat.TURTLE)
        if "/graph/" not in quad.subject.value
    }
    assert {row["focus"] for row in rows} == subjects
    assert len(rows) == made.errors == len(subjects)


def test_each_error_stands_on_the_line_that_the_list_names(one_of_each: tuple[Path, Path]) -> None:
    folder, listed = one_of_each
    for row in rows_of(listed):
        lines = (folder / row["file"]).read_text(encoding="utf-8").splitlines()
        line, local = lines[int(row["line"]) - 1], row["focus"].rpartition("/")[2]
        if row["value"] and row["property"].endswith("#type"):
            assert line.split()[0].endswith(f":{local}")
            assert row["value"].rpartition("#")[2] in line
        elif row["value"]:
            assert row["value"].split("/")[-1] in line, row
        else:
            assert line.split()[0].endswith(f":{local}"), row


def test_the_list_of_a_stream_names_lines_of_the_stream(tmp_path: Path) -> None:
    from dienstgraaf.generation import Wish, stream_to_file

    stream_to_file(tmp_path / "made.nq", Wish(1, errors=0.3), tmp_path / "list.csv")
    lines = (tmp_path / "made.nq").read_text(encoding="utf-8").splitlines()
    rows = rows_of(tmp_path / "list.csv")
    assert rows
    for row in rows:
        line = lines[int(row["line"]) - 1]
        assert line.startswith(f"<{row['focus']}> ")
        if row["value"]:
            assert f"<{row['property']}>" in line
            assert row["value"] in line


def test_the_kinds_cover_every_constraint_component_that_the_shapes_use() -> None:
    used = {
        quad.predicate.value.removeprefix(PREFIXES["sh"])
        for file in shape_files([shipped()])
        for quad in read_quads(file)
        if isinstance(quad.subject, NamedNode | BlankNode) and quad.predicate.value.startswith(PREFIXES["sh"])
    }
    covered = {component for kind in KINDS.values() for component in kind.components}
    assert used - NOT_COMPONENTS - covered == set()
    assert len(KINDS) >= 20


def test_every_kind_is_explained_in_both_languages_and_in_the_documentation(repo_root: Path) -> None:
    page = (repo_root / "docs" / "generation.md").read_text(encoding="utf-8")
    for slug in KINDS:
        assert all(text(f"kind-{slug}", lang) for lang in LANGUAGES)
        assert f"| `{slug}` | {text(f'kind-{slug}', 'en')} |" in page


def test_the_share_of_errors_is_what_was_asked(tmp_path: Path) -> None:
    few = generate(tmp_path / "few", 3, errors=0.05).errors
    all_ = generate(tmp_path / "all", 3, errors=1).errors
    assert 0.03 < few / all_ < 0.07


def test_only_the_chosen_kinds_come(tmp_path: Path) -> None:
    generate(tmp_path / "made", 1, errors=1, kinds=["hop-to-itself", "status-missing"], error_list=tmp_path / "e.csv")
    rows = rows_of(tmp_path / "e.csv")
    assert list(rows[0]) == list(COLUMNS)
    assert {row["kind"] for row in rows} == {"hop-to-itself", "status-missing"}


def test_errors_change_nothing_in_the_other_items(tmp_path: Path) -> None:
    generate(tmp_path / "clean", 1)
    generate(tmp_path / "made", 1, errors=0.02)
    wrong = {row["focus"] for row in rows_of(tmp_path / "made-errors.csv")}
    assert wrong

    def sound(folder: Path) -> set[str]:
        quads = (quad for path in folder.rglob("*.ttl") for quad in parse(path=path, format=RdfFormat.TURTLE))
        return {str(quad.triple) for quad in quads if quad.subject.value not in wrong}

    assert sound(tmp_path / "clean") == sound(tmp_path / "made")
