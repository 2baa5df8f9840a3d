"""The package's own sentences, in Dutch and English.

Every message has a key and one template per language. Errors carry the key and the values, so that the command line
can say them in the reader's language while `str(error)` stays English.
"""

from __future__ import annotations

from typing import Final, Literal

from dienstgraaf.messages import (
    _analysis,
    _commands,
    _engine,
    _errors,
    _export,
    _generation,
    _matrix,
    _pictures,
    _validation,
    _words,
)

__all__ = ["LANGUAGES", "Language", "keys", "text"]

Language = Literal["nl", "en"]

LANGUAGES: Final[tuple[Language, ...]] = ("nl", "en")
"""The languages of labels and messages."""

_PARTS: Final = (_engine, _errors, _commands, _words, _analysis, _matrix, _pictures, _generation, _validation, _export)

_CATALOGUE: Final[dict[str, tuple[str, str]]] = {
    key: message for part in _PARTS for key, message in part.MESSAGES.items()
}


def keys() -> list[str]:
    """Return the keys of all messages, sorted."""
    return sorted(_CATALOGUE)


def text(key: str, lang: str, **values: object) -> str:
    """Return the message `key` in `lang` (anything but "nl" is English), filled with `values`.

    In a template, `{count:file|files}` stands for the word that goes with the number `count`: the first for one.

    >>> text("did-you-mean", "nl", suggestions="svb")
    'Bedoelde u: svb?'

    Raises:
        KeyError: if there is no such message, or a value is missing.
    """
    dutch, english = _CATALOGUE[key]
    filled = {name: _Number(value) if type(value) is int else value for name, value in values.items()}
    return (dutch if lang == "nl" else english).format(**filled)


class _Number(int):
    """A number that chooses between singular and plural."""

    def __format__(self, form: str) -> str:
        one, bar, more = form.partition("|")
        if not bar:
            return super().__format__(form)
        return one if self == 1 else more
