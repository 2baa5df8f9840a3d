"""The pages of the profiles: what maps to what, as the mapping files say, and what the inventory loses by it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from dienstgraaf._pages import stale_pages, write_pages
from dienstgraaf.export.describing import prefixes_of_profile
from dienstgraaf.export.losses import FATES, Losses, losses
from dienstgraaf.export.model import Part, Profile, Treatment, Wish
from dienstgraaf.export.producing import produce
from dienstgraaf.export.reading import profile_folders, read_profile
from dienstgraaf.inventory.namespaces import PREFIXES, shorten
from dienstgraaf.messages import text

if TYPE_CHECKING:
    from dienstgraaf.engine import Engine
    from dienstgraaf.inventory import Layout

__all__ = ["stale", "write"]

_TYPE: Final = f"{PREFIXES['rdf']}type"

_INTRODUCTION: Final = """# Exports

The inventory in the form of other catalogues. Each profile is a folder of mappings in [`exports/`](../../exports); its
page is made from these and from what they give today. `make docs` brings the pages up to date, and a test fails when
they are behind.

| profile | | conforms to | formats |
|---|---|---|---|
"""

_LEGEND: Final = """
`dienstgraaf export --list` lists them, `dienstgraaf export PROFILE -o FILE` writes one, and `--report` tells what it
cannot carry. Also there: `--provider`, `--lang`, `--format`, `--archetypes`, `--no-check`, and `--official FOLDER` with
the catalogues' own rules. Only what files state is exported: of an endpoint that holds what was inferred too, all other
graphs are named in each query, which is slower than an endpoint that was loaded from `dienstgraaf dump --no-inferred`.
"""


def stale(layouts: Iterable[Layout], engine: Engine, folder: Path) -> list[Path]:
    """Return the pages in `folder` that are missing, behind, or of a profile that is no more."""
    return stale_pages(_pages(list(layouts), engine), folder)


def write(layouts: Iterable[Layout], engine: Engine, folder: Path) -> list[Path]:
    """Write what is stale in `folder`, remove pages of profiles that are no more, and return the paths of both."""
    return write_pages(_pages(list(layouts), engine), folder)


def _pages(layouts: list[Layout], engine: Engine) -> dict[str, str]:
    pages, index = {}, _INTRODUCTION
    for name in profile_folders(layouts):
        profile = read_profile(layouts, name)
        pages[f"{name}.md"] = "\n".join(_page(profile, engine)) + "\n"
        conforms = ", ".join(f"<{iri}>" for iri in profile.conforms_to)
        index += f"| [{name}]({name}.md) | {profile.title.en} | {conforms} | {', '.join(profile.formats)} |\n"
    return {"README.md": index + _LEGEND, **pages}


def _page(profile: Profile, engine: Engine) -> Iterator[str]:
    short = _Short(prefixes_of_profile(profile.folder))
    yield f"# {profile.name}: {profile.title.en}\n"
    yield f"*{profile.title.nl}*\n"
    yield f"{profile.description.en}\n"
    yield f"```sh\ndienstgraaf export {profile.name}\n```\n"
    made = _made(profile, engine)
    found = losses(engine, profile, Wish())
    for part in profile.parts:
        yield from _part(profile, part, made.get(part.name, {}), short)
    general = [each for each in profile.treatments if not each.of and each.how in ("note", "extension")]
    if general:
        yield "## On anything that comes along\n"
        yield from _treated(general, (), short)
    if profile.acceptances:
        yield "## Warnings that it lives with\n\n| property | rule | why |\n|---|---|---|"
        for each in profile.acceptances:
            yield f"| {short(each.path)} | {short(each.component)} | {each.reason.en} |"
        yield ""
    yield from _losses(found, short)


def _part(profile: Profile, part: Part, made: Mapping[str, str], short: _Short) -> Iterator[str]:
    yield f"## {part.title.en}\n"
    sources = set(part.sources)
    listed = ", ".join(map(short, part.sources))
    yield f"{listed} → {short(part.target)}, by `exports/{profile.name}/{part.path.name}`.\n"
    yield f"{part.description.en}\n"
    yield from _treated(
        [each for each in profile.treatments if each.term in sources or sources & {*each.of}], sources, short
    )
    if made:
        yield "| what comes out | how often on each |\n|---|---|"
        yield from (f"| {short(term)} | {often} |" for term, often in sorted(made.items()))
        yield ""


def _treated(treatments: Sequence[Treatment], sources: Collection[str], short: _Short) -> Iterator[str]:
    """Yield a table of what becomes of terms; of which of several `sources` a term is, it says."""
    if treatments:
        yield "| of the source | to | what becomes of it |\n|---|---|---|"
    for each in treatments:
        why = f": {each.reason.en}" if each.how != "mapped" else ""
        to = ", ".join(map(short, each.to))
        of = ", ".join(short(source) for source in each.of if source in sources) if len(sources) > 1 else ""
        term = short(each.term) + (f" of {of}" if of else "")
        yield f"| {term} | {to} | {text(f'fate-{each.how}', 'en')}{why} |"
    if treatments:
        yield ""


def _made(profile: Profile, engine: Engine) -> dict[str, dict[str, str]]:
    """Return how often each property is on the resources that each part makes, as "least..most"."""
    counts: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    subjects: dict[str, set[str]] = defaultdict(set)
    for batch in produce(engine, profile, Wish()):
        for triple in batch.triples if batch.part else ():
            if isinstance(triple.subject, NamedNode) and triple.predicate.value != _TYPE:
                counts[str(batch.part)][triple.predicate.value][triple.subject.value] += 1
                subjects[str(batch.part)].add(triple.subject.value)
    return {
        part: {
            term: f"{min(found.values()) if len(found) == len(subjects[part]) else 0}..{max(found.values())}"
            for term, found in terms.items()
        }
        for part, terms in counts.items()
    }


def _losses(found: Losses, short: _Short) -> Iterator[str]:
    yield "## What the shipped inventory loses\n"
    yield "Counted in the graph; `--report` tells it of each property.\n"
    heads = [text(f"fate-{fate}", "en") for fate in FATES]
    yield f"| | in all | {' | '.join(heads)} |\n|---|---|{'---|' * len(heads)}"
    for line in found.classes:
        yield f"| {short(line.source)} | {line.total} | {' | '.join(str(line.fates[fate] or '') for fate in FATES)} |"
    for kind, counts in found.hedges().items():
        cells = " | ".join(str(counts[fate] or "") for fate in FATES)
        yield f"| *{text(f'hedge-{kind}', 'en')}* | {counts.total()} | {cells} |"


class _Short:
    """Writes IRIs with the prefixes of a profile, else with the project's."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._prefixes = sorted(prefixes.items(), key=lambda pair: -len(pair[1]))

    def __call__(self, iri: str) -> str:
        for name, namespace in self._prefixes:
            if iri.startswith(namespace):
                return f"`{name}:{iri[len(namespace) :]}`"
        return f"`{shorten(iri)}`"
