"""The text of a file with its triples: where each stands, what is said of a node, and what hangs in what.

Lines and columns count from 1, columns in characters (Unicode code points); a byte order mark has no column.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from dienstgraaf.engine import Term
from dienstgraaf.turtle.scanning import TriplePlaces, scan_triples
from dienstgraaf.validation.statements import CELLS

__all__ = ["FileIndex", "Place"]

_LINE_END = re.compile(r"\r\n|\r|\n")
_PREFIX = re.compile(r"\bprefix\s+([^\s:<]*):\s*<([^<>\s]+)>", re.IGNORECASE)
_IRI = re.compile(r"<([^<>\s]+)>")
_LOCAL_NAME = re.compile(r"[A-Za-z0-9_](?:[\w.-]*[\w-])?")
_TOKEN = re.compile(r"<[^>\s]*>|[\[(]|[^\s;,\])]+")
_BEFORE, _WIDEST = 60, 160
"""Of a longer line only so much is quoted: this many characters before the place, and this many in all."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file: line, column and the column after its end (from 1), and the line itself.

    `source` is quoted from the line; `caret` is the place in `source`, from 0.
    """

    line: int
    column: int
    end_column: int
    source: str
    caret: int


class FileIndex:
    """The text of a file and its triples, by subject and by what hangs in what."""

    def __init__(self, text: str, quads: Sequence[Quad], base: str = "") -> None:
        """Take the text, its triples in the order in which they were read (none if it is not Turtle), and its base."""
        self.text = text
        self.quads = quads
        self._folder = base.rpartition("/")[0] + "/" if base else ""

    @cached_property
    def _starts(self) -> array[int]:
        return array("q", (0, *(found.end() for found in _LINE_END.finditer(self.text))))

    @cached_property
    def triples(self) -> TriplePlaces | None:
        """The offsets of the triples; None where the text holds more than Turtle 1.1."""
        found = scan_triples(self.text) if self.quads else None
        return found if found is not None and len(found) == len(self.quads) else None

    @cached_property
    def _by_subject(self) -> dict[object, list[int]]:
        found: dict[object, list[int]] = {}
        for number, quad in enumerate(self.quads):
            found.setdefault(quad.subject, []).append(number)
        return found

    @cached_property
    def _by_object(self) -> dict[object, list[int]]:
        found: dict[object, list[int]] = {}
        for number, quad in enumerate(self.quads):
            found.setdefault(quad.object, []).append(number)
        return found

    def shortened(self, words: str) -> str:
        """Return `words` with each <IRI> in it as the file may have it: with a prefix of its own, or relative."""
        return _IRI.sub(self._short, words) if "<" in words else words

    def _short(self, found: re.Match[str]) -> str:
        iri = found[1]
        for namespace, prefix in self._prefixes:
            if iri.startswith(namespace) and _LOCAL_NAME.fullmatch(iri[len(namespace) :]):
                return f"{prefix}:{iri[len(namespace) :]}"
        return f"<{iri.removeprefix(self._folder)}>" if self._folder else found[0]

    @cached_property
    def _prefixes(self) -> list[tuple[str, str]]:
        """The namespaces that the file declares, the longest first, with their prefixes."""
        return sorted(((iri, name) for name, iri in _PREFIX.findall(self.text)), key=lambda pair: -len(pair[0]))

    def numbers(self, node: Term) -> Sequence[int]:
        """Return the numbers of the triples with the subject `node`, in the order of the text."""
        return self._by_subject.get(node, ())

    def used(self, node: Term) -> int | None:
        """Return the number of the first triple with the object `node`."""
        return next(iter(self._by_object.get(node, ())), None)

    def holding(self, subject: Term, value: Term) -> list[int]:
        """Return the numbers of the triples with this subject and object."""
        ones, others = self.numbers(subject), self._by_object.get(value, ())
        if len(ones) <= len(others):
            return [number for number in ones if self.quads[number].object == value]
        return [number for number in others if self.quads[number].subject == subject]

    def predicate(self, number: int) -> str:
        """Return the predicate's IRI of a triple."""
        return self.quads[number].predicate.value

    def object(self, number: int) -> object:
        """Return the object of a triple."""
        return self.quads[number].object

    def statements(self, node: Term) -> Iterator[tuple[str, Term]]:
        """Yield the predicates and objects of `node`, as they stand in the file."""
        for number in self.numbers(node):
            quad = self.quads[number]
            if isinstance(quad.object, NamedNode | BlankNode | Literal):
                yield quad.predicate.value, quad.object

    def chain(self, node: Term) -> tuple[Term, list[str]]:
        """Return the named node (or last blank one) that a blank `node` hangs in, and the predicates down to `node`."""
        inside: list[str] = []
        seen: set[object] = set()
        while isinstance(node, BlankNode) and node not in seen and node in self._by_object:
            seen.add(node)
            quad = self.quads[self._by_object[node][0]]
            if quad.predicate.value not in CELLS:
                inside.append(quad.predicate.value)
            if not isinstance(quad.subject, NamedNode | BlankNode):
                break
            node = quad.subject
        return node, inside[::-1]

    def count(self, node: Term, path: str) -> int:
        """Return how many values of the property `path` the file gives `node`."""
        return len({value for predicate, value in self.statements(node) if predicate == path})

    def at(self, line: int, column: int) -> Place:
        """Return the place at `line` and `column`, or at the nearest that the text has."""
        if line > len(self._starts):
            return Place(line, column, column + 1, "", 0)
        start = self._starts[line - 1] + column - 1
        return self._place(min(start, len(self.text)), start + 1)

    def subject_place(self, number: int) -> Place:
        """Return where the subject of a triple stands."""
        return self._token(0 if self.triples is None else self.triples.subjects[number])

    def predicate_place(self, number: int) -> Place:
        """Return where the predicate of a triple stands."""
        return self._token(0 if self.triples is None else self.triples.predicates[number])

    def object_place(self, number: int) -> Place:
        """Return where the object of a triple stands."""
        if self.triples is None:
            return self._place(0, 0)
        return self._place(self.triples.objects[number], self.triples.ends[number])

    def searched(self, focus: Term) -> Place:
        """Return the first line on which `focus` is written, else the first line."""
        if isinstance(focus, NamedNode):
            local = re.split(r"[/#]", focus.value)[-1]
            found = re.search(rf"(?<![\w-])\S*{re.escape(local)}(?![\w-])", self.text) if local else None
            if found:
                return self._place(found.start(), found.end())
        return self._place(0, 0)

    def _token(self, start: int) -> Place:
        end = _TOKEN.match(self.text, start)
        return self._place(start, end.end() if end else start + 1)

    def _place(self, start: int, end: int) -> Place:
        line = bisect_right(self._starts, start)
        first = self._starts[line - 1]
        last = self._starts[line] if line < len(self._starts) else len(self.text)
        column = start - first
        whole = self.text[first:last] if last - first <= _WIDEST else ""
        shift, lead, tail = 0, "", ""
        if not whole:
            shift = max(column - _BEFORE, 0)
            whole = self.text[first + shift : min(first + shift + _WIDEST, last)]
            lead, tail = "…" if shift else "", "…" if first + shift + _WIDEST < last else ""
        source = lead + _printable(whole.rstrip("\r\n")) + tail
        width = max(min(end, max(last, start + 1)) - start, 1)
        return Place(line, column + 1, column + 1 + width, source, column - shift + len(lead))


def _printable(line: str) -> str:
    """Return `line` without characters that could move the cursor or change colours; each keeps its place."""
    return line if line.isprintable() else "".join(c if c.isprintable() or c == "\t" else " " for c in line)
