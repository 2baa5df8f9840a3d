"""What an export is made of: profiles, their parts, the batches that a mapping gives, and what is asked of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from pyoxigraph import Literal, NamedNode, Triple

from dienstgraaf._sparql.tokens import tokens
from dienstgraaf.questions import Text

__all__ = ["Acceptance", "Batch", "Format", "Options", "Part", "Profile", "Treatment", "Wish"]


@dataclass(frozen=True, slots=True)
class Part:
    """One mapping file: a CONSTRUCT that is run over the roots that a SELECT gives, some hundreds at a time.

    `root` is the variable of the roots. `maps` names, for a variable of the query, the file of `exports/values/` that
    gives its counterpart; `describes` further files with descriptions of values that the mapping names. `sources` and
    `target` are the classes that the mapping goes from and to, as full IRIs; `source` is the first of them. Of a part
    with `referred`, only those roots are exported that something else in the export refers to: by their IRI, followed
    by that text, which is empty where it is the root itself that others refer to.
    """

    name: str
    path: Path
    title: Text
    description: Text
    root: str
    sources: tuple[str, ...]
    target: str
    maps: Mapping[str, str]
    describes: tuple[str, ...]
    referred: str | None
    query: str = field(repr=False)
    roots_path: Path
    roots_query: str = field(repr=False)

    @property
    def source(self) -> str:
        """The class that the mapping goes from, or the first of them."""
        return self.sources[0]


@dataclass(frozen=True, slots=True)
class Treatment:
    """What becomes of a property (or class) of the source: "mapped", "note", "extension" or "dropped", and why.

    Of a `reference`, only what leads to something that is exported itself arrives; if it is `named`, not what leads to
    a generic description. Where it is only to be `described`, what leads to nothing that is described does not arrive.
    With `through`, it is about things that are not exported themselves, but that something exported leads to by that
    property, or (with `^` before it) that lead to something exported: they arrive with it. Values that are `unsaid` are
    dropped: that something is exported at all says them.
    """

    term: str
    of: tuple[str, ...]
    how: str
    to: tuple[str, ...]
    reason: Text
    reference: bool = False
    through: str = ""
    unsaid: tuple[str, ...] = ()
    named: bool = False
    described: bool = False


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Warnings of official rules that the profile lives with: those about a property, by a component, and why."""

    path: str
    component: str
    reason: Text

    def covers(self, path: str, component: str) -> bool:
        """Tell whether a finding about `path` by `component` is one of these."""
        return self.path in ("", path) and self.component in ("", component)


@dataclass(frozen=True, slots=True)
class Profile:
    """Another catalogue's model as this project fills it: `exports/<name>/`.

    `formats` are names of `FORMATS`, the default first. `language` is the one that it is written in where none is asked
    for, if it has room for one only. `official` are the catalogue's own rules, and `vocabulary` the files that define
    its terms, as paths in a folder of standards. `rules` and `context` are files of the profile, if it has them.
    """

    name: str
    folder: Path
    iri: str
    title: Text
    description: Text
    conforms_to: tuple[str, ...]
    formats: tuple[str, ...]
    official: tuple[str, ...]
    parts: tuple[Part, ...] = field(repr=False)
    rules: Path
    treatments: tuple[Treatment, ...] = field(default=(), repr=False)
    acceptances: tuple[Acceptance, ...] = field(default=(), repr=False)
    context: Path | None = None
    language: str | None = None
    vocabulary: tuple[str, ...] = ()

    @property
    def asks_for_files(self) -> bool:
        """Whether a mapping asks in which file something stands: `GRAPH ?file { … }`."""
        queries = (query for part in self.parts for query in (part.query, part.roots_query))
        return any(token.is_word("GRAPH") for query in queries for token in tokens(query))


@dataclass(frozen=True, slots=True)
class Batch:
    """Triples of one part, root after root, those of a root sorted; `part` is None for the values at the end."""

    part: str | None
    triples: list[Triple]


@dataclass(frozen=True, slots=True)
class Options:
    """What a writer is told: the profile, the language ("nl", "en", or None for both), and the prefixes to use."""

    profile: Profile
    lang: str | None = None
    prefixes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of an export.

    `providers` narrows it to what these provide; `archetypes` adds what hangs on archetypes and groups, labelled as
    generic; `check` runs the profile's own rules; `official` is a folder of standards, with the catalogues' own rules.
    """

    providers: tuple[NamedNode | Literal, ...] = ()
    archetypes: bool = False
    lang: str | None = None
    check: bool = True
    official: Path | None = None
    batch: int = 100


Write = Callable[[Iterable[Batch], BinaryIO, Options], None]
WriteFolder = Callable[[Iterable[Batch], Path, Options], None]
CheckOfficial = Callable[[Path, Path, Profile], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Format:
    """A form that a profile is written in.

    Either `write` writes one file with this `extension`, or `write_folder` writes several into a folder that is there
    and empty. `check` holds the result (a file or folder) against the catalogue's official rules, where those are not
    SHACL, and yields what is wrong.
    """

    name: str
    extension: str = ""
    write: Write | None = None
    write_folder: WriteFolder | None = None
    check: CheckOfficial | None = None
    binary: bool = False
