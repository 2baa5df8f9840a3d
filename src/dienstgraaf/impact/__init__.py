"""Impact: what loses its way if a provider, entry point, channel, line, team, role or referral goes."""

from __future__ import annotations

from dienstgraaf.impact.computing import ImpactError, impact
from dienstgraaf.impact.model import GROUPS, Impact, Item, Loss
from dienstgraaf.impact.writing import FORMATS, notes, write_impact

__all__ = ["FORMATS", "GROUPS", "Impact", "ImpactError", "Item", "Loss", "impact", "notes", "write_impact"]
