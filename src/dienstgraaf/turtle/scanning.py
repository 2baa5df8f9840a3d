"""Where each triple of a Turtle text stands: one pass over the tokens, without recursion and without a tree.

The triples come in the order in which pyoxigraph gives them, so that the place of its nth triple is the nth here.
It gives what one token completes last first: of `<a> <p> (1)` the number first, then the list that it opens.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field

from dienstgraaf.turtle._grammar import TOKEN

__all__ = ["TriplePlaces", "scan_triples"]

_NOTHING = -1


@dataclass(slots=True)
class TriplePlaces:
    """For the nth triple the offsets, in characters from 0, of its subject, predicate, object, and the object's end.

    Of what a list implies (rdf:first, rdf:rest), subject and predicate stand where the item stands.
    """

    subjects: array[int] = field(default_factory=lambda: array("q"))
    predicates: array[int] = field(default_factory=lambda: array("q"))
    objects: array[int] = field(default_factory=lambda: array("q"))
    ends: array[int] = field(default_factory=lambda: array("q"))

    def __len__(self) -> int:
        """Return the number of triples."""
        return len(self.subjects)


def scan_triples(text: str) -> TriplePlaces | None:
    """Return the places of the triples of `text`, which must be Turtle; None if it holds what Turtle 1.1 does not."""
    scanner = _Scanner()
    position, match, end = 0, TOKEN.match, len(text)
    while position < end:
        token = match(text, position)
        if token is None:
            return None
        start, position = position, token.end()
        kind = token.lastgroup or ""
        if kind not in ("space", "comment") and not scanner.take(kind, token.group(), start, position):
            return None
    return scanner.found


@dataclass(slots=True)
class _Frame:
    """What is open: the document, `[`, or `(` with the offset where it stands; and where subject and predicate are."""

    kind: str
    start: int
    subject: int = _NOTHING
    predicate: int = _NOTHING


class _Scanner:
    """Reads tokens; every method that ends a triple notes it, and `take` gives what a token ended last first."""

    def __init__(self) -> None:
        self.found = TriplePlaces()
        self.stack = [_Frame("", 0)]
        self.ended: list[tuple[int, int, int, int]] = []
        self.string: tuple[int, int] | None = None
        self.in_directive = ""

    def take(self, kind: str, text: str, start: int, end: int) -> bool:
        """Read one token; return whether it is understood."""
        understood = True
        if self.in_directive:
            self._directive(kind, text)
        elif not self._suffix(kind, text, end):
            understood = self._token(kind, text, start, end)
        for triple in reversed(self.ended):
            self.found.subjects.append(triple[0])
            self.found.predicates.append(triple[1])
            self.found.objects.append(triple[2])
            self.found.ends.append(triple[3])
        self.ended.clear()
        return understood

    def _directive(self, kind: str, text: str) -> None:
        if text == "." or (self.in_directive == "word" and kind == "iri"):
            self.in_directive = ""

    def _suffix(self, kind: str, text: str, end: int) -> bool:
        """Return whether the token belongs to the string before it, which ends if it does not."""
        if self.string is None:
            return False
        start, until = self.string
        if text == "^^":
            self.string = (start, _NOTHING)
            return True
        belongs = kind == "at" or until == _NOTHING
        self.string = None
        self._object(start, end if belongs else until)
        return belongs

    def _token(self, kind: str, text: str, start: int, end: int) -> bool:
        if kind == "mark":
            return self._mark(text, start, end)
        frame = self.stack[-1]
        if not frame.kind and frame.subject == _NOTHING:
            if kind == "at" or (kind == "word" and text.upper() in ("PREFIX", "BASE")):
                self.in_directive = kind
                return True
            frame.subject = start
            return kind in ("iri", "name", "label")
        if frame.kind != "(" and frame.predicate == _NOTHING:
            frame.predicate = start
            return kind in ("iri", "name") or text == "a"
        self._item(start)
        if kind == "string":
            self.string = (start, end)
        else:
            self._object(start, end)
        return kind not in ("at",) and (kind != "word" or text in ("true", "false"))

    def _mark(self, text: str, start: int, end: int) -> bool:
        frame = self.stack[-1]
        if text in "[(":
            self._item(start)
            self.stack.append(_Frame(text, start, start if text == "[" else _NOTHING))
        elif text == "]" and frame.kind == "[":
            self.stack.pop()
            self._object(frame.start, end)
        elif text == ")" and frame.kind == "(":
            self.stack.pop()
            if frame.subject == _NOTHING:
                self._object(frame.start, end)
            else:
                self.ended.append((frame.subject, start, start, end))
        elif text == ".":
            frame.subject = frame.predicate = _NOTHING
        elif text == ";":
            frame.predicate = _NOTHING
        return text in "[(,;" or (text in ")]" and frame.kind == {")": "(", "]": "["}[text]) or not frame.kind

    def _item(self, start: int) -> None:
        """Note that an object starts: the next item of a list, or the first, with which the list itself is known."""
        frame = self.stack[-1]
        if frame.kind != "(":
            return
        if frame.subject != _NOTHING:
            self.ended.append((frame.subject, start, start, start + 1))
        else:
            self.stack.pop()
            self._object(frame.start, frame.start + 1)
            self.stack.append(frame)
        frame.subject = frame.predicate = start

    def _object(self, start: int, end: int) -> None:
        """End a triple with this object; where a subject is awaited, it is the subject."""
        frame = self.stack[-1]
        if frame.subject == _NOTHING:
            frame.subject = start
        else:
            self.ended.append((frame.subject, frame.predicate, start, end))
