"""What stands where at the top level of a document: prefixes, comments, and the empty lines between."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from dienstgraaf.turtle._grammar import ABSOLUTE_IRI
from dienstgraaf.turtle.tokens import Comment
from dienstgraaf.turtle.tree import Directive, Document, Item, Statement

__all__ = ["arrange_directives", "blank_lines"]


def arrange_directives(document: Document, base_prefixes: Mapping[str, str]) -> list[Item]:
    """Return the items of `document` with its prefixes at the top, sorted, each once.

    A directive that holds a comment or touches one stays where it is. If a prefix is given a second meaning, all stay.
    """
    items = _settled(document.items)
    directives = [item for item in items if isinstance(item, Directive)]
    if not _one_meaning(directives, base_prefixes):
        return items
    loose = {
        id(item)
        for index, item in enumerate(items)
        if isinstance(item, Directive) and item.prefix is not None and not _touches_comment(items, index)
    }
    has_base = any(item.prefix is None for item in directives)
    portable = {id(item) for item in directives if not has_base or ABSOLUTE_IRI.match(item.iri.value)} & loose
    return _sort_runs(_gather(items, portable, loose), loose)


def blank_lines(items: Sequence[Item]) -> list[bool]:
    """Return for each item whether an empty line stands before it.

    Blocks have one between them. Where comments stand between two blocks the author's empty lines hold; if there is
    none, it goes before the comments, which then belong to what follows.
    """
    gaps = [_blank_between(items[index - 1], item) if index else False for index, item in enumerate(items)]
    start = 0
    for index, item in enumerate(items):
        if isinstance(item, Comment):
            continue
        apart = start > 0 and (isinstance(item, Statement) or isinstance(items[start - 1], Statement))
        if apart and not any(gaps[start : index + 1]):
            gaps[next(place for place in range(start, index + 1) if not _is_trailing(items[place]))] = True
        start = index + 1
    return gaps


def _settled(items: list[Item]) -> list[Item]:
    """Write the empty lines that will stand beside each comment into the comment."""
    for index, blank in enumerate(blank_lines(items)):
        left, right = items[index - 1] if index else None, items[index]
        if isinstance(left, Comment):
            left.blank_after = blank
        if isinstance(right, Comment):
            right.blank_before = blank
    return list(items)


def _blank_between(left: Item, right: Item) -> bool:
    if isinstance(left, Comment):
        return left.blank_after
    if isinstance(right, Comment):
        return right.blank_before
    return isinstance(left, Statement) or isinstance(right, Statement)


def _is_trailing(item: Item) -> bool:
    return isinstance(item, Comment) and item.trailing


def _one_meaning(directives: list[Directive], base_prefixes: Mapping[str, str]) -> bool:
    meanings = dict(base_prefixes)
    return all(
        meanings.setdefault(item.prefix, item.iri.value) == item.iri.value
        for item in directives
        if item.prefix is not None
    )


def _touches_comment(items: Sequence[Item], index: int) -> bool:
    """Whether a comment stands in the directive, behind it, or above or below it with no empty line between."""
    item = items[index]
    before = items[index - 1] if index else None
    after = items[index + 1] if index + 1 < len(items) else None
    return (
        (isinstance(item, Directive) and item.holds_comments)
        or (isinstance(before, Comment) and not before.trailing and not before.blank_after)
        or (isinstance(after, Comment) and not after.blank_before)
    )


def _gather(items: list[Item], portable: set[int], loose: set[int]) -> list[Item]:
    """Bring the portable prefixes together at the first that may have other neighbours; drop those that come again."""
    lead = items[: next((index for index, item in enumerate(items) if isinstance(item, Statement)), len(items))]
    place = next((index for index, item in enumerate(lead) if id(item) in loose), None)
    if place is None:
        if lead:
            return items
        place = 0
    fixed = {item.prefix for item in lead if isinstance(item, Directive) and id(item) not in portable}
    moved: dict[str | None, Item] = {}
    for item in items:
        if isinstance(item, Directive) and id(item) in portable and item.prefix not in fixed:
            moved.setdefault(item.prefix, item)
    return [
        *(item for item in items[:place] if id(item) not in portable),
        *moved.values(),
        *(item for item in items[place:] if id(item) not in portable),
    ]


def _sort_runs(items: list[Item], loose: set[int]) -> list[Item]:
    """Sort each run of loose prefixes by name."""
    found: list[Item] = []
    for is_loose, group in groupby(items, key=lambda item: id(item) in loose):
        run = list(group)
        found.extend(sorted(run, key=_prefix) if is_loose else run)
    return found


def _prefix(item: Item) -> str:
    return (item.prefix or "") if isinstance(item, Directive) else ""
