"""Holds what an export makes against SHACL rules: the profile's own, and the catalogue's official ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode, RdfFormat, Store, Triple, parse

from dienstgraaf.errors import DienstgraafError
from dienstgraaf.export.errors import ExportError, MappingError
from dienstgraaf.export.model import Acceptance
from dienstgraaf.inventory.namespaces import PREFIXES, shorten
from dienstgraaf.messages import text
from dienstgraaf.shacl import Graph, Result, ShaclError, StoreEngine, check

__all__ = ["Finding", "check_shapes", "properties_seen", "split_accepted"]

_SHACL: Final = "http://www.w3.org/ns/shacl#"
_SEES_ALL: Final = frozenset(f"{_SHACL}{name}" for name in ("ask", "closed", "select", "sparql", "target"))
_OF_CLASSES: Final = frozenset((NamedNode(f"{PREFIXES['rdf']}type"), NamedNode(f"{PREFIXES['rdfs']}subClassOf")))
_COMPONENTS: Final = frozenset(
    {"Class", "Datatype", "HasValue", "In", "MaxCount", "MinCount", "NodeKind", "Not", "Or", "Pattern", "UniqueLang"}
)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: how bad it is ("violation", "warning" or "info"), of what, along which path, and in words.

    `source` is the name of the file of rules. `messages` has a sentence by language; "" is that of no language. `place`
    is where a file says what it is about, if one does: path, line and column.
    """

    source: str
    severity: str
    focus: str
    path: str
    value: str
    component: str
    messages: dict[str, str]
    place: str = ""

    def text(self, lang: str) -> str:
        """Return the finding as one line in `lang`, or in whatever language the rule speaks."""
        words = self.messages.get(lang) or self.messages.get("en") or next(iter(self.messages.values()), "")
        words = " ".join((words or _in_words(self.component, lang)).split())
        value = "" if self.value == self.focus else self.value
        about = " ".join(each for each in (self.focus, self.path and shorten(self.path), value) if each)
        source = f" [{self.source}]" if self.place else ""
        return f"{self.place or self.source}: {self.severity}: {about}: {words}{source}"


def _in_words(component: str, lang: str) -> str:
    """Return what it is that a constraint component finds, for shapes that say nothing themselves."""
    name = component.removeprefix(_SHACL).removesuffix("ConstraintComponent")
    return text(f"shacl-{name}", lang) if name in _COMPONENTS else name or component


def check_shapes(data: Store, shapes: Path, name: str) -> Iterator[Finding]:
    """Yield what the rules in the file `shapes`, called `name`, find in `data`.

    Raises:
        ExportError: if the file cannot be read.
        MappingError: if it is not Turtle.
        DienstgraafError: if the rules are wrong.
    """
    triples = list(_without_idle(_read(shapes), data))
    try:
        yield from (_finding(each, name) for each in check(StoreEngine(store=data), Graph(triples)))
    except (ShaclError, SyntaxError) as error:
        raise DienstgraafError("shapes-broken", reason=f"{shapes}: {error}") from None


def properties_seen(shapes: Path) -> frozenset[NamedNode] | None:
    """Return the properties that the rules in the file `shapes` can look at; None if that may be any.

    Core constraints see the properties that the rules name, and classes; a closed shape, and SPARQL, may see all.

    Raises:
        ExportError: if the file cannot be read.
        MappingError: if it is not Turtle.
    """
    triples = _read(shapes)
    if any(each.predicate.value in _SEES_ALL for each in triples):
        return None
    return frozenset(each.object for each in triples if isinstance(each.object, NamedNode)).union(_OF_CLASSES)


def _read(shapes: Path) -> list[Triple]:
    try:
        return [quad.triple for quad in parse(shapes.read_bytes(), RdfFormat.TURTLE, base_iri="urn:rules")]
    except OSError as error:
        raise ExportError("file-unreadable", name=shapes, reason=error.strerror or str(error)) from None
    except SyntaxError as error:
        raise MappingError(shapes, error.lineno or 1, f"is not Turtle: {error.msg}") from None


def _without_idle(triples: Sequence[Triple], data: Store) -> Iterator[Triple]:
    """Yield `triples` of shapes without the datatypes of properties that `data` does not have: these cannot be broken.

    Some of them (`xsd:nonNegativeInteger`) are refused, as a store keeps such numbers as plain integers.
    """
    paths = {each.subject: each.object for each in triples if each.predicate.value == f"{_SHACL}path"}
    for each in triples:
        path = paths.get(each.subject) if each.predicate.value == f"{_SHACL}datatype" else None
        if not isinstance(path, NamedNode) or next(data.quads_for_pattern(None, path, None), None) is not None:
            yield each


def split_accepted(
    findings: Iterable[Finding], acceptances: Iterable[Acceptance]
) -> tuple[list[Finding], list[Finding]]:
    """Return the findings that count, and those that the profile accepts with a reason; a violation always counts."""
    known = list(acceptances)
    counting: list[Finding] = []
    accepted: list[Finding] = []
    for each in findings:
        fine = each.severity != "violation" and any(one.covers(each.path, each.component) for one in known)
        (accepted if fine else counting).append(each)
    return counting, accepted


def _finding(result: Result, name: str) -> Finding:
    return Finding(
        source=name,
        severity=str(result.severity.value).removeprefix(_SHACL).casefold(),
        focus=str(result.focus),
        path="" if result.path is None else result.path.text.removeprefix("<").removesuffix(">"),
        value="" if result.value is None else str(result.value),
        component=result.component.value,
        messages={message.language or "": message.value for message in result.messages},
    )
