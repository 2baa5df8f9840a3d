"""What the tests of exports share: a label that tries every format, and the bytes of an export."""

from __future__ import annotations

import io

from dienstgraaf import Inventory

HOSTILE = "\"quo'te\" \n\t\\ =cmd|' /C calc'!A0 \x01\x1b[31m \u202egnp.exe ]]> </script><b>&amp; {{x}} \r."
"""A label with everything that some format takes for more than text."""


def exported(inventory: Inventory, profile: str = "cpsv-ap", **options: object) -> bytes:
    """The bytes of an export that the rules let pass."""
    output = io.BytesIO()
    done = inventory.export(profile, output, **options)
    assert done.written, [each.text("en") for each in done.findings]
    return output.getvalue()
