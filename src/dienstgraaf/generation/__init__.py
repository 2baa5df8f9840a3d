"""Synthetic inventories: realistic ones of any size, with a chosen share of known errors, to try programs with."""

from __future__ import annotations

from dienstgraaf.generation.errors import KINDS
from dienstgraaf.generation.generate import Generated, Wish, generate, stream, stream_to_file

__all__ = ["KINDS", "Generated", "Wish", "generate", "stream", "stream_to_file"]
