"""Where the knowledge is: in a checkout, in the installed package, or in a folder of the user's own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dienstgraaf.inventory.errors import DataFolderError

__all__ = ["Layout", "at", "shipped"]

_PACKAGE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Layout:
    """A folder with `ontology/`, `instances/`, `queries/` and `exports/`, or a bare folder of `.ttl` files.

    A bare folder holds instances only. `name` is empty for the shipped knowledge; otherwise it names the folder in the
    IRIs of its graphs.
    """

    root: Path
    name: str = ""

    @property
    def is_bare(self) -> bool:
        """Whether the folder has neither `ontology/` nor `instances/`: then it holds instances only."""
        return not (self.root / "ontology").is_dir() and not (self.root / "instances").is_dir()

    @property
    def ontology(self) -> Path:
        """The folder of classes, properties, concepts, shapes and rules."""
        return self.root / "ontology"

    @property
    def instances(self) -> Path:
        """The folder of instances: of a bare folder, the folder itself."""
        return self.root if self.is_bare else self.root / "instances"

    @property
    def queries(self) -> Path:
        """The folder of questions."""
        return self.root / "queries"

    @property
    def exports(self) -> Path:
        """The folder of mappings to other catalogues."""
        return self.root / "exports"


def shipped() -> Layout:
    """Return the layout of the knowledge that comes with the package.

    Raises:
        DataFolderError: if it is not there: the installation is damaged.
    """
    for root in (_PACKAGE / "_data", _PACKAGE.parent.parent):
        if (root / "ontology" / "dienstgraaf.ttl").is_file():
            return Layout(root)
    raise DataFolderError(_PACKAGE / "_data", "installation-broken")


def at(folder: Path) -> Layout:
    """Return the layout of the user's own `folder`.

    Raises:
        DataFolderError: if `folder` is missing, is no folder, or holds no `.ttl` file.
    """
    if not folder.exists():
        raise DataFolderError(folder, "path-missing")
    if not folder.is_dir():
        raise DataFolderError(folder, "not-a-folder")
    try:
        holds_turtle = next(folder.rglob("*.ttl"), None) is not None
        root = folder.resolve()
    except OSError as error:
        raise DataFolderError(folder, "file-unreadable", reason=error.strerror) from error
    if not holds_turtle:
        raise DataFolderError(folder, "no-data")
    return Layout(root, root.name or "root")
