"""Makes a synthetic inventory of any size, supplier by supplier, so that memory does not grow with it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from dienstgraaf.errors import DienstgraafError
from dienstgraaf.generation.errors import Mistakes, chosen_kinds
from dienstgraaf.generation.listing import list_of_errors
from dienstgraaf.generation.placing import new_file, new_folder
from dienstgraaf.generation.plan import Plan
from dienstgraaf.generation.supplying import make_supplier
from dienstgraaf.generation.writing import FolderWriter, StreamWriter

__all__ = ["Generated", "Wish", "generate", "stream", "stream_to_file"]


@dataclass(frozen=True)
class Wish:
    """What is to be made: how many municipalities, from which seed, and what share (0 to 1) of items has an error.

    `kinds` are the names of the kinds of errors; all, if there are none.
    """

    municipalities: int = 1
    seed: int = 1
    errors: float = 0.0
    kinds: Collection[str] = ()

    def check(self) -> None:
        """Raise an error if the wish cannot be granted.

        Raises:
            DienstgraafError: if a number is out of range, or a kind of errors unknown.
        """
        if self.municipalities < 1:
            raise DienstgraafError("generate-municipalities", value=self.municipalities)
        if not 0 <= self.errors <= 1:
            raise DienstgraafError("generate-share", value=self.errors)
        if self.kinds and not self.errors:
            raise DienstgraafError("generate-kinds-alone")
        chosen_kinds(self.kinds)


@dataclass(frozen=True)
class Generated:
    """What was made: how many of each, and where the errors are listed."""

    municipalities: int
    agencies: int
    files: int
    triples: int
    errors: int
    listed: Path | None = None


def generate(
    folder: Path | str,
    municipalities: int = 1,
    seed: int = 1,
    errors: float = 0.0,
    kinds: Collection[str] = (),
    error_list: Path | None = None,
) -> Generated:
    """Write a synthetic inventory to `folder`, the same bytes for the same arguments.

    Args:
        folder: a folder that does not exist yet or is empty; it appears whole or not at all.
        municipalities: how many, at least 1; executive agencies come in proportion, 14 for 342.
        seed: chooses one of many inventories.
        errors: the share (0 to 1) of items that has an error, as far as a kind applies to them; 1 is all.
        kinds: the kinds of errors, of `KINDS`; all, if there are none.
        error_list: where to list the errors; if None, beside the folder, as `<folder>-errors.csv`.

    Raises:
        DienstgraafError: if an argument is out of range, the folder or list is occupied, or nothing can be written.
    """
    folder, wish = Path(folder), Wish(municipalities, seed, errors, kinds)
    wish.check()
    listed = (error_list or folder.with_name(f"{folder.name}-errors.csv")) if errors else None
    with list_of_errors(listed) as error_rows, new_folder(folder) as work:
        return _write(wish, FolderWriter(work, error_rows), listed)


def stream(output: BinaryIO, wish: Wish, error_list: Path | None = None, name: str = "-") -> Generated:
    """Write the same inventory to `output` as N-Quads, each file as its own named graph; `name` is for the list.

    Raises:
        DienstgraafError: as for `generate`; without `error_list` no list of errors is written.
    """
    wish.check()
    with list_of_errors(error_list) as error_rows:
        return _write(wish, StreamWriter(output, error_rows, name), error_list)


def stream_to_file(path: Path, wish: Wish, error_list: Path | None = None) -> Generated:
    """Write the inventory to a new file at `path` as N-Quads; it appears whole or not at all.

    Raises:
        DienstgraafError: as for `stream`, or if `path` exists or cannot be written.
    """
    with new_file(path) as output:
        return stream(output, wish, error_list, path.name)


def _write(wish: Wish, writer: FolderWriter | StreamWriter, listed: Path | None) -> Generated:
    """Make each supplier in turn, put errors into it, write it and forget it."""
    plan = Plan(wish.municipalities, wish.seed)
    kinds = chosen_kinds(wish.kinds)
    files = triples = errors = 0
    for supplier in plan.suppliers():
        mistakes = Mistakes(wish.errors, kinds, wish.seed, supplier.kind, supplier.number)
        for draft in make_supplier(plan, supplier):
            made = mistakes.spoil(draft) if wish.errors else []
            triples += writer.write(draft, made)
            errors += len(made)
            files += 1
    return Generated(plan.municipalities, plan.agencies, files, triples, errors, listed)
