"""`python -m dienstgraaf` is the `dienstgraaf` command."""

from __future__ import annotations

from dienstgraaf.cli import main

if __name__ == "__main__":
    main()
