"""What an interview holds: the questions of the guide, and for each the answers with what they rest on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from dienstgraaf.inventory.namespaces import BASE

__all__ = ["NOT_STATED", "Ground", "GuideQuestion", "Interview", "Reply"]

NOT_STATED: Final = f"{BASE}concept/answer/not-stated"
"""The answer where the source neither says yes nor no."""


@dataclass(frozen=True, slots=True)
class GuideQuestion:
    """A question of the guide, or a part of one, with the question of the library that answers it.

    `audience` is the IRI of the audience that it asks about, if it asks about one.
    """

    iri: str
    number: int
    part: int | None
    label: str
    rubric: str
    slug: str
    audience: str | None

    @property
    def reference(self) -> str:
        """The number, with that of the part: "13.2"."""
        return f"{self.number}.{self.part}" if self.part else str(self.number)


@dataclass(frozen=True, slots=True)
class Ground:
    """An answer (an IRI with its label), and the fact that it rests on; without a fact nothing is stated.

    `basis` is the label of stated, follows or presumed; `hedges` are the source's own words; `segments` are their ids.
    """

    answer: str
    answer_label: str
    basis: str = ""
    iri: str = ""
    label: str = ""
    status: str = ""
    conditions: tuple[str, ...] = ()
    hedges: tuple[str, ...] = ()
    segments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """The answers to one question of the guide; where nothing is stated, one ground without a fact says so."""

    question: GuideQuestion
    grounds: tuple[Ground, ...]

    @property
    def is_stated(self) -> bool:
        """Whether there is a yes or a no."""
        return any(ground.answer != NOT_STATED for ground in self.grounds)

    def by_answer(self) -> dict[tuple[str, str], list[Ground]]:
        """Return the grounds by label of answer and of basis, in the order of the answers."""
        found: dict[tuple[str, str], list[Ground]] = {}
        for ground in self.grounds:
            found.setdefault((ground.answer_label, ground.basis), []).append(ground)
        return found


@dataclass(frozen=True, slots=True)
class Interview:
    """The guide put to one provider (an IRI with its label), in `lang`.

    `sources` are the segments that the grounds cite: identifier, number of the section and its title.
    """

    provider: str
    label: str
    lang: str
    replies: tuple[Reply, ...]
    sources: tuple[tuple[str, str, str], ...] = ()

    @property
    def stated(self) -> int:
        """How many of the numbered questions have a yes or a no to at least one part."""
        return len({reply.question.number for reply in self.replies if reply.is_stated})

    @property
    def total(self) -> int:
        """How many numbered questions the guide has."""
        return len({reply.question.number for reply in self.replies})

    def to_json(self) -> dict[str, Any]:
        """Return the interview as a JSON document with full IRIs."""
        return {
            "provider": {"iri": self.provider, "label": self.label},
            "language": self.lang,
            "replies": [_reply_document(reply) for reply in self.replies],
        }


def _reply_document(reply: Reply) -> dict[str, Any]:
    asked = reply.question
    return {
        "reference": asked.reference,
        "question": {"iri": asked.iri, "label": asked.label, "rubric": asked.rubric, "answeredBy": asked.slug},
        "answers": [
            {
                "answer": {"iri": ground.answer, "label": ground.answer_label},
                "basis": ground.basis or None,
                "ground": {"iri": ground.iri, "label": ground.label} if ground.iri else None,
                "status": ground.status or None,
                "conditions": list(ground.conditions),
                "hedges": list(ground.hedges),
                "segments": list(ground.segments),
            }
            for ground in reply.grounds
        ],
    }
