"""Several tables under headings: as text, as Markdown, and as a page in HTML that needs nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dienstgraaf._pages import template
from dienstgraaf.tables._text import to_markdown, to_plain, to_terminal
from dienstgraaf.tables._wrapping import wrapped
from dienstgraaf.tables.rendering import Screen
from dienstgraaf.tables.table import Table

__all__ = ["SECTION_FORMATS", "Section", "render_sections"]

SECTION_FORMATS: Final = ("table", "markdown", "html")
"""What sections can be written as."""

_PIPE: Final = Screen()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with sentences below it, and a table if there is anything to tell."""

    heading: str
    notes: tuple[str, ...] = ()
    table: Table | None = None


def render_sections(
    title: str,
    intro: Sequence[str],
    sections: Sequence[Section],
    format_name: str,
    *,
    lang: str,
    screen: Screen = _PIPE,
    closing: str = "",
) -> bytes:
    """Return `sections` under `title`, after the sentences `intro`, in one of `SECTION_FORMATS` and in UTF-8.

    `closing` stands below all of it.
    """
    if format_name == "html":
        page = template("dienstgraaf.tables", "sections.html").render(
            lang=lang, title=title, intro=intro, sections=sections, closing=closing
        )
        return page.encode("utf-8", "surrogatepass")
    as_text = _markdown if format_name == "markdown" else _plain
    return as_text(title, [*intro], sections, lang, screen).encode("utf-8", "surrogatepass")


def _markdown(title: str, intro: list[str], sections: Sequence[Section], lang: str, _screen: Screen) -> str:
    parts = [f"# {title}\n", *(f"{note}\n" for note in intro)]
    for section in sections:
        parts += [f"## {section.heading}\n", *(f"{note}\n" for note in section.notes)]
        if section.table is not None:
            parts.append(to_markdown(section.table, lang))
    return "\n".join(parts)


def _plain(title: str, intro: list[str], sections: Sequence[Section], lang: str, screen: Screen) -> str:
    parts = [_underlined(title, "=", screen), *(_paragraph(note, screen) for note in intro)]
    for section in sections:
        parts += [_underlined(section.heading, "-", screen), *(_paragraph(note, screen) for note in section.notes)]
        if section.table is None:
            continue
        if screen.width is None:
            parts.append(to_plain(section.table, lang))
        else:
            parts.append(to_terminal(section.table, lang, screen.width, screen.color))
    return "\n".join(parts)


def _underlined(words: str, mark: str, screen: Screen) -> str:
    lines = [words] if screen.width is None else wrapped(words, screen.width)
    return "".join(f"{line}\n" for line in [*lines, mark * max(map(len, lines))])


def _paragraph(words: str, screen: Screen) -> str:
    lines = [words] if screen.width is None else wrapped(words, screen.width)
    return "".join(f"{line}\n" for line in lines)
