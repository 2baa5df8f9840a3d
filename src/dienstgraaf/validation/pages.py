"""Makes the pages of the rules, tells which are behind, and writes them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from dienstgraaf._pages import stale_pages, write_pages
from dienstgraaf.inventory.namespaces import shorten
from dienstgraaf.validation.explaining import rule_markdown
from dienstgraaf.validation.rules import Rule
from dienstgraaf.validation.telling import rule_parts

__all__ = ["stale", "write"]

_INTRODUCTION: Final = """# Rules

What `dienstgraaf validate` checks, one page a rule: what, why, how to mend it, and a good and a bad example, which are
its tests. In the examples `ex:` stands for a namespace of your own. `dienstgraaf explain RULE` says the same.
The pages are made from the shapes in `ontology/shapes` by `make docs`, and a test fails when they are behind.
"""
_MADE_HERE: Final = "All files"


def stale(rules: Sequence[Rule], folder: Path) -> list[Path]:
    """Return the pages in `folder` that are missing, behind, or of a rule that is no more."""
    return stale_pages(_pages(rules), folder)


def write(rules: Sequence[Rule], folder: Path) -> list[Path]:
    """Write what is stale in `folder`, remove pages of rules that are no more, and return the paths of both."""
    return write_pages(_pages(rules), folder)


def _pages(rules: Sequence[Rule]) -> dict[str, str]:
    """Return the pages by their file name, the index among them."""
    asking = [rule for rule in rules if rule.asks]
    index = _INTRODUCTION
    for heading, group in _by_target(asking).items():
        index += f"\n## {heading}\n\n| rule | what is wrong |\n|---|---|\n"
        index += "".join(f"| [{rule.slug}]({rule.slug}.md) | {_cell(rule_parts(rule, 'en')[0])} |\n" for rule in group)
    return {"README.md": index, **{f"{rule.slug}.md": rule_markdown(rule, "en", "nl") for rule in asking}}


def _by_target(rules: Sequence[Rule]) -> dict[str, list[Rule]]:
    """Return `rules` by the first thing that they apply to, sorted by its name."""
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        heading = shorten(rule.targets[0][1]) if rule.targets else _MADE_HERE
        found.setdefault(heading, []).append(rule)
    return dict(sorted(found.items()))


def _cell(words: str) -> str:
    return "".join(f"\\{char}" if char in "\\`*_<>[]|" else char for char in words)
