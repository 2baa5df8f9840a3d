"""The interview guide of the source, put to any provider: each question gets a yes, a no or a not stated."""

from __future__ import annotations

from dienstgraaf.interview.asking import GuideError, interview
from dienstgraaf.interview.model import Ground, GuideQuestion, Interview, Reply
from dienstgraaf.interview.writing import FORMATS, write_comparison, write_interview

__all__ = [
    "FORMATS",
    "Ground",
    "GuideError",
    "GuideQuestion",
    "Interview",
    "Reply",
    "interview",
    "write_comparison",
    "write_interview",
]
