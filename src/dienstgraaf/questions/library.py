"""Finds questions: every `queries/<theme>/<slug>.rq` of the layouts, by name, by words or by path."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from dienstgraaf.errors import nearest
from dienstgraaf.inventory.layout import Layout
from dienstgraaf.questions.errors import QuestionError, UnknownQuestionError
from dienstgraaf.questions.model import Question
from dienstgraaf.questions.reading import read_question
from dienstgraaf.questions.types import type_checker

__all__ = ["Library"]


class Library:
    """The questions of some layouts. Files are found at once and read when asked for."""

    def __init__(self, layouts: Sequence[Layout]) -> None:
        """Find the questions of `layouts`; where two have the same name, that of the later layout counts."""
        self._paths: dict[str, Path] = {}
        for layout in layouts:
            self._paths.update(_question_files(layout.queries))
        self._is_type: Callable[[str], bool] = type_checker(layouts)
        self._read: dict[Path, Question] = {}

    def slugs(self) -> list[str]:
        """Return the names of all questions, sorted."""
        return sorted(self._paths)

    def get(self, name: str) -> Question:
        """Return the question called `name`: its name, a unique beginning of it, or a path to a `.rq` file.

        Raises:
            UnknownQuestionError: if there is none, or more than one begins so.
            QuestionError: if its file is wrong.
        """
        return self._load(self._find(name))

    def all(self) -> list[Question]:
        """Return all questions, by theme and name.

        Raises:
            QuestionError: at the first file that is wrong.
        """
        return sorted((self._load(path) for path in self._paths.values()), key=lambda each: (each.theme, each.slug))

    def search(self, words: Sequence[str] = (), tags: Sequence[str] = ()) -> list[Question]:
        """Return the questions in which all `words` occur and that carry all `tags`, by theme and name."""
        return [each for each in self.all() if each.matches(list(words)) and set(tags) <= set(each.tags)]

    def _find(self, name: str) -> Path:
        if name in self._paths:
            return self._paths[name]
        if name.endswith(".rq") or os.sep in name:
            if Path(name).is_file():
                return Path(name)
            raise UnknownQuestionError("question-file-missing", name=name)
        starting = [slug for slug in self.slugs() if name and slug.startswith(name)]
        if len(starting) == 1:
            return self._paths[starting[0]]
        if starting:
            raise UnknownQuestionError("question-ambiguous", name=name, candidates=", ".join(starting))
        suggestions = nearest(name, self.slugs())
        raise UnknownQuestionError(
            "question-unknown", name=name, suggestions=suggestions, otherwise="question-list-hint"
        )

    def _load(self, path: Path) -> Question:
        if path not in self._read:
            self._read[path] = read_question(path, self._is_type)
        return self._read[path]


def _question_files(folder: Path) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for path in sorted(folder.glob("*/*.rq")):
        if path.stem in found:
            raise QuestionError(path, 1, f"the name is taken by {found[path.stem]}; rename one of them")
        found[path.stem] = path
    return found
