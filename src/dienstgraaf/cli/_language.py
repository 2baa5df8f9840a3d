"""In which language the command line speaks."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextvars import ContextVar
from typing import Final

from dienstgraaf.messages import text

__all__ = ["CHOSEN", "current_language", "default_language", "say"]

CHOSEN: Final[ContextVar[str | None]] = ContextVar("CHOSEN", default=None)
"""The language that --lang chose in this run."""


def default_language(environ: Mapping[str, str]) -> str:
    """Return "nl" where LC_ALL, else LC_MESSAGES, else LANG, says Dutch; else "en".

    >>> default_language({"LANG": "nl_NL.UTF-8"})
    'nl'
    """
    locale = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environ.get(name))), "")
    return "nl" if locale.casefold().replace("-", "_").split(".")[0].split("_")[0] == "nl" else "en"


def current_language() -> str:
    """Return the language that --lang chose, else that of the environment."""
    return CHOSEN.get() or default_language(os.environ)


def say(key: str, **values: object) -> str:
    """Return the message `key` in the language of this run."""
    return text(key, current_language(), **values)
