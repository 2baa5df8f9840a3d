"""Makes an export: runs the mappings, writes what they give as it comes, and holds it against the rules."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import BinaryIO, Final

from pyoxigraph import NamedNode, Store

from dienstgraaf._sparql import prepared
from dienstgraaf.engine import Engine
from dienstgraaf.errors import nearest
from dienstgraaf.export.checking import Finding, check_shapes, properties_seen, split_accepted
from dienstgraaf.export.describing import prefixes_of_profile
from dienstgraaf.export.errors import ExportError, UnknownProfileError
from dienstgraaf.export.keeping import Kept
from dienstgraaf.export.model import Batch, Format, Options, Profile, Wish
from dienstgraaf.export.producing import produce
from dienstgraaf.export.target import put_file, put_folder
from dienstgraaf.export.vocabulary import check_vocabulary, read_vocabulary
from dienstgraaf.export.wishing import check_official, check_providers, check_terms
from dienstgraaf.export.writers import FORMATS
from dienstgraaf.inventory.namespaces import PREFIXES
from dienstgraaf.messages import LANGUAGES, text

__all__ = ["Exported", "choose_form", "export"]

_EXTENSION: Final = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,6}")
"""What looks like the extension of a file, and not like the end of a folder's name, such as `export-2026.11`."""

_Check = Callable[[Store], Iterable[Finding]]

_FOLDER: Final = "FOLDER"
_DATA_SET: Final = f"{PREFIXES['dcat']}Dataset"


@dataclass
class Exported:
    """What became of an export.

    `written` is False if a rule was violated: then nothing was written. `triples` counts what the mappings made.
    `findings` are what the rules found, `accepted` the warnings that the profile lives
    with, and `official` what the catalogue's own checks of a file found.
    """

    profile: Profile
    form: Format
    written: bool = False
    triples: int = 0
    findings: list[Finding] = field(default_factory=list)
    accepted: list[Finding] = field(default_factory=list)
    official: list[str] = field(default_factory=list)

    @property
    def valid(self) -> bool:
        """Whether no rule was violated."""
        return not self.official and all(each.severity != "violation" for each in self.findings)


def choose_form(profile: Profile, name: str | None, output: Path | None) -> Format:
    """Return the form called `name`, else the one that the extension of `output` means, else the profile's default.

    Raises:
        UnknownProfileError: if the profile is not written so; it suggests the nearest.
    """
    if name is None and output is not None and output.suffix:
        meant = [each for each in profile.formats if FORMATS[each].extension == output.suffix.casefold()]
        if meant:
            return FORMATS[meant[0]]
        if not FORMATS[profile.formats[0]].write_folder or (
            _EXTENSION.fullmatch(output.suffix) and not output.is_dir()
        ):
            known = ", ".join(f"{FORMATS[each].extension or _FOLDER} ({each})" for each in profile.formats)
            raise ExportError("export-extension-unknown", name=output.name, formats=known)
    chosen = name or profile.formats[0]
    if chosen not in profile.formats:
        raise UnknownProfileError(
            "export-format-unknown",
            profile=profile.name,
            format=chosen,
            suggestions=[each for each in profile.formats if FORMATS[each].extension == f".{chosen}"]
            or nearest(chosen, profile.formats, 1),
            otherwise="export-format-choices",
            formats=", ".join(profile.formats),
        )
    return FORMATS[chosen]


def export(engine: Engine, profile: Profile, wish: Wish, form: Format, output: Path | BinaryIO) -> Exported:
    """Write what `profile` makes of what `engine` holds to `output`: a path, or a stream for a form of one file.

    Returns:
        what was found; if a rule is violated, nothing is written.

    Raises:
        ExportError: if the output cannot be written to or takes text, nothing would be exported of the providers, or
            the official rules are not there.
        MappingError: if a file of the profile is wrong.
    """
    check_official(profile, wish)
    check_terms(engine, profile)
    check_providers(engine, profile, wish)
    done = Exported(profile, form)
    options = Options(profile, wish.lang, prefixes_of_profile(profile.folder))
    checks = _checks(profile, wish)
    with tempfile.TemporaryDirectory(prefix="dienstgraaf-") as scratch:
        seen = properties_seen(profile.rules) if wish.official is None and checks else None
        kept = Kept(Path(scratch), seen) if checks else None

        def batches() -> Iterator[Batch]:
            made = _counted(produce(engine, profile, wish), done)
            return made if kept is None else kept.watch(made)

        def accept(path: Path) -> bool:
            _judge(done, None if kept is None else kept.store(), checks, wish, path)
            done.written = done.valid
            return done.valid

        if isinstance(output, Path):
            _to_path(form, batches, options, output, accept)
        elif hasattr(output, "encoding"):
            raise ExportError("export-text-stream")
        elif form.write is None:
            raise ExportError("export-needs-folder", profile=profile.name)
        elif not checks and wish.official is None:
            form.write(batches(), output, options)
            done.written = True
        else:
            path = Path(scratch, f"export{form.extension}")
            _to_path(form, batches, options, path, accept)
            if done.written:
                with path.open("rb") as ready:
                    shutil.copyfileobj(ready, output)
    done.findings += _overlooked(engine, profile)
    return done


def _overlooked(engine: Engine, profile: Profile) -> Iterator[Finding]:
    """Yield the files that are not in a catalogue of files, because they do not describe themselves."""
    if not any(_DATA_SET in part.sources for part in profile.parts):
        return
    messages: dict[str, str] = {lang: text("export-undescribed", lang) for lang in LANGUAGES}
    for (file,) in engine.select(prepared("export_undescribed")).rows:
        if isinstance(file, NamedNode):
            yield Finding(profile.name, "warning", str(file), "", "", "", messages)


def _to_path(
    form: Format,
    batches: Callable[[], Iterator[Batch]],
    options: Options,
    path: Path,
    accept: Callable[[Path], bool],
) -> None:
    """Write `batches` to the file or folder at `path`, if `accept` approves of what was made."""
    if form.write_folder is not None:
        write_folder = form.write_folder
        put_folder(path, lambda folder: write_folder(batches(), folder, options), accept)
    elif form.write is not None:
        write = form.write
        put_file(path, lambda stream: write(batches(), stream, options), accept)


def _counted(batches: Iterable[Batch], done: Exported) -> Iterator[Batch]:
    for batch in batches:
        done.triples += len(batch.triples)
        yield batch


def _checks(profile: Profile, wish: Wish) -> list[_Check]:
    """Return the checks of what was made: by files of SHACL rules, and by the official vocabulary."""
    rules = [("rules.ttl", profile.rules)] if wish.check else []
    if wish.official is not None:
        rules += [(name, wish.official / name) for name in profile.official if name.endswith(".ttl")]
    found: list[_Check] = [partial(check_shapes, shapes=file, name=name) for name, file in rules]
    if wish.official is not None and profile.vocabulary:
        vocabulary = read_vocabulary([wish.official / name for name in profile.vocabulary])
        name = ", ".join(profile.vocabulary)
        found.append(partial(check_vocabulary, vocabulary=vocabulary, name=name, namespaces=profile.conforms_to))
    return found


def _judge(done: Exported, made: Store | None, checks: list[_Check], wish: Wish, path: Path) -> None:
    found = [each for check in checks if made is not None for each in check(made)]
    done.findings, done.accepted = split_accepted(found, done.profile.acceptances)
    if wish.official is not None and done.form.check is not None:
        done.official = list(done.form.check(path, wish.official, done.profile))
