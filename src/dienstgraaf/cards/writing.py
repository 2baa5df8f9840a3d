"""Writes a card as text or as Markdown."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

from dienstgraaf.cards._sparing import telling_kinds
from dienstgraaf.cards.model import Card, Group, Link, Segment
from dienstgraaf.inventory.namespaces import shorten
from dienstgraaf.messages import text

__all__ = ["to_markdown", "to_text"]

_SHOWN = 25
"""How many links a group shows as text; other forms show all."""


def _plain(words: str) -> str:
    return words


def to_text(card: Card, width: int | None = None, strong: Callable[[str], str] = _plain) -> str:
    """Return `card` as text; lines fit `width` if given, and headings pass through `strong`."""
    wide = width or 10_000
    lines = [strong(card.label), shorten(card.iri)]
    if kinds := telling_kinds(card.types):
        lines.append(f"{text('is', card.lang)} {'; '.join(_link(each, card.lang, with_iri=False) for each in kinds)}")
    if card.also:
        lines.append(f"{text('also', card.lang)} {'; '.join(card.also)}")
    if card.definition:
        lines += ["", *textwrap.wrap(card.definition, wide)]
    for key, groups in (("facts", card.facts), ("incoming", card.incoming)):
        if groups:
            lines += ["", strong(text(key, card.lang))]
            lines += [line for group in groups for line in _group(group, card.lang, wide)]
    if card.provenance:
        lines += ["", strong(text("provenance", card.lang))]
        lines += [f"  {_segment(each)}" for each in card.provenance]
    return _finished(lines, card) + _also_called(card, wide)


def _also_called(card: Card, width: int) -> str:
    line = text("also-called", card.lang, items="; ".join(card.also_called))
    shown = textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)
    return f"\n{shown}\n" if card.also_called else ""


def _finished(lines: list[str], card: Card) -> str:
    if card.presumptions_left_out:
        lines += ["", text("presumed-left-out", card.lang, count=card.presumptions_left_out)]
    return "\n".join(lines) + "\n"


def to_markdown(card: Card) -> str:
    """Return `card` as Markdown."""
    lines = [f"# {_escaped(card.label)}", "", f"`{shorten(card.iri)}`"]
    if kinds := telling_kinds(card.types):
        lines += ["", f"{text('is', card.lang)} {'; '.join(_markdown_link(each, card.lang) for each in kinds)}"]
    if card.also:
        lines += ["", f"{text('also', card.lang)} {'; '.join(map(_escaped, card.also))}"]
    if card.definition:
        lines += ["", _escaped(card.definition)]
    for key, groups in (("facts", card.facts), ("incoming", card.incoming)):
        if groups:
            lines += ["", f"## {text(key, card.lang)}", ""]
            for group in groups:
                links = "; ".join(_markdown_link(each, card.lang) for each in group.links)
                lines.append(f"- **{_escaped(group.label)}**: {links}")
    if card.provenance:
        lines += ["", f"## {text('provenance', card.lang)}", ""]
        lines += [f"- [{_segment(each)}]({each.iri})" for each in card.provenance]
    return _finished(lines, card)


def _group(group: Group, lang: str, width: int) -> list[str]:
    lines = [f"  {group.label}"]
    for link in group.links[:_SHOWN]:
        shown = textwrap.wrap(_link(link, lang), max(width - 6, 20), break_long_words=False, break_on_hyphens=False)
        lines += [f"    {'- ' if i == 0 else '  '}{line}" for i, line in enumerate(shown or [""])]
    if len(group.links) > _SHOWN:
        lines.append(f"      {text('more', lang, count=len(group.links) - _SHOWN)}")
    return lines


def _link(link: Link, lang: str, with_iri: bool = True) -> str:
    short = shorten(link.iri) if link.iri and with_iri else ""
    name = f" ({short})" if short and short != link.text else ""
    return f"{link.text}{name}{_mark(link, lang)}"


def _markdown_link(link: Link, lang: str) -> str:
    shown = f"[{_escaped(link.text)}]({link.iri})" if link.iri else _escaped(link.text)
    return shown + _mark(link, lang)


def _mark(link: Link, lang: str) -> str:
    return f" ({text('inferred', lang)})" if link.inferred else ""


def _segment(segment: Segment) -> str:
    section = " ".join(part for part in (segment.section, segment.title) if part)
    return f"{segment.id} ({section})" if section else segment.id


def _escaped(words: str) -> str:
    return "".join(f"\\{char}" if char in "\\`*_[]<>" else char for char in words)
