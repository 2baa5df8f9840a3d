"""The catalogue of questions as pages: one a theme, from the front matter of the questions, with today's answers."""

from __future__ import annotations

from dienstgraaf.catalogue.pages import stale, write

__all__ = ["stale", "write"]
