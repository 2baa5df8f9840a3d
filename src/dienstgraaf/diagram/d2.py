"""A picture of the ontology in the D2 language (https://d2lang.com): classes as boxes, properties as arrows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dienstgraaf.diagram.views import Edge, View
from dienstgraaf.diagram.vocabulary import Term, Vocabulary
from dienstgraaf.drawing import quoted

__all__ = ["to_d2"]

_STYLES = """\
classes: {
  item: {style: {fill: "#3b4a54"; stroke: "#ffffff"; font-color: "#ffffff"; font-size: 20}}
  end: {style: {fill: "#1f5fa8"; stroke: "#ffffff"; font-color: "#ffffff"; font-size: 20}}
  is: {
    style: {stroke: "#8a949b"}
    target-arrowhead: {shape: triangle; style.filled: false}
  }
  has: {style: {stroke: "#1c2a33"; font-size: 18; font-color: "#1c2a33"; italic: false}}
}
"""


def to_d2(view: View, vocabulary: Vocabulary) -> str:
    """Return `view` as D2 text: the same for the same ontology.

    Raises:
        ViewError: if `view` shows something that the ontology does not have.
    """
    view.check(vocabulary)
    lines = [f"direction: {view.direction}", _STYLES]
    above = dict(_subclasses(view, vocabulary))
    if view.columns:
        roots = [name for name in view.classes if name not in above]
        lines += [line for root in roots for line in _nested(view, vocabulary, above, root)]
    else:
        lines += [line for name in view.classes for line in (*_box(view, vocabulary, name), "}")]
        lines += [f"{start} -> {end}: {{class: is}}" for start, end in _subclasses(view, vocabulary)]
    lines += [_arrow(edge) for edge in view.edges]
    return "\n".join(lines) + "\n"


def _nested(view: View, vocabulary: Vocabulary, above: Mapping[str, str], name: str) -> Iterator[str]:
    """Yield the box of a class with the boxes of its subclasses inside it."""
    inner = [sub for sub in view.classes if above.get(sub) == name]
    yield from _box(view, vocabulary, name)
    if inner:
        yield f"  grid-columns: {min(view.columns, len(inner))}"
        yield "  grid-gap: 16"
    # Small boxes first: a box full of others takes a row of its own.
    for sub in sorted(inner, key=lambda sub: sub in above.values()):
        yield from _nested(view, vocabulary, above, sub)
    yield "}"


def _box(view: View, vocabulary: Vocabulary, name: str) -> Iterator[str]:
    """Yield the lines of the box of a class, but for the one that closes it."""
    label = vocabulary.classes[f"dg:{name}"].label["en"]
    if name == "RouteEnd" and not any(end == name for _, end in _subclasses(view, vocabulary)):
        label += " (any blue box)"
    yield f"{name}: {quoted(label)} {{"
    yield f"  class: {'end' if 'dg:RouteEnd' in vocabulary.ancestors(f'dg:{name}') else 'item'}"
    if name in view.attributes:
        yield "  shape: class"
        for prop in view.attributes[name].split():
            yield f"  {quoted(prop)}: {quoted(_range(vocabulary.properties[f'dg:{prop}']))}"


def _range(term: Term) -> str:
    return " ".join(name.partition(":")[2] for name in term.range) or "any"


def _subclasses(view: View, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """Yield the pairs of subclass and class, both shown, with no shown class between them."""
    for name in view.classes:
        if name in view.left_out:
            continue
        above = vocabulary.ancestors(f"dg:{name}") - {f"dg:{name}"}
        shown = [other for other in view.classes if f"dg:{other}" in above]
        for other in shown:
            if not any(f"dg:{other}" in vocabulary.ancestors(f"dg:{nearer}") for nearer in shown if nearer != other):
                yield name, other


def _arrow(edge: Edge) -> str:
    label = quoted("\n".join(edge.properties))
    return f"{edge.start} -> {edge.end}: {label} {{class: has}}"
