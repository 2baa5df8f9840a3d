"""Reads profiles: `exports/<profile>/` a `profile.ttl`, mappings `<part>.rq`, their roots."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from dienstgraaf._sparql.tokens import kind_of_query, projection, tokens, values_blocks
from dienstgraaf._sparql.values import expand, prefixes_of
from dienstgraaf.errors import nearest
from dienstgraaf.export.describing import describe_profile
from dienstgraaf.export.errors import MappingError, UnknownProfileError
from dienstgraaf.export.model import Part, Profile
from dienstgraaf.export.writers import FORMATS
from dienstgraaf.inventory import Layout
from dienstgraaf.questions._frontmatter import FrontMatter, read_front_matter, read_query
from dienstgraaf.questions.errors import QuestionError

__all__ = ["DESCRIPTION", "profile_folders", "read_part", "read_profile"]

DESCRIPTION: Final = "profile.ttl"
"""The file by which a folder is a profile."""

_ROOTS: Final = ".roots.rq"
_SHARED: Final = "_roots"
_AFTER_ROOT: Final = re.compile(r"[/#][\w./-]+")
_KEYS: Final = ("title", "description", "root", "roots", "source", "target", "values", "describes", "referred")


def profile_folders(layouts: Sequence[Layout]) -> dict[str, Path]:
    """Return the folders of all profiles by name, sorted; where two have the same name, that of the later layout."""
    found = {
        path.parent.name: path.parent for layout in layouts for path in sorted(layout.exports.glob(f"*/{DESCRIPTION}"))
    }
    return dict(sorted(found.items()))


def read_profile(layouts: Sequence[Layout], name: str) -> Profile:
    """Return the profile called `name`.

    Raises:
        UnknownProfileError: if there is none; it suggests the nearest.
        MappingError: if one of its files is wrong.
    """
    folders = profile_folders(layouts)
    if name not in folders:
        raise UnknownProfileError(
            "profile-unknown",
            name=name,
            suggestions=nearest(str(name), folders, 1),
            otherwise="profile-choices",
            names=", ".join(folders),
        )
    folder = folders[name]
    parts = tuple(read_part(path) for path in sorted(folder.glob("*.rq")) if not path.name.endswith(_ROOTS))
    if not parts:
        raise MappingError(folder / DESCRIPTION, 1, "there is no mapping beside it: add a <part>.rq")
    profile = describe_profile(folder, parts)
    unknown = sorted(set(profile.formats) - FORMATS.keys())
    if unknown:
        raise MappingError(
            folder / DESCRIPTION, 1, f"there is no format {unknown[0]!r}; choose from {', '.join(FORMATS)}"
        )
    return profile


def read_part(path: Path) -> Part:
    """Return the mapping at `path`, with its roots.

    Raises:
        MappingError: if the front matter is missing or wrong, or does not agree with the query.
    """
    text = read_query(path, MappingError)
    try:
        front = read_front_matter(path, text)
        front.check_keys(_KEYS)
        title, description = front.text(front.values, "title"), front.text(front.values, "description")
        root = _word(front, "root")
        sources, target = _iris(front, text, "source"), _iri(front, text, "target")
        roots_path = _roots_path(path, front)
        roots_query = _roots_query(roots_path, path)
        maps, describes = _maps(front, text + roots_query), _describes(front)
        referred = _referred(front)
    except QuestionError as error:
        raise MappingError(error.path, error.line, error.problem) from None
    if kind_of_query(text) != "CONSTRUCT":
        raise MappingError(path, 1, "a mapping must be a CONSTRUCT")
    blank = _blank_node_at(text)
    if blank is not None:
        line = text.count("\n", 0, blank) + 1
        raise MappingError(path, line, "makes a blank node; name it by an IRI that starts with the root's: <root>#…")
    if root not in {block.name for block in values_blocks(text)}:
        raise MappingError(
            path, 1, f"write `VALUES ?{root} {{ UNDEF }}` at the start of the pattern, and of each UNION"
        )
    if kind_of_query(roots_query) != "SELECT" or not projection(roots_query):
        raise MappingError(roots_path, 1, "the roots must come from a SELECT; its first variable is the root")
    return Part(
        name=path.stem,
        path=path,
        title=title,
        description=description,
        root=root,
        sources=sources,
        target=target,
        maps=maps,
        describes=describes,
        referred=referred,
        query=text,
        roots_path=roots_path,
        roots_query=roots_query,
    )


def _blank_node_at(query: str) -> int | None:
    """Return the offset of the first blank node in the template of `query`, a CONSTRUCT; None if there is none."""
    before = ""
    for token in tokens(query):
        if token.is_word("WHERE"):
            return None
        if token.text in ("[", "(") or (before == "_" and token.kind == "name"):
            return token.start
        before = token.text
    return None


def _word(front: FrontMatter, key: str) -> str:
    value = front.values.get(key)
    if not isinstance(value, str) or not value.isidentifier():
        raise front.error(f"`{key}` must name a variable of the query, without question mark: `{key}: service`", key)
    return value


def _iri(front: FrontMatter, text: str, key: str) -> str:
    (iri,) = _iris(front, text, key) if isinstance(front.values.get(key), str) else ("",)
    if not iri:
        raise front.error(f"`{key}` must be a class, with a prefix of the query: `{key}: dg:Service`", key)
    return iri


def _iris(front: FrontMatter, text: str, key: str) -> tuple[str, ...]:
    """Return the class, or the classes of a list, at `key`."""
    value = front.values.get(key)
    names = value if isinstance(value, list) else [value]
    found = [expand(each, prefixes_of(text)) if isinstance(each, str) else None for each in names]
    known = tuple(each.value for each in found if each is not None)
    if not known or len(known) < len(found):
        raise front.error(f"`{key}` must be a class, with a prefix of the query: `{key}: dg:Service`", key)
    return known


def _maps(front: FrontMatter, queries: str) -> dict[str, str]:
    value = front.values.get("values") or {}
    if not isinstance(value, dict) or not all(isinstance(each, str) for each in (*value, *value.values())):
        raise front.error("`values` must say which file serves a variable: `values: {type: channel-types}`", "values")
    for name in value:
        if f"VALUES (?{name} ?{name}Value)" not in queries:
            fix = f"write `VALUES (?{name} ?{name}Value) {{ (UNDEF UNDEF) }}` in the query or in its roots"
            raise front.error(f"the variable {name!r} of `values` has no place: {fix}", "values")
    return dict(value)


def _describes(front: FrontMatter) -> tuple[str, ...]:
    value = front.values.get("describes") or []
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise front.error("`describes` must be a list of files in exports/values: `describes: [places]`", "describes")
    return tuple(value)


def _referred(front: FrontMatter) -> str | None:
    value = front.values.get("referred", False)
    if isinstance(value, bool):
        return "" if value else None
    if not isinstance(value, str) or not _AFTER_ROOT.fullmatch(value):
        raise front.error(
            "`referred` is `true` for roots that are exported only where something refers to them; or what follows the "
            "root's IRI in what is referred to: `/contact-point`",
            "referred",
        )
    return value


def _roots_query(path: Path, mapping: Path) -> str:
    if not path.is_file():
        raise MappingError(mapping, 1, f"has no roots: write {path.name}, a SELECT of them, in {path.parent.name}/")
    return read_query(path, MappingError)


def _roots_path(path: Path, front: FrontMatter) -> Path:
    own = path.with_name(path.stem + _ROOTS)
    shared = front.values.get("roots")
    if shared is None:
        return own
    if not isinstance(shared, str) or own.is_file():
        raise front.error(f"`roots` names a file of exports/{_SHARED}/, where there is no {own.name}", "roots")
    return path.parent.parent / _SHARED / f"{shared}.rq"
