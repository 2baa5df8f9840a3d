"""Makes an export: runs the mappings, writes what they give as it comes, and holds it against the rules."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from pyoxigraph import Quad, Store

from dienstgraaf.engine import Engine
from dienstgraaf.errors import nearest
from dienstgraaf.export.checking import Finding, check_shapes, split_accepted
from dienstgraaf.export.describing import prefixes_of_profile
from dienstgraaf.export.errors import ExportError, UnknownProfileError
from dienstgraaf.export.model import Batch, Format, Options, Profile, Wish
from dienstgraaf.export.producing import produce
from dienstgraaf.export.target import put_file, put_folder
from dienstgraaf.export.writers import FORMATS

__all__ = ["Exported", "choose_form", "export"]


@dataclass
class Exported:
    """What became of an export.

    `written` is False if a rule was violated: then nothing was written. `triples` counts what the mappings made, and
    `resources` the roots by part. `findings` are what the rules found, `accepted` the warnings that the profile lives
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
        if not FORMATS[profile.formats[0]].write_folder:
            formats = ", ".join(profile.formats)
            raise ExportError("extension-unknown", name=output.name, formats=formats)
    chosen = name or profile.formats[0]
    if chosen not in profile.formats:
        raise UnknownProfileError(
            "export-format-unknown",
            profile=profile.name,
            format=chosen,
            suggestions=nearest(chosen, profile.formats, 1),
            otherwise="export-format-choices",
            formats=", ".join(profile.formats),
        )
    return FORMATS[chosen]


def export(engine: Engine, profile: Profile, wish: Wish, form: Format, output: Path | BinaryIO) -> Exported:
    """Write what `profile` makes of what `engine` holds to `output`: a path, or a stream for a form of one file.

    Returns:
        what was found; if a rule is violated, nothing is written.

    Raises:
        ExportError: if the output cannot be written to.
        MappingError: if a file of the profile is wrong.
    """
    if wish.official is not None and not wish.official.is_dir():
        raise ExportError("path-missing", name=wish.official)
    done = Exported(profile, form)
    options = Options(profile, wish.lang, prefixes_of_profile(profile.folder))
    rules = _rules(profile, wish)
    kept = Store() if rules else None

    def batches() -> Iterator[Batch]:
        return _watched(produce(engine, profile, wish), done, kept)

    def accept(path: Path) -> bool:
        _judge(done, kept, rules, wish, path)
        done.written = done.valid
        return done.valid

    if isinstance(output, Path):
        if form.write_folder is not None:
            write_folder = form.write_folder
            put_folder(output, lambda folder: write_folder(batches(), folder, options), accept)
        elif form.write is not None:
            write = form.write
            put_file(output, lambda stream: write(batches(), stream, options), accept)
        return done
    if form.write is None:
        raise ExportError("export-needs-folder", profile=profile.name)
    if kept is None and wish.official is None:
        form.write(batches(), output, options)
        done.written = True
        return done
    with tempfile.TemporaryDirectory(prefix="dienstgraaf-") as folder:
        path = Path(folder) / f"export{form.extension}"
        with path.open("wb") as stream:
            form.write(batches(), stream, options)
        if accept(path):
            with path.open("rb") as made:
                shutil.copyfileobj(made, output)
    return done


def _watched(batches: Iterable[Batch], done: Exported, kept: Store | None) -> Iterator[Batch]:
    """Yield `batches`; count their triples, and keep them for the rules."""
    for batch in batches:
        done.triples += len(batch.triples)
        if kept is not None:
            kept.bulk_extend(Quad(each.subject, each.predicate, each.object) for each in batch.triples)
        yield batch


def _rules(profile: Profile, wish: Wish) -> list[tuple[str, Path]]:
    """Return the files of SHACL rules to apply, each with its name."""
    found = [("rules.ttl", profile.rules)] if wish.check and profile.rules is not None else []
    if wish.official is not None:
        found += [(name, wish.official / name) for name in profile.official if name.endswith(".ttl")]
    return found


def _judge(done: Exported, kept: Store | None, rules: list[tuple[str, Path]], wish: Wish, path: Path) -> None:
    found = [each for name, file in rules if kept is not None for each in check_shapes(kept, file, name)]
    done.findings, done.accepted = split_accepted(found, done.profile.acceptances)
    if wish.official is not None and done.form.check is not None:
        done.official = list(done.form.check(path, wish.official, done.profile))
