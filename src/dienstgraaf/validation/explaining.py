"""Explains a rule: what it asks of what, why, how to mend what breaks it, with a good and a bad example."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from dienstgraaf.errors import SuggestingError, nearest
from dienstgraaf.inventory.namespaces import PREFIXES, shorten
from dienstgraaf.messages import text
from dienstgraaf.tables import Table, dumps, render
from dienstgraaf.validation.paths import shown_path
from dienstgraaf.validation.rules import Rule
from dienstgraaf.validation.telling import asked, rule_parts

__all__ = ["EXPLAIN_FORMATS", "find_rule", "rule_markdown", "write_rule", "write_rules"]

EXPLAIN_FORMATS: Final = ("text", "markdown", "json")
"""What an explanation can be written as; the first is the default."""


def find_rule(rules: Sequence[Rule], name: str) -> Rule:
    """Return the rule that `name` means: an IRI, a prefixed name, or the last part of its IRI.

    Raises:
        SuggestingError: if there is none; it suggests the nearest.
    """
    wanted = name.strip().removeprefix("<").removesuffix(">")
    prefix, colon, local = wanted.partition(":")
    if colon and prefix in PREFIXES:
        wanted = PREFIXES[prefix] + local
    for rule in rules:
        if wanted in (rule.iri, shorten(rule.iri)):
            return rule
    for rule in rules:
        if wanted.casefold() == rule.slug.casefold():
            return rule
    slug = wanted.rstrip("/#").rpartition("/")[2]
    close = nearest(slug, [rule.slug for rule in rules])
    raise SuggestingError("rule-unknown", suggestions=close, otherwise="rule-unknown-hint", name=name)


def write_rule(rule: Rule, format_name: str, lang: str) -> str:
    """Return `rule` explained in one of `EXPLAIN_FORMATS`."""
    if format_name == "json":
        return dumps(_document(rule, lang))
    if format_name == "markdown":
        return rule_markdown(rule, lang)
    return "".join(f"{line}\n" for line in _lines(rule, lang))


def write_rules(rules: Sequence[Rule], format_name: str, lang: str) -> str:
    """Return the list of `rules` in one of `EXPLAIN_FORMATS`."""
    if format_name == "json":
        return dumps([_document(rule, lang) for rule in rules])
    rows = [(shorten(rule.iri), rule_parts(rule, lang)[0]) for rule in rules]
    table = Table.from_text(("rule", "asks"), (text("column-rule", lang), text("column-rule-asks", lang)), rows)
    return render(table, "markdown" if format_name == "markdown" else "table", lang=lang).decode()


def rule_markdown(rule: Rule, lang: str, other: str | None = None) -> str:
    """Return `rule` as a page in Markdown in `lang`; what is wrong, why and the remedy in `other` too, if given."""
    lines = [f"# {rule.slug}", ""]
    for each in (lang, *([other] if other else [])):
        what, why, mend = rule_parts(rule, each)
        lines += [f"**{_plain(what)}**", ""] if each == lang else [f"*{_plain(what)}*", ""]
        if rule.asks:
            lines += [f"- {text('rule-why', each)}: {_plain(why)}", f"- {text('rule-mend', each)}: {_plain(mend)}", ""]
    lines += ["| | |", "|---|---|"]
    lines += [f"| {heading} | {_cell(words)} |" for heading, words in _facts(rule, lang)]
    for heading, example in ((text("rule-good", lang), rule.good), (text("rule-bad", lang), rule.bad)):
        if example.strip():
            lines += ["", f"## {heading}", "", "```turtle", example.rstrip(), "```"]
    return "\n".join(lines) + "\n"


def _lines(rule: Rule, lang: str) -> Iterator[str]:
    what, why, mend = rule_parts(rule, lang)
    yield shorten(rule.iri)
    yield what
    yield ""
    advice = [(text("rule-why", lang), why), (text("rule-mend", lang), mend)] if rule.asks else []
    facts = [*advice, *_facts(rule, lang)]
    margin = max((len(heading) for heading, _ in facts), default=0) + 2
    for heading, words in facts:
        first, *rest = words.split("\n")
        yield f"{f'{heading}:':{margin}}{first}"
        yield from (f"{'':{margin}}{line}" for line in rest)
    for heading, example in ((text("rule-good", lang), rule.good), (text("rule-bad", lang), rule.bad)):
        if example.strip():
            yield ""
            yield f"{heading}:"
            yield from (f"    {line}" for line in example.rstrip().splitlines())


def _facts(rule: Rule, lang: str) -> Iterator[tuple[str, str]]:
    """Yield headings and words, of several lines where there are several: what it applies to, and what it asks."""
    if rule.asks:
        yield text("rule-severity", lang), text(f"severity-{rule.severity}", lang)
    targets = dict.fromkeys(text(f"target-{kind}", lang, value=shorten(iri)) for kind, iri in rule.targets)
    if targets:
        yield text("rule-for", lang), "\n".join(targets)
    if rule.path:
        yield text("rule-path", lang), shown_path(rule.path)
    conditions = dict.fromkeys(asked(each, lang) for each in rule.constraints)
    if conditions:
        yield text("rule-holds", lang), "\n".join(conditions)
    if rule.parts:
        yield text("rules-title", lang), "\n".join(shorten(part) for part in rule.parts)


def _document(rule: Rule, lang: str) -> dict[str, Any]:
    what, why, mend = rule_parts(rule, lang)
    return {
        "rule": rule.iri,
        "language": lang,
        "severity": rule.severity,
        "what": what,
        "why": why if rule.asks else None,
        "mend": mend if rule.asks else None,
        "targets": [{"kind": kind, "iri": iri} for kind, iri in rule.targets],
        "path": rule.path or None,
        "constraints": [
            {"component": each.component, "path": each.path or None, "value": each.value, "asks": asked(each, lang)}
            for each in rule.constraints
        ],
        "parts": list(rule.parts),
        "validExample": rule.good or None,
        "invalidExample": rule.bad or None,
    }


def _plain(words: str) -> str:
    """Return `words` with what Markdown would take for markup escaped."""
    return "".join(f"\\{char}" if char in "\\`*_<>[]|" else char for char in words)


def _cell(words: str) -> str:
    return "<br>".join(_plain(line) for line in words.split("\n"))
