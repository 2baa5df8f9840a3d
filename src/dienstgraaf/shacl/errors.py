"""What can go wrong with shapes, apart from the data: they are wrong, or ask what cannot be compiled."""

from __future__ import annotations

from dienstgraaf.shacl.terms import Term

__all__ = ["CannotCompileError", "ShaclError", "ShapesError"]


class ShaclError(ValueError):
    """The root of the errors of this package; `node` is the shape or the part of it that is meant."""

    def __init__(self, reason: str, node: Term | None = None) -> None:
        """Say why, and of which node."""
        super().__init__(f"{node}: {reason}" if node is not None else reason)
        self.reason = reason
        self.node = node


class ShapesError(ShaclError):
    """The shapes are not well-formed, or recursive."""


class CannotCompileError(ShaclError):
    """A shape asks something that has no counterpart in SPARQL here; a reference validator can take it over."""
