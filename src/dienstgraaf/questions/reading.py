"""Reads a question file and holds it against its own front matter."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from dienstgraaf._sparql.tokens import Block, kind_of_query, projection, values_blocks
from dienstgraaf._sparql.values import Value, as_term, terms_in
from dienstgraaf.questions._frontmatter import FrontMatter, read_front_matter, read_query
from dienstgraaf.questions.errors import QuestionError
from dienstgraaf.questions.model import Column, Parameter, Question

__all__ = ["LANG", "read_question"]

LANG = "lang"
"""The built-in parameter: the language of labels."""


def read_question(path: Path, is_type: Callable[[str], bool]) -> Question:
    """Read the question at `path`; `is_type` tells which parameter types exist.

    Raises:
        QuestionError: if the front matter is missing or malformed, or does not agree with the query.
    """
    text = read_query(path, QuestionError)
    front = read_front_matter(path, text)
    front.check_keys()
    form = kind_of_query(text)
    if form not in ("SELECT", "ASK"):
        raise QuestionError(path, max(1, text.count("\n")), "a question must be a SELECT or an ASK query")
    return Question(
        slug=path.stem,
        theme=path.parent.name,
        path=path,
        title=front.text(front.values, "title"),
        description=front.text(front.values, "description"),
        tags=front.tags(),
        parameters=_parameters(front, text, is_type),
        columns=_columns(front, text if form == "SELECT" else ""),
        query=text,
    )


def _parameters(front: FrontMatter, text: str, is_type: Callable[[str], bool]) -> tuple[Parameter, ...]:
    entries = front.entries("parameters", ("name", "type", "default", "label"))
    blocks = values_blocks(text)
    _check_lang(front, text, blocks)
    return tuple(_parameter(front, text, entry, blocks, is_type) for entry in entries)


def _check_lang(front: FrontMatter, text: str, blocks: list[Block]) -> None:
    ours = [block for block in blocks if block.name == LANG]
    if len(ours) > 1 or any(block.depth != 1 for block in ours):
        line = _line(text, ours[-1].start)
        raise QuestionError(front.path, line, "`VALUES ?lang { … }` may stand once, in the outermost WHERE group")


def _parameter(
    front: FrontMatter, text: str, entry: dict[str, Any], blocks: list[Block], is_type: Callable[[str], bool]
) -> Parameter:
    name, kind = entry["name"], entry.get("type")
    if not isinstance(kind, str) or not is_type(kind):
        fix = "use a concept scheme, a class in kebab case, text, integer, boolean or iri"
        raise front.error(f"parameter {name!r} has the unknown type {kind!r}; {fix}", name, "parameters")
    if name == LANG:
        raise front.error("parameter 'lang' is built in; leave it out of `parameters`", name, "parameters")
    ours = [block for block in blocks if block.name == name]
    if not ours:
        fix = f"add `VALUES ?{name} {{ UNDEF }}` to the query"
        raise front.error(f"parameter {name!r} stands nowhere: {fix}", name, "parameters")
    if ours[0].depth != 1:
        line = _line(text, ours[0].start)
        raise QuestionError(front.path, line, f"move `VALUES ?{name}` to the outermost WHERE group")
    default = _default(front, text, entry, ours[0])
    for again in ours[1:]:  # in an inner group, which would otherwise be evaluated for every value there is
        if again.depth == 1 or _terms(front, text, again) != default:
            problem = f"`VALUES ?{name}` may stand again in an inner group only, with the same terms"
            raise QuestionError(front.path, _line(text, again.start), problem)
    return Parameter(name, kind, front.text(entry, "label", name, "parameters"), default)


def _default(front: FrontMatter, text: str, entry: dict[str, Any], block: Block) -> tuple[Value, ...]:
    name, declared = entry["name"], entry.get("default")
    found = _terms(front, text, block)
    wanted = [] if declared is None else declared if isinstance(declared, list) else [declared]
    try:
        terms = tuple(as_term(value, text) for value in wanted)
    except ValueError as error:
        raise front.error(f"the default of {name!r} is wrong: {error}", name, "parameters") from None
    if terms != found:
        inside = text[block.start : block.end].strip()
        raise front.error(
            f"the default of {name!r} differs from `VALUES ?{name} {{ {inside} }}` in the query; make them the same",
            name,
            "parameters",
        )
    return found


def _terms(front: FrontMatter, text: str, block: Block) -> tuple[Value, ...]:
    try:
        return terms_in(text, block)
    except ValueError as error:
        raise QuestionError(front.path, _line(text, block.start), str(error)) from None


def _columns(front: FrontMatter, text: str) -> tuple[Column, ...]:
    """Return the columns of the query; a label column xLabel beside x shares its heading and need not be declared."""
    declared: dict[str, Column] = {}
    for entry in front.entries("columns", ("name", "label", "list")):
        name, is_list = entry["name"], entry.get("list", False)
        if not isinstance(is_list, bool):
            raise front.error(f"`list` of column {name!r} must be true or false", name, "columns")
        declared[name] = Column(name, front.text(entry, "label", name, "columns"), is_list)
    projected = projection(text)
    columns = []
    for name in projected:
        twin = declared.get(name.removesuffix("Label")) if name.removesuffix("Label") in projected else None
        column = declared.get(name) or (Column(name, twin.label, twin.list) if twin else None)
        if column:
            columns.append(column)
    if [each.name for each in columns] != projected or [each.name for each in columns if each.name in declared] != list(
        declared
    ):
        raise front.error(
            f"`columns` are {', '.join(declared) or 'none'} but the query selects {', '.join(projected) or 'none'};"
            " name the same variables in the same order (xLabel beside x may be left out)",
            "columns",
        )
    return tuple(columns)


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1
