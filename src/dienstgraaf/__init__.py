"""How Dutch government organisations let people in and help them, as a graph to ask, check and reason over."""

from __future__ import annotations

from typing import Any

__all__ = ["__version__"]


def __getattr__(name: str) -> Any:
    """Look up the version only when somebody asks for it: metadata is slow to read."""
    if name == "__version__":
        from importlib.metadata import version

        return version("dienstgraaf")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
