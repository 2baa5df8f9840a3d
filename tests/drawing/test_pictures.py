"""What D2 cannot draw is told as such."""

from __future__ import annotations

import pytest

from dienstgraaf.drawing import RenderError, render


def test_a_text_without_a_box_is_told_to_be_an_empty_picture() -> None:
    with pytest.raises(RenderError, match=r"'a view' cannot be drawn: .*nothing in it"):
        render("direction: right", "a view")


def test_a_text_that_d2_does_not_understand_is_told_with_its_words() -> None:
    with pytest.raises(RenderError, match=r"'a view' cannot be drawn: .*in\.d2"):
        render("a: {", "a view")
