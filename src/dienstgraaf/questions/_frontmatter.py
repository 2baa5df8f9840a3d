"""Reads the `#+` YAML block that opens a question file (the convention of grlc)."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from dienstgraaf.errors import nearest
from dienstgraaf.questions.errors import QueryFileError, QuestionError
from dienstgraaf.questions.model import Text

__all__ = ["FrontMatter", "read_front_matter", "read_query"]

_KEYS = ("title", "description", "tags", "parameters", "columns")


class FrontMatter:
    """The YAML mapping at the top of a `.rq` file; every mistake is reported with its line."""

    def __init__(self, path: Path, lines: list[str], values: dict[str, Any]) -> None:
        """Keep the file's `lines` to find places in, and the parsed `values`."""
        self.path = path
        self.values = values
        self._lines = lines

    def error(self, problem: str, near: str = "", within: str = "") -> QuestionError:
        """Return an error at the entry named `near` of the block `within`, at the key `near`, or at line 1."""
        start = self._line_of(rf"{re.escape(within)}\s*:", 0) if within else 0
        for pattern in (rf".*\bname:\s*[\"']?{re.escape(near)}\b", rf".*(?<!\w){re.escape(near)}\s*:"):
            line = self._line_of(pattern, start) if near else 0
            if line:
                return QuestionError(self.path, line, problem)
        return QuestionError(self.path, start or 1, problem)

    def _line_of(self, pattern: str, start: int) -> int:
        """Return the number (from 1) of the first line from `start` on that `pattern` matches; 0 if there is none."""
        lines = enumerate(self._lines[max(start - 1, 0) :], max(start, 1))
        return next((number for number, line in lines if re.match(pattern, line)), 0)

    def text(self, values: dict[str, Any], key: str, near: str = "", within: str = "") -> Text:
        """Return `values[key]` as a text in both languages."""
        value = values.get(key)
        if not isinstance(value, dict) or not all(isinstance(value.get(lang), str) for lang in ("nl", "en")):
            raise self.error(f"`{key}` needs text in both languages: `{key}: {{nl: …, en: …}}`", near or key, within)
        return Text(nl=value["nl"].strip(), en=value["en"].strip())

    def tags(self) -> tuple[str, ...]:
        """Return the tags, as written."""
        value = self.values.get("tags", [])
        if not isinstance(value, list) or not all(isinstance(tag, str) for tag in value):
            raise self.error("`tags` must be a list of words: `tags: [access, audience]`", "tags")
        return tuple(value)

    def entries(self, key: str, allowed: tuple[str, ...]) -> list[dict[str, Any]]:
        """Return the list of mappings under `key`, each with a `name` and with none but `allowed` keys."""
        value = self.values.get(key) or []
        if not isinstance(value, list):
            raise self.error(f"`{key}` must be a list of entries that start with `- {{name: …`", key)
        for entry in value:
            if not isinstance(entry, dict) or not isinstance(entry.get("name"), str):
                raise self.error(f"an entry of `{key}` has no name: write `- {{name: …, …}}`", key)
            self._known(entry, allowed, entry["name"], key)
        names = [entry["name"] for entry in value]
        twice = next((name for name in names if names.count(name) > 1), None)
        if twice:
            raise self.error(f"`{key}` names {twice!r} twice; remove one", twice, key)
        return value

    def check_keys(self, allowed: tuple[str, ...] = _KEYS) -> None:
        """Raise for a key that is not among `allowed`."""
        self._known(self.values, allowed)

    def _known(self, entry: dict[str, Any], allowed: tuple[str, ...], near: str = "", within: str = "") -> None:
        for key in entry:
            if key not in allowed:
                close = nearest(str(key), allowed, 1)
                fix = f"did you mean `{close[0]}`?" if close else f"allowed are {', '.join(allowed)}"
                raise self.error(f"unknown key `{key}`: {fix}", near or str(key), within)


def read_query(path: Path, wrong: type[QueryFileError]) -> str:
    """Return the text of the query file at `path`; what is wrong with it is raised as `wrong`.

    Raises:
        QueryFileError: if it cannot be read, or is not UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise wrong(path, 1, f"cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise wrong(path, line, "is not UTF-8; save the file as UTF-8") from None


def read_front_matter(path: Path, text: str) -> FrontMatter:
    """Return the front matter of the question file `path`, whose content is `text`.

    Raises:
        QuestionError: if there is none, or it is not a YAML mapping.
    """
    import yaml

    lines = []
    for line in text.splitlines():
        if not line.startswith("#+"):
            break
        lines.append(line[2:].removeprefix(" "))
    if not lines:
        raise QuestionError(path, 1, "no front matter: start the file with `#+ title: {nl: …, en: …}` and so on")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        values = yaml.load("\n".join(lines), Loader=loader)  # noqa: S506 - both are safe loaders
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error)
        raise QuestionError(path, mark.line + 1 if mark else 1, f"the front matter is no YAML: {problem}") from None
    if not isinstance(values, dict):
        raise QuestionError(path, 1, "the front matter must consist of `key: value` lines")
    return FrontMatter(path, lines, values)
