"""Finds the statement that a finding is about.

A value that is wrong is pointed at where it is given, a property that has too few or too many values at its name. If
neither stands there it is the subject; for the class of a thing, the property that asks it, or `a`. Of longer paths the
nearest step that is there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from pyoxigraph import BlankNode, Literal, NamedNode

from dienstgraaf.engine import Term
from dienstgraaf.inventory.namespaces import PREFIXES
from dienstgraaf.validation.indexing import FileIndex, Place

if TYPE_CHECKING:
    from dienstgraaf.validation.report import Finding

__all__ = ["locate"]

_TYPE: Final = PREFIXES["rdf"] + "type"
_CLASS: Final = PREFIXES["sh"] + "ClassConstraintComponent"
_IRI_IN_PATH = re.compile(r"<([^<>\s]+)>")

_Found = tuple[int, bool]
"""The number of a triple, and whether it is the object that is meant, and not the predicate."""


def locate(finding: Finding, index: FileIndex) -> Place:
    """Return where `finding` stands in the file of `index`."""
    node = finding.node if finding.node is not None else finding.focus
    if index.triples is None:
        return index.searched(finding.focus)
    found = next(_statements(finding, node, index), None)
    if found is not None:
        number, is_object = found
        return index.object_place(number) if is_object else index.predicate_place(number)
    numbers = index.numbers(node)
    if numbers:
        return index.subject_place(numbers[0])
    used = index.used(node)
    return index.searched(finding.focus) if used is None else index.object_place(used)


def _statements(finding: Finding, node: Term, index: FileIndex) -> Iterator[_Found]:
    """Yield the statements that may be meant, the likeliest first."""
    path, value = finding.path, finding.value
    numbers = index.numbers(node)
    if path is None and (value is None or value == node):
        if finding.component == _CLASS:
            yield from ((number, False) for number in numbers if index.predicate(number) == finding.target)
            yield from ((number, False) for number in numbers if index.predicate(number) == _TYPE)
        return
    names = [] if path is None else _IRI_IN_PATH.findall(path) or [path]
    if value is not None:
        yield from _with_value(node, value, names, index)
    for name in names:
        yield from ((number, False) for number in numbers if index.predicate(number) == name)


def _with_value(node: Term, value: Term, names: Sequence[str], index: FileIndex) -> Iterator[_Found]:
    """Yield the statements that hold `value`: along the path, as a predicate, by an inverse path, then anywhere."""
    numbers = index.numbers(node)
    as_predicate = value.value if isinstance(value, NamedNode) else None
    if as_predicate in names:
        yield from ((number, False) for number in numbers if index.predicate(number) == as_predicate)
    held = index.holding(node, value)
    yield from ((number, True) for number in held if not names or index.predicate(number) in names)
    if len(names) > 1:
        yield from _reached(node, value, names, index)
    yield from ((number, False) for number in numbers if index.predicate(number) == as_predicate)
    yield from ((number, True) for number in index.holding(value, node) if index.predicate(number) in names)
    along = [number for number in numbers if index.predicate(number) in names]
    yield from ((number, True) for number in along if _same_value(index.object(number), value))
    used = index.used(value)
    if used is not None and not along:
        yield used, True


def _reached(node: Term, value: Term, names: Sequence[str], index: FileIndex) -> Iterator[_Found]:
    """Yield the statements that hold `value` and can be reached from `node` along the properties of a longer path."""
    seen: set[object] = {node}
    waiting: list[Term] = [node]
    while waiting:
        for number in index.numbers(waiting.pop()):
            reached = index.object(number)
            if index.predicate(number) in names:
                if reached == value:
                    yield number, True
                if reached not in seen and isinstance(reached, NamedNode | BlankNode):
                    seen.add(reached)
                    waiting.append(reached)


def _same_value(one: object, other: Term) -> bool:
    """Whether two literals are the same but for how they are written."""
    if not isinstance(one, Literal) or not isinstance(other, Literal):
        return False
    if one.datatype != other.datatype or (one.language or "").lower() != (other.language or "").lower():
        return False
    try:
        return one.value == other.value or float(one.value) == float(other.value)
    except ValueError:
        return False
