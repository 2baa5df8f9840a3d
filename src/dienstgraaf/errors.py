"""The root of the package's errors: a `ValueError` with a message in two languages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dienstgraaf.messages import LANGUAGES, Language, text

__all__ = ["DienstgraafError", "SuggestingError", "as_language", "nearest"]


class DienstgraafError(ValueError):
    """Something that the reader can mend; `key` and `values` choose the message."""

    def __init__(self, key: str, **values: object) -> None:
        """Remember the message's key and the values to fill it with."""
        super().__init__(text(key, "en", **values))
        self.key = key
        self.values = values

    def text(self, lang: str) -> str:
        """Return the message in `lang` ("nl" or "en")."""
        return text(self.key, lang, **self.values)


class SuggestingError(DienstgraafError):
    """A name that is not there; the message ends in the nearest names, or in what `otherwise` says."""

    def __init__(
        self, key: str, *, suggestions: Sequence[str] = (), otherwise: str = "no-suggestion", **values: object
    ) -> None:
        """Keep the `suggestions`; `otherwise` is the key of the message for when there are none."""
        self.suggestions = tuple(suggestions)
        self.otherwise = otherwise
        super().__init__(key, hint=self._hint("en", values), **values)

    def text(self, lang: str) -> str:
        """Return the message in `lang`, with the suggestions."""
        return text(self.key, lang, **{**self.values, "hint": self._hint(lang, self.values)})

    def _hint(self, lang: str, values: dict[str, object]) -> str:
        if self.suggestions:
            return text("did-you-mean", lang, suggestions=", ".join(self.suggestions))
        return text(self.otherwise, lang, **values)


def as_language(value: str) -> Language:
    """Return `value` as a language.

    Raises:
        DienstgraafError: if it is neither "nl" nor "en".
    """
    if value not in LANGUAGES:
        raise DienstgraafError("language-unknown", value=value)
    return value


def nearest(word: str, names: Iterable[str], count: int = 3) -> list[str]:
    """Return at most `count` of `names` that resemble `word`, most alike first, whatever their case.

    >>> nearest("wv", ["UWV", "SVB"])
    ['UWV']
    """
    from difflib import get_close_matches

    folded = {name.casefold(): name for name in sorted(names, reverse=True)}
    close = get_close_matches(word.casefold(), sorted(folded), n=count, cutoff=0.6)
    inside = [name for name in sorted(folded) if word.casefold() in name] if len(word) > 2 else []
    return [folded[name] for name in dict.fromkeys([*close, *inside])][:count]
