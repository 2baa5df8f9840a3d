"""Takes the knowledge elsewhere: as a dump of everything."""

from __future__ import annotations

from dienstgraaf.export.dump import FORMATS, dump, dump_to_file

__all__ = ["FORMATS", "dump", "dump_to_file"]
