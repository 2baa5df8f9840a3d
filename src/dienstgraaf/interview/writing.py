"""Writes interviews: as tables, as a workbook, and as a page that needs nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from dienstgraaf._pages import template
from dienstgraaf.interview.model import NOT_STATED, Ground, Interview, Reply
from dienstgraaf.messages import text
from dienstgraaf.questions.asking import natural_order
from dienstgraaf.tables import Screen, Table, dumps, listed, render, workbook

__all__ = ["FORMATS", "write_comparison", "write_interview"]

FORMATS: Final = ("table", "csv", "markdown", "json", "xlsx", "html")
"""What interviews can be written as; the first is the default."""

_PIPE: Final = Screen()
_IN_A_CELL: Final = 8
"""How many facts a cell of the first sheet tells; the second sheet has them all."""
_COLUMNS: Final = (
    "reference",
    "rubric",
    "question",
    "answer",
    "basis",
    "ground",
    "status",
    "conditions",
    "hedges",
    "segments",
)


def write_interview(interview: Interview, format_name: str, screen: Screen = _PIPE) -> bytes:
    """Return `interview` in one of `FORMATS`."""
    if format_name == "json":
        return dumps(interview.to_json()).encode()
    return _written([interview], _grounds_table, format_name, screen)


def write_comparison(interviews: Sequence[Interview], format_name: str, screen: Screen = _PIPE) -> bytes:
    """Return `interviews`, all in the same language, side by side in one of `FORMATS`."""
    if format_name == "json":
        return dumps([each.to_json() for each in interviews]).encode()
    return _written(interviews, _side_by_side, format_name, screen)


def _written(
    interviews: Sequence[Interview],
    as_table: Callable[[Sequence[Interview]], Table],
    format_name: str,
    screen: Screen,
) -> bytes:
    if format_name == "html":
        return _page(interviews)
    if format_name == "xlsx":
        return _workbook(interviews)
    return render(as_table(interviews), format_name, lang=interviews[0].lang, screen=screen)


def _workbook(interviews: Sequence[Interview]) -> bytes:
    """Return a workbook of three sheets: the answers, what they rest on, and the segments cited."""
    lang = interviews[0].lang
    names = ("segment", "section", "title")
    sources = Table.from_text(
        names,
        [text(f"column-{name}", lang) for name in names],
        sorted({source for each in interviews for source in each.sources}, key=lambda each: natural_order(each[0])),
    )
    tables = {
        "answers": _side_by_side(interviews, _IN_A_CELL),
        "grounds": _grounds_table(interviews),
        "sources": sources,
    }
    return workbook({text(f"sheet-{key}", lang): table for key, table in tables.items()}, lang, _title(interviews))


def _title(interviews: Sequence[Interview]) -> str:
    lang = interviews[0].lang
    if len(interviews) == 1:
        return text("interview-title", lang, provider=interviews[0].label)
    return text("compare-title", lang, providers=", ".join(each.label for each in interviews))


def _grounds_table(interviews: Sequence[Interview]) -> Table:
    """Return one row a ground; with several interviews the provider comes first."""
    lang = interviews[0].lang
    many = len(interviews) > 1
    names = ("provider", *_COLUMNS) if many else _COLUMNS
    rows = [
        [*([each.label] if many else []), *row]
        for each in interviews
        for reply in each.replies
        for row in _rows(reply, lang)
    ]
    return Table.from_text(names, [text(f"column-{name}", lang) for name in names], rows)


def _rows(reply: Reply, lang: str) -> list[list[str]]:
    asked = reply.question
    return [
        [
            asked.reference,
            asked.rubric,
            asked.label,
            ground.answer_label,
            ground.basis,
            ground.label,
            ground.status,
            listed(ground.conditions, lang),
            listed(ground.hedges, lang),
            listed(ground.segments, lang),
        ]
        for ground in reply.grounds
    ]


def _side_by_side(interviews: Sequence[Interview], most: int | None = None) -> Table:
    """Return one row a question, with a column for each provider; the question stays in view.

    A cell tells at most so many facts of an answer, and how many there are more.
    """
    lang = interviews[0].lang
    names = ("reference", "rubric", "question")
    headings = [*(text(f"column-{name}", lang) for name in names), *(each.label for each in interviews)]
    rows = []
    for replies in zip(*(each.replies for each in interviews), strict=True):
        asked = replies[0].question
        rows.append([asked.reference, asked.rubric, asked.label, *(_summary(reply, lang, most) for reply in replies)])
    table = Table.from_text([*names, *(each.label for each in interviews)], headings, rows)
    return replace(table, frozen=len(names))


def _summary(reply: Reply, lang: str, most: int | None) -> str:
    """Return the answers as one line, with at most so many facts: "yes (stated): this «hedge» [segment] | that"."""
    parts = []
    for (answer, basis), grounds in reply.by_answer().items():
        is_stated = grounds[0].answer != NOT_STATED
        head = f"{answer} ({basis})" if basis and is_stated else answer
        facts = [_fact(ground) for ground in grounds if ground.label]
        parts.append(f"{head}: {listed(facts, lang, most)}" if facts else head)
    return "; ".join(parts)


def _fact(ground: Ground) -> str:
    """Return what an answer rests on, with its status if that is why it is no yes, its hedges and its segments."""
    status = f" ({ground.status})" if ground.answer == NOT_STATED and ground.status else ""
    hedges = "".join(f" «{words}»" for words in ground.hedges)
    segments = f" [{', '.join(ground.segments)}]" if ground.segments else ""
    return f"{ground.label}{status}{hedges}{segments}"


def _page(interviews: Sequence[Interview]) -> bytes:
    """Return a page in HTML that needs no other file."""
    lang = interviews[0].lang
    return (
        template("dienstgraaf.interview")
        .render(
            lang=lang,
            title=_title(interviews),
            interviews=interviews,
            say=lambda key, **values: text(key, lang, **values),
        )
        .encode()
    )
