"""What follows from the graph: OWL 2 RL and SPARQL rules together, until nothing new comes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pyoxigraph import NamedNode, Quad, Triple

from dienstgraaf.engine import EmbeddedEngine
from dienstgraaf.inventory.namespaces import INFERRED_GRAPH
from dienstgraaf.reasoning._reasonable import OwlReasoner
from dienstgraaf.reasoning._useful import class_expressions, is_useful
from dienstgraaf.reasoning.rules import Rule, apply_rules, built_in_rules

__all__ = ["infer"]


def infer(quads: Iterable[Quad], rules: Sequence[Rule] = ()) -> list[Triple]:
    """Return what follows from `quads` (an `EmbeddedEngine` will do), by OWL 2 RL and `rules`, sorted.

    Rules that may rest on an absence (EXISTS, MINUS, OPTIONAL, counts) are applied only when the reasoner and the other
    rules have nothing more to say, in the order given, so that what is absent then is truly so. Kept is only what is
    new and useful: nothing about rdf:, rdfs:, owl: and xsd: terms, no "x is x", no blank node of an axiom.

    Raises:
        RuleError: if a rule is wrong.
    """
    facts = list(quads)
    known = dict.fromkeys(quad.triple for quad in facts)
    expressions = class_expressions(known)
    round_ = _Round(facts, known)
    positive = [*built_in_rules(), *(rule for rule in rules if not rule.negates)]
    negative = [[rule] for rule in rules if rule.negates]
    while round_.settle(positive) and any(round_.add(apply_rules(round_.engine, stratum)) for stratum in negative):
        pass
    return sorted((each for each in round_.new if is_useful(each, expressions)), key=str)


class _Round:
    """The facts, what followed so far, and the two engines that work on them."""

    def __init__(self, facts: list[Quad], known: dict[Triple, None]) -> None:
        self.known = known
        self.new: list[Triple] = []
        self.engine = EmbeddedEngine()
        self.engine.load(facts)
        self._owl = OwlReasoner()
        self._owl.add(known)

    def settle(self, rules: Sequence[Rule]) -> bool:
        """Let the reasoner and `rules` say all they have to say; return True."""
        self.add(self._owl.conclusions())
        while self.add(apply_rules(self.engine, rules)):
            self.add(self._owl.conclusions())
        return True

    def add(self, triples: Iterable[Triple]) -> bool:
        """Take over those of `triples` that are not known yet; tell whether there were any."""
        fresh = [each for each in dict.fromkeys(triples) if each not in self.known]
        self.known.update(dict.fromkeys(fresh))
        self.new += fresh
        self._owl.add(fresh)
        graph = NamedNode(INFERRED_GRAPH)
        self.engine.load(Quad(each.subject, each.predicate, each.object, graph) for each in fresh)
        return bool(fresh)
