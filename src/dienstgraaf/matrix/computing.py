"""Computes the matrix: lays each fact in the cells that it bears on, and tells what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import NamedNode

from dienstgraaf._sparql import prepared
from dienstgraaf.engine import Engine
from dienstgraaf.matrix.columns import NEEDS, Kinds
from dienstgraaf.matrix.facts import Fact, read_facts
from dienstgraaf.matrix.grounds import Describe, in_order
from dienstgraaf.matrix.model import BASES, STATED, Basis, Cell, Column, Ground, Item, Mark, Matrix, Row, State
from dienstgraaf.matrix.rows import Nearness, Subject, nearest, subjects, to_audience
from dienstgraaf.messages import text
from dienstgraaf.questions.model import Parameter, Text
from dienstgraaf.questions.resolving import resolve
from dienstgraaf.structure import Structure, read_structure

__all__ = ["matrix"]

_Placed = tuple[str, Mark, Fact]
"""A fact with the main kind of its channel and its mark in a row."""


def matrix(
    engine: Engine,
    lang: str,
    provider: str | None = None,
    audience: str | None = None,
    by_audience: bool = False,
    presumed: bool = False,
) -> Matrix:
    """Return the matrix over what `engine` holds.

    Args:
        engine: what is read.
        lang: the language of labels.
        provider: leave only what is stated of this provider, or follows for it: a label, abbreviation, slug or IRI.
        audience: leave only what bears on this audience; named likewise.
        by_audience: split the rows by audience.
        presumed: with `provider`, add what can only be presumed of it.

    Raises:
        ParameterError: if there is no such provider or audience.
    """
    whose = _named(engine, "provider", provider, lang)
    whom = _named(engine, "audience", audience, lang)
    structure = read_structure(engine, lang)
    facts = read_facts(structure, None if whose is None else _bases(engine, whose, presumed))
    if whom is not None:
        facts = [fact for fact in facts if to_audience(fact, whom, structure)]
    return _Computation(structure, lang, facts, whose, whom).matrix(by_audience, presumed)


def _named(engine: Engine, kind: str, name: str | None, lang: str) -> str | None:
    if name is None:
        return None
    return resolve(engine, Parameter(kind, kind, Text(kind, kind)), [name], lang)[0].value


def _bases(engine: Engine, provider: str, presumed: bool) -> dict[str, Basis]:
    """Return the facts that hold for `provider`, each with the strongest basis on which it does."""
    rows = engine.select(prepared("facts_of_provider", provider=[NamedNode(provider)])).rows
    said = {
        (fact.value, basis.value)
        for fact, basis in rows
        if isinstance(fact, NamedNode) and isinstance(basis, NamedNode)
    }
    found: dict[str, Basis] = {}
    for name in BASES if presumed else BASES[:-1]:
        for fact in sorted(fact for fact, basis in said if basis == STATED[name]):
            found.setdefault(fact, name)
    return found


class _Computation:
    """What one matrix is computed from."""

    def __init__(
        self, structure: Structure, lang: str, facts: Sequence[Fact], provider: str | None, audience: str | None
    ) -> None:
        self._structure = structure
        self._lang = lang
        self._facts = facts
        self._provider = provider
        self._audience = audience
        self._kinds = Kinds(structure, lang)
        self._describe = Describe(structure)
        self._alike: dict[tuple[frozenset[str], ...], list[Fact]] = {}
        for fact in facts:
            if fact.types:
                self._alike.setdefault((fact.topics, fact.events, fact.audiences), []).append(fact)

    def matrix(self, by_audience: bool, presumed: bool) -> Matrix:
        laid: list[tuple[Subject, str | None, list[_Placed]]] = []
        for subject in subjects(self._facts, self._structure):
            for audience in self._audiences(subject) if by_audience else [self._audience]:
                placed = list(self._placed(subject, audience))
                if placed or subject.kind != "any" or not by_audience:
                    laid.append((subject, audience, placed))
        columns = self._kinds.columns(kind for _, _, placed in laid for kind, _, _ in placed)
        return Matrix(
            lang=self._lang,
            provider=self._describe.item(self._provider),
            audience=self._describe.item(self._audience),
            by_audience=by_audience,
            presumed=presumed,
            columns=columns,
            rows=tuple(self._row(subject, audience, placed, columns) for subject, audience, placed in laid),
        )

    def _audiences(self, subject: Subject) -> list[str]:
        """Return the audiences that facts name with `subject`, and "" for those that name none."""
        near = [fact for fact in self._facts if subject.nearness(fact, self._structure) == "exact"]
        named = self._structure.sorted(audience for fact in near for audience in fact.audiences)
        if self._audience is not None:
            return [each for each in named if self._audience in self._structure.broader(each)] or [self._audience]
        return [*named, *([] if named and all(fact.audiences for fact in near) else [""])]

    def _placed(self, subject: Subject, audience: str | None) -> Iterator[_Placed]:
        """Yield the facts that bear on a row, once for each main kind of their channels."""
        for facts in self._alike.values():
            about = subject.nearness(facts[0], self._structure)
            for_whom: Nearness | None = (
                "exact" if audience is None else to_audience(facts[0], audience, self._structure)
            )
            for fact in facts if about and for_whom else ():
                mark = self._mark(fact, about, for_whom, subject.providers)
                if mark == "no" and about == "general" and audience is None and fact.audiences:
                    continue  # a no to some people about anything says nothing of this topic for all
                if mark is not None:
                    for kind in sorted({self._kinds.of(each) for each in fact.types}):
                        yield kind, mark, fact

    def _mark(
        self, fact: Fact, about: Nearness | None, for_whom: Nearness | None, concerned: Iterable[str]
    ) -> Mark | None:
        """Return the mark of a fact in a row.

        What holds for any topic counts only where the provider is one that the topic concerns. Only what works can be
        there in general. A no is one for this row only if it is not just for a part of it, and a no about any topic
        only where it is about the one provider that the matrix is of.
        """
        near = nearest(about, for_whom)
        if near is None or (about == "general" and self._provider is None and fact.providers.isdisjoint(concerned)):
            return None
        if fact.kind == "no":
            hits = near != "part" and (about == "exact" or self._provider is not None)
            return "no" if hits else None
        if near == "exact":
            return "offered" if fact.kind == "open" else fact.kind
        if fact.kind == "open":
            return near
        return fact.kind if near == "part" or about == "exact" else None

    def _row(self, subject: Subject, audience: str | None, placed: Sequence[_Placed], columns: Sequence[Column]) -> Row:
        by_kind: dict[str, list[Ground]] = {column.item.iri: [] for column in columns}
        for kind, mark, fact in placed:
            by_kind[kind].append(self._describe.ground(fact, mark))
        needs = {need: [each for each in placed if self._kinds.meets(need, each[0])] for need in NEEDS}
        settled = {need: [each for each in found if self._settles(each, audience)] for need, found in needs.items()}
        undemanding = [each for each in placed if each[2].kind == "open" and each[2].digital is False]
        return Row(
            kind=subject.kind,
            subject=self._describe.item(subject.iri) or Item("", text("matrix-any-topic", self._lang)),
            audience=None
            if audience is None
            else self._describe.item(audience) or Item("", text("matrix-everyone", self._lang)),
            cells=tuple(Cell(in_order(grounds)) for grounds in by_kind.values()),
            needs=tuple((need, _state(mark for _, mark, _ in found)) for need, found in settled.items()),
            denied=tuple(need for need in NEEDS if len(settled[need]) < len(needs[need])),
            without_digital_skill=_state(mark for _, mark, _ in undemanding),
        )

    def _settles(self, placed: _Placed, audience: str | None) -> bool:
        """Return whether a fact counts for a whole row: a no of one of many, for some, or in some case does not."""
        _, mark, fact = placed
        for_some = self._provider is None or (audience is None and fact.audiences)
        return mark != "no" or not (fact.conditional or for_some)


def _state(marks: Iterable[Mark]) -> State:
    """Return the best that `marks` say; a no goes before what holds only for a part, or only in general."""
    found = set(marks)
    if "offered" in found:
        return "stated"
    order: tuple[State, ...] = ("no", "part", "general")
    return next((state for state in order if state in found), "none")
