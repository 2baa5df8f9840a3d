"""What profiles in RDF say of themselves: each value that the report counts as carried stands in what is exported."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from dienstgraaf import Inventory
from dienstgraaf.export.producing import known_values
from dienstgraaf.inventory.namespaces import DG
from export_claims import Claim, Claims, Stated
from exported import export

ANSWERS = {
    (f"{DG}asksDigitalSkill", "true"): {"Asks digital skill."},
    (f"{DG}asksDigitalSkill", "false"): {"Asks no digital skill."},
    (f"{DG}asksLiteracy", "true"): {"Asks reading or writing."},
    (f"{DG}asksLiteracy", "false"): {"Asks no reading or writing."},
    (f"{DG}bound", "true"): {"Only gives a bound, not a place in the order."},
    (f"{DG}inOperation", "true"): {"At this status people can regularly make use of it."},
    (f"{DG}inOperation", "false"): {"At this status people cannot regularly make use of it."},
    (f"{DG}mustBeAppliedFor", "true"): {"People have to apply for this themselves.", "has to be applied for"},
    (f"{DG}mustBeAppliedFor", "false"): {
        "People need not apply for this themselves.",
        "Does not have to be applied for.",
    },
    (f"{DG}namedAsLifeEvent", "true"): {"The source calls this a life event."},
    (f"{DG}namedAsLifeEvent", "false"): {"Grouped so by dienstgraaf."},
}
"""The words in which exports say yes or no."""
STANDING_IN = {f"{DG}channelType", f"{DG}serviceProvided"}
"""By these stands in CPSV-AP, for a channel its type, and for an entry point the service that it provides."""
CONTACT = "/contact-point"
"""How the IRI ends by which CPSV-AP knows a channel."""


class Told:
    """What an export tells of each thing that is exported: in statements about it, and about what hangs on it only."""

    def __init__(self, claims: Claims, triples: Iterable[Triple]) -> None:
        self.claims = claims
        self.counterparts: dict[str, set[str]] = defaultdict(set)
        for values in known_values(claims.profile).values():
            for ours, theirs in values.pairs:
                self.counterparts[ours.value].add(theirs.value)
        self._of: dict[str, list[Triple]] = defaultdict(list)
        for each in triples:
            self._of[self._home(each.subject.value)].append(each)
            if isinstance(each.object, NamedNode) and self._home(each.object.value) in claims.roots:
                self._of[self._home(each.object.value)].append(each)
        self._values: dict[str, dict[str, tuple[set[str], list[str]]]] = {}

    def tells(self, place: str, claim: Claim) -> bool:
        """Whether what a claim says stands with `place`: as an IRI, or in a text."""
        iri = claim.value.value
        words = ANSWERS.get((claim.term, iri)) or {*self.counterparts.get(iri, ()), *self.claims.stated.names(iri)}
        if self.claims.profile.name == "cpsv-ap":
            words |= {each.value for term, each in self.claims.stated.by_item.get(iri, ()) if term in STANDING_IN}
        for term, (iris, texts) in self._about(place).items():
            said = bool(words & iris) or any(word in text for word in words for text in texts)
            if said and (not claim.to or term in claim.to):
                return True
        return False

    def _home(self, iri: str) -> str:
        """The thing that `iri` is of, if it is that of a contact point."""
        return iri if iri in self.claims.roots else iri.removesuffix(CONTACT)

    def _about(self, place: str) -> dict[str, tuple[set[str], list[str]]]:
        """The IRIs and texts that are told of `place`, by property."""
        if place not in self._values:
            found: dict[str, tuple[set[str], list[str]]] = defaultdict(lambda: (set(), []))
            reached = {place, *({each.subject.value for each in self._of[place]} - self.claims.roots)}
            rest: list[tuple[str, tuple[str, ...]]] = [(each, ()) for each in sorted(reached)]
            while rest:
                node, path = rest.pop()
                for each in self._of[node]:
                    way = (*path[:1], each.predicate.value)
                    for iris, texts in (found[term] for term in way):
                        iris |= {each.subject.value, each.object.value}
                        texts += [each.object.value] if isinstance(each.object, Literal) else []
                    if isinstance(each.object, NamedNode) and each.object.value not in reached | self.claims.roots:
                        reached.add(each.object.value)
                        rest.append((each.object.value, way))
            self._values[place] = found
        return self._values[place]


@pytest.fixture(scope="session")
def stated(inventory: Inventory) -> Stated:
    return Stated(inventory)


@pytest.mark.parametrize("archetypes", [False, True])
@pytest.mark.parametrize("name", ["cpsv-ap", "dcat-ap-nl", "nl-sbb", "org", "schema-org"])
def test_each_value_that_is_said_to_be_carried_stands_in_the_export(
    inventory: Inventory, stated: Stated, name: str, archetypes: bool
) -> None:
    claims = Claims(stated, name, archetypes=archetypes)
    triples, done = export(inventory, name, archetypes=archetypes)
    assert done.written
    assert claims.unfounded(Told(claims, triples).tells) == []


@pytest.mark.parametrize("archetypes", [False, True])
@pytest.mark.parametrize("name", ["cpsv-ap", "dcat-ap-nl", "nl-sbb", "org", "schema-org"])
def test_what_refers_to_something_undescribed_is_not_said_to_be_carried_unless_it_is(
    half: Inventory, name: str, archetypes: bool
) -> None:
    claims = Claims(Stated(half), name, archetypes=archetypes)
    triples, _ = export(half, name, archetypes=archetypes, check=False)
    assert claims.unfounded(Told(claims, triples).tells) == []


@pytest.mark.parametrize(
    ("name", "lost", "term"),
    [
        ("cpsv-ap", "http://data.europa.eu/m8g/telephone", "phoneNumber"),
        ("cpsv-ap", "http://data.europa.eu/m8g/holdsRequirement", "mustBeAppliedFor"),
        ("nl-sbb", "http://www.w3.org/2004/02/skos/core#broader", "http://www.w3.org/2004/02/skos/core#broader"),
        ("org", "http://www.w3.org/2004/02/skos/core#note", "hedge"),
        ("org", "http://www.w3.org/ns/org#memberOf", "memberOf"),
        ("schema-org", "https://schema.org/description", "asksDigitalSkill"),
        ("schema-org", "https://schema.org/provider", "provider"),
    ],
)
def test_a_claim_that_is_not_true_is_found(report: Inventory, name: str, lost: str, term: str) -> None:
    claims = Claims(Stated(report), name)
    triples, _ = export(report, name)
    fewer = {each for each in triples if each.predicate.value != lost}
    assert fewer < triples
    assert term in {each[1] for each in claims.unfounded(Told(claims, fewer).tells)}
