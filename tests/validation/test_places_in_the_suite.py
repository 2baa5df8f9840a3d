"""Every result in the test suite of SHACL has a place, words in both languages, and no label of a blank node."""

from __future__ import annotations

import re
from pathlib import Path

from dienstgraaf.validation import FORMATS, validate, write_report


def test_every_result_of_the_core_tests_has_a_place_and_words(shared: Path) -> None:
    total = 0
    for path in sorted((shared / "standards" / "w3c-shacl-suite" / "tests" / "core").rglob("*.ttl")):
        if "sh:" not in path.read_text("utf-8"):  # a list of the others, or only their data
            continue
        report = validate((), [path], [path], only_shapes=True)
        total += len(report.findings)
        for finding in report.findings:
            assert finding.line, path
            assert finding.column, path
            assert finding.message("nl") != finding.message("en") or finding.messages
        for name in FORMATS:
            written = write_report(report, name, "en", limit=0)
            assert name == "turtle" or not re.search(r"\bb[0-9a-f]{8,}n\d|_:b[0-9a-f]{8}", written), path
    assert total > 150
