"""Lines through boxes, lines that cross and lines that run too close are seen."""

from __future__ import annotations

from dienstgraaf.drawing import flaws, render


def picture(*paths: str, boxes: str = "") -> str:
    lines = "".join(f'<path d="{path}" stroke="#000" fill="none" class="connection" />' for path in paths)
    return f'<svg viewBox="0 0 1000 500">{boxes}{lines}</svg>'


BOX = '<rect x="100" y="100" width="200" height="100" rx="12" stroke="#111" fill="#fff" />'
CLUSTER = '<rect x="50" y="50" width="400" height="300" stroke="#ccc" fill="#fff" />'


def test_a_line_through_a_box_is_seen_and_one_that_ends_at_it_is_not() -> None:
    assert flaws(picture("M 0 150 L 400 150", boxes=BOX)) == (1, 0, 500)
    assert flaws(picture("M 0 150 L 98 150", boxes=BOX)) == (0, 0, 500)


def test_a_line_into_a_cluster_is_no_flaw_but_one_through_a_box_in_it_is() -> None:
    assert flaws(picture("M 0 320 L 440 320", boxes=CLUSTER + BOX))[0] == 0
    assert flaws(picture("M 0 150 L 440 150", boxes=CLUSTER + BOX))[0] == 1


def test_a_line_through_the_title_of_a_cluster_is_seen() -> None:
    title = (
        f'<g class="shape">{CLUSTER}</g><text x="250" y="90" style="text-anchor:middle;font-size:30px">partners</text>'
    )
    assert flaws(picture("M 250 0 L 250 95", boxes=title + BOX))[0] == 1
    assert flaws(picture("M 400 0 L 400 200", boxes=title + BOX))[0] == 0


def test_lines_that_cross_or_run_close_together_for_long_are_counted() -> None:
    assert flaws(picture("M 0 100 L 400 100", "M 200 0 L 200 300"))[1] == 1
    assert flaws(picture("M 0 100 L 400 100", "M 0 110 L 400 110"))[1] == 3
    assert flaws(picture("M 0 100 L 400 100", "M 0 140 L 400 140"))[1] == 0
    assert flaws(picture("M 0 100 L 150 100", "M 0 110 L 150 110"))[1] == 0


def test_a_picture_of_d2_is_judged_as_it_is() -> None:
    through, entangled, size = flaws(render("a -> b\na -> c\n", "t"))
    assert (through, entangled) == (0, 0)
    assert size > 0
