"""Writes a model in the ArchiMate 3.1 Model Exchange File Format of The Open Group, with its views laid out."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import BinaryIO, Final

from dienstgraaf.export.model import Batch, Options
from dienstgraaf.export.writers.archimate.fragments import concept, definition, folder, names, view
from dienstgraaf.export.writers.archimate.layout import lay_out
from dienstgraaf.export.writers.archimate.model import Model, identifier
from dienstgraaf.export.writers.archimate.reading import ARCHI, RELATIONSHIPS, Thing, read_things
from dienstgraaf.messages import text

__all__ = ["write_archimate"]

_MOST: Final = 120
"""How many elements a view shows: more can neither be read nor laid out in reasonable time."""

_XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
_SCHEMA: Final = f"{ARCHI} http://www.opengroup.org/xsd/archimate/3.1/archimate3_Diagram.xsd"


def write_archimate(batches: Iterable[Batch], output: BinaryIO, options: Options) -> None:
    """Write what the mappings made, `batches`, as one model.

    Memory grows with the number of concepts, not with what is said of them.

    Raises:
        ExportError: if a relationship joins something that is not there, or a view cannot be laid out.
        RenderError: if D2 is missing or fails.
    """
    with Model() as model:
        for thing in read_things(chain.from_iterable(batch.triples for batch in batches)):
            if model.add(thing):
                relationship = thing.kind in RELATIONSHIPS
                waiting = model.relationships if relationship else model.elements
                waiting.write(concept(thing, relationship).encode())
        model.check()
        _write(model, output, options)


def _write(model: Model, output: BinaryIO, options: Options) -> None:
    title = {"nl": options.profile.title.nl, "en": options.profile.title.en}
    told = {"nl": options.profile.description.nl, "en": options.profile.description.en}
    chosen = [options.lang] if options.lang else ["en", "nl"]
    head = [
        '<?xml version="1.0" encoding="UTF-8"?>\n',
        f'<model xmlns="{ARCHI}" xmlns:xsi="{_XSI}" xsi:schemaLocation="{_SCHEMA}"',
        f' identifier="{identifier(options.profile.iri)}">\n',
        *names({lang: title[lang] for lang in chosen}, "name"),
        *names({lang: told[lang] for lang in chosen}, "documentation"),
        "\n",
    ]
    _put(output, head)
    for tag, waiting in (("elements", model.elements), ("relationships", model.relationships)):
        if waiting.tell():
            _put(output, [f"<{tag}>\n"])
            waiting.seek(0)
            shutil.copyfileobj(waiting, output)
            _put(output, [f"</{tag}>\n"])
    folders = sorted(model.folders.items())
    _wrapped(output, "organizations", [folder(iri, model.definitions.get(iri), each) for iri, each in folders])
    used = sorted(model.used.items())
    _wrapped(output, "propertyDefinitions", [definition(iri, model.definitions.get(iri), each) for iri, each in used])
    _wrapped(output, "views", [_inside("diagrams", [drawn for each in model.views if (drawn := _view(each, model))])])
    _put(output, ["</model>\n"])


def _view(thing: Thing, model: Model) -> str:
    """Return a view of those of its elements that are in the model; "" if it would show less than two.

    It draws the relationships between what it is about, and those that it names. Of too many elements it shows those
    with the most of these, what it is about first, and tells how many it leaves out.
    """
    found = {iri for iri in (*thing.about, *thing.shows) if model.has(iri)}
    about, named = set(thing.about), set(thing.shows)
    links = [
        link
        for link in model.links
        if link.source in found and link.target in found and ({link.source, link.target} <= about or link.iri in named)
    ]
    joined = Counter(end for link in links for end in (link.source, link.target))
    ranked = sorted(found, key=lambda iri: (iri not in about, -joined[iri], iri))
    shown = {iri: _longest(model.name(iri)) for iri in ranked[:_MOST]}
    laid = lay_out(shown, [each for each in links if each.source in shown and each.target in shown], about)
    if not laid.boxes:
        return ""
    if len(ranked) > _MOST:
        for lang in thing.name:
            told = text("archimate-view-cut", lang or "en", count=len(ranked) - _MOST)
            thing.documentation.setdefault(lang, []).append(told)
    return view(thing, laid)


def _longest(texts: dict[str, str]) -> str:
    return max(texts.values(), key=len, default="")


def _put(output: BinaryIO, texts: Sequence[str]) -> None:
    output.write("".join(texts).encode())


def _inside(tag: str, texts: Sequence[str]) -> str:
    return f"<{tag}>\n{''.join(texts)}</{tag}>\n" if any(texts) else ""


def _wrapped(output: BinaryIO, tag: str, texts: Sequence[str]) -> None:
    _put(output, [_inside(tag, texts)])
