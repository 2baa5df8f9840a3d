"""Which file and which organisation each finding is of, and in which order findings are told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from dienstgraaf.engine import Term
from dienstgraaf.inventory import SourceFile
from dienstgraaf.inventory.namespaces import DG, PREFIXES
from dienstgraaf.validation.places import Places
from dienstgraaf.validation.report import Finding

__all__ = ["labels_of", "placed"]

_PROVIDER: Final = f"{DG}provider"
_TYPE: Final = PREFIXES["rdf"] + "type"
_SUBCLASS: Final = PREFIXES["rdfs"] + "subClassOf"
_LABELS: Final = (PREFIXES["rdfs"] + "label", PREFIXES["skos"] + "prefLabel")

Quads = Mapping[SourceFile, Sequence[Quad]]


def placed(
    results: Iterable[Finding], checked: Quads, known: Quads, ontology: Iterable[Quad], places: Places
) -> list[Finding]:
    """Return the findings about what the files `checked` describe, each with its file and owner, in reading order.

    What is described in other `known` files is left out; what no file describes goes where it is mentioned first.
    """
    results = list(results)
    if not results:
        return []
    homes = _Homes(checked, _provider_classes(ontology))
    found: list[tuple[tuple[str, int], Finding]] = []
    strays: list[Finding] = []
    for finding in results:
        if finding.focus in homes.first:
            file, number = homes.home(finding)
            found.append(((str(file.path), number), homes.at_home(finding, finding.focus, places, file)))
        else:
            strays.append(finding)
    if strays:
        found += _mentioned(strays, homes, checked, known, places)
    ordered = sorted(found, key=lambda pair: (pair[0], _key(pair[1])))
    return list({(place, *_key(finding)): finding for place, finding in ordered}.values())


def labels_of(terms: Iterable[Term | None], quads: Iterable[Quad]) -> dict[str, dict[str, str]]:
    """Return the labels of the named ones among `terms`, by IRI and language, as `quads` have them."""
    wanted = {term for term in terms if isinstance(term, NamedNode)}
    found: dict[str, dict[str, str]] = {}
    for quad in quads if wanted else ():
        label = quad.object
        if quad.subject not in wanted or quad.predicate.value not in _LABELS:
            continue
        if isinstance(quad.subject, NamedNode) and isinstance(label, Literal):
            found.setdefault(quad.subject.value, {}).setdefault(label.language or "", label.value)
    return found


class _Homes:
    """Where each node of the checked files is described first, and of which organisation it is."""

    def __init__(self, checked: Quads, providers: set[Term]) -> None:
        self.first: dict[Term, tuple[SourceFile, int]] = {}
        self._parents: dict[Term, Term] = {}
        self._further: dict[Term, list[tuple[SourceFile, int]]] = {}
        self._pairs: dict[SourceFile, set[tuple[object, object]]] = {}
        self._checked = checked
        self._roots: dict[Term, Term] = {}
        self._provided: dict[Term, Term] = {}
        self._owners: dict[SourceFile, Term | None] = {}
        for file, quads in checked.items():
            local: Counter[Term] = Counter()
            for number, quad in enumerate(quads):
                self._note(file, number, quad)
                if quad.predicate.value == _PROVIDER and isinstance(quad.object, NamedNode):
                    local[quad.object] += 1
                elif quad.predicate.value == _TYPE and quad.object in providers and type(quad.subject) is NamedNode:
                    self._provided.setdefault(quad.subject, quad.subject)
                    local[quad.subject] += 1
            self._owners[file] = next(iter(local)) if len(local) == 1 else None

    def _note(self, file: SourceFile, number: int, quad: Quad) -> None:
        if not isinstance(quad.subject, NamedNode | BlankNode):
            return
        home = self.first.setdefault(quad.subject, (file, number))
        if home[0] is not file:
            others = self._further.setdefault(quad.subject, [])
            if not others or others[-1][0] is not file:
                others.append((file, number))
        if isinstance(quad.object, BlankNode):
            self._parents.setdefault(quad.object, quad.subject)
        elif quad.predicate.value == _PROVIDER and isinstance(quad.object, NamedNode):
            self._provided.setdefault(quad.subject, quad.object)

    def home(self, finding: Finding) -> tuple[SourceFile, int]:
        """Return the file that describes the focus first, and where; rather one that holds the value, if it has one."""
        file, number = self.first[finding.focus]
        if finding.file is not None and finding.file != file.path:
            return next((each for each in self._checked if each.path == finding.file), file), 0
        if finding.value is None or finding.focus not in self._further or self._holds(file, finding):
            return file, number
        return next((each for each in self._further[finding.focus] if self._holds(each[0], finding)), (file, number))

    def _holds(self, file: SourceFile, finding: Finding) -> bool:
        if file not in self._pairs:
            self._pairs[file] = {(quad.subject, quad.object) for quad in self._checked[file]}
        return (finding.focus, finding.value) in self._pairs[file]

    def root(self, node: Term) -> Term:
        """Return the named node that a blank `node` hangs in, or the last blank one."""
        way: list[Term] = []
        seen: set[Term] = set()
        while isinstance(node, BlankNode) and node in self._parents and node not in seen:
            if node in self._roots:
                node = self._roots[node]
                break
            seen.add(node)
            way.append(node)
            node = self._parents[node]
        self._roots.update(dict.fromkeys(way, node))
        return node

    def at_home(self, finding: Finding, node: Term, places: Places, home: SourceFile) -> Finding:
        root = self.root(node)
        owner = self._provided.get(root) or self._owners.get(home)
        return replace(finding, focus=root, node=node, owner=owner, file=home.path, graph=home.graph, places=places)


def _mentioned(
    strays: Sequence[Finding], homes: _Homes, checked: Quads, known: Quads, places: Places
) -> Iterable[tuple[tuple[str, int], Finding]]:
    """Yield the findings about nodes that no file describes, at their first mention: literals, and names alone."""
    wanted = {finding.focus for finding in strays}
    for file, quads in known.items():
        if file not in checked:
            wanted -= {quad.subject for quad in quads}
    mentions: dict[object, tuple[SourceFile, int]] = {}
    for file, quads in (*checked.items(), *known.items()):
        for number, quad in enumerate(quads):
            if quad.object in wanted:
                mentions.setdefault(quad.object, (file, number))
    for finding in strays:
        if finding.focus in mentions:
            file, number = mentions[finding.focus]
            yield (str(file.path), number), homes.at_home(finding, finding.focus, places, file)


def _provider_classes(ontology: Iterable[Quad]) -> set[Term]:
    """Return the class of providers and all below it."""
    below: dict[object, list[Term]] = {}
    for quad in ontology:
        if quad.predicate.value == _SUBCLASS and isinstance(quad.subject, NamedNode):
            below.setdefault(quad.object, []).append(quad.subject)
    found: set[Term] = set()
    waiting: list[Term] = [NamedNode(f"{DG}Provider")]
    while waiting:
        each = waiting.pop()
        if each not in found:
            found.add(each)
            waiting += below.get(each, [])
    return found


def _key(finding: Finding) -> tuple[str, str, str, str, str, str]:
    return (
        str(finding.focus) if isinstance(finding.node, BlankNode) else "",
        finding.path or "",
        finding.rule,
        finding.component,
        str(finding.value),
        finding.message("en"),
    )
