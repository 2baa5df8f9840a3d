"""JSON that is harmless wherever it lands, in a page too."""

from __future__ import annotations

import json
from typing import Final

__all__ = ["to_json"]

_HARMLESS: Final = {char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def to_json(value: object) -> str:
    r"""Return `value` as JSON without `<`, `>` or `&`, so that it cannot end the script element that it stands in.

    >>> to_json("</script>")
    '"\\u003c/script\\u003e"'
    """
    text = json.dumps(value, ensure_ascii=False)
    for char, harmless in _HARMLESS.items():
        text = text.replace(char, harmless)
    return text
