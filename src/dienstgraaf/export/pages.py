"""The pages of the profiles: what maps to what, as the mapping files say, and what the inventory loses by it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dienstgraaf._pages import stale_pages, write_pages
from dienstgraaf._sparql.tokens import tokens
from dienstgraaf._sparql.values import expand, named_in, prefixes_of
from dienstgraaf.export.describing import VOCABULARY, prefixes_of_profile
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

_KINDS: Final = 4
"""A part that makes things of more classes than this is described as a whole."""

_TYPE: Final = f"{PREFIXES['rdf']}type"

_INTRODUCTION: Final = """# Exports

The inventory in the form of other catalogues. Each profile is a folder of mappings in [`exports/`](../../exports); its
page is made from these and from what they give today. `make docs` brings the pages up to date, and a test fails when
they are behind.

| profile | | conforms to | formats |
|---|---|---|---|
"""

_LEGEND: Final = """
How often a property comes out is counted in the shipped inventory, generic descriptions (`--archetypes`) included;
other data may have more or fewer.

`dienstgraaf export --list` lists them, `dienstgraaf export PROFILE -o FILE` writes one, and `--report` tells what it
cannot carry. Also there: `--provider`, `--lang`, `--format`, `--archetypes`, `--no-check`, and `--official FOLDER` with
the catalogues' own rules: FOLDER holds the files that the page of a profile names, as the catalogues publish them; for
HSDS install `jsonschema` too. What a rule finds is told with the line of the file that it is about.

Only what files state is exported: of an endpoint that holds what was inferred too, the other graphs are read into
memory first; one that was loaded from `dienstgraaf dump --no-inferred` answers by itself.

The same from Python, with files or with a server:

```python
from dienstgraaf import Inventory

inventory = Inventory.load("my-town", only_data=True)  # or Inventory.load(endpoint="http://localhost:7878/query")
done = inventory.export("cpsv-ap", "my-town.ttl", official="standards")
print(done.written, [finding.text("en") for finding in done.findings])
for line in inventory.losses("cpsv-ap").properties:
    print(line.source, line.term, line.total, line.fates)
```

Texts arrive as they are, but for characters that the form cannot hold: in RDF/XML and the other forms of XML, U+0001
becomes its picture (U+2401) and so on, and what has no picture, such as U+FFFE, becomes U+FFFD.
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
    if files := (*profile.official, *profile.vocabulary):
        yield f"`--official FOLDER` holds it against {', '.join(f'`{name}`' for name in files)} in FOLDER.\n"
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
            path, component = (short(term) if term else "any" for term in (each.path, each.component))
            yield f"| {path} | {component} | {each.reason.en} |"
        yield ""
    yield from _losses(found, short)


def _part(profile: Profile, part: Part, made: Mapping[str, Mapping[str, str]], short: _Short) -> Iterator[str]:
    yield f"## {part.title.en}\n"
    sources = set(part.sources)
    listed = ", ".join(map(short, part.sources))
    yield f"{listed} → {short(part.target)}, by `exports/{profile.name}/{part.path.name}`.\n"
    yield f"{part.description.en}\n"
    ours = [each for each in profile.treatments if each.term in sources or sources & {*each.of}]
    yield from _treated([each for each in ours if part in _makers(profile, each, sources)], sources, short)
    made = made or {part.target: {}}
    for kind, terms in sorted(made.items(), key=lambda pair: (pair[0] != part.target, pair[0])):
        never = dict.fromkeys(sorted(_properties(part.query, kind) - terms.keys()), "not in it")
        often = sorted({**terms, **never}.items())
        rows = [f"| {short(term)} | {number} |" for term, number in often if "<" not in short(term)]
        if rows:
            yield f"| what comes out | how often on each{f' {short(kind)}' if kind else ''} of the shipped inventory |"
            yield "|---|---|"
            yield from (*rows, "")


def _makers(profile: Profile, treatment: Treatment, sources: Collection[str]) -> list[Part]:
    """Return which of the parts that go from `sources` make what `treatment` says: all, if none names it."""
    alike = [part for part in profile.parts if {*part.sources} & {*sources}]
    return [part for part in alike if {*treatment.to} & _made_by(part.query)] or alike


@cache
def _made_by(query: str) -> frozenset[str]:
    """Return the IRIs that the template of `query`, a CONSTRUCT, names."""
    end = next((token.start for token in tokens(query) if token.is_word("WHERE")), len(query))
    return frozenset(iri for iri, start in named_in(query) if start < end)


@cache
def _properties(query: str, kind: str) -> frozenset[str]:
    """Return the properties that the template of `query`, a CONSTRUCT, has for what it says is, or may be, a `kind`."""
    prefixes = prefixes_of(query)
    found: dict[str, set[str]] = defaultdict(set)
    subject, predicate, kinds = "", "", set()
    for token in tokens(query):
        if token.text == "}":
            break
        if token.text in ("{", "."):
            subject = predicate = ""
        elif token.text == ";":
            predicate = ""
        elif token.kind in ("iri", "name", "variable") or token.text == "a":
            named = expand(token.text, prefixes)
            if not subject:
                subject = token.text
            elif not predicate:
                predicate = token.text
                found[subject].update([named.value] if named else [])
            elif predicate == "a" and (named is None or named.value == kind):
                kinds.add(subject)
    return frozenset(each for subject in kinds for each in found[subject])


def _treated(treatments: Sequence[Treatment], sources: Collection[str], short: _Short) -> Iterator[str]:
    """Yield a table of what becomes of terms; of which of several `sources` a term is, it says."""
    if treatments:
        yield "| of the source | to | what becomes of it |\n|---|---|---|"
    for each in treatments:
        why = f": {each.reason.en}" if each.reason.en else ""
        to = ", ".join(map(short, each.to))
        of = ", ".join(short(source) for source in each.of if source in sources) if len(sources) > 1 else ""
        term = short(each.term) + (f" of {of}" if of else "")
        if each.through.startswith("^"):
            term += f" of what leads to it by {short(each.through.removeprefix('^'))}"
        elif each.through:
            term += f" of what {short(each.through)} leads to"
        yield f"| {term} | {to} | {text(f'fate-{each.how}', 'en')}{why} |"
    if treatments:
        yield ""


def _made(profile: Profile, engine: Engine) -> dict[str, dict[str, dict[str, str]]]:
    """Return how often each property is on the resources that each part makes, by their class, as "least..most"."""
    targets = {part.name: part.target for part in profile.parts}
    found: dict[str, dict[str, dict[str, Counter[str]]]] = {}
    for batch in produce(engine, profile, Wish(archetypes=True)):
        for subject, triples in groupby(batch.triples if batch.part else (), key=lambda each: each.subject):
            said = list(triples)
            classes = [str(each.object)[1:-1] for each in said if each.predicate.value == _TYPE]
            target = targets[str(batch.part)]
            kind = target if target in classes else min(classes, default="")
            counts = found.setdefault(str(batch.part), {}).setdefault(kind, {}).setdefault(str(subject), Counter())
            counts.update(each.predicate.value for each in said if each.predicate.value != _TYPE)
    return {
        part: {kind: _how_often(list(of_kind.values())) for kind, of_kind in by_kind.items()}
        if len(by_kind) <= _KINDS
        else {"": _how_often([each for of_kind in by_kind.values() for each in of_kind.values()])}
        for part, by_kind in found.items()
    }


def _how_often(counts: Sequence[Counter[str]]) -> dict[str, str]:
    terms = sorted({term for each in counts for term in each})
    return {term: f"{min(each[term] for each in counts)}..{max(each[term] for each in counts)}" for term in terms}


def _losses(found: Losses, short: _Short) -> Iterator[str]:
    yield "## What the shipped inventory loses\n"
    yield "Counted in the graph; `--report` tells it of each property.\n"
    hedges = found.hedges()
    counted = [*(line.fates for line in found.classes), *hedges.values()]
    fates = [fate for fate in FATES if any(each.get(fate) for each in counted)]
    heads = [text(f"fate-{fate}", "en") for fate in fates]
    yield f"| | in all | {' | '.join(heads)} |\n|---|---|{'---|' * len(heads)}"
    for line in found.classes:
        yield f"| {short(line.source)} | {line.total} | {' | '.join(str(line.fates[fate] or '') for fate in fates)} |"
    for kind, counts in hedges.items():
        cells = " | ".join(str(counts[fate] or "") for fate in fates)
        yield f"| *{text(f'hedge-{kind}', 'en')}* | {counts.total()} | {cells} |"


class _Short:
    """Writes IRIs with the prefixes of a profile, else with the project's."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        known = {**prefixes, "dgx": VOCABULARY}
        self._prefixes = sorted(known.items(), key=lambda pair: -len(pair[1]))

    def __call__(self, iri: str) -> str:
        for name, namespace in self._prefixes:
            if iri.startswith(namespace):
                return f"`{name}:{iri[len(namespace) :]}`"
        return f"`{shorten(iri)}`"
