"""Who helps: lines with the next line, teams, roles and aids, for one topic."""

from __future__ import annotations

from typing import Final

from dienstgraaf.generation.items import concept
from dienstgraaf.generation.making import Maker
from dienstgraaf.generation.words import Topic

__all__ = ["add_aids", "add_support"]

_COMPLEX: Final = ("complex", "multi-problem", "stuck-case", "urgent", "high-impact")
_AIDS: Final = (
    ("language-house", "hulp met taal", "help with language"),
    ("interpreters", "tolken", "interpreters"),
    ("form-filling-help", "hulp bij formulieren", "help with forms"),
    ("digital-courses", "digitale cursussen", "digital courses"),
    ("multilingual-information", "informatie in meer talen", "information in several languages"),
)


def add_support(make: Maker, topic: Topic) -> None:
    """Add for `topic` a first line, and mostly a team, a role and a second line that the first hands on to."""
    chance = make.chance
    second = chance.happens(0.6)
    if second:
        aftercare = chance.happens(0.3)
        if aftercare:
            _add_line(make, topic, "aftercare", concept("complexity", "long-lasting"))
        _add_line(
            make,
            topic,
            "second-line",
            concept("complexity", chance.pick(_COMPLEX)),
            hasTeam=_add_team(make, topic),
            nextLine=f"own-support-line:{topic.slug}-aftercare" if aftercare else None,
        )
    _add_line(
        make,
        topic,
        "first-line",
        concept("complexity", "simple"),
        nextLine=f"own-support-line:{topic.slug}-second-line" if second else None,
        hasRole=_add_role(make, topic) if chance.happens(0.6) else None,
    )


def _add_line(make: Maker, topic: Topic, level: str, complexity: list[str], **more: str | None) -> None:
    dutch = {"first-line": "eerste lijn", "second-line": "tweede lijn", "aftercare": "nazorg"}[level]
    make.add(
        "support",
        "support-line",
        f"{topic.slug}-{level}",
        make.named(f"{dutch} voor {topic.dutch}", f"{level.replace('-', ' ')} for {topic.english}"),
        caseComplexity=complexity,
        lineLevel=concept("line-level", level),
        provider=make.me,
        status=make.status(),
        topic=concept("topic", topic.slug),
        **more,
        **make.hedged(0.15),
    )


def _add_team(make: Maker, topic: Topic) -> str:
    return make.add(
        "support",
        "team",
        topic.slug,
        make.named(f"team {topic.dutch}", f"team for {topic.english}"),
        composition=concept("composition", make.chance.pick(("fixed", "fixed", "ad-hoc"))),
        lineLevel=concept("line-level", "second-line"),
        provider=make.me,
        status=make.status(),
        topic=concept("topic", topic.slug),
    )


def _add_role(make: Maker, topic: Topic) -> str:
    return make.add(
        "support",
        "role",
        topic.slug,
        make.named(f"medewerker voor {topic.dutch}", f"member of staff for {topic.english}"),
        expertise=concept("expertise", make.chance.pick(("generalist", "specialist", "subject-expert"))),
        provider=make.me,
        skill=concept("skill", "customer-interaction"),
        status=make.status(),
        topic=concept("topic", topic.slug),
    )


def add_aids(make: Maker) -> None:
    """Add two or three aids for people who have difficulty with language, forms or digital means."""
    for kind, dutch, english in make.chance.some(_AIDS, make.chance.between(2, 3)):
        make.add(
            "support",
            "support-aid",
            kind,
            (f"{dutch} in {make.supplier.dutch}", f"{english} in {make.supplier.english}"),
            aidKind=concept("aid-kind", kind),
            audience=concept("audience", "low-literate"),
            availableAt="own-place:library-corner",
            provider=make.me,
            status=make.status(),
        )
