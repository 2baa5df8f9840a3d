"""Makes the pages, tells which are behind the questions or the inventory, and writes them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Final

from pyoxigraph import Literal

from dienstgraaf._pages import stale_pages, write_pages
from dienstgraaf.api import Inventory
from dienstgraaf.engine import Solutions, Term
from dienstgraaf.questions import Answer, Question
from dienstgraaf.questions.asking import LIST_SEPARATOR
from dienstgraaf.tables import Table, cell_text, listed, render

__all__ = ["stale", "write"]

_ROWS: Final = 12
"""How many rows of an answer a page shows."""
_ITEMS: Final = 4
"""How many items of a list cell a page shows."""
_QUOTED: Final = "hedges"
"""The column that pages leave out: the source's own words belong beside their facts, not in running text."""

_INTRODUCTION: Final = """# Questions

The question library, by theme. Each page is made from the questions' own files and gives the answers of today in
English, without the source's own words, which the command adds; `--lang nl` asks them in Dutch. `make docs` brings the
pages up to date, and a test fails when they are behind.

| theme | questions | |
|---|---|---|
"""


def stale(inventory: Inventory, folder: Path) -> list[Path]:
    """Return the pages in `folder` that are missing, behind, or of a theme that is no more."""
    return stale_pages(_pages(inventory), folder)


def write(inventory: Inventory, folder: Path) -> list[Path]:
    """Write what is stale in `folder`, remove pages of themes that are no more, and return the paths of both."""
    return write_pages(_pages(inventory), folder)


def _pages(inventory: Inventory) -> dict[str, str]:
    """Return the pages by their file name, the index among them."""
    pages = {}
    index = _INTRODUCTION
    for theme, group in groupby(inventory.questions(), key=lambda question: question.theme):
        questions = list(group)
        pages[f"{theme}.md"] = "\n".join(_page(inventory, theme, questions))
        names = ", ".join(f"[{question.slug}]({theme}.md#{question.slug})" for question in questions)
        index += f"| [{theme}]({theme}.md) | {len(questions)} | {names} |\n"
    return {"README.md": index, **pages}


def _page(inventory: Inventory, theme: str, questions: list[Question]) -> Iterator[str]:
    yield f"# {theme.capitalize()}\n"
    for question in questions:
        yield f"## {question.slug}\n"
        yield f"**{question.title.en}** (*{question.title.nl}*)\n"
        yield f"{question.description.en}\n"
        yield f"Tags: {', '.join(question.tags)}.\n"
        yield from _parameters(question)
        yield f"```sh\ndienstgraaf ask {question.slug}\n```\n"
        yield from _answer(inventory.answer(question, {}))


def _parameters(question: Question) -> Iterator[str]:
    if not question.parameters:
        return
    yield "| parameter | type | default | |\n|---|---|---|---|"
    for each in question.parameters:
        default = ", ".join(cell_text(value, "en") for value in each.default) or "any"
        yield f"| `{each.name}` | {each.type} | {default} | {each.label.en} |"
    yield ""


def _answer(answer: Answer) -> Iterator[str]:
    rows = answer.solutions.rows
    if not rows:
        yield "Today: no rows.\n"
        return
    kept = [i for i, column in enumerate(answer.columns) if column.name != _QUOTED]
    shown = tuple(tuple(_cut(row[i]) for i in kept) for row in rows[:_ROWS])
    names = tuple(answer.solutions.variables[i] for i in kept)
    table = Table.from_solutions(Solutions(names, shown), [answer.columns[i].label.en for i in kept])
    yield render(table, "markdown").decode()
    if len(rows) > _ROWS:
        yield f"The first {_ROWS} of {len(rows)} rows.\n"


def _cut(cell: Term | None) -> Term | None:
    """Return a list cell with its first items only, and how many there are more."""
    if not isinstance(cell, Literal):
        return cell
    items = cell_text(cell, "en").split(LIST_SEPARATOR)
    if len(items) <= _ITEMS:
        return cell
    return Literal(listed(items, "en", _ITEMS))
