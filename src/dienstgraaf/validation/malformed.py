"""Shapes that are wrong themselves: told at their place in their file, like what is wrong with its syntax."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from dienstgraaf.engine import Term
from dienstgraaf.errors import nearest
from dienstgraaf.inventory import SourceFile, TurtleSyntaxError
from dienstgraaf.inventory.namespaces import PREFIXES
from dienstgraaf.messages import text
from dienstgraaf.shacl import ShapesError, check_shapes_graph, shacl_shacl
from dienstgraaf.validation.places import Places
from dienstgraaf.validation.report import Finding
from dienstgraaf.validation.shacl import Rules
from dienstgraaf.validation.telling import told

__all__ = ["MalformedShapeError", "broken", "malformed"]

Shapes = Mapping[SourceFile, Sequence[Quad]]


class MalformedShapeError(TurtleSyntaxError):
    """A shape that SHACL does not allow, at its place; nothing can be checked by it."""

    language, rule = "SHACL", "shape-malformed"
    asks, why, mend = "shape-malformed-rule", "shape-malformed-why", "shape-malformed-mend"
    counted = "malformed-shapes"

    def __init__(self, finding: Finding, reason: str = "", term: str = "", close: str = "") -> None:
        """Take what was found at the shape, and the reason in words, or the unknown term and what may be meant.

        Without these the reason is that a rule of shacl-shacl found it.
        """
        self._finding = finding
        self._reason = reason
        self._term = term
        self._close = close
        place = finding.place
        line, column = (place.line, place.column) if place else (1, 1)
        assert finding.file is not None  # noqa: S101 - findings about shapes are made here, with their file
        super().__init__(finding.file, line, column, "shape-malformed", reason=self._said("en"))

    def reason(self, lang: str) -> str:
        """Return what is wrong with the shape, in `lang`."""
        return text("shape-malformed", lang, reason=self._said(lang))

    def _said(self, lang: str) -> str:
        if self._term:
            hint = text("did-you-mean", lang, suggestions=self._close) if self._close else ""
            return text("shape-term-unknown", lang, term=self._term, hint=hint).rstrip()
        return self._reason or told(self._finding, None, lang)[0]


def malformed(shapes: Shapes, chosen: Iterable[SourceFile], places: Places) -> list[TurtleSyntaxError]:
    """Return what the shapes that SHACL gives for shapes (SHACL 1.0, appendix C) find wrong in the files `chosen`.

    Parts of a shape that stand in other files of `shapes` are seen too.
    """
    files = [file for file in chosen if file in shapes]
    if not files:
        return []
    found = {(each.path, each.line, each.column, each.message): each for each in _misspelt(files, shapes, places)}
    rules = Rules(shacl_shacl())
    results = check_shapes_graph((quad.triple for quads in shapes.values() for quad in quads), rules.graph)
    for finding in map(rules.finding, results):
        home = _home(finding.focus, {file: shapes[file] for file in files})
        if home is not None:
            error = MalformedShapeError(_at(finding, home, places))
            found[error.path, error.line, error.column, error.message] = error
    return [found[key] for key in sorted(found)]


def _misspelt(files: Iterable[SourceFile], shapes: Shapes, places: Places) -> Iterator[TurtleSyntaxError]:
    """Yield the properties in SHACL's namespace that it does not have: nothing would be checked by them."""
    from rdflib.namespace import SH

    known = [*SH.__annotations__, *SH._extras]  # those that are words of Python stand apart
    for file in files:
        for quad in shapes[file]:
            name = quad.predicate.value.removeprefix(PREFIXES["sh"])
            if name != quad.predicate.value and name not in known:
                value = quad.object if isinstance(quad.object, NamedNode | BlankNode | Literal) else None
                subject = quad.subject if isinstance(quad.subject, NamedNode | BlankNode) else quad.predicate
                finding = Finding(subject, quad.predicate.value, value, "violation", {}, "")
                close = ", ".join(f"sh:{each}" for each in nearest(name, known, 1))
                yield MalformedShapeError(_at(finding, file, places), term=f"sh:{name}", close=close)


def broken(error: ShapesError, shapes: Shapes, places: Places) -> TurtleSyntaxError | None:
    """Return `error`, which the compiler raised, at the place of its shape; None if it names none of `shapes`."""
    home = None if error.node is None else _home(error.node, shapes)
    if home is None or error.node is None:
        return None
    finding = Finding(error.node, None, None, "violation", {}, "")
    reason = re.sub(r"_:\w+", "[ … ]", error.reason)
    return MalformedShapeError(_at(finding, home, places), reason)


def _home(node: Term, shapes: Shapes) -> SourceFile | None:
    """Return the file that describes `node`, else one that names it."""
    describing = (file for file, quads in shapes.items() if any(quad.subject == node for quad in quads))
    naming = (file for file, quads in shapes.items() if any(quad.object == node for quad in quads))
    return next(describing, None) or next(naming, None)


def _at(finding: Finding, home: SourceFile, places: Places) -> Finding:
    from dataclasses import replace

    node = finding.focus if isinstance(finding.focus, NamedNode | BlankNode) else None
    return replace(finding, node=node, file=home.path, graph=home.graph, places=places)
