"""A report as a page in HTML that needs no other file, for who mails it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dienstgraaf.inventory.namespaces import shorten
from dienstgraaf.messages import text
from dienstgraaf.validation.formats._text import summary
from dienstgraaf.validation.shown import View

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["html_page"]


def html_page(view: View) -> str:
    """Return the page in the language of `view`."""
    return _template().render(
        lang=view.lang,
        view=view,
        summary=summary(view),
        shorten=shorten,
        say=lambda key, **values: text(key, view.lang, **values),
    )


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("dienstgraaf.validation.formats", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html")
