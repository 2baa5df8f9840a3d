"""Errors of labels, hedges and classes, and of values that go against each other."""

from __future__ import annotations

from typing import Final

from dienstgraaf.generation.spoiling import UNDEFINED, Kind, Spoilt, Task

__all__ = ["OTHER_KINDS"]

_LABEL: Final = "rdfs:label"
_LABELS: Final = ("rule:inventory-item-label-nl", "rule:inventory-item-label-en")
_DERIVED: Final = ("dg:NonDigitalEntryPoint", "dg:EntryPointWithoutDigiD", "dg:WalkInEntryPoint", "dg:SharedEntryPoint")
_SEGMENTS: Final = ("seg:2.1-06", "seg:3.1-14", "seg:3.2-01", "seg:3.2-09", "seg:4.1-04", "seg:4.1-10")
_DIGITAL: Final = ("website", "web-form", "e-mail", "personal-portal", "chat", "whatsapp", "video-call")

_FOREIGN: Final[dict[str, str]] = {
    "dg:phoneNumber": '"000 000 0000"', "dg:asksLiteracy": "true", "dg:warm": "false", "dg:stepNumber": "1",
    "dg:mustBeAppliedFor": "true", "dg:value": "12", "dg:questionNumber": "3", "dg:namedAsLifeEvent": "true",
    "dg:setOutInVision": "true", "dg:routeKind": "c-route-kind:guidance",
    "dg:entryPointKind": "c-entry-point-kind:desk", "dg:campaignKind": "c-campaign-kind:local",
    "dg:composition": "c-composition:fixed",
}  # fmt: skip
"""Properties of one class each, with a value that is good in itself."""


def _label_lacks(task: Task, language: str, rule: str) -> Spoilt | None:
    if not task.is_a("dg:InventoryItem"):
        return None
    task.values[_LABEL] = [each for each in task.values[_LABEL] if not each.endswith(f"@{language}")]
    return Spoilt((rule,), _LABEL)


def _dutch_missing(task: Task) -> Spoilt | None:
    return _label_lacks(task, "nl", _LABELS[0])


def _english_missing(task: Task) -> Spoilt | None:
    return _label_lacks(task, "en", _LABELS[1])


def _label_without_language(task: Task) -> Spoilt | None:
    if not task.is_a("dg:InventoryItem"):
        return None
    task.values[_LABEL] = [task.values[_LABEL][0].removesuffix("@nl")]
    return Spoilt(_LABELS, _LABEL, task.values[_LABEL][0])


def _two_labels(task: Task) -> Spoilt | None:
    if not task.is_a("dg:InventoryItem"):
        return None
    dutch, english = task.values[_LABEL]
    second = f'{dutch[:-4]}, of zoiets"@nl'
    task.values[_LABEL] = [dutch, second, english]
    return Spoilt(("rule:inventory-item-label-unique",), _LABEL, second)


def _hop_to_itself(task: Task) -> Spoilt | None:
    if not task.is_a("dg:AccessRoute"):
        return None
    task.values["dg:to"] = list(task.values["dg:from"])
    return Spoilt(("rule:access-route-ends-differ",), "dg:to", task.values["dg:to"][0])


def _foreign_property(task: Task) -> Spoilt | None:
    owners = task.rules.owners
    path = task.pick(path for path in _FOREIGN if path in owners and not task.is_a(owners[path][1]))
    if path is None:
        return None
    task.values[path] = [_FOREIGN[path]]
    return Spoilt((owners[path][0],), path, _FOREIGN[path])


def _second_class(task: Task, name: str, *rules: str) -> Spoilt:
    task.values["a"] = [*task.values["a"], name]
    return Spoilt(rules, "a", name)


def _derived_class(task: Task) -> Spoilt | None:
    if not task.is_a("dg:EntryPoint"):
        return None
    return _second_class(task, task.chance.pick(_DERIVED), "rule:derived-class-not-asserted")


def _undefined_class(task: Task) -> Spoilt:
    return _second_class(task, f"{task.item.type}s", UNDEFINED)


def _two_kinds_of_provider(task: Task) -> Spoilt | None:
    if not task.is_a("dg:Organisation"):
        return None
    task.values["dg:memberKind"] = ["i-archetype:municipality"]
    return _second_class(task, "dg:Group", "rule:provider-one-kind")


def _hedge_without_words(task: Task) -> Spoilt | None:
    hedged = {"dg:frequencyOfCases", "dg:degreeOfUse", "dg:shareOfPeople", "dg:shareOfTopics"} & task.values.keys()
    if not hedged or "dg:hedge" not in task.values:
        return None
    del task.values["dg:hedge"]
    return Spoilt(("rule:fact-hedge-words-required",), "dg:hedge")


def _hedge_of_nothing(task: Task) -> Spoilt | None:
    if not task.is_a("dg:Absence"):
        return None
    task.values["dg:hedge"] = ['"misschien"@nl']
    return Spoilt(("rule:fact-hedge-property",), "dg:hedge", task.values["dg:hedge"][0])


def _too_many_segments(task: Task) -> Spoilt | None:
    if not task.is_a("dg:InventoryItem"):
        return None
    task.values["prov:wasDerivedFrom"] = list(_SEGMENTS)
    return Spoilt(("rule:inventory-item-few-segments",), "prov:wasDerivedFrom", _SEGMENTS[-1])


def _absence_of_nothing(task: Task) -> Spoilt | None:
    if task.values.pop("dg:absentKind", None) is None:
        return None
    return Spoilt(("rule:absence-what",), "dg:absentKind")


def _complete_but_empty(task: Task) -> Spoilt | None:
    if not task.is_a("dg:Enumeration"):
        return None
    task.values.pop("dg:member")
    task.values["dg:completeness"] = ["c-completeness:complete"]
    return Spoilt(("rule:enumeration-complete",), "dg:member")


def _no_members(task: Task) -> Spoilt | None:
    if "dg:memberCount" not in task.values:
        return None
    task.values["dg:memberCount"] = ["0"]
    return Spoilt(("rule:group-member-count-positive",), "dg:memberCount", "0")


def _criterion_missing(task: Task) -> Spoilt | None:
    if "dg:specialises" not in task.values:
        return None
    del task.values["dg:criterion"]
    return Spoilt(("rule:archetype-criterion-required",), "dg:criterion")


def _digital_without_skill(task: Task) -> Spoilt | None:
    if not task.is_a("dg:ChannelUse") or not task.values["dg:channel"][0].endswith(
        tuple(f"-{each}" for each in _DIGITAL)
    ):
        return None
    task.values["dg:asksDigitalSkill"] = ["false"]
    return Spoilt(("rule:channel-use-digital-skill",), "dg:asksDigitalSkill", "false")


OTHER_KINDS: Final = (
    Kind("dutch-label-missing", ("qualifiedMinCount", "languageIn"), _dutch_missing),
    Kind("english-label-missing", ("qualifiedMinCount", "languageIn"), _english_missing),
    Kind("label-without-language", ("qualifiedValueShape",), _label_without_language),
    Kind("two-labels-in-a-language", ("uniqueLang",), _two_labels),
    Kind("hop-to-itself", ("disjoint",), _hop_to_itself, rare=True),
    Kind("property-of-another-class", ("class",), _foreign_property),
    Kind("derived-class-written-down", ("not", "in"), _derived_class, rare=True),
    Kind("undefined-class", (), _undefined_class),
    Kind("two-kinds-of-provider", ("xone",), _two_kinds_of_provider, rare=True),
    Kind("hedge-without-words", ("minCount",), _hedge_without_words, rare=True),
    Kind("hedge-of-nothing", ("or",), _hedge_of_nothing, rare=True),
    Kind("too-many-segments", ("maxCount",), _too_many_segments),
    Kind("absence-of-nothing", ("or", "minCount"), _absence_of_nothing, rare=True),
    Kind("complete-list-without-members", ("or", "not", "hasValue"), _complete_but_empty, rare=True),
    Kind("group-of-nobody", ("minInclusive",), _no_members, rare=True),
    Kind("criterion-missing", ("minCount",), _criterion_missing, rare=True),
    Kind("digital-channel-without-skill", ("sparql",), _digital_without_skill, rare=True),
)
"""The other kinds of errors."""
