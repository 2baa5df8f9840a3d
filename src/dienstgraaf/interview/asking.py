"""Puts the guide to a provider: each of its questions is one of the library."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from pyoxigraph import Literal, NamedNode

from dienstgraaf._sparql import prepared
from dienstgraaf.coverage import coverage
from dienstgraaf.engine import Engine
from dienstgraaf.errors import DienstgraafError
from dienstgraaf.interview.model import Ground, GuideQuestion, Interview, Reply
from dienstgraaf.questions import Library, PlainValue, ask
from dienstgraaf.questions.answer import plain
from dienstgraaf.questions.asking import natural_order

__all__ = ["GuideError", "guide", "interview"]


class GuideError(DienstgraafError):
    """The inventory has no interview guide."""


def guide(engine: Engine, lang: str) -> list[GuideQuestion]:
    """Return the questions of the guide in their order, with labels in `lang`.

    Raises:
        GuideError: if the inventory has none.
    """
    rows = engine.select(prepared("interview_guide", lang=[Literal(lang)])).rows
    found = [_question([plain(cell) for cell in row]) for row in rows]
    if not found:
        raise GuideError("guide-missing")
    return found


def _question(row: Sequence[PlainValue]) -> GuideQuestion:
    iri, label, number, part, rubric, slug, audience = row
    return GuideQuestion(
        iri=str(iri),
        number=int(str(number)),
        part=None if part is None else int(str(part)),
        label=str(label),
        rubric=str(rubric),
        slug=str(slug),
        audience=None if audience is None else str(audience),
    )


def interview(engine: Engine, library: Library, provider: str, lang: str, presumed: bool = False) -> Interview:
    """Put every question of the guide to `provider`: a label, an abbreviation, a short name or an IRI.

    What is only presumed of it, as of one of its kind, is left out unless `presumed`.

    Raises:
        GuideError: if the inventory has no guide.
        ParameterError: if there is no such provider.
    """
    replies = []
    iri = label = ""
    for asked in guide(engine, lang):
        question = library.get(asked.slug)
        values: dict[str, list[object]] = {"provider": [NamedNode(iri) if iri else provider], "presumed": [presumed]}
        if asked.audience:
            values["audience"] = [NamedNode(asked.audience)]
        rows = ask(engine, question, values, lang).to_rows()
        iri, label = str(rows[0]["provider"]), str(rows[0]["providerLabel"])
        replies.append(Reply(asked, _ordered(map(_ground, rows))))
    return Interview(iri, label, lang, tuple(replies), _sources(engine, lang, replies))


def _sources(engine: Engine, lang: str, replies: Iterable[Reply]) -> tuple[tuple[str, str, str], ...]:
    cited = {segment for reply in replies for ground in reply.grounds for segment in ground.segments}
    found = coverage(engine, lang).segments
    return tuple((each.id, each.section, each.title) for each in found if each.id in cited)


def _ordered(grounds: Iterable[Ground]) -> tuple[Ground, ...]:
    """Return `grounds` with the answers as they came, and within one by label, as people order names."""
    by_answer: dict[tuple[str, str], list[Ground]] = {}
    for ground in grounds:
        by_answer.setdefault((ground.answer, ground.basis), []).append(ground)
    return tuple(
        ground for group in by_answer.values() for ground in sorted(group, key=lambda each: natural_order(each.label))
    )


def _ground(row: Mapping[str, PlainValue]) -> Ground:
    return Ground(
        answer=str(row["answer"]),
        answer_label=str(row["answerLabel"]),
        basis=str(row["basisLabel"] or ""),
        iri=str(row["ground"] or ""),
        label=str(row["groundLabel"] or ""),
        status=str(row["statusLabel"] or ""),
        conditions=tuple(cast("list[str]", row["conditionsLabel"])),
        hedges=tuple(cast("list[str]", row["hedges"])),
        segments=tuple(cast("list[str]", row["segmentsLabel"])),
    )
