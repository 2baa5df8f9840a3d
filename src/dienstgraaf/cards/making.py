"""Makes a card from what an engine says."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from dienstgraaf._sparql import prepared
from dienstgraaf.cards._sparing import drop_foreign, drop_presumed, drop_stated
from dienstgraaf.cards.finding import find_all
from dienstgraaf.cards.model import Card, Group, Link, Segment
from dienstgraaf.engine import Engine, Term
from dienstgraaf.inventory.namespaces import DG, PREFIXES, shorten
from dienstgraaf.messages import text
from dienstgraaf.questions.asking import natural_order
from dienstgraaf.tables import cell_text

__all__ = ["card", "triples_of"]

_RDFS, _SKOS, _DCT = PREFIXES["rdfs"], PREFIXES["skos"], PREFIXES["dct"]
_TYPE: Final = PREFIXES["rdf"] + "type"
_LABELS: Final = (f"{_RDFS}label", f"{_SKOS}prefLabel", f"{_DCT}title")
_ALSO: Final = (f"{_SKOS}altLabel", f"{DG}abbreviation", f"{DG}formerName")
_DEFINITIONS: Final = (f"{_SKOS}definition", f"{_DCT}description", f"{_RDFS}comment")
_SOURCE: Final = PREFIXES["prov"] + "wasDerivedFrom"

_Rows = dict[tuple[str, Term], tuple[Link, str]]


def card(engine: Engine, name: str, lang: str, presumed: bool = False) -> Card:
    """Return the card, in `lang`, of what `name` stands for; what is only presumed is counted, or shown if `presumed`.

    Raises:
        UnknownNameError: if nothing is called so, or several things are.
    """
    item, also_called = find_all(engine, name, lang)
    values = _facts(engine, item, lang)
    labels = _texts(values, _LABELS, lang, every=True)
    label = labels[0] if labels else shorten(item.value)
    also = [*labels, *_texts(values, _ALSO, lang, every=True)]
    special = (_TYPE, _SOURCE, *_LABELS, *_ALSO, *_DEFINITIONS)
    own = {key: value for key, value in values.items() if key[0] not in special}
    incoming = _incoming(engine, item, lang)
    drop_foreign(own)
    drop_foreign(incoming)
    drop_stated(incoming)
    left_out = 0 if presumed else drop_presumed(own) + drop_presumed(incoming)
    return Card(
        iri=item.value,
        lang=lang,
        label=label,
        also=tuple(dict.fromkeys(name for name in also if name != label)),
        definition="\n\n".join(_texts(values, _DEFINITIONS, lang)),
        types=tuple(sorted((link for (name, _), (link, _l) in values.items() if name == _TYPE), key=_order)),
        facts=_merged(_grouped(own, lang), _nested(engine, item, lang)),
        incoming=_grouped(incoming, lang),
        provenance=_provenance(engine, item, lang),
        presumptions_left_out=left_out,
        also_called=also_called,
    )


def triples_of(engine: Engine, iri: str) -> list[Triple]:
    """Return the triples of the item `iri`: said of it, of its unnamed parts, and those that refer to it."""
    return engine.construct(prepared("card_triples", item=[NamedNode(iri)]))


def _facts(engine: Engine, item: NamedNode, lang: str) -> _Rows:
    """Return, for each property and value of `item`, the link to show and the label of the property."""
    found: _Rows = {}
    labels: dict[Term | None, dict[str, str]] = {}
    rows = engine.select(prepared("card_facts", item=[item])).rows
    for name, name_label, value, value_label, _inferred in rows:
        _note(labels, name, name_label)
        _note(labels, value, value_label)
    for name, _n, value, _v, inferred in rows:
        if isinstance(name, NamedNode) and value is not None:
            found[name.value, value] = (_link(value, labels, lang, inferred), _label(name, labels, lang))
    return found


def _incoming(engine: Engine, item: NamedNode, lang: str) -> _Rows:
    found: _Rows = {}
    labels: dict[Term | None, dict[str, str]] = {}
    inverse: dict[Term | None, dict[str, str]] = {}
    rows = engine.select(prepared("card_incoming", item=[item])).rows
    for name, name_label, inverse_label, subject, subject_label, _inferred in rows:
        _note(labels, name, name_label)
        _note(inverse, name, inverse_label)
        _note(labels, subject, subject_label)
    for name, _n, _i, subject, _s, inferred in rows:
        if isinstance(name, NamedNode) and subject is not None:
            reads = _best(inverse.get(name, {}), lang) or text("inverse-of", lang, label=_label(name, labels, lang))
            found[name.value, subject] = (_link(subject, labels, lang, inferred), reads)
    return found


def _nested(engine: Engine, item: NamedNode, lang: str) -> tuple[Group, ...]:
    """Return the unnamed parts of `item`, each as one text of "label: value" pairs."""
    labels: dict[Term | None, dict[str, str]] = {}
    parts: dict[tuple[NamedNode, Term], list[str]] = {}
    rows = engine.select(prepared("card_nested", item=[item])).rows
    for name, name_label, _node, part, part_label, value, value_label in rows:
        for term, label in ((name, name_label), (part, part_label), (value, value_label)):
            _note(labels, term, label)
    for name, _n, node, part, _p, value, _v in rows:
        if isinstance(name, NamedNode) and node is not None and isinstance(part, NamedNode) and value is not None:
            said = f"{_label(part, labels, lang)}: {_link(value, labels, lang, None).text}"
            listed = parts.setdefault((name, node), [])
            if part.value != _TYPE and said not in listed:
                listed.append(said)
    return tuple(
        Group(name.value, _label(name, labels, lang), (Link("; ".join(said)),)) for (name, _), said in parts.items()
    )


def _provenance(engine: Engine, item: NamedNode, lang: str) -> tuple[Segment, ...]:
    titles: dict[Term | None, dict[str, str]] = {}
    rows = engine.select(prepared("card_sections", item=[item])).rows
    for segment, _id, _number, title in rows:
        _note(titles, segment, title)
    found = {
        segment: Segment(
            id.value if isinstance(id, Literal) else segment.value.rsplit("/", 1)[-1],
            segment.value,
            number.value if isinstance(number, Literal) else "",
            _best(titles.get(segment, {}), lang),
        )
        for segment, id, number, _title in rows  # noqa: A001 - the query's own names
        if isinstance(segment, NamedNode)
    }
    return tuple(sorted(found.values(), key=lambda each: natural_order(each.id)))


def _grouped(values: _Rows, lang: str) -> tuple[Group, ...]:
    """Group links by property; of text in several languages only that in `lang` stays, if there is any."""
    groups: dict[tuple[str, str], list[tuple[Term, Link]]] = {}
    for (name, value), (link, label) in values.items():
        groups.setdefault((label, name), []).append((value, link))
    found = []
    for (label, name), pairs in sorted(groups.items(), key=lambda each: (each[0][0].casefold(), each[0][1])):
        ours = [link for value, link in pairs if isinstance(value, Literal) and value.language == lang]
        rest = [link for value, link in pairs if not (isinstance(value, Literal) and value.language)]
        foreign = [link for value, link in pairs if isinstance(value, Literal) and value.language not in (None, lang)]
        found.append(Group(name, label, tuple(sorted([*ours, *rest, *([] if ours else foreign)], key=_order))))
    return tuple(found)


def _merged(groups: tuple[Group, ...], more: Iterable[Group]) -> tuple[Group, ...]:
    return tuple(sorted([*groups, *more], key=lambda each: (each.label.casefold(), each.property)))


def _texts(values: _Rows, names: Iterable[str], lang: str, *, every: bool = False) -> list[str]:
    """Return the literals under `names`: the first in `lang` of each, or `every` one."""
    found = []
    for name in names:
        literals = [value for (key, value) in values if key == name and isinstance(value, Literal)]
        literals.sort(key=lambda value: (value.language != lang, value.language or "", value.value))
        found += [value.value for value in (literals if every else literals[:1])]
    return found


def _note(labels: dict[Term | None, dict[str, str]], term: Term | None, label: Term | None) -> None:
    if isinstance(label, Literal):
        labels.setdefault(term, {}).setdefault(label.language or "", label.value)


def _best(labels: dict[str, str], lang: str) -> str:
    """Return the label in `lang`, else without a language, else in any, else nothing."""
    return labels.get(lang) or labels.get("") or next((labels[key] for key in sorted(labels)), "")


def _label(term: NamedNode | BlankNode, labels: dict[Term | None, dict[str, str]], lang: str) -> str:
    return _best(labels.get(term, {}), lang) or shorten(term.value)


def _link(value: Term, labels: dict[Term | None, dict[str, str]], lang: str, inferred: Term | None) -> Link:
    added = isinstance(inferred, Literal) and inferred.value == "true"
    if isinstance(value, NamedNode):
        return Link(_label(value, labels, lang), value.value, added)
    return Link(cell_text(value, lang), None, added)


def _order(link: Link) -> tuple[object, ...]:
    return link.inferred, natural_order(link.text), link.iri or ""
