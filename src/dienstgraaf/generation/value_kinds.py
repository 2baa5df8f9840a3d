"""Errors of values: missing, too many, of the wrong class or datatype, not there, or misspelt."""

from __future__ import annotations

from typing import Final

from dienstgraaf.generation.rules import Constraint
from dienstgraaf.generation.spoiling import DANGLING, UNDEFINED, Kind, Spoilt, Task, broken

__all__ = ["VALUE_KINDS"]

_STATUS: Final = "dg:status"
_PROVENANCE: Final = "prov:wasDerivedFrom"

_SECOND: Final[dict[str, tuple[str, str]]] = {
    "dg:status": ("c-status:operational", "c-status:ended"),
    "dg:routeKind": ("c-route-kind:representation", "c-route-kind:self-initiated"),
    "dg:appointmentNeed": ("c-need:required", "c-need:not-required"),
    "dg:identificationNeed": ("c-need:required", "c-need:not-required"),
    "dg:asksLiteracy": ("true", "false"),
    "dg:mustBeAppliedFor": ("true", "false"),
    "dg:lineLevel": ("c-line-level:first-line", "c-line-level:second-line"),
    "dg:counts": ("c-counted:questions", "c-counted:requests"),
    "dg:unit": ("c-unit:per-year", "c-unit:count"),
    "dg:partiesCompleteness": ("c-completeness:examples", "c-completeness:unstated"),
    "dg:memberKind": ("i-archetype:volunteer-organisation", "i-archetype:church"),
    "dg:stepNumber": ("1", "2"),
}
"""Properties of one value, each with two values of which the first that is not there is the one too many."""

_HEDGED: Final = frozenset(
    ("dg:frequencyOfCases", "dg:degreeOfUse", "dg:shareOfPeople", "dg:shareOfTopics", "dg:memberCountQualifier")
)

_ASKED_ELSEWHERE: Final = frozenset(
    ("dg:hedge", "dg:specialises", "dg:criterion", "dg:memberCount", "dg:absentKind", "dg:member", "dg:channelType")
)
"""What a rule about more than one property, or about another item, looks at."""


def _missing(task: Task, paths: list[str]) -> Spoilt | None:
    path = task.pick(paths)
    if path is None:
        return None
    rules = broken(task.on(path), lambda each: each.minimum > 0)
    del task.values[path]
    return Spoilt(rules, path)


def _mandatory_missing(task: Task) -> Spoilt | None:
    needed = [each.path for each in task.constraints() if each.minimum]
    return _missing(task, [path for path in needed if path not in (_STATUS, _PROVENANCE)])


def _status_missing(task: Task) -> Spoilt | None:
    return _missing(task, [each.path for each in task.constraints() if each.minimum and each.path == _STATUS])


def _provenance_missing(task: Task) -> Spoilt | None:
    return _missing(task, [each.path for each in task.constraints() if each.minimum and each.path == _PROVENANCE])


def _too_many(task: Task) -> Spoilt | None:
    path = task.pick(each.path for each in task.constraints() if each.maximum == 1 and each.path in _SECOND)
    if path is None:
        return None
    extra = next(each for each in _SECOND[path] if each not in task.values[path])
    task.values[path] = [*task.values[path], extra]
    return Spoilt(broken(task.on(path), lambda each: each.maximum == 1), path, extra)


def _replace(task: Task, path: str | None, value: str, *also: str) -> Spoilt | None:
    """Put `value`, which is of no class and no datatype that is asked, in the place of all values of `path`."""
    if path is None:
        return None
    task.values[path] = [value]
    wrong = broken(task.on(path), lambda each: bool(each.asks) or each.choice)
    return Spoilt((*also, *wrong), path, value)


def _of_class(task: Task) -> list[Constraint]:
    return [each for each in task.constraints() if each.asks and not each.datatype]


def _wrong_class(task: Task) -> Spoilt | None:
    path = task.pick(each.path for each in _of_class(task))
    return _replace(task, path, "c-unit:count" if path != "dg:unit" else "c-need:required")


def _literal_for_a_reference(task: Task) -> Spoilt | None:
    return _replace(task, task.pick(each.path for each in _of_class(task)), '"onbekend"')


def _wrong_datatype(task: Task) -> Spoilt | None:
    path = task.pick(each.path for each in task.constraints() if each.datatype and each.path != "dg:memberCount")
    return _replace(task, path, '"ja"' if path != "dg:phoneNumber" else "14")


def _wrong_number(task: Task) -> Spoilt | None:
    return _replace(task, task.pick(path for path in task.values if path == "dg:value"), '"veel"')


def _unknown_concept(task: Task) -> Spoilt | None:
    path = task.pick(each.path for each in _of_class(task) if task.values[each.path][0].startswith("c-"))
    return _replace(task, path, task.values[path][0] + task.values[path][0][-1] if path else "", UNDEFINED)


def _refers(task: Task) -> str | None:
    return task.pick(each.path for each in _of_class(task) if task.values[each.path][0].startswith(("own-", "i-", "<")))


def _dangling_shipped(task: Task) -> Spoilt | None:
    return _replace(task, _refers(task), "i-organisation:nowhere-to-be-found", DANGLING)


def _dangling_own(task: Task) -> Spoilt | None:
    return _replace(task, _refers(task), "own-organisation:nowhere-to-be-found")


def _wrong_source(task: Task) -> Spoilt | None:
    path = _PROVENANCE if _PROVENANCE in task.values and task.is_a("dg:InventoryItem") else None
    return _replace(task, path, "i-organisation:svb")


def _misspelt_property(task: Task) -> Spoilt | None:
    free = {path for path in task.values if path.startswith("dg:")}
    path = task.pick(free - _HEDGED - _ASKED_ELSEWHERE)
    if path is None:
        return None
    wrong = f"{path}s" if f"{path}s" not in task.rules.defined else f"{path}x"
    rules = broken(task.on(path), lambda each: each.minimum > 0)
    task.values[wrong] = task.values.pop(path)
    return Spoilt((UNDEFINED, *rules), wrong, task.values[wrong][0])


VALUE_KINDS: Final = (
    Kind("mandatory-missing", ("minCount",), _mandatory_missing),
    Kind("status-missing", ("minCount",), _status_missing),
    Kind("provenance-missing", ("minCount",), _provenance_missing),
    Kind("provenance-wrong", ("or",), _wrong_source),
    Kind("too-many-values", ("maxCount",), _too_many),
    Kind("wrong-class", ("class",), _wrong_class),
    Kind("text-for-reference", ("class",), _literal_for_a_reference),
    Kind("wrong-datatype", ("datatype",), _wrong_datatype),
    Kind("wrong-number", ("or",), _wrong_number, rare=True),
    Kind("unknown-concept", ("class",), _unknown_concept),
    Kind("dangling-reference", (), _dangling_shipped),
    Kind("dangling-own-reference", ("class",), _dangling_own),
    Kind("misspelt-property", (), _misspelt_property),
)
"""The kinds of errors of values."""
