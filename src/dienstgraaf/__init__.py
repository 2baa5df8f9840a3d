"""How Dutch government organisations let people in and help them, as a graph that can be asked, checked, reasoned over.

`Inventory` opens it. The names below are looked up when first used, so that `import dienstgraaf` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dienstgraaf.api import Inventory
    from dienstgraaf.cards import Card
    from dienstgraaf.errors import DienstgraafError
    from dienstgraaf.questions import Answer, Question
    from dienstgraaf.validation import ValidationReport

__all__ = ["Answer", "Card", "DienstgraafError", "Inventory", "Question", "ValidationReport", "__version__"]

_HOMES = {
    "Answer": "dienstgraaf.questions",
    "Card": "dienstgraaf.cards",
    "DienstgraafError": "dienstgraaf.errors",
    "Inventory": "dienstgraaf.api",
    "Question": "dienstgraaf.questions",
    "ValidationReport": "dienstgraaf.validation",
}


def __getattr__(name: str) -> Any:
    """Import the module that holds `name`, or read the version from the package's metadata, when first asked."""
    if name == "__version__":
        from importlib.metadata import version

        return version("dienstgraaf")
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted(__all__)
