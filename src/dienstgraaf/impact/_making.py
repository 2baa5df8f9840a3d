"""Makes losses: gives items their labels, and takes hedges and segments along."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dienstgraaf.circles import Circle, Circles, route
from dienstgraaf.impact.model import Item, Loss
from dienstgraaf.impact.removal import Removal
from dienstgraaf.inventory.namespaces import DG
from dienstgraaf.messages import text
from dienstgraaf.questions.asking import natural_order
from dienstgraaf.structure import Structure

__all__ = ["Making"]

_CLASSES: Final = (
    *("Archetype", "Group", "Organisation", "EntryPoint", "Channel", "ChannelUse", "SupportLine", "Team", "Role"),
    *("Service", "SupportAid", "LifeEvent", "Audience", "Topic"),
)


class Making:
    """What goes, and how to tell of it in one language."""

    def __init__(self, structure: Structure, gone: Removal, lang: str) -> None:
        """Take what goes and the language of the labels."""
        self.structure = structure
        self.gone = gone
        self.lang = lang

    def item(self, iri: str) -> Item:
        """Return `iri` with its label."""
        return Item(iri, self.structure.label(iri))

    def about(self, iri: str) -> str:
        """Return the label of the class of `iri`; of a hop that of its kind."""
        structure = self.structure
        if structure.is_a(iri, "AccessRoute"):
            kind = structure.value(iri, "routeKind")
            return structure.label(kind) if kind else ""
        kinds = (kind for kind in _CLASSES if structure.is_a(iri, kind))
        return next((structure.label(f"{DG}{kind}") for kind in kinds), "")

    def loss(self, group: str, kind: str, iri: str, *, lost: Sequence[str] = (), remains: Sequence[str] = ()) -> Loss:
        """Return the loss of what `iri` names, with the words and segments of it and of what it lost."""
        structure = self.structure
        status = structure.value(iri, "status")
        hedges = dict.fromkeys(hedge for each in (iri, *lost) for hedge in structure.values(each, "hedge"))
        segments = {segment for each in (iri, *lost) for segment in structure.segments(each)}
        return Loss(
            group=group,
            kind=kind,
            item=self.item(iri),
            about=self.about(iri),
            status=structure.label(status) if status else "",
            lost=tuple(map(self.item, lost)),
            remains=tuple(map(self.item, remains)),
            hedges=tuple(hedges),
            segments=tuple(sorted(segments, key=natural_order)),
        )

    def ended(self, circles: Circles, circle: Circle) -> Loss:
        """Return the end of `circle`, with the hops of it that go."""
        lost = [each.hop for step in circle.steps for each in step.referrals if each.hop.iri in self.gone]
        return Loss(
            group="circles",
            kind="circle-ends",
            item=Item("", route(circles, circle)),
            about=text(f"certainty-{circle.certainty}", self.lang),
            status="",
            lost=tuple(self.item(hop.iri) for hop in lost),
            remains=(),
            hedges=tuple(dict.fromkeys(hedge for hop in lost for hedge in hop.hedges)),
            segments=tuple(sorted({s for hop in lost for s in hop.segments}, key=natural_order)),
        )
