"""What follows from the facts: OWL 2 RL and SPARQL rules, with a cache so that it is worked out once."""

from __future__ import annotations

from dienstgraaf.reasoning.infer import infer
from dienstgraaf.reasoning.loading import knowledge_files, load_engine, load_facts
from dienstgraaf.reasoning.rules import Rule, RuleError, read_rules

__all__ = ["Rule", "RuleError", "infer", "knowledge_files", "load_engine", "load_facts", "read_rules"]
