"""What a finding says, in three parts: what is wrong, why it matters, how to mend it.

A rule of the project has these in its own words: `sh:message`, parted at "Herstel:" or "To mend it:", and `dg:why`.
What a rule does not say is told in general words for the kind of constraint.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from dienstgraaf.inventory.namespaces import BASE
from dienstgraaf.messages import LANGUAGES, text
from dienstgraaf.validation.paths import shown_path
from dienstgraaf.validation.report import Finding
from dienstgraaf.validation.rules import COMPONENTS, Constraint, Rule

__all__ = ["BUILT_IN", "EMPTY", "RELATIVE", "asked", "general", "parted", "rule_parts", "told"]

EMPTY: Final = f"{BASE}rule/file-empty"
"""The rule that a file holds statements."""
RELATIVE: Final = f"{BASE}rule/iri-relative"
"""The rule that IRIs are written whole."""

_MENDING: Final = re.compile(r"\s*\b(?:Herstel|To mend it):\s*")
_NAMES: Final = {iri: name for name, iri in COMPONENTS.items()}
_WITHOUT_VALUE: Final = ("closed", "uniqueLang", "sparql", "other")
_FAMILIES: Final = {
    **dict.fromkeys(("class",), "kind"),
    **dict.fromkeys(("datatype", "nodeKind", "minLength", "maxLength", "pattern", "languageIn"), "form"),
    **dict.fromkeys(("minCount", "qualifiedMinCount", "hasValue"), "few"),
    **dict.fromkeys(("maxCount", "qualifiedMaxCount", "uniqueLang"), "many"),
    **dict.fromkeys(("minExclusive", "minInclusive", "maxExclusive", "maxInclusive"), "range"),
    **dict.fromkeys(("equals", "disjoint", "lessThan", "lessThanOrEquals"), "pair"),
    **dict.fromkeys(("closed",), "closed"),
    **dict.fromkeys(("in",), "choice"),
}


_EXAMPLES: Final = {
    "file-empty": ("ex:thing a dg:Section .\n", "# nothing yet\n"),
    "iri-relative": ("ex:thing a dg:Section .\n", "ex:thing a dg:Section, <Chapter> .\n"),
    "term-undefined": ("ex:thing a dg:Section .\n", "ex:thing a dg:Secton .\n"),
    "reference-dangling": (
        "ex:thing a dg:EntryPoint ; dg:provider <https://w3id.org/dienstgraaf/id/organisation/svb> .\n",
        "ex:thing a dg:EntryPoint ; dg:provider <https://w3id.org/dienstgraaf/id/organisation/svbb> .\n",
    ),
}


def _built_in(name: str, what: str) -> Rule:
    messages: dict[str, str] = {lang: text(what, lang) for lang in LANGUAGES}
    return Rule(
        f"{BASE}rule/{name}",
        messages,
        {str(lang): text(f"{name}-why", lang) for lang in LANGUAGES},
        severity="warning" if name in ("file-empty", "iri-relative") else "violation",
        good=_EXAMPLES[name][0],
        bad=_EXAMPLES[name][1],
    )


BUILT_IN: Final[dict[str, Rule]] = {
    rule.iri: rule
    for rule in (
        _built_in("file-empty", "file-empty"),
        _built_in("iri-relative", "iri-relative"),
        _built_in("reference-dangling", "reference-dangling-rule"),
        _built_in("term-undefined", "term-undefined-rule"),
    )
}
"""The rules that are no shapes, by IRI."""


def parted(message: str) -> tuple[str, str]:
    """Return what `message` says is wrong, and how to mend it; "" where it does not say.

    >>> parted("There is no label. To mend it: add one.")
    ('There is no label.', 'Add one.')
    """
    what, *mend = _MENDING.split(message.strip(), maxsplit=1)
    return what, mend[0][:1].upper() + mend[0][1:] if mend else ""


def told(finding: Finding, rule: Rule | None, lang: str, found: str = "") -> tuple[str, str, str]:
    """Return what is wrong, why it matters and how to mend it, in `lang`; `found` tells what stands there."""
    what, mend = parted(_in(finding.messages, lang))
    general_why, general_mend = general(finding.component, lang)
    if not what:
        own = Constraint(finding.component, finding.path or "", finding.parameter)
        known = rule.constraint(finding.component, finding.path) if rule else None
        what = asked(known if known is not None and finding.parameter in ("", known.value) else own, lang)
        what = text("required", lang, what=f"{what}; {found}" if found else what)
    if rule is not None:
        mend = mend or parted(_in(rule.messages, lang))[1]
        return what, _in(rule.reasons, lang) or general_why, mend or general_mend
    return what, general_why, mend or general_mend


def rule_parts(rule: Rule, lang: str) -> tuple[str, str, str]:
    """Return what breaks `rule`, why it is there and how to mend what breaks it, in `lang`."""
    what, mend = parted(_in(rule.messages, lang))
    first = rule.constraints[0] if rule.constraints else None
    general_why, general_mend = general(first.component if first else "", lang)
    if not what:
        what = "; ".join(dict.fromkeys(asked(each, lang) for each in rule.constraints)) or _in(rule.labels, lang)
    return what or rule.slug, _in(rule.reasons, lang) or general_why, mend or general_mend


def asked(constraint: Constraint, lang: str) -> str:
    """Return what `constraint` asks, as a sentence without a full stop."""
    if not constraint.component and constraint.value:
        return constraint.value
    said = _asked(constraint, shown_path(constraint.path) if constraint.path else text("this-node", lang), lang)
    return said if constraint.path else said.replace(text("each-of-node", lang), text("this-node", lang))


def _asked(constraint: Constraint, path: str, lang: str) -> str:
    name = _NAMES.get(constraint.component, "other")
    number = re.fullmatch(r"\d+", constraint.value)
    value: object = int(constraint.value) if number else constraint.value
    shapes = "; ".join(text("both", lang).join(asked(each, lang) for each in shape) for shape in constraint.inner)
    if shapes and name.startswith("qualified"):
        return f"{text(f'asks-{name}', lang, path=path, value=value)}: {shapes}" if number else shapes
    if not shapes and (not constraint.value or (not number and name.lower().endswith(("count", "length")))):
        name, value = (name, "") if name in _WITHOUT_VALUE else ("unknown", f"sh:{name}")
    return text(f"asks-{name}", lang, path=path, value=shapes or value)


def general(component: str, lang: str) -> tuple[str, str]:
    """Return why a constraint of this kind matters, and how to mend what breaks it, in general words."""
    family = _FAMILIES.get(_NAMES.get(component, ""), "shape")
    return text(f"why-{family}", lang), text(f"mend-{family}", lang)


def _in(texts: Mapping[str, str], lang: str) -> str:
    """Return the text in `lang`, else in English, else in any language, else ""."""
    return texts.get(lang) or texts.get("en") or texts.get("") or next(iter(texts.values()), "")
