"""A report as a page in HTML that needs no other file, for who mails it."""

from __future__ import annotations

from dienstgraaf._pages import template
from dienstgraaf.inventory.namespaces import shorten
from dienstgraaf.messages import text
from dienstgraaf.validation.formats._text import summary, what_failed
from dienstgraaf.validation.shown import View

__all__ = ["html_page"]


def html_page(view: View) -> str:
    """Return the page in the language of `view`."""
    return template("dienstgraaf.validation.formats").render(
        lang=view.lang,
        view=view,
        summary=summary(view),
        failures=list(what_failed(view)),
        shorten=shorten,
        say=lambda key, **values: text(key, view.lang, **values),
    )
