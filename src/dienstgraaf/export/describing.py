"""Reads what `profile.ttl` says of a profile: its titles, formats, official rules, and what it does with each term."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, parse

from dienstgraaf._sparql.values import named_in
from dienstgraaf.errors import nearest
from dienstgraaf.export.errors import MappingError
from dienstgraaf.export.model import Acceptance, Part, Profile, Treatment
from dienstgraaf.inventory.namespaces import BASE, PREFIXES
from dienstgraaf.questions import Text

__all__ = ["HOWS", "VOCABULARY", "describe_profile", "prefixes_of_profile"]

VOCABULARY: Final = f"{BASE}def/export#"
"""The namespace of the terms that describe profiles, prefix `dgx:`."""

HOWS: Final = ("mapped", "note", "extension", "dropped")
"""What can become of a term of the source, best first."""

_TERMS: Final = frozenset(
    f"{VOCABULARY}{name}"
    for name in (
        *("Profile", "defaultFormat", "format", "language", "officialRules", "officialVocabulary"),
        *("treats", "term", "of", "how", "to", "reference", "named", "described", "through", "toward", "unsaid", *HOWS),
        *("accepts", "path", "component"),
    )
)

_DCT: Final = PREFIXES["dct"]
_TYPE: Final = f"{PREFIXES['rdf']}type"

_Subject = NamedNode | BlankNode
_Object = NamedNode | BlankNode | Literal


class _Description:
    """The statements of a `profile.ttl`, by subject and property."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._by: dict[tuple[_Subject, str], list[_Object]] = defaultdict(list)
        try:
            content = path.read_bytes()
            for quad in parse(content, RdfFormat.TURTLE, base_iri=BASE):
                if isinstance(quad.subject, _Subject) and isinstance(quad.object, _Object):
                    self._by[quad.subject, quad.predicate.value].append(quad.object)
        except OSError as error:
            raise MappingError(path, 1, f"cannot be read: {error.strerror}") from None
        except SyntaxError as error:
            raise MappingError(path, error.lineno or 1, f"is not Turtle: {error.msg}") from None
        self._refuse_unknown(content.decode("utf-8"))

    def _refuse_unknown(self, text: str) -> None:
        for iri, start in named_in(text):
            if iri.startswith(VOCABULARY) and iri not in _TERMS:
                name, *close = (f"dgx:{each.removeprefix(VOCABULARY)}" for each in (iri, *nearest(iri, _TERMS, 1)))
                hint = f"; did you mean {close[0]}?" if close else ""
                raise MappingError(self.path, text.count("\n", 0, start) + 1, f"there is no {name}{hint}")

    def profile(self) -> NamedNode:
        found = [
            subject
            for (subject, name), values in self._by.items()
            if name == _TYPE and NamedNode(f"{VOCABULARY}Profile") in values and isinstance(subject, NamedNode)
        ]
        if len(found) != 1:
            raise MappingError(self.path, 1, f"describes {len(found)} profiles; write one `<…> a dgx:Profile`")
        return found[0]

    def values(self, subject: _Subject, name: str) -> list[str]:
        """The values of a property, as text, sorted."""
        return sorted(each.value for each in self._by.get((subject, name), ()))

    def text(self, subject: _Subject, name: str) -> Text:
        found = {each.language: each.value for each in self._by.get((subject, name), ()) if isinstance(each, Literal)}
        if "nl" not in found or "en" not in found:
            what = name.rpartition("/")[2]
            raise MappingError(self.path, 1, f"`dct:{what}` of {subject} is needed in Dutch (@nl) and English (@en)")
        return Text(found["nl"], found["en"])

    def objects(self, subject: _Subject, name: str) -> Iterator[_Subject]:
        for each in self._by.get((subject, name), ()):
            if isinstance(each, _Subject):
                yield each


def describe_profile(folder: Path, parts: tuple[Part, ...]) -> Profile:
    """Return the profile in `folder`, with its `parts`, as its `profile.ttl` describes it.

    Raises:
        MappingError: if that file is missing, is not Turtle, or lacks something.
    """
    said = _Description(folder / "profile.ttl")
    iri = said.profile()
    default = said.values(iri, f"{VOCABULARY}defaultFormat")
    if len(default) != 1:
        raise MappingError(said.path, 1, 'write one `dgx:defaultFormat "…"`')
    others = [each for each in said.values(iri, f"{VOCABULARY}format") if each != default[0]]
    rules, context = folder / "rules.ttl", folder / "context.jsonld"
    if not rules.is_file():
        raise MappingError(said.path, 1, "there is no rules.ttl beside it: write the profile's own SHACL rules")
    return Profile(
        name=folder.name,
        folder=folder,
        iri=iri.value,
        title=said.text(iri, f"{_DCT}title"),
        description=said.text(iri, f"{_DCT}description"),
        conforms_to=tuple(said.values(iri, f"{_DCT}conformsTo")),
        formats=(default[0], *others),
        official=tuple(said.values(iri, f"{VOCABULARY}officialRules")),
        parts=parts,
        treatments=tuple(_treatments(said, iri)),
        acceptances=tuple(_acceptances(said, iri)),
        rules=rules,
        context=context if context.is_file() else None,
        language=next(iter(said.values(iri, f"{VOCABULARY}language")), None),
        vocabulary=tuple(said.values(iri, f"{VOCABULARY}officialVocabulary")),
    )


def _treatments(said: _Description, iri: NamedNode) -> list[Treatment]:
    found = []
    for node in said.objects(iri, f"{VOCABULARY}treats"):
        terms = said.values(node, f"{VOCABULARY}term")
        how = [each.removeprefix(VOCABULARY) for each in said.values(node, f"{VOCABULARY}how")]
        if not terms or len(how) != 1 or how[0] not in HOWS:
            fix = "a treatment has a dgx:term and one dgx:how: " + ", ".join(f"dgx:{each}" for each in HOWS)
            raise MappingError(said.path, 1, fix)
        of, to = (tuple(said.values(node, f"{VOCABULARY}{name}")) for name in ("of", "to"))
        needed = how[0] != "mapped" or said.values(node, f"{_DCT}description")
        reason = said.text(node, f"{_DCT}description") if needed else Text("", "")
        names = ("reference", "named", "described")
        reference, named, described = (said.values(node, f"{VOCABULARY}{name}") == ["true"] for name in names)
        toward = [f"^{each}" for each in said.values(node, f"{VOCABULARY}toward")]
        through = "".join([*said.values(node, f"{VOCABULARY}through"), *toward][:1])
        unsaid = tuple(said.values(node, f"{VOCABULARY}unsaid"))
        found += [
            Treatment(term, of, how[0], to, reason, reference, through, unsaid, named, described) for term in terms
        ]
    return sorted(found, key=lambda each: (each.term, each.of, each.through))


def _acceptances(said: _Description, iri: NamedNode) -> list[Acceptance]:
    found = []
    for node in said.objects(iri, f"{VOCABULARY}accepts"):
        path, component = (said.values(node, f"{VOCABULARY}{name}") for name in ("path", "component"))
        if not path and not component:
            raise MappingError(said.path, 1, "what is accepted has a dgx:path or a dgx:component, or both")
        found.append(Acceptance("".join(path[:1]), "".join(component[:1]), said.text(node, f"{_DCT}description")))
    return sorted(found, key=lambda each: (each.path, each.component))


def prefixes_of_profile(folder: Path) -> Mapping[str, str]:
    """Return the prefixes that the profile's own description declares: those that its output uses, sorted."""
    parsed = parse((folder / "profile.ttl").read_bytes(), RdfFormat.TURTLE, base_iri=BASE)
    for _ in parsed:
        pass
    return {name: iri for name, iri in sorted(parsed.prefixes.items()) if iri != VOCABULARY}
