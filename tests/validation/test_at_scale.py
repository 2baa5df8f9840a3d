"""Many files and many errors: the same results as file by file, and only as many kept as are shown."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from dienstgraaf import Inventory
from dienstgraaf.generation import generate
from dienstgraaf.validation import ValidationReport
from dienstgraaf.validation.collecting import Collector, first_of_each
from dienstgraaf.validation.report import Finding


@pytest.fixture(scope="module")
def wrong(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four municipalities, with an error in every item that can have one."""
    folder = tmp_path_factory.mktemp("wrong") / "towns"
    generate(folder, 4, 3, 1.0)
    return folder


@pytest.fixture(scope="module")
def whole(wrong: Path) -> ValidationReport:
    return Inventory.load().validate(wrong)


def _told(finding: Finding) -> tuple[object, ...]:
    about = (finding.focus, finding.path, finding.value, finding.rule, finding.component)
    return (finding.file, finding.line, finding.column, finding.owner, *map(str, about))


def test_files_checked_together_give_what_each_gives_alone(wrong: Path, whole: ValidationReport) -> None:
    """Together they are too many for shapes to be narrowed to what they describe; alone they are not."""
    files = sorted(wrong.rglob("*.ttl"))
    assert len(files) > 16
    chosen = files[::5]
    others = [file for file in files if file not in chosen]
    inventory = Inventory.load([wrong])
    for file in chosen:
        alone = inventory.validate(file)
        assert alone.findings
        of_it = [finding for finding in whole.findings if finding.file == file]
        assert Counter(map(_told, alone.findings)) == Counter(map(_told, of_it))
    assert others


def test_with_a_limit_the_first_are_kept_and_all_are_counted(wrong: Path, whole: ValidationReport) -> None:
    few = Inventory.load().validate(wrong, limit=1)
    assert few.totals == whole.totals
    assert few.total == len(whole.findings) > 500
    assert len(few.findings) == 50
    expected = first_of_each(whole.findings, 1)
    assert Counter(map(_told, few.findings)) == Counter(map(_told, expected))


def test_no_more_is_kept_than_twice_what_is_shown(whole: ValidationReport) -> None:
    collector = Collector(2)
    most = 0
    for _ in range(5):
        for finding in whole.findings:
            collector.add(finding)
            most = max(most, len(collector._kept))
    assert most <= 2 * 2 * 50 + 1
    assert sum(collector.totals.values()) == 5 * len(whole.findings)


def test_order_of_arrival_does_not_matter(whole: ValidationReport) -> None:
    one, other = Collector(3), Collector(3)
    for finding in whole.findings:
        one.add(finding)
    for finding in reversed(whole.findings):
        other.add(finding)
    assert Counter(map(_told, one.findings())) == Counter(map(_told, other.findings()))
