"""Writes the pieces of an exchange file: names, properties, concepts, folders and views."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from pyoxigraph import Literal

from dienstgraaf.export.writers.archimate.layout import Laid
from dienstgraaf.export.writers.archimate.model import identifier
from dienstgraaf.export.writers.archimate.reading import Named, Thing
from dienstgraaf.export.writers.xmltext import attribute, content
from dienstgraaf.inventory.namespaces import PREFIXES

__all__ = ["concept", "definition", "folder", "local_name", "names", "view"]

_SEPARATOR: Final = " | "
"""What stands between several values of one property in one language."""

_TYPES: Final = {
    f"{PREFIXES['xsd']}{name}": kind
    for kind, datatypes in {
        "boolean": ("boolean",),
        "date": ("date",),
        "number": ("integer", "decimal", "double", "nonNegativeInteger"),
    }.items()
    for name in datatypes
}
"""The type of a property definition, by the datatype of all its values; any other is a string."""


def local_name(iri: str) -> str:
    """Return the last part of `iri`, for want of a name."""
    return iri.rstrip("/#").rpartition("/")[2].rpartition("#")[2] or iri


def names(texts: Named, tag: str, otherwise: str = "") -> Iterator[str]:
    """Yield `texts` as elements called `tag`, sorted by language; `otherwise` if there are none."""
    chosen = {lang: text for lang, text in texts.items() if text} or ({"": otherwise} if otherwise else {})
    for lang, text in sorted(chosen.items()):
        yield f"<{tag}{_lang(lang)}>{content(text)}</{tag}>"


def concept(thing: Thing, relationship: bool) -> str:
    """Return `thing` as an element or relationship."""
    tag = "relationship" if relationship else "element"
    ends = f" source={_reference(thing.source)} target={_reference(thing.target)}" if relationship else ""
    pieces = [*_described(thing, needs_name=not relationship), *_properties(thing.values)]
    head = f'<{tag} identifier="{identifier(thing.iri)}"{ends} xsi:type={attribute(thing.kind)}'
    return f"{head}>{''.join(pieces)}</{tag}>\n" if pieces else f"{head}/>\n"


def definition(iri: str, thing: Thing | None, datatypes: Iterable[str]) -> str:
    """Return the definition of the property `iri`, which has values of these `datatypes`."""
    kinds = {_TYPES.get(each, "string") for each in datatypes}
    kind = kinds.pop() if len(kinds) == 1 else "string"
    pieces = "".join(_described(thing or Thing(iri), needs_name=True))
    return f'<propertyDefinition identifier="{identifier(iri)}" type="{kind}">{pieces}</propertyDefinition>\n'


def folder(iri: str, thing: Thing | None, members: Iterable[str]) -> str:
    """Return the folder called after the class `iri`, with its `members` by IRI."""
    label = "".join(names(thing.name if thing else {}, "label", local_name(iri)))
    items = "".join(f'<item identifierRef="{identifier(each)}"/>\n' for each in sorted(members))
    return f"<item>{label}\n{items}</item>\n"


def view(thing: Thing, laid: Laid) -> str:
    """Return the view `thing` as it is laid out."""
    pieces = [*_described(thing, needs_name=True), *_properties(thing.values), "\n", *_nodes(thing.iri, "", laid)]
    for link, corners in laid.corners:
        ends = " ".join(
            f'{end}="{_of_view(thing.iri, iri)}"' for end, iri in (("source", link.source), ("target", link.target))
        )
        own = f'identifier="{_of_view(thing.iri, link.iri)}" relationshipRef="{identifier(link.iri)}"'
        bends = "".join(f'<bendpoint x="{x}" y="{y}"/>' for x, y in corners)
        pieces.append(f'<connection {own} xsi:type="Relationship" {ends}>{bends}</connection>\n')
    return f'<view identifier="{identifier(thing.iri)}" xsi:type="Diagram">{"".join(pieces)}</view>\n'


def _nodes(iri: str, outer: str, laid: Laid) -> Iterator[str]:
    for element, (x, y, width, height) in laid.boxes.items():
        if laid.inside[element] == outer:
            own = f'identifier="{_of_view(iri, element)}" elementRef="{identifier(element)}"'
            inner = "".join(_nodes(iri, element, laid))
            yield f'<node {own} xsi:type="Element" x="{x}" y="{y}" w="{width}" h="{height}">{inner}</node>\n'


def _of_view(view_iri: str, iri: str) -> str:
    return identifier(f"{view_iri} {iri}")


def _described(thing: Thing, *, needs_name: bool) -> Iterator[str]:
    yield from names(thing.name, "name", local_name(thing.iri) if needs_name else "")
    yield from names({lang: "\n".join(texts) for lang, texts in thing.documentation.items()}, "documentation")


def _properties(values: Mapping[str, list[Literal]]) -> Iterator[str]:
    """Yield the properties: those of a text by language as one property, and each other value as its own."""
    if not values:
        return
    yield "<properties>"
    for iri, literals in sorted(values.items()):
        start = f'<property propertyDefinitionRef="{identifier(iri)}">'
        by_language: dict[str, list[str]] = {}
        for each in literals:
            if each.language:
                by_language.setdefault(each.language, []).append(each.value)
            else:
                yield f"{start}<value>{content(each.value)}</value></property>"
        if by_language:
            joined = {lang: _SEPARATOR.join(texts) for lang, texts in by_language.items()}
            yield f"{start}{''.join(names(joined, 'value'))}</property>"
    yield "</properties>"


def _lang(lang: str) -> str:
    return f" xml:lang={attribute(lang)}" if lang else ""


def _reference(iri: str) -> str:
    return f'"{identifier(iri)}"'
