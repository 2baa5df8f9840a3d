"""Holds an exchange file against the official XML Schema of The Open Group."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from dienstgraaf.export.errors import ExportError

if TYPE_CHECKING:
    from dienstgraaf.export.model import Profile

__all__ = ["check_archimate"]

_XML: Final = "http://www.w3.org/2001/xml.xsd"
"""The address by which the schema imports the attributes of XML itself; they are read from the folder."""


def check_archimate(path: Path, standards: Path, profile: Profile) -> Iterator[str]:
    """Yield what the schema that `profile` names, in the folder `standards`, finds wrong in the file `path`.

    Raises:
        ExportError: if the schema is missing or cannot be read.
    """
    from lxml import etree

    for name in profile.official:
        if name.endswith(".xsd"):
            schema = standards / name
            try:
                rules = etree.XMLSchema(etree.parse(schema, _offline(schema.parent)))
            except (OSError, etree.LxmlError) as error:
                raise ExportError("file-unreadable", name=schema, reason=str(error)) from None
            rules.validate(etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)))
            yield from (f"{name}: {each.line}: {each.message}" for each in rules.error_log)


def _offline(folder: Path) -> Any:
    """Return a parser that reads what the schema imports from `folder`, never from the network."""
    from lxml import etree

    class Local(etree.Resolver):  # type: ignore[misc]  # lxml tells no types
        def resolve(self, url: str, _id: str, context: Any) -> Any:
            return self.resolve_filename(str(folder / "xml.xsd"), context) if url == _XML else None

    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Local())
    return parser
