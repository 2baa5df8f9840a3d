"""What the shapes ask of each property and class, read from the shapes themselves (SHACL, sections 4 and 5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from pyoxigraph import Literal, NamedNode, Quad

from dienstgraaf.inventory import read_quads, shape_files, shipped, source_files
from dienstgraaf.inventory.namespaces import PREFIXES, shorten

__all__ = ["Constraint", "Rules", "shipped_rules"]

_SH, _RDFS, _RDF = PREFIXES["sh"], PREFIXES["rdfs"], PREFIXES["rdf"]


@dataclass(frozen=True)
class Constraint:
    """A property shape; its names are prefixed ones.

    `minimum` is 0 and `maximum` None where the shape sets none; `asks` is the class or datatype of a value, empty where
    the shape asks either in another way (`sh:or`) or not at all.
    """

    rule: str
    path: str
    asks: str
    datatype: bool
    minimum: int
    maximum: int | None
    choice: bool


@dataclass
class Rules:
    """The constraints of each class, the class to which a property belongs, and all that the ontology defines."""

    by_class: dict[str, list[Constraint]] = field(default_factory=dict)
    owners: dict[str, tuple[str, str]] = field(default_factory=dict)
    wider: dict[str, set[str]] = field(default_factory=dict)
    defined: set[str] = field(default_factory=set)
    _lineages: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _found: dict[tuple[str, str], list[Constraint]] = field(default_factory=dict)

    def lineage(self, kind: str) -> tuple[str, ...]:
        """Return `kind` and every wider class, nearest first."""
        if kind not in self._lineages:
            found, waiting = [kind], [kind]
            while waiting:
                for each in sorted(self.wider.get(waiting.pop(0), ())):
                    if each not in found:
                        found.append(each)
                        waiting.append(each)
            self._lineages[kind] = tuple(found)
        return self._lineages[kind]

    def of(self, kind: str, path: str = "") -> list[Constraint]:
        """Return the constraints on instances of `kind`, nearest class first; only those on `path`, if given."""
        if (kind, path) not in self._found:
            found = [each for name in self.lineage(kind) for each in self.by_class.get(name, ())]
            self._found[kind, path] = [each for each in found if path in ("", each.path)]
        return self._found[kind, path]


@cache
def shipped_rules() -> Rules:
    """Return the rules of the shipped shapes and ontology."""
    rules = Rules()
    for file in source_files([shipped()], ("ontology",)):
        for quad in read_quads(file):
            if isinstance(quad.subject, NamedNode):
                rules.defined.add(shorten(quad.subject.value))
                if quad.predicate.value == f"{_RDFS}subClassOf" and isinstance(quad.object, NamedNode):
                    rules.wider.setdefault(shorten(quad.subject.value), set()).add(shorten(quad.object.value))
    for file in shape_files([shipped()]):
        _read_shapes(read_quads(file), rules)
    return rules


def _read_shapes(quads: Iterable[Quad], rules: Rules) -> None:
    said: dict[str, dict[str, list[str]]] = {}
    for quad in quads:
        if isinstance(quad.subject, NamedNode):
            value = shorten(quad.object.value) if isinstance(quad.object, NamedNode) else _text(quad.object)
            said.setdefault(shorten(quad.subject.value), {}).setdefault(quad.predicate.value, []).append(value)
    for shape, about in sorted(said.items()):
        targets = about.get(f"{_SH}targetClass", [])
        for target in targets:
            rules.by_class.setdefault(target, []).extend(_properties(about, said))
        if "-belongs-to-" in shape:
            for path in about.get(f"{_SH}targetSubjectsOf", []):
                rules.owners[path] = (shape, about[f"{_SH}class"][0])


def _properties(about: dict[str, list[str]], said: dict[str, dict[str, list[str]]]) -> Iterator[Constraint]:
    for rule in sorted(about.get(f"{_SH}property", [])):
        shape = said.get(rule, {})
        datatype = shape.get(f"{_SH}datatype", [])
        qualified = f"{_SH}qualifiedValueShape" in shape
        if f"{_SH}severity" not in shape and not qualified:
            yield Constraint(
                rule=rule,
                path=shape[f"{_SH}path"][0],
                asks=(datatype or shape.get(f"{_SH}class", [""]))[0],
                datatype=bool(datatype),
                minimum=int(shape.get(f"{_SH}minCount", ["0"])[0]),
                maximum=int(shape[f"{_SH}maxCount"][0]) if f"{_SH}maxCount" in shape else None,
                choice=f"{_SH}or" in shape,
            )


def _text(term: object) -> str:
    return term.value if isinstance(term, Literal) else ""
