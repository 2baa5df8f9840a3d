"""Draws: D2 text to SVG that one file holds, and the one visual language of all pictures of the structure."""

from __future__ import annotations

from dienstgraaf.drawing.rendering import RenderError, digest, quoted, render, source_digest

__all__ = ["RenderError", "digest", "quoted", "render", "source_digest"]
