"""The options that stand before or after every command alike; the later one wins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dienstgraaf.cli._group import LocalOption
from dienstgraaf.cli._language import CHOSEN, current_language

if TYPE_CHECKING:
    from dienstgraaf.api import Inventory

__all__ = ["Settings", "shared_options", "with_settings"]


@dataclass(frozen=True)
class Settings:
    """What the shared options say; None where nothing was said."""

    format: str | None = None
    output: Path | None = None
    data: tuple[Path, ...] = ()
    only_data: bool = False
    endpoint: str | None = None

    @property
    def lang(self) -> str:
        """The language of labels and messages."""
        return current_language()

    def merged(self, later: Settings) -> Settings:
        """Return these settings with what `later` says; data folders add up."""
        return Settings(
            format=later.format or self.format,
            output=later.output or self.output,
            data=(*self.data, *later.data),
            only_data=later.only_data or self.only_data,
            endpoint=later.endpoint or self.endpoint,
        )

    def inventory(self, inferred: bool = True) -> Inventory:
        """Open the inventory that these settings choose."""
        from dienstgraaf.api import Inventory

        return Inventory.load(
            self.data, only_data=self.only_data, endpoint=self.endpoint, lang=self.lang, inferred=inferred
        )

    def local_inventory(self, what: str, inferred: bool = True) -> Inventory:
        """Open the inventory for the command `what`, which works on files.

        Raises:
            DienstgraafError: if an endpoint is set.
        """
        if self.endpoint is not None:
            from dienstgraaf.errors import DienstgraafError

            raise DienstgraafError("not-with-endpoint", what=what)
        return self.inventory(inferred)


def shared_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command or the group the shared options."""
    options: list[tuple[tuple[str, ...], dict[str, Any]]] = [
        (("--format", "format_"), {"help_key": "option-format", "metavar": "FORMAT"}),
        (("-o", "--output"), {"help_key": "option-output", "metavar": "FILE", "type": click.Path(path_type=Path)}),
        (
            ("--lang",),
            {
                "help_key": "option-lang",
                "type": click.Choice(["nl", "en"]),
                "is_eager": True,
                "callback": _choose_language,
                "expose_value": False,
            },
        ),
        (
            ("--data",),
            {"help_key": "option-data", "metavar": "FOLDER", "multiple": True, "type": click.Path(path_type=Path)},
        ),
        (("--only-data",), {"help_key": "option-only-data", "is_flag": True}),
        (("--endpoint",), {"help_key": "option-endpoint", "metavar": "URL"}),
    ]
    for names, attributes in reversed(options):
        function = click.option(*names, cls=LocalOption, **attributes)(function)
    return function


def with_settings(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the shared options, merged with those of the group, as its first argument."""

    @wraps(function)
    def run(
        format_: str | None,
        output: Path | None,
        data: tuple[Path, ...],
        only_data: bool,
        endpoint: str | None,
        **rest: Any,
    ) -> Any:
        context = click.get_current_context()
        settings = Settings(format_, output, data, only_data, endpoint)
        earlier = context.parent.obj if context.parent is not None else None
        if isinstance(earlier, Settings):
            settings = earlier.merged(settings)
        context.obj = settings
        return function(settings, **rest)

    return shared_options(run)


def _choose_language(_context: click.Context, _option: click.Parameter, value: str | None) -> None:
    if value is not None:
        CHOSEN.set(value)
