"""Invented names: places of Dutch toponym parts, and agencies, each of which belongs to one number."""

from __future__ import annotations

from typing import Final

__all__ = ["PLACES", "agency_name", "place_name", "slug_of"]

_FIRST: Final = (
    "Quiver", "Wolder", "Grevel", "Elzer", "Zwaluw", "Kwartel", "Brandel", "Distel", "Everel", "Fluiter", "Gaspel",
    "Hazer", "Ijzer", "Jager", "Kievits", "Larix", "Mispel", "Nachtegaal", "Otter", "Pluvier", "Reiger", "Sperwer",
    "Tureluur", "Uilen", "Vinken", "Wulpen", "Zilver", "Appel", "Bever", "Ceder", "Duinroos", "Esdoorn", "Fazanten",
    "Gagel", "Hermelijn", "Iepen", "Juniper", "Kamille", "Lijster", "Merel",
)  # fmt: skip
_MIDDLE: Final = ("s", "en", "ings", "aar", "der", "mer", "ter", "wijn", "land", "lo")
_LAST: Final = (
    "monde", "haar", "vliet", "hem", "kerke", "gouwe", "veer", "brink", "sluis", "akker", "drecht", "gaarde", "hoeve",
    "koog", "laar", "mare", "oord", "polder", "schans", "terp", "voorde", "werd", "zate", "ham", "burcht",
)  # fmt: skip

PLACES: Final = len(_FIRST) * len(_MIDDLE) * len(_LAST)
"""How many places have a name of their own; past that they are numbered in words of their own."""

_STEP: Final = 6_173
"""How far apart the names of two places in succession are: they have to share no divisor with `PLACES`."""

_QUARTERS: Final = ("Noord", "Oost", "Zuid", "West", "Boven", "Beneden", "Groot", "Klein", "Oud", "Nieuw")

_WORK: Final = (
    ("Uitvoering", "Implementation"), ("Inning", "Collection"), ("Registratie", "Registration"),
    ("Beoordeling", "Assessment"), ("Vergoedingen", "Reimbursements"), ("Toekenning", "Awards"),
    ("Bemiddeling", "Mediation"), ("Verzekering", "Insurance"),
)  # fmt: skip
_FIELD: Final = (
    ("Woonlasten", "Housing Costs"), ("Loopbanen", "Careers"), ("Vaartuigen", "Vessels"), ("Erfgoed", "Heritage"),
    ("Oogst", "Harvests"), ("Leermiddelen", "Learning Materials"), ("Mantelzorg", "Informal Care"),
    ("Waterlasten", "Water Charges"), ("Verblijfskosten", "Costs of Stay"), ("Vakbekwaamheid", "Craftsmanship"),
    ("Buurtfondsen", "Neighbourhood Funds"), ("Reistijd", "Travel Time"),
)  # fmt: skip


def place_name(number: int, seed: int) -> str:
    """Return the name of the place with `number` (from 0), which no other number has under the same `seed`."""
    round_, number = divmod(number, PLACES)
    place = (number * _STEP + seed * 7_919) % PLACES
    place, last = divmod(place, len(_LAST))
    first, middle = divmod(place, len(_MIDDLE))
    name = _FIRST[first] + _MIDDLE[middle] + _LAST[last]
    while round_:
        round_, quarter = divmod(round_ - 1, len(_QUARTERS))
        name = f"{_QUARTERS[quarter]}-{name}"
    return name


def agency_name(number: int, seed: int) -> tuple[str, str]:
    """Return the name in Dutch and in English of the agency with `number` (from 0), unique under the same `seed`."""
    round_, number = divmod(number, len(_WORK) * len(_FIELD))
    work, field = divmod((number * 41 + seed) % (len(_WORK) * len(_FIELD)), len(_FIELD))
    dutch = f"Dienst {_WORK[work][0]} {_FIELD[field][0]}"
    english = f"Agency for {_WORK[work][1]} of {_FIELD[field][1]}"
    if round_:
        region = place_name(round_, seed)
        return f"{dutch} {region}", f"{english} {region}"
    return dutch, english


def slug_of(name: str) -> str:
    """Return `name` as it stands in an IRI or a path.

    >>> slug_of("Oud-Grevelsbrink")
    'oud-grevelsbrink'
    """
    return name.lower().replace(" ", "-")
