"""Asks a question of an engine, and gives the answer as rows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pyoxigraph import Literal

from dienstgraaf._sparql.tokens import values_blocks
from dienstgraaf._sparql.values import Value, fill
from dienstgraaf.engine import Engine, QuerySyntaxError, Solutions, Term
from dienstgraaf.errors import nearest
from dienstgraaf.questions.answer import Answer
from dienstgraaf.questions.errors import ParameterError, QuestionError
from dienstgraaf.questions.model import Parameter, Question
from dienstgraaf.questions.reading import LANG
from dienstgraaf.questions.resolving import resolve

__all__ = ["ANY", "LIST_SEPARATOR", "ask", "bind", "natural_order", "sort_list_cells"]

LIST_SEPARATOR = " | "
"""What stands between the items of a list column's cell."""


ANY = "*"
"""The value that lifts a parameter's default: any value will do."""


def ask(engine: Engine, question: Question, values: Mapping[str, Sequence[object]], lang: str) -> Answer:
    """Ask `question` of `engine`.

    Args:
        engine: what is asked; the names of parameter values are looked up there too.
        question: what to ask.
        values: for each parameter that is set, one or more values: names, IRIs, or plain Python values.
        lang: the language of labels, "nl" or "en".

    Raises:
        ParameterError: if a parameter does not exist or a value is not of its type.
        QuestionError: if the query is broken.
    """
    for name in values:
        if question.parameter(name) is None:
            raise _unknown_parameter(question, name)
    terms = {
        parameter.name: _terms(engine, parameter, values[parameter.name], lang)
        for parameter in question.parameters
        if values.get(parameter.name)
    }
    query = bind(question, terms, lang)
    lists = [column.list for column in question.columns]
    try:
        if not lists:
            return Answer(question, lang, boolean=engine.ask(query))
        return Answer(question, lang, solutions=sort_list_cells(engine.select(query), lists))
    except QuerySyntaxError as error:
        raise QuestionError(question.path, error.line, f"column {error.column}: {error.message}") from None


def _terms(engine: Engine, parameter: Parameter, values: Sequence[object], lang: str) -> list[Value]:
    return [] if list(values) == [ANY] else resolve(engine, parameter, values, lang)


def bind(question: Question, values: Mapping[str, Sequence[Value]], lang: str) -> str:
    """Return the query of `question` with `values` and `lang` in their `VALUES` blocks; others keep their default."""
    filled = dict(values)
    if any(block.name == LANG for block in values_blocks(question.query)):
        filled[LANG] = [Literal(lang)]
    return fill(question.query, filled)


def sort_list_cells(solutions: Solutions, lists: Sequence[bool]) -> Solutions:
    """Return `solutions` with the items of each list cell distinct and in natural order, so that engines agree."""
    if not any(lists):
        return solutions
    rows = tuple(
        tuple(_sorted_cell(cell) if is_list else cell for cell, is_list in zip(row, lists, strict=True))
        for row in solutions.rows
    )
    return Solutions(solutions.variables, rows)


def _sorted_cell(cell: Term | None) -> Term | None:
    if not isinstance(cell, Literal) or LIST_SEPARATOR not in cell.value:
        return cell
    items = sorted(set(cell.value.split(LIST_SEPARATOR)), key=natural_order)
    joined = LIST_SEPARATOR.join(item for item in items if item)
    if cell.language:
        return Literal(joined, language=cell.language)
    return Literal(joined, datatype=cell.datatype)


def natural_order(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return a sort key by which numbers count as numbers.

    >>> sorted(["4.2-10", "4.2-9", "4.2"], key=natural_order)
    ['4.2', '4.2-9', '4.2-10']
    """
    parts = re.findall(r"(\d+)|(\D+)", text)
    return (*((1, int(digits), "") if digits else (2, 0, other.casefold()) for digits, other in parts), (0, 0, text))


def _unknown_parameter(question: Question, name: str) -> ParameterError:
    names = [parameter.name for parameter in question.parameters]
    close = nearest(name, names, 1)
    return ParameterError(
        "parameter-unknown",
        question=question.slug,
        name=name,
        names=", ".join(names),
        suggestions=close,
        otherwise="parameter-names" if names else "parameter-none",
    )
