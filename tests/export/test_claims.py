"""What profiles say of themselves: each value that the report counts as carried really stands in what is exported."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from dienstgraaf import Inventory
from dienstgraaf.engine import Engine
from dienstgraaf.export import Profile, Wish, read_profile
from dienstgraaf.export.counting import Instances, find_instances
from dienstgraaf.export.model import Treatment
from dienstgraaf.export.producing import known_values
from dienstgraaf.inventory import shipped
from dienstgraaf.inventory.namespaces import DG
from dienstgraaf.reasoning import load_facts
from exported import export

Unfounded = tuple[str, str, str, str]
NAMES = "SELECT ?it ?name { ?it rdfs:label|skos:prefLabel|dg:registerIri ?name }"
STATEMENTS = "SELECT ?it ?term ?value { ?it ?term ?value }"
ANSWERS = {
    (f"{DG}asksDigitalSkill", "true"): "Asks digital skill.",
    (f"{DG}asksDigitalSkill", "false"): "Asks no digital skill.",
    (f"{DG}asksLiteracy", "true"): "Asks reading or writing.",
    (f"{DG}asksLiteracy", "false"): "Asks no reading or writing.",
    (f"{DG}mustBeAppliedFor", "true"): "People have to apply for this themselves.",
    (f"{DG}mustBeAppliedFor", "false"): "People need not apply for this themselves.",
}
"""The words in which an export says yes or no."""


class Said:
    """What an export says, by the root that it says it of and the property: terms and texts."""

    def __init__(self, triples: Iterable[Triple], roots: set[str]) -> None:
        self.subjects = {each.subject.value for each in triples if isinstance(each.subject, NamedNode)}
        self._values: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for each in triples:
            for end in (each.subject, each.object):
                root = end.value if end.value in roots else end.value.partition("#")[0]
                if root in roots and isinstance(end, NamedNode):
                    for value in {each.subject.value, each.object.value, each.object.value.partition("#")[0]}:
                        self._values[root].append((each.predicate.value, value))

    def of(self, root: str, words: Iterable[str], properties: Collection[str]) -> bool:
        """Whether one of `words` is or is in a value that is said of `root` along `properties`, or along any."""
        there = [value for term, value in self._values[root] if term in properties or not properties]
        return any(word in value for word in words for value in there)


def unfounded(profile: Profile, engine: Engine, triples: set[Triple], wish: Wish) -> Iterator[Unfounded]:
    """Yield what is said to be carried and is not there: class, property, subject and value."""
    found = find_instances(engine, profile, wish)
    roots = {root.value for each in found.values() for root in each.roots}
    said = Said(triples, roots)
    words = _words(profile, engine)
    statements: dict[NamedNode, list[tuple[str, NamedNode | Literal]]] = defaultdict(list)
    leading: dict[tuple[str, str], set[str]] = defaultdict(set)
    for item, term, value in engine.select(STATEMENTS).rows:
        if isinstance(item, NamedNode) and isinstance(value, NamedNode | Literal):
            statements[item].append((term.value, value))
            if item.value in roots:
                leading[term.value, value.value].add(item.value)
    for source, instances in found.items():
        yield from ((source, "", root.value, "") for root in instances.roots if root.value not in said.subjects)
        for item, claim, term, value in _claims(profile, source, instances, statements):
            if claim.reference and value.value not in roots:
                continue
            places = leading[claim.through, item.value] if claim.through else {item.value}
            known = {ANSWERS.get((term, value.value), value.value)} | words.get(value.value, set())
            if not places or not all(said.of(place, known, claim.to if term != source else ()) for place in places):
                yield source, term, item.value, value.value


def _claims(
    profile: Profile, source: str, instances: Instances, statements: dict
) -> Iterator[tuple[NamedNode, Treatment, str, NamedNode | Literal]]:
    """Yield each statement that the profile says to carry, with what it says."""
    along = {item for items in instances.along.values() for item in items}
    for item in {*instances.roots, *along}:
        for term, value in [*statements[item], (source, item)]:
            ours = [each for each in profile.treatments if each.term == term and (not each.of or source in each.of)]
            ours.sort(key=lambda each: not each.of)
            plain = [each for each in ours if not each.through][:1] if item in instances.roots else []
            through = [each for each in ours if each.through and item in instances.along.get(each.through, ())][:1]
            for claim in plain or ([] if item in instances.roots and term == source else through):
                if claim.how != "dropped" and value.value not in claim.unsaid:
                    yield item, claim, term, value


def _words(profile: Profile, engine: Engine) -> dict[str, set[str]]:
    """The terms and texts by which a thing may stand in the export: itself, its counterparts, its names."""
    words: dict[str, set[str]] = defaultdict(set)
    for item, name in engine.select(NAMES).rows:
        words[item.value] |= {item.value, name.value}
    for values in known_values(profile).values():
        for ours, theirs in values.pairs:
            words[ours.value] |= {ours.value, theirs.value}
    return words


@pytest.mark.parametrize("archetypes", [False, True])
@pytest.mark.parametrize("name", ["org", "schema-org"])
def test_each_value_that_is_said_to_be_carried_stands_in_the_export(
    inventory: Inventory, name: str, archetypes: bool
) -> None:
    profile = read_profile([shipped()], name)
    triples, done = export(inventory, name, archetypes=archetypes)
    assert done.written
    wish = Wish(archetypes=archetypes)
    assert sorted(unfounded(profile, load_facts(inventory.layouts), triples, wish)) == []


@pytest.mark.parametrize(
    ("name", "lost", "term"),
    [
        ("org", "http://www.w3.org/2004/02/skos/core#note", "hedge"),
        ("org", "http://www.w3.org/ns/org#memberOf", "memberOf"),
        ("schema-org", "https://schema.org/description", "asksDigitalSkill"),
        ("schema-org", "https://schema.org/provider", "provider"),
    ],
)
def test_a_claim_that_is_not_true_is_found(report: Inventory, name: str, lost: str, term: str) -> None:
    profile = read_profile([shipped()], name)
    triples, _ = export(report, name)
    fewer = {each for each in triples if each.predicate.value != lost}
    assert fewer < triples
    assert term in {each[1].removeprefix(DG) for each in unfounded(profile, load_facts(report.layouts), fewer, Wish())}
