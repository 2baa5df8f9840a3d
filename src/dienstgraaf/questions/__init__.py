"""The question library: `.rq` files with their metadata, found, checked, filled in and asked.

A question file holds a SPARQL SELECT or ASK that runs as it is in any SPARQL tool, opened by `#+` lines of YAML.
Parameters are `VALUES` blocks of the query; values are put there as serialised RDF terms.
"""

from __future__ import annotations

from dienstgraaf.questions.answer import Answer, PlainValue
from dienstgraaf.questions.asking import ask, bind
from dienstgraaf.questions.errors import ParameterError, QuestionError, UnknownQuestionError
from dienstgraaf.questions.library import Library
from dienstgraaf.questions.model import Column, Parameter, Question, Text
from dienstgraaf.questions.reading import read_question
from dienstgraaf.questions.types import known_types

__all__ = [
    "Answer",
    "Column",
    "Library",
    "Parameter",
    "ParameterError",
    "PlainValue",
    "Question",
    "QuestionError",
    "Text",
    "UnknownQuestionError",
    "ask",
    "bind",
    "known_types",
    "read_question",
]
