"""The rules as people read them: what each asks, why, how to mend what breaks it, and its examples."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from dienstgraaf.engine import Term
from dienstgraaf.inventory.namespaces import BASE, DG, PREFIXES, shorten
from dienstgraaf.validation.paths import listed, path_text
from dienstgraaf.validation.report import Severity

__all__ = ["COMPONENTS", "Constraint", "Rule", "read_rules", "rule_slug"]

_SH, _RDF, _RDFS = PREFIXES["sh"], PREFIXES["rdf"], PREFIXES["rdfs"]
_SEVERITY: Final[dict[str, Severity]] = {f"{_SH}Warning": "warning", f"{_SH}Info": "info"}
_TARGETS: Final = ("targetClass", "targetSubjectsOf", "targetObjectsOf", "targetNode")
_OF_SHAPES: Final = ("not", "and", "or", "xone", "node")
_LONGEST_LIST: Final = 12

COMPONENTS: Final[dict[str, str]] = {
    name: f"{_SH}{name[0].upper()}{name[1:]}ConstraintComponent"
    for name in (
        *("class", "datatype", "nodeKind", "minCount", "maxCount"),
        *("minExclusive", "minInclusive", "maxExclusive", "maxInclusive"),
        *("minLength", "maxLength", "pattern", "languageIn", "uniqueLang"),
        *("equals", "disjoint", "lessThan", "lessThanOrEquals"),
        *("not", "and", "or", "xone", "node", "qualifiedMinCount", "qualifiedMaxCount"),
        *("closed", "hasValue", "in"),
    )
} | {"sparql": f"{_SH}SPARQLConstraintComponent"}
"""The parameter that stands in a shape for each constraint component of SHACL, with the component's IRI."""


@dataclass(frozen=True, slots=True)
class Constraint:
    """What a shape asks: the component, the path that it is asked of ("" for the node itself), and the parameter.

    `inner` are the shapes in it, each as what it asks; one with a name is a constraint without a component.
    """

    component: str
    path: str
    value: str
    inner: tuple[tuple[Constraint, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A shape with a name. Texts are by language; `good` and `bad` are examples in Turtle, "" where there is none.

    `targets` are pairs of the kind of target ("targetClass") and the IRI; those of the shapes that use it count too.
    `parts` are the named shapes for its properties, by IRI.
    """

    iri: str
    messages: Mapping[str, str] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    severity: Severity = "violation"
    path: str = ""
    constraints: tuple[Constraint, ...] = ()
    targets: tuple[tuple[str, str], ...] = ()
    good: str = ""
    bad: str = ""
    parts: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        """The last part of the IRI."""
        return rule_slug(self.iri)

    @property
    def asks(self) -> bool:
        """Whether it asks anything itself, and does not only bring together the rules of a class."""
        return bool(self.messages or self.constraints)

    def constraint(self, component: str, path: str | None) -> Constraint | None:
        """Return what the rule asks by `component` along `path`, or by `component` at all."""
        alike = [each for each in self.constraints if each.component == component]
        return next((each for each in alike if each.path == (path or "")), alike[0] if alike else None)


def rule_slug(iri: str) -> str:
    """Return the name of a rule for people: the IRI without the project's namespace, or its last part.

    >>> rule_slug("https://w3id.org/dienstgraaf/rule/entry-point-status")
    'entry-point-status'
    """
    return iri.removeprefix(f"{BASE}rule/").rstrip("/#").rpartition("/")[2].rpartition("#")[2]


def read_rules(shapes: Iterable[Quad]) -> dict[str, Rule]:
    """Return the named shapes of `shapes` by IRI, sorted; shapes without a name are part of the one around them."""
    reader = _Reader(shapes)
    return {iri: reader.rule(iri) for iri in sorted(reader.named())}


class _Reader:
    def __init__(self, shapes: Iterable[Quad]) -> None:
        self._by: dict[Term, dict[str, list[Term]]] = {}
        self._used: dict[Term, list[Term]] = {}
        for quad in shapes:
            subject, value = quad.subject, quad.object
            if isinstance(subject, NamedNode | BlankNode) and isinstance(value, NamedNode | BlankNode | Literal):
                self._by.setdefault(subject, {}).setdefault(quad.predicate.value, []).append(value)
                if quad.predicate.value in (f"{_SH}property", f"{_SH}node"):
                    self._used.setdefault(value, []).append(subject)

    def objects(self, node: Term, predicate: str) -> Sequence[Term]:
        return self._by.get(node, {}).get(predicate, ())

    def named(self) -> list[str]:
        kinds = {f"{_SH}NodeShape", f"{_SH}PropertyShape"}
        marks = {f"{_SH}{name}" for name in (*COMPONENTS, *_TARGETS, "path", "message")}
        return [
            node.value
            for node, statements in self._by.items()
            if isinstance(node, NamedNode)
            and (
                any(isinstance(kind, NamedNode) and kind.value in kinds for kind in statements.get(f"{_RDF}type", ()))
                or not marks.isdisjoint(statements)
            )
        ]

    def rule(self, iri: str) -> Rule:
        node = NamedNode(iri)
        severity = next((each.value for each in self.objects(node, f"{_SH}severity") if type(each) is NamedNode), "")
        good, bad = (self._texts(node, f"{DG}{name}").get("", "") for name in ("validExample", "invalidExample"))
        return Rule(
            iri,
            self._messages(node),
            self._texts(node, f"{DG}why"),
            self._texts(node, f"{_SH}name") or self._texts(node, f"{_RDFS}label"),
            _SEVERITY.get(severity, "violation"),
            self._path(node),
            tuple(self._constraints(node, "", set())),
            tuple(self._targets(node, set())),
            good,
            bad,
            tuple(sorted(x.value for x in self.objects(node, f"{_SH}property") if isinstance(x, NamedNode))),
        )

    def _texts(self, node: Term, predicate: str) -> dict[str, str]:
        values = [each for each in self.objects(node, predicate) if isinstance(each, Literal)]
        return {each.language or "": each.value for each in sorted(values, key=str, reverse=True)}

    def _messages(self, node: Term) -> dict[str, str]:
        """Return the messages of the shape, else those of the SPARQL constraint in it."""
        inner = (self._texts(each, f"{_SH}message") for each in self.objects(node, f"{_SH}sparql"))
        return self._texts(node, f"{_SH}message") or next(inner, {})

    def _path(self, node: Term) -> str:
        return next((path_text(each, self.objects) for each in self.objects(node, f"{_SH}path")), "")

    def _targets(self, node: Term, seen: set[Term]) -> Iterable[tuple[str, str]]:
        if node in seen:
            return
        seen.add(node)
        for kind in _TARGETS:
            for each in self.objects(node, f"{_SH}{kind}"):
                yield kind, each.value if isinstance(each, NamedNode) else str(each)
        classes = {f"{_RDFS}Class", f"{PREFIXES['owl']}Class"}
        if any(isinstance(each, NamedNode) and each.value in classes for each in self.objects(node, f"{_RDF}type")):
            yield "targetClass", str(getattr(node, "value", node))
        for user in self._used.get(node, ()):
            yield from self._targets(user, seen)

    def _constraints(self, node: Term, path: str, seen: set[Term]) -> Iterable[Constraint]:
        if node in seen:
            return
        seen.add(node)
        path = self._path(node) or path
        for name, component in COMPONENTS.items():
            for value in self.objects(node, f"{_SH}{name}"):
                shapes = [value] if name in _OF_SHAPES else []
                shapes += self.objects(node, f"{_SH}qualifiedValueShape") if name.startswith("qualified") else []
                inner = tuple(
                    self._inner(each, path, seen) for shape in shapes for each in listed(shape, self.objects) or [shape]
                )
                yield Constraint(component, path, self._shown(value), inner)
        for inner_shape in self.objects(node, f"{_SH}property"):
            if isinstance(inner_shape, BlankNode):
                yield from self._constraints(inner_shape, path, seen)

    def _inner(self, shape: Term, path: str, seen: set[Term]) -> tuple[Constraint, ...]:
        if isinstance(shape, NamedNode):
            return (Constraint("", path, shorten(shape.value)),)
        return tuple(self._constraints(shape, path, set(seen)))

    def _shown(self, value: Term) -> str:
        if isinstance(value, NamedNode):
            return shorten(value.value)
        if isinstance(value, Literal):
            return value.value
        items = listed(value, self.objects)
        shown = [self._shown(item) for item in items[:_LONGEST_LIST] if not isinstance(item, BlankNode)]
        return ", ".join([*shown, *(["…"] if len(items) > _LONGEST_LIST else [])])
