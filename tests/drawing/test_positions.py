"""Where D2 put boxes and lines is read back from its picture."""

from __future__ import annotations

from itertools import pairwise

import pytest

from dienstgraaf.drawing import Positions, positions, render

PICTURE = """direction: right
a: "" {
  b: "" {width: 180; height: 60}
  c: "" {width: 180; height: 60}
}
d: "" {width: 180; height: 90}
e: "" {width: 180; height: 60}
a.b -> d
a.b -> d
e -> a
d -> e
a.b -> a.c
"""


@pytest.fixture(scope="module")
def found() -> Positions:
    return positions(render(PICTURE, "a picture"))


def test_each_box_is_found_with_its_own_size(found: Positions) -> None:
    assert set(found.boxes) == {"a", "a.b", "a.c", "d", "e"}
    assert found.boxes["a.b"][2:] == (180, 60)
    assert found.boxes["d"][2:] == (180, 90)


def test_a_box_lies_in_the_box_that_holds_it(found: Positions) -> None:
    x, y, width, height = found.boxes["a"]
    for name in ("a.b", "a.c"):
        left, top, wide, high = found.boxes[name]
        assert x < left
        assert y < top
        assert left + wide < x + width
        assert top + high < y + height


def test_the_picture_starts_at_its_top_left_corner(found: Positions) -> None:
    points = [point for lines in found.lines.values() for line in lines for point in line]
    points += [box[:2] for box in found.boxes.values()]
    assert min(x for x, _ in points) == 0
    assert min(y for _, y in points) == 0


def test_each_line_is_found_between_its_ends_wherever_these_are(found: Positions) -> None:
    assert {ends: len(lines) for ends, lines in found.lines.items()} == {
        ("a.b", "d"): 2,
        ("e", "a"): 1,
        ("d", "e"): 1,
        ("a.b", "a.c"): 1,
    }


def test_lines_go_from_corner_to_corner_straight(found: Positions) -> None:
    for lines in found.lines.values():
        for line in lines:
            assert len(line) >= 2
            assert all(x1 == x2 or y1 == y2 for (x1, y1), (x2, y2) in pairwise(line)), line


def test_a_line_starts_and_ends_at_the_edge_of_its_boxes(found: Positions) -> None:
    for (start, end), lines in found.lines.items():
        for line in lines:
            for name, (x, y) in ((start, line[0]), (end, line[-1])):
                left, top, width, height = found.boxes[name]
                assert left - 6 <= x <= left + width + 6
                assert top - 6 <= y <= top + height + 6
