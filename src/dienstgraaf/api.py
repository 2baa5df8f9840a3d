"""The Python interface: one class that opens the inventory and answers.

Example:
    >>> from dienstgraaf import Inventory
    >>> inventory = Inventory.load()
    >>> "entry-points-for-non-digital-citizens" in [question.slug for question in inventory.questions()]
    True
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from dienstgraaf.engine import EmbeddedEngine
from dienstgraaf.errors import DienstgraafError, as_language
from dienstgraaf.inventory import Layout, at, shipped, source_files
from dienstgraaf.questions import Answer, Library, PlainValue, Question, ask
from dienstgraaf.questions.answer import plain

if TYPE_CHECKING:
    import rdflib
    from pyoxigraph import Quad

    from dienstgraaf.cards import Card
    from dienstgraaf.circles import Circles
    from dienstgraaf.coverage import Coverage
    from dienstgraaf.engine import Engine, QueryResult
    from dienstgraaf.export import Exported, Losses, Profile
    from dienstgraaf.impact import Impact
    from dienstgraaf.interview import Interview
    from dienstgraaf.mapping import Map
    from dienstgraaf.matrix import Matrix
    from dienstgraaf.routes import Reach, Route
    from dienstgraaf.validation import Rule, ValidationReport

__all__ = ["Inventory"]

_Folder = str | PathLike[str]


@dataclass(frozen=True)
class _WithoutInstances(Layout):
    """The shipped ontology and questions without the shipped instances."""

    @property
    def instances(self) -> Path:
        return self.root / "left-out"


class Inventory:
    """The inventory: the shipped one, with or without data of one's own, or one behind a SPARQL endpoint."""

    def __init__(
        self, layouts: Sequence[Layout], open_engine: Callable[[], Engine], lang: str, *, remote: bool = False
    ) -> None:
        """Take the `layouts` with ontology, data and questions; `open_engine` is called when first asked."""
        self.layouts = tuple(layouts)
        self.lang: str = as_language(lang)
        self._open_engine = open_engine
        self._remote = remote

    @classmethod
    def load(
        cls,
        data: _Folder | Sequence[_Folder] | None = None,
        *,
        only_data: bool = False,
        endpoint: str | None = None,
        lang: str = "en",
        inferred: bool = True,
    ) -> Inventory:
        """Open the inventory; nothing is read until it is asked something.

        Args:
            data: a folder, or several, with Turtle files of your own to add.
            only_data: leave out the shipped instances.
            endpoint: the URL of a SPARQL 1.1 endpoint that holds the inventory, instead of files.
            lang: the language of labels and messages, "nl" or "en".
            inferred: add what follows from the ontology and its rules.

        Raises:
            DataFolderError: if a data folder is missing or holds no Turtle.
            DienstgraafError: if the arguments do not go together.
        """
        folders = [data] if isinstance(data, str | PathLike) else list(data or ())
        if endpoint is not None and folders:
            raise DienstgraafError("data-with-endpoint")
        if only_data and not folders:
            raise DienstgraafError("only-data-without-data")
        own = [at(Path(folder)) for folder in folders]
        if endpoint is not None:
            return cls([shipped()], lambda: _remote_engine(endpoint), lang, remote=True)
        base: Layout = _WithoutInstances(shipped().root) if only_data else shipped()
        layouts = [base, *own]
        return cls(layouts, lambda: _embedded_engine(layouts, inferred), lang)

    @cached_property
    def engine(self) -> Engine:
        """What answers SPARQL: the files with what was inferred from them, or the endpoint."""
        return self._open_engine()

    @cached_property
    def _facts(self) -> Engine:
        """What answers where only what the files say counts; of an endpoint, all graphs but the inferred one."""
        if self._remote:
            from dienstgraaf.export.stating import stated_engine

            return stated_engine(self.engine)
        from dienstgraaf.reasoning import load_facts

        return load_facts(self.layouts)

    @cached_property
    def _files(self) -> Engine:
        """The same, with each file as a graph of its own."""
        return self._facts if self._remote else _embedded_engine(self.layouts, inferred=False)

    @cached_property
    def library(self) -> Library:
        """The question library."""
        return Library(self.layouts)

    def questions(self, words: Sequence[str] = (), tags: Sequence[str] = ()) -> list[Question]:
        """Return the questions in which all `words` occur and that carry all `tags`, by theme and name.

        Raises:
            QuestionError: if a question file is wrong.
        """
        return self.library.search(words, tags)

    def question(self, name: str) -> Question:
        """Return the question called `name`: its slug, a unique beginning of it, or a path to a `.rq` file.

        Raises:
            UnknownQuestionError: if there is none, or more than one begins so.
        """
        return self.library.get(name)

    def ask(self, question: str, /, **params: object) -> Answer:
        """Ask a question of the library.

        Args:
            question: its slug, a unique beginning of it, or a path to a `.rq` file.
            params: values by parameter name: labels, abbreviations, IRIs or plain values; a list gives several, and
                None leaves the default.

        Raises:
            UnknownQuestionError: if there is no such question.
            ParameterError: if a parameter does not exist, or a value is not of its type.
        """
        values = {
            name: list(value) if isinstance(value, list | tuple | set) else [value]
            for name, value in params.items()
            if value is not None
        }
        return self.answer(self.question(question), values)

    def answer(self, question: Question, values: Mapping[str, Sequence[object]]) -> Answer:
        """Ask `question` with one or more values for each of the named parameters."""
        return ask(self.engine, question, values, self.lang)

    def sparql(self, query: str) -> QueryResult:
        """Run a SPARQL query; the usual prefixes need no declaration.

        Returns:
            Solutions for SELECT, a truth value for ASK, a list of triples for CONSTRUCT and DESCRIBE.

        Raises:
            QuerySyntaxError: if the query is broken; it tells the line and column.
        """
        return self.engine.query(query)

    def select(self, query: str) -> list[dict[str, PlainValue]]:
        """Run a SPARQL SELECT and return its rows as dictionaries of plain Python values.

        Raises:
            QuerySyntaxError: if the query is broken.
            QueryFormError: if it is no SELECT.
        """
        solutions = self.engine.select(query)
        return [dict(zip(solutions.variables, map(plain, row), strict=True)) for row in solutions]

    def show(self, name: str, presumed: bool = False) -> Card:
        """Return the card of what `name` stands for: a label, an alias, an abbreviation, a short name or an IRI.

        What is only presumed, from a weaker pattern of an organisation's kind, is on it if `presumed`.

        Raises:
            UnknownNameError: if nothing is called so, or several things are.
        """
        from dienstgraaf.cards import card

        return card(self.engine, name, self.lang, presumed)

    def interview(self, provider: str, presumed: bool = False) -> Interview:
        """Return the answers to the source's interview guide for `provider`, each yes, no or not stated, with grounds.

        What is only presumed of it, from a weaker pattern of its kind, is among them if `presumed`.

        Raises:
            ParameterError: if there is no such provider.
            GuideError: if the inventory holds no guide.
        """
        from dienstgraaf.interview import interview

        return interview(self.engine, self.library, provider, self.lang, presumed)

    def route(
        self, event: str, *, audience: str | None = None, provider: str | None = None, presumed: bool = False
    ) -> Route:
        """Return how a question runs from the life event `event` through the structure.

        Args:
            event: a life event by label, other name, short name or IRI, as are `audience` and `provider`.
            audience: leaves out what is for others, and what asks a skill that this audience misses.
            provider: leaves out all other parties at which the person comes in.
            presumed: show what is only presumed of an organisation, from a weaker pattern of its kind.

        Raises:
            ParameterError: if one of the names is unknown, or may mean several.
        """
        from dienstgraaf.routes import route

        return route(self.engine, event, self.lang, audience=audience, provider=provider, presumed=presumed)

    def reach(self) -> list[Reach]:
        """Return how many hops it takes from each life event to a person who helps, without digital skills."""
        from dienstgraaf.routes import reach

        return reach(self.engine, self.lang)

    def matrix(
        self,
        provider: str | None = None,
        audience: str | None = None,
        *,
        by_audience: bool = False,
        presumed: bool = False,
    ) -> Matrix:
        """Return topics and life events against kinds of channels: what is stated of each, and where the gaps are.

        Args:
            provider: only what is stated of this provider, or follows for it; else all providers together.
            audience: only what bears on this audience.
            by_audience: one row for each topic and audience.
            presumed: with a provider, also what can only be presumed of it, marked as such.

        Raises:
            ParameterError: if there is no such provider or audience.
        """
        from dienstgraaf.matrix import matrix

        return matrix(self.engine, self.lang, provider, audience, by_audience, presumed)

    def circles(self, *, length: int = 4, limit: int | None = 50) -> Circles:
        """Return the circular referrals of at most `length` steps, the surest and shortest first.

        Those beyond `limit` are only counted; None gives all. A circle is stated if the source names it, or one segment
        all its steps; it is possible if it only arises by putting steps together.

        Raises:
            DienstgraafError: if `length` is below 2 or `limit` below 1.
        """
        from dienstgraaf.circles import find_circles, read_bases
        from dienstgraaf.structure import read_structure

        for name, value, least in (("length", length, 2), ("limit", limit, 1)):
            if value is not None and value < least:
                raise DienstgraafError("number-wrong", name=name, value=value, least=least)
        structure = read_structure(self.engine, self.lang)
        return find_circles(structure, read_bases(self.engine), self.lang, length=length, limit=limit)

    def impact(self, name: str) -> Impact:
        """Return what loses its way if what `name` stands for goes, and what remains stated.

        That is a provider, entry point, channel, channel use, referral, support line, team or role; by label, alias,
        abbreviation, short name or IRI.

        Raises:
            UnknownNameError: if nothing is called so, or several things are.
            ImpactError: if it is something else.
        """
        from dienstgraaf.impact import impact

        return impact(self.engine, name, self.lang)

    def map(self, around: str | None = None, hops: int = 1, kinds: Sequence[str] = ()) -> Map:
        """Return who guides and refers to whom: parties, and links of hops between them.

        Args:
            around: a provider or a place of one, by label, alias, abbreviation, short name or IRI; everything if None.
            hops: how far around it, both ways.
            kinds: the kinds of hop, by such names; without any, those between parties.

        Raises:
            ParameterError: if nothing is called so, or several things are.
            DienstgraafError: if `hops` is less than 1.
        """
        from dienstgraaf.mapping import ask_map

        return ask_map(self.engine, self.lang, around, hops, kinds)

    def coverage(self, section: str | None = None) -> Coverage:
        """Return, for each segment of the source, what rests on it or why nothing does.

        Raises:
            DienstgraafError: if there is no such section.
        """
        from dienstgraaf.coverage import coverage

        return coverage(self.engine, self.lang, section)

    def validate(
        self,
        paths: _Folder | Sequence[_Folder] | None = None,
        *,
        shapes: _Folder | Sequence[_Folder] = (),
        only_shapes: bool = False,
        limit: int | None = None,
        store: _Folder | None = None,
    ) -> ValidationReport:
        """Check files or folders, else the inventory itself, against the shapes and the ontology.

        Behind an endpoint, and with `store`, the shapes become queries that run where the data is; findings then name
        the graph and the subject, and no line.

        Args:
            paths: files or folders of Turtle.
            shapes: files or folders of further SHACL shapes.
            only_shapes: check `paths` against `shapes` alone, with nothing of the inventory.
            limit: keep so many findings for each rule and organisation, and only count the others.
            store: check what the store on disk in this folder holds (see `save_store`), and no files.

        Raises:
            DienstgraafError: if a path does not exist, or paths go with a store or an endpoint.
            EndpointError: if the endpoint cannot be reached, or fails.
        """
        from dienstgraaf.validation import validate, validate_endpoint, validate_store

        if sum((paths is not None, store is not None, self._remote)) > 1:
            raise DienstgraafError("validate-where")
        chosen = [paths] if isinstance(paths, str | PathLike) else paths
        rules = [Path(path) for path in ([shapes] if isinstance(shapes, str | PathLike) else shapes)]
        if store is not None:
            return validate_store(Path(store), self.layouts, rules, only_shapes, limit)
        if self._remote:
            return validate_endpoint(self.engine, self.layouts, rules, only_shapes, limit)
        files = None if chosen is None else [Path(path) for path in chosen]
        return validate(self.layouts, files, rules, only_shapes, limit)

    def save_store(self, folder: _Folder, paths: Sequence[_Folder] = ()) -> int:
        """Make a store on disk in `folder` of the inventory as it is stated, and of the files at `paths` besides.

        Returns:
            The number of quads in it.

        Raises:
            DienstgraafError: if `folder` is not empty or cannot be written, or a file cannot be read.
        """
        from dienstgraaf.inventory.stores import DATASETS, build_store
        from dienstgraaf.validation import chosen_files

        known = source_files(self.layouts)
        turtle = [path for each in paths if (path := Path(each)).suffix not in DATASETS]
        datasets = [path for each in paths if (path := Path(each)).suffix in DATASETS]
        files = dict.fromkeys([*known, *chosen_files(turtle, known)])
        return build_store(Path(folder), files, datasets)

    def rules(self, shapes: _Folder | Sequence[_Folder] = ()) -> list[Rule]:
        """Return the rules that `validate` checks, sorted by IRI; `shapes` are files or folders of further ones.

        Raises:
            DienstgraafError: if a path does not exist.
        """
        from dienstgraaf.validation import known_rules

        given = [shapes] if isinstance(shapes, str | PathLike) else shapes
        return list(known_rules(self.layouts, [Path(path) for path in given]).values())

    def profiles(self) -> list[Profile]:
        """Return the profiles that the inventory can be exported by, sorted by name.

        Raises:
            MappingError: if a file of one is wrong.
        """
        from dienstgraaf.export import profile_folders, read_profile

        return [read_profile(self.layouts, name) for name in profile_folders(self.layouts)]

    def export(
        self,
        profile: str,
        output: _Folder | BinaryIO,
        *,
        provider: str | Sequence[str] | None = (),
        format: str | None = None,  # noqa: A002 - the word for it everywhere else
        lang: str | None = None,
        archetypes: bool = False,
        check: bool = True,
        official: _Folder | None = None,
    ) -> Exported:
        """Write the inventory in the form of another catalogue.

        Args:
            profile: the name of a profile.
            output: a file, a folder for a profile of several files, or a binary stream.
            provider: only what this provider, or these, provide; by label, abbreviation, short name or IRI.
            format: one of the profile's formats; else the extension of `output` tells, else it is the default.
            lang: only texts in this language; else both.
            archetypes: also what holds for kinds of providers in general, labelled as generic.
            check: hold the result against the profile's own rules.
            official: a folder with the catalogues' official rules, to hold it against those too.

        Returns:
            what the rules found; nothing is written if one is violated.

        Raises:
            UnknownProfileError: if there is no such profile, or it has no such format.
            ParameterError: if a provider is unknown, or may be several.
            ExportError: if the output cannot be written to.
        """
        from dienstgraaf.export import choose_form, export, make_wish, read_profile

        chosen = read_profile(self.layouts, profile)
        place = Path(output) if isinstance(output, str | PathLike) else output
        form = choose_form(chosen, format, place if isinstance(place, Path) else None)
        engine = self._files if chosen.asks_for_files else self._facts
        wish = make_wish(
            engine,
            chosen,
            self.lang,
            provider=provider,
            lang=lang,
            archetypes=archetypes,
            check=check,
            official=official,
        )
        done = export(engine, chosen, wish, form, place)
        if done.findings and not self._remote:
            from dienstgraaf.export.places import with_places

            done.findings = with_places(done.findings, self.layouts)
        return done

    def losses(
        self,
        profile: str,
        *,
        provider: str | Sequence[str] | None = (),
        lang: str | None = None,
        archetypes: bool = False,
    ) -> Losses:
        """Return what becomes of each class and property of the inventory when exported by `profile`.

        Args:
            profile: the name of a profile.
            provider: as in `export`.
            lang: as in `export`.
            archetypes: as in `export`.

        Raises:
            UnknownProfileError: if there is no such profile.
            ParameterError: if a provider is unknown, or may be several.
        """
        from dienstgraaf.export import losses, make_wish, read_profile

        chosen = read_profile(self.layouts, profile)
        wish = make_wish(self._facts, chosen, self.lang, provider=provider, lang=lang, archetypes=archetypes)
        return losses(self._facts, chosen, wish)

    def quads(self) -> Iterable[Quad]:
        """Return all statements with their named graphs: one for each file, and one for what was inferred.

        Raises:
            DienstgraafError: if the inventory is behind an endpoint.
        """
        if not isinstance(self.engine, EmbeddedEngine):
            raise DienstgraafError("not-with-endpoint", what="quads")
        return self.engine

    def graph(self) -> rdflib.Graph:
        """Return the whole inventory, with what was inferred, as one rdflib graph."""
        from dienstgraaf._rdflib import to_graph

        everything = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
        return to_graph(self.engine.construct(everything))


def _embedded_engine(layouts: Sequence[Layout], inferred: bool) -> Engine:
    from dienstgraaf.reasoning import load_engine

    return load_engine(layouts, inferred=inferred)


def _remote_engine(url: str) -> Engine:
    from dienstgraaf.engine import RemoteEngine

    return RemoteEngine(url)
