"""Takes the knowledge elsewhere: as a dump of everything, or in the form of another catalogue.

A profile is a folder `exports/<name>/` of CONSTRUCT mappings that a person can read and change. Its mappings use what
the files say, not what follows from it, so that an export is the same with and without reasoning.
"""

from __future__ import annotations

from dienstgraaf.export.checking import Finding
from dienstgraaf.export.dump import FORMATS, dump, dump_to_file
from dienstgraaf.export.errors import ExportError, MappingError, UnknownProfileError
from dienstgraaf.export.exporting import Exported, choose_form, export
from dienstgraaf.export.losses import Line, Losses, losses
from dienstgraaf.export.model import Batch, Format, Options, Part, Profile, Wish
from dienstgraaf.export.reading import profile_folders, read_profile
from dienstgraaf.export.report import REPORT_FORMATS, write_losses
from dienstgraaf.export.wishing import make_wish

__all__ = [
    "FORMATS",
    "REPORT_FORMATS",
    "Batch",
    "ExportError",
    "Exported",
    "Finding",
    "Format",
    "Line",
    "Losses",
    "MappingError",
    "Options",
    "Part",
    "Profile",
    "UnknownProfileError",
    "Wish",
    "choose_form",
    "dump",
    "dump_to_file",
    "export",
    "losses",
    "make_wish",
    "profile_folders",
    "read_profile",
    "write_losses",
]
