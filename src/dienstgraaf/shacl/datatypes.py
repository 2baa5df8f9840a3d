"""Well-formed literals of the XML Schema datatypes, as SPARQL expressions (XML Schema 1.1, part 2)."""

from __future__ import annotations

from typing import Final

from dienstgraaf.shacl.terms import RDF, XSD

__all__ = ["is_derived", "well_formed"]

_YEAR = r"-?([1-9][0-9]{3,}|0[0-9]{3})"
_MONTH, _DAY = r"(0[1-9]|1[0-2])", r"(0[1-9]|[12][0-9]|3[01])"
_TIME = r"(([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?|24:00:00(\.0+)?)"
_ZONE = r"(Z|[+-]((0[0-9]|1[0-3]):[0-5][0-9]|14:00))?"
_DURATION_TIME = r"T(([0-9]+H)([0-9]+M)?([0-9]+(\.[0-9]+)?S)?|([0-9]+M)([0-9]+(\.[0-9]+)?S)?|[0-9]+(\.[0-9]+)?S)"
_INTEGER = r"[+-]?[0-9]+"

_PATTERNS: Final = {
    "boolean": r"true|false|0|1",
    "integer": _INTEGER,
    "decimal": r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)",
    "double": r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([Ee][+-]?[0-9]+)?|[+-]?INF|NaN",
    "float": r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([Ee][+-]?[0-9]+)?|[+-]?INF|NaN",
    "dateTime": f"{_YEAR}-{_MONTH}-{_DAY}T{_TIME}{_ZONE}",
    "dateTimeStamp": f"{_YEAR}-{_MONTH}-{_DAY}T{_TIME}(Z|[+-]((0[0-9]|1[0-3]):[0-5][0-9]|14:00))",
    "date": f"{_YEAR}-{_MONTH}-{_DAY}{_ZONE}",
    "time": f"{_TIME}{_ZONE}",
    "gYear": f"{_YEAR}{_ZONE}",
    "gYearMonth": f"{_YEAR}-{_MONTH}{_ZONE}",
    "gMonth": f"--{_MONTH}{_ZONE}",
    "gMonthDay": f"--{_MONTH}-{_DAY}{_ZONE}",
    "gDay": f"---{_DAY}{_ZONE}",
    "duration": rf"-?P(([0-9]+Y)([0-9]+M)?([0-9]+D)?({_DURATION_TIME})?|([0-9]+M)([0-9]+D)?({_DURATION_TIME})?"
    rf"|([0-9]+D)({_DURATION_TIME})?|{_DURATION_TIME})",
    "dayTimeDuration": rf"-?P([0-9]+D({_DURATION_TIME})?|{_DURATION_TIME})",
    "yearMonthDuration": r"-?P([0-9]+Y([0-9]+M)?|[0-9]+M)",
    "hexBinary": r"([0-9a-fA-F]{2})*",
    "base64Binary": r"([A-Za-z0-9+/ ]*={0,2})",
    "language": r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*",
}

_RANGES: Final = {
    "byte": (-128, 127),
    "short": (-32768, 32767),
    "int": (-(2**31), 2**31 - 1),
    "long": (-(2**63), 2**63 - 1),
    "unsignedByte": (0, 255),
    "unsignedShort": (0, 65535),
    "unsignedInt": (0, 2**32 - 1),
    "unsignedLong": (0, 2**64 - 1),
    "nonNegativeInteger": (0, None),
    "positiveInteger": (1, None),
    "nonPositiveInteger": (None, 0),
    "negativeInteger": (None, -1),
}


def is_derived(datatype: str) -> bool:
    """Return whether the IRI `datatype` is one that XML Schema derives from integers."""
    return datatype.removeprefix(XSD) in _RANGES


def well_formed(variable: str, datatype: str) -> str:
    """Return an expression that is true if the literal in `variable` has the IRI `datatype` and is well-formed."""
    has_type = f"DATATYPE({variable}) = <{datatype}>"
    if datatype == f"{RDF}langString":
        return f"isLiteral({variable}) && LANG({variable}) != ''"
    name = datatype.removeprefix(XSD) if datatype.startswith(XSD) else ""
    if name in _RANGES:
        low, high = _RANGES[name]
        number = f"<{XSD}decimal>(STR({variable}))"
        bounds = [f"{number} >= {low}"] * (low is not None) + [f"{number} <= {high}"] * (high is not None)
        return " && ".join([has_type, _matches(variable, _INTEGER), *bounds])
    if name in _PATTERNS:
        return f"{has_type} && {_matches(variable, _PATTERNS[name])}"
    return has_type


def _matches(variable: str, pattern: str) -> str:
    escaped = pattern.replace("\\", "\\\\").replace('"', '\\"')
    return f'REGEX(STR({variable}), "^({escaped})$")'
