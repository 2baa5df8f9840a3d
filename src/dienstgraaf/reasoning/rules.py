"""Rules in SPARQL: one CONSTRUCT a file, for what OWL 2 RL or the reasoner cannot say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pyoxigraph import Triple

from dienstgraaf.engine import EmbeddedEngine, QueryFormError, QuerySyntaxError, mentions
from dienstgraaf.errors import DienstgraafError

_NOT_MONOTONE: Final = ("EXISTS", "MINUS", "OPTIONAL", "GROUP", "COUNT")
"""With these a conclusion may fail when more becomes known."""

__all__ = ["Rule", "RuleError", "apply_rules", "built_in_rules", "read_rules"]


class RuleError(DienstgraafError):
    """A rule file that cannot be read or is no CONSTRUCT query: `path`, `line`, `column` and `message`."""

    def __init__(self, path: Path, line: int, column: int, message: str) -> None:
        """Name the place and say what is wrong there."""
        super().__init__("file-syntax", path=path, line=line, column=column, message=message)
        self.path = path
        self.line = line
        self.column = column
        self.message = message


@dataclass(frozen=True)
class Rule:
    """A rule: the file it stands in, its CONSTRUCT query, and whether it may rest on something being absent."""

    path: Path
    query: str
    negates: bool


def read_rules(paths: Iterable[Path]) -> list[Rule]:
    """Return the rules of the files `paths`, by file name.

    Raises:
        RuleError: if a file cannot be read, or is not UTF-8.
    """
    return [_read(path) for path in sorted(paths, key=lambda path: (path.name, str(path)))]


def built_in_rules() -> list[Rule]:
    """Return the rules that come with the package: those of OWL 2 RL that the reasoner leaves out."""
    return read_rules((Path(__file__).parent / "rules").glob("*.rq"))


def apply_rules(engine: EmbeddedEngine, rules: Sequence[Rule]) -> list[Triple]:
    """Return what one round of `rules` concludes from `engine`, sorted by rule.

    Raises:
        RuleError: if a rule is no CONSTRUCT query.
    """
    return list(dict.fromkeys(triple for rule in rules for triple in _conclusions(engine, rule)))


def _conclusions(engine: EmbeddedEngine, rule: Rule) -> list[Triple]:
    try:
        return engine.construct(rule.query)
    except QuerySyntaxError as error:
        raise RuleError(rule.path, error.line, error.column, error.message) from None
    except QueryFormError as error:
        raise RuleError(rule.path, 1, 1, f"a rule is a CONSTRUCT query, and this is {error.form}") from None


def _read(path: Path) -> Rule:
    try:
        query = path.read_text("utf-8")
    except OSError as error:
        raise RuleError(path, 1, 1, f"cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise RuleError(path, 1, 1, "not UTF-8; save the file as UTF-8") from None
    return Rule(path, query, any(mentions(query, word) for word in _NOT_MONOTONE))
